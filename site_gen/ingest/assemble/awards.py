"""Awards out of the records that name one: the papers in the order of the page, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_gen.conference import Award
from site_gen.ingest.assemble.assembled import AssembledEntity
from site_gen.ingest.assemble.ids import first_words, make_ids, naming, no_words
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, PaperRecord, Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, words

_OF_ANY = frozenset(["award", "awards", "prize", "prizes", "the"])


def assemble_awards(
    readings: Sequence[Reading],
    paper_ids: Mapping[Place, str],
    precedence: Precedence,
    problems: ProblemLog,
) -> tuple[AssembledEntity[Award], ...]:
    """Make the awards in the order of their first papers; equal names are one award, "award" or not.

    What says nothing of a paper but its award is no paper, which is told, and was given nothing. So is an
    award that two documents give to different papers.
    """
    records = (record for reading in readings for record in reading.every_paper())
    named = [(record.award, record) for record in records if record.award and record.place in paper_ids]
    own: dict[str, set[str]] = defaultdict(set)
    for fact, record in named:
        own[_key(fact.value)].update({record.award_id} - {""})
    by_name: dict[str, list[tuple[Fact[str], PaperRecord]]] = {}
    for fact, record in sorted(named, key=lambda each: precedence.order(each[1].place)):
        key = _key(fact.value)
        key += f" {record.award_id}" if len(own[key]) > 1 else ""  # a file of ours tells them apart
        by_name.setdefault(key, []).append((fact, record))
    for given in by_name.values():
        _report_others(given, paper_ids, problems)
    own_ids = {name: given[0][1].award_id for name, given in by_name.items() if given[0][1].award_id}
    others = [name for name in by_name if name not in own_ids]
    printed = [(name, fold(by_name[name][0][0].value)) for name in others]
    namings = [naming(first_words(title), no_words, name) for name, title in printed]
    ids = own_ids | dict(zip(others, make_ids(namings, own_ids.values(), "award"), strict=True))
    return tuple(_award(ids[name], given, paper_ids) for name, given in by_name.items())


def _key(name: str) -> str:
    """A name for comparing: the "Best Paper Award" is "Best Paper"."""
    said = words(name)
    return " ".join(each for each in said if each not in _OF_ANY) or " ".join(said)


def _report_others(
    given: Sequence[tuple[Fact[str], PaperRecord]], paper_ids: Mapping[Place, str], problems: ProblemLog
) -> None:
    """Warn of an award that goes to papers of one document, and to others in another one."""
    of_file: dict[str, dict[str, PaperRecord]] = {}
    for _, record in given:
        of_file.setdefault(record.place.file, {}).setdefault(paper_ids[record.place], record)
    first, *others = of_file.values()
    for other in others:
        if other.keys() <= first.keys() or first.keys() <= other.keys():
            continue
        record = next(record for paper, record in other.items() if paper not in first)
        elsewhere = next(record for paper, record in first.items() if paper not in other)
        what = f"'{given[0][0].value}' goes to another paper at {elsewhere.place}: both have it now"
        hint = "take it out of the document that is wrong"
        problems.warning("award-differs", what, record.place, hint)


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
