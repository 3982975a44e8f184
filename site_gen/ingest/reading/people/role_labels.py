"""What people in a column of names are called before a colon: "Moderation: Ann Lee; Panel: Bob Roe"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from site_gen.conference import Role
from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.people.people import without_title
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.text import fold, squeeze

_WORD = r"[^\W\d_][^\W\d_'’/-]*"
_LABEL = re.compile(rf"(?:^|[;|\n/]\s*|,\s+)(?P<label>{_WORD}(?:[ /-]{_WORD}){{0,2}}(?:\(s\))?):\s+(?=\S)")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_INVITED = re.compile(r"(?:keynote|plenary|invited)s?(?: (?:talk|lecture|speaker|address)s?)?(?: \d{1,2})?")
_FEWEST = 2  # cells in which an unknown word stands before people
_NEARLY_ALL = 0.9  # cells of a column, which are then called as it is
_ROLES: tuple[tuple[str, Role], ...] = (
    ("chair", "chair"),
    ("panelist", "panelist"),
    ("organiser", "organiser"),
    ("speaker", "speaker"),
)

Roles = Mapping[str, Role | None]
"""The labels of a column, folded, and what they say; nothing where each cell has one."""


def role_of_label(label: str) -> Role | None:
    """The role that a label is known for; None for other words."""
    name = column_name(label)
    known = next((role for field, role in _ROLES if name in PROGRAMME_FIELDS[field]), None)
    if known or _INVITED.fullmatch(name):
        return known or "speaker"
    found = label_of(SourceLine(1, f"{label}: X"))
    return "chair" if found and found[0] == "chair" else None


def roles_in(cells: Collection[str]) -> Roles:
    """The labels before the people of a column: known ones, and words that recur before different people.

    Who is called otherwise than the others leads the session, in whatever language.
    """
    behind: dict[str, set[str]] = defaultdict(set)
    for cell in cells:
        for label, people in _parts(cell):
            if label:
                behind[fold(label)].add(people)
    filled = sum(bool(cell.strip()) for cell in cells)
    roles: dict[str, Role | None] = {}
    for label, named in behind.items():
        known = role_of_label(label)
        is_label = len(named) >= _FEWEST and all(map(_are_people, named))
        if known or is_label:
            is_of_all = len(named) >= _NEARLY_ALL * filled
            roles[label] = known or (None if is_of_all else "chair")
    return roles


def in_roles(cell: str, roles: Roles) -> list[tuple[Role | None, str]] | None:
    """The people of a cell by their roles, None for that of the column; None where no label is known."""
    parts = _parts(cell)
    if not any(label for label, _ in parts) or any(label and fold(label) not in roles for label, _ in parts):
        return None
    return [(roles[fold(label)] if label else None, people) for label, people in parts]


def unknown_label(cell: str) -> str:
    """The word before the people of a cell that is a label as it seems; empty where none is."""
    parts = _parts(cell)
    is_labelled = bool(parts) and all(label and _are_people(people) for label, people in parts)
    return parts[0][0] if is_labelled and len(parts[0][0].split()) == 1 else ""


def _parts(cell: str) -> list[tuple[str, str]]:
    """The parts of a cell: the label of each, empty for what stands before the first, and the people."""
    matches = list(_LABEL.finditer(cell))
    ends = [match.start() for match in matches[1:]] + [len(cell)]
    parts = [(match["label"], cell[match.end() : end]) for match, end in zip(matches, ends, strict=False)]
    before = cell[: matches[0].start()] if matches else cell
    return [
        (label, people.strip(" ;,|\n")) for label, people in [("", before), *parts] if people.strip(" ;,|\n")
    ]


def _are_people(text: str) -> bool:
    """Whether a text is names of two words at least, and no institution."""
    names: Iterable[str] = re.split(r"\s*[,;&/]\s*|\s+and\s+", squeeze(_BRACKETS.sub("", text)))
    bare = [without_title(name) for name in names if name]
    return bool(bare) and all(" " in name and are_people(name) and not is_institution(name) for name in bare)
