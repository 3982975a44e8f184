"""Ingest remembers: what it says and writes is what it would say and write had it read all again."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from site_gen.app import main
from site_gen.ingest.formats.bibtex.entries import BIBTEX
from site_gen.ingest.reading_cache import ReadingCache
from site_gen.ingest.records import Document, PaperRecord, Reading
from site_gen.problems import Place, ProblemLog
from tests.test_ingest import PAGE, read, run, texts, write

TEXT = "This text of a paper is long enough to be recognised where another one begins with the same words."
# Two papers that may be one, a title that looks cut, and a paper without an abstract.
DOCUMENTS = {
    "one2022.bib": f"@inproceedings{{a, title={{Fast Trees}}, author={{Lovelace, Ada}}, year={{2022}},\n"
    f"  abstract={{{TEXT}}}}}\n"
    "@inproceedings{b, title={A Study of}, author={Roe, Jan}, year={2022}}\n",
    "two2022.bib": f"@inproceedings{{c, title={{Slow Rivers}}, author={{Hopper, Grace}}, year={{2022}},\n"
    f"  abstract={{{TEXT}}}}}\n",
    "list2022.csv": "title,authors,abstract\nFast Trees,Ada Lovelace,We make trees fast.\n",
}
PAPER = "@inproceedings{{p{0}, title={{Paper {0} on Rain}}, author={{Roe, Ann {1}}}, year={{2022}}}}\n"


def printed_by(capsys: pytest.CaptureFixture[str], project: Path) -> tuple[int, str, str]:
    """What the command prints of an ingest of all documents."""
    status = main(["ingest", "--project", str(project)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def content(project: Path) -> dict[str, bytes]:
    """The bytes of content/ by path."""
    return {name: held for name, (held, _) in dated(project).items()}


def dated(project: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and modification times of content/ by path."""
    return {name: held for name, held in texts(project).items() if name.startswith("content/")}


