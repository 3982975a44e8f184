"""The editors and volumes of proceedings as our own JSON tells them."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Editor, Volume
from site_gen.conference.identifiers import Doi, Isbn
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.objects.placed_json import JsonObject
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog


def editors_of(item: JsonObject) -> Fact[tuple[Editor, ...]] | None:
    """The editors of an edition or volume; None where none is named."""
    named = (each.text_of("name") for each in item.objects("editors"))
    editors = tuple(Editor(name=name) for name in named if name)
    return Fact(editors, item.place_of("editors")) if editors else None


def volumes_of(root: JsonObject, problems: ProblemLog) -> tuple[Fact[Volume], ...]:
    """The volumes of an edition; none where it has but one."""
    return tuple(_volumes(root, problems))


def _volumes(root: JsonObject, problems: ProblemLog) -> Iterator[Fact[Volume]]:
    for item in root.objects("volumes"):
        volume, title = item.text_of("id"), item.text_of("title")
        isbn = identifier_fact(Isbn, _line(item, "isbn"), problems)
        doi = identifier_fact(Doi, _line(item, "doi"), problems)
        editors = editors_of(item)
        if volume and title:
            made = Volume(
                id=volume,
                title=title,
                number=item.text_of("number") or None,
                editors=editors.value if editors else (),
                isbn=isbn.value if isbn else None,
                doi=doi.value if doi else None,
                publisher=item.text_of("publisher") or None,
                front_matter=_url(item, problems),
            )
            yield Fact(made, item.place)


def _line(item: JsonObject, key: str) -> Fact[str] | None:
    text = item.text_of(key)
    return Fact(text, item.place_of(key)) if text else None


def _url(item: JsonObject, problems: ProblemLog) -> str | None:
    text = item.text_of("front_matter")
    try:
        return read_url(text) if text else None
    except ValueError as error:
        place = item.place_of("front_matter")
        problems.warning("bad-address", str(error), place, "the link is left out")
        return None
