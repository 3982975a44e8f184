"""The volumes of a collection of the anthology, and what they say of the proceedings as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.conference import Editor, Volume
from site_gen.conference.identifiers import Doi, Isbn
from site_gen.ingest.formats.acl.marked import file_address, markdown
from site_gen.ingest.formats.acl.papers import PaperReader
from site_gen.ingest.reading.metadata.books import editors_fact
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.ingest.reading.times.month_days import days_of
from site_gen.ingest.records import ConferenceRecord, Fact, ProceedingsRecord
from site_gen.problems import Place
from site_gen.text import slug, squeeze

_YEAR = re.compile(r"^\d{4}\.")
_OF_EDITIONS = ("shortbooktitle", "address", "month")  # what an edition can say only once


def volume_id(collection: str, volume: XmlElement) -> str:
    """What the anthology calls a volume, without the year: "acl-long" of 2022.acl, "p18-1" of P18."""
    return slug(f"{_YEAR.sub('', collection)} {volume.attributes.get('id', '')}")


def volumes_of(
    collection: str, volumes: Sequence[XmlElement], reader: PaperReader
) -> tuple[Fact[Volume], ...]:
    """The volumes with what each says of itself; one without a title is none."""
    found = (_volume(volume_id(collection, each), each, reader) for each in volumes)
    return tuple(volume for volume in found if volume)


def proceedings_of(
    volumes: Sequence[XmlElement], found: Sequence[Fact[Volume]], reader: PaperReader
) -> ProceedingsRecord:
    """The publisher of all volumes; of a single one also its title, editors and ISBN."""
    only = found[0] if len(found) == len(volumes) == 1 else None
    return ProceedingsRecord(
        proceedings=Fact(only.value.title, only.place) if only else None,
        publisher=agreed(volumes, "publisher"),
        editors=_editors(volumes[0], reader) if only else None,
        isbn=Fact(only.value.isbn, _place(volumes[0], "isbn", only)) if only and only.value.isbn else None,
    )


def conference_of(volumes: Sequence[XmlElement]) -> ConferenceRecord:
    """What all volumes say of where and when."""
    first, last = days_of(agreed(volumes, "month"), agreed(volumes, "year"))
    return ConferenceRecord(location=agreed(volumes, "address"), first_day=first, last_day=last)


def left_out(volumes: Sequence[XmlElement]) -> dict[str, int]:
    """What an edition cannot say, by its name: what volumes say differently, what only volumes say."""
    values = {
        name: [tuple(fact.value for fact in _facts([volume], name)) for volume in volumes]
        for name in _OF_EDITIONS
    }
    differing = {
        f"{name} of volumes": sum(map(len, texts)) for name, texts in values.items() if len(set(texts)) > 1
    }
    month = agreed(volumes, "month")
    is_bare = month is not None and days_of(month, agreed(volumes, "year"))[0] is None
    only = volumes if len(volumes) == 1 else ()  # it is the edition's proceedings, which have no such field
    of_only = {
        "doi of the volume": len([*_facts(only, "doi")]),
        "front matter": len([url for each in only for url in each.each("frontmatter", "url")]),
    }
    left = {"month without days": int(is_bare), **of_only}
    return differing | {name: number for name, number in left.items() if number}


def agreed(volumes: Sequence[XmlElement], name: str) -> Fact[str] | None:
    """What all volumes say; None where they differ."""
    listed = list(_facts(volumes, name))
    return listed[0] if len({fact.value for fact in listed}) == 1 else None


def _volume(own_id: str, volume: XmlElement, reader: PaperReader) -> Fact[Volume] | None:
    title, publisher, isbn, doi = (
        next(_facts([volume], name), None) for name in ("booktitle", "publisher", "isbn", "doi")
    )
    if title is None or not title.value:
        return None
    own_isbn = identifier_fact(Isbn, isbn, reader.problems)
    own_doi = identifier_fact(Doi, doi, reader.problems)
    editors = _editors(volume, reader)
    made = Volume(
        id=own_id,
        title=title.value,
        editors=editors.value if editors else (),
        isbn=own_isbn.value if own_isbn else None,
        doi=own_doi.value if own_doi else None,
        publisher=publisher.value if publisher and publisher.value else None,
        front_matter=_front_matter(volume, reader),
    )
    return Fact(made, title.place)


def _editors(volume: XmlElement, reader: PaperReader) -> Fact[tuple[Editor, ...]] | None:
    listed = list(volume.each("meta", "editor"))
    return editors_fact([reader.name(editor) for editor in listed], listed[0].place) if listed else None


def _front_matter(volume: XmlElement, reader: PaperReader) -> str | None:
    for element in volume.each("frontmatter", "url"):
        name = element.text.strip()
        if name and reader.is_safe(element, file_address(name)):
            return file_address(name)
    return None


def _place(volume: XmlElement, name: str, otherwise: Fact[Volume]) -> Place:
    return next((fact.place for fact in _facts([volume], name)), otherwise.place)


def _facts(volumes: Sequence[XmlElement], name: str) -> Iterator[Fact[str]]:
    for volume in volumes:
        for element in volume.each("meta", name):
            yield Fact(squeeze(markdown(element)), element.place)
