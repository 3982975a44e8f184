"""Rows of a plain programme: the times that a line begins with, and the cells behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import category

from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import columns_of, is_column_name, is_time_column
from site_gen.ingest.reading.people.byline_layouts import names_people, people_share
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.people.people import is_nobody
from site_gen.ingest.reading.programmes.bracket_labels import without_details
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.talk_rows import OF_PEOPLE
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock, is_time
from site_gen.ingest.reading.texts.labels import CHAIR_WORDS, label_of, parted
from site_gen.ingest.reading.texts.lines import SourceLine, lacks_bracket
from site_gen.ingest.reading.texts.marked_text import Part, parts, plain
from site_gen.ingest.reading.times.days import leading_when, match_times
from site_gen.ingest.reading.times.lone_times import lone_time
from site_gen.ingest.reading.times.typed_times import leading_times
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.link_words import without_link_words
from site_gen.ingest.reading.titles.rooms_behind_people import room_behind
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section, kind_of_words
from site_gen.ingest.records import Fact, PartialDay
from site_gen.values import dataclass, replace

_MARKS = re.compile(r"(?:[#>|•▪◦*+_–-]+\s*)*")
_GAP = re.compile(r"[*_]*[\s|:：~～〜–—-]*")
_GAP_OF_RANGE = re.compile(r"[*_]*(?:[.,]\s+)?[\s|:–—-]*")
_CELLS = re.compile(r"\s*(?:\t+|\s\|)\s*|\s{3,}")
_LABEL = re.compile(
    r"(?:(?:orals?|talks?|papers?|sessions?|posters?|keynotes?|invited|demos?|panel|tutorial)\b\W*)+\d{0,3}",
    re.I,
)
_BY = re.compile(r"[\s,;–—-]*\bby\b:?\s+", re.I)
_LINKED = re.compile(r"\s*\((?:slides?|pdf|video|paper|poster|recording|link)\)", re.I)
_LED = re.compile(r"[\s,;.(–—-]+(?:moderated|chaired|hosted|led) by:?\s+")
_PLACED = re.compile(r"\(([^()]+)\)[\s,.:;–—-]*(.*)")  # where somebody works, and what stands behind
_INSIDE = re.compile(r"\s*\([^()]*\)")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,30})[)\]]")
_OTHER_ZONE = re.compile(
    r"(?:\((?=[^()]*[A-Z]{2})([^()]{4,40})\)|/\s*([\d:.\sAPMapm–-]{4,24}\s[A-Z]{2,5}T?))[\s|:–—-]*(?=\S)"
)
_BRACKETS = re.compile(r"^\(([^()]*)\)$")  # around who speaks
_DASH = re.compile(r"\s+[-–—|]$")  # between two runs
_HEADING = re.compile(r"#{1,6}\s+\S.*|\*\*[^*]+\*\*:?|__[^_]+__:?")
_LABEL_BEHIND = re.compile(rf"[\s.,;:(（–—-]+((?:session )?(?:{CHAIR_WORDS})\s*[:：].*)$", re.I)
_LONGEST_HEADING = 400
_END = re.compile(r"(?i:(?:\s?(?:h|uhr|uur)\b)?\s*\D{1,12}\d{1,2}\s?(?:[:.h]\s?\d\d|h\b|[ap]\.?m\b))")
_HOURS = re.compile(
    r"\s?(?:noon|midnight|h|hrs?|Uhr|uur|heures?|horas?|o'?clock)\b\.?\s*"
)  # "Ore" begins a title
_NAMED = {"room": "Room", "chair": "Chair", "speaker": "Speaker", "authors": "Speaker"}

Heads = Mapping[int, str]
"""What the cells of rows are by their numbers, where a line above them names the columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """The times that a line begins with, and what stands behind them."""

    start: str
    end: str | None
    rest: SourceLine


def row_of(line: SourceLine) -> Row | None:
    """The row that a line is; None for one that begins with no time, or holds nothing else."""
    if is_time(line.text):
        return None
    marks = _MARKS.match(line.text)
    begin = marks.end() if marks else 0
    bare = line.text[begin:]
    bracketed = _IN_BRACKETS.match(bare)
    times = _times(bare) if bracketed is None else _bracketed(bracketed)
    gap = (_GAP_OF_RANGE if times[1] else _GAP).match(bare, times[2]) if times else None
    if times is None or gap is None:
        return None
    other = _OTHER_ZONE.match(bare, gap.end())  # the same time on other clocks
    behind = other.end() if other and lone_time(other[1] or other[2]) else gap.end()
    rest = bare[behind:]
    if not rest or not _begins_title(rest[0]):
        return None
    column = line.column + begin + behind
    return Row(times[0], times[1], SourceLine(line.number, rest, column))


def _begins_title(character: str) -> bool:
    """Whether a title may begin so: with a letter, a number, a mark around words, or a little picture."""
    return character.isalnum() or character in "\"'“‘«„([¿¡*_" or category(character) == "So"


def _bracketed(match: re.Match[str]) -> tuple[str, str | None, int] | None:
    """The times in brackets that a line begins with, and where they end: "(09:00 - 09:30) Welcome"."""
    found = lone_time(match[1])
    return (found[0], found[1], match.end()) if found and found[1] else None


