"""A page of invited speakers: who they are, where they work, what they speak about, and their lives.

When they speak stands in a programme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.conference import Participant, SessionKind
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.entries.speaker_blocks import Speaker, speakers_of
from site_gen.ingest.reading.texts.lines import (
    SourceLine,
    line_fact,
    paragraphs,
    source_lines,
    stated_edition,
    text_fact,
)
from site_gen.ingest.reading.times.days import leading_when
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog

_SURE = 99  # what reads as a list of papers, or as labelled lines, too is that
_MOST_TIMES = 1  # lines that begin with one: more are a programme
_MOST_BELOW = 5  # lines of other sections
_LONGEST = 200_000
_TOLD = 0.7  # of the speakers have a text at least
_HEADING = re.compile(
    r"\b(?:(?:keynote|invited|plenary|guest) (?:speaker|talk|lecture)s?|keynotes?|speakers?|panell?ists?)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\bbio|\b(?:is|was) (?:an?|the|currently|leading)\b", re.IGNORECASE)
_FEWEST = 2  # speakers of a page that does not say whom it lists


def recognise(text: str) -> int:
    """How surely a text is such a page: it says so, or tells lives, and nearly every speaker has a text."""
    if len(text) > _LONGEST or not (_HEADING.search(text) or _LIFE.search(text)):
        return 0
    lines = source_lines(Document("", text))
    if sum(_begins_with_time(line.text) for line in lines) > _MOST_TIMES:
        return 0
    page = speakers_of(lines)
    speakers = page.speakers
    if len(page.below) > _MOST_BELOW:
        return 0
    with_life = sum(bool(each.life) for each in speakers)
    with_text = sum(bool(each.life or each.abstract) for each in speakers)
    is_headed = any(_HEADING.search(line.text) for line in page.above)
    is_told = with_life > 0 and with_text >= _TOLD * len(speakers)
    is_listed = len(speakers) >= _FEWEST and 2 * with_life >= len(speakers)
    has_talks = is_headed and len(speakers) >= _FEWEST and all(each.title and each.place for each in speakers)
    return _SURE if has_talks or (is_told and (is_headed or is_listed)) else 0


def _begins_with_time(text: str) -> bool:
    found = leading_when(text.lstrip("#*_>([•- "))
    return found is not None and found[0].start is not None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the talk of each speaker, and of those without one who they are."""
    lines = source_lines(document)
    page = speakers_of(lines)
    speakers, kind = page.speakers, _kind(page.above)
    for each in speakers:
        for line in each.unread:
            what = "nothing tells what this line is: it is not read"
            hint = "write 'Title: …', 'Abstract: …' or 'Bio: …' before it, or take it out"
            problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
    return Reading(
        document=document,
        format=INVITED_SPEAKERS,
        sessions=tuple(_session(document, each, kind) for each in speakers if each.title or each.abstract),
        people=tuple(
            Fact(_person(each), document.place_of(each.line))
            for each in speakers
            if not (each.title or each.abstract)
        ),
        edition=stated_edition(document, page.above),
        passed_over=passed_facts(document, [*page.above, *page.below]),
    )


def _kind(above: Sequence[SourceLine]) -> SessionKind:
    kinds = [kind_of_words(line.text) for line in above]
    return "tutorial" if "tutorial" in kinds and "invited-talk" not in kinds else "invited-talk"


def _person(speaker: Speaker) -> Participant:
    life = paragraphs(speaker.life)
    return Participant(
        name=speaker.name,
        affiliation=speaker.place or None,
        homepage=speaker.homepage or None,
        biography=life or None,
    )


def _session(document: Document, speaker: Speaker, kind: SessionKind) -> SessionRecord:
    place = document.place_of(speaker.line)
    return SessionRecord(
        place=place,
        kind=Fact(kind, place),
        title=line_fact(document, speaker.title) if speaker.title else None,
        people=Fact((_person(speaker),), place),
        label=Fact(speaker.label, place) if speaker.label else None,
        description=text_fact(document, speaker.abstract),
    )


INVITED_SPEAKERS = SourceFormat(
    name="invited-speakers", title="page of invited speakers", recognise=recognise, read=read,
    surest=_SURE, shape="lines", is_ordered=False,
)  # fmt: skip
