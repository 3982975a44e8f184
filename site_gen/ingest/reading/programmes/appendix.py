"""What stands below a programme: its invited talks once more, each with abstract and biography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from site_gen.conference import Participant
from site_gen.ingest.reading.entries.speaker_blocks import label_in
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence, line_fact, text_fact
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Document, Fact, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.text import counted, fold

_WORDS = re.compile(r"\w+")
_SHORTEST = 8  # characters of a title that others may hold
_LONGEST_HEADING, _LONGEST_LABEL = 60, 40
_MOST_WORDS = 4  # of what only says that a talk is: "Invited talk 2 by"


@dataclass(slots=True)
class Appended:
    """A talk that stands once more below the programme; `people` are the lines below its title.

    `others` are those below words that nothing tells to be a label.
    """

    title: SourceLine
    people: list[SourceLine] = field(default_factory=list)
    abstract: list[SourceLine] = field(default_factory=list)
    biography: list[SourceLine] = field(default_factory=list)
    others: list[SourceLine] = field(default_factory=list)


def parted_appendix(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[Appended], list[SourceLine]]:
    """The lines of a programme, what is appended to it, and the headings of that.

    Nothing is where no title with its label, or of a row above, stands below the last time with labels of
    texts behind it.
    """
    last = max((at for at, line in enumerate(lines) if row_of(line) or is_time(line.text)), default=-1)
    starts = _starts(lines, last)
    if last < 0 or not starts or not any(_part(line) for line in lines[starts[0] :]):
        return list(lines), [], []
    begins = [_with_people_above(lines, last, start) for start in starts]
    ends = [*begins[1:], len(lines)]
    found = [
        _appended([*lines[start:end]], [*lines[begin:start]])
        for begin, start, end in zip(begins, starts, ends, strict=True)
    ]
    end = _with_heading(lines, last, begins[0])
    return list(lines[:end]), found, [line for line in lines[end : begins[0]] if line.text]


def _starts(lines: Sequence[SourceLine], last: int) -> list[int]:
    """The titles with their labels below the last time; else those that rows above have too."""
    below = range(last + 1, len(lines))
    labelled = [at for at in below if _labelled_title(lines[at])]
    rows = [_plain(line.text) for line in lines[: last + 1] if row_of(line)]
    named = ((at, _plain(plain(lines[at].text.strip("# ")))) for at in below if not labelled)
    return labelled or [at for at, title in named if any(_is_called(row, title) for row in rows)]


def _with_people_above(lines: Sequence[SourceLine], last: int, title: int) -> int:
    """Where an entry begins whose speaker stands above its title, as a heading or below a blank line."""
    text = lines[title - 1].text
    is_named = _is_below_blank(lines, last, title - 1) and are_people(text.partition(",")[0])
    return (
        title - 1
        if (is_named or text.startswith("#")) and title - 1 > last and not _part(lines[title - 1])
        else title
    )


def _with_heading(lines: Sequence[SourceLine], last: int, first: int) -> int:
    """Where the appendix begins: at a heading above its first entry, which blank lines part from the rest."""
    is_short = len(lines[first - 1].text) < _LONGEST_HEADING
    return first - 1 if is_short and _is_below_blank(lines, last, first - 1) else first


def _is_below_blank(lines: Sequence[SourceLine], last: int, at: int) -> bool:
    """Whether a line stands below the last time and a blank line, which are none of these lines."""
    return at > last and lines[at - 1].number < lines[at].number - 1


def _labelled_title(line: SourceLine) -> str:
    """The title that stands behind its label in a line; empty where none does."""
    label = label_in(line)
    return label[1] if label and label[0] == "title" else ""


def _part(line: SourceLine) -> tuple[str, str] | None:
    """The text of an entry that a line begins, and what stands behind its label; None for other lines."""
    label = label_in(line)
    return label if label and label[0] in ("abstract", "life") else None


def _appended(lines: Sequence[SourceLine], above: list[SourceLine]) -> Appended:
    """An entry from its title on; whoever stands above that is of it."""
    title = _labelled_title(lines[0]) or plain(lines[0].text.strip("# "))
    entry = Appended(replace(lines[0], text=title), above)
    held = entry.people
    for line in lines[1:]:
        part = _part(line)
        if part:
            held = entry.abstract if part[0] == "abstract" else entry.biography
        elif held is not entry.people and _may_be_label(held, line):
            held = entry.others
        held.append(replace(line, text=part[1]) if part else line)
    return entry


def _may_be_label(held: Sequence[SourceLine], line: SourceLine) -> bool:
    """Whether a few words below a sentence may head another part, of which nothing is known."""
    is_after_sentence = bool(held) and ends_sentence(held[-1].text)
    return is_after_sentence and len(line.text) < _LONGEST_LABEL and not ends_sentence(line.text)


def with_appended(
    document: Document, sessions: Sequence[SessionRecord], entries: Sequence[Appended], problems: ProblemLog
) -> tuple[SessionRecord, ...]:
    """The sessions, the one of each title or speaker with its abstract and biography; others are told."""
    found = list(sessions)
    for entry in entries:
        for line in entry.others[:1]:
            what = (
                f"nothing tells what {counted(len(entry.others), 'line')} from here on are: they are not read"
            )
            hint = 'write "Abstract:" or "Bio:" before them, or take them out'
            problems.warning("unread-line", what, document.place_of(line), hint, line.text[:60])
        at = _place(found, entry)
        if at is None:
            what = "this talk below the programme is none of it: it is not read"
            hint = "write its title as in the programme, or give it as a document of its own"
            problems.warning(
                "unread-entry", what, document.place_of(entry.title), hint, entry.title.text[:60]
            )
        else:
            found[at] = _with_texts(document, found[at], entry)
    return tuple(found)


def _place(sessions: Sequence[SessionRecord], entry: Appended) -> int | None:
    """The only session with that title, else the only one in which somebody speaks who stands below it."""
    title, named = _plain(entry.title.text), _plain(" ".join(line.text for line in entry.people))
    by_title = [
        at for at, each in enumerate(sessions) if any(_is_called(own, title) for own in _titles(each))
    ]
    by_name = [
        at for at, each in enumerate(sessions) if any(_plain(one.name) in named for one in _people(each))
    ]
    return next((found[0] for found in (by_title, by_name) if len(found) == 1), None)


def _is_called(own: str, title: str) -> bool:
    return own == title or (len(title) >= _SHORTEST and own.endswith(f" {title}"))


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


def _titles(session: SessionRecord) -> list[str]:
    facts = [session.title, *(slot.called for slot in session.slots)]
    return [_plain(fact.value) for fact in facts if fact]


def _people(session: SessionRecord) -> list[Participant]:
    slots = (slot.people.value for slot in session.slots if slot.people)
    return [*(session.people.value if session.people else ()), *(each for people in slots for each in people)]


def _with_texts(document: Document, session: SessionRecord, entry: Appended) -> SessionRecord:
    """A session with the texts, or its only slot of that title."""
    title = _plain(entry.title.text)
    slots = [slot for slot in session.slots if (own := slot.called) and _is_called(_plain(own.value), title)]
    if len(slots) == 1:
        mended = _slot(document, slots[0], entry)
        return replace(session, slots=tuple(mended if slot is slots[0] else slot for slot in session.slots))
    text = session.description or text_fact(document, entry.abstract)
    if not any(_is_called(own, title) for own in _titles(session)):
        session, text = _called(document, session, entry, text)
    return replace(session, description=text, people=_described(document, session.people, entry))


def _called(
    document: Document, session: SessionRecord, entry: Appended, text: Fact[str] | None
) -> tuple[SessionRecord, Fact[str] | None]:
    """A session that is called "Keynote 1" alone by the entry's title; else the text begins so."""
    own, title = session.title, line_fact(document, entry.title)
    names = {word for each in _people(session) for word in _plain(each.name).split()}
    words = [word for word in _plain(own.value).split() if word not in names] if own else []
    if own and (len(words) > _MOST_WORDS or kind_of_words(own.value) == "other"):
        return session, replace(title, value=f"{title.value}\n\n{text.value}") if text else title
    value = f"{own.value}: {title.value}" if own else title.value
    return replace(session, title=replace(own or title, value=value)), text


def _slot(document: Document, slot: SlotRecord, entry: Appended) -> SlotRecord:
    text, paper = text_fact(document, entry.abstract), slot.paper
    if paper and not paper.is_mention:
        return replace(slot, paper=replace(paper, abstract=paper.abstract or text))
    described = _described(document, slot.people, entry)
    return replace(slot, description=slot.description or text, people=described)


def _described(
    document: Document, people: Fact[tuple[Participant, ...]] | None, entry: Appended
) -> Fact[tuple[Participant, ...]] | None:
    """The people, whom the entry names, or the only one, with the biography."""
    text = text_fact(document, entry.biography)
    if people is None or text is None:
        return people
    words = _plain(" ".join(line.text for line in (*entry.people, *entry.biography[:2])))
    own = [each for each in people.value if _plain(each.name) in words] or list(people.value)
    if len(own) != 1:
        return people
    told = replace(own[0], biography=own[0].biography or text.value)
    return replace(people, value=tuple(told if each is own[0] else each for each in people.value))
