"""The ways to cut a list of papers into entries: at bullets, at blank lines, at bylines, at each line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from site_gen.ingest.reading.entries.entry_splits import is_explained
from site_gen.ingest.reading.entries.people_above import above_titles
from site_gen.ingest.reading.people.byline_layouts import looks_named, names_people, people_share
from site_gen.ingest.reading.texts.lines import SourceLine, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import bullet_end, plain
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

LONGEST = 5000
# "12 Fast Locks", "12." above a title; in emphasis "**12. Fast Locks**", which is no item.
_COUNT = re.compile(
    r"(?P<number>\d{1,5})(?:\s+(?=[^\W\d_\"'“‘(])|[.)]?$)"
    r"|(?P<emphasis>[*_]{1,3})(?P<inside>\d{1,5})[.)]\s+(?=\S)"
)
_YEAR = re.compile(r"[#*_\s]*((?:19|20)\d\d)[#*_:\s]*")
_NUMBERED = re.compile(r"#\d{1,5}[:.)]\s+")
_LABELLED = re.compile(r"[*_]{0,2}([^\W\d_][\w ]{1,20}?)[*_]{0,2}:[*_]{0,2}\s+\S")
_OF_PAPER = re.compile(r"title|author|speaker|presenter|abstract|summary|\bby\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*[^*]{3,80}:\*\*|\*\*[^*]{3,80}\*\*:")  # "**Regular track:**" between items
_MARKS = re.compile(r"#{1,6}\s+")
_SEPARATOR = re.compile(r"[,;·⋅|(]|\band\b|&")
_FEWEST = 3  # numbers that count
_LONGEST_NAME = 4  # words


@dataclass(slots=True)
class Entry:
    """The lines of one paper, the first without its bullet; `run` numbers the list that it stands in."""

    run: int = 0
    is_item: bool = False
    lines: list[SourceLine] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The lines as texts."""
        return [line.text for line in self.lines]


def by_bullets(lines: Sequence[SourceLine]) -> tuple[list[Entry], list[SourceLine]]:
    entries: list[Entry] = []
    passed: list[SourceLine] = []
    below: list[SourceLine] | None = None
    run = 0
    labels = Counter(filter(None, (_label(line) for line in lines if bullet_end(line.text))))
    indent = min((line.column for line in lines if bullet_end(line.text)), default=1)
    for line in lines:
        end = bullet_end(line.text)
        if end and line.column <= indent + 1:
            entries.append(Entry(run, True, [_bare(line)]))
            below = entries[-1].lines
        elif not line.text:
            continue
        elif end and labels[_label(line) or ""] > 1:  # "- DOI: …", which says more of the paper above
            passed.append(line)
        elif is_marked_heading(line) or below is None:
            passed.append(line)
            below = None
            run += 1
        else:
            below.append(SourceLine(line.number, line.text[end:], line.column + end))
    return entries, [*passed, *_below_list(entries)]


def is_marked_heading(line: SourceLine) -> bool:
    """Whether a line is marked as a heading: "## Short papers", "**Short papers:**" alone."""
    return line.text.startswith("#") or _BOLD.fullmatch(line.text) is not None


def _label(line: SourceLine) -> str | None:
    """The label of an item below a paper that is none of its title, authors and text; None for others."""
    match = _LABELLED.match(line.text, bullet_end(line.text))
    return match[1] if match and not _OF_PAPER.search(match[1]) else None


def _below_list(entries: Sequence[Entry]) -> Iterator[SourceLine]:
    """What stands below the last item of a list, parted from it by a blank line as nothing of the others."""
    runs: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        runs[entry.run].append(entry)
    for run in runs.values():
        last = run[-1]
        if len(run) > 1 and [each for each in run if _gap(each) < len(each.lines)] == [last]:
            yield from last.lines[_gap(last) :]
            del last.lines[_gap(last) :]


def _gap(entry: Entry) -> int:
    """Where the first blank line stands in an entry; at its end without one."""
    pairs = zip(entry.lines, entry.lines[1:], strict=False)
    ends = (i for i, (line, below) in enumerate(pairs, 1) if below.number > line.number + 1)
    return next(ends, len(entry.lines))


