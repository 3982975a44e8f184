"""Text from strangers stays inert, and what people save stays theirs: cases that no other file tries."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from site_gen.app.options import Serve, read_options
from site_gen.app.terminal import printed_lines
from site_gen.content import Plain, write_list, write_mapping
from site_gen.ingest import ingest
from site_gen.ingest.reading.columns.private_values import count_addresses
from site_gen.markup.characters import clean
from site_gen.markup.inert import inert
from site_gen.problems import Place, Problem, ProblemLog
from tests.command import in_project
from tests.rendering import PROJECT
from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TURNING, NOBODY_SEES = "\u202e", "\u200b"
MARKS = re.compile("[\u202a-\u202e\u2066\u2067\u200b\u2060\ufeff]")


def marked(text: str) -> str:
    """A text with a mark that turns it around, and a space that nobody sees."""
    return f"{text[:2]}{TURNING}{text[2:]}{NOBODY_SEES} x"


def write(project: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return project


def everywhere() -> dict[str, str]:
    """A project with the marks in every text that is a name."""
    series: dict[str, Plain] = {"title": marked("Series"), "description": marked("About")}
    person: Plain = {"name": marked("Ann Lee"), "affiliation": marked("Uni"), "role": "chair"}
    conference: dict[str, Plain] = {
        "title": marked("Edition"),
        "first_day": "2026-08-29",
        "time_zone": "UTC",
        "venue": marked("Venue"),
        "location": marked("Town"),
        "description": marked("Words"),
        "tracks": [{"id": "t", "name": marked("Track")}],
        "rooms": [{"id": "r", "name": marked("Hall")}],
        "sponsors": [{"name": marked("Sponsor"), "tier": marked("Gold")}],
        "announcements": [{"date": "2026-01-01", "title": marked("News"), "text": marked("Body")}],
        "proceedings": marked("Proceedings"),
        "publisher": marked("Publisher"),
        "editors": [marked("Editor")],
    }
    paper: dict[str, Plain] = {
        "title": marked("Paper"),
        "authors": [{"name": marked("Bo Li"), "affiliations": [marked("Lab")]}],
        "abstract": marked("Text"),
        "keywords": [marked("key")],
        "note": marked("note"),
    }
    session: dict[str, Plain] = {
        "id": "s",
        "title": marked("Session"),
        "date": "2026-08-29",
        "start": "09:00",
        "end": "10:00",
        "room": marked("Hall"),
        "track": "t",
        "people": [person],
        "note": marked("moved"),
        "description": marked("what"),
        "slots": [{"paper": "p", "note": marked("slot")}, {"title": marked("Talk")}],
    }
    address = "base_url: https://x.example/\nredirects: [{old: old/, new: 2026/}]\n"
    return {
        "content/site.yaml": address + write_mapping(series),
        "content/2026/conference.yaml": write_mapping(conference),
        "content/2026/papers/p.yaml": write_mapping(paper),
        "content/2026/sessions.yaml": write_list([session]),
        "content/2026/awards.yaml": write_list([{"id": "a", "name": marked("Award"), "papers": ["p"]}]),
        "content/pages/about.md": f"---\ntitle: '{marked('Page')}'\n---\n\n# {marked('H')}\n\n<b>raw</b>\n",
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with marks everywhere, built; tests only look at it."""
    made = write(tmp_path_factory.mktemp("marks"), everywhere())
    status, output = in_project(made, "build")
    assert status == 0, output
    return made


POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"


def test_the_policy_stands_first_on_every_page_and_headers_add_what_a_page_cannot_say(project: Path) -> None:
    first = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'.encode()
    pages = list((project / "_site").rglob("*.html"))
    assert [page.name for page in pages if first not in page.read_bytes()[:400]] == []
    assert {"index.html", "404.html"} == {page.name for page in pages}
    assert (project / "_site/old/index.html").read_bytes().count(b"refresh") == 1
    headers = (project / "_site/_headers").read_text(encoding="utf-8")
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n" in headers


def test_pages_have_their_style_from_a_folder_and_break_no_policy(project: Path, browser: Browser) -> None:
    page, messages = browser.new_page(), list[str]()
    page.on("console", lambda message: messages.append(message.text))
    page.goto((project / "_site/2026/papers/p/index.html").as_uri())
    style = "getComputedStyle(document.querySelector('.masthead-site')).display"
    assert page.evaluate(style) == "flex"
    page.close()
    assert [text for text in messages if "Content Security Policy" in text] == []


