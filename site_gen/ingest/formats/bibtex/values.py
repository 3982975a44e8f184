"""Values of BibTeX fields: braces and quotes around them, macros, and parts joined by "#"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bibtexparser.model import Entry

from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

_MONTH = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?",
    re.IGNORECASE,
)
_DEPTH, _LONGEST = 20, 10_000  # macros inside each other, and letters


@dataclass(frozen=True, slots=True)
class Macros:
    """The macros that a file defines with @string: texts by name in lower case, None for one without end."""

    texts: Mapping[str, str | None]

    @classmethod
    def of(cls, raw: Mapping[str, str]) -> Macros:
        """Each is put together once: a few that name each other twice would fill a memory."""
        texts: dict[str, str | None] = {}
        for name in raw:
            _put_together(name, raw, texts, 0)
        return cls(texts)


def _put_together(name: str, raw: Mapping[str, str], texts: dict[str, str | None], depth: int) -> str | None:
    if name in texts or name not in raw or depth > _DEPTH:
        return texts.get(name)
    texts[name] = None  # while it is made, for it may name itself
    found = [
        _plain(part)
        if _plain(part) is not None
        else _put_together(part.lower(), raw, texts, depth + 1)
        if part.lower() in raw
        else _month(part)
        for part in _parts(raw[name])
    ]
    text = "".join(part or "" for part in found)
    texts[name] = text if None not in found and len(text) <= _LONGEST else None
    return texts[name]


def field_value(raw: str, macros: Macros, place: Place, problems: ProblemLog) -> str:
    """The text of a raw value: what is in its braces or quotes, with macros put in."""
    return "".join(
        text if (text := _plain(part)) is not None else _macro_value(part, macros, place, problems)
        for part in _parts(raw)
    )


def say_the_same(one: object, other: object) -> bool:
    """Whether two blocks of a file are entries, and have the same fields."""
    both = (one, other)
    said = [{f.key: squeeze(str(f.value)) for f in each.fields} for each in both if isinstance(each, Entry)]
    return len(said) == 2 and said[0] == said[1]


def _plain(part: str) -> str | None:
    """The text of a part that is no macro."""
    if _is_enclosed(part):
        return part[1:-1]
    return part if part.isdigit() or not part else None


def _month(name: str) -> str | None:
    return name if _MONTH.fullmatch(name) else None


def _macro_value(name: str, macros: Macros, place: Place, problems: ProblemLog) -> str:
    key = name.lower()
    value = macros.texts[key] if key in macros.texts else _month(name)
    if value is not None:
        return value
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
