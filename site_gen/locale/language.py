"""A language of the interface: its words, and how it counts, lists and writes days."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from site_gen.locale import grammar
from site_gen.locale.dates import DayPatterns
from site_gen.locale.plurals import Forms, Noun
from site_gen.locale.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """The interface in one language. A value that the Site holds; what makes words takes it as an argument.

    `tag` is that of BCP 47. `cldr` is what Babel calls the locale whose plurals, names and lists these
    are. Compared by identity, so that what is made of it can be cached.
    """

    tag: str
    cldr: str
    words: Words
    days: DayPatterns

    def number(self, number: int) -> str:
        """A number in digits."""
        return str(number)

    def count(self, noun: Noun, number: int) -> str:
        """A number with its noun: "1 paper", "2 papers"."""
        return self.counted(self.words.nouns[noun], number)

    def counted(self, forms: Forms, number: int) -> str:
        """A phrase for this number."""
        return forms.of(grammar.plural(self.cldr, number)).replace("{number}", self.number(number))

    def noun(self, noun: Noun, number: int) -> str:
        """The noun as it stands beside a number that is shown apart: "paper", "papers"."""
        return self.words.nouns[noun].of(grammar.plural(self.cldr, number)).replace("{number}", "").strip()

    def for_script(self, forms: Forms) -> str:
        """The forms of a phrase as JSON, with the language whose rules choose among them."""
        known = {name: text for name, text in asdict(forms).items() if text}
        return json.dumps({"language": self.cldr.replace("_", "-"), **known}, ensure_ascii=False)

    def ordinal(self, number: int) -> str:
        """The number of a place: "1st", "2nd", "11th", "23rd"."""
        form = self.words.ordinals.of(grammar.ordinal(self.cldr, number))
        return form.replace("{number}", self.number(number))

    def listed(self, items: Sequence[str]) -> str:
        """Several in a sentence: "A", "A and B", "A, B and C"."""
        return grammar.listed(self.cldr, items)

    def day(self, day: date) -> str:
        """A day: "Monday, 29 August 2022"."""
        return grammar.day(self.cldr, self.days.full, day)

    def short_day(self, day: date) -> str:
        """A day among others of its month: "Mon 29"."""
        return grammar.day(self.cldr, self.days.short, day)

    def span(self, first: date | None, last: date | None) -> str:
        """Days as "29 August – 1 September 2022", "5–9 April 2021", "1 May 2022"; empty if not known."""
        if first is None or last is None or first == last:
            known = first or last
            return grammar.day(self.cldr, self.days.plain, known) if known else ""
        begin, end = self._patterns(first, last)
        return grammar.day(self.cldr, begin, first) + grammar.day(self.cldr, end, last)

    def _patterns(self, first: date, last: date) -> tuple[str, str]:
        if first.year != last.year:
            return self.days.over_years
        return self.days.within_month if first.month == last.month else self.days.within_year


ENGLISH = Locale("en", "en_GB", Words(), DayPatterns())

LOCALES = (ENGLISH,)
"""The languages that there are; one without a fitting one has English."""


def locale_of(tag: str) -> Locale:
    """The locale for the language of a site, by its tag of BCP 47: of "en-US" that of "en"."""
    parts = tag.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    known = {locale.tag: locale for locale in LOCALES}
    return next((known[each] for each in tags if each in known), ENGLISH)