def without_memory(project: Path, copy: Path) -> Path:
    """The same project as if it had just been fetched."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".plenary"))
    return copy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    sources = {f"content/sources/{name}": text for name, text in DOCUMENTS.items()}
    return write(tmp_path / "project", sources)


def add_document(project: Path, chance: random.Random) -> None:
    name = f"more{chance.randrange(3)}-2022.bib"
    write(project, {f"content/sources/{name}": PAPER.format(chance.randrange(99), "Bee")})


def edit_document(project: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((project / "content/sources").iterdir()))
    path.write_text(path.read_text().replace("Fast", chance.choice(["Quick", "Fast", "Fast and"])))


def remove_document(project: Path, chance: random.Random) -> None:
    for path in sorted((project / "content/sources").glob("more*"))[: chance.randrange(3)]:
        path.unlink()


def add_programme(project: Path, _: random.Random) -> None:
    write(project, {"content/sources/programme-2022.txt": PAGE})


def edit_content(project: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(project.glob("content/2022/papers/*.yaml")))
    path.write_text(f"{path.read_text()}note: Edited {chance.randrange(99)}.\n".replace("Fast", "Swift"))


def delete_content(project: Path, chance: random.Random) -> None:
    chance.choice(sorted(project.glob("content/2022/papers/*.yaml"))).unlink()


def break_document(project: Path, _: random.Random) -> None:
    write(project, {"content/sources/broken2022.bib": "@inproceedings{x, title={Open\n"})


def mend_document(project: Path, _: random.Random) -> None:
    (project / "content/sources/broken2022.bib").unlink(missing_ok=True)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    add_document, edit_document, remove_document, add_programme, edit_content, delete_content,
    break_document, mend_document,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_memory_says_and_writes_what_reading_does(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    chance = random.Random(seed)
    printed_by(capsys, project)
    for _ in range(6):
        chance.choice(EDITS)(project, chance)
        fresh = without_memory(project, tmp_path / "fresh")
        assert printed_by(capsys, project) == printed_by(capsys, fresh)
        assert content(project) == content(fresh)
        written = dated(project)
        fresh = without_memory(project, tmp_path / "fresh")
        assert printed_by(capsys, project) == printed_by(capsys, fresh)  # nothing changed since
        assert content(project) == content(fresh)
        assert dated(project) == written


def test_nothing_is_read_where_nothing_changed_and_one_document_where_one_did(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    load = ReadingCache.reading

    def noted(self: ReadingCache, path: str, *rest: object) -> Reading | None:
        opened.append(path)
        return load(self, path, *rest)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(ReadingCache, "reading", noted)
    printed_by(capsys, project)
    assert len(opened) == 3
    status, out, err = printed_by(capsys, project)
    assert len(opened) == 3
    assert status == 0
    assert out.splitlines() == [
        "content/sources/list2022.csv: CSV, edition 2022, as its name says: 1 accepted paper, 1 name;"
        " it holds no decisions: taken as the list of accepted papers",
        "content/sources/one2022.bib: BibTeX, edition 2022, as line 1 says: 2 read, 1 joined,"
        " 1 said otherwise, 1 doubtful, 1 missing",
        "content/sources/two2022.bib: BibTeX, edition 2022, as line 1 says: 1 read",
        "Read 3 source documents: 0 papers added, 0 changed → content/",
    ]
    assert "this title looks cut: 'A Study of'" in err


def test_a_document_is_read_anew_when_its_bytes_or_what_is_asked_of_it_are_others(tmp_path: Path) -> None:
    cache, problems, count = ReadingCache(tmp_path), ProblemLog(), 0
    paper = PaperRecord(place=Place("x.bib", 3))

    def reading(log: ProblemLog) -> Reading:
        nonlocal count
        count += 1
        log.warning("doubt", "a doubt", Place("x.bib", 1))
        return Reading(document=Document("x.bib", ""), format=BIBTEX, papers=(paper,))

    first = cache.reading("x.bib", b"a", (), reading, problems)
    again = ReadingCache(tmp_path).reading("x.bib", b"a", (), reading, problems)
    assert again == first
    assert again is not None
    assert again.format is BIBTEX
    assert (count, [problem.code for problem in problems.all]) == (1, ["doubt"])
    for held, asked in ((b"b", ()), (b"b", ("csv", None)), (b"a", ())):
        cache.reading("x.bib", held, asked, reading, problems)
    assert count == 4


def test_what_is_not_for_the_public_is_never_kept(tmp_path: Path) -> None:
    document, refused = Document("x.csv", ""), (PaperRecord(place=Place("x.csv", 2)),)
    for made in (
        Reading(document=document, format=BIBTEX, not_imported={"email": 1}),
        Reading(document=document, format=BIBTEX, refused=refused),
    ):
        cache = ReadingCache(tmp_path)
        assert cache.reading("x.csv", b"a", (), partial(lambda made, _: made, made), ProblemLog()) is made
    assert list(tmp_path.rglob("*")) == []


def test_doubts_stay_in_the_report_once_content_holds_both_papers(project: Path) -> None:
    run(project)
    first = read(project, "ingest-report.yaml")
    assert first.count("why: the texts begin the same, but not the titles") == 1
    ingested, _ = run(project)
    assert ingested.written == []
    assert read(project, "ingest-report.yaml") == first


LUNCH = "12:00 - 13:00\nLunch\nRoom 101\n"
SIGNS = "2024-06-03,08:30,09:00,→\n"
UNTITLED = "9:20am\nMonday, June 4\nMonday June 4, 2024 9:20am - 9:35am\nBallroom A\n\n"
RUN = "BEGIN:VEVENT\nUID:run\nSUMMARY:Run\nDTSTART:20240603T070000Z\nDTEND:20240603T080000Z\nEND:VEVENT\n"
NO_DAY = "12:00,13:00,Lunch\n"
EQUAL_SESSIONS = {  # what is told several times over, what content shows of each, and how often
    "a day that contradicts itself": (
        f"Conference Agenda\nSession Overview\nDate: Monday, 04/June/2024\n{LUNCH}{LUNCH}{LUNCH}",
        "title: Lunch",
        1,
    ),
    "no day": (f"start,end,title\n{NO_DAY * 3}", "title: Lunch", 3),
    "a title of signs": (f"date,start,end,title\n{SIGNS * 3}", "title: '→'", 1),
    "no title, and a day that is another": (
        f"9:00am\nOpening\nBallroom A\n\n{UNTITLED * 3}",
        "title: Ballroom A",
        2,
    ),
    "one id": (f"BEGIN:VCALENDAR\n{RUN * 3}{RUN.replace('un', 'est')}END:VCALENDAR\n", "title: Run", 1),
}


@pytest.mark.parametrize(("document", "title", "times"), EQUAL_SESSIONS.values(), ids=EQUAL_SESSIONS)
def test_equal_sessions_are_not_added_again(tmp_path: Path, document: str, title: str, times: int) -> None:
    write(tmp_path, {"content/sources/agenda-2024.txt": document})
    assert run(tmp_path)[0].is_written
    assert run(tmp_path)[0].changes == []
    assert (tmp_path / "content/2024/sessions.yaml").read_text().count(title) == times


def test_an_id_that_two_entries_have_links_them_at_no_later_run(tmp_path: Path) -> None:
    talks = (
        "- UID: ann\n  talktitle: Owls by noon\n  abstract: All of owls.\n  session: Keynotes\n"
        "- UID: bob\n  talktitle: Owls by day\n  abstract: Most of owls.\n  session: Keynotes\n"
        "- UID: bob\n  talktitle: Owls by night\n  session: Evening\n"
    )
    write(tmp_path, {"content/sources/talks-2026.yaml": talks})
    assert run(tmp_path)[0].is_written
    assert run(tmp_path)[0].written == []


def test_breaks_of_one_name_that_were_deleted_stay_away(tmp_path: Path) -> None:
    lines = [f"2027-05-0{day},{start}:00,{start}:30,Lunch" for day in (3, 4, 5) for start in (12, 13)]
    programme = "\n".join(["Day,Start,End,Session", *lines, "2027-05-05,14:00,15:00,Flight", ""])
    write(tmp_path, {"content/sources/programme-2027.csv": programme})
    assert run(tmp_path)[0].is_written
    sessions = tmp_path / "content/2027/sessions.yaml"
    items = re.split(r"(?m)^(?=- id: )", sessions.read_text("utf-8"))
    for left in (1, 3, 0):  # of the six
        lunches = [item for item in items if "Lunch" in item]
        without = [item for item in items if item not in lunches[left:]]
        sessions.write_text("".join(without), encoding="utf-8")
        ingested, problems = run(tmp_path)
        assert [change for change in ingested.changes if change.kind == "added"] == []
        assert sessions.read_text("utf-8") == "".join(without)
        assert sum("[deleted-by-hand]" in line for line in problems) == 6 - left


PROGRAMME = """Day,Start,End,Session,Room,Chair,Title
{}2027-05-03,11:00,11:30,Food,Loft,Eva Eff,Counting Mice
"""
TALKS = """2027-05-03,{0},,{1},Silent Wings
2027-05-03,{0},,{1},A Map of Roofs
"""


@pytest.mark.parametrize(
    ("start", "session"),
    [
        ("9:00", "Silent Flight,Barn,Ida Jay"),  # its title is another
        ("9:00", "Silent Flight,Loft,Kim Kay"),  # and its room and chair: its talks are its own
        ("14:00", "Keynote: Flight,Barn,Ida Jay"),  # and its time and kind
    ],
)
def test_a_session_without_a_kind_that_is_retitled_stays_itself(
    tmp_path: Path, start: str, session: str
) -> None:
    papers = (
        "Paper ID,Title,Authors\n3,Silent Wings,Ann Bee\n8,A Map of Roofs,Eva Eff\n11,Counting Mice,Cy Dee\n"
    )
    before = PROGRAMME.format(TALKS.format("9:00", "Flight,Barn,Ida Jay"))
    write(tmp_path, {"content/sources/a-2027.csv": papers, "content/sources/p-2027.csv": before})
    assert run(tmp_path)[0].is_written
    write(tmp_path, {"content/sources/p-2027.csv": PROGRAMME.format(TALKS.format(start, session))})
    changes = [change for change in run(tmp_path)[0].changes if change.entity == "session"]
    assert {change.id for change in changes} == {"flight"}
    assert {change.kind for change in changes} & {"added", "dropped"} == set()


def test_a_saved_page_is_remembered_without_its_places(tmp_path: Path) -> None:
    items = "".join(f"<li><b>Fast trees number {n}</b><br><i>Ann Lee, Bob Roe</i></li>" for n in "abc")
    page = f"<!DOCTYPE html><html><body><h1>Accepted papers 2026</h1><ul>{items}</ul></body></html>"
    write(tmp_path, {"content/sources/accepted-2026.html": page})
    assert run(tmp_path)[0].is_written
    assert run(tmp_path)[0].written == []


def test_equal_rows_of_which_some_are_called_off_are_the_same_again(tmp_path: Path) -> None:
    head = "Session,Kind,Room,Start,Status\n"
    rows = {
        True: "Growth,oral,Hall A,09:00,\n,social,Hall B,,cancelled\n,social,Hall B,,cancelled\n",
        False: "Growth,oral,Hall A,09:00,\n,social,Hall B,,cancelled\n,social,Hall B,,\n",
    }
    shown = []
    for is_off in (False, True, False):
        write(tmp_path, {"content/sources/programme2026.csv": head + rows[is_off]})
        assert main(["ingest", "--project", str(tmp_path)]) == 0
        first = content(tmp_path)
        assert main(["ingest", "--project", str(tmp_path)]) == 0
        assert content(tmp_path) == first
        shown.append(first["content/2026/sessions.yaml"].decode().partition("- id: social")[2])
    kept = "\n  kind: social\n  room: Hall B\n"
    assert shown == [kept, f"{kept}  status: cancelled\n", kept]


def test_equal_papers_of_one_line_keep_their_ids_however_many_they_are(tmp_path: Path) -> None:
    hit = '{"info": {"authors": {"author": {"text": "Eva Eff"}}, "year": "2026"}}'
    papers = f'{{"result": {{"hits": {{"hit": [{", ".join([hit] * 300)}]}}}}}}'
    write(tmp_path, {"content/sources/dblp-2026.json": papers})
    assert run(tmp_path)[0].is_written
    assert len(list((tmp_path / "content/2026/papers").glob("*.yaml"))) == 300
    assert run(tmp_path)[0].written == []


def test_a_track_is_found_by_its_name_where_the_id_of_another_one_is_called_so(tmp_path: Path) -> None:
    rows = "Session,Date,Start,Track\nOwls,2022-05-05,09:00,Life\nMice,2022-05-05,10:00,Life !\n"
    write(tmp_path, {"content/sources/programme2022.csv": rows})
    assert main(["ingest", "--project", str(tmp_path)]) == 0
    first = content(tmp_path)
    assert main(["ingest", "--project", str(tmp_path)]) == 0
    assert content(tmp_path) == first
    assert b"track: life-track" in first["content/2022/sessions.yaml"]
    assert b"- id: life-track\n    name: Life\n" in first["content/2022/conference.yaml"]
