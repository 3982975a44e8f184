"""The words for each kind of what there is, by its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

SessionKindWords = TypedDict(
    "SessionKindWords",
    {
        "oral": str,
        "poster": str,
        "invited-talk": str,
        "tutorial": str,
        "workshop": str,
        "panel": str,
        "demo": str,
        "registration": str,
        "break": str,
        "social": str,
        "other": str,
    },
)
"""A text for each kind of session: the type checker names whoever asks for one that is not there."""

SESSION_KINDS: SessionKindWords = {
    "oral": "Oral session",
    "poster": "Poster session",
    "invited-talk": "Invited talk",
    "tutorial": "Tutorial",
    "workshop": "Workshop",
    "panel": "Panel",
    "demo": "Demo",
    "registration": "Registration",
    "break": "Break",
    "social": "Social event",
    "other": "Session",
}

ROLES: Mapping[str, str] = {
    "chair": "Chair",
    "speaker": "Speaker",
    "presenter": "Presenter",
    "panelist": "Panelist",
    "organiser": "Organiser",
}

LINKS: Mapping[str, str] = {
    "pdf": "PDF",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "code": "Code",
    "doi": "DOI",
    "stream": "Live stream",
    "register": "Registration",
    "website": "Website",
    "paper": "Publisher’s page",
    "submit": "Submit a paper",
    "map": "Map",
    "logo": "Logo",
}

BIBLIOGRAPHIES: Mapping[str, str] = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}

PAPER_FILES: Mapping[str, str] = {
    "pdf": "PDF",
    "slides": "Slides",
    "poster": "Poster",
    "supplement": "Supplement",
}

ACCESS: Mapping[str, str] = {
    "step-free": "Step-free",
    "hearing-loop": "Hearing loop",
    "captions": "Captions",
    "sign-language": "Sign language",
}

ATTENDANCES: Mapping[str, str] = {"in-person": "In person", "online": "Online", "hybrid": "Hybrid"}

STATUSES: Mapping[str, str] = {
    "scheduled": "",
    "moved": "Moved",
    "late": "Late",
    "cancelled": "Cancelled",
    "withdrawn": "Withdrawn",
}

CHANGES: Mapping[str, str] = {
    "moved": "Moved",
    "cancelled": "Cancelled",
    "retitled": "Retitled",
    "added": "Added",
    "late": "Late",
    "room": "New room",
    "other": "Changed",
}

MISSING_NAMES: Mapping[str, str] = {"one": "one name is missing in the sources", "others": "and others"}
DATA_RULES = (
    "Addresses and identifiers do not change. What is not known is absent, never guessed.",
    "Times are local to the conference. Where its time zone is known they carry it, or their offset; where "
    "it is not given they are floating: the same hour wherever they are read.",
    "What has no time is in no calendar, and what has no known end gets none there. schedule.xml and "
    "schedule.json demand a duration: without a known end an event lasts until the next one in its room on "
    "that day, else an hour, never past midnight.",
    "Text is UTF-8. An abstract that ends in “…” is cut in the sources too.",
    "The same content makes the same bytes: what did not change keeps its digest in build-manifest.json.",
)
DATA_PAPER_FILES = (
    "The files of a paper lie beside its page under its own id: <edition>/papers/<paper>/<paper>.pdf, and "
    "where there are any <paper>-slides, <paper>-poster and <paper>-supplement."
)
