"""The command line: exit statuses, where options stand, and no traceback for any mistake of a user."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.app import main

BUILD = Path(__file__).parent.parent / "build.py"
BIB = "@inproceedings{a, title={Fast Trees}, author={Ada Lovelace}, year={2022}}\n"


@pytest.fixture(autouse=True)
def keep_signals() -> Iterator[None]:
    """The handler that a command installs goes with it."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def write(project: Path, files: dict[str, str]) -> Path:
    """A project of these files, with the smallest site.yaml where none is given."""
    for name, text in {"content/site.yaml": "title: Toy\n", **files}.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return project


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Status, output and error output of a command."""
    try:
        status = main([str(each) for each in arguments])
    except SystemExit as ended:
        status = int(ended.code or 0)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_options_stand_before_a_command_or_behind_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write(tmp_path / "project", {"content/sources/2022.bib": BIB})
    expected = (
        "content/sources/2022.bib: BibTeX, edition 2022, as line 1 says: 1 read, 1 new, 1 missing\n"
        "added: conference 2022: Toy 2022\n"
        "added: paper fast-trees: Fast Trees\n"
        "Read 1 source document: 1 paper, 1 person added, 0 changed → content/\n"
    )
    assert run(capsys, "--project", project, "ingest") == (0, expected, "")
    again = "Read 1 source document: 0 papers added, 0 changed → content/"
    assert run(capsys, "ingest", "--project", project)[1].splitlines()[-1] == again
    assert run(capsys, "ingest", "--project", project, "--strict")[0] == 0


def test_what_is_no_command_or_option_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--colour"], ["bild"], ["build", "--jobs", "many"], ["ingest", "--project"]):
        status, out, err = run(capsys, *arguments)
        assert (status, out, err.splitlines()[0][:14]) == (2, "", "usage: plenary")


def test_a_folder_without_content_is_a_mistake_of_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = "    hint: `new DIR` makes a project; the smallest one is this file with `title:`\n"
    expected = (2, "", f"plenary: there is no content/site.yaml in {tmp_path}\n{hint}")
    for command in (["ingest"], ["build"], []):
        assert run(capsys, *command, "--project", tmp_path) == expected
    monkeypatch.chdir(tmp_path)
    status, _, err = run(capsys, "build")
    assert (status, err.splitlines()[1]) == (2, "    hint: `new DIR` makes one")
    assert list(tmp_path.iterdir()) == []


def test_a_file_outside_the_project_is_a_mistake_of_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write(tmp_path / "project", {"content/sources/2022.bib": BIB})
    expected = f"plenary: {tmp_path}/x.bib is not in the project {project}\n"
    assert run(capsys, "ingest", tmp_path / "x.bib", "--project", project) == (2, "", expected)


def test_a_mistake_in_content_has_its_place_and_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write(tmp_path, {"content/2022/papers/a.yaml": 'tilte: "\\e[31m"\n'})
    for command in ("ingest", "build"):
        status, out, err = run(capsys, command, "--project", project)
        assert (status, out) == (1, "")
        assert err.splitlines()[0] == (
            "content/2022/papers/a.yaml:1:8: error: the control character U+001B is not allowed"
            " [control-character]"
        )
        assert "\x1b" not in err


def test_with_strict_a_warning_ends_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write(tmp_path, {"content/2022/papers/a.yaml": "title:\n"})
    expected = (
        "content/2022/papers/a.yaml:1:1: warning: the title is empty [empty-title]\n"
        "    hint: write the title, or take the key away\n"
    )
    status, _, err = run(capsys, "build", "--project", project, "--strict")
    assert (status, err) == (1, f"{expected}0 errors, 1 warning; nothing changed\n")
    assert not (project / "_site").exists()
    status, out, err = run(capsys, "build", "--project", project)
    assert (status, out[:26], err) == (0, "Built 1 edition, 1 paper →", expected)


def in_a_process(
    project: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, BUILD, "--project", project, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
    )


def test_a_terminal_without_our_letters_gets_escapes(tmp_path: Path) -> None:
    project = write(tmp_path, {"content/sources/2022.bib": BIB})
    process = in_a_process(project, "ingest", environment={"PYTHONIOENCODING": "ascii"})
    out, err = process.communicate(timeout=600)
    assert (process.returncode, err, out.splitlines()[-1]) == (
        0,
        "",
        "Read 1 source document: 1 paper, 1 person added, 0 changed \\u2192 content/",
    )


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    project = write(tmp_path, {"content/sources/2022.bib": BIB})
    process = in_a_process(project, "ingest")
    assert process.stdout and process.stderr
    process.stdout.close()
    assert (process.stderr.read(), process.wait(timeout=600)) == ("", 0)
    process.stderr.close()


def catches(process: int, number: signal.Signals) -> bool:
    """Whether a process has a handler for a signal."""
    state = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    caught = int(state.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught >> (number - 1) & 1)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_command_with_its_status(tmp_path: Path, number: signal.Signals, status: int) -> None:
    entries = "".join(
        BIB.replace("{a,", f"{{a{n},").replace("Trees", f"Trees {n} {n * 7919}") for n in range(6000)
    )
    project = write(tmp_path, {"content/sources/2022.bib": entries})
    process = in_a_process(project, "ingest")
    while not catches(process.pid, signal.SIGTERM):  # until it runs the command
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    out, err = process.communicate(timeout=600)
    assert (process.returncode, out) == (status, "")
    assert (
        err
        == {
            130: "plenary: interrupted\n",
            143: "plenary: terminated\n",
        }[status]
    )
    assert [
        path.name for path in (project / "content").iterdir() if path.name not in ("site.yaml", "sources")
    ] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--version")
    assert (status, out[:8]) == (0, "plenary ")


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--jobs", "0", "--jobs must be 1 or more, not 0"),
        ("--jobs", "-1", "--jobs must be 1 or more, not -1"),
        *(
            (
                "--base-url",
                url,
                f"--base-url: '{url}' is not where a site lives; write it as https://example.org/",
            )
            for url in ("nonsense", "https://", "", "ftp://a.org/", "https://[x/")
        ),
    ],
)
def test_a_wrong_value_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, expected: str
) -> None:
    project = write(tmp_path / "project", {})
    assert run(capsys, "--project", project, "build", option, value) == (2, "", f"plenary: {expected}\n")
    assert not (project / "_site").exists()


@pytest.mark.parametrize("command", [[], ["build"], ["deploy"]])
def test_an_output_folder_is_refused_before_anything_is_ingested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    project = write(tmp_path / "project", {"content/sources/2022.bib": BIB})
    (tmp_path / "elsewhere").mkdir()
    (project / "public").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(project)
    before = sorted(tmp_path.rglob("*"))
    status, _, expected = run(capsys, *command, "--out", "public/site")
    assert (status, expected.splitlines()[0]) == (
        2,
        f"plenary: the output folder {project}/public/site leaves the project by a symbolic link",
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_a_paper_that_left_its_source_is_explained_by_no_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = BIB.replace("{a,", "{b,").replace("Fast Trees", "Slow Graphs")
    project = write(tmp_path / "project", {"content/sources/2022.bib": BIB + other})
    run(capsys, "--project", project, "ingest")
    write(project, {"content/sources/2022.bib": other})
    for _ in range(2):
        run(capsys, "--project", project, "ingest")
        status, expected, _ = run(capsys, "--project", project, "explain", "fast-trees")
        title = expected.split("title: Fast Trees\n")[1].splitlines()
        assert (status, title[:2]) == (
            0,
            [
                "    content/2022/papers/fast-trees.yaml:2:1",
                "    (no source says this any more; last seen in content/sources/2022.bib:1)",
            ],
        )
    write(project, {"content/sources/2022.bib": other + BIB})
    run(capsys, "--project", project, "ingest")
    assert "← content/sources/2022.bib:2" in run(capsys, "--project", project, "explain", "fast-trees")[1]


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        *((["check", place], 2) for place in ("circle", "nowhere", "file/x", "pipe")),
        *((["check", place], 2) for place in ("deep", "folder")),
        *((["build", "--out", place], 2) for place in ("circle", "pipe")),
        (["build", "--out", "deep"], 2),
        *((["changes", "--against", place], 2) for place in ("folder", "file")),
        *((["changes", "--against", place], 3) for place in ("deep", "circle", "http://[")),
        *((["check", "--against", place], 2) for place in ("deep", "circle", "http://[", "pipe")),
        *((["ingest", place], 2) for place in ("circle", "nowhere", "~nobody/x")),
        *((["explain", what], 2) for what in ("http://[", "[", "content", "\udce9")),
        *((["deploy", target], 2) for target in ("~nobody/x", "./circle", "http://[", "./pipe")),
        *((["new", place], 2) for place in ("circle", "file")),
        *((["new", "fresh", "--edition", word], 2) for word in ("", "..", "sources", "a/b", "²")),
        *((["new", "fresh", "--first-day", day], 2) for day in ("", "2027-13-45", "99999-01-01", "soon")),
        *((["new", "fresh", "--time-zone", zone], 2) for zone in ("", "Mars/Phobos", "../../etc/passwd")),
        (["serve", "--host", "no host"], 2),
    ],
    ids=repr,
)
def test_no_value_of_an_option_is_a_traceback(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Places are a link that leads in circles, a pipe, a manifest nested very deep, and what is not there."""
    project = write(tmp_path / "project", {"content/2026/papers/a.yaml": "title: A\nauthors: [Ann Lee]\n"})
    monkeypatch.chdir(tmp_path)
    Path("circle").symlink_to("circle")
    Path("file").write_text("x")
    os.mkfifo("pipe")
    for name in ("folder", "deep"):
        Path(name).mkdir()
    Path("deep/build-manifest.json").write_text(DEEP)
    ended = run(capsys, "--project", project, *arguments)
    assert (ended[0], "Traceback" in ended[2]) == (status, False), ended[2]
    assert status == 0 or ended[2] != ""
