"""What may go wrong around a publication: foreign files, refused folders, kills, full disks, two builders."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import PlannedOutput, Publication
from site_gen.publish.exchange import Exchange, exchange_folders, rename_twice

SOURCE = Place("content/2022/papers/x.yaml", 1)

# Publishes a site of many small files, one word each, as a program that can be killed.
BUILDER = """
import sys
from pathlib import Path
from site_gen.problems import Place, ProblemLog
from site_gen.publish import PlannedOutput, Publication
project, word, count = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
paths = [f"{word.decode()}/only.html", *(f"{number % 9}/{number}.html" for number in range(count))]
outputs = [PlannedOutput(path, Place("x")) for path in paths]
with Publication.open(project, project / "_site", outputs, ProblemLog()) as publication:
    print("begun", flush=True)
    publication.commit([publication.put(path, word) for path in paths])
"""

# The same, with a worker that goes on writing when the program is killed, until the file `stop` is there.
BUILDER_WITH_WORKER = """
import itertools, os, sys, time
from contextlib import suppress
from pathlib import Path
from site_gen.problems import Place, ProblemLog
from site_gen.publish import PlannedOutput, Publication
project = Path(sys.argv[1])
paths = [f"{number % 9}/{number}.html" for number in range(500)]
outputs = [PlannedOutput(path, Place("x")) for path in paths]
with Publication.open(project, project / "_site", outputs, ProblemLog()) as publication:
    if os.fork() == 0:
        for path in itertools.cycle(paths):
            with suppress(OSError):  # its folder may be gone for a moment
                publication.put(path, os.urandom(8))
            if (project / "stop").exists():
                os._exit(0)
    print("begun", flush=True)
    time.sleep(60)
"""


def begin(project: Path, paths: list[str], out: str = "_site", patience: float = 10) -> Publication:
    outputs = [PlannedOutput(path, SOURCE) for path in paths]
    return Publication.open(project, project / out, outputs, ProblemLog(), patience)


def build(project: Path, site: dict[str, str], out: str = "_site") -> None:
    with begin(project, list(site), out) as publication:
        publication.commit([publication.put(path, text.encode()) for path, text in site.items()])


def tree(folder: Path) -> dict[str, str]:
    """Every file in a folder but the manifest, as path → text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "build-manifest.json"
    }


