"""Check: a published folder that is not as it was built, leads nowhere, or counts differently."""

from __future__ import annotations

import functools
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.check import Checked, check
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.publish import MANIFEST, Entry, Manifest


def page(body: str = "", head: str = "") -> str:
    """A page with all that every page must have; `body` begins in line 2."""
    return (
        f'<!doctype html><html lang="en"><head>{head}<title>T</title></head><body><h1>T</h1>\n{body}</body>'
    )


def project(folder: Path, files: dict[str, str]) -> Path:
    """A project with these published files and a manifest that lists them."""
    write(folder, {"content/site.yaml": "title: X\n"})
    entries = []
    for path, text in files.items():
        write(folder / "_site", {path: text})
        entries.append(Entry(path, len(text.encode()), hashlib.sha256(text.encode()).hexdigest()))
    (folder / "_site").mkdir(exist_ok=True)
    (folder / "_site" / MANIFEST).write_bytes(Manifest.of(entries).to_bytes())
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def reported(folder: Path, against: str | None = None) -> list[str]:
    """What a check of the project says."""
    problems = ProblemLog()
    check(folder, folder / "_site", problems, against)
    return [line for problem in problems.all for line in str(problem).splitlines()]


def test_a_page_that_was_read_before_is_checked_as_when_it_was_read(tmp_path: Path) -> None:
    files = {"index.html": page('<a href="gone/">x</a><p id="a"></p><a href="#b">b</a><p style="x"></p>')}
    first = reported(project(tmp_path, files))
    assert len(first) == 3
    assert reported(tmp_path) == first
    assert (tmp_path / ".plenary/checked").is_file()
    assert reported(tmp_path) == first
    assert reported(project(tmp_path, {"index.html": page("<p>")})) == []


def test_what_is_wrong_in_many_pages_is_told_the_same_whoever_read_them(tmp_path: Path) -> None:
    files = {f"{number}/index.html": page('<a href="../0/">ok</a>') for number in range(250)}
    folder = project(tmp_path, files | {"17/index.html": page('<a href="../gone/">no</a>')})
    write(folder / "_site", {"30/index.html": page('<a href="../lost/">x</a>')})
    (folder / "_site/40/index.html").unlink()
    (folder / "_site/200/index.html").write_bytes(b"\xff")
    wrong = [
        "17/index.html:2: error: a link leads to 'gone/', where the site has no file [broken-link]",
        "200/index.html: error: this is not the file that was built: 1 bytes instead of 106 [changed-file]",
        "    hint: build again",
        "200/index.html: error: the page is not UTF-8 [not-utf8]",
        "    hint: build again",
        "30/index.html: error: this is not the file that was built: 108 bytes instead of 106 [changed-file]",
        "    hint: build again",
        "30/index.html:2: error: a link leads to 'lost/', where the site has no file [broken-link]",
        "40/index.html: error: the manifest lists this file, but it is not there [missing-file]",
        "    hint: build again",
    ]
    assert reported(folder) == wrong
    assert reported(folder) == wrong


def test_a_sound_folder_is_counted(tmp_path: Path) -> None:
    files = {
        "index.html": page(
            '<a href="2022/">e</a> <a href="https://a.example">x</a> <a href="mailto:a@b.c">m</a>'
        ),
        "2022/index.html": page(
            '<a href="../#top">up</a> <a href="../2022/index.html?q=1#id">me</a> <img src="../a.png">\n'
            '<p id="id"></p> <a href="">here</a> <img srcset="../a.png 1x, ../a.png 2x" alt="">'
        ),
        "a.png": "",
    }  # fmt: skip
    problems = ProblemLog()
    folder = project(tmp_path, files)
    write(tmp_path, {"_site/CNAME": "x.example", "_site/.git/config": "", "_site/.git/HEAD": ""})

    assert check(folder, folder / "_site", problems) == Checked(
        files=3, pages=2, links=7, external=1, foreign=2
    )
    assert problems.all == []


def test_changed_and_missing_files_are_named(tmp_path: Path) -> None:
    folder = project(tmp_path, {"index.html": page("aaaa"), "a.txt": "1", "b/c.txt": "2", "d.txt": "3"})
    write(folder / "_site", {"index.html": page("aaab"), "a.txt": "12"})
    (folder / "_site/b/c.txt").unlink()

    assert reported(folder) == [
        "a.txt: error: this is not the file that was built: 2 bytes instead of 1 [changed-file]",
        "    hint: build again",
        "b/c.txt: error: the manifest lists this file, but it is not there [missing-file]",
        "    hint: build again",
        "index.html: error: this is not the file that was built: its bytes differ (sha256) [changed-file]",
        "    hint: build again",
    ]


