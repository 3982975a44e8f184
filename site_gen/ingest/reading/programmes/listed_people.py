"""Lists of people below a programme, "Organizers" and "Participants": they hold no session and no paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.names import is_person
from site_gen.ingest.records import Document

_WORDS = (
    r"(?:committees?|organi[sz]ers|organi[sz]ing team|participants|attendees|delegates|members|reviewers"
    r"|volunteers)"
)
_HEADING = re.compile(
    r"^(?P<mark>#{1,6}[ \t]+|\*\*)?(?P<text>(?:[^\W\d_][\w-]*[ \t]+){0,3}?"
    rf"(?P<people>{_WORDS}|speakers))(?:\*\*)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TIME = re.compile(r"(?<![\d.:])\d{1,2}[:.h]\d\d(?![\d.])")
_FEWEST_TIMES = 3
_MARKS = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+")
_NAME_ENDS = re.compile(r"\s*(?:[(,;\t\[]|\s[-–—]\s|:\s)")
_LONGEST = 250
_LONGEST_PAGE = 2_000_000


def without_listed_people(document: Document, marked: Document) -> tuple[Document, int]:
    """The document with the lines of such lists as blank ones, and how many people they name.

    They stand below the last time, under a heading: in a copy of a page that marks none, what the copy that
    does says is one. Speakers are listed so only where others are too: alone they may be those of a session.
    """
    is_page = len(document.text) < _LONGEST_PAGE and _HEADING.search(document.text)
    times = [*_TIME.finditer(document.text)] if is_page else []
    if len(times) < _FEWEST_TIMES:
        return document, 0
    lines = document.text.split("\n")
    sure = {each["text"] for each in _HEADING.finditer(marked.text) if each["mark"]}
    found: list[range] = []
    are_others = False
    for at in range(document.text.count("\n", 0, times[-1].end()) + 1, len(lines)):
        heading = _HEADING.match(lines[at])
        if heading and (heading["mark"] or heading["text"] in sure or not lines[at - 1].strip()):
            section = _section(lines, at)
            found += [section] if section else []
            are_others |= bool(section) and heading["people"].lower() != "speakers"
    if not are_others:
        return document, 0
    blank = {at for section in found for at in section}
    number = sum(_names_one(lines[at]) for at in blank)
    return replace(
        document, text="\n".join("" if at in blank else each for at, each in enumerate(lines))
    ), number


def _section(lines: Sequence[str], heading: int) -> range:
    """The lines from a heading to the last that names a person; single ones of others may be between."""
    end = heading + 1
    for at, is_one in _filled(lines, heading + 1):
        if is_one:
            end = at + 1
        elif at > end or _HEADING.match(lines[at]) or not lines[at - 1].strip() or lines[at].startswith("#"):
            break
    return range(heading, end) if end > heading + 1 else range(0)


def _filled(lines: Sequence[str], begin: int) -> Iterator[tuple[int, bool]]:
    return ((at, _names_one(lines[at])) for at in range(begin, len(lines)) if lines[at].strip())


def _names_one(line: str) -> bool:
    """Whether a line is a person, and where they work: "- Ann Lee (ETH)"."""
    text = _MARKS.sub("", line.strip(), count=1).strip("*_ ")
    return 0 < len(text) < _LONGEST and is_person(_NAME_ENDS.split(text, maxsplit=1)[0])
