"""Where a page is edited and what is missing or doubtful, as the preview of a real project tells it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.preview.places import Shown, place_of
from site_gen.preview.report import report_page
from site_gen.problems import Place, Problem
from tests.rendering import links, shown
from tests.test_preview import Preview, _read, eventually, write

CONTENT = {
    "content/site.yaml": "title: Owls\n",
    "content/authors.yaml": "- id: cy-dee\n  name: Cy Dee\n- id: ann-bee\n  name: Ann Bee\n",
    "content/2027/conference.yaml": "# The edition\ntitle: Owls 2027\nrooms:\n  - id: aula\n    name: Aula\n",
    "content/2027/papers/trees.yaml": "# A paper\nauthors: [Ann Bee]\ntitle: Trees\n",
    "content/2027/sessions.yaml": "- id: opening\n  room: Aula\n\n- id: closing\n  date: 2027-05-03\n",
    "content/2027/pages/travel.md": "---\norder: 1\ntitle: Travel\n---\nBy train.\n",
    "content/sources/2027.bib": "@inproceedings{a, title={Birds <b>}, author={Ann Bee}, year={2027}}\n"
    "@inproceedings{b, author={Eva Eff}, year={2027}}\n",
}


@contextmanager
def previewing(project: Path, host: str = "127.0.0.1") -> Iterator[Preview]:
    """The preview of a project, as the command shows it, after its first build."""
    for name, text in CONTENT.items():
        write(project, name, text)
    build = str(Path(__file__).parent.parent / "build.py")
    command = [sys.executable, build, "--project", str(project), "serve", "--port", "0", "--host", host]
    process = subprocess.Popen(command, stdout=-1, stderr=subprocess.STDOUT, text=True)
    assert process.stdout
    lines: Queue[str] = Queue()
    reader = Thread(target=_read, args=(process.stdout, lines))
    reader.start()
    try:
        port = int(re.split(r"[:/]+", lines.get(timeout=10))[2])
        preview = Preview(project, process, lines, port)
        preview.logged("Built")
        yield preview
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stdout.close()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(tmp_path_factory.mktemp("a project")) as running:
        yield running


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "content/site.yaml:1"),
        ("/2027/", "content/2027/conference.yaml:2:1"),
        ("/2027/papers/trees/", "content/2027/papers/trees.yaml:3:1"),
        ("/2027/sessions/closing/", "content/2027/sessions.yaml:4:3"),
        ("/2027/schedule/2027-05-03/", "content/2027/sessions.yaml:1"),
        ("/2027/rooms/aula/", "content/2027/conference.yaml:4:5"),
        ("/2027/travel/", "content/2027/pages/travel.md:3:1"),
        ("/authors/ann-bee/", "content/authors.yaml:3:3"),
    ],
)
def test_every_page_tells_where_it_is_edited(preview: Preview, address: str, place: str) -> None:
    page = preview.ask(address)[1]
    assert shown(page, "#plenary-bar code") == [place]
    line = place.split(":")[1]
    file = f"{preview.project}/{place.split(':')[0]}".replace(" ", "%20")
    assert links(page, "#plenary-bar a") == {
        "Open in VS Code": f"vscode://file{file}:{line}",
        "What is missing or doubtful": "/report/",
    }


def test_nothing_is_published(preview: Preview) -> None:
    assert not (preview.project / "_site").exists()


def test_the_report_lists_what_is_open_with_its_place(preview: Preview) -> None:
    answer, page = preview.ask("/report/")
    assert (answer.status, shown(page, "h1")) == (200, ["Report"])
    assert shown(page, "h2") == ["Warnings (1)", "Missing (3)"]
    assert list(zip(shown(page, "strong"), places(page), strict=True)) == [
        ("the entry 'b' has no title", ["content/sources/2027.bib:2"]),
        ("abstract of birds-b", ["content/2027/papers/birds-b.yaml:1", "content/sources/2027.bib:1"]),
        ("abstract of eva-eff", ["content/2027/papers/eva-eff.yaml:1", "content/sources/2027.bib:2"]),
        ("title of eva-eff", ["content/2027/papers/eva-eff.yaml:1", "content/sources/2027.bib:2"]),
    ]


INGEST_REPORT = """
documents:
  - document: content/sources/a.txt
    counts_disagree: says 12, 11 found (content/sources/a.txt:3)
    doubtful:
      - records: [content/sources/a.txt:5, content/sources/b.txt:7]
        why: <b>equal titles</b>
    missing:
      - what: time of opening
        at: content/sources/a.txt:9
cut_abstracts:
  - paper: trees
    at: content/sources/a.txt:20
