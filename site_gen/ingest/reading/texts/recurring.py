"""Answers about the text of a line that several formats and rules ask for: each is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple, cast

_Answer = TypeVar("_Answer")
_More = TypeVarTuple("_More")
_MOST = 1 << 16  # answers that are kept of each function
_FORGET: list[Callable[[], None]] = []  # what forgets the answers of each function
_LONGEST = 200  # characters: running text is longer, and seldom asked for


def recurring(answer: Callable[[str, *_More], _Answer]) -> Callable[[str, *_More], _Answer]:
    """A function of a text, and of what else is given, whose answers of short texts are kept."""
    cached = lru_cache(maxsize=_MOST)(answer)
    kept = cast("Callable[[str, *_More], _Answer]", cached)
    _FORGET.append(cached.cache_clear)

    @wraps(answer)
    def asked(text: str, /, *more: *_More) -> _Answer:
        return kept(text, *more) if len(text) <= _LONGEST else answer(text, *more)

    return asked


def forget_answers() -> None:
    """Forget what was kept: the lines have been read."""
    for forget in _FORGET:
        forget()
