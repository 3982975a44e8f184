"""Which way texts run: from right to left in Arabic, Hebrew and their kin."""

from __future__ import annotations

import re

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LTR = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff"
RIGHT_TO_LEFT = re.compile(f"[{_RTL}]")
LEFT_TO_RIGHT = re.compile(f"[{_LTR}]")
_EITHER = re.compile(f"[{_RTL}{_LTR}]")
_LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"))
_SCRIPT = re.compile(r"[A-Za-z]{4}")
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def runs_right_to_left(language: str) -> bool:
    """Whether a language, by its tag, is written from right to left."""
    parts = language.lower().split("-")
    scripts = [part for part in parts[1:] if _SCRIPT.fullmatch(part)]
    return scripts[0] in _SCRIPTS if scripts else parts[0] in _LANGUAGES


def begins_right_to_left(text: str, *, is_rtl: bool) -> bool:
    """Whether the first letter of a text runs to the left; `is_rtl` of one without letters."""
    first = None if text.isascii() and not is_rtl else _EITHER.search(text)
    return is_rtl if first is None else RIGHT_TO_LEFT.match(first[0]) is not None


def isolated(text: str) -> str:
    """A text that runs to the left, between marks that keep it from turning what stands beside it."""
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
