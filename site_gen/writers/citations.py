"""How a paper is cited: as a line of text and as BibTeX. What is not known is left out of both."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.cards.references import Reference, reference
from site_gen.locale import Locale
from site_gen.site import Site
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
    return Citation(_text(site.locale, found), bibtex(found), found.key)


def _text(locale: Locale, found: Reference) -> str:
    others = ["others"] if found.names and found.lacks_names else []
    authors = locale.listed([*(name.whole for name in found.names), *others])
    volume = f"volume {found.volume}" if found.volume else ""
    is_article = found.pages is not None and found.pages.is_article
    pages = f"{'' if is_article else 'pages '}{found.pages}" if found.pages else ""
    year = str(found.year) if found.year else ""
    where = ", ".join(part for part in (found.book, volume, pages, year) if part)
    doi = found.doi.url if found.doi else ""
    sentences = [
        _ended(part) for part in (authors, found.title or locale.words.no_title, f"In {where}") if part
    ]
    return " ".join([*sentences, *([doi] if doi else [])])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."
