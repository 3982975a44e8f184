"""Texts that the program's own patterns nearly match: one of their repetitions goes on for very long.

A pattern that tries them in more ways than one takes minutes for a line, however harmless it looks.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Sequence
from functools import cache
from re import _constants as signs  # type: ignore[attr-defined]  # the parser of patterns, which has no types
from re import _parser as parser  # type: ignore[attr-defined]  # the same
from typing import Any

import site_gen.ingest

LENGTH = 20_000
_ENDINGS = ("", "!", "\0", ".", "\n", ": x")
_SIGNS = "a -.,7A\n(\t:|*é\"'#;/<&"
_OF_SORTS = {"DIGIT": "7", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "x", "NOT_SPACE": "x", "NOT_WORD": "-"}


@cache
def patterns() -> tuple[str, ...]:
    """The patterns of ingest, sorted."""
    found = set()
    for module in pkgutil.walk_packages(site_gen.ingest.__path__, "site_gen.ingest."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.add((value.pattern, value.flags))
    return tuple(f"{flags} {pattern}" for pattern, flags in sorted(found))


def nearly_matched(choice: random.Random) -> str:
    """A text that begins as one of the patterns wants it, goes on for long, and ends otherwise."""
    flags, _, pattern = choice.choice(patterns()).partition(" ")
    text = _Writer(choice).text(parser.parse(pattern, int(flags)))
    return text[: 2 * LENGTH] + choice.choice(_ENDINGS)


class _Writer:
    """Writes what a pattern matches; a repetition, once, very often."""

    def __init__(self, choice: random.Random) -> None:
        self._choice = choice
        self._is_long = False

    def text(self, parts: Sequence[Any]) -> str:
        return "".join(self._part(sign, about) for sign, about in parts)

    def _part(self, sign: Any, about: Any) -> str:
        if sign is signs.LITERAL:
            return chr(about)
        if sign is signs.IN:
            return self._of_set(about)
        if sign is signs.BRANCH:
            return self.text(self._choice.choice(about[1]))
        if sign is signs.SUBPATTERN:
            return self.text(about[3])
        if sign is signs.ATOMIC_GROUP:
            return self.text(about)
        if sign in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            return self._repeated(*about)
        return self._choice.choice(_SIGNS) if sign in (signs.ANY, signs.NOT_LITERAL) else ""

    def _repeated(self, least: int, most: Any, parts: Sequence[Any]) -> str:
        if int(most) > 50 and not self._is_long and self._choice.random() < 0.4:
            self._is_long = True
            one = self.text(parts) or " "
            return one * (LENGTH // len(one))
        times = min(int(most), least + self._choice.randrange(3))
        return "".join(self.text(parts) for _ in range(min(times, 20)))

    def _of_set(self, parts: Sequence[Any]) -> str:
        if parts[0][0] is signs.NEGATE:
            return self._choice.choice(_SIGNS)
        sign, about = self._choice.choice(parts)
        if sign is signs.RANGE:
            return chr(self._choice.choice(about))
        return _OF_SORTS[str(about).removeprefix("CATEGORY_")] if sign is signs.CATEGORY else chr(about)
