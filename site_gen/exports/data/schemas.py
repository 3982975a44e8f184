"""`data/*.schema.json`: what stands in conference.json and authors.json (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from site_gen.exports.data.authors_json import AUTHOR
from site_gen.exports.data.conference_json import conference_schema
from site_gen.exports.data.schema_parts import list_of
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import DataPage, PartOf
from site_gen.text.json_text import Json, json_text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCHEMAS: Mapping[str, Callable[[], dict[str, Json]]] = {
    "conference": conference_schema,
    "authors": lambda: list_of(AUTHOR.schema),
}


def _files(_site: Site) -> Iterator[Naming]:
    yield from ((PartOf(DataPage(), name), f"data/{name}.schema.json") for name in _SCHEMAS)


def _body(_site: Site, subject: Subject) -> bytes:
    name = subject.name if isinstance(subject, PartOf) else ""
    return json_text({"$schema": _DIALECT, "title": f"{name}.json", **_SCHEMAS[name]()})


SCHEMAS = Export(
    name="schema",
    files=_files,
    body=_body,
    media_type="application/schema+json",
    specification="https://json-schema.org/specification",
)
