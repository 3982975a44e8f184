"""ORCID iDs behind the names of a byline: "Ann Lee (0000-0002-1825-0097)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from site_gen.conference import Authorship, Participant
from site_gen.conference.identifiers import Orcid, WrongIdentifier
from site_gen.ingest.record_changes import each_changed, with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, Variant
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

CALLED = "orcid:"
"""What an author is called by its source begins with this where it is an ORCID iD."""

_ORCID = re.compile(
    r"(?<!\s)\s*+[(\[<]?\s*+(?:orcid(?: id)?\s?[:=]?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?<![\w-])((?:\d{4}-){3}\d{3}[\dX])(?![\w-])/?\s*[)\]>]?",
    re.IGNORECASE,
)


def with_orcid_apart(text: str) -> tuple[str, str]:
    """A name without the iD beside it, and what a source then calls the person; empty where there is none."""
    match = _ORCID.search(text) if "-" in text else None
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}".strip(), CALLED + match[1]


def checked(called: str, place: Place, problems: ProblemLog) -> str:
    """What a source calls a person; nothing, which is told, for an iD that is none."""
    if called.startswith(CALLED):
        try:
            return CALLED + Orcid.read(called.removeprefix(CALLED)).text
        except WrongIdentifier as wrong:
            problems.warning("bad-orcid", str(wrong), place, f"it is left out; {wrong.hint}")
            return ""
    return called


def with_orcids(reading: Reading) -> Reading:
    """A reading that tells the iDs of people; who has one name with two iDs in it is two people."""
    ids: dict[str, set[str]] = defaultdict(set)
    for record in reading.every_paper():
        for each in record.authors.value if record.authors else ():
            if (each.author or "").startswith(CALLED):
                ids[fold(each.name or "")].add(each.author or "")
    speaking = list(_speaking(reading))
    for person, _ in speaking:
        ids[fold(person.name)].add(person.author or "")
    if not ids:
        return reading
    several = {name for name, found in ids.items() if len(found) > 1}
    told = (_variant(person.name, person.author or "", several, place) for person, place in speaking)
    changed = with_changed_records(
        reading,
        paper=lambda each: _paper(each, several),
        slot=lambda each: replace(
            each,
            paper=_paper(each.paper, several) if each.paper else None,
            people=_people(each.people, several),
        ),
        session=lambda each: replace(each, people=_people(each.people, several)),
    )
    people = tuple(Fact(_person(each.value, several), each.place) for each in reading.people)
    return replace(changed, people=people, variants=(*reading.variants, *dict.fromkeys(told)))


def _speaking(reading: Reading) -> Iterator[tuple[Participant, Place]]:
    """Those outside bylines who have an iD, and where that is told."""
    found = [(each, fact.place) for fact in reading.every_people() for each in fact.value]
    found += [(fact.value, fact.place) for fact in reading.people]
    return ((person, place) for person, place in found if (person.author or "").startswith(CALLED))


def _variant(name: str, called: str, several: Collection[str], place: Place) -> Variant:
    return Variant(name, "", called if fold(name) in several else "", place, called.removeprefix(CALLED))


def _people(
    people: Fact[tuple[Participant, ...]] | None, several: Collection[str]
) -> Fact[tuple[Participant, ...]] | None:
    return Fact(tuple(_person(each, several) for each in people.value), people.place) if people else None


def _person(person: Participant, several: Collection[str]) -> Participant:
    is_told_apart = fold(person.name) in several or not (person.author or "").startswith(CALLED)
    return person if is_told_apart else replace(person, author=None)


def _paper(record: PaperRecord, several: Collection[str]) -> PaperRecord:
    byline = record.authors
    found = [
        _variant(each.name or "", each.author, several, byline.place)
        for each in (byline.value if byline else ())
        if byline and each.author and each.author.startswith(CALLED)
    ]
    if byline is None or not found:
        return record
    authors = replace(byline, value=each_changed(lambda each: _author(each, several), byline.value))
    return replace(record, authors=authors, variants=(*record.variants, *found))


def _author(author: Authorship, several: Collection[str]) -> Authorship:
    is_told_apart = fold(author.name or "") in several or not (author.author or "").startswith(CALLED)
    return author if is_told_apart else replace(author, author=None)


def participant_id(called: str) -> str | None:
    """What names who speaks by their iD, until it is taken apart; None for one that is wrong."""
    try:
        return CALLED + Orcid.read(called.removeprefix(CALLED)).text if called.startswith(CALLED) else None
    except WrongIdentifier:
        return None
