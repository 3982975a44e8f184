"""What the sources say of an edition as a whole and of its proceedings, and their usual licence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.assemble.volumes import Volumes, without_volumes
from site_gen.ingest.records import Fact, ProceedingsRecord, Reading

_FIRST = (
    "title", "acronym", *(each.name for each in fields(ProceedingsRecord)),
    "location", "venue", "first_day", "last_day",
)  # fmt: skip
_LAST = ("time_zone", "day_change", "volumes", "tracks", "rooms")
_AS_LISTED = frozenset(["title", "day_change"])


def assemble_edition(
    readings: Sequence[Reading],
    agreed: Mapping[str, Fact[Any] | None],
    licence: Fact[str] | None,
    volumes: Volumes,
    precedence: Precedence,
) -> dict[str, Fact[Any]]:
    """Every fact by its field, from its best source, in the order of a new file.

    `agreed` are the fields that all sources tell together, `licence` is the one that most papers have.
    """
    statements = [_statement(reading, volumes) for reading in readings]

    def best(name: str) -> Fact[Any] | None:
        ranked = precedence.listed if name in _AS_LISTED else precedence.published
        return next(iter(ranked(each.get(name) for each in statements)), None)

    others = dict.fromkeys(name for reading in readings for name in reading.conference.others)
    facts = {**{name: best(name) for name in (*_FIRST, *others, *_LAST)}, **agreed}
    facts["licence"] = facts["licence"] or licence
    return {name: fact for name, fact in facts.items() if fact}


def _statement(reading: Reading, volumes: Volumes) -> Mapping[str, Fact[Any] | None]:
    """What a document says of the edition and its proceedings, by field."""
    records = (reading.conference, without_volumes(reading, volumes))
    own = {each.name: getattr(record, each.name) for record in records for each in fields(record)}
    return {**own, **reading.conference.others}


def usual_licence(licences: Sequence[Fact[str] | None]) -> Fact[str] | None:
    """The licence of most papers; None where any paper has none, for that one would get it too."""
    known = [fact for fact in licences if fact]
    if not known or len(known) < len(licences):
        return None
    usual, count = Counter(fact.value for fact in known).most_common(1)[0]
    return next(fact for fact in known if fact.value == usual) if 2 * count > len(known) else None
