"""The parts of a byline, one a name: at semicolons, bars and lines, at commas, or at pairs of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.people.names import AND_WORD, is_particle, is_person, with_last_apart

NESTED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]|<[^<>]*>")
SUFFIX = re.compile(
    r"(?:Jr|Sr|II|III|IV|Ph\.? ?D|M\.? ?D|M\.? ?Sc|B\.? ?Sc|DVM|Esq|FRS|MBA)\.?", re.IGNORECASE
)
# An end of a line where a list of names goes on: "Ann Lee,", "Ann Lee and".
_WRAPPED = re.compile(r"(?<=[,&])[^\S\n]*\n\s*(?=\S)|(?<=\sand)[^\S\n]*\n\s*(?=\S)|\s*\n\s*(?=and\s|&\s)")
_LINE_END = re.compile(r"\s*\n\s*")
_SEPARATORS = {sign: re.compile(rf"\s*{re.escape(sign)}\s*") for sign in (";", "|", "\n", " / ")}
_AT_COMMA = re.compile(r"[,(\[]")
_AND = re.compile(rf"(?:^|\s)(?:&|{AND_WORD})\s")
_SURE_AND = re.compile(r"\s(?:&|and|und|et(?!\s+al\b))\s")
_COMMA = re.compile(rf"(?<!\s)\s*+,\s*+(?:and\s|&\s)?|{_AND.pattern}")


def parts_of(text: str) -> tuple[list[tuple[str, int]], bool]:
    """The parts of a text, one a name, each with its offset; and whether family names stand first."""
    text = with_last_apart(text)
    if "\n" in text:
        text = _WRAPPED.sub(lambda match: " " * len(match[0]), text)
    hidden = NESTED.sub(lambda match: "_" * len(match[0]), text)
    for separator, pattern in _SEPARATORS.items():
        if separator in hidden.strip():
            parts = _split(text, hidden, pattern)
            heads = [_hidden(part).partition(",") for part, _ in parts]
            if separator == " / " and any(comma and " " in head for head, comma, _ in heads):
                continue  # "Ann Lee, Bob Roe / Cy Dee"
            if separator == ";":
                parts = [each for part, start in parts for each in _lines_of_people(part, start)]
                parts = [each for part, start in parts for each in _two_people(part, start)]
            return parts, any(comma for _, comma, _ in heads)
    by_and = _split(text, hidden, _AND)
    if len(by_and) > 1 and all(_hidden(part).count(",") == 1 for part, _ in by_and):
        return by_and, True
    by_comma = _split(text, hidden, _COMMA)
    if len(by_and) == 1 and _are_pairs([part for part, _ in by_comma]):
        return _paired(text, by_comma), True
    return _with_suffixes(text, by_comma), False


def _split(text: str, hidden: str, separator: re.Pattern[str]) -> list[tuple[str, int]]:
    parts, start = [], 0
    for match in separator.finditer(hidden):
        parts.append((text[start : match.start()], start))
        start = match.end()
    return [*parts, (text[start:], start)]


def _lines_of_people(text: str, start: int) -> list[tuple[str, int]]:
    """The lines of a part, where each begins with somebody's name; else the part as it is."""
    lines = _split(text, text, _LINE_END) if "\n" in text else []
    heads = [_AT_COMMA.split(line, maxsplit=1)[0].strip() for line, _ in lines]
    if len(lines) < 2 or not all(" " in head and is_person(head) for head in heads):
        return [(text, start)]
    return [(line, start + offset) for line, offset in lines]


def _two_people(text: str, start: int) -> list[tuple[str, int]]:
    """The last two of "Ann Lee; Bo Katz; Cy Roe and Di Fay"; else the part as it is."""
    found = [] if NESTED.search(text) else _split(text, text, _SURE_AND)  # of one institution they are
    names = [part.strip() for part, _ in found]
    are_whole = all(" " in name and is_person(name) for name in names)
    are_turned = all(re.fullmatch(r"[^\W\d_]+,\s[^\W\d_]+", name) for name in names)
    if len(found) < 2 or not (are_whole or are_turned):
        return [(text, start)]
    return [(part, start + offset) for part, offset in found]


def _hidden(text: str) -> str:
    return NESTED.sub("_", text)


def _are_pairs(parts: Sequence[str]) -> bool:
    """Whether comma parts are "Last, First, Last, First": the last names are one word or two."""
    bare = [_hidden(part).replace("_", " ").split() for part in parts]
    if len(parts) % 2 or not all(bare) or any(SUFFIX.fullmatch(" ".join(part)) for part in bare):
        return False
    if all(len(part) == 1 and is_person(part[0]) for part in bare):  # "陈静, 赵磊" are whole names
        return False
    if len(parts) == 2:
        is_family = is_particle(bare[0][0]) or (is_particle(bare[0][0].lower()) and len(bare[1]) == 1)
        return len(bare[0]) == 1 or is_family  # "Al Kay, Eve Poe" are two
    return all(len(part) == 1 for part in bare[::2])


def _paired(text: str, parts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    ends = [*(offset for _, offset in parts[2::2]), len(text)]
    return [
        (text[offset:end].rstrip(" ,\n"), offset) for (_, offset), end in zip(parts[::2], ends, strict=True)
    ]


def _with_suffixes(text: str, parts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The parts, with "Jr." and its like joined to the name before."""
    joined: list[tuple[str, int]] = []
    for part, offset in parts:
        if joined and SUFFIX.fullmatch(part.strip()):
            start = joined[-1][1]
            joined[-1] = (text[start : offset + len(part)], start)
        else:
            joined.append((part, offset))
    return joined
