"""Every word of the interface: what pages say beside the content itself."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.locale.kinds import (
    BIBLIOGRAPHIES,
    CHANGES,
    CUT_ABSTRACT,
    DATA_PAPER_FILES,
    DATA_RULES,
    EMPTY_SLOT,
    LINKS,
    MISSING_NAMES,
    MONTHS,
    NO_ABSTRACT,
    NO_TITLE,
    NO_ZONE,
    NOT_FOUND,
    OTHER_LETTER,
    PAPER_FILES,
    ROLES,
    SESSION_KINDS,
    STATUSES,
    UNTITLED,
    WEEKDAYS,
    WITHDRAWN_PAPER,
)
from site_gen.locale.my import MyWords
from site_gen.locale.offline import OfflineWords
from site_gen.locale.papers import PapersWords
from site_gen.locale.schedule import ScheduleWords
from site_gen.locale.search import SEARCH_WORDS, SearchWords
from site_gen.locale.sentences import (
    booklet_of,
    city_of,
    data_description,
    deadline_zone,
    licence_sentence,
    listed,
    mistake_on,
    ordinal,
    papers_of,
    place_of,
    skyline_words,
    untitled_paper,
    untitled_session,
    zone_sentence,
)

__all__ = [
    "BIBLIOGRAPHIES", "CHANGES", "CUT_ABSTRACT", "DATA_PAPER_FILES", "DATA_RULES", "EMPTY_SLOT",
    "LINKS", "MISSING_NAMES", "MONTHS", "NOT_FOUND", "NO_ABSTRACT", "NO_TITLE", "NO_ZONE",
    "OTHER_LETTER", "PAPER_FILES", "ROLES", "SESSION_KINDS", "STATUSES", "UNTITLED", "WEEKDAYS",
    "WITHDRAWN_PAPER", "WORDS", "Words", "booklet_of", "city_of", "data_description", "deadline_zone",
    "licence_sentence", "listed", "mistake_on", "ordinal", "papers_of", "place_of", "skyline_words",
    "untitled_paper", "untitled_session", "zone_sentence",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words(PapersWords, ScheduleWords):
    """The words that templates use: headings, labels, and sentences for what is not there."""

    abstract: str = "Abstract"
    accepted_papers: str = "Accepted papers"
    all_awards: str = "Awards of all editions"
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
    my: MyWords = MyWords()  # noqa: RUF009 - it is frozen
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
    offline: OfflineWords = OfflineWords()  # noqa: RUF009  # it is frozen
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
    publisher: str = "Publisher"
    redirect: str = "Go to its new address"
    report_mistake: str = "Report a mistake"
    room: str = "Room"
    rooms: str = "Rooms"
    schedule: str = "Schedule"
    search: SearchWords = SEARCH_WORDS
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
    volume: str = "Volume"
    whole_site: str = "Whole site"


WORDS = Words()
