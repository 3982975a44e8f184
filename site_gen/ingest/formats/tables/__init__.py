"""Tables: exports of submission systems, programmes, and those of this program."""
