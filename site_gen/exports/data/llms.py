"""`llms.txt`: the ways into the site for language models, in the form of https://llmstxt.org/."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.locale import Words
from site_gen.locale.sentences import papers_of
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import EditionOf, PapersOf, SeriesHome
from site_gen.writers.markdown import line, link, quotation

# An edition with more of them is given by its list alone.
_MOST_PAPERS = 500


def _files(site: Site) -> Iterator[Naming]:
    contents = site.catalogue
    yield SeriesHome(), "llms.txt", contents.locate("series")


def _body(site: Site, _subject: Subject) -> bytes:
    series, editions, words = site.catalogue.series, site.catalogue.editions, site.locale.words
    papers = sum(len(each.papers) for each in editions.values())
    about = quotation(series.description or papers_of(site.locale, papers, series.title))
    lines = [f"# {line(series.title)}", "", *about, "", words.third_party, ""]
    if editions:
        lines += [f"## {words.editions}", "", site.markdown(SeriesHome(), "", "editions")]
    for edition in editions:
        lines += _edition(site, edition)
    lines += ["## Data", "", *_data(site), "", "## Optional", "", *_optional(words), ""]
    return "\n".join(lines).encode()


def _edition(site: Site, edition_id: str) -> Iterator[str]:
    edition = site.catalogue.editions[edition_id]
    yield from (f"## {line(edition.conference.title)}", "")
    yield site.markdown(EditionOf(edition_id), "", "contents")
    if 0 < len(edition.papers) <= _MOST_PAPERS:
        yield site.markdown(PapersOf(edition_id), "", "items")


def _data(site: Site) -> Iterator[str]:
    for edition_id, edition in site.catalogue.editions.items():
        title = line(edition.conference.title)
        yield f"- {link(f'{title} as JSON', f'{edition_id}/conference.json')}: papers, sessions, awards"
    yield f"- {link('People as JSON', 'authors.json')}: everybody with their papers"
    yield f"- {link('All papers as BibTeX', 'papers.bib')}"


def _optional(words: Words) -> Iterator[str]:
    yield f"- {link('Everything in one file', 'llms-full.txt')}: every session and every abstract"
    yield f"- {link(words.authors, 'authors/index.md')}: everybody who has a page"


LLMS = Export(
    name="llms",
    files=_files,
    body=_body,
    media_type="text/plain",
    is_alternate=False,
)