def test_links_and_anchors_lead_somewhere(tmp_path: Path) -> None:
    files = {
        "index.html": page(
            '<a href="a/">ok</a> <a href="a">ok</a> <a href="b/">no</a>\n'
            '<a href="a/#there">ok</a>\n<a href="a/#nowhere">no</a>\n<a href="../x/">out</a>'
            '<template><a href="#made-by-a-script">ok</a></template>'
        ),
        "a/index.html": page('<p id="there"></p>\n<a href="../b/">no</a>\n<img src="x.png" alt="">'),
    }
    assert reported(project(tmp_path, files)) == [
        "a/index.html:3: error: a link leads to 'b/', where the site has no file (and on 1 more page) "
        "[broken-link]",
        "a/index.html:4: error: a link leads to 'a/x.png', where the site has no file [broken-link]",
        "index.html:4: error: a link leads to 'a/#nowhere', where no element has this id [missing-anchor]",
        "index.html:5: error: the link '../x/' leads out of the site [broken-link]",
    ]  # fmt: skip


def test_links_keep_to_the_sub_path_that_the_home_page_names(tmp_path: Path) -> None:
    files = {
        "index.html": page(
            '<a href="/2022/a/">ok</a> <a href="https://x.example/2022/a/">ok</a>\n<a href="/a/">out</a>\n'
            '<a href="https://x.example/2022">ok</a>\n<a href="https://x.example/2022/b/">no</a>',
            '<link rel="canonical" href="https://x.example/2022/">',
        ),
        "a/index.html": page(),
    }
    assert reported(project(tmp_path, files)) == [
        "index.html:3: error: the link '/a/' leads out of the site [broken-link]",
        "index.html:5: error: a link leads to 'b/', where the site has no file [broken-link]",
    ]


def test_pages_load_nothing_from_elsewhere_and_hold_no_script_or_style(tmp_path: Path) -> None:
    body = """<script>alert(1)</script>
<style>p {}</style>
<p style="color: red" onclick="x()">
<script type="application/ld+json">{"a": 1}</script>
<script src="https://cdn.example/x.js"></script>
<img src="//cdn.example/x.png" alt="">
<a href="javascript:x()">x</a>"""
    head = '<link rel="stylesheet" href="https://fonts.example/x.css"><link rel="license" href="https://l.example">'

    rule = "pages hold no script or style of their own"
    assert reported(project(tmp_path, {"index.html": page(body, head)})) == [
        "index.html:1: error: the page loads 'https://fonts.example/x.css', which is not of this site: "
        "browsers block it; to allow it, write into content/site.yaml allow: "
        "{style: [https://fonts.example]} [third-party-load]",
        f"index.html:2: error: a script element: {rule} [inline-script]",
        f"index.html:3: error: a style element: {rule} [inline-style]",
        f"index.html:4: error: onclick on <p>: {rule} [inline-handler]",
        f"index.html:4: error: a style attribute on <p>: {rule} [inline-style]",
        "index.html:6: error: the page loads 'https://cdn.example/x.js', which is not of this site: "
        "browsers block it; to allow it, write into content/site.yaml allow: {script: [https://cdn.example]} "
        "[third-party-load]",
        "index.html:7: error: the page loads '//cdn.example/x.png', which is not of this site: "
        "browsers block it; to allow it, write into content/site.yaml allow: {image: [https://cdn.example]} "
        "[third-party-load]",
        "index.html:8: error: a javascript: address [inline-script]",
    ]


def test_every_page_has_language_title_one_h1_and_ids_once(tmp_path: Path) -> None:
    files = {
        "a.html": '<html lang="en"><title>A</title><h1 id="x">A</h1>\n<h1 id="x">B</h1>',
        "b.html": "<html><title> </title>",
    }
    assert reported(project(tmp_path, files)) == [
        "a.html:2: error: the id 'x' stands twice, first in line 1 [duplicate-id]",
        "a.html:2: error: the page has a second h1 [several-h1]",
        "b.html:1: error: the page has no h1 [no-h1]",
        "b.html:1: error: the page does not tell its language (html lang) [no-language]",
        "b.html:1: error: the page has no title [no-title]",
    ]


def test_a_page_that_organisers_publish_as_it_is_needs_no_heading(tmp_path: Path) -> None:
    folder = project(tmp_path, {"google1.html": "google-site-verification: google1.html"})
    write(folder, {"static/root/google1.html": "google-site-verification: google1.html"})

    assert reported(folder) == []


