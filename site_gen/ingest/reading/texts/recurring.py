"""Answers about the text of a line that several formats and rules ask for: each is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

_Answer = TypeVar("_Answer")
_More = TypeVarTuple("_More")
_MOST = 1 << 16  # answers that are kept of each function
_FORGET: list[Callable[[], None]] = []  # what forgets the answers of each function
_LONGEST = 200  # characters: running text is longer, and seldom asked for


def recurring(answer: Callable[[str, *_More], _Answer]) -> Callable[[str, *_More], _Answer]:
    """A function of a text, and of what else is given, whose answers of short texts are kept."""
    kept: dict[object, _Answer] = {}
    _FORGET.append(kept.clear)

    @wraps(answer)
    def asked(text: str, /, *more: *_More) -> _Answer:
        if len(text) > _LONGEST:
            return answer(text, *more)
        key = (text, *more) if more else text
        try:
            return kept[key]
        except KeyError:
            pass
        made = answer(text, *more)
        if len(kept) >= _MOST:
            kept.clear()
        kept[key] = made
        return made

    return asked


def forget_answers() -> None:
    """Forget what was kept: the lines have been read."""
    for forget in _FORGET:
        forget()
