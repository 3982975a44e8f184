"""Texts whatever they say: characters, encodings, TeX, HTML and Markdown in them, lines and their labels."""
