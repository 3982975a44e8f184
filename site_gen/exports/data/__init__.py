"""Everything as data and as text."""
