"""`papers.csv`, `sessions.csv`, `authors.csv`: tables for spreadsheets (RFC 4180, UTF-8, CR LF).

A cell that, after any leading "'", begins with = + - @ (wide ones too) or a tab has one "'" before it, so
that no spreadsheet runs it: a reader takes one away. What is not known is empty. Several values in a cell are
parted by "; ", addresses by a space; in a value "\\" stands before a ";" or "\\" of its own. A paper's
affiliations are those of its authors, in their order; several of one author are parted by " | ", with "\\" in
the same way. A name that a byline misses is empty; of these, `missing` says whether it is one or all others.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import get_args

from site_gen import markup
from site_gen.cards.cards import links_of, open_aliases
from site_gen.conference import Author, Authorship, Link, LinkRel, Paper, Participant, Role, Session
from site_gen.graph.queries import fragment
from site_gen.locale import Locale
from site_gen.markup.characters import clean
from site_gen.site import Edition, Export, Naming, Site, Subject
from site_gen.site.subjects import AuthorsIndex, PaperOf, PapersOf, PersonOf, ScheduleOf, SessionOf

Row = Mapping[str, str]

_RUNS = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
# Those of papers and sessions: where one submits and how one comes there is said of an edition.
_RELS: tuple[LinkRel, ...] = tuple(rel for rel in get_args(LinkRel) if rel not in ("submit", "map"))
_ROLES: tuple[Role, ...] = get_args(Role)
_PARTS = ("id", "url", "title")
_PAPER = (
    *_PARTS, "authors", "author_ids", "abstract", "abstract_complete", "awards", "award_names", "sessions",
    "volume", "volume_title", "pages", "doi", "keywords", "licence", "language", "status", "note", "erratum",
    "affiliations", "missing",
    *(f"{rel}_url" for rel in _RELS),
)  # fmt: skip
_SESSION = (
    *_PARTS, "kind", "type", "status", "date", "start", "end", "end_date", "room", "track", "track_name",
    "part_of", "language", "attendance", "access", *(f"{role}s" for role in _ROLES), "description", "papers",
    "talks", "note", *(f"{rel}_url" for rel in _RELS),
)  # fmt: skip
_AUTHOR = ("id", "url", "name", "family", "aliases", "orcid", "homepage", "paper_count", "papers")


def _files(site: Site) -> Iterator[Naming]:
    for edition_id, edition in site.catalogue.editions.items():
        yield PapersOf(edition_id), f"{edition_id}/papers.csv"
        if edition.sessions:
            yield ScheduleOf(edition_id), f"{edition_id}/sessions.csv"
    yield AuthorsIndex(), "authors.csv"


def _body(site: Site, subject: Subject) -> bytes:
    if isinstance(subject, AuthorsIndex):
        authors = site.catalogue.people.authors
        return _table(_AUTHOR, (_author_line(site, each) for each in sorted(authors)))
    edition = site.catalogue.editions[subject.edition]
    if isinstance(subject, PapersOf):
        return _table(_PAPER, (_paper_line(site, subject.edition, each) for each in sorted(edition.papers)))
    return _table(_SESSION, (_session_line(site, subject.edition, each) for each in edition.sessions))


@fragment
def _author_line(site: Site, author: str) -> str:
    return _line(_AUTHOR, _author(site, site.catalogue.people.authors[author]))


@fragment
def _paper_line(site: Site, edition_id: str, paper: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return _line(_PAPER, _paper(site, edition, edition.papers[paper]))


@fragment
def _session_line(site: Site, edition_id: str, session: str) -> str:
    edition = site.catalogue.editions[edition_id]
    return _line(_SESSION, _session(site, edition, edition.sessions[session]))


def _table(columns: Sequence[str], lines: Iterable[str]) -> bytes:
    return "".join([_line(columns, {column: column for column in columns}), *lines]).encode()


def _line(columns: Sequence[str], row: Row) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerow([_cell(row[column]) for column in columns])
    return written.getvalue()


def _cell(text: str) -> str:
    return "'" + text if _RUNS.match(text) else text


def _paper(site: Site, edition: Edition, paper: Paper) -> Row:
    people = site.catalogue.people
    shown = [people.shown_name(each) for each in paper.authors]
    ids = [people.id_of(each) for each in paper.authors]
    appearances = edition.appearances.get(paper.id, ())
    volume = edition.volumes.get(paper.volume or "")
    return {
        "id": paper.id,
        "url": site.address(PaperOf(edition.conference.id, paper.id)),
        "title": clean(paper.title or ""),
        "authors": _listed(shown),
        "author_ids": _listed(who if name else "" for who, name in zip(ids, shown, strict=True)),
        "abstract": clean(paper.abstract or ""),
        "abstract_complete": {True: "yes", False: "no", None: ""}[paper.abstract_complete],
        "awards": _listed(award.id for award in edition.awards.get(paper.id, ())),
        "award_names": _listed(clean(award.name) for award in edition.awards.get(paper.id, ())),
        "sessions": _listed(dict.fromkeys(each.session.id for each in appearances)),
        "volume": paper.volume or "",
        "volume_title": clean(volume.title) if volume else "",
        "pages": str(paper.pages or ""),
        "doi": str(paper.doi or ""),
        "keywords": _listed(paper.keywords),
        "licence": paper.licence or edition.conference.licence or "",
        "language": paper.language or "",
        "status": paper.status,
        "note": clean(paper.note or ""),
        "erratum": clean(paper.erratum or ""),
        "affiliations": _affiliations(paper.authors),
        "missing": _listed(
            each.missing or "one" for each, name in zip(paper.authors, shown, strict=True) if not name
        ),
        **_links(site.locale, paper.links),
    }


def _session(site: Site, edition: Edition, session: Session) -> Row:
    track = edition.tracks.get(session.track or "")
    return {
        "id": session.id,
        "url": site.address(SessionOf(edition.conference.id, session.id)),
        "title": clean(session.title or ""),
        "kind": session.kind,
        "type": clean(session.type or ""),
        "status": session.status,
        "date": session.date.isoformat() if session.date else "",
        "start": _clock(session.start),
        "end": _clock(session.end),
        "end_date": session.end_date.isoformat() if session.end_date else "",
        "room": _listed(session.rooms),
        "track": session.track or "",
        "track_name": clean(track.name) if track else "",
        "part_of": session.part_of or "",
        "language": session.language or "",
        "attendance": session.attendance or "",
        "access": _listed(session.access),
        **{f"{role}s": _people(site, session.people, role) for role in _ROLES},
        "description": clean(session.description or ""),
        "papers": _listed(slot.paper for slot in session.slots if slot.paper),
        "talks": _listed(slot.title for slot in session.slots if slot.title),
        "note": clean(session.note or ""),
        **_links(site.locale, session.links),
    }


def _author(site: Site, author: Author) -> Row:
    people = site.catalogue.people
    papers = people.papers.get(author.id, ())
    return {
        "id": author.id,
        "url": site.address(PersonOf(author.id)),
        "name": clean(author.name),
        "family": clean(author.family or ""),
        "aliases": _listed(open_aliases(people, author)),
        "orcid": str(author.orcid or ""),
        "homepage": markup.safe_url(author.homepage or "") or "",
        "paper_count": str(len(papers)),
        "papers": _listed(f"{each.edition}/{each.paper}" for each in papers),
    }


def _people(site: Site, participants: Iterable[Participant], role: Role) -> str:
    return _listed(site.catalogue.people.shown_name(each) for each in participants if each.role == role)


def _links(locale: Locale, links: Iterable[Link]) -> Row:
    safe = links_of(locale, links)
    return {f"{rel}_url": " ".join(link.url for link in safe if link.rel == rel) for rel in _RELS}


def _affiliations(authors: Iterable[Authorship]) -> str:
    """Those of each author; empty where nobody has any."""
    each = [_listed(author.affiliations, " | ") for author in authors]
    return _listed(each) if any(each) else ""


def _listed(values: Iterable[str | None], separator: str = "; ") -> str:
    """Values in one cell; a name that is missing is an empty one."""
    special = re.compile(rf"([\\{separator.strip()}])")
    return separator.join(special.sub(r"\\\1", clean(value or "")) for value in values)


def _clock(clock: time | None) -> str:
    return f"{clock:%H:%M}" if clock else ""


CSV = Export(
    name="csv",
    files=_files,
    body=_body,
    media_type="text/csv",
    specification="https://www.rfc-editor.org/rfc/rfc4180",
    is_archived=True,
)
