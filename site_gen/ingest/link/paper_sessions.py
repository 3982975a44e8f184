"""Talks that may be of a paper: a programme names it by its title alone, as a talk's or as a session's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.conference.programme import slots_hold
from site_gen.ingest.known import Known
from site_gen.ingest.link.paper_titles import PaperTitle, TitlesByKey, paper_titles
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.reading.people.names import split_people
from site_gen.ingest.reading.titles.award_words import award_before
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_BULLET = re.compile(r"\s*(?:[-*•▪◦–+]|\d{1,3}[.)])\s+")
_FEWEST_LISTED = 2  # titles in a description
_FEWEST_WORDS = 3  # "Opening" may be a paper too
_FEWEST_BESIDE = 2  # where others are called by their papers: "Quiet Networks"


def with_named_papers(readings: Sequence[Reading], known: Known) -> list[Reading]:
    """The readings in which such a session holds its paper, unless others speak in it than wrote that.

    A talk names what it is called as a paper; where there is none it stays a talk.
    """
    if not any(reading.sessions for reading in readings):
        return list(readings)
    titles = TitlesByKey(paper_titles(readings, known))
    return [
        replace(reading, sessions=tuple(_session(each, titles, fewest) for each in reading.sessions))
        for reading, fewest in ((each, _fewest_words(each, titles)) for each in readings)
    ]


def _fewest_words(reading: Reading, titles: TitlesByKey) -> int:
    """How many words a title has that is a paper's: fewer where most that are called by papers have more."""
    keys = [title_key(each.title.value) for each in reading.sessions if each.title and not each.slots]
    named = [len(key.split()) for key in keys if key in titles]
    return _FEWEST_BESIDE if 2 * sum(each >= _FEWEST_WORDS for each in named) >= len(named) else _FEWEST_WORDS


def _session(session: SessionRecord, titles: TitlesByKey, fewest: int) -> SessionRecord:
    title = session.title
    if session.kind and slots_hold(session.kind.value) == "talks":
        return session
    if title is None or session.slots:
        return replace(session, slots=tuple(_slot(each, titles) for each in session.slots))
    if listed := _listed(session, titles):
        return replace(session, slots=listed, description=None)
    title, award = award_of(title, titles)
    key = title_key(title.value)
    paper_title = titles.get(key)
    if paper_title is None and (beside := titles.beside_authors(title.value)):
        return _called_as_paper(session, title, *beside)
    is_by_author = paper_title is not None and session.people is not None
    is_short = len(key.split()) < fewest and award is None and not is_by_author
    if paper_title is None or is_short or paper_title.is_of_others(session.people):
        return session
    paper = PaperRecord(place=title.place, title=title, award=award, is_mention=True)
    return replace(session, slots=(SlotRecord(place=title.place, paper=paper),))


def _called_as_paper(
    session: SessionRecord, title: Fact[str], paper_title: PaperTitle, people: str
) -> SessionRecord:
    """A session of one paper, beside whose title authors stand; who is one of several presents it."""
    named = replace(title, value=paper_title.printed)
    is_one = len(split_people(people)) == 1 < len(paper_title.authors) and session.people is None
    named_alone: tuple[Participant, ...] = (Participant(name=people),)
    paper = PaperRecord(place=title.place, title=named, is_mention=True)
    slot = SlotRecord(
        place=title.place, paper=paper, people=Fact(named_alone, title.place) if is_one else None
    )
    return replace(session, title=named, slots=(slot,))


def _listed(session: SessionRecord, titles: TitlesByKey) -> tuple[SlotRecord, ...]:
    """The papers of a session whose description is nothing but a list of their titles; else none."""
    text = session.description
    lines = [_BULLET.sub("", line).strip() for line in text.value.splitlines()] if text else []
    lines = [line for line in lines if line]
    if text is None or len(lines) < _FEWEST_LISTED:
        return ()
    slots: list[SlotRecord] = []
    for number, line in enumerate(lines):
        beside = titles.beside_authors(line)
        found = titles.get(title_key(line)) or (beside[0] if beside else None)
        if found is None:
            return ()
        place = replace(text.place, column=text.place.column + number)  # each has its own
        paper = PaperRecord(place=place, title=Fact(found.printed, text.place), is_mention=True)
        slots.append(SlotRecord(place=place, paper=paper))
    return tuple(slots)


def _slot(slot: SlotRecord, titles: TitlesByKey) -> SlotRecord:
    """A talk that names its paper; not where others speak than wrote one of that title."""
    if slot.paper or slot.title is None:
        return slot
    title, award = award_of(slot.title, titles)
    if award is None and kind_of_words(title.value) != "other":
        return slot
    key = title_key(title.value)
    paper_title = titles.get(key)
    is_one_word = " " not in key and paper_title is None  # "Discussion" begins no title
    if is_one_word or (paper_title and paper_title.is_of_others(slot.people)):
        return slot
    paper = PaperRecord(place=title.place, title=title, award=award, is_mention=True)
    return replace(slot, title=title, paper=paper)


def award_of(title: Fact[str], titles: TitlesByKey) -> tuple[Fact[str], Fact[str] | None]:
    """The title of a known paper behind an award, and the award; else the title as it is."""
    before = award_before(title, has_authors=True)
    is_known = before is not None and title_key(before[1].value) in titles
    return (before[1], before[0]) if before and is_known else (title, None)
