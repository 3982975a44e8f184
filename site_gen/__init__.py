"""Plenary: scraps of a conference in, one static website out."""

from datetime import date

__version__ = "0.1.0"
WRITTEN = date(2026, 11, 1)
"""A day that was past when this version was written: whatever is older is past wherever it runs."""
