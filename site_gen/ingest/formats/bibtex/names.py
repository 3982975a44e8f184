"""Names of BibTeX: "Family, Given", "Family, Jr, Given", "Given Family", "{Whole Name}", "and others"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.ingest.reading.latex import unicode_text
from site_gen.ingest.reading.names import PrintedName, body_with_comma, unusual_family
from site_gen.ingest.reading.people import is_degree, without_title
from site_gen.text import squeeze

_TEXT = re.compile(r"\S")
_COMMA = re.compile(",")
_JUNIOR = re.compile(r"[JS]r\.?|II|III|IV")  # as people write it: "Given Family, Jr."
_AND = re.compile(r"\s+and(?=\s)|^and(?=\s)|\s+and$", re.IGNORECASE)
_AND_OR_COMMA = re.compile(rf",?(?:{_AND.pattern})|,", re.IGNORECASE)


def between_people(values: Sequence[str]) -> re.Pattern[str]:
    """What stands between the names of a file: "and", or a comma where nearly no byline has an "and".

    "Ann Lee, Bob Roe, Cy Dee" would be one person, with a family name, a suffix and a given name.
    """
    parted = [[part for part, _ in _split(value, _COMMA)] for value in values]
    several = [parts for parts in parted if len(parts) > 2 and all(" " in part for part in parts)]
    joined = sum(_AND.search(value) is not None for value in values)
    return _AND_OR_COMMA if len(several) > 2 and len(several) > 2 * joined else _AND


def bibtex_names(value: str, line: int, between: re.Pattern[str] = _AND) -> list[PrintedName]:
    """The names of an author field that begins at a line, a blank one where a name is missing."""
    names = []
    for text, offset in _split(value, between):
        names.append(_printed(text, line + value.count("\n", 0, offset)))
    return names


def _split(value: str, separator: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The parts of a value between separators outside braces, each with its offset."""
    start = 0
    depth = 0
    scanned = 0
    for match in separator.finditer(value):
        depth += value.count("{", scanned, match.start()) - value.count("}", scanned, match.start())
        scanned = match.start()
        if depth <= 0:
            yield value[start : match.start()].strip(), _first_text(value, start)
            start = match.end()
    yield value[start:].strip(), _first_text(value, start)


def _first_text(value: str, start: int) -> int:
    match = _TEXT.search(value, start)
    return match.start() if match else start


def _printed(text: str, line: int) -> PrintedName:
    if text.startswith("{") and _closes_at_end(text):
        name = _plain(text)
        return PrintedName(name, line, family=name if " " in name else None)
    parts = [part for part, _ in _split(text, _COMMA)]
    if len(parts) == 1:
        return _natural_order(text, line)
    if len(parts) == 2 and _plain(parts[0]) and _JUNIOR.fullmatch(parts[1]):
        before = _natural_order(parts[0], line)
        shown = f"{before.name} {parts[1]}"
        return PrintedName(
            shown, line, family=unusual_family(before.family or before.name.split()[-1], shown)
        )
    if body := body_with_comma(_plain(parts[0]), _plain(text), line):
        return body
    if len(parts) == 3 and is_degree(parts[2]):  # "Bee, Ann, PhD"
        parts.pop()
    family, given = parts[0], parts[-1] if len(parts) > 2 and parts[-1] else parts[1]
    junior = parts[1] if len(parts) > 2 and parts[-1] else ""
    shown = squeeze(" ".join(_plain(part) for part in (given, family, junior)))
    plain_family = _plain(family)
    return PrintedName(shown, line, family=unusual_family(plain_family, shown))


def _natural_order(text: str, line: int) -> PrintedName:
    """ "Given von Family": lower-case words before the last one belong to the family name."""
    name = without_title(_plain(text))
    name_words = name.split(" ")
    first_lower = next((i for i, word in enumerate(name_words) if word[:1].islower()), 0)
    is_von = 0 < first_lower < len(name_words) - 1 and name.lower() != "others"
    family = " ".join(name_words[first_lower:]) if is_von else ""
    return PrintedName(name, line, family=unusual_family(family, name))


def _plain(text: str) -> str:
    return squeeze(unicode_text(text))


def _closes_at_end(text: str) -> bool:
    """Whether the brace that opens a text is closed by its last character."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index == len(text) - 1
    return False
