"""Columns of one author each in forms: "Author 2 affiliation", "Co-author 1 name", "First name 3"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from site_gen.ingest.reading.columns.column_names import FIELDS, ORCIDS

_ROLE = r"(?P<co>co ?)?(?:author|autor(?:in|e|a)?|auteur|autrice|verfasser)"
_NUMBER = r"(?P<number>\d{1,2})"
_PART = r"(?P<part>[^\d]+)"
_FORMS = (
    re.compile(rf"{_ROLE} ?{_NUMBER}(?: {_PART})?"),
    re.compile(rf"{_ROLE} {_PART} {_NUMBER}"),
    re.compile(rf"{_NUMBER}(?:st|nd|rd|th) {_ROLE}(?: {_PART})?"),
    re.compile(rf"(?P<role>)(?P<co>)(?P<part>[^\d]+?) ?{_NUMBER}"),
)
_ONE = re.compile(rf"(?:(?:presenting|main|lead|first|submitting) )?{_ROLE}(?: {_PART})?")
_NAMES = ("name", "full name", "complete name", "your name", "your full name")
_PARTS = (
    dict.fromkeys(("", *_NAMES), "authors")
    | {name: part for part in ("first", "last", "affiliation") for name in FIELDS[part]}
    | dict.fromkeys(ORCIDS, "orcid")
)

Parts = dict[str, int]
OfAuthor = Mapping[int, Mapping[str, int]]


def is_numbered_author(name: str) -> bool:
    """Whether a column's name is that of one author among several."""
    return any(is_named for _, _, is_named in _read(name))


def numbered_authors(
    names: Sequence[str], of_field: Mapping[str, tuple[int, ...]]
) -> tuple[OfAuthor, dict[str, tuple[int, ...]]]:
    """The columns of each author by their order, and the other fields without them.

    Beside co-authors, or authors from the second on, stands one more author without a number.
    """
    taken = {index for indices in of_field.values() for index in indices}
    found: dict[tuple[bool, int], Parts] = defaultdict(dict)
    for key, part, index, is_named in _columns(names):
        if index not in taken and (is_named or key in found or part in ("first", "last")):
            found[key].setdefault(part, index)
    whole = {key: parts for key, parts in found.items() if _is_whole(parts)}
    listed = [whole[key] for key in sorted(whole)]
    first = _first_author(names, of_field) if whole and min(whole) != (False, 1) else {}
    if "authors" in of_field and not first:
        return {}, dict(of_field)
    taken_now = set(first.values())
    rest = {field: tuple(at for at in held if at not in taken_now) for field, held in of_field.items()}
    every = ([first] if first else []) + listed
    return dict(enumerate(every, start=1)), {field: held for field, held in rest.items() if held}


def _columns(names: Sequence[str]) -> Iterator[tuple[tuple[bool, int], str, int, bool]]:
    """The order of an author, the part that a column holds, its place, and whether it says "author".

    What says only "Affiliation 2" comes behind what does.
    """
    found = [(key, part, index, own) for index, name in enumerate(names) for key, part, own in _read(name)]
    yield from sorted(found, key=lambda each: not each[3])


def _read(name: str) -> Iterator[tuple[tuple[bool, int], str, bool]]:
    for form in _FORMS:
        match = form.fullmatch(name)
        part = _PARTS.get((match["part"] or "").strip()) if match else None
        if match and part:
            yield (bool(match["co"]), int(match["number"])), part, "role" not in form.groupindex
            return


def _is_whole(parts: Mapping[str, int]) -> bool:
    return "authors" in parts or ("first" in parts and "last" in parts)


def _first_author(names: Sequence[str], of_field: Mapping[str, tuple[int, ...]]) -> Parts:
    """The author without a number: "Presenting author", or who has a name apart from the others."""
    found: Parts = {}
    for index, name in enumerate(names):
        match = _ONE.fullmatch(name)
        part = _PARTS.get(match["part"] or "") if match and not match["co"] else None
        if part:
            found.setdefault(part, index)
    if _is_whole(found):
        return found
    plain = {
        part: of_field[part][0] for part in ("first", "last", "affiliation", "orcid") if part in of_field
    }
    whole = next((names.index(name) for name in _NAMES if name in names), None)
    if not _is_whole(plain) and whole is not None:
        plain["authors"] = whole
    return plain if plain.keys() - {"affiliation", "orcid"} else {}  # half a name is told where it is read
