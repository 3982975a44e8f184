"""What the sources say of a field besides the value that counts: kept for the report, never for the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import TypeVar

from site_gen.conference import Authorship, Paper, Participant, Session
from site_gen.ingest.assemble.assembled import AssembledEntity, OtherValue, SaidOtherwise
from site_gen.ingest.records import Fact, PartialDay
from site_gen.text import fold, squeeze

T = TypeVar("T")
_LONGEST = 100  # characters of a value that are shown


def other_values(taken: object, facts: Iterable[Fact[T]]) -> tuple[OtherValue, ...]:
    """The values that differ from the one that is taken, each once, with their places."""
    others = [fact for fact in facts if fact.value is not taken and fact.value != taken]
    own = fold(_whole(taken)) if others else ""
    found: dict[str, OtherValue] = {}
    for fact in others:
        value = _whole(fact.value)
        if fold(value) != own:
            found.setdefault(fold(value), (_cut(value), fact.place))
    return tuple(found.values())


def said_otherwise(
    papers: Iterable[AssembledEntity[Paper]], sessions: Iterable[AssembledEntity[Session]]
) -> tuple[SaidOtherwise, ...]:
    """Every field of which sources say several things, papers first."""
    return (*_of("papers", papers), *_of("sessions", sessions))


def _of(
    kind: str, entities: Iterable[AssembledEntity[Paper]] | Iterable[AssembledEntity[Session]]
) -> Iterator[SaidOtherwise]:
    for entity in entities:
        for name, others in entity.others.items():
            field, _, number = name.partition(" ")  # "slots 3" is one of a list
            if others and field in entity.sources:
                taken = entity.sources[field][int(number) - 1 if number else 0]
                yield SaidOtherwise(f"{kind}/{entity.value.id} {name}", taken, others)


def _whole(value: object) -> str:
    """A value in one line."""
    match value:
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case PartialDay():
            return "-".join(f"{part:02}" for part in (value.year, value.month, value.day) if part)
        case Authorship() | Participant():
            return value.name or "(one name missing)"
        case tuple():
            return ", ".join(_whole(each) for each in value)
    return squeeze(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
