"""Bibliographies of reference managers: RIS and CSL-JSON."""