def test_exports_count_as_many_things_as_there_are_pages(tmp_path: Path) -> None:
    canonical = '<link rel="canonical" href="https://x.example/">'
    moved = '<meta http-equiv="refresh" content="0; url=../b/">'
    files = {
        "index.html": page(head=canonical),
        "2022/papers/index.html": page(),
        "2022/papers/a/index.html": page(),
        "2022/papers/b/index.html": page(),
        "2022/papers/old/index.html": page(head=moved),
        "authors/ann/index.html": page(),
        "404.html": page(),
        "2022/conference.json": '{"papers": [{"id": "a", "url": "2022/papers/a/"},'
        ' {"id": "c", "url": "2022/c/"}], "sessions": []}',
        "2022/papers.bib": "@string{x = 1}\n@article{a,\n}\n",
        "authors.json": '[{"id": "ann", "url": "authors/ann/"},\n',
        "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://x.example/</loc></url><url><loc>https://x.example/</loc></url>"
        "<url><loc>https://x.example/2022/papers/</loc></url><url><loc>https://x.example/x/</loc></url>"
        "<url><loc>https://x.example/2022/papers/a/</loc></url></urlset>",
        "feed.xml": "<a>\n<b></a>",
    }  # fmt: skip
    assert reported(project(tmp_path, files)) == [
        "2022/conference.json: error: the url '2022/c/' leads to no file of the site [broken-link]",
        "2022/conference.json: error: 2 papers here, 2 pages of papers: no page of 'c'; only a page of 'b' "
        "[counts-differ]",
        "    hint: build again",
        "2022/papers.bib: error: 1 entry here, 2 papers in 2022/conference.json [counts-differ]",
        "    hint: build again",
        "authors.json:2:1: error: not JSON: Expecting value [broken-json]",
        "feed.xml:2:6: error: not XML: mismatched tag [broken-xml]",
        "sitemap.xml: error: 'https://x.example/x/' is no page of the site [broken-link]",
        "sitemap.xml: error: 'index.html' stands twice [counts-differ]",
        "sitemap.xml: error: 5 addresses here, 5 pages: no address of '2022/papers/b/index.html', "
        "'authors/ann/index.html' [counts-differ]",
        "    hint: build again",
    ]


def test_a_vanished_address_is_an_error_until_a_redirect_says_where_it_went(tmp_path: Path) -> None:
    moved = page(head='<meta http-equiv="refresh" content="0; url=../new/">')
    before = project(
        tmp_path / "before",
        {
            "index.html": page(),
            "2022/papers/graph-nets/index.html": page(),
            "2022/papers/graph-nets/graph-nets.bib": "",
            "2022/papers/moved/index.html": page(),
            "2022/papers/moved/moved.bib": "",
            "slides.pdf": "",
            "assets/site.1.css": "",
        },
    )
    now = project(
        tmp_path / "now",
        {
            "index.html": page(),
            "2022/papers/graph-networks/index.html": page(),
            "2022/papers/moved/index.html": moved,
            "2022/papers/new/index.html": page(),
            "assets/site.2.css": "",
        },
    )
    assert reported(now, against=f"{before}/_site") == VANISHED
    with served(before / "_site") as address:
        assert reported(now, against=address) == VANISHED


def test_files_that_one_line_keeps_are_one_problem(tmp_path: Path) -> None:
    pages = dict.fromkeys(
        ["index.html", "2022/papers/a/index.html", "2022/sessions/s/index.html", "authors/ann/index.html"],
        page(),
    )
    paper = {"2022/papers/a/a.bib": "", "2022/papers/a/a.csl.json": "[]", "2022/papers/a/a.ris": ""}
    session = {"2022/sessions/s/s.bib": "", "2022/sessions/s/s.ics": "", "2022/sessions/s/s.ris": ""}
    person = {"authors/ann/ann.bib": "", "authors/ann/calendar.ics": "", "authors/ann/index.md": ""}
    before = project(tmp_path / "before", {**pages, **paper, **session, **person})
    against = f"{before}/_site"
    usual = project(tmp_path / "usual", {**pages, "2022/papers/a/a.bib": ""})
    assert reported(usual, against) == [
        "content/site.yaml: error: '2022/papers/a/a.csl.json' and 6 more addresses are published, and this "
        "build has them no more [address-vanished]",
        "    hint: `exports: all` in content/site.yaml keeps them",
        "content/site.yaml: error: the address '2022/sessions/s/s.ics' is published, and this build has it "
        "no more [address-vanished]",
        "    hint: say where it went, under `redirects:` in content/site.yaml: "
        "- {old: 2022/sessions/s/s.ics, new: 2022/sessions/s/}",
    ]
    of_all = project(
        tmp_path / "all", {**pages, **paper, **session, "authors/ann/ann.bib": "", "authors/ann/index.md": ""}
    )
    assert reported(of_all, against) == [
        "content/site.yaml: error: the address 'authors/ann/calendar.ics' is published, and this build has "
        "it no more [address-vanished]",
        "    hint: say where it went, under `redirects:` in content/site.yaml: "
        "- {old: authors/ann/calendar.ics, new: authors/ann/}",
    ]


