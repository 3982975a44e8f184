"""Pages of a virtual site, copied as text."""
