"""Everybody who wrote a paper, by family name, under letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.conference import Author
from site_gen.conference.people import family_name
from site_gen.frame.head import Head, head
from site_gen.locale import OTHER_LETTER, WORDS
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site
from site_gen.text import counted, sort_key


@dataclass(frozen=True, slots=True)
class AuthorEntry:
    """A person in the index: the name in three parts, the middle one the family name."""

    before: str
    family: str
    after: str
    route: str
    papers: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The people under one letter; `id` is its anchor."""

    id: str
    name: str
    authors: tuple[AuthorEntry, ...]


@dataclass(frozen=True, slots=True)
class AuthorsView:
    """The index of authors."""

    head: Head
    count: str
    letters: tuple[Letter, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("authors",), "authors/", contents.locate("authors")


def _view(site: Site, key: Key) -> AuthorsView:
    count = counted(len(site.catalogue.people.authors), "person", "people")
    title = site.catalogue.series.title
    return AuthorsView(
        head=head(site, key, WORDS.authors, description=f"{WORDS.authors} of {title}: {count}."),
        count=count,
        letters=_letters(site),
    )


def _letters(site: Site) -> tuple[Letter, ...]:
    letters: dict[str, list[AuthorEntry]] = {}
    for author in sorted(site.catalogue.people.authors.values(), key=_order):
        letters.setdefault(_letter(author), []).append(_entry(site, author))
    last = letters.pop(OTHER_LETTER, None)
    if last:
        letters[OTHER_LETTER] = last
    return tuple(Letter(f"letter-{name.lower()}", name, tuple(entries)) for name, entries in letters.items())


def _order(author: Author) -> tuple[tuple[str, str], tuple[str, str], str]:
    return sort_key(family_name(author)), sort_key(author.name), author.id


def _letter(author: Author) -> str:
    first = sort_key(family_name(author))[0][:1].upper()
    return first if first.isalpha() and first.isascii() else OTHER_LETTER


def _entry(site: Site, author: Author) -> AuthorEntry:
    before, family, after = author.name.rpartition(family_name(author))
    papers = len(site.catalogue.people.papers.get(author.id, ()))
    return AuthorEntry(
        before=before,
        family=family,
        after=after,
        route=site.address("author", author.id),
        papers=counted(papers, "paper") if papers else "",
    )


AUTHORS = PageKind("authors", "authors.html", _pages, _view)