def _bare(line: SourceLine) -> SourceLine:
    """A line without its bullet, and without the marks of a heading."""
    end = bullet_end(line.text)
    number = _NUMBERED.match(line.text, end)  # "* #1: Owls at Night"
    end = number.end() if end and number else end
    marks = _MARKS.match(line.text, end)
    end = marks.end() if marks else end
    return SourceLine(line.number, line.text[end:], line.column + end) if end else line


def by_blanks(lines: Sequence[SourceLine]) -> tuple[list[Entry], list[SourceLine]]:
    entries: list[Entry] = []
    passed: list[SourceLine] = []
    block: list[SourceLine] = []
    run = 0
    for line in [*lines, SourceLine(0, "")]:
        if line.text:
            block.append(line)
            continue
        if len(block) == 1 and (block[0].text.startswith("#") or _is_heading(block[0])):
            passed += block
            run += block[0].text.startswith("#")
        elif block:
            entries.append(Entry(run, False, [_bare(block[0]), *block[1:]]))
        block = []
    return entries, passed


def by_pairs(lines: Sequence[SourceLine]) -> tuple[list[Entry], list[SourceLine]]:
    """A byline with the title above it and the text below it, whatever blank lines stand between."""
    filled = [line for line in lines if line.text and not is_boilerplate(line.text)]
    bylines = [
        i
        for i, line in enumerate(filled)
        if len(line.text) < LONGEST and not bullet_end(line.text) and names_people(plain(line.text))
    ]
    starts = above_titles(bylines, filled) or list(_titles_above(bylines, filled))
    headings = [start for start in starts if filled[start].text.startswith("#")]
    if 2 * len(headings) <= len(starts):  # else the titles of this page are headings
        starts = [start for start in starts if start not in headings]
    else:
        starts = _with_headings(starts, filled)
    if not starts:
        return [], list(filled)
    ends = [*starts[1:], len(filled)]
    entries = [
        Entry(0, False, [_bare(filled[start]), *filled[start + 1 : end]])
        for start, end in zip(starts, ends, strict=True)
    ]
    passed = filled[: starts[0]]
    alone = {
        line.number
        for above, line, below in zip([None, *filled], filled, [*filled[1:], None], strict=False)
        if line.text.startswith("#")
        or (
            _is_heading(line)
            and (above is None or above.number < line.number - 1)
            and (below is None or below.number > line.number + 1)
        )
    }
    are_pairs = 2 * sum(len(entry.lines) == 2 for entry in entries) >= len(entries)
    for entry in entries:
        rest = entry.lines[2:]
        if are_pairs and not is_explained([line.text for line in rest]):  # words of the page below the list
            alone |= {line.number for line in rest}
        passed += [line for line in rest if line.number in alone]
        entry.lines[2:] = [line for line in rest if line.number not in alone]
    return entries, passed


def _with_headings(starts: Sequence[int], lines: Sequence[SourceLine]) -> list[int]:
    """The titles of a page whose titles are headings: each heading of their level begins an entry."""
    levels = Counter(_level(lines[start]) for start in starts if lines[start].text.startswith("#"))
    level = max(levels, key=lambda each: levels[each], default=0)
    first = min((start for start in starts if _level(lines[start]) == level), default=0)
    others = (at for at, line in enumerate(lines) if at > first and level and _level(line) == level)
    return sorted({*starts, *others})


def _level(line: SourceLine) -> int:
    return len(line.text) - len(line.text.lstrip("#"))


def _titles_above(bylines: Sequence[int], lines: Sequence[SourceLine]) -> Iterator[int]:
    """The titles, each above a byline; between two bylines one may look like the name of a person."""
    begin = 0
    for index, i in enumerate(bylines):
        if not index or i - 1 != bylines[index - 1]:
            begin = i
        is_between = (i - begin) % 2 == 0 and i > begin and not _SEPARATOR.search(lines[i - 1].text)
        if i and (i == begin or is_between):
            yield i - 1