similar_names:
  - names: [Ann Bee, Anne Bee]
    at: [content/sources/a.txt:5, content/sources/b.txt:7]
filled_slots:
  - session: opening
    position: "2"
    paper: trees
    why: the only one left
    at: content/sources/b.txt:8
"""


def test_the_report_shows_every_sort_of_doubt(tmp_path: Path) -> None:
    for name, text in CONTENT.items():
        write(tmp_path, name, text)
    write(tmp_path, "content/2027/ingest-report.yaml", INGEST_REPORT)
    warning = Problem("warning", "x", "<i>odd</i>", Place("content/site.yaml", 1), "mend it")
    page = report_page([warning], Shown(tmp_path, here=False)).html.decode()
    assert list(zip(shown(page, "strong"), places(page), strict=True)) == [
        ("<i>odd</i>", ["content/site.yaml:1"]),
        ("time of opening", ["content/2027/sessions.yaml:1:3", "content/sources/a.txt:9"]),
        ("<b>equal titles</b>", ["content/sources/a.txt:5", "content/sources/b.txt:7"]),
        ("says 12, 11 found (content/sources/a.txt:3)", ["content/sources/a.txt"]),
        ("trees", ["content/2027/papers/trees.yaml:1:1", "content/sources/a.txt:20"]),
        ("Ann Bee · Anne Bee", ["content/sources/a.txt:5", "content/sources/b.txt:7"]),
        ("trees in slot 2 of opening", ["content/sources/b.txt:8"]),
    ]


def test_what_a_hand_wrote_is_missing_no_more(tmp_path: Path) -> None:
    missing = [f"      - what: {what}" for what in ("title of trees", "abstract of trees", "time of opening")]
    write(tmp_path, "content/site.yaml", "title: Owls\n")
    write(tmp_path, "content/2027/papers/trees.yaml", "title: Trees\n")
    write(tmp_path, "content/2027/sessions.yaml", "- id: opening\n  start: 09:00\n")
    report = "\n".join(["documents:", "  - document: x.txt", "    missing:", *missing])
    write(tmp_path, "content/2027/ingest-report.yaml", f"{report}\n")
    page = report_page([], Shown(tmp_path, here=True)).html.decode()
    assert shown(page, "strong") == ["abstract of trees"]


@pytest.mark.parametrize("text", ["", "documents: x\n", "documents: [x, {missing: {a: b}}]\n", "{", "- x\n"])
def test_a_report_that_somebody_changed_breaks_nothing(tmp_path: Path, text: str) -> None:
    write(tmp_path, "content/site.yaml", "title: Owls\n")
    write(tmp_path, "content/2027/ingest-report.yaml", text)
    page = report_page([], Shown(tmp_path, here=True)).html.decode()
    assert "Nothing is missing or doubtful." in page


def places(page: str) -> list[list[str]]:
    """The places of each thing in the report."""
    items = LexborHTMLParser(page).css("li")
    return [[code.text() for code in item.css("code")] for item in items]


def test_the_report_is_found_without_its_last_slash(preview: Preview) -> None:
    answer, _ = preview.ask("/report")
    assert (answer.status, answer.getheader("Location")) == (302, "/report/")


def test_the_report_follows_what_is_mended(tmp_path: Path) -> None:
    with previewing(tmp_path) as running:
        running.save("content/2027/papers/trees.yaml", "title: Trees\ntracks: none\n")
        eventually(lambda: "content/2027/papers/trees.yaml:2" in running.ask("/report/")[1])
        assert shown(running.ask("/report/")[1], "h2")[0] == "Errors (1)"
        running.save("content/2027/papers/trees.yaml", "title: Trees\n")
        eventually(lambda: "Errors" not in running.ask("/report/")[1])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("content/a b.csv:12", Place("content/a b.csv", 12)),
        ("content/a.csv:12:3", Place("content/a.csv", 12, 3)),
        ("content/a.csv", Place("content/a.csv")),
        ("", Place("")),
    ],
)
def test_a_place_is_read_as_reports_write_it(text: str, place: Place) -> None:
    assert place_of(text) == place


def test_others_in_the_network_see_no_folder_of_this_computer(tmp_path: Path) -> None:
    write(tmp_path, "content/site.yaml", "title: Owls\n")
    place = Place("content/site.yaml", 1)
    assert Shown(tmp_path, here=False).html(place) == "<code>content/site.yaml:1</code>"
    assert "vscode" in Shown(tmp_path, here=True).html(place)
    assert Shown(tmp_path, here=True).html(Place("<b>", 1)) == "<code>&lt;b&gt;:1</code>"
