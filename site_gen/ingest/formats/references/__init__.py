"""Bibliographies: RIS, CSL-JSON and works of Crossref."""
