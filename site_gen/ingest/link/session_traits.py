"""What is compared of two sessions: what they are called, when they are, and who and what is in them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from site_gen.conference.programme import CALLED_OFF
from site_gen.ingest.known import KnownSession
from site_gen.ingest.link.recognition import Digest
from site_gen.ingest.link.traits import name_key, title_key
from site_gen.ingest.records import SessionRecord
from site_gen.problems import Place
from site_gen.text import slug
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a session; `names` are its title as printed, as remembered and as an id."""

    names: frozenset[tuple[str, str]]
    kind: str
    day: tuple[int, int] | None
    start: str | None
    papers: frozenset[str]
    people: frozenset[str]
    guid: str | None = None
    number: int | None = None
    counted_in: frozenset[str] = frozenset()
    is_off: bool = False

    @property
    def is_called(self) -> bool:
        """Whether its system has an id for it."""
        return self.guid is not None or self.number is not None

    @property
    def is_timed(self) -> bool:
        """Whether day and start are known."""
        return self.day is not None and self.start is not None


def traits_of_record(record: SessionRecord, paper_of: Mapping[Place, str], digest: Digest) -> Traits:
    title = record.title.value if record.title else None
    names = (("title", title_key(title)), ("digest", digest(title)), ("id", slug(title))) if title else ()
    slot_papers = (paper_of.get(slot.paper.place) for slot in record.slots if slot.paper)
    return Traits(
        frozenset(name for name in names if name[1]),
        record.kind.value if record.kind else "other",  # as content has it that says none
        (record.day.value.month, record.day.value.day) if record.day else None,
        record.start.value.isoformat() if record.start else None,
        frozenset(paper for paper in slot_papers if paper),
        frozenset(name_key(person.name) for person in (record.people.value if record.people else ())),
        digest(record.guid.value) if record.guid else None,
        record.number.value if record.number else None,
        is_off=record.status is not None and record.status.value in CALLED_OFF,
    )


def traits_of_known(known: KnownSession, digest: Digest) -> Traits:
    session = known.session
    names = {
        ("id", session.id),
        ("digest", known.provenance.get("title", "")),
        ("title", title_key(session.title or "")),
    }
    return Traits(
        frozenset(name for name in names if name[1]),
        session.kind,
        (session.date.month, session.date.day) if session.date else None,
        session.start.isoformat() if session.start else None,
        frozenset(slot.paper for slot in session.slots if slot.paper),
        frozenset(name_key(person.name) for person in session.people),
        digest(session.guid) if session.guid else known.provenance.get("guid"),
        session.number,
        known.counted_in,
        session.status in CALLED_OFF,
    )


def all_traits(traits: Traits) -> Hashable:
    return (named_as(traits, "title"), traits.kind, traits.day, traits.start)


def named_as(traits: Traits, way: str) -> frozenset[tuple[str, str]]:
    """The title as printed, as remembered, or as an id; empty where there is none."""
    return frozenset(name for name in traits.names if name[0] == way)