def _times(text: str) -> tuple[str, str | None, int] | None:
    leading, typed = leading_when(text), leading_times(text)
    if leading and leading[0].printed_day:
        return None
    if leading is None or not leading[0].start or (typed and _goes_on(text[leading[1] : typed[2]])):
        return typed
    return leading[0].start, leading[0].end, leading[1]


def _goes_on(behind: str) -> bool:
    """Whether what stands behind a time is of it: its end, or the word for hours."""
    return _END.match(behind) is not None or _HOURS.fullmatch(behind) is not None


def heads_of(line: SourceLine) -> Heads | None:
    """What a line says of the columns below it; None for other lines."""
    names = [name.strip(" *") for name in line.text.strip("| ").split("\t" if "\t" in line.text else "|")]
    if len(names) < 2 or not is_time_column(names[0]) or not all(map(is_column_name, names)):
        return None
    fields = columns_of(names, {}, SHEET_FIELDS).of_field
    return {index: field for field, indices in fields.items() for index in indices}


def block_of(
    line: SourceLine, row: Row, day: Fact[PartialDay] | None, page: PageLines, heads: Heads | None
) -> TimedBlock:
    """The block of a row: its title, and as lines below it what else its cells and brackets say."""
    rest, beside = without_details(replace(row.rest, text=without_link_words(row.rest.text)))
    found = room_behind(rest.text)
    rest, room = (replace(rest, text=found[0]), found[1]) if found else (rest, "")
    beside += [replace(rest, text=f"Room: {room}")] if room else []
    cells = [*_named_cells(line, heads)] if heads else []
    cells = [part for cell in cells or [*_cells(rest)] or [rest] for part in _parted(cell)]
    labelled = [cell for cell in cells[1:] if label_of(cell)]
    rooms = [cell for cell in cells[1:] if page.is_room(cell) and cell not in labelled]
    titles = [*cells[:1], *(cell for cell in cells[1:] if cell not in (*rooms, *labelled))]
    own_end = _end(titles, heads)
    titles = titles[1:] if own_end else titles
    title, details = without_details(titles[0])
    details += [*(replace(each, text=plain(each.text)) for each in beside), *labelled]
    block = TimedBlock(line, row.start, row.end or own_end, day, title, [*details, *titles[1:]])
    if len(titles) > 1 and _LABEL.fullmatch(title.text):
        if kind_of_words(title.text) in OF_PEOPLE or len(titles) > 2:  # "Keynote | Machines that wait"
            block.title, block.lines = titles[1], [*details, *titles[2:]]
            block.label = title.text
        else:  # "Oral 1 | Fast locks. Ann Lee"
            talk = replace(titles[1], text=f"• {titles[1].text}", column=titles[1].column - 2)
            block.lines = [*details, talk]
    for people in titles[1:]:
        if people_share(people.text) == 1 and people in block.lines:
            page.parted.add(people)
    block.lines += [replace(room, text=f"Room: {room.text}") for room in rooms[:1]]
    return block


def _parted(line: SourceLine) -> list[SourceLine]:
    """A cell in its parts where labels begin some; the chair of a session needs no sign before it."""
    label = _LABEL_BEHIND.search(line.text) if len(line.text) < _LONGEST_HEADING else None
    if label is None or not is_section(line.text[: label.start()]):
        return parted(line)
    behind = SourceLine(line.number, label[1].rstrip(")）"), line.column + label.start(1))
    title = line.text[: label.start()].rstrip(" (（")
    title += ")" if lacks_bracket(title) else ""  # "Woods (Oaks, Chair: Ann Lee)"
    return [*parted(replace(line, text=title)), behind]


def _end(cells: Sequence[SourceLine], heads: Heads | None) -> str | None:
    """The end that stands in a cell of its own, where a head names its column."""
    times = match_times(cells[0].text) if heads and "end" in heads.values() and len(cells) > 1 else None
    return times["start"] if times and not times["end"] else None


class Section(TimedBlock):
    """A session whose heading has no time: it lasts as long as the talks below it."""

    def timed(self, block: TimedBlock) -> TimedBlock:
        """This session with the times of the block below it, whose title is its room."""
        room = [replace(block.title, text=f"Room: {block.title.text}")] if block.title else []
        return replace(block, title=self.title, lines=[*self.lines, *room, *block.lines])

    def own_time(self, block: TimedBlock) -> TimedBlock | None:
        """The time alone right below its heading, when the first talk begins with it: it is its own."""
        first = self.talks[0] if len(self.talks) == 1 else None
        is_alone = first is not None and bool(first.end) and not (first.title or first.lines)
        return first if first and is_alone and first.begin == block.begin else None

    def take(self, block: TimedBlock) -> bool:
        """Take the next row as a talk; False for one that is none."""
        title = block.title.text if block.title else ""
        if kind_of_words(title) in PAUSES or (self.title is None and is_section(title)):
            return False
        if self.talks and is_ceremony(title):  # it closes more than the session
            return False
        if not self.talks:
            self.line, self.start, self.day = block.line, block.start, block.day
        self.end = block.end
        self.talks.append(block)
        return True


