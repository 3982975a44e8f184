"""How a paper is cited: as a line of text and as BibTeX. What is not known is left out of both.

The line names the first of very many authors, and how many others there are; BibTeX names all.
"""

from __future__ import annotations

from site_gen.cards.bylines import MOST_NAMES
from site_gen.cards.references import Reference, reference
from site_gen.conference.page_ranges import PageRange
from site_gen.graph.queries import fragment
from site_gen.locale import Locale
from site_gen.locale.phrases import Phrases
from site_gen.site import Site
from site_gen.values import dataclass
from site_gen.writers.bibtex import bibtex


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper as text, as BibTeX, and the key of its entry."""

    text: str
    bibtex: str
    key: str


def citation(site: Site, edition: str, paper: str) -> Citation:
    """The citation of a paper."""
    found = reference(site, edition, paper)
    return Citation(citation_text(site, edition, paper), bibtex(found), found.key)


@fragment
def citation_text(site: Site, edition: str, paper: str) -> str:
    """The same as text alone."""
    return _text(site.locale, reference(site, edition, paper))


def _text(locale: Locale, found: Reference) -> str:
    phrases = locale.words.phrases
    authors = locale.listed([name.whole for name in found.names[:MOST_NAMES]] + _others(locale, found))
    volume = phrases.cited_volume.format(volume=found.volume) if found.volume else ""
    pages = _pages(phrases, found.pages) if found.pages else ""
    year = str(found.year) if found.year else ""
    where = ", ".join(part for part in (found.book, volume, pages, year) if part)
    in_book = phrases.cited_in.format(book=where) if where else ""
    doi = found.doi.url if found.doi else ""
    sentences = [_ended(part) for part in (authors, found.title or locale.words.no_title, in_book) if part]
    return " ".join([*sentences, *([doi] if doi else [])])


def _others(locale: Locale, found: Reference) -> list[str]:
    """What stands for the names after the first, and for those that are missing."""
    if len(found.names) > MOST_NAMES:
        return [locale.count("other", len(found.names) - MOST_NAMES)]
    return [locale.words.phrases.other_authors] if found.names and found.lacks_names else []


def _pages(phrases: Phrases, pages: PageRange) -> str:
    return str(pages) if pages.is_article else phrases.cited_pages.format(pages=pages)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."
