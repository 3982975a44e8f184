"""The manual: a project of its own (`content/`, `static/`), and what makes its reference out of the code."""