def by_lines(lines: Sequence[SourceLine]) -> tuple[list[Entry], list[SourceLine]]:
    """Every line is an entry, but for headings, which stand alone between blank lines."""
    padded = [SourceLine(0, ""), *lines, SourceLine(0, "")]
    entries: list[Entry] = []
    passed: list[SourceLine] = []
    run = 0
    for above, line, below in zip(padded, padded[1:], padded[2:], strict=False):
        if not line.text:
            continue
        is_alone = not above.text and not below.text and not names_people(line.text)
        is_named = is_section(plain(_bare(line).text)) and people_share(line.text) == 0
        if line.text.startswith("#") or is_named or (is_alone and _is_heading(line)):
            passed.append(_bare(line) if is_named else line)
            run += 1
        else:
            entries.append(Entry(run, False, [_bare(line)]))
    return entries, passed


def _is_heading(line: SourceLine) -> bool:
    """Whether a line between entries is a heading: marked so, or short and no sentence."""
    text = line.text
    return text.startswith("#") or (len(text) < 60 and not text.endswith((".", "!", "?")))


def without_numbers(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines without the numbers before each paper, where they go up: a table's first column.

    They stand before a title or above it, and may begin again below a heading.
    """
    counted = [(line, match) for line in lines if (match := _COUNT.match(line.text))]
    numbers = [int(match["number"] or match["inside"]) for _, match in counted]
    filled = sum(any(map(str.isalnum, line.text)) for line in lines)
    is_column = len(numbers) >= _FEWEST and 4 * len(numbers) >= filled
    if not is_column or any(one >= other != 1 for one, other in pairwise(numbers)):
        return lines
    bare = {
        line.number: SourceLine(
            line.number, (match["emphasis"] or "") + line.text[match.end() :], line.column + match.end()
        )
        for line, match in counted
    }
    return [bare.get(line.number, line) for line in lines]


def with_joined_people(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, those of authors that are an item each below a title joined into one byline."""
    people = [bool(bullet_end(line.text)) and _is_one_person(line) for line in lines]
    items = sum(bullet_end(line.text) > 0 for line in lines)
    if sum(people) < _FEWEST or 4 * sum(people) < 3 * items:
        return list(lines)
    people = _with_unusual_names(lines, people)
    joined: list[SourceLine] = []
    for line, is_person, is_below in zip(lines, people, [False, *people], strict=False):
        bare = _bare(line) if is_person else line
        if is_person and is_below:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}; {bare.text}")
        else:
            joined.append(bare)
    return joined


def _with_unusual_names(lines: Sequence[SourceLine], people: Sequence[bool]) -> list[bool]:
    """Which lines are people, each item among theirs too that is a few words in capitals: "Mark Hall"."""
    found = list(people)
    for _, run in groupby(range(len(lines)), key=lambda at: bullet_end(lines[at].text) > 0):
        items = list(run)
        named = sum(people[at] for at in items)
        if _FEWEST <= len(items) <= 2 * named:
            for at in items:
                words = lines[at].text[bullet_end(lines[at].text) :].split()
                found[at] |= len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)
    return found


def _is_one_person(line: SourceLine) -> bool:
    """Whether an item is one name, with or without an institution in brackets behind it."""
    text = plain(line.text[bullet_end(line.text) :])
    own = text.partition("(")[0].strip()
    return len(text) < LONGEST and looks_named(own) and text.endswith((own, ")"))


def report_years(document: Document, passed: Sequence[SourceLine], problems: ProblemLog) -> None:
    """Report a list of several years: its papers are of as many editions."""
    years = {match[1]: line for line in passed if (match := _YEAR.fullmatch(line.text))}
    if len(years) > 1:
        second = sorted(years.values(), key=lambda line: line.number)[1]
        what = f"this list is of several years ({', '.join(sorted(years))}): a document is of one edition"
        hint = "put the papers of each year into a document of their own"
        problems.error("several-years", what, document.place_of(second), hint)
