"""Programmes of the DPG, of German physicists: "HK 1.2 Mon 9:45 R1 Fast Owls — ∙Ann Lee — MIT"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from site_gen.ingest.formats.programmes.drafts import time_fact
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.people.numbered_affiliations import has_marks, marked_names
from site_gen.ingest.reading.texts.lines import SourceLine, source_lines, stated_edition
from site_gen.ingest.reading.times.day_headings import days_by_line
from site_gen.ingest.reading.times.programme_times import read_day
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog

_SURE, _FEWEST, _WIDEST = 98, 2, 3  # rows; words of a room
_SESSION = r"(?P<session>[A-ZÄÖÜ]{1,6} \d{1,3})"
_ROW = re.compile(
    rf"{_SESSION}\.\d{{1,3}}\s+(?P<day>Mon?|Tue?|Wed|Thu?|Fri?|Sat?|Sun?|Di|Mi|Do|So)\.?\s+"
    r"(?P<start>\d{1,2}:\d\d)(?:\s?[–-]\s?(?P<end>\d{1,2}:\d\d))?\s+(?P<rest>\S.*)"
)
_HEAD = re.compile(rf"{_SESSION}:\s+(?P<title>\S.*)")
_WHERE = re.compile(
    r"\s*(?:Time|Zeit):(?P<when>.*?)(?:(?:Location|Raum|Ort):\s*(?P<room>\S.*))?$", re.IGNORECASE
)
_INTERVAL = re.compile(r"\d{1,2}:\d\d\s?[–-]\s?(\d{1,2}:\d\d)\s*$")
_BODY = re.compile(r"\s+(?:for|on behalf of) the (?=\S.*\bcollaborations?$)", re.IGNORECASE)
_PARTS = re.compile(r"\s+—\s+")
_TYPE = re.compile(
    r"((?:Invited|Topical|Keynote|Plenary|Prize|Evening|Main|Tutorial)(?: Talk)?|(?:Haupt|Plenar)vortrag"
    r"|Group Report|Gruppenbericht|Tutorium)\s+(?=[A-ZÄÖÜ])"
)
_SPEAKS = re.compile(r"[∙•·]\s*")  # before who gives it


@dataclass(slots=True)
class _Draft:
    """A session by its code, with its title, its room, and its rows."""

    line: SourceLine
    title: str = ""
    room: str = ""
    end: str = ""
    day: Fact[PartialDay] | None = None
    rows: list[tuple[SourceLine, re.Match[str]]] = field(default_factory=list)

    def take(self, where: re.Match[str] | None) -> None:
        """Take what a line says of its time and its room."""
        if where is not None:
            until = _INTERVAL.search(where["when"].strip())
            self.end = until[1] if until else ""
            self.room = (where["room"] or "").strip()


def recognise(text: str) -> int:
    """How surely a text is such a programme: rows with code, weekday and time, people behind a dash."""
    lines = (line.strip() for line in text[:400_000].split("\n"))
    return _SURE if sum(_ROW.fullmatch(line) is not None and "—" in line for line in lines) >= _FEWEST else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its papers."""
    lines = source_lines(document)
    days, day, head = days_by_line(document, lines), None, list[SourceLine]()
    lines, unread = _whole_rows(lines, days)
    for line in unread:
        what, hint = "nothing tells what this line is: it is not read", "take it out, or mend it"
        problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
    drafts: dict[str, _Draft] = {}
    for line in lines:
        day = days.get(line.number, day)
        last = next(reversed(drafts.values()), None)
        if row := _ROW.fullmatch(line.text):
            draft = drafts.setdefault(row["session"], _Draft(line, day=day))
            draft.rows.append((line, row))
        elif found := _HEAD.fullmatch(line.text):
            where = _WHERE.search(found["title"])
            title = found["title"][: where.start()] if where else found["title"]
            draft = drafts.setdefault(found["session"], _Draft(line, title.strip(), day=day))
            draft.take(where)
        elif last and not last.rows and (where := _WHERE.fullmatch(line.text)):
            last.take(where)
        else:
            head.append(line)
    for draft in drafts.values():
        draft.room = draft.room or _common_room([row["rest"] for _, row in draft.rows])
    rooms = sorted(
        {draft.room for draft in drafts.values() if draft.room}, key=lambda room: (-len(room), room)
    )
    sessions = [_session(document, code, draft, rooms, problems) for code, draft in drafts.items()]
    return Reading(
        document=document,
        format=DPG,
        sessions=tuple(sessions),
        edition=stated_edition(document, head),
        passed_over=passed_facts(document, head),
    )