def start(project: Path, word: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", BUILDER, str(project), word, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def expected(word: str, count: int) -> dict[str, str]:
    paths = [f"{word}/only.html", *(f"{number % 9}/{number}.html" for number in range(count))]
    return dict.fromkeys(sorted(paths), word)


def refusal(project: Path, paths: list[str], out: str = "_site") -> str:
    """The problems, or else the line, that a build is refused with."""
    problems = ProblemLog()
    with pytest.raises(Stop) as stop:
        Publication.open(project, project / out, [PlannedOutput(path, SOURCE) for path in paths], problems)
    return "\n".join(str(problem) for problem in problems.errors) or str(stop.value)


def test_a_worker_that_outlives_its_killed_build_is_not_in_the_way_of_the_next_one(tmp_path: Path) -> None:
    build(tmp_path, {"0/only.html": "old"})
    command = [sys.executable, "-c", BUILDER_WITH_WORKER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as killed:
        assert killed.stdout and killed.stdout.readline() == b"begun\n"
        killed.kill()
        try:
            build(tmp_path, {"0/only.html": "new"})
            build(tmp_path, {"0/only.html": "newest"})
        finally:
            (tmp_path / "stop").touch()
    assert tree(tmp_path / "_site") == {"0/only.html": "newest"}


def test_foreign_files_stay_through_every_build(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    (site / ".well-known").mkdir(parents=True)
    (site / ".well-known/security.txt").write_text("mail us")
    (site / "CNAME").write_text("example.org")
    foreign = {".well-known/security.txt": "mail us", "CNAME": "example.org"}
    for ours in ({"a.html": "1"}, {"a.html": "2", "b/c.html": "1"}, {"a.html": "2"}, {"a.html": "2"}):
        build(tmp_path, ours)
        assert tree(site) == foreign | ours


def test_foreign_files_in_our_folders_stay_when_ours_go(tmp_path: Path) -> None:
    build(tmp_path, {"2022/index.html": "2022", "a.html": "1"})
    (tmp_path / "_site/2022/photo.txt").write_text("a photo")
    (tmp_path / "_site/2022/empty").mkdir()
    for number in range(3):
        build(tmp_path, {"a.html": str(number)})
        assert tree(tmp_path / "_site") == {"2022/photo.txt": "a photo", "a.html": str(number)}
        assert (tmp_path / "_site/2022/empty").is_dir()
    build(tmp_path, {"2022/index.html": "back"})
    assert tree(tmp_path / "_site") == {"2022/index.html": "back", "2022/photo.txt": "a photo"}


def test_a_foreign_file_beside_a_page_that_nobody_edits_is_never_missing(tmp_path: Path) -> None:
    begun: list[dict[str, str]] = []

    def exchange(new: Path, live: Path, aside: Path) -> None:
        begun.append(tree(new))
        exchange_folders(new, live, aside)

    sites = [{"2022/index.html": "2022", "a.html": str(number)} for number in range(5)]
    for site in sites:
        outputs = [PlannedOutput(path, SOURCE) for path in site]
        with Publication.open(
            tmp_path, tmp_path / "_site", outputs, ProblemLog(), exchange=exchange
        ) as publication:
            publication.commit([publication.put(path, text.encode()) for path, text in site.items()])
        (tmp_path / "_site/2022/photo.txt").write_text("a photo")
    assert begun == [sites[0], *({**site, "2022/photo.txt": "a photo"} for site in sites[1:])]


def test_changes_to_foreign_files_between_builds_are_followed(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    build(tmp_path, {"a.html": "0"})
    (site / "kept/deep").mkdir(parents=True)
    (site / "kept/deep/x").write_text("x0")
    (site / "kept/deep/gone").write_text("gone")
    (site / "gone").write_text("gone")
    build(tmp_path, {"a.html": "1"})
    build(tmp_path, {"a.html": "2"})
    (site / "kept/deep/gone").unlink()
    (site / "gone").unlink()
    (site / "kept/deep/x.new").write_text("replaced, as git does")
    (site / "kept/deep/x.new").rename(site / "kept/deep/x")
    (site / "kept/y").write_text("y")
    for number in range(3, 7):
        build(tmp_path, {"a.html": str(number)})
        foreign = {"kept/deep/x": "replaced, as git does", "kept/y": "y"}
        assert tree(site) == {"a.html": str(number)} | foreign


def test_a_git_repository_in_the_output_folder_goes_on(tmp_path: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("needs git")

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=n", "-c", "user.email=e@example.org", *words]
        done = subprocess.run(command, cwd=tmp_path / "_site", check=True, capture_output=True)
        return done.stdout.decode()

    build(tmp_path, {"a.html": "0"})
    git("init", "-q")
    for number in range(4):
        build(tmp_path, {"a.html": f"text {number}"})
        git("add", "a.html", "build-manifest.json")
        git("commit", "-q", "-m", f"build {number}")
    assert git("log", "--format=%s").split("\n") == ["build 3", "build 2", "build 1", "build 0", ""]
    assert git("status", "--porcelain") == ""
    git("fsck", "--strict")


def test_a_foreign_file_in_our_place_is_refused_before_any_write(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    build(tmp_path, {})
    (site / "2022").mkdir()
    (site / "2022/index.html").write_text("by hand")
    (site / "papers").write_text("a file where a folder must go")
    message = refusal(tmp_path, ["2022/index.html", "papers/x.html"])
    assert message == (
        f"{SOURCE}: error: the output '2022/index.html' would replace {site}/2022/index.html,"
        " which we did not make [foreign-file]\n"
        "    hint: move it out of the output folder, or delete it\n"
        f"{SOURCE}: error: the output 'papers/x.html' would replace {site}/papers,"
        " which we did not make [foreign-file]\n"
        "    hint: move it out of the output folder, or delete it"
    )
    assert tree(site) == {"2022/index.html": "by hand", "papers": "a file where a folder must go"}
    assert "foreign-file" in refusal(tmp_path, ["2022"])


def test_a_link_in_the_place_of_our_folder_is_refused_and_never_followed(tmp_path: Path) -> None:
    build(tmp_path, {"2022/index.html": "1"})
    build(tmp_path, {"2022/index.html": "2"})
    (tmp_path / "_site/2022").rename(tmp_path / "elsewhere")
    (tmp_path / "_site/2022").symlink_to(tmp_path / "elsewhere")
    assert "foreign-file" in refusal(tmp_path, ["2022/index.html"])
    build(tmp_path, {"a.html": "a"})
    build(tmp_path, {"a.html": "b"})
    assert tree(tmp_path / "elsewhere") == {"index.html": "2"}
    assert (tmp_path / "_site/2022").readlink() == tmp_path / "elsewhere"


def test_a_manifest_of_another_tool_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "_site/build-manifest.json").write_text("[]")
    assert refusal(tmp_path, []) == f"{tmp_path}/_site/build-manifest.json is not a manifest of ours"


def test_a_manifest_that_names_files_elsewhere_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "precious").write_text("precious")
    entry = f'{{"version":1,"files":{{"../precious":{{"sha256":"{"0" * 64}","size":8}}}}}}'
    (tmp_path / "_site/build-manifest.json").write_text(entry)
    assert refusal(tmp_path, []) == f"{tmp_path}/_site/build-manifest.json is not a manifest of ours"
    assert (tmp_path / "precious").read_text() == "precious"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project inside a home folder."""
    home = tmp_path / "home"
    for name in ("content/2022", "templates", "static", "site_gen", ".git", ".plenary"):
        (home / "project" / name).mkdir(parents=True)
    (home / "project/build.py").write_text("# build")
    monkeypatch.setenv("HOME", str(home))
    return home / "project"


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        (".", "is the project or holds it"),
        ("..", "is the project or holds it"),
        ("/", "is the project or holds it"),
        ("content", "is, holds or lies inside content/"),
        ("content/2022", "is, holds or lies inside content/"),
        ("content/new", "is, holds or lies inside content/"),
        ("templates", "is, holds or lies inside templates/"),
        ("static/x", "is, holds or lies inside static/"),
        ("site_gen", "is, holds or lies inside site_gen/"),
        (".git", "is, holds or lies inside .git/"),
        (".plenary/x", "is, holds or lies inside .plenary/"),
        ("../other/.git/site", "lies inside a tool's own folder"),
        ("_site/../content", "is, holds or lies inside content/"),
        ("build.py", "is a file"),
    ],
)
def test_an_output_folder_that_is_not_ours_is_refused(project: Path, out: str, reason: str) -> None:
    before = sorted(project.rglob("*"))
    with pytest.raises(Stop) as stop:
        begin(project, ["a.html"], out)
    assert str(stop.value) == f"the output folder {project / out} {reason}"
    assert stop.value.status is ExitStatus.USAGE
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        (".venv", "is not empty and was not made by us"),
        (".venv/site", "lies in .venv/, which was not made by us"),
        (".github", "is not empty and was not made by us"),
        (".github/pages", "lies in .github/, which was not made by us"),
        ("tests", "is not empty and was not made by us"),
        ("tests/new/site", "lies in tests/, which was not made by us"),
        ("dist", "is not empty and was not made by us"),
        ("../website", "is not empty and was not made by us"),
        ("_site/old", "lies in _site/, which was not made by us"),
    ],
)
def test_a_folder_that_others_filled_is_refused(project: Path, out: str, reason: str) -> None:
    for file in (
        ".venv/pyvenv.cfg",
        ".github/workflows/a.yml",
        "tests/test_a.py",
        "dist/a.whl",
        "../website/index.html",
        "_site/index.html",
    ):
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text("precious")
    before = sorted(project.parent.rglob("*"))
    message = refusal(project, ["a.html"], out)
    assert message == f"the output folder {project / out} {reason}"
    assert sorted(project.parent.rglob("*")) == before


@pytest.mark.parametrize("out", ["public/site", "../www/site", "docs", ".site"])
def test_a_new_or_empty_folder_is_accepted(project: Path, out: str) -> None:
    (project / "docs").mkdir()
    (project / "public/other").mkdir(parents=True)
    for number in ("1", "2"):
        build(project, {"a.html": number}, out)
        assert tree(project / out) == {"a.html": number}


def test_guests_of_a_folder_that_is_empty_otherwise_are_kept(tmp_path: Path) -> None:
    guests = {".nojekyll": "", ".well-known/x": "x", "CNAME": "example.org", "google1a.html": "1a"}
    for path, text in guests.items():
        (tmp_path / "_site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "_site" / path).write_text(text)
    build(tmp_path, {"a.html": "1"})
    assert tree(tmp_path / "_site") == {"a.html": "1"} | guests


def test_a_folder_that_lost_its_manifest_stays_ours(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1"})
    (tmp_path / "_site/build-manifest.json").unlink()
    build(tmp_path, {"a.html": "2"})
    assert tree(tmp_path / "_site") == {"a.html": "2"}
    (tmp_path / "_site/build-manifest.json").unlink()
    shutil.rmtree(tmp_path / ".plenary")
    message = refusal(tmp_path, ["a.html"])
    assert message == f"the output folder {tmp_path}/_site is not empty and was not made by us"


def test_without_a_manifest_what_others_put_in_place_of_ours_is_theirs(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1", "edited.html": "1", "gone.html": "1", "replaced.html": "1"})
    site = tmp_path / "_site"
    (site / "build-manifest.json").unlink()
    (site / "edited.html").write_text("by hand")
    (site / "gone.html").unlink()
    (site / "theirs").write_text("theirs")
    (site / "theirs").rename(site / "replaced.html")
    assert refusal(tmp_path, ["a.html", "replaced.html"]) == (
        "content/2022/papers/x.yaml:1: error: the output 'replaced.html' would replace "
        f"{site}/replaced.html, which we did not make [foreign-file]\n"
        "    hint: move it out of the output folder, or delete it"
    )
    build(tmp_path, {"a.html": "2"})
    assert tree(site) == {"a.html": "2", "replaced.html": "theirs"}


def test_what_a_program_wrote_into_the_previous_tree_is_kept_from_then_on(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1", "c/d.html": "1"})
    build(tmp_path, {"a.html": "2", "c/d.html": "1"})
    (previous,) = (tmp_path / ".plenary").glob("*/previous")
    (previous / "c/late").write_text("theirs")
    for number in "3456":
        build(tmp_path, {"a.html": number, "c/d.html": "1"})
        assert tree(tmp_path / "_site") == {"a.html": number, "c/d.html": "1", "c/late": "theirs"}


@pytest.mark.parametrize("out", ["away", "away/site", "_site", "in/away/site", "away/../site"])
def test_a_link_that_leads_out_of_the_project_is_refused(project: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "in").mkdir()
    (project / "away").symlink_to(tmp_path / "elsewhere")
    (project / "in/away").symlink_to(tmp_path / "elsewhere")
    (project / "_site").symlink_to(tmp_path / "missing")
    message = refusal(project, ["a.html"], out)
    assert message == f"the output folder {project / out} leaves the project by a symbolic link"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "home"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_home_folder_is_refused_from_a_project_elsewhere(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    message = refusal(elsewhere, ["a.html"], str(project.parent))
    assert message == f"the output folder {project.parent} is the home folder or holds it"
    assert list(elsewhere.iterdir()) == []


def test_links_are_resolved_before_a_folder_is_judged(project: Path) -> None:
    (project / "harmless").symlink_to(project / "content")
    assert refusal(project, ["a"], "harmless/x").endswith("is, holds or lies inside content/")


def test_an_output_folder_that_is_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "_site").symlink_to("real")
    for site in ({"a": "1"}, {"a": "2"}, {"b": "3"}):
        build(tmp_path, site)
        assert (tmp_path / "_site").readlink() == Path("real")
        assert tree(tmp_path / "real") == site


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    count, chance = 300, random.Random(1)
    began = time.perf_counter()
    start(tmp_path, "w0", count).communicate()
    whole = time.perf_counter() - began  # with the start of the interpreter, so longer than a publication
    live, seen = "w0", set()
    for number in range(1, 31):
        word = f"w{number}"
        builder = start(tmp_path, word, count)
        assert builder.stdout
        builder.stdout.read(6)
        time.sleep(chance.random() * whole)
        builder.kill()
        builder.communicate()
        outcomes = {"old": expected(live, count), "new": expected(word, count)}
        found = tree(tmp_path / "_site")
        outcome = next(name for name, site in outcomes.items() if site == found)
        seen.add(outcome)
        live = word if outcome == "new" else live
    build(tmp_path, expected("last", count))
    assert tree(tmp_path / "_site") == expected("last", count)
    assert seen == {"old", "new"}


def test_a_kill_at_each_step_of_the_exchange_is_mended(tmp_path: Path) -> None:
    def killed_before(_new: Path, _live: Path, _aside: Path) -> None:
        os._exit(9)

    def killed_after(new: Path, live: Path, aside: Path) -> None:
        exchange_folders(new, live, aside)
        os._exit(9)

    (tmp_path / "_site").mkdir()
    (tmp_path / "_site/CNAME").write_text("example.org")
    build(tmp_path, {"a": "0", "b": "0"})
    steps: list[Exchange] = [killed_before, killed_after] * 3
    for number, exchange in enumerate(steps, start=1):
        child = os.fork()
        if not child:
            outputs = [PlannedOutput("a", SOURCE), PlannedOutput("b", SOURCE)]
            out = tmp_path / "_site"
            publication = Publication.open(tmp_path, out, outputs, ProblemLog(), exchange=exchange)
            publication.commit([publication.put("a", b"%d" % number), publication.put("b", b"0")])
        os.waitpid(child, 0)
        live = number if exchange is killed_after else number - 1
        assert tree(tmp_path / "_site") == {"CNAME": "example.org", "a": str(live), "b": "0"}
        build(tmp_path, {"a": str(number), "b": "0"})
        assert tree(tmp_path / "_site") == {"CNAME": "example.org", "a": str(number), "b": "0"}


def test_ctrl_c_removes_what_was_prepared(tmp_path: Path) -> None:
    build(tmp_path, expected("old", 50))
    builder = start(tmp_path, "new", 5000)
    assert builder.stdout
    builder.stdout.read(6)
    builder.send_signal(signal.SIGINT)
    builder.communicate()
    assert tree(tmp_path / "_site") == expected("old", 50)
    [staging] = (tmp_path / ".plenary").glob("published-*")
    assert not (staging / "dirty").exists()
    assert not (staging / "previous/new").exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for 1 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", *options], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs the right to mount a tmpfs")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.skipif(not shutil.which("mount"), reason="needs mount")
def test_a_full_disk_keeps_the_old_site_and_says_what_was_needed(small_disk: Path) -> None:
    project = small_disk / "project"
    build(project, {"a.html": "old"})
    paths = [f"{number}.html" for number in range(300)]
    with pytest.raises(Stop) as stop, begin(project, paths) as publication:
        for path in paths:
            publication.put(path, b"x" * 8192)
    assert stop.value.status is ExitStatus.ENVIRONMENT
    words = str(stop.value).replace(",", "").split()
    assert str(stop.value).startswith("the disk is full: the new site needs more than ")
    needed, free = (int(word) for word in words if word.isdigit())
    assert 900_000 < free < 1_048_576
    assert free < needed + 4096
    assert tree(project / "_site") == {"a.html": "old"}
    assert [path.name for path in (project / ".plenary").glob("*/previous")] == []
    build(project, {"a.html": "next"})
    assert tree(project / "_site") == {"a.html": "next"}


@pytest.mark.skipif(not shutil.which("mount"), reason="needs mount")
def test_a_full_disk_is_reported_beside_a_link_of_others_that_leads_nowhere(small_disk: Path) -> None:
    project = small_disk / "project"
    build(project, {"a.html": "first"})
    (project / "_site/nowhere").symlink_to("gone")
    build(project, {"a.html": "old"})
    with (
        pytest.raises(Stop, match=r"^the disk is full: the new site needs more than "),
        begin(project, ["a.html", "big.html"]) as publication,
    ):
        publication.put("big.html", b"x" * 2_000_000)
    assert tree(project / "_site") == {"a.html": "old"}
    assert (project / "_site/nowhere").readlink() == Path("gone")


def test_a_file_beyond_a_limit_is_one_line(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "old"})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(Stop, match=r"^cannot write a\.html: File too large$"):
            build(tmp_path, {"a.html": "x" * 8192})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert tree(tmp_path / "_site") == {"a.html": "old"}


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("mount"), reason="root may write everywhere")
def test_a_read_only_parent_is_one_line(tmp_path: Path) -> None:
    parent = tmp_path / "www"
    parent.mkdir()
    if os.geteuid() == 0:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(parent)], capture_output=True)
        if done.returncode:
            pytest.skip("root may write everywhere, and has no right to mount")
    else:
        parent.chmod(0o555)
    try:
        line = refusal(tmp_path, ["a.html"], "www/site")
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "-l", str(parent)], check=True)
    assert line == f"cannot publish to {parent}/site: no right to write in {parent}"


def test_a_second_build_waits_and_then_publishes(tmp_path: Path) -> None:
    first = begin(tmp_path, ["a"])
    second = start(tmp_path, "second", 10)
    time.sleep(0.2)
    first.commit([first.put("a", b"first")])
    first.close()
    second.communicate(timeout=10)
    assert second.returncode == 0
    assert tree(tmp_path / "_site") == expected("second", 10)


def test_a_second_build_that_waited_long_enough_names_the_first(tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        begin(tmp_path, ["a"])
        time.sleep(60)
    try:
        while not (tmp_path / ".plenary/lock").exists() or not (tmp_path / ".plenary/lock").read_text():
            time.sleep(0.01)
        with pytest.raises(Stop) as stop:
            begin(tmp_path, ["a"], patience=0.1)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert str(stop.value) == f"another build is running (pid {child})"
    assert stop.value.status is ExitStatus.ENVIRONMENT
    build(tmp_path, {"a": "1"})


def test_a_worker_that_outlives_a_killed_build_does_not_keep_the_lock(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        begin(tmp_path, ["a"])
        worker = os.fork()
        if worker:
            os.write(writing, b"%d" % worker)
        time.sleep(60)
    worker = int(os.read(reading, 20))
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        build(tmp_path, {"a": "1"})
    finally:
        os.kill(worker, signal.SIGKILL)
        os.close(reading)
        os.close(writing)
    assert tree(tmp_path / "_site") == {"a": "1"}


def test_no_request_misses_during_twenty_rebuilds(tmp_path: Path) -> None:
    paths = [f"{number % 5}/{number}.html" for number in range(40)]
    (tmp_path / "_site/.well-known").mkdir(parents=True)
    (tmp_path / "_site/.well-known/x").write_text("whole")
    build(tmp_path, dict.fromkeys(paths, "whole 0"))
    served: list[str] = []
    done = threading.Event()

    def visit() -> None:
        while not done.is_set() or len(served) < 500:
            for path in (*paths, ".well-known/x"):
                served.append((tmp_path / "_site" / path).read_text().split()[0])

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        for number in range(1, 21):
            build(tmp_path, dict.fromkeys(paths, f"whole {number}"))
    finally:
        done.set()
        visitor.join()
    assert len(served) >= 500
    assert set(served) == {"whole"}


def test_what_others_write_while_we_publish_is_not_lost(tmp_path: Path) -> None:
    def busy_neighbour(new: Path, live: Path, aside: Path) -> None:
        (live / "late").write_text("late")
        (live / "2022/late").write_text("late")
        (live / "CNAME.new").write_text("new.example")
        (live / "CNAME.new").rename(live / "CNAME")
        exchange_folders(new, live, aside)

    build(tmp_path, {"2022/a": "1", "b": "1"})
    (tmp_path / "_site/CNAME").write_text("old.example")
    outputs = [PlannedOutput("2022/a", SOURCE), PlannedOutput("b", SOURCE)]
    out = tmp_path / "_site"
    with Publication.open(tmp_path, out, outputs, ProblemLog(), exchange=busy_neighbour) as publication:
        publication.commit([publication.put("2022/a", b"2"), publication.put("b", b"1")])
    foreign = {"2022/late": "late", "CNAME": "new.example", "late": "late"}
    assert tree(out) == {"2022/a": "2", "b": "1"} | foreign
    build(tmp_path, {"2022/a": "3", "b": "1"})
    assert tree(out) == {"2022/a": "3", "b": "1"} | foreign


def test_a_link_that_takes_our_place_while_we_publish_is_never_followed(tmp_path: Path) -> None:
    def hostile_neighbour(new: Path, live: Path, aside: Path) -> None:
        (live / "2022").rename(tmp_path / "elsewhere")
        (live / "2022").symlink_to(tmp_path / "elsewhere")
        exchange_folders(new, live, aside)

    build(tmp_path, {"2022/a": "1", "b": "1"})
    build(tmp_path, {"2022/a": "1", "b": "2"})
    outputs, out = [PlannedOutput("2022/a", SOURCE), PlannedOutput("b", SOURCE)], tmp_path / "_site"
    with Publication.open(tmp_path, out, outputs, ProblemLog(), exchange=hostile_neighbour) as publication:
        publication.commit([publication.put("2022/a", b"1"), publication.put("b", b"3")])
    assert tree(out) == {"2022/a": "1", "b": "3"}
    for site in ({"2022/a": "4"}, {"b": "5"}, {"2022/a": "6"}):
        build(tmp_path, site)
        assert tree(out) == site
        assert tree(tmp_path / "elsewhere") == {"a": "1"}


def test_rights_and_links_of_foreign_files_are_kept(tmp_path: Path) -> None:
    build(tmp_path, {"a": "1"})
    (tmp_path / "_site/bin").mkdir(mode=0o700)
    (tmp_path / "_site/bin/tool").write_text("tool")
    (tmp_path / "_site/bin/tool").chmod(0o750)
    (tmp_path / "_site/bin/link").symlink_to("tool")
    build(tmp_path, {"a": "2"})
    folder, tool = (tmp_path / "_site" / path for path in ("bin", "bin/tool"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, tool)] == [0o700, 0o750]
    assert (tmp_path / "_site/bin/link").readlink() == Path("tool")


def test_the_fallback_keeps_foreign_files_too(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "_site/CNAME").write_text("example.org")
    for number in range(3):
        out = tmp_path / "_site"
        with Publication.open(
            tmp_path, out, [PlannedOutput("a", SOURCE)], ProblemLog(), exchange=rename_twice
        ) as publication:
            publication.commit([publication.put("a", b"%d" % number)])
        assert tree(out) == {"CNAME": "example.org", "a": str(number)}
