"""The volumes of a BibTeX file whose papers are in several books: each with editors or an ISBN of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_gen.conference import Volume
from site_gen.conference.identifiers import Isbn
from site_gen.ingest.formats.bibtex.proceedings import Fields, agreed, editors_of, number_of
from site_gen.ingest.reading.latex import unicode_text
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog
from site_gen.text import slug, slug_words, squeeze

_LONGEST = 60


def title_of(fields: Fields) -> str:
    """The book that an entry is in; empty where it names none."""
    return squeeze(unicode_text(fields["booktitle"].value)) if "booktitle" in fields else ""


def volumes_of(entries: Sequence[Fields], problems: ProblemLog) -> dict[str, Fact[Volume]]:
    """The volumes by their titles; none where the books are not told apart by more than their titles."""
    books: dict[str, list[Fields]] = {}
    for fields in entries:
        if title := title_of(fields):
            books.setdefault(title, []).append(fields)
    if len(books) < 2 or not any(_is_own(books, name) for name in ("isbn", "editor")):
        return {}
    return dict(_volumes(books, problems))


def _is_own(books: Mapping[str, Sequence[Fields]], name: str) -> bool:
    """Whether every book has a value of its own in a field."""
    said = [agreed(entries, name) for entries in books.values()]
    return all(said) and len({fact.value for fact in said if fact}) == len(books)


def _volumes(
    books: Mapping[str, Sequence[Fields]], problems: ProblemLog
) -> Iterator[tuple[str, Fact[Volume]]]:
    taken: set[str] = set()
    for title, entries in books.items():
        isbn, number = number_of(Isbn, entries, "isbn", problems), agreed(entries, "volume")
        publisher, editors = agreed(entries, "publisher"), editors_of(entries)
        own = _id(title, books)
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
        yield title, Fact(made, entries[0]["booktitle"].place)


def _id(title: str, titles: Mapping[str, object]) -> str:
    """The words of a title that not all titles have: "1-long" of Volume 1: Long Papers."""
    shared = set.intersection(*(set(slug_words(each)) for each in titles))
    own = [word for word in slug_words(title) if word not in shared]
    return slug(" ".join(own), _LONGEST) or slug(title, _LONGEST)
