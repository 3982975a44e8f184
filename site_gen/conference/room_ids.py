"""The ids of rooms, which follow from their names: also of those that only sessions name."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from site_gen.text import fold, is_safe_name, slug

_LETTERS = 6  # of a digest; longer ones follow where that is not enough


def room_id(name: str, taken: Collection[str]) -> str:
    """The slug of a name; where it is taken or none, letters stand behind it that follow from the name."""
    usual = slug(name)
    if usual not in taken and is_safe_name(usual):
        return usual
    digits = hashlib.sha256(fold(name).encode()).hexdigest()
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in digits)
    stem = f"{usual}-room" if usual else "room"
    ids = (f"{stem}-{letters[:length]}" for length in range(_LETTERS, len(letters)))
    return next(each for each in ids if each not in taken)
