"""Values of BibTeX fields: braces and quotes around them, macros, and parts joined by "#"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_MONTH = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?",
    re.IGNORECASE,
)
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Macros:
    """The macros that a file defines with @string: raw values by name in lower case."""

    raw: Mapping[str, str]


def field_value(raw: str, macros: Macros, place: Place, problems: ProblemLog, depth: int = 0) -> str:
    """The text of a raw value: what is in its braces or quotes, with macros put in."""
    texts = []
    for part in _parts(raw):
        if _is_enclosed(part):
            texts.append(part[1:-1])
        elif part.isdigit() or not part:
            texts.append(part)
        else:
            texts.append(_macro_value(part, macros, place, problems, depth))
    return "".join(texts)


def _macro_value(name: str, macros: Macros, place: Place, problems: ProblemLog, depth: int) -> str:
    value = macros.raw.get(name.lower())
    if value is not None and depth < _DEPTH:
        return field_value(value, macros, place, problems, depth + 1)
    if value is None and _MONTH.fullmatch(name):
        return name
    hint = "define it with @string, or put braces around the text"
    problems.error("unknown-macro", f"no @string defines '{name[:60]}'", place, hint)
    return ""


def _is_enclosed(part: str) -> bool:
    return len(part) > 1 and (part[0], part[-1]) in (("{", "}"), ('"', '"'))


def _parts(raw: str) -> Iterator[str]:
    """The parts of a value between "#" outside braces and quotes."""
    if "#" not in raw:
        yield raw.strip()
        return
    start = depth = 0
    is_quoted = False
    for index, character in enumerate(raw):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == '"' and depth == 0:
            is_quoted = not is_quoted
        elif character == "#" and depth == 0 and not is_quoted:
            yield raw[start:index].strip()
            start = index + 1
    yield raw[start:].strip()