VANISHED = [
    "content/site.yaml: error: the address '2022/papers/graph-nets/' is published, and this build has it "
    "no more [address-vanished]",
    "    hint: say where it went, under `redirects:` in content/site.yaml: "
    "- {old: 2022/papers/graph-nets/, new: 2022/papers/graph-networks/}",
    "content/site.yaml: error: the address 'slides.pdf' is published, and this build has it "
    "no more [address-vanished]",
    "    hint: publish it again, for instance as static/root/slides.pdf",
]  # fmt: skip


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has above
        """Say nothing."""


def test_nothing_to_check_or_to_compare_with_ends_the_command(tmp_path: Path) -> None:
    folder = project(tmp_path, {"index.html": page()})
    write(tmp_path, {"other/index.html": page(), "broken/build-manifest.json": "[]"})

    def stopped(out: str, against: str | None = None) -> tuple[ExitStatus, str]:
        with pytest.raises(Stop) as stop:
            check(folder, tmp_path / out, ProblemLog(), against)
        return stop.value.status, str(stop.value).replace(str(tmp_path), "…")

    usage, environment = ExitStatus.USAGE, ExitStatus.ENVIRONMENT
    assert stopped("none") == (usage, "there is no folder …/none to check")
    assert stopped("other") == (usage, "…/other is not a published site: it has no build-manifest.json")
    assert stopped("broken") == (usage, "the build-manifest.json of …/broken is not one of ours")
    assert stopped("_site", f"{tmp_path}/other") == (usage, "there is no build-manifest.json in …/other")
    with served(tmp_path / "other") as address:
        expected = (environment, f"{address}build-manifest.json answers 404")
        assert stopped("_site", address) == expected
    assert stopped("_site", "http://127.0.0.1:1")[0] == environment


def test_links_that_content_says_are_reported_where_they_are_written(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "content/site.yaml": "title: X\nbase_url: https://x.example/2022/\n",
            "content/2022/papers/a.yaml": "title: A\nabstract: |\n  See\n  [b](https://x.example/2022/b/).\n",
            "content/2022/pages/venue.md": "---\ntitle: Venue\n---\n\n[p](papers/#none)\n",
            "content/2022/sessions.yaml": "- id: one\n  title: One\n  slots:\n  - paper: missing\n",
        },
    )
    session = (tmp_path / "content/2022/sessions.yaml").read_text()
    write(tmp_path, {"content/2022/sessions.yaml": session.replace("missing", "a")})
    assert build(tmp_path, tmp_path / "_site", ProblemLog()) is not None
    write(tmp_path, {"content/2022/sessions.yaml": session})

    assert reported(tmp_path) == [
        "content/2022/conference.yaml: warning: 1 paper of 1 in no session: a [unscheduled]",
        "    hint: give each a slot in a session: paper: <id>",
        "content/2022/pages/venue.md:5: error: a link leads to '2022/papers/#none', where no element has "
        "this id, on 2022/venue/index.html [missing-anchor]",
        "content/2022/papers/a.yaml:4: error: a link leads to 'b/', where the site has no file, "
        "on 2022/booklet/index.html (and on 2 more pages) [broken-link]",
        "content/2022/sessions.yaml:4:5: error: no paper 'missing' [unknown-paper]",
        "    hint: the edition has 1 paper: name one, or bring this one back",
    ]  # fmt: skip


def test_a_site_of_one_edition_that_is_built_for_an_address_is_sound(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": "title: X\n", "content/2022/papers/a.yaml": "title: A\n"})
    assert build(tmp_path, tmp_path / "_site", ProblemLog(), base_url="https://x.example/y/") is not None
    assert reported(tmp_path) == []


def test_papers_in_no_session_and_talks_that_are_papers_are_named(tmp_path: Path) -> None:
    folder = project(tmp_path, {"index.html": page()})
    edition = "content/2026/"
    papers = {name: f"title: {name.title()} in the Dark\n" for name in ("owls", "moss", "lamps")}
    write(folder, {f"{edition}papers/{name}.yaml": text for name, text in papers.items()})
    slots = "  slots:\n    - paper: owls\n    - title: Moss in the dark\n"
    write(
        folder,
        {f"{edition}conference.yaml": "title: X 2026\n", f"{edition}sessions.yaml": f"- id: a\n{slots}"},
    )
    assert [line for line in reported(folder) if "content/2026" in line] == [
        "content/2026/conference.yaml: warning: 2 papers of 3 in no session: lamps, moss [unscheduled]",
        "content/2026/sessions.yaml: warning: 'Moss in the dark' is the title of the paper 'moss', "
        "which is not linked here [talk-of-paper]",
    ]
