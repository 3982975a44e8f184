"""Awards behind those who got them: "Ann Lee, Bo Roe *Best paper*", "Cy Dahl (Best student paper)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.reading.people.names import AND, is_person
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.award_words import AWARD_ALONE, AWARD_SIGN
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_LONGEST = 80  # characters of an award, with the marks around it
_HINT = re.compile(
    r"best|outstanding|distinguished|honou?rable|runner|award|prize|preis|prix|pr[eê]mio|meilleur|mejor"
    r"|miglior|melhor",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<award>[^*_]+)(?P=mark)[\s.]*\Z")
_IN_BRACKETS = re.compile(r"[(\[](?P<award>[^()\[\]]+)[)\]][\s.]*\Z")
_BARE = re.compile(rf"(?P<award>\b(?:{_HINT.pattern})\w*\b[^,;()\[\]]*)\Z", re.IGNORECASE)
_BETWEEN = re.compile(rf"[,;·]|\.\s|{AND}")
_PLACE = re.compile(r"\([^()]*\)\s*\Z")
_SIGNS = re.compile(rf"(?:[\s,;:–—-]|{AWARD_SIGN})+\Z")


def award_behind(text: str) -> tuple[str, str] | None:
    """What stands before the award that a text ends in, and the award; None where it ends in none.

    It is marked, or somebody is named right before it.
    """
    begin = max(0, len(text) - _LONGEST)
    if not _HINT.search(text, begin):
        return None
    for pattern in (_MARKED, _IN_BRACKETS, _BARE):
        match = pattern.search(text, begin)
        award = match["award"].strip(" .*_") if match else ""
        before = _SIGNS.sub("", text[: match.start()]) if match else ""
        is_behind = pattern is _MARKED and any(map(str.isalpha, before))
        if AWARD_ALONE.fullmatch(award) and (is_behind or _ends_in_person(before)):
            return before, award
    return None


def _ends_in_person(text: str) -> bool:
    bare = _PLACE.sub("", plain(text)).strip()
    return is_person(_BETWEEN.split(bare)[-1].strip()) or is_person(bare.rpartition(",")[2].strip())


def awards_apart(lines: Iterable[SourceLine]) -> tuple[list[SourceLine], dict[int, str]]:
    """Lines without the awards that they end in, and these by the numbers of their lines."""
    bare: list[SourceLine] = []
    awards: dict[int, str] = {}
    for line in lines:
        found = award_behind(line.text)
        bare.append(replace(line, text=found[0]) if found else line)
        awards |= {line.number: found[1]} if found else {}
    return bare, awards


def with_awards_of_people(reading: Reading) -> Reading:
    """A reading whose last authors are without the awards behind them, which are those of the papers.

    Behind who gives a talk that is no paper, it is the note of the talk.
    """
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _paper(paper: PaperRecord) -> PaperRecord:
    authors = paper.authors
    last = authors.value[-1] if authors and authors.value else None
    if authors is None or last is None or not last.name:
        return paper
    found = _parted(last.name, next(iter(last.affiliations[-1:]), None))
    if found is None:
        return paper
    name, place, award = found
    bare = replace(last, name=name, affiliations=last.affiliations if place else last.affiliations[:-1])
    people = Fact((*authors.value[:-1], bare), authors.place)
    return replace(paper, authors=people, award=paper.award or Fact(award, authors.place))


def _slot(slot: SlotRecord) -> SlotRecord:
    paper = _paper(slot.paper) if slot.paper else None
    bare = _speaking(slot)
    if bare is None:
        return replace(slot, paper=paper) if paper is not slot.paper else slot
    people, award = bare
    if paper and not paper.is_mention:
        return replace(slot, people=people, paper=replace(paper, award=paper.award or award))
    return replace(slot, people=people, paper=paper, note=slot.note or award)


def _session(session: SessionRecord) -> SessionRecord:
    bare = _speaking(session)
    return replace(session, people=bare[0], note=session.note or bare[1]) if bare else session


def _speaking(record: SessionRecord | SlotRecord) -> tuple[Fact[tuple[Participant, ...]], Fact[str]] | None:
    """The people of a session or talk without the award behind the last one, and it; None where none is."""
    people = record.people
    found = _parted(people.value[-1].name, people.value[-1].affiliation) if people and people.value else None
    if people is None or found is None:
        return None
    last = replace(people.value[-1], name=found[0], affiliation=found[1])
    return Fact((*people.value[:-1], last), people.place), Fact(found[2], people.place)


def _parted(name: str, place: str | None) -> tuple[str, str | None, str] | None:
    """A name and where that works without the award behind them, and it; None where none is."""
    if found := award_behind(name):
        return found[0], place, found[1]
    return (name, None, place) if place and AWARD_ALONE.fullmatch(place) else None
