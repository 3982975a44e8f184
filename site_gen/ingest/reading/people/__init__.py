"""Names, bylines and institutions."""
