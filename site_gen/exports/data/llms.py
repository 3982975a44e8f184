"""`llms.txt`: the ways into the site for language models, in the form of https://llmstxt.org/."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.exports.data.twins import Lines, edition_item, paper_items
from site_gen.locale import Words
from site_gen.locale.sentences import papers_of
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import SeriesHome
from site_gen.writers.markdown import THIRD_PARTY, line, link, quotation

# An edition with more of them is given by its list alone.
_MOST_PAPERS = 500


def _files(site: Site) -> Iterator[Naming]:
    contents = site.catalogue
    yield SeriesHome(), "llms.txt", contents.locate("series")


def _body(site: Site, _subject: Subject) -> bytes:
    series, editions = site.catalogue.series, site.catalogue.editions
    about = quotation(
        series.description
        or papers_of(site.locale, sum(len(each.papers) for each in editions.values()), series.title)
    )
    lines = [f"# {line(series.title)}", "", *about, "", THIRD_PARTY, ""]
    if editions:
        lines += [
            f"## {site.locale.words.editions}",
            "",
            *(f"- {edition_item(site, '', each)}" for each in editions),
            "",
        ]
    for edition in editions:
        lines += _edition(site, edition)
    lines += ["## Data", "", *_data(site), "", "## Optional", "", *_optional(site.locale.words), ""]
    return "\n".join(lines).encode()


def _edition(site: Site, edition_id: str) -> Lines:
    edition = site.catalogue.editions[edition_id]
    locale = site.locale
    papers = locale.count("paper", len(edition.papers))
    ways = [
        f"- {link(locale.words.papers, f'{edition_id}/papers/index.md')}: {papers}",
        *(
            f"- {link(locale.day(day), f'{edition_id}/schedule/{day.isoformat()}/index.md')}: "
            f"{locale.count('session', len(edition.on_day[day]))}"
            for day in edition.days
        ),
    ]
    if edition.conference.awards:
        ways.append(f"- {link(site.locale.words.awards, f'{edition_id}/awards/index.md')}")
    if len(edition.papers) <= _MOST_PAPERS:
        ways += paper_items(site, "", edition_id, edition.papers)
    return [f"## {line(edition.conference.title)}", "", *ways, ""]


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
