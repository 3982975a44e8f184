"""A reference as BibTeX, right for BibTeX, biber and those who read its LaTeX back as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.cards.names import PersonName
from site_gen.cards.references import Reference
from site_gen.writers.latex import latex, latex_with_formulas

_BRACES = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_NEEDS_BRACES = re.compile(r",|\band\b|^others$", re.IGNORECASE)


def bibtex(found: Reference, abstract: str = "") -> str:
    """The entry of a paper, without a line end; `abstract` is as content has it.

    What is not known is left out. A byline that misses names ends in "and others". The address of the
    paper's page here stands in where neither a DOI nor a publisher's page is known.
    """
    fields = {
        "title": _whole(latex_with_formulas(found.raw_title)),
        "author": _authors(found),
        "editor": _joined(found.editors),
        "booktitle": latex(found.book),
        "volume": latex(found.volume),
        "volume-id": found.in_volume,
        "volume-doi": _address(str(found.volume_doi or "")),
        "pages": _pages(found),
        "year": str(found.year or ""),
        "publisher": latex(found.publisher),
        "isbn": str(found.isbn or ""),
        "issn": str(found.issn or ""),
        "doi": _address(str(found.doi or "")),
        "url": _address(found.link or ("" if found.doi else found.address)),
        "copyright": _address(found.licence),
        "language": found.language,
        "keywords": latex(", ".join(found.keywords)),
        "note": latex(" ".join(found.notes)),
        "abstract": latex_with_formulas(abstract),
    }
    lines = [f"  {name:<9} = {{{value}}}" for name, value in fields.items() if value]
    return f"@inproceedings{{{found.key},\n" + ",\n".join(lines) + "\n}"


def _whole(title: str) -> str:
    """The title in braces, which keep its capitals."""
    return f"{{{title}}}" if title else ""


def _authors(found: Reference) -> str:
    return _joined(found.names) + (" and others" if found.lacks_names and found.names else "")


def _joined(names: Sequence[PersonName]) -> str:
    return " and ".join(map(_name, names))


def _name(name: PersonName) -> str:
    """ "Family, Jr, Given"; in braces where its parts are not known."""
    if not name.family:
        return f"{{{latex(name.whole)}}}"
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(_name_part(part) for part in parts if part)


def _name_part(part: str) -> str:
    """A part of a name; in braces where BibTeX would read more than a name in it."""
    return f"{{{latex(part)}}}" if _NEEDS_BRACES.search(part) else latex(part)


def _pages(found: Reference) -> str:
    return found.pages.joined("--") if found.pages else ""


def _address(address: str) -> str:
    """An address is written as it is, for \\url and \\href take it so; its braces as a URL may have them."""
    return "".join(_BRACES.get(character, character) for character in address)
