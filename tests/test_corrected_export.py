"""A corrected export after edits by hand, for every system: what is kept, named, and told at /changes/."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from site_gen.build import build
from site_gen.changes import draft_changes
from site_gen.check import check
from site_gen.ingest import Ingested, ingest
from site_gen.problems import ProblemLog
from tests.rendering import shown
from tests.test_paper_exports import SECRETS, SUBMISSIONS, SYSTEMS, Submission

FIRST = [*SUBMISSIONS[:8], *SUBMISSIONS[20:24]]  # which were rejected
ACCEPTED = [each for each in FIRST if each.is_accepted]
MENDED, SHORTENED, RETITLED, REJECTED, DROPPED = ACCEPTED[:5]
LATE = next(each for each in FIRST if not each.is_accepted)
NEW_TITLE, LATE_TITLE = "A Better Title for It", "Owls at Last"


def corrected() -> list[Submission]:
    """The next export: one paper retitled, one rejected, one dropped, one accepted after all."""
    changes = {
        RETITLED.number: {"title": NEW_TITLE},
        REJECTED.number: {"is_accepted": False},
        LATE.number: {"is_accepted": True, "title": LATE_TITLE},
    }
    return [each._replace(**changes.get(each.number, {})) for each in FIRST if each != DROPPED]  # type: ignore[arg-type]  # fields of a submission


def programme(start: str, end: str) -> str:
    """A session with three papers, named by their numbers."""
    numbers = (RETITLED.number, REJECTED.number, DROPPED.number)
    rows = [f"2026-05-04,{start},{end},Owls,{number}\n" for number in numbers]
    return "Date,Start,End,Session,Paper\n" + "".join(rows)


def bring(project: Path, **sources: str) -> tuple[Ingested, list[str]]:
    """An ingest of these documents, and its warnings; there must be no error."""
    for name, text in sources.items():
        (project / "content/sources" / name).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingested = ingest(project, problems)
    assert problems.errors == []
    return ingested, [problem.code for problem in problems.warnings]


def make(project: Path) -> list[str]:
    """Build the site; its pages."""
    problems = ProblemLog()
    assert build(project, project / "_site", problems), problems.all
    pages = (project / "_site").rglob("index.html")
    return sorted(path.parent.relative_to(project / "_site").as_posix() for path in pages)


def papers(project: Path) -> list[str]:
    return sorted(path.stem for path in (project / "content/2026/papers").iterdir())


def id_of(project: Path, submission: Submission) -> str:
    files = (project / "content/2026/papers").iterdir()
    return next(path.stem for path in files if f"title: {submission.title}\n" in path.read_text("utf-8"))


def vanished(project: Path) -> list[str]:
    """The redirects that a check against the published site asks for, as it prints them."""
    problems = ProblemLog()
    check(project, project / "_site", problems, str(project.parent / "published"))
    assert {problem.code for problem in problems.errors} <= {"address-vanished"}
    return [problem.hint.partition(": - ")[2] for problem in problems.errors]


def everything(project: Path) -> str:
    """All that is written in content and in the site, with the names of the files, in lower case."""
    files = [path for name in ("content", "_site") for path in sorted((project / name).rglob("*"))]
    texts = [
        f"{path}\n{path.read_bytes().decode(errors='replace')}"
        for path in files
        if path.is_file() and "sources" not in path.parts
    ]
    return "\n".join(texts).lower()


class Ids(NamedTuple):
    """The ids of the papers that something happens to."""

    mended: str
    shortened: str
    retitled: str
    rejected: str
    dropped: str


@pytest.mark.parametrize("file", SYSTEMS)
def test_a_corrected_export_keeps_ids_addresses_and_edits_and_names_what_changed(
    tmp_path: Path, file: str
) -> None:
    export = SYSTEMS[file][1]
    project = tmp_path / "conf"
    (project / "content/sources").mkdir(parents=True)
    (project / "content/2026").mkdir()
    (project / "content/site.yaml").write_text("title: Owls\n")
    (project / "content/2026/conference.yaml").write_text("title: Owls 2026\ntime_zone: Europe/Berlin\n")
    bring(project, **{file: export(FIRST), "programme.csv": programme("09:00", "10:00")})
    before, pages = papers(project), make(project)
    shutil.copytree(project / "_site", tmp_path / "published")
    ids = Ids(*(id_of(project, each) for each in (MENDED, SHORTENED, RETITLED, REJECTED, DROPPED)))

    mended = project / f"content/2026/papers/{ids.mended}.yaml"
    mended.write_text(mended.read_text().replace(f"title: {MENDED.title}", "title: Mended by Hand  # sic"))
    shortened = project / f"content/2026/papers/{ids.shortened}.yaml"
    shortened.write_text(shortened.read_text().partition("abstract:")[0])
    edited = [mended.read_bytes(), shortened.read_bytes()]

    ingested, warned = bring(
        project, **{file: export(corrected()), "programme.csv": programme("11:00", "12:30")}
    )
    assert sorted(map(str, ingested.changes)) == [
        f"added: paper owls-at-last: {LATE_TITLE}",
        f"dropped: paper {ids.dropped}: {DROPPED.title}; kept until you delete it",
        "moved: session owls: 09:00 10:00 → 11:00 12:30",
        f"retitled: paper {ids.retitled}: {RETITLED.title} → {NEW_TITLE}",
        "slot added: session owls: an empty slot",
        f"slot dropped: session owls: {ids.dropped}",
    ]
    assert [line for line in ingested.lines if "not accepted any more" in line] == [
        f"content/sources/{file}: 1 paper that content held not accepted any more "
        f"(line {ingested.refused[0].line}): taken out of content"
    ]
    assert sorted(set(warned)) == [
        "kept-deleted", "kept-edited", "not-accepted", "not-in-sources", "unknown-number",
    ]  # fmt: skip
    assert papers(project) == sorted([*set(before) - {ids.rejected}, "owls-at-last"])
    assert [mended.read_bytes(), shortened.read_bytes()] == edited

    assert bring(project)[0].changes == []
    gone = sorted(set(pages) - set(make(project)))
    assert f"2026/papers/{ids.rejected}" in gone
    redirects = vanished(project)
    olds = [each.partition("{old: ")[2].partition(",")[0] for each in redirects]
    assert [old for old in olds if not old.endswith("/calendar.ics")] == [f"{page}/" for page in gone]
    assert redirects[0] == f"{{old: 2026/papers/{ids.rejected}/, new: 2026/papers/}}"
    site = project / "content/site.yaml"
    site.write_text("title: Owls\nredirects:\n" + "".join(f"  - {each}\n" for each in redirects))
    make(project)
    assert vanished(project) == []

    problems = ProblemLog()
    draft_changes(project, str(tmp_path / "published"), problems, date(2026, 3, 1))
    assert problems.all == []
    changes = project / "content/2026/changes.yaml"
    changes.write_text(changes.read_text().replace("  draft: yes\n", ""))
    make(project)
    assert shown((project / "_site/2026/changes/index.html").read_text(), ".change-words p:first-child") == [
        "“Owls” is now on Monday, 4 May 2026, 11:00–12:30 (it was on Monday, 4 May 2026, 09:00–10:00).",
        f"“{DROPPED.title}” is no longer in “Owls”.",
        f"“{MENDED.title}” is now called “Mended by Hand”.",
        f"“{RETITLED.title}” is now called “{NEW_TITLE}”.",
        f"New paper: “{LATE_TITLE}”.",
        "A paper is no longer in “Owls”.",
    ]
    written = everything(project)
    assert [each for each in (*SECRETS, REJECTED.title) if each.lower() in written] == []


def timetable(talks: int, minute: int, *, every: int = 1) -> str:
    """An iCalendar with so many talks, twenty a day, from this minute on; or with every second of them."""
    events = [
        f"BEGIN:VEVENT\nUID:t{number}@fair.example\nSUMMARY:Talk number {number}\n"
        f"DTSTART:202603{number // 20:02}T{number % 20:02}{minute:02}00Z\nEND:VEVENT\n"
        for number in range(200, 200 + talks, every)
    ]
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n"


def work(project: Path, document: str) -> int:
    """How many functions an ingest of this document calls."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        bring(project, **{"talks.ics": document})
    finally:
        sys.setprofile(None)
    return calls


