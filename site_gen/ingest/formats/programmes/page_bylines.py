"""What lines of a programme with people in them look like: names between dots, with numbers, institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.reading.people.names import are_people, is_dotted_byline, is_person

_PLACED = re.compile(
    r"(?:[^.:;?!]|(?<=[A-Z])\.|(?<=Inc)\.|(?<=Ltd)\.){2,160}, [A-Z][\w.]*(?: (?:of |[A-Z])[\w.]*){0,4}"
)


def is_placed(text: str) -> bool:
    """Whether a text can be an institution and where it is: "Owl Photonics, Austria"."""
    return _PLACED.fullmatch(text) is not None and not are_people(text)


def is_dotted(text: str) -> bool:
    """Whether a line is names between dots, and no bullet."""
    return (" · " in text or " ⋅ " in text) and is_dotted_byline(text)


def marks(byline: str) -> Iterator[tuple[str, str]]:
    """The names of "Ann Lee1, Bob Roe2,3" with the numbers behind them."""
    for match in re.finditer(r"([^\d,;\s][^\d,;]*?)(\d{1,2}(?:,\d{1,2})*)(?:\s*[,;]|\s+and\s|\s*$)", byline):
        yield match[1].removeprefix("and "), match[2]


def begins_as_person(text: str) -> bool:
    return is_person(re.split(r"\s+and\s+|;", text.strip().removeprefix("and "))[0].strip())
