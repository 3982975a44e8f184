"""Cells of a programme that hold a session: title, chairs, room, and the papers below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.conference import Participant, Role, SessionKind
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.institutions import INSTITUTION
from site_gen.ingest.reading.people.names import are_people, is_person
from site_gen.ingest.reading.people.people import participants, without_title
from site_gen.ingest.reading.people.wrapped_lines import unwrapped
from site_gen.ingest.reading.tables.cell_lists import CellPaper, lines_of, papers_of
from site_gen.ingest.reading.tables.table import Cell
from site_gen.ingest.reading.texts.labels import label_of, parted, without_label
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.labelled_speakers import names_speaker
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.text import squeeze

_NUMBERED = re.compile(
    r"(?:(?:paper|technical|parallel|oral|poster) )?(?:session|track|block|sitzung)s? ?\w{0,3}", re.I
)
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?[\dIVX#]*", re.I)  # "Invited Talk 2": no title by itself
_TALKS = frozenset[SessionKind](["invited-talk", "panel", "tutorial"])
_WIDTH = 8  # of a cell
_LONGEST = 300  # characters of a line of people
_AROUND = re.compile(r"\(([^()]+(?:\([^()]*\)[^()]*)*)\)")
_PANEL = re.compile(r"\W*panell?ist", re.I)

_FEWEST_NAMED, _NEARLY_ALL = 3, 0.8  # cells with people below their title, of all with anything there
OF_PEOPLE = ("chair", "speaker")
_LENGTH = re.compile(r"\(?\d{1,3}(?:[.,]\d{1,2})? ?(?:h|hrs?|hours?|min|mins|minutes)\)?", re.I)

Papers = tuple[CellPaper, ...]


@dataclass(slots=True)
class SessionCell:
    """What a cell says of a session; `rest` are the lines that no label explains.

    `has_text` is whether these are a text, though they look like a name.
    """

    line: int
    title: str
    people: list[Participant] = field(default_factory=list)
    room: str = ""
    rest: list[SourceLine] = field(default_factory=list)
    has_text: bool = False

    @property
    def whole(self) -> str:
        """The title with all that stands below it."""
        return " – ".join([self.title, *(line.text for line in self.rest)])


Held = Mapping[Cell, tuple[SessionCell, Papers]]


def session_cell(cell: Cell, private: PrivateValues) -> SessionCell:
    """The parts of a cell, whose first line is the title of its session."""
    first, *others = (part for line in unwrapped(lines_of(cell), _WIDTH) for part in parted(line))
    title, detail = without_label(first)
    found = SessionCell(cell.line, title.text)
    for line in [detail, *others] if detail else others:
        label = label_of(line)
        if label and label[0] in OF_PEOPLE and label[1].text:
            found.people += labelled(line, label, private)
        elif label and label[0] == "room" and label[1].text:
            found.room = squeeze(label[1].text)
        else:
            found.rest.append(line)
    found.rest = [line for line in found.rest if not _LENGTH.fullmatch(line.text)]
    return found


def labelled(
    line: SourceLine, label: tuple[str, SourceLine], private: PrivateValues
) -> tuple[Participant, ...]:
    """The people of a line behind its label."""
    role: Role = "chair" if label[0] == "chair" else "panelist" if _PANEL.match(line.text) else "speaker"
    return participants(split_authors(label[1].text, line.number, private), role)


def session_cells(cells: Iterable[Cell], private: PrivateValues) -> Held:
    """What each cell says, with the papers that stand below its title; none where they are no list."""
    read = {cell: session_cell(cell, private) for cell in cells}
    numbered = [each for each in read.values() if each.rest and _NUMBERED.fullmatch(each.title)]
    are_named = len(numbered) > 1 and all(are_people(each.rest[0].text) for each in numbered)
    if not are_named:  # "Visual Queries" could be somebody
        for each in numbered:
            each.title = f"{each.title}: {each.rest.pop(0).text}"
    papers = papers_of([each.rest for each in read.values()], are_several=False)
    alone = [each for each, inside in zip(read.values(), papers, strict=True) if not inside]
    _take_bylines(alone, private)
    for session in alone:
        _take_people(session, private)
    return {cell: (session, inside) for (cell, session), inside in zip(read.items(), papers, strict=True)}


def _take_bylines(sessions: Sequence[SessionCell], private: PrivateValues) -> None:
    """Take who stands in the line below each title, where people and nothing else stand below nearly all.

    Somewhere these are several: two words alone may be a topic each time. Below a pause stands a house.
    """
    below = [each for each in sessions if each.rest and kind_of_words(each.title) not in PAUSES]
    named = [each for each in below if len(each.rest) == 1 and are_people(each.rest[0].text)]
    are_several = any(len(people_of(each.rest[0].text, private)) > 1 for each in named)
    if not are_several or len(named) < max(_FEWEST_NAMED, _NEARLY_ALL * len(below)):
        return
    for each in named:
        people = people_of(each.rest[0].text, private)
        each.people += people
        each.rest = [] if people else each.rest


def _take_people(session: SessionCell, private: PrivateValues) -> None:
    """Take who speaks, and the title of a talk that is only called "Keynote", out of the rest.

    Where the title names who speaks, what stands below is what the talk is called.
    """
    if names_speaker(session.title):
        return
    named = [line for line in session.rest if _names_people(line.text, private)]
    is_talk = kind_of_words(session.title) in _TALKS
    if is_talk and not named:
        found = [line for line in session.rest if are_people(line.text) and not INSTITUTION.search(line.text)]
        named = found if len(found) == 1 else []
    session.people += [each for line in named for each in people_of(line.text, private)]
    session.rest = [line for line in session.rest if line not in named]
    if is_talk and session.rest and _LABEL.fullmatch(session.title) and not are_people(session.rest[0].text):
        session.title = f"{session.title}: {session.rest.pop(0).text}"


def _names_people(text: str, private: PrivateValues) -> bool:
    """Whether a line is people, each with a title before the name or a workplace behind it."""
    names = split_authors(text, 1, private) if len(text) < _LONGEST else []
    bare = [(name, without_title(name.name)) for name in names]
    return bool(bare) and all(
        is_person(own) and (own != name.name or name.affiliations) for name, own in bare
    )


def people_of(text: str, private: PrivateValues) -> tuple[Participant, ...]:
    """The people of a text, who speak if nothing else is told; brackets around all of it part nobody."""
    around = _AROUND.fullmatch(text.strip())
    return participants(split_authors(around[1] if around else text, 1, private), "speaker")
