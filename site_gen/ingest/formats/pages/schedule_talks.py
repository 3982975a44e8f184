"""A session of one event: who speaks, what the title is, and where to register."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.conference import Link, Participant, Role, SessionKind
from site_gen.conference.scalars import is_url
from site_gen.ingest.reading.entries.entries import is_title
from site_gen.ingest.reading.people.names import are_people, is_dotted_byline, is_person, split_people
from site_gen.ingest.reading.texts.lines import SourceLine, line_fact
from site_gen.ingest.reading.titles.session_headings import Heading
from site_gen.ingest.records import Document, Fact
from site_gen.values import dataclass

_TALK_KINDS: frozenset[SessionKind] = frozenset(
    ["invited-talk", "tutorial", "panel", "workshop", "demo", "other"]
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_REGISTER = re.compile(r"\bregist(?:er|ration)\b|\bsign[- ]?up\b|\brsvp\b", re.IGNORECASE)
_TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Talk:
    """The title and people of a session, and the lines that describe it."""

    title: Fact[str] | None
    people: Fact[tuple[Participant, ...]] | None
    description: list[SourceLine]


def read_talk(document: Document, heading: Heading, lines: list[SourceLine]) -> Talk:
    """Tell title and people apart: either may stand in the heading, the other on the next line."""
    title_line = heading.title
    index = next((i for i, line in enumerate(lines) if line.text), None)
    title = line_fact(document, title_line) if title_line.text else None
    if index is None or not heading.is_prefixed or heading.kind not in _TALK_KINDS:
        return Talk(title, None, lines)
    below, rest = lines[index], lines[index + 1 :]
    if is_dotted_byline(below.text) or (is_person(below.text) and not are_people(title_line.text)):
        return Talk(title, _people(document, below, heading.kind), rest)
    if are_people(title_line.text) and _is_talk_title(below.text):
        return Talk(line_fact(document, below), _people(document, title_line, heading.kind), rest)
    return Talk(title, None, lines)


def register_links(document: Document, lines: Sequence[SourceLine]) -> Fact[tuple[Link, ...]] | None:
    """The address in a line that asks to register; None where none does, or shows several."""
    found: dict[str, SourceLine] = {}
    for line in lines:
        addresses = _ADDRESS.findall(line.text) if _REGISTER.search(line.text) else []
        if len(addresses) == 1:
            found.setdefault(addresses[0].rstrip(".,;:!?)]}'\"»”"), line)
    links = tuple(Link(rel="register", url=url) for url in found if is_url(url))
    if not links:
        return None
    first = next(iter(found.values()))
    return Fact(links, document.place_of(first))


def _people(document: Document, line: SourceLine, kind: SessionKind) -> Fact[tuple[Participant, ...]]:
    role: Role = "panelist" if kind == "panel" else "speaker"
    names = dict.fromkeys(split_people(line.text))
    people = tuple(Participant(name=name, role=role) for name in names)
    return Fact(people, document.place_of(line))


def _is_talk_title(text: str) -> bool:
    return (
        is_title(text) and len(text) <= _TITLE_LIMIT and "http" not in text and not text.startswith("Bio: ")
    )
