"""`.csl.json`: the papers as data of the Citation Style Language (CSL 1.0.2), for citeproc and pandoc."""

from __future__ import annotations

from site_gen.cards.names import PersonName
from site_gen.cards.references import Reference, plain_abstract, reference
from site_gen.exports.citations.bibliographies import bibliographies, has_abstracts, listing_papers
from site_gen.graph.queries import fragment
from site_gen.site import Export, Site, Subject
from site_gen.text.json_text import Json, json_list, written


def _body(site: Site, subject: Subject) -> bytes:
    with_abstracts = has_abstracts(subject)
    return json_list(_item(site, *paper, with_abstracts) for paper in site.papers(subject))


@fragment
def _item(site: Site, edition: str, paper: str, with_abstract: bool) -> str:
    abstract = _abstract(site, edition, paper) if with_abstract else {}
    return written(_facts(reference(site, edition, paper)) | abstract)


def _facts(found: Reference) -> dict[str, Json]:
    facts: dict[str, Json] = {
        "id": found.key,
        "type": "paper-conference",
        "title": found.title,
        "author": [_name(name) for name in found.names],
        "editor": [_name(name) for name in found.editors],
        "container-title": found.book,
        "event-title": found.event,
        "event-place": found.place,
        "issued": _issued(found),
        "volume": found.volume,
        "custom": _own(found),
        "page": found.pages.joined("-") if found.pages else "",
        "publisher": found.publisher,
        "ISBN": str(found.isbn or ""),
        "ISSN": str(found.issn or ""),
        "DOI": str(found.doi or ""),
        "URL": found.url,
        "language": found.language,
        "keyword": ", ".join(found.keywords),
        "note": found.remarks,
    }
    return {name: value for name, value in facts.items() if value}


def _own(found: Reference) -> Json:
    """What only this program calls so: the volume that the paper is in."""
    facts: dict[str, Json] = {"volume-id": found.in_volume, "volume-doi": str(found.volume_doi or "")}
    return {name: value for name, value in facts.items() if value}


def _issued(found: Reference) -> Json:
    return {"date-parts": [[found.year]]} if found.year else None


def _abstract(site: Site, edition: str, paper: str) -> dict[str, Json]:
    abstract = plain_abstract(site, edition, paper)
    return {"abstract": abstract} if abstract else {}


def _name(name: PersonName) -> Json:
    if not name.family:
        return {"literal": name.whole}
    parts: dict[str, Json] = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


CSL_JSON = Export(
    name="csl-json",
    files=bibliographies("csl.json"),
    body=_body,
    media_type="application/vnd.citationstyles.csl+json",
    specification="https://docs.citationstyles.org/en/stable/specification.html",
    of_page=listing_papers,
    is_archived=True,
)
