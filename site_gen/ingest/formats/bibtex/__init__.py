"""BibTeX: its entries, and what they say of the proceedings."""
