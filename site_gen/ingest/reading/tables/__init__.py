"""Rows and cells, whatever file they come from."""
