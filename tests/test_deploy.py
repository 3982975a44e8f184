"""Deploying to a folder, and what all targets share: refusals, questions, the address of the site."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from site_gen.check import note_succeeded, note_vanished
from site_gen.conference import Allowed
from site_gen.deploy import Deployed, Prompts, deploy
from site_gen.deploy.address import domain_of, known_address, proposal_of
from site_gen.deploy.programs import without_secrets
from site_gen.deploy.prompts import NoteVanished
from site_gen.exports.host.host_files import headers_file, redirects_file
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST, PlannedOutput, Publication

ADDRESS = "https://user.github.io/conf/"
HOME = f'<link rel="canonical" href="{ADDRESS}">'
SITE = {"index.html": HOME, "2022/index.html": "2022 a.css", "assets/a.css": "a"}

# Builds a site of pages that all need one asset named after a word, and deploys it, as a program to kill.
DEPLOYER = """
import sys
from pathlib import Path
from site_gen.check import note_succeeded, note_vanished
from site_gen.deploy import Prompts, deploy
from site_gen.problems import ProblemLog
project, target = Path(sys.argv[1]), sys.argv[2]
prompts = Prompts(
    lambda _: True, lambda: None, note_vanished, note_succeeded, lambda line: None, lambda question: True
)
deploy(project, project / "_site", ProblemLog(), prompts, target=target)
"""


def build(project: Path, site: dict[str, str]) -> None:
    """A project of this address with a built site, given as path → text."""
    (project / "content").mkdir(parents=True, exist_ok=True)
    if not (project / "content/site.yaml").exists():
        (project / "content/site.yaml").write_text(f"title: Conf\nbase_url: {ADDRESS}\n")
    outputs = [PlannedOutput(path, Place("content/site.yaml")) for path in site]
    with Publication.open(project, project / "_site", outputs, ProblemLog()) as publication:
        publication.commit([publication.put(path, text.encode()) for path, text in site.items()])


def of_word(word: str, pages: int) -> dict[str, str]:
    """A site whose pages all refer to one asset, which no other word's site has."""
    names = [f"{number % 7}/{number}.txt" for number in range(pages)]
    return {
        "index.html": HOME,
        f"assets/{word}.css": word,
        "assets/always.css": "",
        **dict.fromkeys(names, f"assets/{word}.css"),
    }


@dataclass
class Desk:
    """Who deploys in a test: says yes, or what is asked for, and remembers what was said."""

    answer: bool = True
    address: str = ""
    rebuild: Callable[[str], bool] = lambda _: True
    problems: ProblemLog = field(default_factory=ProblemLog)
    asked: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None
    note_vanished: NoteVanished = note_vanished

    def prompts(self) -> Prompts:
        return replace(self.alone(), confirm=self._confirm, ask=self._ask)

    def alone(self) -> Prompts:
        """Nobody is there to answer."""
        return Prompts(self.rebuild, lambda: None, self.note_vanished, note_succeeded, self.lines.append)

    def _confirm(self, question: str) -> bool:
        self.asked.append(question)
        self.meanwhile()
        return self.answer

    def _ask(self, question: str, proposal: str) -> str:
        self.asked.append(f"{question} {proposal}".strip())
        return self.address


def publish(project: Path, target: str, desk: Desk | None = None, base_url: str | None = None) -> Deployed:
    """Deploy the built site, which must go well."""
    desk = desk or Desk()
    out = project / "_site"
    deployed = deploy(project, out, desk.problems, desk.prompts(), target=target, base_url=base_url)
    assert deployed is not None, desk.problems.all
    return deployed


def refusal(project: Path, target: str) -> list[str]:
    """The problems that a deployment is refused with."""
    desk = Desk()
    assert deploy(project, project / "_site", desk.problems, desk.prompts(), target=target) is None
    assert desk.asked == []
    return [f"{problem.what} [{problem.code}]" for problem in desk.problems.errors]


def stop(project: Path, target: str, desk: Desk | None = None) -> Stop:
    """What a deployment ends with that cannot be done."""
    with pytest.raises(Stop) as ended:
        publish(project, target, desk)
    return ended.value


