"""The reference of the manual, made from the code: one module a page."""
