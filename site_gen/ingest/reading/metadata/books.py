"""The book that each entry of a bibliography is in: what all say of it, or of each of several books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from site_gen.conference import Editor, Volume
from site_gen.conference.identifiers import Identifier, Isbn, Issn, WrongIdentifier
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.people.names import PrintedName, authorship_of
from site_gen.ingest.reading.people.people import is_nobody, without_title
from site_gen.ingest.records import Fact, ProceedingsRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import slug, slug_words
from site_gen.values import dataclass

T = TypeVar("T")
Kind = TypeVar("Kind", bound=Identifier)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Book:
    """What one entry says of its book, each text on one line: title, volume, isbn, issn, publisher."""

    texts: Mapping[str, Fact[str]] = field(default_factory=dict)
    editors: Fact[tuple[Editor, ...]] | None = None

    @property
    def title(self) -> str:
        """Empty where the entry names no book."""
        return self.texts["title"].value if "title" in self.texts else ""


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


def without_books(said: ProceedingsRecord) -> ProceedingsRecord:
    """What is said of proceedings of several books: what one of them says is nothing of the edition."""
    return replace(said, proceedings=None, volume=None, isbn=None, editors=None)


def volumes_of(books: Sequence[Book], problems: ProblemLog) -> dict[str, Fact[Volume]]:
    """The volumes by their titles; none where the books are not told apart by more than their titles."""
    of_title: dict[str, list[Book]] = {}
    for each in books:
        if each.title:
            of_title.setdefault(each.title, []).append(each)
    isbns = [_agreed(alike, "isbn") for alike in of_title.values()]
    if len(of_title) < 2 or not (_is_own(isbns) or _is_own([*map(_editors, of_title.values())])):
        return {}
    return dict(_volumes(of_title, problems))


def _is_own(facts: Sequence[Fact[T] | None]) -> bool:
    """Whether every book has a value of its own."""
    return all(facts) and len({fact.value for fact in facts if fact}) == len(facts)


def _volumes(
    of_title: Mapping[str, Sequence[Book]], problems: ProblemLog
) -> Iterator[tuple[str, Fact[Volume]]]:
    taken: set[str] = set()
    for title, books in of_title.items():
        isbn = identifier_fact(Isbn, _agreed(books, "isbn"), problems)
        number, publisher, editors = _agreed(books, "volume"), _agreed(books, "publisher"), _editors(books)
        own = _id(title, of_title)
        own = own if own not in taken else slug(f"{own} {isbn.value if isbn else len(taken)}")
        taken.add(own)
        made = Volume(
            id=own,
            title=title,
            number=number.value if number else None,
            editors=editors.value if editors else (),
            isbn=isbn.value if isbn else None,
            publisher=publisher.value if publisher else None,
        )
        yield title, Fact(made, books[0].texts["title"].place)


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
