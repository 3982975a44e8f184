"""`draft: yes`: shown by the preview, marked, and in no published byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.preview import ResidentSite
from site_gen.problems import ProblemLog
from tests.test_preview import write

CONTENT = {
    "content/site.yaml": "title: Owls\nbase_url: https://owls.example/\n",
    "content/2027/conference.yaml": "title: Owls 2027\ntime_zone: Europe/Vienna\n",
    "content/2027/papers/secret.yaml": "title: Zweitpaper\nauthors: [Zoe Zett]\ndraft: yes\n",
    "content/2027/papers/open.yaml": "title: Open\nauthors: [Ann Bee]\n",
    "content/2027/files/secret.pdf": "%PDF-1.4",
    "content/2027/sessions.yaml": (
        "- {id: a, title: A, date: 2027-05-03, start: '9:00', end: '10:00', slots: ["
        "{paper: secret, start: '9:00', end: '9:30', people: [{name: Zoe Zett}]}, {paper: open}]}\n"
        "- {id: zworkshop, title: Zworkshop, date: 2027-05-03, start: '11:00', end: '12:00', draft: yes}\n"
        "- {id: ztalk, title: Ztalk, date: 2027-05-03, start: '11:00', end: '11:30', part_of: zworkshop}\n"
    ),
    "content/2027/awards.yaml": (
        "- {id: best, name: Zbest, papers: [open], draft: yes}\n"
        "- {id: old, name: Old, papers: [secret, open]}\n"
    ),
    "content/2027/changes.yaml": (
        "- {id: moved, date: 2027-01-01, what: moved, session: zworkshop, text: Zworkshop moved.}\n"
        "- {id: gone, date: 2027-01-01, what: cancelled, paper: secret, text: Zweitpaper is withdrawn.}\n"
        "- {id: new, date: 2027-01-02, paper: open, text: Open has a new title.}\n"
        "- {id: lunch, date: 2027-01-03, text: Lunch is at noon.}\n"
    ),
    "content/2027/pages/zdinner.md": "---\ntitle: Zdinner\ndraft: yes\n---\nZmenu.\n",
    "content/pages/zabout.md": "---\ntitle: Zabout\ndraft: yes\n---\nZtext.\n",
}
SECRETS = ("zweit", "zett", "secret", "zworkshop", "ztalk", "zbest", "zdinner", "zmenu", "zabout", "draft:")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in CONTENT.items():
        write(tmp_path / "project", name, text)
    return tmp_path / "project"


def test_a_draft_is_in_no_published_byte_and_no_address(project: Path) -> None:
    problems = ProblemLog()
    assert build(project, project / "_site", problems, jobs=1, asked_for=["single-file"])
    assert [str(problem) for problem in problems.all] == []
    files = [path for path in (project / "_site").rglob("*") if path.is_file() and "assets" not in path.parts]
    found = [
        f"{secret} in {path.relative_to(project)}"
        for path in files
        for secret in SECRETS
        if secret in str(path.relative_to(project)) or secret.encode() in path.read_bytes().lower()
    ]
    assert found == []
    page = (project / "_site/2027/sessions/a/index.html").read_text()
    assert ("09:30" in page, "Open" in page) == (True, True)
    changes = (project / "_site/2027/changes/index.html").read_text()
    assert ("Open has a new title." in changes, "Lunch is at noon." in changes) == (True, True)


def test_the_preview_shows_drafts_and_says_what_they_are(project: Path) -> None:
    site = ResidentSite(project, project.parent / "looked at")
    assert site.plan(ProblemLog())

    def shown(path: str) -> str:
        assert site.make(path, ProblemLog())
        return (site.folder / path).read_text()

    assert "<h1>Draft: Zweitpaper</h1>" in shown("2027/papers/secret/index.html")
    assert site.make("2027/papers/secret/secret.pdf", ProblemLog())
    assert "Draft: Zworkshop" in shown("2027/schedule/2027-05-03/index.html")
    assert "Ztalk" in shown("2027/sessions/ztalk/index.html")
    assert "Draft: Zbest" in shown("2027/awards/index.html")
    assert "Draft: Zdinner" in shown("2027/zdinner/index.html")
    assert "Draft: Zabout" in shown("zabout/index.html")