def _whole_rows(
    lines: Sequence[SourceLine], days: Collection[int]
) -> tuple[list[SourceLine], list[SourceLine]]:
    """The lines with text, rows that wrap before their people as one; and others right below rows."""
    whole: list[SourceLine] = []
    unread: list[SourceLine] = []
    below: list[SourceLine] | None = None  # a row, which has nobody yet
    for line in [*lines, SourceLine(0, "")]:
        is_other = not line.text or line.number in days or _ROW.fullmatch(line.text) or _HEAD.match(line.text)
        if below and not is_other:
            below.append(line)
            continue
        if below:
            people = next((at for at, each in enumerate(below, 1) if "—" in each.text), 1)
            whole.append(replace(below[0], text=" ".join(each.text for each in below[:people])))
            unread += below[people:]
        below = [line] if _ROW.fullmatch(line.text) else None
        whole += [line] if line.text and not below else []
    return whole, unread


def _session(
    document: Document, code: str, draft: _Draft, rooms: Sequence[str], problems: ProblemLog
) -> SessionRecord:
    place = document.place_of(draft.line)
    slots = tuple(_slot(document, line, row, rooms, problems) for line, row in draft.rows)
    end = time_fact(document, draft.end, draft.line, problems) if draft.end else None
    day = _day(document, draft)
    first = draft.rows[0][1]["rest"] if draft.rows else ""
    room = draft.room or _room_before(first, rooms)
    return SessionRecord(
        place=place,
        title=Fact(draft.title or code, place),
        code=Fact(code, place),
        day=day,
        start=slots[0].start if slots else None,
        end=end or (slots[-1].end if slots else None),
        room=Fact(room, place) if room else None,
        slots=slots,
    )


def _day(document: Document, draft: _Draft) -> Fact[PartialDay] | None:
    """The day above a session if its rows are on that weekday, else the weekday that they say."""
    if not draft.rows:
        return draft.day
    line, row = draft.rows[0]
    own = Fact(read_day(row["day"], "unknown"), document.place_of(line))
    above = draft.day.value if draft.day else None
    whole = above.in_year(above.year) if above and above.year and above.month else None
    weekday = whole.weekday() if whole else above.weekday if above else None
    return draft.day if above and weekday in (None, own.value.weekday) else own


def _room_before(text: str, rooms: Sequence[str]) -> str:
    """The room that stands before a title; empty where none does."""
    return next((each for each in rooms if text.startswith((f"{each} ", f"{each}\t"))), "")


def _common_room(rests: Sequence[str]) -> str:
    """The room with which all rows of a session begin; empty where nothing tells it from a title."""
    words: list[str] = []
    for column in zip(*(rest.split() for rest in rests), strict=False):
        if len(set(column)) > 1:
            break
        words.append(column[0])
    numbered = next((at for at, word in enumerate(words, 1) if re.search(r"\d", word)), 1)
    return " ".join(words[:numbered]) if len(rests) >= _FEWEST and numbered <= _WIDEST else ""


def _slot(
    document: Document, line: SourceLine, row: re.Match[str], rooms: Sequence[str], problems: ProblemLog
) -> SlotRecord:
    place = document.place_of(line)
    title, *behind = _PARTS.split(" ".join(row["rest"].split()))
    room = _room_before(title, rooms)
    bare = title.removeprefix(room).strip()
    if not room:
        what = f"a room may stand before this title: '{title[:60]}'"
        problems.warning("doubtful-room", what, place, "write 'Location: …' below the title of its session")
    called = _TYPE.match(bare)
    byline = _BODY.sub(", ", _SPEAKS.sub("", behind[0])) if behind else ""
    names = marked_names(byline, line.number, behind[1:], PrivateValues()) if byline else []
    if len(behind) == 2 and not has_marks(behind[0]):  # one institution, of all
        names = [replace(name, affiliations=name.affiliations or (behind[1],)) for name in names]
    end = time_fact(document, row["end"], line, problems) if row["end"] else None
    paper = PaperRecord(
        place=place,
        title=Fact(bare[called.end() :] if called else bare, place),
        authors=authors_fact(document, names, problems) if names else None,
    )
    return SlotRecord(
        place=place,
        paper=paper,
        type=Fact(called[1], place) if called else None,
        start=time_fact(document, row["start"], line, problems),
        end=end,
    )


DPG = SourceFormat(
    name="dpg", title="programme of the DPG", recognise=recognise, read=read, surest=_SURE, shape="lines",
)  # fmt: skip
