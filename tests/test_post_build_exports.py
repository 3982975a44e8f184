"""What is made of the finished output: told truly, and made again only when that changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from site_gen import planning
from site_gen.build import build
from site_gen.exports import POST_BUILD_EXPORTS
from site_gen.problems import ProblemLog
from site_gen.site import Output, PostBuildExport, Subject
from site_gen.site.subjects import PartOf

FILES = {
    "site.yaml": "title: S\n",
    "2026/conference.yaml": "title: S 2026\nfirst_day: 2026-05-18\n"
    "sponsors:\n  - name: Acme\n    tier: Gold\n    logo: acme.svg\n",
    "2026/papers/first.yaml": "title: First\nauthors:\n  - name: Ada Byron\n",
    "2025/conference.yaml": "title: S 2025\n",
    "2025/papers/old.yaml": "title: Old\nauthors:\n  - name: Bo Li\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two editions, whose theme has a logo and a picture that nothing shows."""
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "static").mkdir()
    (tmp_path / "static/acme.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    (tmp_path / "static/unused.png").write_bytes(b"\x89PNG")
    return tmp_path


def built(project: Path) -> Path:
    problems = ProblemLog()
    assert build(project, project / "_site", problems)
    assert problems.all == []
    return project / "_site"


def pack(site: Path, name: str) -> set[str]:
    """The addresses of a pack, of assets their names without the fingerprint."""
    files = json.loads((site / "2026/offline" / f"{name}.json").read_text())
    return {re.sub(r"\.[0-9a-f]{8}(?=\.\w+$)", "", file) for file in files}


def test_the_packs_hold_an_edition_with_what_its_pages_show(project: Path) -> None:
    site = built(project)
    programme, papers, people = (pack(site, name) for name in ("programme", "papers", "people"))
    pages = {f"{page.parent.relative_to(site)}/" for page in (site / "2026").rglob("index.html")}
    pages -= {"2026/booklet/", "2026/labels/"}  # for print
    assert {file for file in programme | papers if file.startswith("2026/") and file.endswith("/")} == pages
    assert {file for file in programme if file.startswith("assets/") and not file.endswith(".js")} == {
        "assets/acme.svg",
        "assets/favicon.svg",
        "assets/icon-maskable.png",
        "assets/screen.css",
        "assets/site.css",
    }
    scripts = {f"assets/js/{script.name.split('.')[0]}.js" for script in site.glob("assets/js/*.js")}
    assert {file for file in programme if file.endswith(".js")} == scripts | {"assets/worker.js"}
    assert {file for file in papers if "/papers/" in file} == {"2026/papers/", "2026/papers/first/"}
    assert people == {"authors/", "authors/ada-byron/"}
    assert not {file for file in programme | papers if "2025" in file or file.endswith((".pdf", ".zip"))}


def test_the_search_is_in_every_edition_whatever_they_are_called(project: Path) -> None:
    (project / "content/2025").rename(project / "content/words")
    site = built(project)
    files = ("search/", "search/index.json", "search/texts-0.json", "search/words.json")
    assert [file in pack(site, "papers") for file in files] == [True] * 4


def test_what_saving_costs_is_reported_truly(project: Path) -> None:
    site = built(project)
    for pack in json.loads((site / "2026/offline.json").read_text())["packs"]:
        files = json.loads((site / pack["list"]).read_text())
        bodies = {
            name: (site / name / ("index.html" if name[-1:] in ("", "/") else "")).read_bytes()
            for name in files
        }
        sums = {name: [hashlib.sha256(body).hexdigest()[:16], len(body)] for name, body in bodies.items()}
        assert files == sums
        assert (pack["files"], pack["size"]) == (len(files), sum(len(body) for body in bodies.values()))
        assert pack["digest"] == hashlib.sha256((site / pack["list"]).read_bytes()).hexdigest()[:16]


def test_what_would_be_made_of_the_same_is_not_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noting(export: PostBuildExport) -> PostBuildExport:
        def body(subject: Subject, reads: Sequence[Output], read: Callable[[str], bytes]) -> bytes:
            of = subject.whole if isinstance(subject, PartOf) else subject
            name = subject.name if isinstance(subject, PartOf) else ""
            made.append("/".join(filter(None, (export.name, of.edition, name))))
            return export.body(subject, reads, read)

        return replace(export, body=body)

    monkeypatch.setattr(planning, "POST_BUILD_EXPORTS", tuple(map(noting, POST_BUILD_EXPORTS)))
    before = built(project)
    (project / "content/2026/papers/first.yaml").write_text("title: Anew\nauthors:\n  - name: Ada Byron\n")
    made.clear()
    assert built(project) == before
    assert "packs/2026/papers" in made
    # The search, which goes with the papers, is one of all editions.
    assert {"packs/2025/programme", "packs/2025/people", "archive/2025"}.isdisjoint(made)
    assert "archive/2026" in made
    made.clear()
    (project / "content/site.yaml").write_text("title: S\n# nothing else is new\n")
    assert built(project) == before
    assert made == []
