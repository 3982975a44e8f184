"""How a language writes days."""

from __future__ import annotations

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class DayPatterns:
    """Days in CLDR's letters: E is the weekday, d the day, M the month, y the year.

    They stand here, for with every release CLDR moves a comma or a space, and with it a whole site would
    change. A span is written as a pattern of its first and one of its last day.
    """

    full: str = "EEEE, d MMMM y"
    short: str = "EEE d"
    plain: str = "d MMMM y"
    within_month: tuple[str, str] = ("d–", "d MMMM y")
    within_year: tuple[str, str] = ("d MMMM – ", "d MMMM y")
    over_years: tuple[str, str] = ("d MMMM y – ", "d MMMM y")
