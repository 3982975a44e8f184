"""`index.md`: the Markdown twin of a page, beside it (CommonMark), for assistants and for reading offline.

Texts of others are escaped so that they read back as they are, and long ones are quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import cards
from site_gen.cards.times import day_moment
from site_gen.exports.data.edition_twins import (
    award_history_text,
    changes_text,
    committees_text,
    news_text,
    prose_text,
    room_text,
    schedule_text,
    track_text,
)
from site_gen.exports.data.twins import (
    Lines,
    author_text,
    authors_text,
    awards_text,
    day_text,
    edition_text,
    home_text,
    paper_text,
    papers_text,
    session_text,
)
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import (
    AuthorsIndex,
    AwardHistory,
    AwardsOf,
    ChangesOf,
    CommitteesOf,
    DayOf,
    EditionOf,
    PaperOf,
    PapersOf,
    PersonOf,
    ProseOf,
    RoomOf,
    ScheduleOf,
    SessionOf,
    TrackOf,
)
from site_gen.writers.markdown import THIRD_PARTY, line

Version = tuple[str, Lines]
"""A title, and the lines below it."""

_KINDS = frozenset([
    "home", "authors", "author", "award-history", "edition", "papers", "awards", "schedule", "changes",
    "committees", "day", "paper", "session", "room", "track", "prose",
])  # fmt: skip


def _files(site: Site) -> Iterator[Naming]:
    for page in site.pages:
        if page.kind.name in _KINDS:
            yield page.subject, f"{page.route}index.md", page.source


def _body(site: Site, subject: Subject) -> bytes:
    up = "../" * site.address(subject).count("/")
    title, lines = _version(site, up, subject)
    return "\n".join([f"# {line(title)}", "", f"_{THIRD_PARTY}_", "", *lines, ""]).encode()


def _version(site: Site, up: str, subject: Subject) -> Version:  # noqa: C901  # a table of kinds
    edition, words = subject.edition, site.locale.words
    match subject:
        case PersonOf(author):
            return site.catalogue.people.authors[author].name, author_text(site, up, author)
        case AuthorsIndex():
            return words.authors, authors_text(site, up)
        case AwardHistory():
            return words.all_awards, award_history_text(site, up)
        case EditionOf():
            title = site.catalogue.editions[edition].conference.title
            return title, [*edition_text(site, up, edition), *news_text(site, edition)]
        case PapersOf():
            return words.papers, papers_text(site, up, edition)
        case AwardsOf():
            return words.awards, awards_text(site, up, edition)
        case ScheduleOf():
            return words.schedule, schedule_text(site, up, edition)
        case ChangesOf():
            return words.changes, changes_text(site, up, edition)
        case CommitteesOf():
            return words.committees, committees_text(site, up, edition)
        case DayOf(_, day):
            return day_moment(site.locale, day).text, day_text(site, up, edition, day.isoformat())
        case PaperOf(_, paper):
            return cards(site).paper(edition, paper).title.plain, paper_text(site, up, edition, paper)
        case SessionOf(_, session):
            found = site.catalogue.editions[edition].sessions[session]
            return cards(site).session(edition, session).title.plain, session_text(site, up, edition, found)
        case RoomOf(_, room):
            return room_text(site, up, edition, room)
        case TrackOf(_, track):
            return track_text(site, up, edition, track)
        case ProseOf(_, page):
            return prose_text(site, edition, page)
    return site.catalogue.series.title, home_text(site, up)


MARKDOWN = Export(
    name="markdown",
    files=_files,
    body=_body,
    media_type="text/markdown",
)
