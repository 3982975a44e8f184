"""`.ris`: the papers in the tagged format of RIS, for EndNote, Zotero and Mendeley.

A line for each fact, ended by CR LF; a paper is of type CPAPER. What is not known has no line.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.names import PersonName
from site_gen.cards.references import Reference, plain_abstract, reference
from site_gen.exports.citations.bibliographies import bibliographies, has_abstracts, listing_papers
from site_gen.graph.queries import fragment
from site_gen.site import Export, Site, Subject


def _body(site: Site, subject: Subject) -> bytes:
    with_abstracts = has_abstracts(subject)
    return "".join(_entry(site, *paper, with_abstracts) for paper in site.papers(subject)).encode()


@fragment
def _entry(site: Site, edition: str, paper: str, with_abstract: bool) -> str:
    tagged = _tagged(reference(site, edition, paper))
    facts = "".join(_line(tag, value) for tag, value in tagged if value)
    return f"{facts}{_abstract(site, edition, paper) if with_abstract else ''}ER  - \r\n\r\n"


def _abstract(site: Site, edition: str, paper: str) -> str:
    abstract = plain_abstract(site, edition, paper)
    return _line("AB", abstract) if abstract else ""


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {value}\r\n"


def _tagged(found: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "CPAPER"
    yield "ID", found.key
    yield "TI", found.title
    for name in found.names:
        yield "AU", _name(name)
    for name in found.editors:
        yield "A2", _name(name)
    yield "T2", found.book
    yield "C3", found.event
    yield "CY", found.place
    yield "PY", str(found.year or "")
    yield "VL", found.volume
    yield "U1", found.in_volume and f"volume-id: {found.in_volume}"
    yield "U2", f"volume-doi: {found.volume_doi}" if found.volume_doi else ""
    yield from zip(("SP", "EP"), found.first_and_last_page, strict=True)
    yield "PB", found.publisher
    yield "SN", str(found.issn or "")
    yield "SN", str(found.isbn or "")
    yield "DO", str(found.doi or "")
    yield "UR", found.url
    yield "LA", found.language
    for word in found.keywords:
        yield "KW", word
    yield "N1", found.remarks


def _name(name: PersonName) -> str:
    parts = (name.family, name.given, name.suffix) if name.suffix else (name.family, name.given)
    return ", ".join(part for part in parts if part) if name.family else name.whole


RIS = Export(
    name="ris",
    files=bibliographies("ris"),
    body=_body,
    media_type="application/x-research-info-systems",
    specification="https://en.wikipedia.org/wiki/RIS_(file_format)",
    of_page=listing_papers,
    is_archived=True,
)
