"""Calendars, and the programme as the scripts read it."""
