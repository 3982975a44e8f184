"""What the entries of a document or list are by its name: papers, events such as workshops, or people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from site_gen.conference import SessionKind

Sort = Literal["papers", "people"] | SessionKind
_PAPERS = (
    "papers", "paper", "posters", "poster", "orals", "oral", "accepted", "articles", "publications",
    "abstracts", "submissions", "contributions", "proceedings", "demos", "talks", "findings", "spotlights",
)  # fmt: skip
_EVENTS: Mapping[str, SessionKind] = {
    "workshops": "workshop", "tutorials": "tutorial", "courses": "tutorial", "masterclasses": "tutorial",
    "keynotes": "invited-talk", "keynote": "invited-talk", "speakers": "invited-talk",
    "speaker": "invited-talk", "invited": "invited-talk", "plenaries": "invited-talk",
    "plenary": "invited-talk", "panels": "panel", "socials": "social", "events": "other",
    "sessions": "other", "symposia": "other", "minisymposia": "other", "activities": "other",
}  # fmt: skip
# Lists of these names hold people alone, whatever else is said of them.
_PEOPLE = (
    "committee", "committees", "organizers", "organisers", "chairs", "reviewers", "attendees",
    "participants", "people", "members", "volunteers", "staff", "team", "sponsors", "exhibitors", "delegates",
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def sort_named(name: str) -> Sort | None:
    """The sort of the entries in what is called so: the last word that names one; None where none does.

    "workshop_papers" holds papers, "accepted_workshops" workshops; "workshop" alone may be the conference.
    """
    words = [word.lower() for word in _WORD.findall(_CAMEL.sub(" ", name))]
    for index, word in reversed(list(enumerate(words))):
        if word == "talks" and words[index - 1 : index] in (["invited"], ["keynote"], ["plenary"]):
            return "invited-talk"
        found = _sort(word)
        if found:
            return found
    return None


def _sort(word: str) -> Sort | None:
    if word in _PAPERS:
        return "papers"
    return _EVENTS.get(word) or ("people" if word in _PEOPLE else None)
