"""The volumes of an edition, where its sources tell of several: those that content lists keep their ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from site_gen.conference import Volume
from site_gen.ingest.assemble.held import Held
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, ProceedingsRecord, Reading
from site_gen.problems import ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Volumes:
    """The ids of volumes by those in the sources; and the list for content, if it is ingest's."""

    ids: Mapping[str, str] = field(default_factory=dict)
    listed: Fact[tuple[Volume, ...]] | None = None


def assemble_volumes(
    readings: Sequence[Reading], held: Held, precedence: Precedence, problems: ProblemLog
) -> Volumes:
    """The volumes that the sources tell of; a single one that is all of the proceedings is none."""
    named: dict[str, Fact[Volume]] = {}
    for fact in precedence.listed(each for reading in readings for each in reading.volumes):
        named.setdefault(fact.value.id, fact)
    if not named or (not held.conference.volumes and _is_whole(list(named.values()), readings)):
        return Volumes()
    first: dict[str, Fact[Volume]] = {}  # documents may call one volume by ids of their own
    for fact in named.values():
        first.setdefault(fold(fact.value.title), fact)
    same = {name: first[fold(fact.value.title)].value.id for name, fact in named.items()}
    named = {name: fact for name, fact in named.items() if same[name] == name}
    ids = {name: _known_id(fact.value, held) for name, fact in named.items()}
    if "volumes" in held.closed:
        _report_unknown([fact for name, fact in named.items() if not ids[name]], problems)
        return Volumes({name: ids[other] for name, other in same.items() if ids[other]})
    found = {name: own or name for name, own in ids.items()}
    listed = tuple(replace(fact.value, id=found[name]) for name, fact in named.items())
    return Volumes(
        {name: found[other] for name, other in same.items()},
        Fact(listed, next(iter(named.values())).place),
    )


def without_volumes(reading: Reading, volumes: Volumes) -> ProceedingsRecord:
    """What a document says of the proceedings as a whole; what it says of its one volume is no such thing."""
    stated, found = reading.proceedings, reading.volumes
    is_of_volume = stated.proceedings and [stated.proceedings.value] == [each.value.title for each in found]
    if not volumes.ids or not is_of_volume:
        return stated
    return replace(stated, proceedings=None, volume=None, isbn=None, editors=None, publisher=None)


def _is_whole(volumes: Sequence[Fact[Volume]], readings: Sequence[Reading]) -> bool:
    """Whether there is one volume, and a document calls the edition's proceedings by its title."""
    titles = [each.proceedings.proceedings for each in readings if each.volumes]
    return len(volumes) == 1 and all(title and title.value == volumes[0].value.title for title in titles)


def _known_id(volume: Volume, held: Held) -> str:
    """The id of a volume of content, by its id or its title; empty for one that content does not have."""
    by_title = {fold(each.title): each.id for each in held.conference.volumes}
    ids = {each.id: each.id for each in held.conference.volumes}
    return ids.get(volume.id) or by_title.get(fold(volume.title), "")


def _report_unknown(volumes: Sequence[Fact[Volume]], problems: ProblemLog) -> None:
    for fact in volumes:
        what = f"the volume '{fact.value.title}' is not one of those in conference.yaml"
        problems.warning("unknown-volume", what, fact.place, "its papers stay without a volume: add it there")
