"""`python -m docs.languages fr`: the catalogue of a language, with every word that there is now.

What it says already stays; a word whose English changed keeps no text, for what it says now is not known.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog

from site_gen.locale import Forms, Words, grammar, translated
from site_gen.locale.catalogues import FOLDER, Messages, languages, messages


@dataclass
class Entries:
    """Collects the entries of a catalogue while the words are walked through: each one's lines."""

    known: Messages
    number: int
    lines: list[str] = field(default_factory=list)

    def text(self, path: str, english: str) -> str:
        """Note a word."""
        known = self.known.texts.get((path, english), ("",))[0]
        self._note(("msgctxt", path), ("msgid", english), ("msgstr", known))
        return english

    def forms(self, path: str, english: Forms) -> Forms:
        """Note a phrase that counts, or each form of one that numbers places."""
        if english.is_of_places:
            for each in self.known.of_places:
                self.text(f"{path}.{each}", english.of(each))
            return english
        one = english.one or english.other
        known = self.known.texts.get((path, one), ("",) * self.number)
        plurals = ((f"msgstr[{at}]", each) for at, each in enumerate(known))
        self._note(("msgctxt", path), ("msgid", one), ("msgid_plural", english.other), *plurals)
        return english

    def _note(self, *pairs: tuple[str, str]) -> None:
        self.lines += ["", *(f"{name} {json.dumps(text, ensure_ascii=False)}" for name, text in pairs)]


def catalogue(tag: str) -> str:
    """The text of the catalogue of a language, in the order of the words."""
    cldr = grammar.known(tag)
    rules = Catalog(locale=cldr)
    of_category = {name: c2py(rules.plural_expr)(number) for name, number in grammar.samples(cldr).items()}
    nothing = Messages({}, of_category, grammar.categories_of_places(cldr))
    entries = Entries(messages(tag, cldr) if tag in languages() else nothing, rules.num_plurals)
    translated(Words(), entries)
    return "\n".join([*_head(tag, str(rules.plural_forms)), *entries.lines]) + "\n"


def _head(tag: str, plural_forms: str) -> Iterator[str]:
    yield 'msgid ""'
    yield 'msgstr ""'
    for line in (
        f"Language: {tag}",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plural_forms}",
    ):
        yield json.dumps(line + "\n")


def main(tags: Sequence[str], folder: Path = FOLDER) -> None:
    """Write the catalogues of languages, without a tag of all that there are."""
    for tag in tags or languages():
        (folder / f"{tag}.po").write_text(catalogue(tag), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
