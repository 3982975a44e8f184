"""The year of a whole document, told by the years of its entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from site_gen.ingest.records import Fact

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def year_in(fact: Fact[str] | None) -> Fact[str] | None:
    """The first year that a text names; None where it names none."""
    match = _YEAR.search(fact.value) if fact else None
    return Fact(match[1], fact.place) if fact and match else None


def usual_year(years: Iterable[Fact[str] | None]) -> Fact[str] | None:
    """The year of two thirds of the entries that have one; None where no year is so common."""
    known = [year for year in years if year]
    usual, count = next(iter(Counter(year.value for year in known).most_common(1)), ("", 0))
    if 3 * count < 2 * len(known):
        return None
    return next((year for year in known if year.value == usual), None)
