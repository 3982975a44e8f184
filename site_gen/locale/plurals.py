"""What counts: a noun in the forms that the language has for its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from site_gen.values import dataclass

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR."""


@dataclass(frozen=True, slots=True)
class Forms:
    """A phrase by the plural categories of CLDR; one that the language lacks is empty, and `other` serves.

    `{number}` stands for the number.
    """

    other: str
    zero: str = ""
    one: str = ""
    two: str = ""
    few: str = ""
    many: str = ""

    @property
    def is_of_places(self) -> bool:
        """Whether these number places, for which a language has other categories than for counting."""
        return bool(self.two or self.few)

    def of(self, category: str) -> str:
        """The phrase of a category."""
        forms = {"zero": self.zero, "one": self.one, "two": self.two, "few": self.few, "many": self.many}
        return forms.get(category, "") or self.other


Noun = Literal[
    "author",
    "award",
    "day",
    "edition",
    "name",
    "other",
    "paper",
    "part",
    "person",
    "poster",
    "room",
    "session",
    "slot",
    "talk",
    "track",
    "video",
]

NOUNS: Mapping[str, Forms] = {
    "author": Forms(one="{number} author", other="{number} authors"),
    "award": Forms(one="{number} award", other="{number} awards"),
    "day": Forms(one="{number} day", other="{number} days"),
    "edition": Forms(one="{number} edition", other="{number} editions"),
    "name": Forms(one="{number} name", other="{number} names"),
    "other": Forms(one="{number} other", other="{number} others"),
    "paper": Forms(one="{number} paper", other="{number} papers"),
    "part": Forms(one="{number} part", other="{number} parts"),
    "person": Forms(one="{number} person", other="{number} people"),
    "poster": Forms(one="{number} poster", other="{number} posters"),
    "room": Forms(one="{number} room", other="{number} rooms"),
    "session": Forms(one="{number} session", other="{number} sessions"),
    "slot": Forms(one="{number} slot", other="{number} slots"),
    "talk": Forms(one="{number} talk", other="{number} talks"),
    "track": Forms(one="{number} track", other="{number} tracks"),
    "video": Forms(one="{number} video", other="{number} videos"),
}

ORDINALS = Forms(one="{number}st", two="{number}nd", few="{number}rd", other="{number}th")