def test_twice_the_sessions_are_twice_the_work_however_they_change(tmp_path: Path) -> None:
    efforts = []
    for talks in (100, 200):
        project = tmp_path / str(talks)
        (project / "content/sources").mkdir(parents=True)
        (project / "content/site.yaml").write_text("title: Fair\ntime_zone: UTC\n", encoding="utf-8")
        entry = '- file: sources/talks.ics\n  edition: "2026"\n'
        (project / "content/sources.yaml").write_text(entry, encoding="utf-8")
        work(project, timetable(1, 0))  # what is imported late is there now
        documents = (timetable(talks, 0), timetable(talks, 15), timetable(talks, 15, every=2))
        efforts.append([work(project, document) for document in documents])
    few, many = efforts
    growth = [after / before for before, after in zip(few, many, strict=True)]
    assert max(growth) <= 2, f"adding, moving and dropping grew by {growth}"


def test_a_second_list_with_another_title_is_the_same_paper_or_told(tmp_path: Path) -> None:
    tides = "We study how the tides of an inner sea move the boats that lie in its harbours all the year."
    rivers = "Boats on rivers are slow. We make them fast with a new sail, and test it on three of them."
    first = (
        f'Title,Authors,Abstract\nTides of the Sea,Ann Bee; Cy Dee,"{tides}"\n'
        f'Rivers and Boats,Eva Fox,"{rivers}"\nOn Ponds,Ida Jon,\nOn Lakes,Kim Lee,\n'
    )
    second = first.replace("Tides of the Sea", "How Harbours Fill").replace(
        "On Ponds", "Counting Small Waters"
    )
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Seas\n")
    bring(tmp_path, **{"accepted-2026.csv": first})
    bring(tmp_path, **{"final-2026.csv": second})
    problems = ProblemLog()
    folder = tmp_path / "content/2026"
    assert papers(tmp_path) == [
        "counting-small-waters", "on-lakes", "on-ponds", "rivers-and-boats", "tides-of-the-sea",
    ]  # fmt: skip
    (folder / "papers/counting-small-waters.yaml").unlink()
    (folder / "provenance/papers/counting-small-waters.yaml").unlink()
    ingest(tmp_path, problems)
    assert [str(each).partition("\n")[0] for each in problems.all] == [
        "content/sources/final-2026.csv:2: warning: 'How Harbours Fill' is 'Tides of the Sea' of "
        "content/sources/accepted-2026.csv:2, whose title counts [two-titles]",
        "content/sources/final-2026.csv:4: warning: this may be the paper of "
        "content/sources/accepted-2026.csv:4: the authors are equal, and each list has what the other lacks "
        "[maybe-one-paper]",
    ]
    (tmp_path / "content/sources.yaml").write_text("- file: sources/final-2026.csv\n  precedence: [title]\n")
    assert bring(tmp_path)[1] == []
    assert "title: How Harbours Fill\n" in (folder / "papers/tides-of-the-sea.yaml").read_text()


def test_a_programme_may_name_a_retitled_paper_by_both_titles(tmp_path: Path) -> None:
    papers_of = "ID,Title,Authors,Abstract,Decision\n1,{0},Ann Bee,We study wings.,Accepted\n"
    programme = (
        "Day,Time,Session,Talk\n2026-05-04,9:00-10:00,Flight,Silent Flight\n"
        "2026-05-05,9:00-10:00,Posters,{0}\n"
    )
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Owls\ntime_zone: UTC\n")
    for title in ("Silent Flight", "How Owls Turn Silent"):
        bring(tmp_path, **{"a-2026.csv": papers_of.format(title), "p-2026.csv": programme.format(title)})
    sessions = (tmp_path / "content/2026/sessions.yaml").read_text()
    assert sessions.count("    - paper: silent-flight\n") == 2
