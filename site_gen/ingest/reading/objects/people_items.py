"""People as objects of their own: name, institution, biography."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.conference import Participant
from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import PrivateValues, kind_of_column
from site_gen.ingest.reading.objects.item_texts import cell_text, details_of_people, people_text
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.texts.rich_text import markdown_of
from site_gen.ingest.records import OTHER_COLUMNS, Document, Fact
from site_gen.problems import Place
from site_gen.values import replace


def people_of(
    document: Document, items: Sequence[Item], private: PrivateValues
) -> Iterator[Fact[Participant]]:
    """The person that each object is; what else it says is counted."""
    for item in items:
        text = people_text([{**item.members}])
        place = document.place(item.place.line, item.place.column)
        for person in participants(split_authors(text, item.place.line, private), "speaker")[:1]:
            yield Fact(replace(person, biography=_biography(item, place, private)), place)


def _biography(item: Item, place: Place, private: PrivateValues) -> str | None:
    """What an object says of a person's life; None where it says nothing."""
    life: Fact[str] | None = None
    for key in details_of_people({**item.members}):
        name, kind = column_name(key), kind_of_column(column_name(key))
        if name in PROGRAMME_FIELDS["biography"]:
            life = private.paragraphs(markdown_of(cell_text(item.members[key])), place)
        elif kind == OTHER_COLUMNS:
            private.leave(key)
        else:
            private.count(kind)
    return life.value if life else None
