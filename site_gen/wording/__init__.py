"""Every word of the interface: what pages say beside the content itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_gen.text import counted
from site_gen.wording.papers import PapersWords
from site_gen.wording.schedule import ScheduleWords

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SESSION_KINDS: Mapping[str, str] = {
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
}

BIBLIOGRAPHIES: Mapping[str, str] = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}

PAPER_FILES: Mapping[str, str] = {
    "pdf": "PDF",
    "slides": "Slides",
    "poster": "Poster",
    "supplement": "Supplement",
}

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

WITHDRAWN_PAPER = "Withdrawn"
MISSING_NAMES = {"one": "one name is missing in the sources", "others": "and others"}
NO_ABSTRACT = "No abstract is known for this paper."
CUT_ABSTRACT = "The abstract ends here because the sources give only its beginning."
EMPTY_SLOT = "Empty slot: no source says what it holds"
NO_TITLE = "[title not known]"
UNTITLED = "The title of this paper is not known; the line above stands in for it."
NO_ZONE = "Times are as the organisers gave them; no source names their time zone."
OTHER_LETTER = "Other"
NOT_FOUND = "Page not found"
DATA_RULES = (
    "Addresses and identifiers do not change. What is not known is absent, never guessed.",
    "Times are local to the conference. Where its time zone is known they carry it, or their offset; where "
    "no source names one they are floating: the same hour wherever they are read.",
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


@dataclass(frozen=True, slots=True)
class Words(PapersWords, ScheduleWords):
    """The words that templates use: headings, labels, and sentences for what is not there."""

    abstract: str = "Abstract"
    accepted_papers: str = "Accepted papers"
    all_awards: str = "Awards of all editions"
    all_papers: str = "All papers"
    announcements: str = "Announcements"
    also_printed_as: str = "Also printed as"
    authors: str = "Authors"
    award: str = "Award"
    awards: str = "Awards"
    bibtex: str = "BibTeX"
    board: str = "Board"
    booklet: str = "Booklet of abstracts"
    booklet_hint: str = "Print this page, or save it as PDF, for a booklet without menus."
    breadcrumb: str = "Where you are"
    calendar: str = "Calendar"
    calendar_file: str = "Download once (.ics)"
    changes: str = "Changes"
    changes_feed: str = "Follow the changes in a feed reader"
    cite: str = "Cite this paper"
    cite_short: str = "Cite"
    co_authors: str = "Co-authors"
    committees: str = "Committees"
    contents: str = "On this page"
    citation_files: str = "As a file"
    copied: str = "Copied"
    copy_abstract: str = "Copy title and abstract"
    copy_bibtex: str = "Copy BibTeX"
    copy_citation: str = "Copy citation"
    data: str = "Data"
    data_lead: str = "Everything on this site, in formats that programs read. No key, no limit, no scraper."
    data_rules: str = "What holds for all of them"
    data_rule_list: tuple[str, ...] = DATA_RULES
    data_paper_files: str = DATA_PAPER_FILES
    beside_pages: str = "Beside pages"
    days: str = "Days"
    deadlines: str = "Dates and deadlines"
    details: str = "Details"
    doi: str = "DOI"
    edit_page: str = "Edit this page"
    editions: str = "Editions"
    editors: str = "Editors"
    edition: str = "Edition"
    erratum: str = "Erratum"
    feed: str = "News feed"
    files: str = "Files"
    giggity: str = "Open in Giggity"
    home: str = "Home"
    homepage: str = "Homepage"
    in_the_programme: str = "In the programme"
    in_: str = "in"
    information: str = "Information"
    invited_talks: str = "Invited talks"
    isbn: str = "ISBN"
    issn: str = "ISSN"
    keywords: str = "Keywords"
    letters: str = "Letters"
    licence: str = "Licence"
    links: str = "Links"
    media_type: str = "Media type"
    more: str = "More about this"
    moved: str = "This page has moved"
    neighbours: str = "Previous and next"
    news: str = "What changed"
    next: str = "Next"
    no_authors: str = "No author is known."
    no_editions: str = "There is no edition yet."
    no_authors_yet: str = "There are no authors yet."
    no_papers: str = "There are no papers yet."
    no_papers_of_author: str = "No paper of this person is on this site."
    no_sessions: str = "No session is known to be here."
    no_slots: str = "No source lists what this session holds."
    no_day: str = "Day not given"
    no_time: str = "Time not given"
    not_copied: str = "The browser does not allow it; the text is selected"
    not_found: str = "There is no page at this address. It may have moved, or the link has a mistake."
    not_found_ways: str = "Ways on"
    note: str = "Note"
    orcid: str = "ORCID"
    pages: str = "Pages"
    other_papers: str = "Other papers"
    papers: str = "Papers"
    parallel: str = "At the same time"
    part_of: str = "Part of"
    parts: str = "Parts"
    people: str = "People"
    place: str = "Place"
    previous: str = "Previous"
    proceedings: str = "Proceedings"
    programme: str = "Programme"
    programme_of_day: str = "Programme of the day"
    publisher: str = "Publisher"
    redirect: str = "Go to its new address"
    report_mistake: str = "Report a mistake"
    room: str = "Room"
    rooms: str = "Rooms"
    schedule: str = "Schedule"
    sessions: str = "Sessions"
    skip: str = "Skip to the content"
    speakers: str = "Speakers"
    specification: str = "Specification"
    sponsors: str = "Sponsors"
    subscribe: str = "Subscribe"
    this_edition: str = "This edition"
    time: str = "Time"
    title_unknown: str = UNTITLED
    track: str = "Track"
    tracks: str = "Tracks"
    venue: str = "Venue"
    volume: str = "Volume"
    website: str = "Website"
    whole_site: str = "Whole site"


WORDS = Words()


def ordinal(number: int) -> str:
    """The number of a place: "1st", "2nd", "11th", "23rd"."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def place_of(position: int, number: int) -> str:
    """The place in a list: "2nd of 5"."""
    return f"{ordinal(position)} of {number}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def untitled_paper(names: Sequence[str]) -> str:
    """What stands in for a title: "Untitled paper by A, B and 3 others"."""
    if not names:
        return "Untitled paper"
    if len(names) <= 3:
        return f"Untitled paper by {listed(names)}"
    return f"Untitled paper by {names[0]}, {names[1]} and {len(names) - 2} others"


