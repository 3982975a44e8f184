"""What a column or key holds, told by its name and its values, and what of it is not for the public."""
