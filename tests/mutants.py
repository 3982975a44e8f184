"""Pages whose layout differs from what a reader knows: values stay right, or a problem says where not.

`make mutants` tries 2,000 and prints the share of silent wrong values; a sample of them is in the tests.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from site_gen.ingest.formats import SOURCE_FORMATS, candidates
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.reading.people.people import with_people
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SlotRecord, SourceFormat
from site_gen.problems import ProblemLog

CASES = Path(__file__).parent / "cases" / "sources"
_BADGE = re.compile(r"\[(\w{2,8})( ?\d*)\]$")
_LABEL = re.compile(
    r"^(Abstract|CHAIRS?|LOCATION|Location|Authors|Poster|PRESENTER|Talk|Speakers?|Session Chair)\b"
)
SECTION = "Section 3: Human-Centered Robotics"  # a programme may take it for a session, which it is
_PRIVATE = re.compile("status|review", re.IGNORECASE)
# Formats whose columns or keys are named by people; a system's own are always the same.
_OF_ANY_NAMES = ("cmt", "csv", "easychair", "miniconf-papers", "object-list", "programme-csv")
_LETTERS = "bcdfghjklmnpqtvwxz"

Value = tuple[str, str]  # what it is, and its text
Mutation = Callable[[str, random.Random], str]


def pages() -> list[tuple[str, str]]:
    """The inputs of all cases of the source formats, each with the name of its format."""
    return [
        (path.stem, part.partition("\n")[2].partition("\n----\n")[0])
        for path in sorted(CASES.glob("*.txt"))
        for part in path.read_text("utf-8").split("==== ")[1:]
    ]


def through(text: str, source_format: SourceFormat | None = None) -> tuple[Reading | None, frozenset[str]]:
    """What the gate lets through of a text, read in a format or the one that is found, and its problems."""
    found, problems = candidates(text) if source_format is None else iter([source_format]), ProblemLog()
    surest = next(found, None)
    if surest is None:
        return None, frozenset(["unknown-format"])
    reading = with_people(read_plausibly(surest, Document("x.txt", text), problems, found))
    return reading, frozenset(f"{problem.code} {problem.place.line}" for problem in problems.all)


def values(reading: Reading | None) -> Iterator[Value]:
    """Titles of papers, talks and sessions, names, texts and rooms."""
    for paper in reading.every_paper() if reading else ():
        yield "title", paper.title.value if paper.title else ""
        yield from (("name", author.name or "") for author in (paper.authors.value if paper.authors else ()))
        yield "text", _plain(paper.abstract)
    for session in reading.sessions if reading else ():
        held: tuple[SessionRecord | SlotRecord, ...] = (session, *session.slots)
        for each in held:
            yield "title", each.title.value if each.title else ""
            yield "text", _plain(each.description)
            yield "room", each.room.value if each.room else ""
            yield from (("name", person.name) for person in (each.people.value if each.people else ()))


def _plain(text: Fact[str] | None) -> str:
    return " ".join(text.value.split()) if text else ""


def wrong(text: str, mutant: str) -> set[Value]:
    """The values that come in of a mutant without a word, and that the text does not have.

    A line that is a title of its own, label and all, is none: the page prints it so.
    """
    (before, known), (after, problems) = through(text), through(mutant)
    right = set(values(before))
    invented = {
        (what, value)
        for what, value in set(values(after)) - right
        if value and not (value in mutant and _is_printed(value, what, right))
    }
    sessions = {each.title.value for each in after.sessions if each.title} if after else set()
    invented -= {("title", SECTION)} if SECTION in sessions else set()
    return invented if problems <= known else set()


def _is_printed(value: str, what: str, right: set[Value]) -> bool:
    """Whether a value is a right one with the letter that was added, or with a label before it."""
    if len(value) > 100:
        return False
    shorter = {value[:at] + value[at + 1 :] for at in range(len(value))}
    return any(text and ((kind == what and text in shorter) or value.endswith(text)) for kind, text in right)


def with_other_badges(text: str, choice: random.Random) -> str:
    """Another letter at the end of every badge."""
    letter = choice.choice(_LETTERS)
    return "\n".join(_BADGE.sub(rf"[\g<1>{letter}\g<2>]", line) for line in text.split("\n"))


def with_another_label(text: str, choice: random.Random) -> str:
    """Another letter at the end of one label, wherever it stands."""
    labels = sorted({match[1] for line in text.split("\n") if (match := _LABEL.match(line))})
    if not labels:
        return with_other_badges(text, choice)
    label, letter = choice.choice(labels), choice.choice(_LETTERS)
    return "\n".join(re.sub(rf"^{label}\b", f"{label}{letter}", line) for line in text.split("\n"))


def with_another_column(text: str, choice: random.Random) -> str:
    """Another letter at the end of the name of one column or key.

    But for those whose values do not tell what they are: a status, a reviewer.
    """
    first = text.partition("\n")[0]
    is_json = text.lstrip()[:1] in ("[", "{")
    if is_json:
        names = sorted(set(re.findall(r'"([A-Za-z]\w{1,20})"\s*:', text)))
    else:
        names = [name for name in first.split(",") if re.fullmatch(r"[A-Za-z][\w ]{1,20}", name)]
    names = [name for name in names if not _PRIVATE.search(name)]
    if len(names) < 3:
        return text
    name, letter = choice.choice(names), choice.choice(_LETTERS)
    if is_json:
        return re.sub(rf'"{name}"(?=\s*:)', f'"{name}{letter}"', text)
    return (
        ",".join(f"{each}{letter}" if each == name else each for each in first.split(","))
        + text[len(first) :]
    )


def with_a_section(text: str, choice: random.Random) -> str:
    """The row of a section between two rows of a table."""
    lines = text.split("\n")
    ends = [at for at in range(2, len(lines)) if "\n".join(lines[:at]).count('"') % 2 == 0]
    rows = sum(line.count(",") >= lines[0].count(",") for line in lines)
    if lines[0].count(",") < 2 or 2 * rows < len(lines) or not ends:  # "Monday, April 8, 2024" is no table
        return text
    at = choice.choice(ends)
    row = SECTION + "," * lines[0].count(",")
    return "\n".join([*lines[:at], row, *lines[at:]])


def with_white_space(text: str, choice: random.Random) -> str:
    """White space of the page at the ends of all lines, and below the last."""
    return "\n".join(line + choice.choice([" ", "\u00a0", "\t"]) for line in text.split("\n")) + "\n\n"


MUTATIONS: tuple[Mutation, ...] = (
    with_other_badges, with_another_label, with_another_column, with_a_section, with_white_space,
)  # fmt: skip


def silent(count: int, seed: int) -> tuple[int, list[tuple[str, str, set[Value]]]]:
    """How many mutants were tried, and those that came in wrong without a word, with their values."""
    choice, texts, tried = random.Random(seed), pages(), 0
    found = []
    while tried < count:
        name, text = choice.choice(texts)
        mutation = choice.choice(MUTATIONS)
        mutant = mutation(text, choice)
        if mutant == text or (mutation is with_another_column and name not in _OF_ANY_NAMES):
            continue
        tried += 1
        if invented := wrong(text, mutant):
            found.append((f"{name}, {mutation.__name__}", mutant, invented))
    return tried, found


def misread() -> list[tuple[str, str, set[Value]]]:
    """What each reader lets in without a word of the pages of others that it takes for its own.

    The reader, the page and the values.
    """
    found = []
    by_name = dict(pages())  # the last case of each format
    for page, text in by_name.items():
        right = set(values(through(text)[0]))
        for source_format in SOURCE_FORMATS:
            if source_format.name == page or source_format not in candidates(text):
                continue
            reading, problems = through(text, source_format)
            invented = {value for value in set(values(reading)) - right if value[1]}
            if invented and not problems:
                found.append((source_format.name, page, invented))
    return found


def main() -> None:
    """Try 2,000 mutants, or as many as an argument says, and print what came in wrong."""
    tried, found = silent(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, 20261128)
    for name, mutant, invented in found:
        print(f"{name}: {sorted(invented)[:3]}\n{mutant[:600]}\n")
    print(f"{len(found)} of {tried} mutants came in wrong without a word: {len(found) / tried:.1%}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
