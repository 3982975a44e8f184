"""The words of the search: its field, its kinds of results, its filters.

What scripts fill in stands in braces.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from site_gen.locale.plurals import Forms

KINDS: Mapping[str, tuple[str, str]] = {
    "person": ("Person", "People"),
    "paper": ("Paper", "Papers"),
    "session": ("Session", "Sessions"),
    "talk": ("Talk", "Talks"),
    "award": ("Award", "Awards"),
    "page": ("Page", "Pages"),
    "room": ("Room", "Rooms"),
    "track": ("Track", "Tracks"),
    "sponsor": ("Sponsor", "Sponsors"),
}
"""Of each kind of result one and several; in this order where nothing else tells which is better."""


SYNONYMS: Mapping[str, str] = {
    "oral": "talks presentation presentations",
    "poster": "posters",
    "invited-talk": "keynote keynotes plenary plenaries",
    "tutorial": "tutorials course courses lesson",
    "workshop": "workshops",
    "panel": "panels discussion debate",
    "demo": "demos demonstration demonstrations",
    "registration": "check-in sign-up badge badges",
    "break": "breaks coffee tea lunch pause",
    "social": "dinner banquet reception party",
    "award": "award awards prize prizes winner winners best",
    "room": "rooms",
    "track": "track tracks topic topics subject subjects",
    "sponsor": "sponsor sponsors exhibitor exhibitors",
    "committees": "organisers organizers organising organizing chairs",
}
"""What else people call the kinds of sessions and of other results: words that find them, never shown."""


STOP_WORDS = (
    "a about all am an and any are as at be by can could do does find for from get give go happening "
    "happens has have how i in info information is it its list looking me my of on or our please see "
    "should show tell that the their there these this those to us was we were what when where which who "
    "why will with won you your"
)
"""Words of questions that nothing needs to have."""


@dataclasses.dataclass(frozen=True, slots=True)
class SearchWords:
    """The words around results."""

    title: str = "Search"
    kinds: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=lambda: KINDS)
    synonyms: Mapping[str, str] = dataclasses.field(default_factory=lambda: SYNONYMS)
    stop_words: str = STOP_WORDS
    field: str = "Search papers, people and sessions"
    short_field: str = "Search"
    hint: str = "A title, a name, a word of an abstract. One wrong letter does no harm."
    browse: str = "Browse instead"
    without: str = "Searching as you type needs JavaScript. These lists lead to everything on this site."
    lost: str = "The search index could not be loaded. These lists lead to everything on this site."
    lost_texts: str = "Titles and names only: the index of the abstracts could not be loaded."
    again: str = "Try again"
    loading: str = "Loading the index …"
    none: str = "Nothing found for “{query}”."
    results: Forms = Forms(one="{number} result", other="{number} results")  # noqa: RUF009 - it is frozen
    partial: str = "Nothing has all of these words. These results have most of them."
    common: str = "“{word}” is in so many abstracts that only titles and names were searched for it."
    filters: str = "Filter"
    clear: str = "Clear filters"
    more: str = "Show more results"
    edition: str = "Edition"
    kind: str = "Kind"
    day: str = "Day"
    track: str = "Track"
    award: str = "Award"
    key: str = "The key / begins a search on every page"
    keys: str = "Arrow keys move through the results, Enter opens one, Esc leads back."
