"""Texts that were taken for Windows-1252 and saved as UTF-8 once more: "JosÃ©", "Whyâ€™s"."""

from __future__ import annotations

import re

from site_gen.problems import Place, ProblemLog

_LATER = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # a byte of a character but its first one
_CHARACTER = re.compile(rf"[\u00c2-\u00df]{_LATER}|[\u00e0-\u00ef]{_LATER}{{2}}|[\u00f0-\u00f4]{_LATER}{{3}}")
# No text has these by itself: an accent or a dash of others, a control character behind a letter.
_CONTROL = re.compile("[\u0080-\u009f]")
_PROOF = re.compile(rf"Ã[\u0080-\u00bf]|â(?:€|\u0080){_LATER}|[\u00c2-\u00f4][\u0080-\u009f]")


def encoded_once(text: str, path: str, problems: ProblemLog) -> str:
    """The text with its characters as they were, and a warning of the first one; as it is without a proof."""
    may_be = not text.isascii() and ("Ã" in text or "â" in text or _CONTROL.search(text) is not None)
    if not may_be or not _PROOF.search(text):
        return text
    mended = _CHARACTER.sub(lambda match: _once(match[0]), text)
    found = next((each for each in _CHARACTER.finditer(text) if _once(each[0]) != each[0]), None)
    if found:
        before = text[: found.start()]
        place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        what = (
            f"the text was encoded twice: '{found[0]}' is read as '{_once(found[0])}', and so are all others"
        )
        problems.warning("encoded-twice", what, place, "export it anew, or save it mended")
    return mended


def _once(character: str) -> str:
    """The character that several stand for; these where they stand for none."""
    try:
        return b"".join(map(_byte, character)).decode("utf-8")
    except UnicodeError:
        return character


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if ord(character) < 256 else "cp1252")
