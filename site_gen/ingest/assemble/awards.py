"""Awards out of the records that name one: the papers in the order of the page, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.conference import Award
from site_gen.ingest.assemble.assembled import AssembledEntity
from site_gen.ingest.assemble.ids import first_words, make_ids, naming, no_words
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, PaperRecord, Reading
from site_gen.problems import Place
from site_gen.text import fold


def assemble_awards(
    readings: Sequence[Reading], paper_ids: Mapping[Place, str], precedence: Precedence
) -> tuple[AssembledEntity[Award], ...]:
    """Make the awards in the order of their first papers; equal names are one award.

    What says nothing of a paper but its award is no paper, which is told, and was given nothing.
    """
    records = (record for reading in readings for record in reading.every_paper())
    named = [(record.award, record) for record in records if record.award and record.place in paper_ids]
    by_name: dict[str, list[tuple[Fact[str], PaperRecord]]] = {}
    for fact, record in sorted(named, key=lambda each: precedence.order(each[1].place)):
        by_name.setdefault(fold(fact.value), []).append((fact, record))
    own_ids = {name: given[0][1].award_id for name, given in by_name.items() if given[0][1].award_id}
    others = [name for name in by_name if name not in own_ids]
    namings = [naming(first_words(name), no_words, name) for name in others]
    ids = own_ids | dict(zip(others, make_ids(namings, own_ids.values(), "award"), strict=True))
    return tuple(_award(ids[name], given, paper_ids) for name, given in by_name.items())


def _award(
    award_id: str, given: Sequence[tuple[Fact[str], PaperRecord]], paper_ids: Mapping[Place, str]
) -> AssembledEntity[Award]:
    places: dict[str, Place] = {}
    for _, record in given:
        places.setdefault(paper_ids[record.place], record.place)
    names = [fact for fact, _ in given]
    return AssembledEntity(
        Award(id=award_id, name=names[0].value, papers=tuple(places)),
        {"name": tuple(dict.fromkeys(fact.place for fact in names)), "papers": tuple(places.values())},
        tuple(record.place for _, record in given),
    )
