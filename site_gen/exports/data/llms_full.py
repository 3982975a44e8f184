"""`llms-full.txt`: every session and every paper with its abstract in one Markdown file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.graph.queries import fragment
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series
from site_gen.site.subjects import EditionOf, PaperOf, SessionOf
from site_gen.writers.markdown import line


def _body(site: Site, _subject: Subject) -> bytes:
    words = site.locale.words
    parts = [f"# {line(site.catalogue.series.title)}\n", f"{words.third_party}\n"]
    for edition_id, edition in site.catalogue.editions.items():
        parts += [f"# {line(edition.conference.title)}\n", site.markdown(EditionOf(edition_id), "", "facts")]
        parts += _of_kind(site, words.sessions, [SessionOf(edition_id, each) for each in edition.sessions])
        parts += _of_kind(site, words.papers, [PaperOf(edition_id, each) for each in edition.papers])
    return "\n".join(parts).encode()


def _of_kind(site: Site, heading: str, subjects: Sequence[Subject]) -> Iterator[str]:
    if subjects:
        yield f"## {heading}\n"
    for subject in subjects:
        yield _section(site, subject)


@fragment
def _section(site: Site, subject: Subject) -> str:
    title = line(site.view(subject).about.title)
    return f"### {title}\n\n{site.markdown(subject, '', 'content')}"


LLMS_FULL = Export(
    name="llms-full",
    files=of_series("llms-full.txt"),
    body=_body,
    media_type="text/plain",
    is_alternate=False,
    specification="https://llmstxt.org/",
)
