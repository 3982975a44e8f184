"""The site that the preview keeps in memory: what is looked at is what a build would publish."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.preview import ResidentSite
from site_gen.problems import ProblemLog
from site_gen.publish.manifest import MANIFEST
from tests.test_preview import write

CONTENT = {
    "content/site.yaml": "title: Owls\n",
    "content/2027/conference.yaml": "title: Owls 2027\ntime_zone: UTC\n",
    "content/2027/papers/trees.yaml": "title: Trees\nauthors: [Ann Bee]\nabstract: Old.\n",
    "content/2027/papers/birds.yaml": "title: Birds\nauthors: [Cy Dee]\n",
    "content/2027/sessions.yaml": (
        "- {id: a, title: A, date: 2027-05-03, start: '9:00', end: '10:00', slots: [{paper: trees}]}\n"
    ),
    "content/2027/files/trees.pdf": "%PDF-1.4 trees",
    "static/x.txt": "x",
}
TREES = "2027/papers/trees/index.html"
BIRDS = "2027/papers/birds/index.html"
ANN = "authors/ann-bee/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in CONTENT.items():
        write(tmp_path / "project", name, text)
    return tmp_path / "project"


def planned(project: Path) -> ResidentSite:
    """The site of a project, of which nothing is made."""
    site = ResidentSite(project, project.parent / "looked at")
    assert site.plan(ProblemLog())
    return site


def looked_at(site: ResidentSite, path: str) -> bytes:
    assert site.make(path, ProblemLog())
    assert site.is_made(path)
    return (site.folder / path).read_bytes()


def published(project: Path) -> dict[str, bytes]:
    """All files that a build publishes."""
    out = project / "_site"
    assert build(project, out, ProblemLog(), jobs=1)
    files = (file for file in out.rglob("*") if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def test_whatever_is_looked_at_is_what_a_build_publishes(project: Path) -> None:
    site = planned(project)
    expected = published(project)
    assert {path: looked_at(site, path) for path in expected} == expected
    write(project, "content/2027/papers/trees.yaml", "title: Woods\nauthors: [Ann Bee]\nabstract: New.\n")
    (project / "content/2027/papers/birds.yaml").unlink()
    write(project, "static/x.txt", "another")
    write(project, "content/2027/files/trees.pdf", "%PDF-1.4 woods")
    assert site.plan(ProblemLog())
    assert not (site.folder / BIRDS).exists()
    expected = published(project)
    assert {path: looked_at(site, path) for path in expected} == expected


def test_all_is_made_again_for_another_address(project: Path) -> None:
    site = planned(project)
    published(project)
    looked_at(site, "papers.ris")
    for address in ("https://owls.example/", "https://owls.example/deep/", ""):
        write(project, "content/site.yaml", f"title: Owls\n{f'base_url: {address}' if address else ''}\n")
        assert site.plan(ProblemLog())
        expected = published(project)
        assert {path: looked_at(site, path) for path in expected} == expected


@pytest.mark.parametrize(
    "edit",
    [
        "title: Trees\nauthors: [Ann Bee]\nabstract: 'New, of [birds](../birds/).'\n",
        "abstract: New.\nauthors: [Ann Bee]\ntitle: Trees\n",
        "title: Trees\nauthors: [Ann Bee]\n",
        "title: Woods\nauthors: [Ann Bee]\nabstract: Old.\n",
        "title: Trees\nauthors: [Ann Bee, Flo Gee]\nabstract: New.\n",
        "title: Trees\nauthors: [Ann Bee]\nabstract: New.\nkeywords: [woods]\nlinks: [{rel: code, url: 'https://a.example/'}]\n",
    ],
)
def test_what_an_edit_of_a_paper_leaves_as_it_was_stands(project: Path, edit: str) -> None:
    site = planned(project)
    before = {path: looked_at(site, path) for path in published(project)}
    for text in (edit, CONTENT["content/2027/papers/trees.yaml"]):
        write(project, "content/2027/papers/trees.yaml", text)
        assert site.plan(ProblemLog())
        expected = published(project)
        assert {path: looked_at(site, path) for path in expected} == expected
    assert expected == before


def test_what_is_wrong_with_people_is_told_at_every_plan(project: Path) -> None:
    write(project, "content/2027/papers/birds.yaml", "title: Birds\nauthors: [李娜]\n")
    write(project, "content/2027/papers/trees.yaml", "title: Trees\nauthors: [李纳]\nabstract: Old.\n")
    site = ResidentSite(project, project.parent / "looked at")
    for text in ("Old.", "New.", "Newer."):
        write(project, "content/2027/papers/trees.yaml", f"title: Trees\nauthors: [李纳]\nabstract: {text}\n")
        problems = ProblemLog()
        assert site.plan(problems)
        assert [
            (str(problem.place), problem.code) for problem in problems.all if problem.code == "similar-ids"
        ] == [("content/2027/papers/trees.yaml:2:11", "similar-ids")]


def test_only_what_is_looked_at_is_made_and_again_only_where_it_changed(project: Path) -> None:
    site = planned(project)
    assert not site.folder.exists()
    looked_at(site, TREES)
    looked_at(site, BIRDS)
    looked_at(site, ANN)  # she wrote the paper, but nothing of its abstract is there
    made = sorted(path.parent.name for path in site.folder.rglob("index.html"))
    assert made == ["ann-bee", "birds", "trees"]
    before = {path: (site.folder / path).stat().st_mtime_ns for path in (TREES, BIRDS, ANN)}
    write(project, "content/2027/papers/trees.yaml", "title: Trees\nauthors: [Ann Bee]\nabstract: New.\n")
    assert site.plan(ProblemLog())
    assert (site.is_made(TREES), site.is_made(BIRDS)) == (False, False)
    assert b"New." in looked_at(site, TREES)
    looked_at(site, BIRDS)
    looked_at(site, ANN)
    changed = [path for path in before if (site.folder / path).stat().st_mtime_ns != before[path]]
    assert changed == [TREES]


def test_while_content_is_wrong_all_of_the_last_good_site_can_be_looked_at(project: Path) -> None:
    site = planned(project)
    write(project, "content/2027/papers/trees.yaml", "titel: Trees\n")
    problems = ProblemLog()
    assert not site.plan(problems)
    assert [problem.code for problem in problems.errors] == ["unknown-key"]
    assert b"<h1>Trees</h1>" in looked_at(site, TREES)


def test_a_broken_template_is_told_by_the_pages_that_need_it(project: Path) -> None:
    write(project, "templates/paper.html", "{{ view.nothing }}")
    site = planned(project)
    assert b"Owls 2027" in looked_at(site, "2027/index.html")
    problems = ProblemLog()
    assert not site.make(TREES, problems)
    assert [(str(problem.place), problem.code) for problem in problems.all] == [
        ("templates/paper.html:1", "template")
    ]
    (project / "templates/paper.html").unlink()
    assert site.plan(ProblemLog())
    assert b"Trees" in looked_at(site, TREES)
