"""Programmes of PaperCept, copied: sessions by code and room, below each time a paper with its authors."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.conference import Participant, Role
from site_gen.ingest.formats.programmes.drafts import SessionDraft, TalkDraft, drafts_of, time_fact
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.texts.lines import SourceLine, line_fact, source_lines, stated_edition, text_fact
from site_gen.ingest.reading.times.day_headings import days_by_line
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog

_SURE, _FEWEST = 98, 2  # papers
_PAPER = re.compile(
    r"(?P<start>\d{1,2}:\d\d)\s*[-–]\s*(?P<end>\d{1,2}:\d\d),\s*Paper\s+(?P<session>[A-Za-z]\w*)\.\d+\b.*"
)
_CODE = re.compile(r"(?P<code>[A-Z][A-Za-z]{1,3}\d{0,2}[A-Z]?)\t+(?P<room>\S.*)")
_DAY = re.compile(r"^.*?\bprogram(?:me)? for\s+", re.IGNORECASE)
_CHAIR = re.compile(r"(?P<role>(?:co-?)?chair|organizer)\s*:\s*(?P<who>.+)", re.IGNORECASE)
_KEYWORDS = re.compile(r"keywords\s*:\s*(.+)", re.IGNORECASE)
_ABSTRACT = re.compile(r"abstract\s*:\s*(.+)", re.IGNORECASE)
_OF_PAGE = re.compile(
    r"(?:attachments?|to show or hide|open all|close all|add to my program)\b.*", re.IGNORECASE
)


def recognise(text: str) -> int:
    """How surely a text is such a programme: times with codes of papers, each of a session that has its."""
    lines = [line.strip() for line in text[:400_000].split("\n")]
    papers = [match["session"] for line in lines if (match := _PAPER.fullmatch(line))]
    codes = {match["code"] for line in lines if papers and (match := _CODE.fullmatch(line))}
    return _SURE if len(papers) >= _FEWEST and codes.issuperset(papers) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its papers."""
    lines = [replace(line, text=_DAY.sub("", line.text)) for line in source_lines(document)]
    days = days_by_line(document, lines)
    head, drafts = drafts_of(lines, days, session=_CODE, talk=_PAPER, of_page=_OF_PAGE)
    sessions = tuple(_session(document, draft, problems) for draft in drafts)
    return Reading(
        document=document,
        format=PAPERCEPT,
        sessions=sessions,
        edition=stated_edition(document, head) or printed_year(sessions),
        passed_over=passed_facts(document, head),
    )


def _session(document: Document, draft: SessionDraft, problems: ProblemLog) -> SessionRecord:
    code = _CODE.fullmatch(draft.heading.text)
    place = document.place_of(draft.heading)
    leads = [match for line in draft.lines if (match := _CHAIR.fullmatch(line.text))]
    others = [line for line in draft.lines if not _CHAIR.fullmatch(line.text)]
    named = others[0] if others else None
    for line in others[1:]:
        _report(document, line, problems)
    title, _, called = named.text.partition("\t") if named else ("", "", "")
    slots = tuple(_slot(document, talk, problems) for talk in draft.talks)
    kind = kind_of_words(called.strip() or title)
    people = tuple(person for match in leads for person in _leader(match, draft.heading.number))
    return SessionRecord(
        place=place,
        kind=Fact(kind, place) if kind != "other" else None,
        title=line_fact(document, replace(named, text=title.strip())) if named else None,
        code=Fact(code["code"], place) if code else None,
        day=draft.day,
        start=slots[0].start if slots else None,
        end=slots[-1].end if slots else None,
        room=Fact(code["room"].strip(), place) if code else None,
        people=Fact(people, place) if people else None,
        slots=slots,
    )


def _leader(match: re.Match[str], line: int) -> tuple[Participant, ...]:
    role: Role = "organiser" if match["role"].lower() == "organizer" else "chair"
    return participants([_name(match["who"], line)], role)


def _name(text: str, line: int) -> PrintedName:
    """The name of "Lee, Ann", and the institution behind a tab."""
    name, _, institution = text.partition("\t")
    family, _, given = name.partition(",")
    return one_name(
        given.strip(), family.strip(), line, (institution.strip(),) if institution.strip() else ()
    )


def _slot(document: Document, talk: TalkDraft, problems: ProblemLog) -> SlotRecord:
    """What stands below a time, which is told where it is nothing."""
    match, place = _PAPER.fullmatch(talk.time.text), document.place_of(talk.time)
    start, end = (
        time_fact(document, match[each], talk.time, problems) if match else None for each in ("start", "end")
    )
    if not talk.lines:
        problems.warning("empty-slot", "no paper stands in this slot", place, hint="it is kept, empty")
    paper = _paper(document, talk, problems) if talk.lines else None
    return SlotRecord(place=place, paper=paper, start=start, end=end)


def _paper(document: Document, talk: TalkDraft, problems: ProblemLog) -> PaperRecord:
    """A paper: its title, then its authors a line each, then what is said of it."""
    title, *rest = talk.lines
    names: list[PrintedName] = []
    texts: list[SourceLine] = []
    keywords: Fact[tuple[str, ...]] | None = None
    for line in rest:
        if found := _KEYWORDS.fullmatch(line.text):
            words = tuple(word.strip() for word in found[1].split(",") if word.strip())
            keywords = Fact(words, document.place_of(line))
        elif found := _ABSTRACT.fullmatch(line.text):
            texts.append(replace(line, text=found[1]))
        elif texts:
            texts.append(line)
        elif "\t" in line.text or "," in line.text:
            names.append(_name(line.text, line.number))
        else:
            _report(document, line, problems)
    return PaperRecord(
        place=document.place_of(talk.time),
        title=line_fact(document, title),
        authors=authors_fact(document, names, problems) if names else None,
        abstract=text_fact(document, texts),
        keywords=keywords,
    )


def _report(document: Document, line: SourceLine, problems: ProblemLog) -> None:
    what, hint = "nothing tells what this line is: it is not read", "take it out, or mend it"
    problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])


PAPERCEPT = SourceFormat(
    name="papercept", title="programme of PaperCept", recognise=recognise, read=read, surest=_SURE,
    shape="lines", parts_names=True,
)  # fmt: skip
