"""A language of the interface: its words, and how it counts, lists, sorts and writes days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, time
from functools import cache

from site_gen.locale import grammar
from site_gen.locale.catalogues import languages, messages
from site_gen.locale.collation import initial_of, order_of
from site_gen.locale.plurals import Forms, Noun
from site_gen.locale.translation import translated
from site_gen.locale.words import Words
from site_gen.text.digits import TABLES
from site_gen.text.direction import runs_right_to_left
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """The interface in one language. A value that the Site holds; what makes words takes it as an argument.

    `tag` is that of BCP 47. `cldr` is what Babel calls the locale whose plurals, names and lists these
    are; `digits` is what CLDR calls its digits. `lacking` are the paths of the words that it has in English
    only. Compared by identity, so that what is made of it can be cached.
    """

    tag: str
    cldr: str
    words: Words
    digits: str = "latn"
    lacking: tuple[str, ...] = ()

    def number(self, number: int) -> str:
        """A number of things in digits: "12", "1,200"."""
        if abs(number) < 1000:
            return self.in_digits(str(number))
        return self.in_digits(f"{number:,}".replace(",", grammar.thousands_sign(self.cldr, self.digits)))

    def in_digits(self, text: str) -> str:
        """A text with the digits of this language in the place of those of ASCII."""
        return text if self.digits == "latn" else text.translate(TABLES[self.digits])

    def decimal(self, tenths: int) -> str:
        """A number of tenths: 49 is "4.9", "4,9" or "٤٫٩"."""
        whole, rest = divmod(tenths, 10)
        return self.in_digits(f"{whole}{grammar.decimal_point(self.cldr, self.digits)}{rest}")

    def clock(self, clock: time) -> str:
        """A time of day: "09:30"."""
        return self.in_digits(f"{clock:%H:%M}")

    @property
    def for_scripts(self) -> str:
        """The tag by which scripts write numbers and days as pages do; empty where the language tells."""
        native = grammar.native_numerals(self.cldr)
        return "" if native == self.digits == "latn" else f"{self._tag}-u-nu-{self.digits}"

    @property
    def _tag(self) -> str:
        return self.cldr.replace("_", "-")

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
        return json.dumps({"language": self._tag, **known}, ensure_ascii=False)

    def ordinal(self, number: int) -> str:
        """The number of a place: "1st", "2nd", "11th", "23rd"."""
        form = self.words.ordinals.of(grammar.ordinal(self.cldr, number))
        return form.replace("{number}", self.number(number))

    def order(self, text: str) -> tuple[str, str]:
        """Orders names and titles as an index in this language does."""
        return order_of(self.words.alphabet, text)

    def initial(self, text: str) -> str:
        """The letter under which an index has a name or title: "A"; what begins with none is under others."""
        return initial_of(self.words.alphabet, text) or self.words.other_letter

    def joined(self, parts: Iterable[str | None]) -> str:
        """What is known of something, in a row: "Talk, Monday, 09:00"; empty parts are left out."""
        return self.words.comma.join(filter(None, parts))

    def listed(self, items: Sequence[str]) -> str:
        """Several in a sentence: "A", "A and B", "A, B and C"."""
        return grammar.listed(self.cldr, items)

    def day(self, day: date) -> str:
        """A day: "Monday, 29 August 2022"."""
        return self._day(self.words.day_patterns.full, day)

    def short_day(self, day: date) -> str:
        """A day among others of its month: "Mon 29"."""
        return self._day(self.words.day_patterns.short, day)

    def day_of_year(self, day: date) -> str:
        """A day whose year is known: "Monday, 29 August"."""
        return self._day(self.words.day_patterns.of_year, day)

    def span(self, first: date | None, last: date | None) -> str:
        """Days as "29 August – 1 September 2022", "5–9 April 2021", "1 May 2022"; empty if not known."""
        if first is None or last is None or first == last:
            known = first or last
            return self._day(self.words.day_patterns.plain, known) if known else ""
        begin, end = self._patterns(first, last)
        return self._day(begin, first) + self._day(end, last)

    def _day(self, pattern: str, day: date) -> str:
        return self.in_digits(grammar.day(self.cldr, pattern, day))

    def _patterns(self, first: date, last: date) -> tuple[str, str]:
        patterns = self.words.day_patterns
        if first.year != last.year:
            return patterns.over_years
        return patterns.within_month if first.month == last.month else patterns.within_year


ENGLISH = Locale("en", "en_GB", Words())


@cache
def locale_of(tag: str, digits: str | None = None) -> Locale:
    """The locale for the language of a site, by its tag of BCP 47: of "de-AT" the words of "de", its months
    as in Austria. A language without a catalogue has English. `digits` stand in for its own."""
    parts = tag.split("-")
    tags = ["-".join(parts[:length]).lower() for length in range(len(parts), 0, -1)]
    is_rtl = runs_right_to_left(tag)
    # Of a language in another script than its own, "ar-Latn", the words are none.
    known = {each.lower(): each for each in languages() if runs_right_to_left(each) == is_rtl}
    fitting = next((known[each] for each in tags if each in known), None)
    if fitting is None:
        return replace(ENGLISH, digits=digits) if digits else ENGLISH
    cldr = grammar.known(tag)
    found = messages(fitting, grammar.known(fitting))
    words = translated(Words(), found)
    return Locale(fitting, cldr, words, digits or grammar.numerals(cldr), tuple(found.lacking))
