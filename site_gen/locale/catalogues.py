"""The words of other languages: `de.po`, `ar.po` … beside this module, catalogues of gettext.

The context of a message is the path of its word, its id the English text. So a word whose English changed
is English again until somebody has looked at it; a message without a text counts as one that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path

from site_gen.locale import grammar
from site_gen.locale.plurals import Forms

FOLDER = Path(__file__).parent


@dataclass(slots=True)
class Messages:
    """What a catalogue says. `lacking` are the paths of the words that were asked for and are not in it.

    `of_category` tells for each plural category of the language which form of a message is meant.
    """

    texts: Mapping[tuple[str, str], tuple[str, ...]]
    of_category: Mapping[str, int]
    of_places: tuple[str, ...]
    lacking: list[str] = field(default_factory=list)

    def text(self, path: str, english: str) -> str:
        """The text that stands for an English one."""
        found = self.texts.get((path, english), ("",))[0]
        if not found:
            self.lacking.append(path)
        return found or english

    def forms(self, path: str, english: Forms) -> Forms:
        """The forms of a phrase that counts, or of one that numbers places."""
        if english.is_of_places:
            return Forms(**{each: self.text(f"{path}.{each}", english.of(each)) for each in self.of_places})
        found = self.texts.get((path, english.one or english.other), ())
        if len(found) <= max(self.of_category.values()) or not all(found):
            self.lacking.append(path)
            return english
        return Forms(**{"other": found[-1]} | {name: found[at] for name, at in self.of_category.items()})


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that have a catalogue."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.po")))


def messages(tag: str, cldr: str) -> Messages:
    """The catalogue of a language that has one."""
    from babel.messages.pofile import read_po  # late: see grammar

    with (FOLDER / f"{tag}.po").open("rb") as file:
        read = read_po(file)
    texts = {(each.context or "", _all(each.id)[0]): _all(each.string) for each in read if each.id}
    rule = c2py(read.plural_expr)
    of_category = {name: rule(number) for name, number in grammar.samples(cldr).items()}
    return Messages(texts, of_category, grammar.categories_of_places(cldr))


def _all(found: str | Sequence[str] | None) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found or ("",))
