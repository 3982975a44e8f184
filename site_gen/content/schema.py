"""Plain values → model values, validated: every mistake of a file with its place and a way out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from site_gen.conference import Conference, ProsePage, Series
from site_gen.conference.identifiers import WrongIdentifier
from site_gen.content.plain import Plain, Step
from site_gen.problems import Place, ProblemLog
from site_gen.text import slug
from site_gen.text.suggestions import suggestion

Entity = TypeVar("Entity")
Where = Callable[[Sequence[Step]], Place]


# Fields of the model that are not written in the file of their entity.
ELSEWHERE: Mapping[type[Any], frozenset[str]] = {
    Series: frozenset(["authors", "conferences", "pages"]),
    Conference: frozenset(["id", "papers", "sessions", "awards", "changes", "pages"]),
    ProsePage: frozenset(["id", "markdown", "line"]),
}


def validated(
    kind: type[Entity], items: Sequence[Plain], where: Where, problems: ProblemLog
) -> list[Entity | None]:
    """The items as model values; None in the place of a wrong one, after telling what and where.

    `where` finds the place of what steps from the list of items lead to.
    """
    if not items:
        return []
    from pydantic import ValidationError  # late: it costs 75 ms, and remembered content needs none

    wrong: set[int] = set()
    try:
        return adapter(kind).validate_python(items)  # type: ignore[no-any-return]  # it is list[kind]
    except ValidationError as error:
        for mistake in error.errors(include_url=False):
            _report(mistake, kind, where, problems)
            wrong.add(int(mistake["loc"][0]))
    right = iter(adapter(kind).validate_python([item for n, item in enumerate(items) if n not in wrong]))
    return [None if number in wrong else next(right) for number in range(len(items))]


def only_writable(
    kind: type[Any], keys: dict[str, Plain], where: Where, problems: ProblemLog
) -> dict[str, Plain]:
    """The keys of an entity's file without those of fields that are written elsewhere, which are told."""
    refused = ELSEWHERE[kind]
    for key in keys:
        if key in refused:
            _report_unknown(key, _fields_at(kind, []), where([0, key]), problems)
    return {key: value for key, value in keys.items() if key not in refused}


_ADAPTERS: dict[type[Any], Any] = {}  # making one costs milliseconds


def adapter(kind: type[Any]) -> Any:
    """What pydantic validates a list of this kind with."""
    from pydantic import ConfigDict, TypeAdapter  # late, as above

    if kind not in _ADAPTERS:
        # The list passes its configuration on; a dataclass takes none from outside.
        _ADAPTERS[kind] = TypeAdapter(list[kind], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]
    return _ADAPTERS[kind]


def _report(mistake: Any, kind: type[Any], where: Where, problems: ProblemLog) -> None:
    steps: list[Step] = list(mistake["loc"])
    place = where(steps)
    key = steps[-1] if steps else ""
    match mistake["type"]:
        case "unexpected_keyword_argument":
            _report_unknown(str(key), _fields_at(kind, steps[1:-1]), place, problems)
        case "missing":
            problems.error("missing-key", f"the key '{key}' is missing", where(steps[:-1]))
        case "value_error":
            error = mistake["ctx"]["error"]
            hint = error.hint if isinstance(error, WrongIdentifier) else ""
            problems.error("wrong-value", str(error), place, hint)
        case "literal_error":
            choices = _choices(mistake["ctx"]["expected"])
            hint = suggestion(str(mistake["input"]), choices)
            what = f"'{mistake['input']}' is not one of {', '.join(choices)}"
            problems.error("unknown-value", what, place, hint)
        case "tuple_type" | "list_type":
            example = _example(kind, steps[1:], "…")
            hint = f"begin each item with '- '; write:\n{example}" if example else "begin each item with '- '"
            problems.error("not-a-list", f"'{key}' must be a list", place, hint)
        case "string_type":
            problems.error("not-text", f"'{key}' must be text, not a list or keys", place)
        case "dataclass_type" | "dict_type":
            example = _example(kind, steps[1:], str(mistake["input"]))
            hint = f"write:\n{example}" if example and isinstance(mistake["input"], str) else ""
            problems.error("not-keys", f"expected keys and values in {_nice(steps)}", place, hint)
        case _:
            problems.error("wrong-value", str(mistake["msg"]), place)


def _report_unknown(key: str, known: Sequence[str], place: Place, problems: ProblemLog) -> None:
    hint = suggestion(key, known, f"known keys: {', '.join(known)}")
    looks = "" if key.isascii() else f" ({_code_points(key)})"
    problems.error("unknown-key", f"unknown key '{key}'{looks}", place, hint)


def _code_points(key: str) -> str:
    """The characters of a key that a keyboard for English lacks: one may look like a letter that it has."""
    return ", ".join(f"'{each}' is U+{ord(each):04X}" for each in dict.fromkeys(key) if not each.isascii())


def _choices(expected: str) -> list[str]:
    return [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]


def _nice(steps: Sequence[Step]) -> str:
    names = [step for step in steps if isinstance(step, str)]
    return f"'{names[-1]}'" if names else "this file"


def _example(kind: type[Any], steps: Sequence[Step], text: str) -> str:
    """An item of a list as it is written, with the keys that it must have; empty where there are none."""
    try:
        item = _kind_at(kind, steps)
    except IndexError:  # a list of texts
        return ""
    unset = (dataclasses.MISSING, dataclasses.MISSING)
    keys = [each.name for each in dataclasses.fields(item) if (each.default, each.default_factory) == unset]
    values = {"id": slug(text) or text, "name": text, "title": text, "url": text}
    from site_gen.content.writing import write_item  # late: it imports yaml

    return write_item({key: values.get(key, "…") for key in keys}).rstrip() if keys else ""


def _kind_at(kind: type[Any], steps: Sequence[Step]) -> type[Any]:
    for step in steps:
        if isinstance(step, str):
            kind = _dataclass_in(typing.get_type_hints(kind)[step])
    return kind


def _fields_at(kind: type[Any], steps: Sequence[Step]) -> list[str]:
    """The keys that may be written in what steps lead to from `kind`."""
    kind = _kind_at(kind, steps)
    refused = ELSEWHERE.get(kind, frozenset())
    return [field.name for field in dataclasses.fields(kind) if field.name not in refused]


def _dataclass_in(hint: Any) -> type[Any]:
    if dataclasses.is_dataclass(hint):
        return typing.cast("type[Any]", hint)
    inner = [part for part in typing.get_args(hint) if part not in (type(None), ..., types.NoneType)]
    return _dataclass_in(inner[0])
