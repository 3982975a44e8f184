"""Lists of accepted papers, in text or Markdown."""
