"""How a paper is cited: as a line of text and as BibTeX. What is not known is left out of both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_gen.model import Authorship, Conference, Paper
from site_gen.people import family_name
from site_gen.site import Site
from site_gen.text import slug_words
from site_gen.views.cards import cards, doi_link
from site_gen.wording import NO_TITLE, listed

# Words of a title that tell little: a key takes the first one after them.
_SMALL_WORD = re.compile(
    r"an?|and|are|as|at|by|can|do|for|from|how|in|is|it|of|on|or|the|towards?|to|using|via|what|when|why|with"
)
_TEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_TEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper as text, as BibTeX, and the key of its entry."""

    text: str
    bibtex: str
    key: str


def citation(site: Site, edition: str, paper_id: str) -> Citation:
    """The citation of a paper."""
    found = site.catalogue.editions[edition]
    paper, key = found.papers[paper_id], citation_keys(site)[edition, paper_id]
    names = _names(site, paper)
    title = cards(site).paper(edition, paper_id).title.plain if paper.title else ""
    text = _text(found.conference, paper, names, title or NO_TITLE)
    return Citation(text, _bibtex(found.conference, paper, names, title, key), key)


@lru_cache(maxsize=1)
def citation_keys(site: Site) -> dict[tuple[str, str], str]:
    """The BibTeX key of each paper: family name, year, word ("barham2022pathways").

    The words are those of the paper's id, which never changes. Papers whose keys would be equal all
    take further words, so that no key depends on the order of the papers.
    """
    keys: dict[tuple[str, str], str] = {}
    waiting = {place: _key_parts(site, *place) for place in _papers(site)}
    length = 1
    while waiting:
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for place, (stem, words) in waiting.items():
            groups[stem + "".join(words[:length])].append(place)
        for key, places in groups.items():
            for place in places if len(places) == 1 or _is_spent(places, waiting, length) else ():
                keys[place] = key if len(places) == 1 else f"{key}{''.join(slug_words(place[0]))}{place[1]}"
                del waiting[place]
        length += 1
    return keys


def _papers(site: Site) -> Iterator[tuple[str, str]]:
    for edition_id, edition in site.catalogue.editions.items():
        for paper in edition.conference.papers:
            yield edition_id, paper.id


def _is_spent(
    places: list[tuple[str, str]], waiting: dict[tuple[str, str], tuple[str, list[str]]], length: int
) -> bool:
    return all(length >= len(waiting[place][1]) for place in places)


def _key_parts(site: Site, edition: str, paper_id: str) -> tuple[str, list[str]]:
    """The beginning of a paper's key, and the words that may follow."""
    found = site.catalogue.editions[edition]
    paper = found.papers[paper_id]
    named = [authorship for authorship in paper.authors if authorship.name]
    family = slug_words(_family(site, named[0])) if named else ["anonymous"]
    words = slug_words(paper_id)
    telling = [word for word in words if not _SMALL_WORD.fullmatch(word) and word not in family]
    return "".join(family) + _year(found.conference), telling or words


def _year(conference: Conference) -> str:
    return str(conference.year) if conference.year else "".join(slug_words(conference.id))


def _family(site: Site, authorship: Authorship) -> str:
    if authorship.family:
        return authorship.family
    author = site.catalogue.people.authors.get(site.catalogue.people.id_of(authorship) or "")
    return family_name(author) if author else (authorship.name or "").split()[-1]


def _names(site: Site, paper: Paper) -> list[tuple[str, str]]:
    """The names of a byline as they may be published, each with its family name; missing ones left out."""
    shown = ((site.catalogue.people.shown_name(each), each) for each in paper.authors)
    return [(name, _family(site, authorship)) for name, authorship in shown if name]


def _text(conference: Conference, paper: Paper, names: list[tuple[str, str]], title: str) -> str:
    others = ["others"] if names and len(names) < len(paper.authors) else []
    authors = listed([*(name for name, _ in names), *others])
    volume = f"volume {conference.volume}" if conference.volume else ""
    pages = f"pages {paper.pages}" if paper.pages else ""
    year = str(conference.year) if conference.year else ""
    where = ", ".join(part for part in (_book(conference), volume, pages, year) if part)
    doi = doi_link(paper.doi).url if paper.doi else ""
    sentences = [_ended(part) for part in (authors, title, f"In {where}") if part]
    return " ".join([*sentences, *([doi] if doi else [])])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."


def _book(conference: Conference) -> str:
    return conference.proceedings or conference.title


def _bibtex(conference: Conference, paper: Paper, names: list[tuple[str, str]], title: str, key: str) -> str:
    fields = {
        "title": f"{{{_tex(title)}}}" if title else None,
        "author": _bibtex_authors(names, len(names) < len(paper.authors)),
        "booktitle": _tex(_book(conference)),
        "volume": _tex(conference.volume or ""),
        "pages": _tex(paper.pages or "").replace("–", "--"),
        "year": str(conference.year or ""),
        "publisher": _tex(conference.publisher or ""),
        "doi": _tex(paper.doi or ""),
        "url": next((link.url for link in paper.links if link.rel == "paper"), None),
    }
    lines = [f"  {name:<9} = {{{value}}}" for name, value in fields.items() if value]
    return f"@inproceedings{{{key},\n" + ",\n".join(lines) + "\n}"


def _bibtex_authors(names: list[tuple[str, str]], lacking: bool) -> str:
    """Names in BibTeX's way; where one is lacking they end in "and others"."""
    written = [_bibtex_name(name, family) for name, family in names]
    return " and ".join([*written, "others"] if lacking and written else written)


def _bibtex_name(name: str, family: str) -> str:
    """The name as "Family, Given"; in braces where the family name is at neither of its ends."""
    given = name.removesuffix(family).strip() if name.endswith(family) else name.removeprefix(family).strip()
    if given == name:
        return f"{{{_tex(name)}}}"
    return ", ".join(_tex(part) for part in (family, given) if part)


def _tex(text: str) -> str:
    """Text in which no character means anything to TeX; braces, which must balance, are left out."""
    if text.isalnum():
        return text
    bare = text.replace("{", "").replace("}", "")
    return _TEX_SPECIAL.sub(lambda found: _TEX_NAMES.get(found[0], "\\" + found[0]), bare)
