"""What CLDR knows of a language, by Babel: plural categories, names of days and months, lists.

The only importer of Babel, which is imported when first needed: it takes 30 ms, and a build in which
nothing changed makes no word. `cldr` is Babel's name of a locale, as en_GB.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale


@cache
def _known(cldr: str) -> Locale:
    from babel.core import Locale  # late: see above

    return Locale.parse(cldr)


@cache
def plural(cldr: str, number: int) -> str:
    """The category of a number of things: "one", "few", "other" …"""
    return _known(cldr).plural_form(number)


@cache
def ordinal(cldr: str, number: int) -> str:
    """The category of a number that tells a place: in English "two" of 2 and 22."""
    return _known(cldr).ordinal_form(number)


@cache
def day(cldr: str, pattern: str, given: date) -> str:
    """A day in a pattern of CLDR's letters: "EEEE, d MMMM y"."""
    from babel.dates import format_date  # late: see above

    return format_date(given, pattern, locale=_known(cldr))


def listed(cldr: str, items: Sequence[str]) -> str:
    """Several in one sentence: "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list  # late: see above

    return format_list(items, locale=_known(cldr))
