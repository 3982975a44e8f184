"""A copied programme as blocks: what stands below each time, alone on its line or beside a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import zip_longest

from site_gen.ingest.reading.metadata.rooms import is_room_code
from site_gen.ingest.reading.people.wrapped_lines import unwrapped
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, lacks_bracket
from site_gen.ingest.reading.times.days import When, leading_when, read_time
from site_gen.ingest.reading.times.lone_times import lone_time
from site_gen.ingest.records import Fact, PartialDay

_ARROW = re.compile(r"(?:→|->|-|–|—)")
_OPEN = re.compile(r"\d\s*(?:→|->|-|–|—)$")
_TO = re.compile(r"(?:→|->|-|–|—)\s*(?=\d)")
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})\s?h(?:rs?|ours?)?\s?(?:(?P<more>\d{1,2})\s?m(?:ins?)?)?"
    r"|(?P<minutes>\d{1,3})\s?(?:m|mins?|minutes|′|'))"
)
_ENDS = re.compile(r"\(ends (?P<end>\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)\)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[\s?(?P<start>\d{1,2}:\d\d)\s?\]\s+(?P<title>\S.*)")
_LONGEST_TIME = 120  # with the room beside it
_BESIDE = re.compile(
    r"(?P<time>.*\d.*?)(?:[\s*_]*[|,;@]\s*(?P<behind>[^|]+)|\s*[(\[](?P<inside>[^()\[\]]+)[)\]])[*_]*"
)
# "Hall A", "the Main Auditorium", "Room 1.04": no title that speaks of one.
_ROOM = re.compile(
    r"(?:[\w.’'-]+ ){0,3}(?:room|hall|ballroom|auditorium|foyer|lobby|theat(?:er|re)|lounge|saal|aula|online)"
    r"(?: [A-Z\d][\w.-]{0,4})?",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_TIMED_END = re.compile(
    rf"(?P<before>\S.{{2,150}}?)[\s,:(]+(?P<times>{_CLOCK}\s*[-–—]\s*{_CLOCK})\)?"
    r"(?:\s*(?P<sign>:)?\s*(?P<after>\S.*))?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TimedBlock:
    """The line with a time, the title beside it, and the lines below; `tail` stands below its time once more.

    `talks` are the blocks of shorter times inside it, `items` titles below it without times, `label` is what
    stands before the title in a cell of its own; of a list no item is the title. The times are as printed;
    the end may be missing, or come from how long it is.
    """

    line: SourceLine
    start: str
    end: str | None
    day: Fact[PartialDay] | None
    title: SourceLine | None = None
    lines: list[SourceLine] = field(default_factory=list)
    tail: list[SourceLine] | None = None
    talks: list[TimedBlock] = field(default_factory=list)
    items: list[SourceLine] = field(default_factory=list)
    label: str = ""
    is_list: bool = False
    has_length: bool = False

    @property
    def room_count(self) -> int:
        """How many rooms are named below the time: several, where sessions take place at once."""
        return sum((label := label_of(line)) is not None and label[0] == "room" for line in self.lines)

    @property
    def span(self) -> tuple[time, time] | None:
        """Start and end; None where there is no end, or no such time."""
        try:
            return (read_time(self.start, self.end), read_time(self.end)) if self.end else None
        except ValueError:
            return None

    @property
    def begin(self) -> time | None:
        """The start; None where there is no such time."""
        try:
            return read_time(self.start, self.end)
        except ValueError:
            return None


def joined(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, where "09:00", "→" and "10:30" on lines of their own are one, and so are wrapped titles."""
    filled = [line for line in unwrapped(lines) if line.text]
    found: list[SourceLine] = []
    index = 0
    while index < len(filled):
        line, texts = filled[index], [each.text for each in filled[index : index + 3]]
        if is_time(texts[0]) and len(texts) == 3 and _ARROW.fullmatch(texts[1]) and is_time(texts[2]):
            found.append(replace(line, text=f"{texts[0]} - {texts[2]}"))
            index += 3
        elif len(texts) > 1 and is_time(texts[0]) and _TO.match(texts[1]) and is_time(_TO.sub("", texts[1])):
            found.append(replace(line, text=f"{texts[0]} - {_TO.sub('', texts[1])}"))
            index += 2
        elif len(texts) > 1 and _OPEN.search(texts[0]) and is_time(texts[0]) and leading_when(texts[1]):
            found.append(replace(line, text=f"{texts[0]} {texts[1]}"))
            index += 2
        else:
            found.append(line)
            index += 1
    return found


def is_time(text: str) -> bool:
    """Whether a line is nothing but a time or an interval, with its zone."""
    return lone_time(text) is not None


