"""What schemas are put together of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from site_gen.conference import FileKind, LinkRel
from site_gen.text.json_text import Json

TEXT: dict[str, Json] = {"type": "string"}
NUMBER: dict[str, Json] = {"type": "integer"}
ADDRESS: dict[str, Json] = {"type": "string", "description": "relative to the root of the site"}
DAY: dict[str, Json] = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
OTHER_DAY: dict[str, Json] = {
    **DAY,
    "description": "null where it is that of the session or of its beginning",
}
CLOCK: dict[str, Json] = {
    "type": ["string", "null"],
    "pattern": r"^\d{2}:\d{2}$",
    "description": "in the time zone of the edition; floating where that is null",
}


def or_null(schema: dict[str, Json]) -> dict[str, Json]:
    """The same or null; what is null where it is not known is that already."""
    return schema if "null" in str(schema.get("type")) else {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Json) -> dict[str, Json]:
    return {"type": "array", "items": schema}


def text(description: str) -> dict[str, Json]:
    """A text, null where it is not known."""
    return {"type": ["string", "null"], "description": description}


def form(pattern: str, description: str) -> dict[str, Json]:
    """A text of one form, null where it is not known."""
    return {"type": ["string", "null"], "pattern": pattern, "description": description}


def one_of(words: tuple[str, ...]) -> dict[str, Json]:
    return {"enum": [*words]}


def object_of(
    description: str, properties: dict[str, Json], maybe: Mapping[str, Json] | None = None
) -> dict[str, Json]:
    """An object with all of these properties, and `maybe` those; later versions may have further ones."""
    return {
        "type": "object",
        "description": description,
        "properties": {**properties, **(maybe or {})},
        "required": [*properties],
    }


LINKS = list_of(
    object_of(
        "a link; its type says what is there",
        {"rel": one_of(get_args(LinkRel)), "url": TEXT, "title": or_null(TEXT)},
    )
)
FILE = object_of("a file of the paper", {"kind": one_of(get_args(FileKind)), "url": ADDRESS})
NAMED = object_of(
    "a name as printed; id is that of a person in authors.json",
    {"id": TEXT, "name": TEXT, "affiliations": list_of(TEXT)},
)
MISSING = object_of(
    'a name that the sources show to be missing, or several of them: "and others" at the end',
    {"id": {"type": "null"}, "name": {"type": "null"}, "missing": one_of(("one", "others"))},
)
