"""`llms.txt`: the ways into the site for language models, in the form of https://llmstxt.org/."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.locale import Words
from site_gen.locale.sentences import papers_of
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series
from site_gen.site.subjects import EditionOf, PapersOf, SeriesHome
from site_gen.writers.markdown import line, link, quotation

# An edition with more of them is given by its list alone.
_MOST_PAPERS = 500


def _body(site: Site, _subject: Subject) -> bytes:
    series, editions, words = site.catalogue.series, site.catalogue.editions, site.locale.words
    papers = sum(each.accepted for each in editions.values())
    about = quotation(series.description or papers_of(site.locale, papers, series.title))
    lines = [f"# {line(series.title)}", "", *about, "", words.third_party, ""]
    if editions:
        lines += [f"## {words.editions}", "", site.markdown(SeriesHome(), "", "editions")]
    for edition in editions:
        lines += _edition(site, edition)
    # "Optional" is a word of the format: what stands below it may be left out.
    lines += [f"## {words.data}", "", *_data(site), "", "## Optional", "", *_optional(words), ""]
    return "\n".join(lines).encode()


def _edition(site: Site, edition_id: str) -> Iterator[str]:
    edition = site.catalogue.editions[edition_id]
    yield from (f"## {line(edition.conference.title)}", "")
    listed = site.markdown(EditionOf(edition_id), "", "contents")
    if 0 < len(edition.papers) <= _MOST_PAPERS:
        listed += site.markdown(PapersOf(edition_id), "", "items")
    yield listed  # in one list: a blank line would part its entries


def _data(site: Site) -> Iterator[str]:
    words = site.locale.words.programs
    for edition_id, edition in site.catalogue.editions.items():
        title = words.as_json.format(title=line(edition.conference.title))
        yield f"- {link(title, f'{edition_id}/conference.json')}: {words.as_json_holds}"
    yield f"- {link(words.people, 'authors.json')}: {words.people_hold}"
    yield f"- {link(words.all_papers, 'papers.bib')}"


def _optional(words: Words) -> Iterator[str]:
    everything = link(words.programs.everything, "llms-full.txt")
    yield f"- {everything}: {words.programs.everything_holds}"
    yield f"- {link(words.authors, 'authors/index.md')}: {words.programs.authors_hold}"


LLMS = Export(
    name="llms",
    files=of_series("llms.txt"),
    body=_body,
    media_type="text/plain",
    is_alternate=False,
    specification="https://llmstxt.org/",
)
