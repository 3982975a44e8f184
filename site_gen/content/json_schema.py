"""JSON Schemas of the content files, made from the model and the docstrings of its fields, for editors."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from site_gen import conference
from site_gen.conference import Author, Award, Change, Conference, Paper, Series, Session, SourceDocument
from site_gen.conference.descriptions import descriptions
from site_gen.content import paths
from site_gen.content.plain import SHORT_NAMES
from site_gen.content.schema import ELSEWHERE, adapter

_ENTITIES = {"site": Series, "conference": Conference, "paper": Paper}
_LISTS = {
    "sessions": Session,
    "awards": Award,
    "changes": Change,
    "authors": Author,
    "sources": SourceDocument,
}


def schema_comment(name: str, depth: int) -> str:
    """The first comment of a content file that lies `depth` folders below content/."""
    return f"yaml-language-server: $schema={'../' * depth}schema/{name}.json"


@cache
def schema_files() -> dict[str, str]:
    """The texts of content/schema/*.json by their path in the project."""
    schemas = {name: _of_entity(kind) for name, kind in _ENTITIES.items()}
    schemas |= {name: _of_list(kind) for name, kind in _LISTS.items()}
    return {
        f"{paths.SCHEMAS}/{name}.json": json.dumps(schema, indent=1, sort_keys=True) + "\n"
        for name, schema in schemas.items()
    }


def _of_entity(kind: type[Any]) -> dict[str, Any]:
    name, definitions = _definitions(kind)
    entity = definitions.pop(name)
    # A paper's id is the name of its file, and an edition's that of its folder.
    refused = ELSEWHERE.get(kind, frozenset())
    entity["properties"] = {key: each for key, each in entity["properties"].items() if key not in refused}
    entity["required"] = [key for key in entity.get("required", ()) if key not in ("id", *refused)]
    if kind is Conference:
        entity["required"].remove("title")
    used = _used(entity, definitions)
    return {**_DIALECT, **entity, "$defs": {key: definitions[key] for key in sorted(used)}}


def _of_list(kind: type[Any]) -> dict[str, Any]:
    name, definitions = _definitions(kind)
    return {**_DIALECT, "type": "array", "items": {"$ref": f"#/$defs/{name}"}, "$defs": definitions}


_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _definitions(kind: type[Any]) -> tuple[str, dict[str, Any]]:
    """The name of a kind's schema, and all schemas that it needs."""
    schema = adapter(kind).json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    for name, entity in definitions.items():
        _describe(entity, getattr(conference, name))
        _allow_short_forms(entity)
    return schema["items"]["$ref"].rpartition("/")[2], definitions


def _describe(entity: dict[str, Any], kind: type[Any]) -> None:
    """Say what an entity and its keys mean; the line breaks of our source are none of theirs.

    pydantic can read these docstrings too, but takes a second for it.
    """
    entity["description"] = " ".join(entity["description"].split())
    for key, description in descriptions(kind).items():
        entity["properties"][key]["description"] = description


_NAMES: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _allow_short_forms(entity: dict[str, Any]) -> None:
    """Names may stand without their key, rooms in a list; an editor reads 2022 as a number, we as text."""
    properties = entity["properties"]
    if {"paper", "people"} <= properties.keys():
        properties["presenter"] = {
            **_NAMES,
            "description": "Who presents it: a person of that role.",
        }
    for key, schema in properties.items():
        if key in SHORT_NAMES and "items" in schema:
            schema["items"] = {"anyOf": [{"type": "string"}, schema["items"]]}
        if key == "room" and "other_rooms" in properties:
            schema["anyOf"].append(_NAMES["anyOf"][1])
        _allow_bare_scalars(schema)


def _allow_bare_scalars(schema: Any) -> None:
    if isinstance(schema, list):
        for each in schema:
            _allow_bare_scalars(each)
    elif isinstance(schema, dict):
        if schema.get("type") == "string" and "enum" not in schema and "const" not in schema:
            schema["type"] = ["string", "number", "boolean"]
        for each in schema.values():
            _allow_bare_scalars(each)


def _used(schema: Any, definitions: dict[str, Any]) -> set[str]:
    """The names of the definitions that a schema needs."""
    if isinstance(schema, list):
        return set().union(*(_used(each, definitions) for each in schema))
    if not isinstance(schema, dict):
        return set()
    named = schema.get("$ref", "").rpartition("/")[2]
    found = {named} | _used(definitions[named], definitions) if named else set()
    return found.union(*(_used(each, definitions) for each in schema.values()))