def test_marks_that_turn_or_that_nobody_sees_are_in_no_output(project: Path) -> None:
    texts = {
        path.relative_to(project / "_site").as_posix(): path.read_text(encoding="utf-8")
        for path in (project / "_site").rglob("*")
        if path.is_file() and path.suffix not in (".png", ".zip", ".ico")
    }
    assert [path for path, text in texts.items() if MARKS.search(text)] == []
    assert len(texts) > 80
    assert r"\<b>raw\</b>" in texts["about/index.md"]
    assert "&lt;b&gt;raw&lt;/b&gt;" in texts["about/index.html"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200bb\u2060c\u200dd\u200ce", "abcde"),
        ("👩\u200d🔬 می\u200cخواهم क्\u200dष", "👩\u200d🔬 می\u200cخواهم क्\u200dष"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
    ],
)
def test_joiners_stay_where_a_script_or_an_emoji_needs_them(text: str, shown: str) -> None:
    assert clean(text) == shown


PIECES = (
    "<b>", "<script>alert(1)</script>", "<!-- x -->", "</p>", "<?php", "`", "``", "```", "~~~", "\n", "\n\n",
    "    ", "- ", "> ", "# ", "[a](", "<x y>", ")", "|", "\\", "a", "<https://x.example/>", "1. ", "---",
    "| a | b |\n|---|---|\n", '"', "[a]: x",
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_reader_of_markdown_finds_html_in_words_of_organisers(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(inert(text))
    inside = [each for token in tokens for each in (token, *(token.children or ()))]
    assert [each.content for each in inside if each.type in ("html_block", "html_inline")] == []


def test_code_keeps_its_tags_and_links_their_targets() -> None:
    text = "Use `<b>` for <b>:\n\n```html\n<b>x</b>\n```\n\n[a](<x y.pdf>) <https://x.example/> 1 < 2\n"
    assert inert(text) == (
        "Use `<b>` for \\<b>:\n\n```html\n<b>x</b>\n```\n\n[a](x%20y.pdf) <https://x.example/> 1 < 2\n"
    )


def test_an_address_with_a_quoted_name_is_private() -> None:
    assert count_addresses('Ann "ann bee"@mail.example, "b"@x.example, said "no" @ home.') == 2


def test_a_key_that_only_looks_right_is_shown_with_its_code_point(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": "title: S\n", "content/2026/papers/a.yaml": "tit\u04cfe: A\n"})
    assert in_project(tmp_path, "build")[1].splitlines()[:2] == [
        "content/2026/papers/a.yaml:1:1: error: unknown key 'tit\u04cfe' ('\u04cf' is U+04CF) [unknown-key]",
        "    hint: did you mean 'title'?",
    ]


def test_of_very_many_warnings_of_one_kind_ten_are_printed_and_counted() -> None:
    many = [Problem("warning", "odd", f"odd {number}", Place("a.yaml", number)) for number in range(1, 1001)]
    few = [Problem("warning", "rare", "rare", Place("b.yaml", number)) for number in range(1, 21)]
    error = Problem("error", "odd", "wrong", Place("c.yaml"))
    assert list(printed_lines([*many, *few, error])) == [
        *map(str, [*many[:10], *few, error]),
        "… and 990 more warnings of this kind [odd]",
    ]


def test_what_somebody_saves_while_ingest_reads_is_kept(tmp_path: Path) -> None:
    """The editor saves at the last moment before files are written: when all the rest was merged."""
    source = "@inproceedings{a, title={Fast Trees}, author={Ann Bee}, year={2026}}\n"
    write(tmp_path, {"content/site.yaml": "title: S\n", "content/sources/2026.bib": source})
    assert in_project(tmp_path, "ingest")[0] == 0
    write(tmp_path, {"content/sources/2026.bib": source.replace("Fast", "Faster")})
    paper = tmp_path / "content/2026/papers/fast-trees.yaml"
    saved = paper.read_text(encoding="utf-8") + "keywords: [oak]\n"

    def saving(_files: Sequence[str]) -> Collection[str]:
        paper.write_text(saved, encoding="utf-8")
        return ()

    problems = ProblemLog()
    ingest(tmp_path, problems, tracked=saving)
    assert [str(problem).splitlines()[0] for problem in problems.errors] == [
        "content/2026/papers/fast-trees.yaml: error: this file was saved while it was read; it keeps what "
        "was saved, and nothing was written [saved-meanwhile]"
    ]
    assert paper.read_text(encoding="utf-8") == saved
    assert in_project(tmp_path, "ingest")[0] == 0
    assert paper.read_text(encoding="utf-8") == saved.replace("Fast Trees", "Faster Trees")


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    alone = ["unshare", "--net", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("this system gives no network of its own to a process (unshare --net)")
    write(tmp_path, {"content/site.yaml": "title: S\n", "content/2026/papers/a.yaml": "title: A\n"})
    command = [*alone, sys.executable, str(PROJECT / "build.py"), "--project", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "_site/2026/papers/a/index.html").is_file()


# Of a page beside its text: its colours, what the end of a sheet may cut, addresses that are not printed.
PRINTED = """() => ({
  around: [...document.querySelectorAll("nav, .masthead, footer, form, button")]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height)
    .map((part) => part.className),
  text: getComputedStyle(document.body).color,
  paper: getComputedStyle(document.documentElement).backgroundColor,
  cut: [...document.querySelectorAll(".session-card, .slot")]
    .filter((part) => part.getBoundingClientRect().height < 300)
    .filter((part) => getComputedStyle(part).breakInside !== "avoid")
    .map((part) => part.className),
  links: [...document.querySelectorAll("main a[href^=http]")]
    .filter((link) => !getComputedStyle(link, "::after").content.includes(link.href))
    .map((link) => link.href),
})"""


def test_a_printed_schedule_is_black_on_white_without_menus_and_cuts_no_session(
    browser: Browser, real_site: str
) -> None:
    with window(browser, color_scheme="dark", viewport={"width": 680, "height": 1000}) as (_, page):
        page.emulate_media(media="print")
        page.goto(f"{real_site}2022/schedule/2022-08-29/")
        assert page.evaluate(PRINTED) == {
            "around": [],
            "text": "rgb(0, 0, 0)",
            "paper": "rgb(255, 255, 255)",
            "cut": [],
            "links": [],
        }


def test_words_and_times_of_yaml_are_shown_as_they_are_written(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": "title: S\n",
        "content/2026/conference.yaml": "title: S 2026\nlocation: NO\nvenue: 1.10\n",
        "content/2026/papers/a.yaml": "title: 0x1F\nauthors: [Ann No, 'No']\n",
        "content/2026/sessions.yaml": "- id: s\n  title: on\n  date: 2026-05-04\n  start: 8:45\n",
    }
    assert in_project(write(tmp_path, files), "build")[0] == 0
    page = (tmp_path / "_site/2026/sessions/s/index.html").read_text("utf-8")
    assert [page.count(each) > 0 for each in (">on</h1>", ">08:45<")] == [True, True]
    paper = (tmp_path / "_site/2026/papers/a/index.html").read_text("utf-8")
    assert [paper.count(each) > 0 for each in (">0x1F</h1>", ">Ann No</a>", ">No</a>")] == [True, True, True]
    edition = (tmp_path / "_site/2026/index.html").read_text("utf-8")
    assert [re.search(each, edition) is not None for each in (r"\bNO\b", r"\b1\.10\b")] == [True, True]


def test_a_title_of_ten_thousand_characters_has_a_page(tmp_path: Path) -> None:
    long = ("Fast Trees " * 910).strip()
    session = f"- {{id: s, title: {long}, date: 2026-05-04, room: {long}, slots: [{{paper: p}}]}}\n"
    paper = f"title: {long}\nauthors: [{long}]\n"
    files = {"content/2026/papers/p.yaml": paper, "content/2026/sessions.yaml": session}
    write(tmp_path, {"content/site.yaml": "title: S\n", **files})
    status, output = in_project(tmp_path, "build")
    assert status == 0, output
    assert max(len(path.name.encode()) for path in (tmp_path / "_site").rglob("*")) <= 120
    (room,) = (tmp_path / "_site/2026/rooms").iterdir()
    assert room.name == "-".join(["fast-trees"] * 5) + "-fast"
    assert f"{long}</h1>" in (tmp_path / "_site/2026/papers/p/index.html").read_text("utf-8")


def test_a_preview_listens_to_this_computer_alone() -> None:
    options = read_options(["serve"], Path())
    assert isinstance(options, Serve)
    assert options.host == "127.0.0.1"
