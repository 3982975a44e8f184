"""What somebody may have meant by a word that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str], otherwise: str = "", *, least: float = 0.6) -> str:
    """A hint with the nearest of the known words; `otherwise` where none is so alike (0 to 1)."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=least)
    return f"did you mean '{near[0]}'?" if near else otherwise
