"""What a search can find: rows of one kind and edition each a group, those with a text first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeAlias

from site_gen.exports.search.words import search_words
from site_gen.graph.queries import cached, fragment, latest, resource
from site_gen.site import SearchPerson, SearchRow, Site, Subject
from site_gen.values import dataclass

TextPlace: TypeAlias = tuple[Subject, int]
"""Where the text of a row is: the page that says it, and which of its rows, from 0."""

_Heads: TypeAlias = tuple[tuple[SearchRow | SearchPerson, bool], ...]


@dataclass(slots=True)
class Group:
    """Rows of one kind and edition, of pages of one kind in one folder; `texts` are where their texts are."""

    pages: str
    kind: str
    edition: str
    prefix: str
    rows: list[SearchRow] = field(default_factory=list)
    texts: list[TextPlace | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """All rows of a site in their groups, without texts; `people` by the route of their page.

    `synonyms` are what else people call sessions, by the names of their kinds; `kind_synonyms` what else
    they call other rows, by theirs.
    """

    people: Mapping[str, SearchPerson]
    kinds: Mapping[str, tuple[str, str]]
    editions: Mapping[str, str]
    groups: Sequence[Group]
    synonyms: Mapping[str, str]
    kind_synonyms: Mapping[str, str]
    stop_words: str

    @property
    def rows(self) -> Iterator[SearchRow]:
        """All rows, by entry in order."""
        return (row for group in self.groups for row in group.rows)


@resource
def find_all(site: Site) -> Found:
    """Everything that a search of the site can find, but for texts; the newest edition comes first."""
    groups: dict[tuple[str, str, str, str], Group] = {}
    people: dict[str, SearchPerson] = {}
    for kind, page, heads in _pages(site):
        for place, (row, has_text) in enumerate(heads):
            if isinstance(row, SearchPerson):
                people[row.route] = row
                continue
            folder, _ = parted(row.route)
            key = kind, row.kind, page.edition, folder
            group = groups.setdefault(key, Group(*key))
            group.rows.append(row)
            group.texts.append((page, place) if has_text else None)
    kinds = _kinds(site, groups.values())
    words = site.locale.words
    return Found(
        people=people,
        kinds=kinds,
        editions={own: known.conference.title for own, known in site.catalogue.editions.items()},
        groups=_in_order(groups.values(), [*kinds], [*site.catalogue.editions]),
        synonyms={
            str(name): words.search.synonyms.get(kind, "") for kind, name in words.session_kinds.items()
        },
        kind_synonyms={kind: words.search.synonyms.get(kind, "") for kind in kinds},
        stop_words=words.search.stop_words,
    )


@cached
def places_of_texts(site: Site) -> tuple[TextPlace | None, ...]:
    """Where the text of every entry is, by entry in order; None for one without."""
    return tuple(text for group in find_all(site).groups for text in group.texts)


def words_at(site: Site, text: TextPlace) -> list[str]:
    """The words of a text that the title of its row lacks."""
    page, place = text
    return _words_of(site, page).split("\n")[place].split()


def _pages(site: Site) -> Iterator[tuple[str, Subject, _Heads]]:
    """All pages that say what is found of them, each with the kind of it and its rows."""
    searched = {kind.name for kind in site.kinds.values() if kind.has_pages and kind.forms.search_rows}
    for page in site.pages:
        if page.kind.name in searched:
            yield page.kind.name, page.subject, _heads_of(site, page.subject)


@cached
def _heads_of(site: Site, page: Subject) -> _Heads:
    """The rows of a page without their texts, each with whether it has any."""
    return tuple(
        (row, False)
        if isinstance(row, SearchPerson)
        else (replace(row, text=""), bool(row.text and words_at(site, (page, place))))
        for place, row in enumerate(_rows_of(site, page))
    )


@fragment
def _words_of(site: Site, page: Subject) -> str:
    """The words of the text of each row of a page that its title lacks, parted by spaces: a line each row."""
    return "\n".join(map(_words, _rows_of(site, page)))


@latest
def _rows_of(site: Site, page: Subject) -> tuple[SearchRow | SearchPerson, ...]:
    """The rows of a page whose kind has some."""
    form = site.kind_of(page).forms.search_rows
    return tuple(form(site.view(page))) if form else ()


def _words(row: SearchRow | SearchPerson) -> str:
    if isinstance(row, SearchPerson) or not row.text:
        return ""
    return " ".join(sorted(search_words(row.text) - search_words(row.title)))


def _kinds(site: Site, groups: Iterable[Group]) -> dict[str, tuple[str, str]]:
    """What one and several of each kind are called: by the locale, by the kinds of pages, else by its id."""
    named = dict(site.locale.words.search.kinds)
    of_pages = {
        own: names for kind in site.kinds.values() for own, names in kind.results(site.locale).items()
    }
    for group in groups:
        named.setdefault(group.kind, of_pages.get(group.kind, (group.kind, group.kind)))
    return named


def _in_order(groups: Iterable[Group], kinds: Sequence[str], editions: Sequence[str]) -> list[Group]:
    """Groups of what has texts first; by kind, then by edition, those of the series last."""
    groups = list(groups)
    with_texts = {(group.pages, group.kind) for group in groups if any(group.texts)}
    places = {edition: place for place, edition in enumerate(editions)}
    ranks = {kind: rank for rank, kind in enumerate(kinds)}

    def order(group: Group) -> tuple[bool, int, int]:
        lacks_texts = (group.pages, group.kind) not in with_texts
        return lacks_texts, ranks[group.kind], places.get(group.edition, len(places))

    return sorted(groups, key=order)


def parted(route: str) -> tuple[str, str]:
    """The folder that a page lies in, and its own name there."""
    folder, slash, name = route.removesuffix("/").rpartition("/")
    return folder + slash, name
