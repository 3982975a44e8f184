"""Links: each address with the type that its field, its name or its look tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_gen.conference import Link, LinkRel
from site_gen.conference.identifiers import Doi, WrongIdentifier
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.texts.latex import plain_address
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog

_FIELDS: Mapping[str, LinkRel | None] = {
    "url": None,
    "link": None,
    "ee": None,
    "howpublished": None,
    "pdf": "pdf",
    "paper": "paper",
    "html": "paper",
    "openreview": "paper",
    "video": "video",
    "talk": "video",
    "recording": "video",
    "youtube": "video",
    "slides": "slides",
    "presentation": "slides",
    "poster": "poster",
    "code": "code",
    "software": "code",
    "github": "code",
    "repository": "code",
    "website": "website",
    "homepage": "website",
    "project": "website",
    "supplementary": "website",
    "supp": "website",
    "data": "website",
    "dataset": "website",
}
_WORDS: tuple[tuple[str, LinkRel], ...] = (
    (r"slides?|presentation", "slides"),
    (r"posters?", "poster"),
    (r"video|recording|media\.ccc\.de", "video"),
    (r"stream", "stream"),
    (r"code|git(?:hub|lab)?|repository|source", "code"),
    (r"paper|pdf", "pdf"),
)
_PARTED = re.compile(r"[-_ ]")
LINK_FIELDS = (*_FIELDS, "eprint", "arxiv", "archiveprefix", "eprinttype", "primaryclass", "eprintclass")
_PAPER_PAGE = re.compile(
    r"arxiv\.org/|/abs/|abstract|openreview\.net/forum|mlr\.press|aclanthology|/paper|proceedings|dl\.acm\.org"
    r"|ieeexplore|link\.springer|hdl\.handle|semanticscholar|jmlr\.org|dblp",
    re.IGNORECASE,
)
_CODE = re.compile(r"^https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/", re.IGNORECASE)
_ARXIV_ID = re.compile(r"(?:arxiv:\s*)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE)


def links_fact(fields: Mapping[str, Fact[str]], problems: ProblemLog) -> Fact[tuple[Link, ...]] | None:
    """The links of an entry, at the place of the first; None where it has none."""
    found: dict[str, tuple[Link, Fact[str]]] = {}
    for name, field in fields.items():
        for rel, url in _addresses(name, field.value, fields):
            if _is_address(url, name, field, problems):
                found.setdefault(url, (Link(rel=rel, url=url), field))
    if not found:
        return None
    links = tuple(link for link, _ in found.values())
    return Fact(links, next(iter(found.values()))[1].place)


def rel_named(names: Iterable[str]) -> LinkRel:
    """The type of a link, by the first name of it that says one; "website" where none does."""
    for name in names:
        for pattern, rel in _WORDS:
            if re.search(rf"\b(?:{pattern})\b", name, re.IGNORECASE):
                return rel
    return "website"


def _addresses(name: str, value: str, fields: Mapping[str, Fact[str]]) -> list[tuple[LinkRel, str]]:
    """The addresses of one field with their types."""
    if name == "doi":
        return _of_doi(plain_address(value))
    if name in ("eprint", "arxiv"):
        return _arxiv(name, value, fields)
    name = link_field(name)
    if not name:
        return []
    urls = [word for word in plain_address(value).split(" ") if re.match(r"[a-z]+:|www\.|//", word, re.I)]
    return [(_rel(name, url), url) for url in urls]


def link_field(name: str) -> str:
    """The field of links that this one is, by its name or the last word of it; empty where it is none.

    "presentation-video" is a video, "url_article" an address.
    """
    last = _PARTED.split(name)[-1]
    if name in _FIELDS:
        return name
    if _FIELDS.get(last) and last != "paper":
        return last
    return "url" if name.startswith("url_") else ""


def _of_doi(value: str) -> list[tuple[LinkRel, str]]:
    try:
        return [("doi", Doi.read(value).url)]
    except WrongIdentifier:  # it is reported where it is read as the paper's DOI
        return []


def _arxiv(name: str, value: str, fields: Mapping[str, Fact[str]]) -> list[tuple[LinkRel, str]]:
    archive = next((fields[key].value for key in ("archiveprefix", "eprinttype") if key in fields), name)
    match = _ARXIV_ID.fullmatch(plain_address(value))
    if match and "arxiv" in archive.lower():
        return [("paper", f"https://arxiv.org/abs/{match[1]}")]
    address = plain_address(value)
    return [("paper", address)] if address.startswith("http") else []


def _rel(name: str, url: str) -> LinkRel:
    rel = _FIELDS[name]
    if rel and rel != "paper":
        return rel
    if re.search(r"\.pdf(?:[?#]|$)", url, re.IGNORECASE):
        return "pdf"
    if re.match(r"https?://(?:dx\.)?doi\.org/", url, re.IGNORECASE):
        return "doi"
    if _CODE.match(url):
        return "code"
    return "paper" if rel or _PAPER_PAGE.search(url) else "website"


def _is_address(url: str, name: str, field: Fact[str], problems: ProblemLog) -> bool:
    try:
        read_url(url)
    except ValueError as error:
        problems.warning("bad-address", f"{name}: {error}", field.place, hint="the link is left out")
        return False
    return True
