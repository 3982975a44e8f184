"""`index.md`: the Markdown twin of a page, beside it (CommonMark), for assistants and for reading offline.

Texts of others are escaped so that they read back as they are, and long ones are quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.exports._markdown import THIRD_PARTY, line
from site_gen.exports._twins import (
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
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site
from site_gen.views.cards import cards
from site_gen.views.times import day_moment
from site_gen.wording import WORDS


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("markdown", "home"), "index.md", contents.locate("series")
    yield ("markdown", "authors"), "authors/index.md", contents.locate("authors")
    for author in contents.people.authors:
        yield (
            ("markdown", "author", author),
            f"authors/{author}/index.md",
            contents.locate("authors", "", author),
        )
    for edition_id, edition in contents.editions.items():
        yield from _of_edition(contents, edition_id, edition)


def _of_edition(contents: Catalogue, edition_id: str, edition: Edition) -> Iterator[tuple[Key, str, Place]]:
    place = contents.locate("conference", edition_id)
    yield ("markdown", "edition", edition_id), f"{edition_id}/index.md", place
    yield ("markdown", "papers", edition_id), f"{edition_id}/papers/index.md", place
    if edition.conference.awards:
        yield ("markdown", "awards", edition_id), f"{edition_id}/awards/index.md", place
    for day in edition.days:
        written = day.isoformat()
        yield ("markdown", "day", edition_id, written), f"{edition_id}/schedule/{written}/index.md", place
    for paper in edition.papers:
        place = contents.locate("papers", edition_id, paper)
        yield ("markdown", "paper", edition_id, paper), f"{edition_id}/papers/{paper}/index.md", place
    for session in edition.sessions:
        place = contents.locate("sessions", edition_id, session)
        yield ("markdown", "session", edition_id, session), f"{edition_id}/sessions/{session}/index.md", place


def _body(site: Site, key: Key) -> bytes:
    up = "../" * site.addresses[key].count("/")
    title, lines = _page(site, up, key[1], *key[2:])
    return "\n".join([f"# {line(title)}", "", f"_{THIRD_PARTY}_", "", *lines, ""]).encode()


def _page(site: Site, up: str, kind: str, first: str = "", second: str = "") -> tuple[str, Lines]:
    """The title and the lines of the twin of a page, by the page's key."""
    contents = site.catalogue
    if kind == "paper":
        return cards(site).paper(first, second).title.plain, paper_text(site, up, first, second)
    if kind == "author":
        return contents.people.authors[first].name, author_text(site, up, first)
    if kind == "session":
        session = contents.editions[first].sessions[second]
        return cards(site).session(first, second).title.plain, session_text(site, up, first, session)
    if kind == "day":
        days = {day.isoformat(): day for day in contents.editions[first].days}
        return day_moment(days[second]).text, day_text(site, up, first, second)
    return _list(site, up, kind, first)


def _list(site: Site, up: str, kind: str, edition: str) -> tuple[str, Lines]:
    if kind == "edition":
        return site.catalogue.editions[edition].conference.title, edition_text(site, up, edition)
    if kind == "papers":
        return WORDS.papers, papers_text(site, up, edition)
    if kind == "awards":
        return WORDS.awards, awards_text(site, up, edition)
    if kind == "authors":
        return WORDS.authors, authors_text(site, up)
    return site.catalogue.series.title, home_text(site, up)


MARKDOWN = Export(
    name="markdown",
    files=_files,
    body=_body,
    title="Markdown",
    description="Beside a page its twin in Markdown: add index.md to the address of a paper, session, day, "
    "author, edition or list.",
    media_type="text/markdown",
)
