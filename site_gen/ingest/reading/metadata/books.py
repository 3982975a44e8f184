"""The book that each entry of a bibliography is in: what all say of it, or of each of several books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from site_gen.conference import Editor, Volume
from site_gen.conference.identifiers import Doi, Identifier, Isbn, Issn, WrongIdentifier
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.people.names import PrintedName, authorship_of
from site_gen.ingest.reading.people.people import is_nobody, without_title
from site_gen.ingest.records import Fact, ProceedingsRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import is_safe_name, slug, slug_words
from site_gen.values import dataclass

T = TypeVar("T")
Kind = TypeVar("Kind", bound=Identifier)
_LONGEST = 60
OF_BOOK = ("volume-id", "volume-doi", "volume", "isbn", "issn", "publisher")
"""What an entry says of its book beside its title; only our own exports say the id and DOI of a volume."""


@dataclass(frozen=True, slots=True)
class Book:
    """What one entry says of its book, each text on one line: its title, and those of `OF_BOOK`."""

    texts: Mapping[str, Fact[str]] = field(default_factory=dict)
    editors: Fact[tuple[Editor, ...]] | None = None

    @property
    def title(self) -> str:
        """Empty where the entry names no book."""
        return self.texts["title"].value if "title" in self.texts else ""

    @property
    def stated_id(self) -> str:
        """What the entry calls the volume that it is in; empty where it names none, or none that can be."""
        stated = self.texts["volume-id"].value if "volume-id" in self.texts else ""
        return stated if self.title and is_safe_name(stated) else ""


def editors_fact(names: Sequence[PrintedName], place: Place) -> Fact[tuple[Editor, ...]] | None:
    """Those who edited a book, each once, called as their source does; None where nobody is named."""
    known = dict.fromkeys(
        Editor(
            name=without_title(each.name),
            family=each.family,
            author=each.author,
            affiliation=next(iter(each.affiliations), None),
        )
        for each in map(authorship_of, names)
        if each.name and not is_nobody(each.name)
    )
    return Fact(tuple(known), place) if known else None


def proceedings_of(wholes: Sequence[Book], books: Sequence[Book], problems: ProblemLog) -> ProceedingsRecord:
    """What all entries agree upon; what those of whole volumes say counts before what papers say.

    A publisher, an ISBN, an ISSN and editors are those of all papers only where half of the papers name them.
    """

    def common(name: str) -> Fact[str] | None:
        return _agreed(wholes, name) or _agreed(_if_common(books, name), name)

    return ProceedingsRecord(
        proceedings=_agreed(wholes, "title") or _agreed(books, "title"),
        volume=_agreed(wholes, "volume") or _agreed(books, "volume"),
        issn=identifier_fact(Issn, common("issn"), problems),
        isbn=identifier_fact(Isbn, common("isbn"), problems),
        publisher=common("publisher"),
        editors=_editors(wholes)
        or _editors(books if 2 * sum(each.editors is not None for each in books) >= len(books) else ()),
    )


def without_books(record: ProceedingsRecord) -> ProceedingsRecord:
    """What is said of proceedings of several books: what one of them says is nothing of the edition."""
    return replace(record, proceedings=None, volume=None, isbn=None, editors=None)


def volumes_of(books: Sequence[Book], problems: ProblemLog) -> list[Fact[Volume] | None]:
    """The volume that each book is, None for one that is none.

    Those that entries name by an id are told apart by it; else no book is one where they are not told apart
    by more than their titles.
    """
    is_stated = any(each.stated_id for each in books)
    names = [each.stated_id if is_stated else each.title for each in books]
    alike: dict[str, list[Book]] = {}
    for name, each in zip(names, books, strict=True):
        if name:
            alike.setdefault(name, []).append(each)
    isbns = [_agreed(of_one, "isbn") for of_one in alike.values()]
    is_distinct = len(alike) > 1 and (_is_own(isbns) or _is_own([*map(_editors, alike.values())]))
    made = dict(_volumes(alike, problems)) if is_stated or is_distinct else {}
    return [made.get(name) for name in names]


def _is_own(facts: Sequence[Fact[T] | None]) -> bool:
    """Whether every book has a value of its own."""
    return all(facts) and len({fact.value for fact in facts if fact}) == len(facts)


def _volumes(alike: Mapping[str, Sequence[Book]], problems: ProblemLog) -> Iterator[tuple[str, Fact[Volume]]]:
    taken: set[str] = set()
    titles = dict.fromkeys(books[0].title for books in alike.values())
    for name, books in alike.items():
        title = books[0].title
        isbn = identifier_fact(Isbn, _agreed(books, "isbn"), problems)
        doi = identifier_fact(Doi, _agreed(books, "volume-doi"), problems)
        number, publisher, editors = _agreed(books, "volume"), _agreed(books, "publisher"), _editors(books)
        own = books[0].stated_id or _id(title, titles)
        own = own if own not in taken else slug(f"{own} {isbn.value if isbn else len(taken)}")
        taken.add(own)
        made = Volume(
            id=own,
            title=title,
            number=number.value if number else None,
            editors=editors.value if editors else (),
            isbn=isbn.value if isbn else None,
            doi=doi.value if doi else None,
            publisher=publisher.value if publisher else None,
        )
        yield name, Fact(made, books[0].texts["title"].place)


def _id(title: str, titles: Mapping[str, object]) -> str:
    """The words of a title that not all titles have: "1-long" of Volume 1: Long Papers."""
    shared = set.intersection(*(set(slug_words(each)) for each in titles))
    own = [word for word in slug_words(title) if word not in shared]
    return slug(" ".join(own), _LONGEST) or slug(title, _LONGEST)


def _if_common(books: Sequence[Book], name: str) -> Sequence[Book]:
    """The books, if half of them have a text; else none."""
    return books if 2 * sum(name in each.texts for each in books) >= len(books) else ()


def _agreed(books: Sequence[Book], name: str) -> Fact[str] | None:
    """A text that is one and the same in all books that have it; None otherwise."""
    values = {
        _in_one_form(name, fact.value): fact for each in reversed(books) if (fact := each.texts.get(name))
    }
    return next(iter(values.values())) if len(values) == 1 else None


def _in_one_form(name: str, text: str) -> str:
    """A number as the model writes it, in whatever form each entry does; a wrong one stays as it is."""
    kinds: Mapping[str, type[Identifier]] = {"isbn": Isbn, "issn": Issn}
    try:
        return kinds[name].read(text).text if name in kinds else text
    except WrongIdentifier:
        return text


def _editors(books: Sequence[Book]) -> Fact[tuple[Editor, ...]] | None:
    """The editors on whom all agree that name any; None otherwise."""
    values = {each.editors.value: each.editors for each in reversed(books) if each.editors}
    return next(iter(values.values())) if len(values) == 1 else None
