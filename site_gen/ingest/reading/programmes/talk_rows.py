"""Lines of a programme that hold a title and its people: "10:30 Fast locks. Ann Lee, Bob Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.ingest.reading.entries.entry_splits import Halves, Split, best_split, fits, is_read, part
from site_gen.ingest.reading.entries.people_first import OF_TALK, are_sure, before_commas
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.people.institutions import is_institution, people_before
from site_gen.ingest.reading.people.people import is_titled
from site_gen.ingest.reading.programmes.page_bylines import by_style, untagged
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock
from site_gen.ingest.reading.texts.labels import heads_abstract, label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.labelled_speakers import names_speaker, names_surely, waits_for_title
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.values import replace

_SHARE = 0.75  # of lines without bullets hold people
_SEVERAL = 2  # rooms
_MOST_WRAPPED, _FEWEST_WORDS = 2, 4  # lines below that a title goes on in; words of one that does
_PAIR = 2  # somebody and another one
_FEWEST = 2  # lines show how titles and people part
OF_PEOPLE = ("invited-talk", "tutorial", "panel")
_LABELLED = re.compile(r"[*_]{0,2}(title|abstract)[*_]{0,2}\s*:[*_]{0,2}\s*", re.IGNORECASE)
_SEVERAL_OR_PLACE = re.compile(r"[,;&(]")
_QUOTES = '"“”„«» '
_BULLET = re.compile(r"(?:[•▪◦*+–—-]|\d{1,2}[.)])\s+(?:#+\s+)?(?=\S)")


def part_rows(blocks: Sequence[TimedBlock], page: PageLines) -> None:
    """Put the people of each row that holds some into a line below its title.

    How titles and people part is what most talks show; where none stand inside a session, most rows.
    """
    talks = list(_talks([block for block in blocks if block.title]))
    beside = [row for block in blocks for row in ([block] if block.title else block.talks)]
    rows = [
        row
        for row in beside
        if row.title
        and not is_section(row.title.text)  # "Session 2 - Owls" names nobody
        and not is_ceremony(row.title.text)
        and all(label_of(line) or page.is_text(line) or heads_abstract(line.text) for line in row.lines)
    ]
    _part(talks or [row for row in rows if _kind(row) == "other"], page, _FEWEST)
    _part([row for row in (*rows, *talks) if _kind(row) in OF_PEOPLE], page, 1)


def find_people(blocks: Sequence[TimedBlock], page: PageLines) -> None:
    """Tell that a name is who gives a talk: right below one by somebody invited, or last below several."""
    last: list[SourceLine] = []
    for block in blocks:
        lines = [line for line in block.lines if not label_of(line)]
        below = lines if block.title else lines[1:]
        below = [line for line in below if not page.is_room(line)]
        if _is_title_above(below):
            page.bylines -= {below[0].number}
            below = below[1:]
        named = [line for line in below if people_share(line.text) == 1]
        kind = _kind(block) if block.title or not lines else kind_of_words(lines[0].text)
        if below and named[:1] == below[:1] and kind in OF_PEOPLE:
            page.bylines |= {below[0].number}
        elif below and named == below[-1:] and block.room_count < _SEVERAL:
            last += named
        find_people(block.talks, page)
    if len(last) > 1:
        page.bylines |= {line.number for line in last}


def _is_title_above(lines: Sequence[SourceLine]) -> bool:
    """Whether two words that may be a name stand above somebody who surely is, with a title or a place."""
    if len(lines) < _FEWEST or people_share(lines[0].text) < 1 or "," in lines[0].text:
        return False
    name, _, place = (part.strip() for part in lines[1].text.partition(","))
    is_placed = is_institution(place) and len(people_before((lines[0].text, name, place))) == _PAIR
    return (is_placed or is_titled(name)) and not is_titled(lines[0].text)


def join_titles(blocks: Sequence[TimedBlock], page: PageLines) -> None:
    """Join what a row says of a talk, "Keynote: Ann Lee", with its title in the line below, in quotes.

    Behind a semicolon may stand where somebody works.
    """
    for block in _every(blocks):
        lines = [line for line in _unlabelled(block) if not page.is_text(line)]
        head, *below = [*([block.title] if block.title else []), *lines] or [block.line]
        if len(below) != 1 or ";" in head.text or not waits_for_title(head.text):
            continue
        is_other = people_share(below[0].text) == 1 and (
            _SEVERAL_OR_PLACE.search(below[0].text) or not names_surely(head.text)
        )
        if not (is_other or is_bullet(below[0]) or page.is_room(below[0])):
            title = plain(_LABELLED.sub("", below[0].text, count=1)).strip(_QUOTES)
            joined = replace(head, text=f"{head.text} – “{title}”")
            block.lines = [joined if line == head else line for line in block.lines if line != below[0]]
            block.title = joined if block.title else None


def join_wrapped(blocks: Sequence[TimedBlock], page: PageLines) -> None:
    """Join titles beside times that go on in the lines below, where most have their people right there."""
    rows = [block for block in _every(blocks) if block.title]
    whole = [row for row in rows if _title_lines(row, page) == 0]
    wrapped = [row for row in rows if _goes_on(row, page)]
    for row in wrapped if len(whole) >= max(_FEWEST, len(wrapped)) else ():
        rest = _unlabelled(row)[: _title_lines(row, page)]
        if row.title:
            row.title = replace(row.title, text=" ".join(line.text for line in (row.title, *rest)))
        row.lines = [line for line in row.lines if line not in rest]


def _goes_on(row: TimedBlock, page: PageLines) -> bool:
    """Whether what stands between a title and its people can be its rest: two lines at most, right below."""
    count = _title_lines(row, page)
    if row.title is None or not 0 < count <= _MOST_WRAPPED or is_section(row.title.text):
        return False
    if len(row.title.text.split()) < _FEWEST_WORDS:  # "Invited Talk 2"
        return False
    lines = _unlabelled(row)[:count]
    follow = [line.number - row.title.number for line in lines] == [*range(1, count + 1)]
    return follow and not any(page.is_room(line) or is_bullet(line) or page.is_text(line) for line in lines)


def _title_lines(row: TimedBlock, page: PageLines) -> int:
    """How many lines stand between a title and the first people below it; -1 where nobody stands there."""
    return next((at for at, line in enumerate(_unlabelled(row)) if page.is_byline(line)), -1)


def put_titles_first(blocks: Sequence[TimedBlock], page: PageLines) -> None:
    """Put the title first below each time, where below most times the room or who speaks stands above it.

    So it is where who speaks stands in the row of the time itself, and nothing but a title below.
    """
    rows = [block for block in _every(blocks) if block.title and len(_unlabelled(block)) == 1]
    named = [row for row in rows if row.title and _stands_above([row.title, *_unlabelled(row)], page)]
    for row in named if len(named) >= _FEWEST else ():
        if row.title and people_share(row.title.text) == 1:
            (title,) = _unlabelled(row)
            page.bylines |= {row.title.number} if row.title.number != title.number else set()
            page.parted.add(row.title)
            row.lines = [row.title, *(line for line in row.lines if line != title)]
            row.title = title
    several = [block for block in _every(blocks) if not block.title and len(_unlabelled(block)) > 1]
    turned = [block for block in several if _stands_above(_unlabelled(block), page)]
    if len(turned) < _FEWEST or 2 * len(turned) < len(several):
        return
    for block in turned:
        first, title, *_ = _unlabelled(block)
        rest = [line for line in block.lines if line not in (first, title)]
        if names_room(first.text):
            first = replace(first, text=f"Room: {first.text}")
        else:
            page.bylines |= {first.number}
        block.lines = [title, first, *rest]


def _every(blocks: Sequence[TimedBlock]) -> Iterator[TimedBlock]:
    """The blocks, and those inside them."""
    for block in blocks:
        yield block
        yield from _every(block.talks)


def _unlabelled(block: TimedBlock) -> list[SourceLine]:
    return [line for line in block.lines if not label_of(line)]


def _stands_above(lines: Sequence[SourceLine], page: PageLines) -> bool:
    """Whether the first of two lines is no title, and the second can be one."""
    first, second = lines[:2]
    is_above = people_share(first.text) == 1 or names_room(first.text)
    return (
        is_above and people_share(second.text) < 1 and not (page.is_text(second) or names_room(second.text))
    )


def part_items(block: TimedBlock, page: PageLines) -> None:
    """Make talks of the lines below a session that hold a title and people each, with or without bullets.

    Of those with bullets one without people is a title.
    """
    above, lines = _above_items([line for line in block.lines if not label_of(line)], page)
    if not lines or any(page.is_byline(line) for line in lines):
        return
    are_bullets = all(map(is_bullet, lines))
    if are_bullets and not above and _kind(block) in OF_PEOPLE and all(map(_names_one, lines)):
        block.lines = [line if label_of(line) else _as_speaker(line) for line in block.lines]
        return
    items = [untagged(_without_bullet(line)) for line in lines]
    split = _split([item.text for item in items], 1 if are_bullets else _FEWEST)
    pairs = _pairs(split, items)
    styled = [by_style(item.text) for item in items]
    if sum(map(bool, styled)) >= _SHARE * len(items):
        pairs = styled
        page.private.pass_over("words behind titles", sum(map(bool, styled)))
    if not are_bullets and sum(map(bool, pairs)) < _SHARE * len(pairs):
        return
    is_alone = are_bullets and len(items) == 1  # it is what takes place then
    block.is_list = are_bullets and not (block.title or above or is_alone)
    block.lines = [line for line in block.lines if label_of(line) or line in above]
    for item, pair in zip(items, pairs, strict=True):
        label = _LABELLED.match(item.text)
        if label and label[1].lower() == "abstract":
            block.lines.append(replace(item, text=plain(item.text[label.end() :])))
        elif label:
            block.items.append(replace(item, text=plain(item.text[label.end() :])))
        elif pair:
            block.lines += page.part(item, *pair)
        elif are_bullets and (block.title or above or not is_alone):
            block.items.append(item)
        else:
            block.lines.append(item)


def _pairs(split: Split | None, items: Sequence[SourceLine]) -> list[Halves | None]:
    """How each item parts; none do where those before the titles may be topics."""
    halves = [part(split, [item.text]) if split else None for item in items]
    pairs = [
        pair if pair and is_read(pair, [item.text]) else None
        for item, pair in zip(items, halves, strict=True)
    ]
    return pairs if are_sure([item.text for item in items], pairs) else [None for _ in items]


def _names_one(line: SourceLine) -> bool:
    """Whether an item is one of those who sit on a panel, or give a tutorial, with where they work."""
    text = plain(_without_bullet(line).text)
    return people_share(text) == 1 and " " in text and kind_of_words(text) == "other"


def _as_speaker(line: SourceLine) -> SourceLine:
    bare = _without_bullet(line)
    return replace(bare, text=f"Speaker: {plain(bare.text)}")


def _above_items(
    lines: Sequence[SourceLine], page: PageLines
) -> tuple[Sequence[SourceLine], Sequence[SourceLine]]:
    """The title and room above the first bullet, and the items; all lines where others stand there."""
    first = next((at for at, line in enumerate(lines) if is_bullet(line)), int(_is_headed(lines)))
    above, items = lines[:first], lines[first:]
    is_head = first < _FEWEST or all(map(page.is_room, above[1:]))
    return (above, items) if is_head and (all(map(is_bullet, items)) or _is_headed(lines)) else ((), lines)


def _is_headed(lines: Sequence[SourceLine]) -> bool:
    """Whether the first of several lines names the session that the others are in, and none has a bullet."""
    return len(lines) > _FEWEST and is_section(lines[0].text) and not any(map(is_bullet, lines))


def _talks(blocks: Sequence[TimedBlock]) -> Iterator[TimedBlock]:
    for block in blocks:
        yield from (talk for talk in block.talks if talk.title and not talk.lines)
        yield from _talks(block.talks)


def _kind(block: TimedBlock) -> str:
    return kind_of_words(f"{block.label} {block.title.text}") if block.title else "other"


def _part(rows: Sequence[TimedBlock], page: PageLines, fewest: int) -> None:
    texts = [row.title.text for row in rows if row.title]
    split = _split(texts, fewest) or (before_commas if all(before_commas([text]) for text in texts) else None)
    parted = [part(split, [text]) if split else None for text in texts]
    for row in rows if are_sure(texts, parted) else ():
        if row.title and names_speaker(row.title.text):  # behind its label, where those of all rows are read
            continue
        halves = part(split, [row.title.text]) if split and row.title else None
        if row.title and halves and is_read(halves, [row.title.text]):
            kind = OF_TALK.match(halves[1])
            if not kind and kind_of_words(halves[1]) in OF_PEOPLE:  # "Eingeladener Vortrag: Owls"
                continue
            row.label = row.label or (kind[1] if kind else "")
            row.title, behind = page.part(row.title, halves[0], halves[1][kind.end() if kind else 0 :])
            row.lines.insert(0, behind)


def _split(texts: Sequence[str], fewest: int) -> Split | None:
    """How titles and people part; None where too few lines show it."""
    entries = [[text] for text in texts]
    split = best_split(entries)
    parted = sum(fits(split, entry) for entry in entries) if split else 0
    return split if parted >= fewest and 2 * parted >= len(entries) else None


def is_bullet(line: SourceLine) -> bool:
    """Whether a line has a bullet before it."""
    return _BULLET.match(line.text) is not None


def _without_bullet(line: SourceLine) -> SourceLine:
    match = _BULLET.match(line.text)
    return replace(line, text=line.text[match.end() :], column=line.column + match.end()) if match else line
