"""Sentences with something to fill in, which stands in braces: names, numbers, places."""

from __future__ import annotations

from dataclasses import field

from site_gen.locale.kinds import SessionKindWords
from site_gen.locale.plurals import Forms
from site_gen.values import dataclass

_UNTITLED_SESSIONS: SessionKindWords = {
    "oral": "Untitled oral session",
    "poster": "Untitled poster session",
    "invited-talk": "Untitled invited talk",
    "tutorial": "Untitled tutorial",
    "workshop": "Untitled workshop",
    "panel": "Untitled panel",
    "demo": "Untitled demo",
    "registration": "Untitled registration",
    "break": "Untitled break",
    "social": "Untitled social event",
    "other": "Untitled session",
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences that functions of this room fill in."""

    anywhere_on_earth: str = "anywhere on earth"
    authors_lacking: str = "The list of authors is incomplete."
    boards_from_to: str = "{posters}, boards {first}–{last}"
    of_tracks: str = "{sessions}: {tracks}"
    booklet_of: str = "Every abstract of {title}, session by session."
    cite_data: str = "Cite a paper by its own entry in papers.bib; cite this data as below."
    cited_in: str = "In {book}"
    cited_pages: str = "pages {pages}"
    cited_volume: str = "volume {volume}"
    city_time: str = "{city} time"
    count_of: str = "{count} of {title}."
    data_title: str = "Papers and programme of {title}"
    data_of: str = "Calendars, citations, feeds and tables of {title} for programs."
    days_earlier: str = "−{number}"
    days_later: str = "+{number}"
    end_not_known: str = "The end is not known; the duration is only what the format of this file demands."
    figures_of: str = "{title} in figures: papers, people, newcomers, team sizes, subjects."
    licence: str = "Licence: {name}."
    list_of: str = "{label} of {title}: {count}."
    map_of: str = "The papers of {title} by what they speak of."
    mistake_on: str = "Mistake on “{title}”"
    names_on_average: str = "{number} names on a paper, on average"
    no_title: str = "The title is not known."
    other_authors: str = "others"
    place_of: str = "{place} of {number}"
    programme_of: str = "{label}: {day}, {title}."
    quoted: str = "“{word}”"
    search_of: str = "Search the papers, people, sessions, awards and pages of {title}."
    skyline: str = "{papers} as lines, each as tall as its byline is long; the longest has {names}."
    speak_of: str = "Both speak of {words}."
    team_or_more: Forms = Forms(one="{number} name or more", other="{number} names or more")
    times_of_city: str = "All times are local to {city}."
    times_of_zone: str = "All times are local to {city} ({zone})."
    times_without_place: str = "All times are in {offset}; the time zone of the place is not given."
    until_day: str = "until {day}"
    untitled_paper: str = "Untitled paper"
    revision: str = "Version {version}"
    untitled_paper_by: str = "Untitled paper by {names}"
    untitled_sessions: SessionKindWords = field(default_factory=lambda: _UNTITLED_SESSIONS)
    withdrawn: str = "Withdrawn."
    without_papers: str = "Without {papers} whose names are not all known."
