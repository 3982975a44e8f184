"""What somebody may have meant by a word that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


def suggestion(word: str, known: Iterable[str], otherwise: str = "", *, least: float = 0.6) -> str:
    """A hint with the nearest of the known words; `otherwise` where none is so alike (0 to 1)."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=least)
    return f"did you mean '{near[0]}'?" if near else otherwise


def listed(names: Sequence[str], most: int = 10) -> str:
    """The names with commas between them; of many the first, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
