"""What lines of a programme with people in them look like: names between dots, with numbers, below items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.attendance import ATTENDANCE
from site_gen.ingest.reading.people.byline_layouts import names_people, people_share
from site_gen.ingest.reading.people.institutions import is_institution, without_workplace
from site_gen.ingest.reading.people.names import are_people, is_dotted_byline, is_person, split_people
from site_gen.ingest.reading.people.numbered_affiliations import plain_numbers
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import parts
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.titles.session_headings import is_section

_ATTENDANCE = re.compile(rf"\s*\({ATTENDANCE}\)[*_\s]*$", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})([^*_]+)\1")
_TAGS = re.compile(r"(?:</?(?:div|p|span|i|em|b|strong)\b[^<>]*>\s*)+")
_IN_ROOM = re.compile(r"(\S.*?)\s*\(([^()]{2,60})\)")
_RAISED = re.compile(r"[¹²³⁴-⁹]\s?[^\W\d_]")  # before an institution
_FOOTNOTES = re.compile(r"(?<=\d)[*†‡§¶]+")
_ABSTRACT = re.compile(r"abstract\s*[:.–—-]\s+(?=\S)", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:Dean|President|Rector|Provost|Director|Prof(?:essor)?\.?|Dr\.?)(?: [A-Z][\w.’'-]*){2,3}"
)
_RUNS = 3  # styles of an item that says more behind its title
BULLET = re.compile(r"(?:[•▪◦*+#>–-]+\s+)+")
ITEM = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
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


@recurring
def names_place(text: str) -> bool:
    """Whether a text names a room, and no people of whom one is called Hall, or speaks online.

    "Workshop A: Owls (Room 1.01)" and "Session 1A (Room 101): Owls" name what takes place in one.
    """
    titled = _IN_ROOM.fullmatch(text)
    if titled and names_room(titled[2]) and not names_room(titled[1]):
        return False
    label, colon, _ = text.partition(": ")
    if colon and (not names_room(label) or is_section(label)):  # "A: Building Nests (Ann Lee), Room 101"
        return False
    is_sentence = text.endswith(".") and len(text.split()) > 2
    if is_sentence or _TITLED.fullmatch(text):  # "Zoom link follows.", "Dean Ann Hall"
        return False
    bare = without_attendance(text)
    are_people = people_share(bare) == 1
    is_list = bare != text or len(split_people(bare)) > 2 or " and " in bare
    return names_room(text) and not (are_people and is_list)


def names_one_with_place(text: str) -> bool:
    """Whether a line is somebody and where they work: "Ann Lee, City College", "Bo Roe (ETH Zurich)"."""
    if text.endswith(")"):
        name, place = without_workplace(text)
        return bool(place) and " " in name and "," not in name and is_person(name)
    name, comma, place = (part.strip() for part in text.partition(","))
    return (
        bool(comma) and " " in name and is_person(name) and not is_institution(name) and is_institution(place)
    )


def is_in_room(text: str) -> bool:
    """Whether a line says in which numbered room something is: "OWL MEETING (Room 1.04)"."""
    match = _IN_ROOM.fullmatch(text)
    return match is not None and names_room(match[2]) and any(map(str.isdigit, match[2]))


def without_attendance(text: str) -> str:
    """A byline without how its people take part behind it: "*Ann Lee, Bob Roe* (online)"."""
    match = _ATTENDANCE.search(text)
    is_byline = match is not None and people_share(text[: match.start()].strip("*_ ")) == 1
    return text[: match.start()].strip("*_ ") if match and is_byline else text


def with_plain_numbers(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, with plain numbers for raised ones before institutions, and behind the names above."""
    found: list[SourceLine] = []
    for line, below in zip_longest(lines, lines[1:]):
        if _RAISED.match(line.text) or (below and _RAISED.match(below.text)):
            line = replace(line, text=_FOOTNOTES.sub("", plain_numbers(line.text)))
        found.append(line)
    return found


def is_item(line: SourceLine) -> bool:
    """Whether a line is one of a list, not a heading."""
    return not line.text.startswith("#") and (
        BULLET.match(line.text) is not None or ITEM.match(line.text) is not None
    )


def are_numbered(lines: Sequence[SourceLine]) -> bool:
    """Whether the numbers that lines begin with count them."""
    numbers = [int(match[1]) for line in lines if (match := ITEM.match(line.text))]
    return numbers == [*range(numbers[0], numbers[0] + len(numbers))] if len(numbers) > 1 else numbers == [1]


def unmarked(line: SourceLine) -> SourceLine:
    """A line without the emphasis that all of it has, and without the tags and the label of an abstract."""
    line = untagged(line)
    label = _ABSTRACT.match(line.text)
    line = replace(line, text=line.text[label.end() :]) if label else line
    match = _EMPHASIS.fullmatch(line.text)
    return replace(line, text=match[2].strip()) if match else line


def untagged(line: SourceLine) -> SourceLine:
    """A line without the tags that it begins and ends with: "<div>Owls …</div>"."""
    is_tagged = line.text.startswith("<") and _TAGS.match(line.text) is not None
    return replace(line, text=_TAGS.sub("", line.text).strip()) if is_tagged else line


def by_style(text: str) -> tuple[str, str] | None:
    """The title and people of "Ann Lee. *Fast Locks* (25 min.)"; None where no words stand behind it."""
    runs = parts(text)
    if len(runs) < _RUNS or not runs[1].style.startswith("*") or runs[0].style:
        return None
    title, people = runs[1].text.rstrip(". "), runs[0].text.rstrip(".,: ")
    is_pair = runs[2].text.startswith("(") and names_people(people) and not names_people(title)
    return (title, people) if is_pair else None
