"""Fragments of formats: BibTeX, LaTeX, iCalendar, Markdown."""