def untitled_session(kind: str) -> str:
    """What stands in for the title of a session: "Untitled oral session"."""
    return f"Untitled {SESSION_KINDS[kind].lower()}"


def zone_sentence(city: str, abbreviation: str, offset: str) -> str:
    """Where the times belong: "All times are local to Los Angeles (PDT, UTC−07:00)."."""
    known = ", ".join(part for part in (abbreviation, offset) if part)
    return f"All times are local to {city} ({known})." if known else f"All times are local to {city}."


def city_of(zone: str) -> str:
    """The city that names a time zone: "Los Angeles" of "America/Los_Angeles"."""
    return zone.rpartition("/")[2].replace("_", " ")


def deadline_zone(zone: str | None) -> str:
    """The time zone of a deadline, behind its time; empty where it is not known."""
    if zone is None:
        return ""
    return "anywhere on earth" if zone == "AoE" else f"{city_of(zone)} time"


def licence_sentence(name: str) -> str:
    """Where a format has no place of its own for the licence: "Licence: CC BY 4.0."."""
    return f"Licence: {name}."


def mistake_on(title: str) -> str:
    """The subject of a message about a page: "Mistake on “Schedule”"."""
    return f"Mistake on “{title}”"


def data_description(title: str) -> str:
    """The description of the page of all machine-readable files."""
    return f"Calendars, citations, feeds and tables of {title} for programs."


def papers_of(number: int, title: str) -> str:
    """The description of a list of papers."""
    return f"{counted(number, 'paper')} of {title}."


def skyline_words(papers: int, most: int) -> str:
    """What the skyline of an edition shows."""
    longest = f"the longest has {counted(most, 'name')}"
    return f"{counted(papers, 'paper')} as lines, each as tall as its byline is long; {longest}."


def booklet_of(title: str) -> str:
    """The description of an edition's booklet."""
    return f"Every abstract of {title}, session by session."
