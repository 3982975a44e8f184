"""People of one name whom their source tells apart: each gets an id, which authors.yaml then holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from site_gen.conference import Authorship, Editor, Participant, Series
from site_gen.conference.former_names import hidden_slugs, holds_slug
from site_gen.conference.participants import participants
from site_gen.conference.people import person_id
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.record_changes import each_changed, with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord, Variant
from site_gen.problems import Place
from site_gen.text import fold, slug
from site_gen.values import dataclass, replace

P = TypeVar("P", Editor, Participant)


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """Somebody who shares a name with others; `place` is where a source tells them apart."""

    id: str
    name: str
    place: Place


@dataclass(slots=True)
class _Bearer:
    """One person of a name as a source calls them, and the titles of their papers and sessions.

    `ids` are the guid and the number that schedules give them, which count before any title.
    """

    name: str
    place: Place
    titles: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


def disambiguate(readings: Sequence[Reading], series: Series) -> tuple[list[Reading], list[Person]]:
    """The readings with an id of ours for each author or speaker of a shared name, and these people.

    What a source calls an author is dropped where nobody else of its kind has the name. Who stands in
    content already keeps the id; of several who stood there as one the first does.
    """
    bearers = _bearers(readings)
    ids: dict[tuple[str, str], str] = {}
    people: list[Person] = []
    for name, found in sorted(bearers.items()):
        if len(found) > 1:
            chosen = _ids(name, found, series)
            ids.update({(name, called): own_id for called, own_id in chosen.items()})
            people += [Person(chosen[called], each.name, each.place) for called, each in found.items()]
    return [_resolved(reading, ids) for reading in readings], sorted(people)


def _bearers(readings: Iterable[Reading]) -> Mapping[str, dict[str, _Bearer]]:
    found: dict[str, dict[str, _Bearer]] = defaultdict(dict)
    for reading in readings:
        for record in reading.every_paper():
            for authorship in record.authors.value if record.authors else ():
                if authorship.author and authorship.name:
                    title = title_key(record.title.value) if record.title else ""
                    bearer = _Bearer(authorship.name, record.place)
                    found[fold(authorship.name)].setdefault(authorship.author, bearer).titles.add(title)
        for editor, place in _editors(reading):
            if editor.author:
                found[fold(editor.name)].setdefault(editor.author, _Bearer(editor.name, place))
        for speaker, place, title in _speakers(reading):
            if speaker.author:
                bearer = _Bearer(speaker.name, place)
                held = found[fold(speaker.name)].setdefault(speaker.author, bearer)
                held.titles.add(title)
                held.ids.update(_ids_of(speaker))
    return found


def _ids_of(person: Participant) -> Iterator[str]:
    """What schedules call somebody by."""
    if person.guid:
        yield f"guid:{person.guid}"
    if person.number:
        yield f"number:{person.number}"


def _speakers(reading: Reading) -> Iterator[tuple[Participant, Place, str]]:
    """Everybody with a role, where that is told, and the title of the session."""
    for session in reading.sessions:
        title = title_key(session.title.value) if session.title else ""
        for people in (session.people, *(slot.people for slot in session.slots)):
            yield from ((each, people.place, title) for each in people.value) if people else ()


def _editors(reading: Reading) -> Iterator[tuple[Editor, Place]]:
    """Those who edited the proceedings or a volume of them, each with where that is told."""
    whole = reading.proceedings.editors
    if whole:
        yield from ((each, whole.place) for each in whole.value)
    yield from ((each, volume.place) for volume in reading.volumes for each in volume.value.editors)


def _ids(name: str, bearers: Mapping[str, _Bearer], series: Series) -> dict[str, str]:
    """An id for each person of a name, by what the source calls them."""
    held: dict[str, set[str]] = defaultdict(set)
    for title, owner in _held(name, series):
        held[title].add(owner)
    own = {called: slug(called, limit=100) for called in bearers}
    hidden = hidden_slugs(series.authors)
    taken = {author.id for author in series.authors}
    ids: dict[str, str] = {}
    known = {
        called: _owners(each.ids, held) or _owners(each.titles, held) for called, each in bearers.items()
    }
    for called in bearers:
        if own[called] in known[called] and own[called] not in ids.values():
            ids[called] = own[called]
    for called, _ in sorted(bearers.items(), key=lambda each: not _owners(each[1].ids, held)):
        free = sorted(known[called] - set(ids.values()) - set(own.values()))
        if called not in ids and free:
            ids[called] = free[0]
    for called, bearer in bearers.items():
        wanted = own[called]
        if called not in ids and (
            not _is_of_name(wanted, bearer.name) or any(holds_slug(wanted, each) for each in hidden)
        ):
            wanted = person_id(bearer.name, taken | set(ids.values()))
        ids.setdefault(called, wanted if wanted not in ids.values() else f"{wanted}-too")
    return ids


def _owners(keys: Iterable[str], held: Mapping[str, set[str]]) -> set[str]:
    return {each for key in keys for each in held.get(key, ())}


def _is_of_name(person: str, name: str) -> bool:
    """Whether an id is more than a number: it has a word of the name."""
    return not set(person.split("-")).isdisjoint(slug(name, limit=100).split("-"))


def _held(name: str, series: Series) -> Iterator[tuple[str, str]]:
    """Titles of papers and sessions of content that have the name, and ids, and whose they are there."""
    for conference in series.conferences:
        for session in conference.sessions:
            for _, each in participants(session):
                if fold(each.name) == name:
                    for key in (*_ids_of(each), title_key(session.title or "")):
                        yield key, each.author or slug(each.name, limit=100)
        for paper in conference.papers:
            for authorship in paper.authors:
                if fold(authorship.name or "") == name and paper.title:
                    yield title_key(paper.title), authorship.author or slug(authorship.name or "", limit=100)


def _resolved(reading: Reading, ids: Mapping[tuple[str, str], str]) -> Reading:
    def slot(record: SlotRecord) -> SlotRecord:
        paper = _paper(record.paper, ids) if record.paper else None
        return replace(record, paper=paper, people=_people(record.people, ids))

    named = with_changed_records(
        reading,
        paper=lambda record: _paper(record, ids),
        slot=slot,
        session=lambda record: replace(record, people=_people(record.people, ids)),
    )
    whole = reading.proceedings.editors
    edited = Fact(_edited(whole.value, ids), whole.place) if whole else None
    volumes = tuple(
        Fact(replace(each.value, editors=_edited(each.value.editors, ids)), each.place)
        for each in reading.volumes
    )
    proceedings = replace(reading.proceedings, editors=edited)
    told = _told(reading.variants, ids)
    return replace(named, proceedings=proceedings, volumes=volumes, variants=told)


def _people(
    people: Fact[tuple[Participant, ...]] | None, ids: Mapping[tuple[str, str], str]
) -> Fact[tuple[Participant, ...]] | None:
    return replace(people, value=_edited(people.value, ids)) if people else None


def _edited(people: tuple[P, ...], ids: Mapping[tuple[str, str], str]) -> tuple[P, ...]:
    def of_id(person: P) -> P:
        called = person.author
        return replace(person, author=ids.get((fold(person.name), called))) if called else person

    return each_changed(of_id, people)


def _told(variants: tuple[Variant, ...], ids: Mapping[tuple[str, str], str]) -> tuple[Variant, ...]:
    return tuple(replace(each, called=ids.get((fold(each.name), each.called), "")) for each in variants)


def _paper(record: PaperRecord, ids: Mapping[tuple[str, str], str]) -> PaperRecord:
    record = replace(record, variants=_told(record.variants, ids)) if record.variants else record
    if record.authors is None or not any(each.author for each in record.authors.value):
        return record
    byline = tuple(_authorship(each, ids) for each in record.authors.value)
    return replace(record, authors=Fact(byline, record.authors.place))


def _authorship(authorship: Authorship, ids: Mapping[tuple[str, str], str]) -> Authorship:
    called = authorship.author
    return (
        replace(authorship, author=ids.get((fold(authorship.name or ""), called))) if called else authorship
    )
