"""`llms-full.txt`: every session and every paper with its abstract in one Markdown file."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import cards
from site_gen.exports.data.twins import edition_text, paper_text, session_text
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import SeriesHome
from site_gen.writers.markdown import THIRD_PARTY, line


def _files(site: Site) -> Iterator[Naming]:
    contents = site.catalogue
    yield SeriesHome(), "llms-full.txt", contents.locate("series")


def _body(site: Site, _subject: Subject) -> bytes:
    lines = [f"# {line(site.catalogue.series.title)}", "", THIRD_PARTY, ""]
    for edition in site.catalogue.editions:
        lines += _edition(site, edition)
    return "\n".join(lines).encode()


def _edition(site: Site, edition_id: str) -> Iterator[str]:
    edition = site.catalogue.editions[edition_id]
    yield from (f"# {line(edition.conference.title)}", "", *edition_text(site, "", edition_id), "")
    if edition.sessions:
        yield from (f"## {site.locale.words.sessions}", "")
    for session in edition.sessions.values():
        title = cards(site).session(edition_id, session.id).title.plain
        yield from (f"### {line(title)}", "", *session_text(site, "", edition_id, session), "")
    if edition.papers:
        yield from (f"## {site.locale.words.papers}", "")
    for paper in edition.papers:
        title = cards(site).paper(edition_id, paper).title.plain
        yield from (f"### {line(title)}", "", *paper_text(site, "", edition_id, paper), "")


LLMS_FULL = Export(
    name="llms-full",
    files=_files,
    body=_body,
    media_type="text/plain",
    is_alternate=False,
)
