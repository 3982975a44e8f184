"""What the source formats share: lines, names, days, tables, JSON and XML with the places of their values."""