def with_rooms_apart(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines; a time with a room beside it, above what takes place there, as both: "09:00 | Hall A"."""
    filled = [line for line in lines if line.text]
    found: list[SourceLine] = []
    for line, below in zip_longest(filled, filled[1:]):
        match = _BESIDE.fullmatch(line.text) if len(line.text) < _LONGEST_TIME else None
        room = (match["behind"] or match["inside"]).strip("*_ ") if match else ""
        is_above = below is None or time_of(below) is None or (match is not None and bool(match["behind"]))
        is_room = _ROOM.fullmatch(room) or is_room_code(room)
        if match and is_above and is_room and is_time(match["time"]):
            behind = SourceLine(line.number, f"Room: {room}", line.column + line.text.index(room))
            found += [replace(line, text=match["time"]), behind]
        else:
            found.append(line)
    return found


def time_of(line: SourceLine) -> tuple[When, SourceLine | None] | None:
    """The time that a line begins or ends with, and the title beside it; None where it has none."""
    alone = lone_time(line.text)
    if alone:
        return When(0, None, "", *alone), None
    text = line.text.replace("→", "-")
    leading = leading_when(text)
    if leading:
        rest = text[leading[1] :].lstrip(" \t:–—|-")
        if not rest and not leading[0].printed_day and text.endswith(")"):  # it is no zone
            rest = text[text.rindex("(") :]
        column = line.column + len(text) - len(rest)
        return leading[0], SourceLine(line.number, rest, column) if rest else None
    match = _TIMED_END.fullmatch(text) if len(text) < 300 else None
    times = lone_time(match["times"]) if match else None
    if match is None or times is None:
        return None
    after = match["after"] if match["sign"] else None
    before = _whole(match["before"].lstrip("# "))
    title = f"{before}: {after}" if after else before
    return When(0, None, "", *times), replace(line, text=title)


def _whole(title: str) -> str:
    """A title whose brackets its time broke: "Woods (Session 2" of "Woods (Session 2: 11:00 - 12:30)"."""
    if not lacks_bracket(title):
        return title
    marks, _, inside = title.rpartition("(")
    return f"{title})" if any(map(str.isalnum, marks)) else f"{marks}{inside}"


def label_behind(line: SourceLine) -> SourceLine | None:
    """What stands behind a title and its interval on one line: "… 10:45 - 12:00 Session Chair: Ann Lee"."""
    match = _TIMED_END.fullmatch(line.text) if len(line.text) < 300 else None
    if match is None or match["sign"] or not match["after"] or leading_when(line.text):
        return None
    return SourceLine(line.number, match["after"], line.column + match.start("after"))


def ended(block: TimedBlock) -> Iterator[TimedBlock]:
    """A block, or the events below a time that end in "(ends 5:00 PM)" each, as virtual sites list them."""
    ends = [index for index, line in enumerate(block.lines) if _ENDS.fullmatch(line.text)]
    if not ends or block.title or block.end or ends[-1] != len(block.lines) - 1:
        yield block
        return
    for first, last in zip([0, *(index + 1 for index in ends)], ends, strict=False):
        match, lines = _ENDS.fullmatch(block.lines[last].text), block.lines[first:last]
        if lines and match:
            yield _event(block, lines, match["end"])


def _event(block: TimedBlock, lines: Sequence[SourceLine], end: str) -> TimedBlock:
    """One event: its kind and title, then its talks with their times in brackets, or who speaks."""
    title, *below = lines
    if title.text.endswith(":") and below:  # "Invited Talk:", and what it is called in the next line
        title = replace(title, text=f"{title.text} {below.pop(0).text}")
    title = replace(title, text=title.text.removesuffix(":"))
    event = replace(block, end=end, title=title, lines=[], talks=[])
    for line in below:
        start = _IN_BRACKETS.fullmatch(line.text)
        if start:
            rest = replace(line, text=start["title"], column=line.column + start.start("title"))
            event.talks.append(TimedBlock(line, _after(start["start"], event), None, block.day, rest))
        else:
            event.lines.append(line)
    return event


def _after(printed: str, event: TimedBlock) -> str:
    """A time without its half of the day, in that in which the event is."""
    hour, minute = map(int, printed.split(":"))
    begin = event.begin
    is_before = begin is not None and (hour, minute) < (begin.hour, begin.minute)
    return f"{hour + 12 if is_before and hour < 12 else hour}:{minute:02}"


def take_length(block: TimedBlock) -> None:
    """Take what says how long something is, as Indico shows it below or behind each title: "15m"."""
    lengths = [match for line in block.lines if (match := _LENGTH.fullmatch(line.text))]
    block.lines = [line for line in block.lines if not _LENGTH.fullmatch(line.text)]
    title, tab, behind = block.lines[0].text.rstrip().rpartition("\t") if block.lines else ("", "", "")
    if tab and not block.title and (match := _LENGTH.fullmatch(behind.strip())):
        lengths.append(match)
        block.lines[0] = replace(block.lines[0], text=title.rstrip())
    begin = block.begin
    if block.end is None and begin and len(lengths) == 1:
        minutes = 60 * (begin.hour + int(lengths[0]["hours"] or 0)) + begin.minute
        minutes += int(lengths[0]["minutes"] or lengths[0]["more"] or 0)
        block.end = f"{minutes // 60}:{minutes % 60:02}" if minutes < 24 * 60 else None
        block.has_length = True


def time_block(
    line: SourceLine, when: When, title: SourceLine | None, day: Fact[PartialDay] | None
) -> TimedBlock:
    """The block of a line that is a time, or ends in one."""
    behind = label_behind(line)
    return TimedBlock(line, when.start or "", when.end, day, title, [behind] if behind else [])


def is_again(block: TimedBlock, when: When, title: SourceLine | None) -> bool:
    """Whether a time is the block's own once more, now with its day or its end."""
    other = TimedBlock(block.line, when.start or "", when.end, None)
    is_fuller = when.day is not None or (when.end is not None and block.end is None)
    return title is None and is_fuller and bool(block.lines) and other.begin == block.begin


def again(block: TimedBlock, when: When) -> list[SourceLine]:
    """The lines that go on below the time of a block that stands there once more."""
    if block.end is None:
        block.start, block.end = when.start or block.start, when.end
        return block.lines
    block.tail = []
    return block.tail
