"""What the lines and timed blocks of a copied programme are: titles, bylines, rooms, boilerplate."""
