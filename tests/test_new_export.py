"""An export is one module and one line: the one of CONTRIBUTING.md, added to a copy of the program."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.newcomer import copy_of_program, files_of, register, run, write_all
from tests.test_floors import breaches

FILES = {
    "content/site.yaml": "title: S\n",
    "content/2026/conference.yaml": "title: S 2026\n",
    "content/2026/papers/fast-trees.yaml": "title: Fast Trees\nkeywords: [forests, speed]\n",
}
ROUTE = "2026/keywords.json"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the export of CONTRIBUTING.md."""
    folder = copy_of_program(tmp_path_factory.mktemp("program"))
    write_all(folder, files_of("An export"))
    source = "site_gen.exports.data.keywords_json"
    register(folder / "site_gen/exports/__init__.py", "KEYWORDS_JSON", source, "AUTHORS_JSON")
    return folder


@pytest.fixture(scope="module")
def site(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of a project that was built with it."""
    project = tmp_path_factory.mktemp("project")
    write_all(project, FILES)
    built = run(program, project, "build")
    assert (built.stderr, built.returncode) == ("", 0)
    return project / "_site"


def test_it_keeps_the_floors(program: Path) -> None:
    assert breaches(program / "site_gen") == []


def test_it_is_published_and_in_the_manifest(site: Path) -> None:
    assert json.loads((site / ROUTE).read_text(encoding="utf-8")) == ["forests", "speed"]
    assert ROUTE in (site / "build-manifest.json").read_text(encoding="utf-8")


def test_the_data_page_says_what_it_is(site: Path) -> None:
    page = LexborHTMLParser((site / "data/index.html").read_text(encoding="utf-8"))
    found = page.css_first("#keywords-json")
    assert found is not None
    section = found if found.parent is None else found.parent
    words = section.text(separator=" ", strip=True)
    for text in ("Keywords as JSON", "The keywords of an edition’s papers.", "JSON, RFC 8259", ROUTE):
        assert text in words


def test_the_page_of_its_subject_names_it(site: Path) -> None:
    page = LexborHTMLParser((site / "2026/index.html").read_text(encoding="utf-8"))
    (link,) = [each for each in page.css("link[rel=alternate]") if each.attributes["href"] == f"../{ROUTE}"]
    assert (link.attributes["type"], link.attributes["title"]) == ("application/json", "Keywords as JSON")


def test_the_check_reads_it(program: Path, site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(site.parent, tmp_path / "copy") / "_site"
    ended = run(program, site.parent, "check")
    assert (ended.stderr, ended.returncode) == ("", 0)
    (site / ROUTE).write_text("[1,\n", encoding="utf-8")
    ended = run(program, site.parent, "check")
    assert f"{ROUTE}:2:1: error: not JSON: Expecting value [broken-json]" in ended.stderr
