"""The source formats: cases as text files, the real sources, the samples, and mutated texts.

A file of cases/sources/ is named like its format. A case is "==== title", the input, "----", and the
expected records in plain lines; "@3" is the line of the input that a value comes from.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from site_gen.conference import Authorship, Editor, Link, Participant, Revision
from site_gen.ingest.formats import SOURCE_FORMATS, detect
from site_gen.ingest.formats.programmes.programme_lines import PROGRAMME_LINES
from site_gen.ingest.formats.tables.grid_csv import GRID_CSV
from site_gen.ingest.link.paper_titles import TitlesByKey
from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.people.dashed_names import names_before_dashes
from site_gen.ingest.reading.people.names import split_people
from site_gen.ingest.reading.people.orcids import with_orcid_apart
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
from tests.machine_speed import slowness

SPACES = " " * 20_000

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "sources"
SOURCES = ROOT / "content" / "sources"
SAMPLES = ROOT.parent / "shared" / "samples"
BY_NAME = {source_format.name: source_format for source_format in SOURCE_FORMATS}


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("==== ")[1:]:
            title, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n----\n")
            yield pytest.param(path.stem, text, expected.strip("\n"), id=f"{path.stem}: {title}")


def read(name: str, text: str) -> tuple[Reading, ProblemLog]:
    problems = ProblemLog()
    return BY_NAME[name].read(Document("x.txt", text), problems), problems


@pytest.mark.parametrize(("name", "text", "expected"), list(cases()))
def test_case(name: str, text: str, expected: str) -> None:
    reading, problems = read(name, text)
    assert "\n".join(plain(reading, problems)) == expected
    found = detect(text)
    assert (found.name if found else None) == name


# The plain form of what was read


def plain(reading: Reading, problems: ProblemLog) -> Iterator[str]:
    for name in ("edition", "stated"):
        yield from fact_line(name, getattr(reading, name), 0)
    for name in ("volume", "proceedings", "issn", "isbn", "publisher", "editors", "licence"):
        yield from fact_line(name, getattr(reading.proceedings, name), 0)
    yield from volume_lines(reading)
    for name in ("title", "time_zone", "day_change"):
        yield from fact_line(f"conference {name}", getattr(reading.conference, name), 0)
    for paper in reading.papers:
        yield f"paper @{paper.place.line}"
        yield from paper_lines(paper, 1)
    for session in reading.sessions:
        yield from session_lines(session)
    for person in reading.people:
        participant = person.value
        where = f"[{participant.affiliation}]" if participant.affiliation else None
        words = filter(None, (participant.name, where, participant.homepage, participant.biography))
        yield f"person: {' '.join(words)} @{person.place.line}"
    if reading.passed_over:
        yield "passed over: " + ", ".join(f"@{fact.place.line}" for fact in reading.passed_over)
    yield from left_out(reading)
    for problem in problems.all:
        yield f"{problem.severity}: {problem.code} @{problem.place.line}:{problem.place.column}"


def volume_lines(reading: Reading) -> Iterator[str]:
    for volume in reading.volumes:
        yield f"volume {volume.value.id} @{volume.place.line}"
        for each in fields(volume.value):
            if each.name != "id" and (value := getattr(volume.value, each.name)):
                yield f"  {each.name}: {plain_value(value)}"


def left_out(reading: Reading) -> Iterator[str]:
    if reading.not_imported:
        counts = (f"{number} {kind}" for kind, number in reading.not_imported.items())
        yield "not imported: " + ", ".join(counts)
    if reading.not_taken:
        left = (f"{name} ({number})" for name, number in reading.not_taken.items())
        yield "not taken: " + ", ".join(left)
    if reading.remark:
        yield f"remark: {reading.remark}"


def session_lines(session: SessionRecord) -> Iterator[str]:
    yield f"session @{session.place.line}:{session.place.column}"
    for name in (
        "kind", "type", "title", "track", "day", "start", "end", "zone", "room", "people", "description",
        "links", "code", "language", "guid", "number", "status", "note",
    ):  # fmt: skip
        yield from fact_line(name, getattr(session, name), 1)
    if session.end_later:
        yield f"  ends {session.end_later} days later"
    for slot in session.slots:
        yield from slot_lines(slot)


def slot_lines(slot: SlotRecord) -> Iterator[str]:
    remark = "" if slot.paper else " (talk)" if slot.title else " (empty)"
    yield f"  slot @{slot.place.line}{remark}"
    for name in (
        "title",
        "type",
        "room",
        "board",
        "start",
        "end",
        "people",
        "description",
        "links",
        "guid",
        "status",
        "note",
    ):
        yield from fact_line(name, getattr(slot, name), 2)
    if slot.later or slot.end_later:
        yield f"    {slot.later} days later, ends {slot.end_later} days after that"
    if slot.paper:
        yield from paper_lines(slot.paper, 2)


def paper_lines(paper: PaperRecord, depth: int) -> Iterator[str]:
    if paper.is_mention:
        yield f"{'  ' * depth}only named here:"
    for name in (
        "submission", "title", "authors", "abstract", "award", "links", "volume", "pages", "doi", "keywords",
        "licence", "language", "note", "erratum", "revisions",
    ):  # fmt: skip
        yield from fact_line(name, getattr(paper, name), depth)


def fact_line(name: str, fact: Fact[Any] | None, depth: int) -> Iterator[str]:
    if fact is not None:
        yield f"{'  ' * depth}{name}: {plain_value(fact.value)} @{fact.place.line}"


def plain_value(value: object) -> str:
    match value:
        case tuple():
            return " · ".join(plain_value(part) for part in value)
        case Authorship(missing="one"):
            return "(missing)"
        case Authorship(missing="others"):
            return "(others)"
        case Authorship() | Editor():
            family = f" (family {value.family})" if value.family else ""
            return f"{value.name}{family}" + "".join(
                f" [{each}]" for each in getattr(value, "affiliations", ())
            )
        case Link():
            return f"{value.rel} {value.url}"
        case Participant():
            return f"{value.name} ({value.role})" + (f" [{value.affiliation}]" if value.affiliation else "")
        case PartialDay():
            return f"{value.day}/{value.month}/{value.year or '-'} weekday {value.weekday}"
        case Revision():
            return " ".join(map(str, (value.version, value.date, value.note, value.url)))
        case str():
            return value.replace("\n\n", " ¶ ")
    return str(value)


# The real sources


def real(name: str) -> tuple[SourceFormat | None, Reading, ProblemLog]:
    text = (SOURCES / name).read_text(encoding="utf-8")
    found = detect(text)
    assert found is not None
    return found, *read(found.name, text)


@pytest.mark.parametrize(
    ("name", "source_format", "papers", "sessions"),
    [
        ("mlsys-2021-awards.txt", "awards-page", 10, 0),
        ("mlsys-2022-awards.txt", "awards-page", 5, 0),
        ("mlsys-2022-schedule-monday.txt", "schedule-page", 0, 10),
        ("mlsys-2022-papers-cool.txt", "papers-cool", 25, 0),
        ("mlsys-2023-posters.txt", "posters-page", 46, 0),
        ("mlsys2021.bib", "bibtex", 5, 0),
        ("mlsys2022.bib", "bibtex", 36, 0),
        ("mlsys2023.bib", "bibtex", 46, 0),
    ],
)
def test_a_real_source_gives_all_its_records(
    name: str, source_format: str, papers: int, sessions: int
) -> None:
    found, reading, problems = real(name)
    assert (found and found.name, len(reading.papers), len(reading.sessions)) == (
        source_format,
        papers,
        sessions,
    )
    assert problems.errors == []
    assert all(paper.authors for paper in reading.papers)


def test_real_sources_hold_five_hundred_and_twenty_nine_printed_names() -> None:
    awards_2021 = {paper.authors.value for paper in real("mlsys-2021-awards.txt")[1].papers if paper.authors}
    rest = [
        paper.authors.value
        for name in ("mlsys-2022-awards.txt", "mlsys-2022-papers-cool.txt", "mlsys-2023-posters.txt")
        for paper in real(name)[1].papers
        if paper.authors
    ]
    bylines = [*awards_2021, *rest]
    assert len(awards_2021) == 5
    assert sum(author.missing == "one" for byline in bylines for author in byline) == 2


def test_monday_has_its_ten_sessions_and_eighteen_slots() -> None:
    _, reading, problems = real("mlsys-2022-schedule-monday.txt")
    assert [
        (
            session.kind and session.kind.value,
            session.title and session.title.value,
            session.start and f"{session.start.value:%H:%M}",
            "".join("-" if slot.paper is None else "x" for slot in session.slots),
        )
        for session in reading.sessions
    ] == [
        ("registration", "Registration Check-in Desk", "07:00", ""),
        ("oral", "Outstanding Papers", "08:45", "xx-xx"),
        ("invited-talk", "Systems for ML and ML for Systems: A Virtuous Cycle", None, ""),
        ("panel", "The Future of MLSys: Industry and Academia", "11:30", ""),
        (
            "tutorial",
            "Gemmini: Enabling Systematic Deep-Learning Architecture Evaluation via Full-Stack Integration",
            None,
            "",
        ),
        ("tutorial", "Time Series Anomaly Detection : Tools, Techniques & Tricks", None, ""),
        ("oral", "Distributed and Parallel Learning", "13:00", "xx-x"),
        ("oral", "ML Compilers & Runtime", "14:15", "xxxx"),
        ("oral", "Systems for ML 1", "16:00", "xxxxx"),
        ("social", "Welcome Reception", "17:30", ""),
    ]
    people = [plain_value(session.people.value) for session in reading.sessions if session.people]
    assert people == ["Kunle Olukotun (speaker)", "Hasan Genc (speaker)", "Patel Dhaval (speaker)"]
    assert [(problem.code, problem.place.line) for problem in problems.all] == [
        ("empty-slot", 7),
        ("empty-slot", 33),
    ]


def test_a_room_or_oral_heading_of_the_real_monday_cut_anywhere_is_an_error() -> None:
    lines = (SOURCES / "mlsys-2022-schedule-monday.txt").read_text(encoding="utf-8").split("\n")
    silent = []
    for index, line in enumerate(lines):
        if not line.startswith(("[", "Oral: ")):
            continue
        for length in range(1, len(line) - 1):  # "p.m" is whole
            cut = [*lines[:index], line[:length], *lines[index + 1 :]]
            if not read("schedule-page", "\n".join(cut))[1].errors:
                silent.append(line[:length])
    assert silent == []


# The samples of other sites


def sample(name: str) -> str:
    if not SAMPLES.is_dir():
        pytest.skip(f"the samples are not there: {SAMPLES.name} belongs beside the project's folder")
    return (SAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "count"), [("icml2026_journal_track_posters", 74), ("icml2026_tutorials", 10)]
)
def test_a_newer_page_is_read_without_a_fault(name: str, count: int) -> None:
    reading, _ = read("posters-page", sample(f"{name}.txt"))
    truth = json.loads(sample(f"{name}.truth.json"))
    assert [
        (
            paper.title and paper.title.value,
            [author.name for author in paper.authors.value] if paper.authors else [],
            " ".join(paper.abstract.value.split()) if paper.abstract else "",
        )
        for paper in sorted(reading.every_paper(), key=lambda paper: paper.place)
    ] == [(event["title"], event["authors"], " ".join(event["abstract"].split())) for event in truth]
    assert reading.stated is not None
    assert reading.stated.value == count == len(truth)


def test_sixty_posters_without_titles_keep_authors_and_abstracts() -> None:
    text = sample("neurips2023_posters_titleless.derived.txt")
    reading, _ = read("posters-page", text)
    lines = text.split("\n")
    bylines = [lines[i - 1].split(" · ") for i, line in enumerate(lines) if line == "Abstract"]
    abstracts = [lines[i + 2] for i, line in enumerate(lines) if line == "Abstract"]
    assert len(bylines) == 60
    assert [
        ([author.name for author in paper.authors.value], paper.abstract.value)
        for paper in reading.papers
        if paper.authors and paper.abstract and not paper.title
    ] == list(zip(bylines, abstracts, strict=True))


def test_proceedings_of_pmlr_are_read_with_accents() -> None:
    reading, problems = read("bibtex", sample("pmlr_v242_l4dc2024.bib"))
    assert (len(reading.papers), problems.all) == (139, [])
    assert (
        reading.edition and reading.edition.value,
        reading.proceedings.volume and reading.proceedings.volume.value,
    ) == (
        "2024",
        "242",
    )
    assert all(paper.title and paper.authors and paper.abstract and paper.pages for paper in reading.papers)
    names = {author.name for paper in reading.papers if paper.authors for author in paper.authors.value}
    assert "Jérôme Darbon" in names


def test_a_schedule_of_pretalx_is_read_whole() -> None:
    text = sample("pretalx_democon_schedule.json")
    found = detect(text)
    reading, problems = read("frab-json", text)
    days = json.loads(text)["schedule"]["conference"]["days"]
    events = [event for day in days for room in day["rooms"].values() for event in room]
    assert (found and found.name, len(events), problems.all) == ("frab-json", 36, [])
    assert [
        (
            session.title and session.title.value,
            session.room and session.room.value,
            session.start and f"{session.start.value:%H:%M}",
            [person.name for person in session.people.value] if session.people else [],
        )
        for session in reading.sessions
    ] == [
        (each["title"], each["room"], each["start"], [person["public_name"] for person in each["persons"]])
        for each in events
    ]
    assert all(session.end and session.description for session in reading.sessions)


# What no format may claim, and what must not break one


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "We met on Monday. The award went to nobody, the posters were fine.\n\nA tutorial: how to read?\n",
        "title,authors\n",
        "colour,size\nA paper,Ann Bee · Cy Dee\nPosters,Oral\n",
        "Titles, authors, and what they share\n\nWe read many papers.\n",
        '{"title": "Oral: A paper", "award": "Best Paper Award", "day": "Mon 29 Aug 08:45 a.m."}\n',
        "<html>\n<body>\n<h1>Outstanding Paper Award</h1>\n<p>Mon 29 Aug 08:45 a.m.</p>\n</body></html>\n",
        "- file: x.txt\n  edition: '2022'\n",
        "#1 in the list of my favourites\n\nSome words about it.\n",
    ],
)
def test_other_texts_are_of_no_format(text: str) -> None:
    assert [source_format.name for source_format in SOURCE_FORMATS if source_format.recognise(text)] == []


INSERTED = ("Poster", "[ Hall ]", "Abstract", "Oral: X", "@misc{", "· ·", "#9 X [PDF]", "Best Paper Award")


def mutated(text: str, choice: random.Random) -> str:
    """The text with some lines dropped, swapped or cut, and some characters changed."""
    lines = text.split("\n")
    for _ in range(choice.randint(1, 6)):
        where = choice.randrange(len(lines))
        other = choice.randrange(len(lines))
        change = choice.randrange(5)
        if change == 0:
            del lines[where : where + choice.randint(1, 3)]
        elif change == 1:
            lines[where] = lines[where][: choice.randrange(len(lines[where]) + 1)]
        elif change == 2:
            lines[where], lines[other] = lines[other], lines[where]
        elif change == 3:
            lines[where] += choice.choice(
                ["{", "}", "\\", "·", "[", "#", "$", '"', "\0", "\u202e", lines[other]]
            )
        else:
            lines.insert(
                where,
                choice.choice(INSERTED),
            )
        lines = lines or [""]
    return "\n".join(lines)


def test_mutated_sources_break_no_format() -> None:
    choice = random.Random(20220829)
    # Parts of 120 lines: what a mutation can break is near it, and a whole document takes ten times as long.
    parts = [
        lines[start : start + 120]
        for lines in (path.read_text(encoding="utf-8").split("\n") for path in sorted(SOURCES.iterdir()))
        for start in range(0, len(lines), 120)
    ]
    slowest = 0.0
    for _ in range(120):
        text = mutated("\n".join(choice.choice(parts)), choice)
        source_format = detect(text) or choice.choice(SOURCE_FORMATS)
        start = time.process_time()
        source_format.read(Document("x.txt", text), ProblemLog())
        slowest = max(slowest, time.process_time() - start)
    assert slowest < 2 * slowness()


@pytest.mark.parametrize(
    "character", ["·", "[", "(", "{", "Mon 29 Aug ", "a ", "\\'", "$", "and ", "9:", "Oral: ", "- ", ","]
)
def test_a_line_of_one_repeated_character_takes_no_time(character: str) -> None:
    line = (character * 20_000)[:40_000]
    headings = "Outstanding Paper Award\nPoster\n"
    text = f"@misc{{a, title = {{{line}}}}}\n{headings}{line}\n#1 {line} [PDF]\n\n{line}\n"
    start = time.process_time()
    for source_format in SOURCE_FORMATS:
        source_format.recognise(text)
        source_format.read(Document("x.txt", text), ProblemLog())
    assert time.process_time() - start < 6 * slowness()  # a search again from each place takes minutes


def test_many_spaces_in_a_cell_of_a_grid_take_no_time() -> None:
    text = f"Time,Aula,Hall\n9:00-10:00,Moss,Fern{' ' * 20_000}(Chair: Ann Lee)\n"
    start = time.process_time()
    reading = GRID_CSV.read(Document("x.csv", text), ProblemLog())
    assert [each.title.value for each in reading.sessions if each.title] == ["Moss", "Fern"]
    assert time.process_time() - start < slowness()


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (with_orcid_apart, f"Ann Lee (A-{SPACES})"),
        (lambda text: names_before_dashes(text, 1), f"Ann Lee{SPACES}MIT - ETH"),
        (split_people, f"Ann Lee{SPACES}Bo Dee"),
        (people_share, f"Ann Lee{SPACES[:4000]}Bo Dee"),
        (TitlesByKey([]).beside_authors, "11:00-11:30" * 4000),
    ],
)
def test_signs_that_stand_thousands_of_times_are_looked_through_once(
    asked: Callable[[str], object], text: str
) -> None:
    start = time.process_time()
    asked(text)
    assert time.process_time() - start < slowness() / 4


def test_a_long_programme_takes_its_time_for_each_line() -> None:
    sessions = [
        f"<p>{9 + number % 8}:00 - {9 + number % 8}:45 Owls {number}<br>Ann Lee, Bob Roe<br>Hall</p>"
        for number in range(1250)
    ]
    text = f"<html><body><h1>Programme</h1><h2>Monday 18 May 2026</h2>{''.join(sessions)}</body></html>"
    start = time.process_time()
    reading = PROGRAMME_LINES.read(copied(Document("x.html", text), "marked"), ProblemLog())
    assert len(reading.sessions) == 1250
    assert time.process_time() - start < 2.5 * slowness()
