"""What the sources say of an edition as a whole and of its proceedings, and their usual licence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from site_gen.content import paths
from site_gen.ingest.assemble.held import Held
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.assemble.volumes import Volumes, without_volumes
from site_gen.ingest.records import Fact, ProceedingsRecord, Reading
from site_gen.problems import ProblemLog
from site_gen.text import fold

_FIRST = (
    "title", "acronym", *(each.name for each in fields(ProceedingsRecord)),
    "location", "venue", "first_day", "last_day",
)  # fmt: skip
_LAST = ("time_zone", "day_change", "volumes", "tracks", "rooms")
_COMPARED = ("isbn", "issn", "publisher", "editors")
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


def report_proceedings(
    readings: Sequence[Reading], held: Held, volumes: Volumes, precedence: Precedence, problems: ProblemLog
) -> None:
    """Warn where documents say different things of the proceedings, and content does not say which holds."""
    records = [without_volumes(each, volumes) for each in readings]
    for name in _COMPARED:
        facts = precedence.published((getattr(each, name) for each in records), name)
        other = next((each for each in facts if _folded(each.value) != _folded(facts[0].value)), None)
        if other and name not in held.closed:
            what = f"this says otherwise than {facts[0].place}, which counts: {name} of the proceedings"
            hint = f"say which holds, as `{name}:` in {paths.conference(held.conference.id)}"
            problems.warning("several-values", what, other.place, hint)


def _folded(value: object) -> object:
    if isinstance(value, tuple):
        return sorted(fold(each.name) for each in value)
    return fold(str(value))


def usual_licence(licences: Sequence[Fact[str] | None]) -> Fact[str] | None:
    """The licence of most papers; None where any paper has none, for that one would get it too."""
    known = [fact for fact in licences if fact]
    if not known or len(known) < len(licences):
        return None
    usual, count = Counter(fact.value for fact in known).most_common(1)[0]
    return next(fact for fact in known if fact.value == usual) if 2 * count > len(known) else None
