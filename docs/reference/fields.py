"""Every field of the content files, out of the model and the docstrings of its fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from docs.reference.page import code, listed, table
from site_gen import conference
from site_gen.conference import (
    Author,
    Award,
    Change,
    Conference,
    Paper,
    ProsePage,
    Series,
    Session,
    SourceDocument,
)
from site_gen.conference.descriptions import descriptions
from site_gen.content.plain import SHORT_NAMES
from site_gen.content.schema import ELSEWHERE, adapter
from site_gen.text import slug

_FILES: tuple[tuple[str, type[Any], str], ...] = (
    ("content/site.yaml", Series, "The series."),
    ("content/authors.yaml", Author, "A list of people: only what bylines cannot tell."),
    (
        "content/sources.yaml",
        SourceDocument,
        "A list of documents; one that is not in it is detected.",
    ),
    ("content/EDITION/conference.yaml", Conference, "An edition; its folder is named by it, as 2027."),
    ("content/EDITION/papers/ID.yaml", Paper, "A paper; its id is the name of the file."),
    ("content/EDITION/sessions.yaml", Session, "A list of sessions with their slots."),
    ("content/EDITION/awards.yaml", Award, "A list of awards."),
    ("content/EDITION/changes.yaml", Change, "A list of changes of the published programme."),
    (
        "content/pages/ID.md and content/EDITION/pages/ID.md",
        ProsePage,
        "A page in Markdown. These keys stand between two lines of `---` at its top.",
    ),
)
_NAMED_BY_THEIR_FILE = (Conference, Paper, ProsePage)


def body() -> str:
    """The page: each file with its keys, then what stands inside their values."""
    shared: dict[str, Mapping[str, Any]] = {}
    parts = []
    for file, kind, what in _FILES:
        definitions = adapter(kind).json_schema()["$defs"]
        entity = definitions.pop(kind.__name__)
        parts.append(f"## {file}\n\n{what}\n\n{_keys(kind, entity)}")
        shared |= definitions
    first, *_ = names = sorted(shared.keys() - {kind.__name__ for _, kind, _ in _FILES})
    for name in names:
        kind = getattr(conference, name)
        about = " ".join(str(kind.__doc__).split())
        parts.append(f"## {name}\n\n{about}\n\n{_keys(kind, shared[name])}")
    return "\n\n".join([_lead(first), *parts]) + "\n"


def _lead(first: str) -> str:
    return (
        "Every key that may stand in a content file. All are optional but those marked **required**; a key "
        "that is not listed is an error that names the nearest one. Text is never guessed at: `NO`, `8:45` "
        "and `1.10` stay what they are.\n\nEditors that know YAML complete and check these keys as you "
        "type: the first line of each file names its schema in `content/schema/`.\n\nThe headings from "
        f"[{first}](#{slug(first)}) on are values with keys of their own."
    )


def _keys(kind: type[Any], schema: Mapping[str, Any]) -> str:
    required = set(schema.get("required", ())) - {"id" if kind in _NAMED_BY_THEIR_FILE else ""}
    if kind is Conference:
        required.discard("title")  # the series and the name of the folder make it
    rows = (
        (code(name), _value(name, schema["properties"][name], name in required), meaning)
        for name, meaning in _described(kind)
    )
    return table(("Key", "Value", "Meaning"), rows)


def _described(kind: type[Any]) -> Iterator[tuple[str, str]]:
    """The keys that may be written, in the order of the model, with what they mean."""
    hidden = ELSEWHERE.get(kind, frozenset()) | ({"id"} if kind in _NAMED_BY_THEIR_FILE else set())
    found = descriptions(kind)
    for each in dataclasses.fields(kind):
        if each.name not in hidden:
            yield each.name, found[each.name].replace("<", "\\<")


def _value(key: str, schema: Mapping[str, Any], is_required: bool) -> str:
    kinds = [each for each in schema.get("anyOf", (schema,)) if each.get("type") != "null"]
    text = " or ".join(_kind(key, each) for each in kinds)
    if is_required:
        return f"{text} – **required**"
    default = schema.get("default")
    return f"{text}; else {code(str(default))}" if isinstance(default, str) else text


def _kind(key: str, schema: Mapping[str, Any]) -> str:
    """What a value is, in words; of a list, what its items are."""
    if "enum" in schema:
        return listed(map(str, schema["enum"]))
    if "const" in schema:
        return code(str(schema["const"]))
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return f"[{name}](#{slug(name)})"
    if schema.get("type") == "array":
        short = ", or its name alone" if key in SHORT_NAMES else ""
        return f"list of {_kind(key, schema['items'])}{short}"
    if schema.get("type") == "object":
        return "keys and values"
    return str(schema.get("description") or _PLAIN[str(schema["type"])])


_PLAIN = {"string": "text", "boolean": "yes or no", "integer": "a number", "number": "a number"}
