"""How a list parts a paper's title from its authors: by lines, by emphasis, or by signs in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.people.byline_layouts import looks_named, names_people, people_share
from site_gen.ingest.reading.texts.labels import WIDE_SIGNS
from site_gen.ingest.reading.texts.lines import (
    begins_abstract,
    ends_sentence,
    is_abstract_label,
    is_boilerplate,
)
from site_gen.ingest.reading.texts.marked_text import Part, parts, plain
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.titles.session_headings import kind_of_words

Halves = tuple[str, str]  # a title and its byline
Split = Callable[[Sequence[str]], Halves | None]

_TEXT = 80  # the shortest abstract
_LONGEST = 5000
_MOST_SHOWN = 400  # entries that show how a list parts them
_QUOTED = re.compile(r"[\"“«'‘](?P<title>.{3,300}?)[\"”»'’]\s*[,.:;–—-]*\s*(?P<rest>.*)")
_QUOTED_AFTER = re.compile(r"(?P<rest>.*?)[,.:;–—-]*\s*[\"“«](?P<title>.{3,300}?)[\"”»]\s*\.?")
_BY = re.compile(r"(?P<title>.+?)[,.]?\s+by\s+(?P<rest>[A-Z].*)")
_IN_BRACKETS = re.compile(r"(?P<title>.+?)\s*\((?P<rest>[^()]+(?:\([^()]*\)[^()]*)*)\)\.?")
_IN_WIDE_BRACKETS = re.compile(r"(?P<title>.+?)[\s　]*（(?P<rest>[^（）]+)）[.。]?")
_IN_SQUARES = re.compile(r"(?P<title>[^\[\]]+?)\s*\[(?P<rest>[^\[\]]+)\]\.?")
_CIRCLE = re.compile(r"(?P<title>.+?)[\s　]+(?P<rest>[^○◯〇]*[○◯〇].*)")
_WIDE_QUOTED = re.compile(r"(?P<title>[^「『]{0,40}[「『].{2,200}?[」』])[\s　]*(?P<rest>\S.*)")
_CIRCLES = re.compile(r"[○◯〇]\s*")
_SIGNS = re.compile(r"\t+|\s+\|\s+|\s+[–—]\s+|\s+--?-?\s+|\s*//\s*")
_SENTENCE = re.compile(
    r"(?<=[\w)\]'’\"”».?!])(?<!\b[A-Z])(?<!\b[Dd]r)(?<!\b[Pp]rof)(?<!\bSt)(?<!\bhab)(?<!\bDra)"
    r"(?<!\bSr)(?<!\bSra)(?<!\bProfa)(?<!\bLic)(?<!\bIng)(?<!\bMtr[ao])(?<!\bArq)(?<!\bDott)(?<!\bM[rs])[.?!]\s+"
    r"|(?<=[^\W\d_]{3})\.(?=[A-Z])"  # "… and Bo Dee.Fast Locks": the page shows the title apart
)
_COLON = re.compile(r":\s+")
_MOST_CUTS = 60
_HALF = 0.5  # of a byline's names are surely people's
_COMMA = re.compile(r",\s+")


def _by_lines(first: int, second: int) -> Split:
    def split(lines: Sequence[str]) -> Halves | None:
        if len(lines) <= max(first, second):
            return None
        return plain(lines[first]), plain(lines[second])

    return split


def _by_style(style: str, *, is_title: bool) -> Split:
    """The title, or the byline, is what stands in that style; the longest run of the others is the other."""

    def split(lines: Sequence[str]) -> Halves | None:
        runs = _runs(lines[0])
        marked = [run for run in runs if run.style == style]
        rest = [run.text for run in runs if run.style != style]
        if not marked or not rest:
            return None
        one, other = max((run.text for run in marked), key=len), max(rest, key=len)
        if not is_title:  # the first of several names may stand out: "Rust. **Bob Roe**, Dan Poe"
            people = plain(lines[0]).partition(one)[2]
            one = f"{one}{people}" if people.startswith(",") and names_people(f"{one}{people}") else one
            other = other.rstrip(" .")
        whole = _beside(plain(lines[0]), one) if is_title else ""  # one of its names may stand out
        other = whole if names_people(whole) and people_share(whole) >= people_share(other) else other
        before = runs[0].text.strip("()") if is_title and runs[1].text == one else ""
        one = f"({before}) {one}" if before and verdict(before) == "withdrawn" else one
        return (one, other) if is_title else (other, one)

    return split


def _beside(line: str, title: str) -> str:
    """What stands behind a title in its line, or all that stands before it."""
    before, _, behind = line.partition(title)
    return ((before.strip() and before) or behind).strip(" ,;:|·–—-")


@recurring  # each split by style asks for them
def _runs(text: str) -> tuple[Part, ...]:
    """The runs of a line, neighbours of one style joined."""
    joined: list[Part] = []
    for run in parts(text):
        if joined and joined[-1].style == run.style:
            joined[-1] = Part(f"{joined[-1].text} {run.text}", run.style)
        else:
            joined.append(run)
    return tuple(joined)


def _by_pattern(pattern: re.Pattern[str], sign: str, *others: str) -> Split:
    """The line parted by a pattern, all of whose matches have this sign, or one of these."""

    def split(lines: Sequence[str]) -> Halves | None:
        line = plain(lines[0])
        match = pattern.fullmatch(line) if any(each in line for each in (sign, *others)) else None
        return (match["title"].strip(), match["rest"].strip()) if match and match["rest"].strip() else None

    return split


def _by_circle(lines: Sequence[str]) -> Halves | None:
    """The title, and those behind it of whom a circle marks who speaks, as it does in Japanese."""
    line = plain(lines[0])
    match = _CIRCLE.fullmatch(line) if _CIRCLES.search(line) else None
    people = _CIRCLES.sub("", match["rest"]).translate(WIDE_SIGNS) if match else ""
    return (match["title"], people.strip()) if match else None


def _by_wide(pattern: re.Pattern[str]) -> Split:
    """The title in the quotes of Chinese and Japanese, or before their brackets, and who stands behind."""

    def split(lines: Sequence[str]) -> Halves | None:
        match = pattern.fullmatch(plain(lines[0]))
        people = match["rest"].replace("，", ", ").translate(WIDE_SIGNS) if match else ""
        return (match["title"], people.strip()) if match else None

    return split


def _at(sign: re.Pattern[str], *, title_first: bool) -> Split:
    """The line parted at one of its signs, so that one side is people and the other is not."""

    def split(lines: Sequence[str]) -> Halves | None:
        line = plain(lines[0]) if sign is not _SIGNS else lines[0]
        found: list[Halves] = []
        likely: list[tuple[float, Halves]] = []
        for before, after in _cuts(line, sign, title_first=title_first):
            title, byline = (before, after) if title_first else (after, before)
            is_turned = byline.count(",") == 1 and people_share(byline) < 1  # "Lee, Ann: On Owls"
            if sign is _COLON and is_turned:
                byline = f"{byline};"
            is_label = (
                sign is _COLON and " " not in byline and kind_of_words(byline) != "other"
            )  # "기조강연: 도시의 올빼미"
            share = people_share(byline) if len(title) > 3 and not is_label else 0
            halves = plain(title).strip(" ."), plain(byline)
            if share == 1:
                found.append(halves)
            elif share >= _HALF and sign is _SIGNS:  # one of them is called as a title may be
                likely.append((share, halves))
        sure = [halves for halves in found if not re.search(r"\d", halves[1])] or found
        unlike_names = (halves for halves in sure if not looks_named(halves[0]))
        return next(unlike_names, sure[-1] if sure else max(likely, default=(0, None))[1])

    return split


def _cuts(line: str, sign: re.Pattern[str], *, title_first: bool) -> Iterator[Halves]:
    """The line cut at each of its signs, the longest byline first."""
    matches = list(islice(sign.finditer(line), _MOST_CUTS))
    for match in matches if title_first else reversed(matches):
        before = line[: match.start()].strip()
        if before.count("(") <= before.count(")"):  # what stands in brackets is not parted
            mark = match[0].strip() if match[0].strip() in ("?", "!") else ""
            yield before + mark, line[match.end() :].strip()


# The first of equally good ones counts: what a list shows by lines and marks is surer than signs.
SPLITS: tuple[Split, ...] = (
    _by_lines(0, 1),
    _by_lines(1, 0),
    *(_by_style(style, is_title=True) for style in ("**", "*", "***", "[", "")),
    *(_by_style(style, is_title=False) for style in ("*", "**", "***")),
    _by_pattern(_QUOTED, *"\"”»'’"),
    _by_pattern(_QUOTED_AFTER, *'"”»'),
    _at(_SIGNS, title_first=True),
    _at(_SIGNS, title_first=False),
    _by_circle,
    _by_wide(_WIDE_QUOTED),
    _by_pattern(_BY, "by"),
    _by_pattern(_IN_BRACKETS, ")"),
    _by_pattern(_IN_SQUARES, "]"),
    _by_wide(_IN_WIDE_BRACKETS),
    _at(_SENTENCE, title_first=False),
    _at(_SENTENCE, title_first=True),
    _at(_COLON, title_first=False),
    _at(_COMMA, title_first=True),
)


def part(split: Split, entry: Sequence[str]) -> Halves | None:
    """Title and byline of an entry; None where the split does not part it."""
    return None if _is_long(entry) else split(entry)


def fits(split: Split, entry: Sequence[str]) -> bool:
    """Whether a split makes a title and names of an entry."""
    halves = part(split, entry)
    if halves is None or not is_explained(rest_of(entry, halves)) or _leaves_people(entry, halves):
        return False
    sentences = _SENTENCE.split(halves[0])
    if len(sentences) > 1 and looks_named(sentences[-1]):
        return False  # "On Owls. Ann Lee" with the other authors behind
    label, _, behind = halves[0].rpartition(": ")
    if label and looks_named(behind) and plain(entry[0]).startswith(f"{halves[0]}, "):
        return False  # "General chairs: Ann Lee, Bob Roe"
    is_title = not names_people(halves[0]) or _is_behind_in_brackets(halves, entry)
    return names_people(halves[1]) and is_title


def _is_behind_in_brackets(halves: Halves, entry: Sequence[str]) -> bool:
    """Whether several people stand in brackets, as behind no name: "Growing Small Trees (A. Bee, C. Dee)"."""
    return "," in halves[1] and plain(entry[0]) == f"{halves[0]} ({halves[1]})"


def is_read(halves: Halves, entry: Sequence[str]) -> bool:
    """Whether an entry is read whole, once the others have shown how title and authors part."""
    is_separated = people_share(halves[1]) >= 0.5 and len(halves[0]) > 1
    return is_separated and is_explained(rest_of(entry, halves)) and not _leaves_people(entry, halves)


def _leaves_people(entry: Sequence[str], halves: Halves) -> bool:
    """Whether names of people are left beside title and authors in one line."""
    title, byline = halves
    for line in entry:
        words = plain(line) if len(line) <= _LONGEST else ""
        if title in words and byline in words and title and byline:
            left = words.replace(title, "", 1).replace(byline, "", 1).strip(" .,;:·|()（）[]–—-")
            if left and names_people(left):
                return True
    return False


def rest_of(entry: Sequence[str], halves: Halves) -> list[str]:
    """The lines of an entry but those of its title and authors, which an abstract may name once more."""
    lines = [plain(line) if len(line) <= _LONGEST else None for line in entry]
    ends = (halves[0][:40], halves[1][:40])
    own = {next((at for at, line in enumerate(lines) if line and end in line), 0) for end in ends}
    return [line for at, line in enumerate(entry) if at not in own]


def is_explained(rest: Sequence[str]) -> bool:
    """Whether lines below title and authors are a text, or words of the page: labels, links."""
    lines = [line for line in rest if not is_boilerplate(line) and not is_abstract_label(line)]
    text = " ".join(lines)
    if not text:
        return True
    is_text = (len(text) >= _TEXT or begins_abstract(lines[0])) and ends_sentence(text)
    return is_text and not any(len(line) < _LONGEST and names_people(plain(line)) for line in lines)


def _is_long(entry: Sequence[str]) -> bool:
    """Whether an entry has a line that is longer than any title with its authors."""
    return any(len(line) > _LONGEST for line in entry[:2])


def best_split(entries: Sequence[Sequence[str]]) -> Split | None:
    """The split that fits most entries, of many some from all over; None where none fits any."""
    shown = entries[:: 1 + len(entries) // _MOST_SHOWN]
    scored = [(sum(fits(split, entry) for entry in shown), split) for split in SPLITS]
    most, split = max(scored, key=lambda pair: pair[0])
    return split if most else None
