"""The first evening of a web chair: a new project, an export, a build, a check, online; and a week later."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.command import ran
from tests.rendering import shown
from tests.test_paper_exports import SECRETS, SUBMISSIONS, SYSTEMS, Submission, email, table

ADDRESS = "https://user.github.io/conf/"
NEW = ("--title", "Owl Conference", "--first-day", "2027-05-03", "--time-zone", "Europe/Berlin")
EXPORTED = SUBMISSIONS[:92]
ACCEPTED = [each for each in EXPORTED if each.is_accepted]
REFUSED = [each for each in EXPORTED if not each.is_accepted]
FEW = SUBMISSIONS[:20]
IN_CONFERENCE = (
    "'venue', 'address' (line 11), 'location' (line 12), 'description' (line 13), 'links' (line 22), "
    "'deadlines' (line 34), 'announcements' (line 48), 'sponsors' (line 57), 'committees' (line 70) are"
)
COUNT = len(ACCEPTED)
BUILT = f"Built 1 edition, {COUNT} papers → _site/ ("


def export(submissions: list[Submission]) -> str:
    """A spreadsheet of HotCRP with addresses, scores and rejected titles."""
    header = ["ID", "Title", "Authors", "Email", "Abstract", "Decision", "OveMer"]
    return table(
        header,
        [
            [each.number, each.title, "; ".join(" ".join(name) for name in each.names),
             "; ".join(map(email, each.names)), each.abstract, each.decision, "60417"]
            for each in submissions
        ],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with a project and the bare repository that it goes to; `outputs` is all that was said."""

    folder: Path
    outputs: list[str]

    @property
    def project(self) -> Path:
        return self.folder / "conf"

    def plenary(self, *arguments: str | Path) -> str:
        """What a command says in the project; it must end well."""
        here = self.project if self.project.is_dir() else self.folder
        command = (*self._of_project(arguments), *arguments)
        status, output = ran(here, *command, environment=self._environment)
        assert status == 0, output
        self.outputs.append(output)
        return output

    def git(self, *arguments: str | Path) -> str:
        ended = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return ended.stdout.strip()

    def text(self, file: str) -> str:
        return (self.project / file).read_text(encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        text = self.text(file)
        assert old in text
        (self.project / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def write_own_words(self) -> None:
        """Take away what still is example text."""
        for page in [
            *(self.project / "content").glob("pages/*"),
            *(self.project / "content").glob("2027/pages/*"),
        ]:
            page.unlink()
        conference = self.project / "content" / "2027" / "conference.yaml"
        own_keys = ("title:", "first_day:", "last_day:", "time_zone:", "phase:")
        lines = self.text("content/2027/conference.yaml").splitlines(keepends=True)
        conference.write_text("".join(line for line in lines if line.startswith(own_keys)))

    def bring(self, file: str, text: str) -> None:
        (self.project / "content" / "sources" / file).write_text(text, encoding="utf-8")

    def papers(self) -> list[str]:
        return sorted(path.stem for path in (self.project / "content" / "2027" / "papers").iterdir())

    def paper_pages(self) -> list[str]:
        pages = (self.project / "_site" / "2027" / "papers").glob("*/index.html")
        return sorted(path.parent.name for path in pages)

    def online(self) -> dict[str, str]:
        """Every file of the published branch with the digest of its content."""
        listed = self.git("-C", "conf.git", "ls-tree", "-r", "gh-pages").splitlines()
        return {line.partition("\t")[2]: line.split()[2] for line in listed}

    def built(self) -> set[str]:
        site = self.project / "_site"
        return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}

    def everything(self) -> str:
        """All that stands in content, in the site or in what was said, and the names of the files."""
        sources = self.project / "content" / "sources"
        found = [path for name in ("content", "_site") for path in (self.project / name).rglob("*")]
        files = [path for path in found if path.suffix != ".zip"]  # of the files beside it
        held = [path.read_bytes() for path in files if path.is_file() and sources not in path.parents]
        texts = [each.decode(errors="replace") for each in held]
        # A digest of the manifest may hold any five digits.
        texts = [re.sub(r'"[0-9a-f]{64}"', "", text) for text in texts]
        return "\n".join([*texts, *self.outputs, *map(str, files)]).lower()

    def secrets(self, *others: str) -> list[str]:
        """The planted private strings, and these others, that stand in all of that."""
        everything = self.everything()
        return [each for each in (*SECRETS, *others) if each.lower() in everything]

    def _of_project(self, arguments: tuple[str | Path, ...]) -> tuple[str | Path, ...]:
        return () if arguments[:1] == ("new",) else ("--project", self.project)

    @property
    def _environment(self) -> dict[str, str]:
        home = str(self.folder)
        found = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": home, "XDG_CONFIG_HOME": home}
        return {**found, "GIT_CONFIG_NOSYSTEM": "1"}


def new_desk(folder: Path) -> Desk:
    """A new project in a checkout whose remote is a bare repository."""
    desk = Desk(folder, [])
    assert desk.plenary("new", "conf", *NEW).startswith("Created conf with a two-day example.")
    desk.git("init", "-q", "--bare", "-b", "main", "conf.git")
    desk.git("-C", "conf", "init", "-q", "-b", "main")
    desk.git("-C", "conf", "remote", "add", "origin", "../conf.git")
    return desk


class Evening(NamedTuple):
    """What was said on the first evening."""

    desk: Desk
    examples: list[str]
    brought: str
    left: str
    checked: str
    deployed: str


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """The first evening, command by command."""
    desk = new_desk(tmp_path_factory.mktemp("evening"))
    examples = desk.papers()
    desk.bring("accepted.csv", export(EXPORTED))
    brought, left = desk.plenary(), desk.plenary("check")
    desk.write_own_words()
    desk.plenary("build")
    checked = desk.plenary("check")
    deployed = desk.plenary("deploy", "--yes", "--base-url", ADDRESS)
    return Evening(desk, examples, brought, left, checked, deployed)


def test_the_closing_lines_name_what_came_and_what_did_not(evening: Evening) -> None:
    names = sum(len(each.names) for each in ACCEPTED)
    lines = evening.brought.splitlines()
    assert lines[:4] == [
        "content/sources/accepted.csv: HotCRP, edition 2027, the only one: "
        f"{COUNT} accepted papers, {names} names, {COUNT} new; "
        f"not imported: email, score, {len(REFUSED)} rejected rows",
        f"added: {COUNT} papers",
        "content/sources/accepted.csv: now in .gitignore, for it may hold addresses, scores, refused papers, "
        "remarks or comments",
        "The example goes, for real content came: 6 papers, 16 sessions, 1 award",
    ]
    assert lines[-3] == "No times yet: the schedule stays hidden."
    assert lines[-1].startswith(BUILT)


def test_the_example_papers_are_gone_and_the_real_ones_have_pages(evening: Evening) -> None:
    desk = evening.desk
    assert (len(evening.examples), len(desk.papers())) == (6, COUNT)
    assert set(evening.examples).isdisjoint(desk.papers())
    assert desk.paper_pages() == desk.papers()
    assert not (desk.project / "_site" / "2027" / "schedule").exists()


def test_what_is_still_an_example_is_named_with_its_line(evening: Evening) -> None:
    found = [line.partition(": warning: ") for line in evening.left.splitlines() if "[example-text]" in line]
    assert [(place.partition(":")[0], what.partition(" still ")[0]) for place, _, what in found] == [
        ("content/2027/conference.yaml", IN_CONFERENCE),
        ("content/2027/pages/accessibility.md", "this file and 1 more in its folder are"),
        ("content/pages/code-of-conduct.md", "this file and 1 more in its folder are"),
    ]


def test_the_site_is_right_and_online(evening: Evening) -> None:
    desk = evening.desk
    assert evening.checked.endswith(": 0 errors, 0 warnings\n")
    assert evening.deployed.endswith(f"also .nojekyll: done → {ADDRESS}\n")
    assert set(desk.online()) == desk.built() | {".nojekyll"}
    home = desk.git("-C", "conf.git", "show", "gh-pages:index.html")
    assert f'<link rel="canonical" href="{ADDRESS}2027/">' in home


def test_what_is_private_is_nowhere_and_its_source_is_not_for_git(evening: Evening) -> None:
    assert evening.desk.secrets() == []
    assert "content/sources/accepted.csv" in evening.desk.text(".gitignore").splitlines()
    evening.desk.git("-C", "conf", "check-ignore", "-q", "content/sources/accepted.csv")


def test_what_a_run_leaves_is_not_for_git(evening: Evening) -> None:
    held = (".plenary-pending", ".plenary/lock", "_site/index.html", "content/2027/.sessions.yaml.partial",
            "content/2027/papers/.a.yaml.before")  # fmt: skip
    assert evening.desk.git("-C", "conf", "check-ignore", *held).splitlines() == list(held)


def test_a_private_source_that_git_keeps_already_is_told_with_the_line_to_run(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.bring("accepted papers.csv", export(FEW))
    desk.git("-C", "conf", "add", "-A")
    warning = (
        "content/sources/accepted papers.csv: warning: git keeps this document, which holds what is not for "
        "the public (email, score, rejected rows) [private-in-git]\n"
        "    hint: git rm --cached 'content/sources/accepted papers.csv' takes it out; commits made before "
        "still hold it\n"
    )
    assert warning in desk.plenary("ingest")
    desk.git("-C", "conf", "rm", "-q", "--cached", "content/sources/accepted papers.csv")
    assert warning not in desk.plenary("ingest")


@pytest.mark.parametrize("file", ["easychair.csv", "cmt.txt", "openreview-2.json"])
def test_every_system_comes_online_the_same_way(tmp_path: Path, file: str) -> None:
    desk = new_desk(tmp_path)
    desk.bring(file, SYSTEMS[file][1](FEW))
    desk.plenary("ingest")
    desk.write_own_words()
    deployed = desk.plenary("deploy", "--yes", "--base-url", ADDRESS)
    assert deployed.endswith(f"done → {ADDRESS}\n")
    assert set(desk.online()) == desk.built() | {".nojekyll"}
    accepted = sum(each.is_accepted for each in FEW)
    assert (len(desk.papers()), desk.paper_pages(), desk.secrets()) == (accepted, desk.papers(), [])


def corrected(submissions: list[Submission]) -> list[Submission]:
    """The export of the next week: one paper retitled, one rejected and one accepted after all."""
    changes: dict[int, dict[str, Any]] = {
        ACCEPTED[3].number: {"title": "A Better Title"},
        ACCEPTED[5].number: {"is_accepted": False},
        REFUSED[0].number: {"is_accepted": True, "title": "Owls at Last"},
    }
    return [each._replace(**changes.get(each.number, {})) for each in submissions]


def paper_of(desk: Desk, submission: Submission) -> str:
    """The id of the paper that has the title of a submission."""
    files = (desk.project / "content" / "2027" / "papers").iterdir()
    return next(path.stem for path in files if f"title: {submission.title}\n" in path.read_text())


def test_corrections_of_the_next_week_keep_every_address_and_every_edit(
    evening: Evening, tmp_path: Path
) -> None:
    desk = Desk(shutil.copytree(evening.desk.folder, tmp_path / "next week"), [])
    ids, before = desk.papers(), desk.online()
    mended, shortened, retitled, rejected = (paper_of(desk, ACCEPTED[number]) for number in (0, 1, 3, 5))
    desk.edit(f"content/2027/papers/{mended}.yaml", ACCEPTED[0].title, "Mended by Hand")
    path = desk.project / "content" / "2027" / "papers" / f"{shortened}.yaml"
    path.write_text(path.read_text().partition("abstract:")[0])

    desk.bring("accepted.csv", export(corrected(EXPORTED)))
    output = desk.plenary()
    listed = [line for line in output.splitlines() if line.startswith(("retitled", "added", "content/2027/"))]
    assert listed == [
        f"retitled: paper {retitled}: {ACCEPTED[3].title} → A Better Title",
        "added: paper owls-at-last: Owls at Last",
        f"content/2027/papers/{mended}.yaml:2:1: warning: 'title' of '{mended}' was edited by hand and is "
        f"kept; content/sources/accepted.csv:{row(ACCEPTED[0])} says {ACCEPTED[0].title!r} [kept-edited]",
        f"content/2027/papers/{shortened}.yaml:1:1: warning: 'abstract' of '{shortened}' was deleted by hand "
        f"and is not brought back; content/sources/accepted.csv:{row(ACCEPTED[1])} says otherwise "
        "[kept-deleted]",
    ]
    gone = f"accepted.csv: 1 paper that content held not accepted any more (line {row(ACCEPTED[5])}): "
    assert f"content/sources/{gone}taken out of content" in output.splitlines()
    assert desk.papers() == sorted([*set(ids) - {rejected}, "owls-at-last"]) == desk.paper_pages()
    assert "title: Mended by Hand\n" in desk.text(f"content/2027/papers/{mended}.yaml")
    assert "abstract:" not in path.read_text()
    assert "A Better Title" in desk.text(f"_site/2027/papers/{retitled}/index.html")

    vanished = sorted(path for path in before if path.endswith("/index.html") and path not in desk.built())
    pages = [path.removesuffix("index.html") for path in vanished]
    redirects = [f"  - {{old: {page}, new: {page.rstrip('/').rpartition('/')[0]}/}}\n" for page in pages]
    assert f"2027/papers/{rejected}/" in pages
    desk.edit("content/site.yaml", "title:", "redirects:\n" + "".join(redirects) + "title:")
    desk.plenary("build")
    desk.plenary("deploy", "--yes")
    after = desk.online()
    changed = {path for path in before if path.endswith("/index.html") and before[path] != after[path]}
    of_papers = {
        path.split("/")[2] for path in changed if path.startswith("2027/papers/") and path.count("/") == 3
    }
    assert {path for path in before if path.endswith("/index.html")} <= set(after)
    assert of_papers >= {mended, shortened, retitled, rejected}
    assert len(of_papers) < 20  # those that name them as related

    drafted = desk.plenary("changes", "--against", evening.desk.project / "_site")
    assert drafted.startswith("4 changes drafted → content/2027/changes.yaml")
    approved = desk.text("content/2027/changes.yaml").replace("  draft: yes\n", "")
    (desk.project / "content" / "2027" / "changes.yaml").write_text(approved)
    desk.plenary("build")
    assert shown(desk.text("_site/2027/changes/index.html"), ".change-words p:first-child") == [
        f"“{ACCEPTED[0].title}” is now called “Mended by Hand”.",
        f"“{ACCEPTED[3].title}” is now called “A Better Title”.",
        "New paper: “Owls at Last”.",
        "A paper is no longer among the papers.",
    ]
    assert desk.secrets(ACCEPTED[5].title) == []


def row(submission: Submission) -> int:
    """The first line of a submission in the export: an abstract takes three."""
    return 2 + 3 * [each.number for each in EXPORTED].index(submission.number)
