"""Plenary: scraps of a conference in, one static website out."""

__version__ = "0.1.0"
