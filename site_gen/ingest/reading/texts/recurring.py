"""Answers about the text of a line that several formats and rules ask for: each is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_Answer = TypeVar("_Answer")
_MOST = 1 << 14  # answers that are kept of each function
_FORGET: list[Callable[[], None]] = []  # what forgets the answers of each function
_LONGEST = 200  # characters: running text is longer, and seldom asked for


def recurring(answer: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """A function of a text alone whose answers of short texts are kept."""
    kept = lru_cache(maxsize=_MOST)(answer)
    _FORGET.append(kept.cache_clear)

    @wraps(answer)
    def asked(text: str) -> _Answer:
        return kept(text) if len(text) <= _LONGEST else answer(text)

    return asked


def forget_answers() -> None:
    """Forget what was kept: the lines have been read."""
    for forget in _FORGET:
        forget()
