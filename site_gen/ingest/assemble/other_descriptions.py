"""What documents say of a person besides what counts: another institution, homepage or biography."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from site_gen.conference import Authorship, Participant
from site_gen.ingest.assemble.assembled import OtherValue
from site_gen.ingest.assemble.other_values import other_values
from site_gen.ingest.link import DESCRIPTIVE
from site_gen.ingest.records import Fact, Reading
from site_gen.text import fold, words

Person = TypeVar("Person", Authorship, Participant)
People = Fact[tuple[Participant, ...]]


def other_descriptions(
    taken: Iterable[Person], facts: Iterable[Fact[tuple[Person, ...]]]
) -> tuple[OtherValue, ...]:
    """What lists of people say of those who are taken, and that is not what counts: "Ann Lee: ETH"."""
    own = {fold(each.name): each for each in taken if each.name}
    told: dict[OtherValue, None] = {}
    for fact in facts:
        for other in fact.value:
            person = own.get(fold(other.name or ""))
            for value in _differing(person, other) if person and person is not other else ():
                more = other_values("", [Fact(f"{other.name}: {value}", fact.place)])
                told.update(dict.fromkeys(more))
    return tuple(told)


def _differing(person: Person, other: Person) -> Iterator[str]:
    """The values of the other one, where both have one, and not the same."""
    pairs = zip(_described(person), _described(other), strict=True)
    return (value for held, value in pairs if held and value and words(held) != words(value))


def _described(person: Authorship | Participant) -> Sequence[str]:
    if isinstance(person, Authorship):
        return [", ".join(person.affiliations)]
    return [str(getattr(person, name) or "") for name in DESCRIPTIVE]


def by_name(readings: Sequence[Reading]) -> Mapping[str, list[People]]:
    """What tables of people say of each, by folded names."""
    found: dict[str, list[People]] = defaultdict(list)
    for reading in readings:
        for fact in reading.people:
            found[fold(fact.value.name)].append(Fact((fact.value,), fact.place))
    return found
