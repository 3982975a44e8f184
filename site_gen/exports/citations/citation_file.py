"""`<edition>/CITATION.cff`: how to cite the data of an edition (Citation File Format 1.2.0).

It is YAML of JSON's values. CFF demands authors: data and proceedings have their publisher or series for
one.
"""

from __future__ import annotations

import json

from site_gen.cards.names import PersonName, person_name
from site_gen.cards.references import editors_of, year_of
from site_gen.conference import Conference, Volume
from site_gen.markup.characters import plain_line
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_editions, with_papers
from site_gen.site.subjects import EditionOf
from site_gen.text.json_text import Json


def _body(site: Site, subject: Subject) -> bytes:
    """How to cite the data of an edition, and the proceedings that it is of."""
    edition = subject.edition
    conference = site.catalogue.editions[edition].conference
    phrases = site.locale.words.phrases
    members: dict[str, Json] = {
        "cff-version": "1.2.0",
        "message": phrases.cite_data,
        "type": "dataset",
        "title": plain_line(phrases.data_title.format(title=conference.title)),
        "authors": _authors(site, conference),
        "url": site.absolute(site.address(EditionOf(edition))),
        "references": _proceedings(site, edition),
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in members.items() if value)
    return "\n".join([*lines, ""]).encode()


def _proceedings(site: Site, edition_id: str) -> Json:
    """The proceedings of an edition; its volumes, where there are several."""
    edition = site.catalogue.editions[edition_id]
    return [_book(site, edition_id, volume) for volume in edition.volumes.values() or [None]]


def _book(site: Site, edition: str, volume: Volume | None) -> Json:
    conference = site.catalogue.editions[edition].conference
    names = [
        person_name(site.catalogue.people, each)
        for each in editors_of(site, edition, volume.id if volume else "")
    ]
    publisher = (volume and volume.publisher) or conference.publisher
    known: dict[str, Json] = {
        "type": "proceedings",
        "title": plain_line(volume.title if volume else conference.proceedings or conference.title),
        "authors": _authors(site, conference),
        "editors": [_person(name) for name in names if name],
        "conference": _event(conference),
        "publisher": {"name": plain_line(publisher)} if publisher else None,
        "volume": plain_line((volume and volume.number) or conference.volume or ""),
        "isbn": str((volume or conference).isbn or ""),
        "issn": str(conference.issn or ""),
        "doi": str(volume.doi or "") if volume else "",
        "year": year_of(conference),
        **_licence(conference.licence or ""),
    }
    return {name: value for name, value in known.items() if value}


def _authors(site: Site, conference: Conference) -> Json:
    return [{"name": plain_line(conference.publisher or site.catalogue.series.title)}]


def _person(name: PersonName) -> Json:
    if not name.family:
        return {"name": name.whole}
    parts = {"family-names": name.family, "given-names": name.given, "name-suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _event(conference: Conference) -> Json:
    known = {
        "name": plain_line(conference.title),
        "location": plain_line(conference.location or ""),
        "date-start": conference.first_day.isoformat() if conference.first_day else "",
        "date-end": conference.last_day.isoformat() if conference.last_day else "",
    }
    return {name: value for name, value in known.items() if value}


def _licence(licence: str) -> dict[str, Json]:
    return {"license-url" if "://" in licence else "license": licence}


CITATION_FILE = Export(
    name="citation-file",
    files=of_editions("CITATION.cff", with_papers),
    body=_body,
    media_type="application/yaml",
    is_alternate=False,
    specification="https://citation-file-format.github.io/",
    is_archived=True,
)
