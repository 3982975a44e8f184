"""Lines of a list that are in none of its entries, and stand as if they should be: these are warned of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from site_gen.ingest.formats.lists.list_headings import ListHeading
from site_gen.ingest.reading.entries.entry_splits import best_split, fits, part
from site_gen.ingest.reading.entries.list_cuts import Entry, is_marked_heading
from site_gen.ingest.reading.entries.paper_lists import SHARE, PaperList
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import bullet_end
from site_gen.ingest.reading.titles.link_words import without_badges
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

_FEWEST_WORDS = 3  # of a title: "General chairs: Ann Lee, Bob Roe" are no paper


def warn_beside(document: Document, found: PaperList, problems: ProblemLog) -> None:
    """Warn of lines that are passed over though they stand right beside an entry, as a part of it would."""
    inside = {line.number for entry in found.entries for line in entry.lines}
    for line in found.passed:
        is_beside = line.number + 1 in inside or line.number - 1 in inside
        if ListHeading.of(line).is_read or not any(map(str.isalnum, line.text)):
            continue
        if is_beside and not is_marked_heading(line) and not is_boilerplate(line.text):
            what = "this line beside an entry is not read"
            hint = "part it by a blank line if it is a heading, or take it out"
            problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
    for line in _like_items(document, found):
        what = "this item parts into a title and authors as the others do, and stands in no list of papers"
        hint = "put it below the others; if its title looks like a name, write it in quotes"
        problems.warning("unread-entry", what, document.place_of(line), hint, line.text[:60])
    for block in _like_entries(found):
        what = "these lines stand below one another as title and authors do, and are not read"
        hint = "write the authors as names, Ann Lee; Bob Roe, or take them out"
        problems.warning("unread-entry", what, document.place_of(block[0]), hint, block[0].text[:60])
    for first, number in _other_lists(found):
        what = f"here are {number} items with titles and names, parted in another way than the others: "
        what += "they are not read"
        hint = "if they are papers, write them as the others, or put them into a document of their own"
        problems.warning("unread-entry", what, document.place_of(first), hint, first.text[:60])


def _like_items(document: Document, found: PaperList) -> Iterator[SourceLine]:
    """Items of other lists that part as the papers do: "Still Waters. Cat Cole" might be two people."""
    written = document.text.split("\n")

    def is_listed(line: SourceLine) -> bool:
        return 0 < line.number <= len(written) and bullet_end(written[line.number - 1].strip()) > 0

    split = found.split
    if split is None or not all(entry.is_item or is_listed(entry.lines[0]) for entry in found.entries):
        return
    for line in found.passed:
        text = line.text[bullet_end(line.text) :]
        halves = part(split, [text]) if is_listed(line) and not is_boilerplate(line.text) else None
        if halves and all(map(names_people, halves)):
            yield line


def _like_entries(found: PaperList) -> Iterator[list[SourceLine]]:
    """Lines passed over below an entry that stand as the entries do, parted by a blank line."""
    sizes = Counter(len(entry.lines) for entry in found.entries)
    size = max(sizes, key=lambda each: sizes[each], default=0)
    inside = {line.number for entry in found.entries for line in entry.lines}
    for block in _blocks([line for line in found.passed if line.text]):
        first = block[0].number
        is_below = first - 2 in inside and first - 1 not in inside
        if len(block) == size > 1 and is_below and not any(map(_is_of_page, block)):
            yield block


def _other_lists(found: PaperList) -> Iterator[tuple[SourceLine, int]]:
    """The first line of each list beside whose items have titles and names too, and how many items it has."""
    runs: dict[int, list[Entry]] = defaultdict(list)
    for entry in found.others:
        if entry.is_item:
            runs[entry.run].append(entry)
    for run in runs.values():
        texts = without_badges([entry.texts for entry in run])
        split = best_split(texts)
        titles = [
            halves[0] for each in texts if split and fits(split, each) and (halves := part(split, each))
        ]
        long = [title for title in titles if len(title.split()) >= _FEWEST_WORDS]
        if len(titles) > 1 and len(titles) >= SHARE * len(run) and 2 * len(long) > len(titles):
            yield run[0].lines[0], len(run)


def _blocks(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """Lines right below one another."""
    blocks: list[list[SourceLine]] = []
    for line in lines:
        if blocks and blocks[-1][-1].number == line.number - 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_of_page(line: SourceLine) -> bool:
    """Whether a line is a heading, or the page's own."""
    is_rule = not any(map(str.isalnum, line.text))
    return is_marked_heading(line) or is_rule or is_boilerplate(line.text) or ListHeading.of(line).is_read
