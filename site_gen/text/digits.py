"""The digits of writing systems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Digits = Literal["latn", "arab", "arabext", "beng", "deva", "khmr", "laoo", "mymr", "thai"]
"""A set of digits, as CLDR calls it."""

_ZEROS: Mapping[str, str] = {
    "latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "khmr": "០", "laoo": "໐", "mymr": "၀",
    "thai": "๐",
}  # fmt: skip

TABLES: Mapping[str, Mapping[int, int]] = {
    name: {ord("0") + each: ord(_ZEROS[name]) + each for each in range(10)} for name in get_args(Digits)
}
"""What stands for each digit of ASCII, by the name of the set."""