def is_heading(line: SourceLine) -> bool:
    """Whether a line is marked as a heading of its own: what stands above it has ended."""
    is_bold = line.text[:1] in "*_"
    return _HEADING.fullmatch(line.text) is not None and not (is_bold and label_of(line))


def heading_level(line: SourceLine) -> int:
    """How many signs mark a line as a heading; 0 where none do."""
    return len(line.text) - len(line.text.lstrip("#")) if is_heading(line) else 0


def section_of(line: SourceLine, *, is_sure: bool) -> Section | None:
    """The section that a line is the heading of; None for other lines, unless it surely is one."""
    text = plain(line.text.strip("#*_ ")) if len(line.text) < _LONGEST_HEADING else ""
    if not (text and is_sure) and not is_section(text):
        return None
    bare, inside = without_details(replace(line, text=text))
    label = _LABEL_BEHIND.search(bare.text)
    title, details = without_details(replace(line, text=bare.text[: label.start()] if label else bare.text))
    details = [*inside, *details]
    if label:
        details = [replace(line, text=label[1], column=line.column + label.start(1)), *details]
    return Section(line, "", None, None, title, details)


def _named_cells(line: SourceLine, heads: Heads) -> Iterator[SourceLine]:
    """The cells behind the time, those that a head names with a label before them, the title first."""
    sign = "\t" if "\t" in line.text else "|"
    cells = line.text.strip("| " if sign == "|" else " ").split(sign)[1:]
    found = [(_NAMED.get(heads.get(index, "")), cell.strip()) for index, cell in enumerate(cells, start=1)]
    for label, cell in sorted(found, key=lambda each: each[0] is not None):
        if cell:
            yield replace(line, text=f"{label}: {plain(cell)}" if label else plain(cell))


def _cells(line: SourceLine) -> Iterator[SourceLine]:
    """The cells of what stands behind a time: between tabs or bars, else the runs of one style each."""
    runs = parts(line.text)
    if found := _by_whom(plain(line.text), runs):
        yield from (replace(line, text=text) for text in found)
        return
    if labelled := _behind_label(line, runs):
        yield from (replace(line, text=text) for text in labelled)
        return
    has_label = len(parted(replace(line, text=plain(line.text)))) > 1  # "**Locks** - Chair: *Ann Lee*"
    is_cut = any(run.text.count("(") != run.text.count(")") for run in runs)  # "(Mayor: *Ann Lee*)"
    is_styled = len(runs) > 1 and not _CELLS.search(line.text) and not (has_label or is_cut)
    if is_styled and (_LABEL.fullmatch(runs[0].text) or people_share(runs[-1].text) == 1):
        yield from (replace(line, text=_BRACKETS.sub(r"\1", _DASH.sub("", plain(run.text)))) for run in runs)
        return
    start = 0
    for match in (*_CELLS.finditer(line.text), None):
        end = match.start() if match else len(line.text)
        if plain(line.text[start:end]):
            yield replace(line, text=plain(line.text[start:end]), column=line.column + start)
        start = match.end() if match else end


def _behind_label(line: SourceLine, runs: Sequence[Part]) -> list[str]:
    """The label, title and people of "Keynote 1 – *Ann Lee* (MIT): **Owls**"; nothing for other rows.

    Who sits on a panel, or gives a talk that has no title yet, stands behind a label of its own.
    """
    label = runs[0].text.strip(" :–—-") if len(runs) > 1 and not _CELLS.search(line.text) else ""
    if not label or not _LABEL.fullmatch(label):
        return []
    behind, *led = _LED.split(plain(line.text).partition(label)[2].strip(" :–—-"), maxsplit=1)
    if kind_of_words(label) in OF_PEOPLE and are_people(_INSIDE.sub("", behind)) and (led or "," in behind):
        return [label, f"Speaker: {behind}", *(f"Moderator: {name}" for name in led)]
    named = [people_share(run.text) == 1 for run in runs]
    if named == [False, False, True]:
        return [label, runs[1].text, _BRACKETS.sub(r"\1", runs[2].text)]
    if named != [False, True, False]:
        return []
    place = _PLACED.match(runs[2].text)
    people = f"{runs[1].text} ({place[1]})" if place else runs[1].text
    title = (place[2] if place else runs[2].text).strip(' "“”„«»:–—-')
    return [label, f"Speaker: {people}"] if not title or is_nobody(title) else [label, title, people]


def _by_whom(text: str, runs: Sequence[Part]) -> list[str]:
    """The label, title and people of "Talk 1: **Fast Locks** by **Ann Lee** (MIT)"; nothing for others."""
    title = next((run.text for run in runs[:2] if run.style.startswith("*")), "")
    before, _, behind = text.partition(title) if title else ("", "", "")
    by, label = _BY.match(behind), before.rstrip(" :–—-")
    people = _LINKED.sub("", without_link_words(behind[by.end() :])) if by else ""
    if not people or not names_people(people):
        return []
    if not label or _LABEL.fullmatch(label):
        return [*([label] if label else []), title, people]
    return [f"{label}: {title}", people]
