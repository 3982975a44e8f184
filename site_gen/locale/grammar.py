"""What CLDR knows, by Babel: plural categories, names of days and months, lists, what Windows calls zones.

Babel is imported when first needed: it takes 30 ms, and a build in which nothing changed makes no word.
`cldr` is Babel's name of a locale, as en_GB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from site_gen.values import dataclass

if TYPE_CHECKING:
    from babel.core import Locale


@dataclass(frozen=True, slots=True)
class DayPatterns:
    """Days in CLDR's letters: E is the weekday, d the day, M the month, y the year.

    They stand here, for with every release CLDR moves a comma or a space, and with it a whole site would
    change. A span is written as a pattern of its first and one of its last day.
    """

    full: str = "EEEE, d MMMM y"
    short: str = "EEE d"
    of_year: str = "EEEE, d MMMM"
    plain: str = "d MMMM y"
    within_month: tuple[str, str] = ("d–", "d MMMM y")
    within_year: tuple[str, str] = ("d MMMM – ", "d MMMM y")
    over_years: tuple[str, str] = ("d MMMM y – ", "d MMMM y")


@cache
def _known(cldr: str) -> Locale:
    from babel.core import Locale  # late: see above

    return Locale.parse(cldr)


@cache
def known(tag: str) -> str:
    """What Babel calls the locale of a tag of BCP 47, or the nearest that it knows: "de_AT" of "de-AT"."""
    from babel.core import UnknownLocaleError  # late: see above

    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        name = "_".join(parts[:length])
        try:
            _known(name)
        except (UnknownLocaleError, ValueError):
            continue
        return name
    raise ValueError(f"{tag} is a language that CLDR does not have")


@cache
def samples(cldr: str) -> Mapping[str, int]:
    """A whole number of each plural category that whole numbers have."""
    numbers = [*range(200), 1000, 1_000_000]
    return {plural(cldr, number): number for number in reversed(numbers)}


@cache
def categories_of_places(cldr: str) -> tuple[str, ...]:
    """The categories of numbers that tell a place."""
    return (*sorted(_known(cldr).ordinal_form.tags), "other")


@cache
def numerals(cldr: str) -> str:
    """The digits that are usual, as CLDR calls them: "latn", "arab" …"""
    return str(_known(cldr).default_numbering_system)


@cache
def native_numerals(cldr: str) -> str:
    """The digits of the script of a language, be they usual or not."""
    return str(_known(cldr).other_numbering_systems["native"])


@cache
def decimal_point(cldr: str, digits: str) -> str:
    """What stands between the whole of a number and its fraction."""
    from babel.numbers import get_decimal_symbol  # late: see above

    return get_decimal_symbol(_known(cldr), numbering_system=digits)


@cache
def thousands_sign(cldr: str, digits: str) -> str:
    """What parts the thousands of a number: "1,200", "1.200"."""
    from babel.numbers import get_group_symbol  # late: see above

    return get_group_symbol(_known(cldr), numbering_system=digits)


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


def zone_of_windows(name: str) -> str:
    """The zone of a place that Windows means by a name ("W. Europe Standard Time"); empty for another one."""
    from babel.core import get_global  # late: slow to import

    return str(get_global("windows_zone_mapping").get(name.strip(), ""))