def tree(folder: Path) -> dict[str, str]:
    """Every file in a folder but the manifest, as path → text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def kill_in_the_middle(project: Path, target: str, begun: Path, seconds: float) -> None:
    """Deploy as a program that is killed, with all that it started, some time after a path appeared."""
    command = [sys.executable, "-c", DEPLOYER, str(project), target]
    child = subprocess.Popen(command, start_new_session=True)
    deadline = time.monotonic() + 20
    while not os.path.lexists(begun) and child.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.001)
    time.sleep(seconds)
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def broken_pages(folder: Path) -> list[str]:
    """The pages at a target that refer to what is not there."""
    pages = {path: text for path, text in tree(folder).items() if path.endswith(".txt")}
    return [path for path, text in pages.items() if not (folder / text).is_file()]


def test_first_deployment_makes_the_folder(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    desk = Desk()
    deployed = publish(tmp_path / "project", str(tmp_path / "www/conf"), desk)
    assert desk.asked == [f"0 errors, 0 warnings. Folder {tmp_path}/www/conf: 3 files to add. Publish? [y/N]"]
    assert deployed.done
    assert deployed.listing == ("add     2022/index.html", "add     assets/a.css", "add     index.html")
    assert deployed.closing == f"Folder {tmp_path}/www/conf: 3 files to add: done → {ADDRESS}"
    assert tree(tmp_path / "www/conf") == SITE
    assert (tmp_path / "www/conf" / MANIFEST).read_bytes() == (
        tmp_path / "project/_site" / MANIFEST
    ).read_bytes()


def test_second_deployment_changes_only_what_differs_and_leaves_foreign_files(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, SITE)
    publish(project, str(www))
    (www / "CNAME").write_text("conf.example.org\n")
    (www / "2022/notes.txt").write_text("mine")
    before = (www / "index.html").stat().st_mtime_ns
    build(project, {"index.html": HOME, "2022/index.html": "2022 b.css", "assets/b.css": "b"})
    deployed = publish(project, str(www))
    assert deployed.listing == (
        "add     assets/b.css",
        "change  2022/index.html",
        "remove  assets/a.css",
    )
    assert tree(www) == {
        "2022/index.html": "2022 b.css",
        "2022/notes.txt": "mine",
        "CNAME": "conf.example.org\n",
        "assets/b.css": "b",
        "index.html": HOME,
    }
    assert (www / "index.html").stat().st_mtime_ns == before
    assert not (www / ".plenary-deploy").exists()


def test_a_site_that_is_up_there_already_needs_no_question(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    publish(tmp_path / "project", str(tmp_path / "www"))
    desk = Desk()
    deployed = publish(tmp_path / "project", str(tmp_path / "www"), desk)
    assert (desk.asked, deployed.done) == ([], False)
    assert deployed.closing == f"Folder {tmp_path}/www: nothing to change. Nothing was published"


def test_a_file_that_was_damaged_at_the_target_is_put_again(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    publish(tmp_path / "project", str(tmp_path / "www"))
    (tmp_path / "www/index.html").write_text(HOME.swapcase())
    assert publish(tmp_path / "project", str(tmp_path / "www")).listing == ("change  index.html",)
    assert tree(tmp_path / "www") == SITE


def test_no_means_no(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    deployed = publish(tmp_path / "project", str(tmp_path / "www"), Desk(answer=False))
    assert (deployed.done, deployed.closing) == (False, "Nothing was published")
    assert not (tmp_path / "www").exists()


def test_without_anybody_to_ask_nothing_is_published(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    project, prompts = tmp_path / "project", Desk().alone()
    with pytest.raises(Stop) as ended:
        deploy(project, project / "_site", ProblemLog(), prompts, target=str(tmp_path / "w"))
    assert ended.value.status is ExitStatus.USAGE
    assert ended.value.hint == "--yes publishes without asking, --dry-run only lists what would change"
    assert not (tmp_path / "w").exists()


def test_dry_run_lists_and_touches_nothing(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, of_word("old", 30))
    publish(project, str(www))
    (project / "content/site.yaml").write_text("title: Conf\n")
    build(project, of_word("new", 30))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    problems, prompts = ProblemLog(), Desk().alone()
    deployed = deploy(project, project / "_site", problems, prompts, target=str(www), dry_run=True)
    assert deployed is not None
    assert deployed.closing == (
        f"Folder {www}: 1 file to add, 30 to change, 1 to remove. Nothing was published"
    )
    assert deployed.listing[0] == "add     assets/new.css"
    assert deployed.listing[-2:] == ("change  … and 10 more", "remove  assets/old.css")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_tree_that_is_not_what_was_built_is_refused(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    (tmp_path / "project/_site/2022/index.html").write_text("2022 x.css")
    (tmp_path / "project/_site/assets/a.css").unlink()
    assert refusal(tmp_path / "project", str(tmp_path / "www")) == [
        "this is not the file that was built: its bytes differ (sha256) [changed-file]",
        "the manifest lists this file, but it is not there [changed-file]",
    ]
    assert not (tmp_path / "www").exists()


def test_a_project_that_was_never_built_has_nothing_to_deploy(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text(f"title: Conf\nbase_url: {ADDRESS}\n")
    ended = stop(tmp_path, str(tmp_path / "www"))
    assert (ended.status, ended.hint) == (ExitStatus.USAGE, "run `build` first")


def test_an_address_that_would_vanish_is_refused_until_it_leads_on(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, SITE | {"2022/papers/a/index.html": "a", "2022/papers/a/a.pdf": "pdf"})
    publish(project, str(www))
    build(project, SITE)
    assert refusal(project, str(www)) == [
        "the address '2022/papers/a/' is published, and this build has it no more [address-vanished]"
    ]
    assert (www / "2022/papers/a/a.pdf").exists()
    leading_on = '<meta http-equiv="refresh" content="0; url=../b/">'
    build(project, SITE | {"2022/papers/a/index.html": leading_on})
    assert publish(project, str(www)).listing == (
        "change  2022/papers/a/index.html",
        "remove  2022/papers/a/a.pdf",
    )


def test_small_exports_that_would_vanish_are_refused_in_one_line(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    papers = {f"2022/papers/{paper}/index.html": "" for paper in "abc"}
    small = {f"2022/papers/{paper}/{paper}.{end}": "" for paper in "abc" for end in ("ris", "csl.json")}
    build(project, SITE | papers | small)
    publish(project, str(www))
    build(project, SITE | papers)
    desk = Desk()
    assert deploy(project, project / "_site", desk.problems, desk.prompts(), target=str(www)) is None
    assert [str(problem) for problem in desk.problems.errors] == [
        "content/site.yaml: error: '2022/papers/a/a.csl.json' and 5 more addresses are published, and this "
        "build has them no more [address-vanished]\n"
        "    hint: `exports: all` in content/site.yaml keeps them"
    ]
    assert (www / "2022/papers/a/a.ris").exists()


def test_foreign_files_in_the_way_are_a_problem(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.html").write_text("another site")
    (www / "assets").symlink_to(tmp_path)
    assert refusal(tmp_path / "project", str(www)) == [
        f"'{path}' would replace {www}/{foreign}, which no deployment of ours put there [foreign-file]"
        for path, foreign in (("assets/a.css", "assets"), ("index.html", "index.html"))
    ]
    assert tree(www) == {"index.html": "another site"}


def test_a_foreign_file_with_the_very_bytes_is_not_in_the_way(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text(HOME)
    publish(tmp_path / "project", str(tmp_path / "www"))
    assert tree(tmp_path / "www") == SITE


def test_a_manifest_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / MANIFEST).write_text("{}")
    ended = stop(tmp_path / "project", str(tmp_path / "www"))
    assert str(ended) == f"the build-manifest.json of Folder {tmp_path}/www is not one of ours"


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    for site in ({"a": "file"}, {"a/b.txt": "in a folder"}, {"a": "file"}):
        build(project, {"index.html": HOME, **site})
        publish(project, str(www), Desk(note_vanished=lambda *_: None))
        assert tree(www) == {**site, "index.html": HOME}


@pytest.mark.parametrize("target", ["project", "project/_site", ".", "project/_site/x", "project/content"])
def test_a_folder_that_is_part_of_the_project_is_refused(tmp_path: Path, target: str) -> None:
    build(tmp_path / "project", SITE)
    ended = stop(tmp_path / "project", str(tmp_path / target))
    assert (ended.status, ended.hint) == (ExitStatus.USAGE, "name a folder of its own")
    assert tree(tmp_path / "project/_site") == SITE


def test_a_folder_without_the_right_to_write_is_one_line(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    (tmp_path / "blocked").write_text("a file")
    ended = stop(tmp_path / "project", f"file:{tmp_path}/blocked/www")
    assert ended.status is ExitStatus.ENVIRONMENT
    assert str(ended) == f"cannot write to {tmp_path}/blocked/www: Not a directory"


def test_a_site_that_was_built_while_the_user_was_asked_is_not_published(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    desk = Desk(meanwhile=lambda: build(tmp_path / "project", SITE | {"b.txt": "b"}))
    ended = stop(tmp_path / "project", str(tmp_path / "www"), desk)
    assert str(ended) == "the site was built again meanwhile; nothing was published"
    assert not (tmp_path / "www").exists()


def test_a_deployment_that_is_killed_shows_no_broken_page_and_the_next_one_completes(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, of_word("first", 300))
    publish(project, str(www))
    random.seed(3)
    for word in ("second", "third", "fourth"):
        build(project, of_word(word, 300))
        kill_in_the_middle(project, str(www), www / ".plenary-deploy", random.uniform(0, 0.03))
        assert broken_pages(www) == []
    publish(project, str(www))
    assert tree(www) == tree(project / "_site")
    assert not (www / ".plenary-deploy").exists()


def test_what_a_broken_deployment_put_is_known_for_ours(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, SITE | {"new.txt": "half"})
    www.mkdir()
    (www / ".plenary-deploy").mkdir()
    (www / ".plenary-deploy/pending.json").write_bytes((project / "_site" / MANIFEST).read_bytes())
    (www / ".plenary-deploy/part").write_text("hal")
    (www / "new.txt").write_text("half")
    (www / "2022").mkdir()
    (www / "2022/index.html").write_text("an older text")
    build(project, SITE)
    assert publish(project, str(www)).listing == (
        "add     assets/a.css",
        "add     index.html",
        "change  2022/index.html",
        "remove  new.txt",
    )
    assert tree(www) == SITE


def test_broken_off_before_old_files_were_removed_the_next_deployment_removes_them(tmp_path: Path) -> None:
    project, www = tmp_path / "project", tmp_path / "www"
    build(project, {"index.html": HOME, "assets/a.css": "a"})
    publish(project, str(www))
    build(project, {"index.html": HOME, "assets/b.css": "b"})
    (www / ".plenary-deploy").mkdir()
    (www / ".plenary-deploy/pending.json").write_bytes((www / MANIFEST).read_bytes())
    (www / "assets/b.css").write_text("b")
    (www / MANIFEST).write_bytes((project / "_site" / MANIFEST).read_bytes())
    assert publish(project, str(www)).listing == ("remove  assets/a.css",)
    assert tree(www) == {"index.html": HOME, "assets/b.css": "b"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# ours\ntitle: A  # short\n",
            "# ours\ntitle: A  # short\nbase_url: https://conf.example.org/\n",
        ),
        (
            "# base_url: https://a.example/\ntitle: Conf\n",
            "base_url: https://conf.example.org/\ntitle: Conf\n",
        ),
    ],
)
def test_the_address_is_asked_for_kept_and_built_in(tmp_path: Path, before: str, after: str) -> None:
    project = tmp_path / "project"
    build(project, SITE)
    (project / "content/site.yaml").write_text(before)
    desk = Desk(address="https://conf.example.org", rebuild=lambda url: _rebuilt(project, url))
    deployed = publish(project, str(tmp_path / "www"), desk)
    assert desk.asked[0] == "Where will the site live?"
    assert desk.lines[-1] == "Written into content/site.yaml: base_url: https://conf.example.org/"
    assert (project / "content/site.yaml").read_text() == after
    assert deployed.closing.endswith("→ https://conf.example.org/")
    assert "conf.example.org" in (tmp_path / "www/index.html").read_text()


def _rebuilt(project: Path, address: str) -> bool:
    build(project, SITE | {"index.html": HOME.replace(ADDRESS, address or known_address(project))})
    return True


def test_an_address_with_which_nothing_was_published_is_not_kept(tmp_path: Path) -> None:
    project = tmp_path / "project"
    build(project, SITE)
    (project / "content/site.yaml").write_text("title: Conf\n")
    wrong = "https://conf.example.org/wrong/"
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("another site")
    refused, declined = Desk(), Desk(answer=False)
    out, www = project / "_site", str(tmp_path / "www")
    assert deploy(project, out, refused.problems, refused.prompts(), target=www, base_url=wrong) is None
    assert not publish(project, str(tmp_path / "new"), declined, wrong).done
    assert (project / "content/site.yaml").read_text() == "title: Conf\n"
    assert refused.lines + declined.lines == [
        f"Building the site for {wrong}", f"Looking at Folder {tmp_path}/www",
        f"Building the site for {wrong}", f"Looking at Folder {tmp_path}/new",
    ]  # fmt: skip


def test_an_address_for_once_does_not_replace_the_one_in_content(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    desk = Desk()
    deployed = publish(tmp_path / "project", str(tmp_path / "www"), desk, "https://preview.example.org")
    assert deployed.closing.endswith("→ https://preview.example.org/")
    assert known_address(tmp_path / "project") == ADDRESS
    assert [str(problem) for problem in desk.problems.all] == [
        "content/site.yaml: warning: the site is built for https://preview.example.org/, "
        f"but base_url says {ADDRESS} [other-address]\n"
        f"    hint: without --base-url it is built for {ADDRESS}"
    ]
    assert desk.asked[0].startswith("0 errors, 1 warning. ")


def test_without_an_address_nothing_is_published(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    (tmp_path / "project/content/site.yaml").write_text("title: Conf\n")
    ended = stop(tmp_path / "project", str(tmp_path / "www"))
    assert (ended.status, str(ended)) == (ExitStatus.USAGE, "it is not known where the site will live")
    ended = stop(tmp_path / "project", str(tmp_path / "www"), Desk(address="conf.example.org"))
    assert str(ended) == "'conf.example.org' is not where a site lives; write it as https://example.org/"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:User/conf.git", "https://user.github.io/conf/"),
        ("https://x-access-token:s3cret@github.com/User/User.github.io", "https://user.github.io/"),
        ("ssh://git@codeberg.org:22/user/conf.git", "https://user.codeberg.page/conf/"),
        ("https://gitlab.com/user/conf.git/", "https://user.gitlab.io/conf/"),
        ("https://git.example.org/user/conf.git", ""),
        ("../conf.git", ""),
    ],
)
def test_the_remote_proposes_an_address(remote: str, address: str) -> None:
    assert proposal_of(remote) == address


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://conf.example.org/", "conf.example.org"),
        ("https://conf.example.org/2022/", ""),
        ("https://user.github.io/", ""),
        ("http://localhost:8000/", ""),
        ("http://192.0.2.7/", ""),
        ("", ""),
    ],
)
def test_a_domain_of_ones_own_is_told_from_that_of_a_host(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def test_secrets_in_addresses_are_masked() -> None:
    message = "fatal: unable to access 'https://user:ghp_Tok3n@github.com/u/r.git/?token=abc': 403"
    assert without_secrets(message) == "fatal: unable to access 'https://github.com/u/r.git/?token=…': 403"


def test_files_for_hosts() -> None:
    assert headers_file(Allowed()).decode() == (
        "/*\n"
        "  Content-Security-Policy: default-src 'self'; base-uri 'none'; object-src 'none'; "
        "form-action 'self'; frame-ancestors 'none'\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  X-Content-Type-Options: nosniff\n"
        "/assets/*\n"
        "  Cache-Control: public, max-age=31536000, immutable\n"
    )
    assert redirects_file([("2022/a/", "2022/b/"), ("/x", "https://example.org/")]) == (
        b"/2022/a/ /2022/b/ 301\n/x https://example.org/ 301\n"
    )
    assert redirects_file([("call for papers/", "für-alle/")]) == (
        b"/call%20for%20papers/ /f%C3%BCr-alle/ 301\n"  # a space would end the address
    )
