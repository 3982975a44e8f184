"""A new project's own commands and files for hosts, with a clone, with a command, and without either."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from tests.rendering import warns_of_examples_alone
from tests.test_scaffold import BLANK, CLONE, new, run, text

SET_UP = f"""#!/bin/sh
cd "$(dirname "$0")/.."
mkdir -p .venv/bin
printf '#!/bin/sh\\nexec "%s" "$@"\\n' '{sys.executable}' >.venv/bin/python
chmod +x .venv/bin/python
touch .venv/runtime.stamp
"""


def committed(repository: Path) -> str:
    """All files of a folder as a commit of a repository in it; its id."""
    git = ["git", "-C", str(repository), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "--quiet"], ["add", "--force", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *arguments], check=True)
    return subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()


def clone_of_plenary(folder: Path, *without: str) -> Path:
    """A clone whose set-up takes the Python that runs the tests, instead of installing."""
    clone = folder / "the clone"
    for name in ("site_gen", "templates", "static"):
        shutil.copytree(CLONE / name, clone / name, ignore=shutil.ignore_patterns(*without))
    for name in ("build.py", "Makefile", "pyproject.toml", "uv.lock"):
        shutil.copy(CLONE / name, clone / name)
    (clone / ".ci").mkdir()
    (clone / ".ci" / "set-up").write_text(SET_UP)
    return clone


def test_its_makefile_works_with_a_clone_beside_it(tmp_path: Path) -> None:
    project = new(tmp_path)
    clone = clone_of_plenary(tmp_path)
    makefile = text(project, "Makefile").splitlines()
    recorded = [line.partition("?= ")[2] for line in makefile if line.startswith("PLENARY ?=")]
    assert (project / recorded[0]).resolve() == CLONE.resolve()
    output = run(project, "make", "site", f"PLENARY=../{clone.name}", "ARGS=--strict")
    assert output.startswith("Built 1 edition, 6 papers → _site/")
    output = run(project, "make", "check", PLENARY=f"../{clone.name}")
    assert warns_of_examples_alone(output)


def test_its_makefile_works_with_an_installed_command(tmp_path: Path) -> None:
    project = new(tmp_path)
    command = tmp_path / "plenary"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{CLONE}/build.py" "$@"\n')
    command.chmod(0o755)
    assert "6 papers → _site/" in run(project, "make", f"PLENARY={command}")


def test_its_makefile_says_when_there_is_no_plenary(tmp_path: Path) -> None:
    project = new(tmp_path)
    made = subprocess.run(
        ["make", "site", "PLENARY=nowhere"], cwd=project, capture_output=True, text=True, check=False
    )
    assert made.returncode == 2
    assert made.stderr.startswith("No Plenary at 'nowhere'. Say where it is: ")


def test_what_hosts_run_gets_plenary_from_its_repository(tmp_path: Path) -> None:
    project = new(tmp_path, BLANK)
    repository = clone_of_plenary(tmp_path, "__pycache__")
    committed(repository)
    (project / "ci" / "plenary-repository").write_text(f"# comment\n{repository}\n")
    (project / "content/sources/papers.csv").write_text("Title,Authors\nUnread,Ann Bee\n")
    (project / "content/2027/papers").mkdir(exist_ok=True)
    (project / "content/2027/papers/read.yaml").write_text("title: Read\nauthors: [Ann Bee]\n")
    content = {file: file.read_bytes() for file in (project / "content").rglob("*") if file.is_file()}
    output = run(project, "sh", "ci/site", BASE_URL="https://example.org/conf/", HOME=str(tmp_path))
    assert output.endswith("0 errors, 0 warnings\n")
    assert 'href="https://example.org/conf/2027/"' in text(project, "_site/index.html")
    # Exports that are private are not in the repository: what hosts run goes by content/ alone.
    again = {file: file.read_bytes() for file in (project / "content").rglob("*") if file.is_file()}
    assert again == content


def test_what_hosts_run_says_when_it_does_not_know_where_plenary_is(tmp_path: Path) -> None:
    project = new(tmp_path)
    (project / "ci" / "plenary-repository").write_text("# comment\n\n")
    ran = subprocess.run(["sh", "ci/site"], cwd=project, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (
        3,
        "Name Plenary's repository in ci/plenary-repository, or put its wheel into wheels/\n",
    )


def update(project: Path, plenary: Path) -> tuple[int, str]:
    """The status of an update of this Plenary, and what it says."""
    command = ["make", "--silent", "update", f"PLENARY={plenary}"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_an_update_brings_the_newest_commit_here_and_to_continuous_integration(tmp_path: Path) -> None:
    project, repository, clone = new(tmp_path), clone_of_plenary(tmp_path, "__pycache__"), tmp_path / "mine"
    committed(repository)
    subprocess.run(["git", "clone", "--quiet", repository, clone], check=True)
    (repository / "NEWS").write_text("new")
    newest = committed(repository)
    status, output = update(project, clone)
    assert (status, output.splitlines()[-1].partition(",")[0]) == (0, f"Plenary is at {newest}")
    assert text(project, "ci/plenary-commit") == f"{newest}\n"
    assert (clone / "NEWS").exists()


def test_an_update_says_what_to_do_where_there_is_nothing_to_update_from(tmp_path: Path) -> None:
    project, copy = new(tmp_path), clone_of_plenary(tmp_path, "__pycache__")
    before = text(project, "ci/plenary-commit")
    status, output = update(project, copy)
    assert (status, output.splitlines()[0]) == (
        2,
        f"'{copy}' is a copy without git: put a newer copy in its place, or a clone of its repository",
    )
    committed(copy)
    status, output = update(project, copy)
    assert (status, output.splitlines()[:2]) == (
        2,
        [
            f"'{copy}' is on no branch that follows another repository. Name one there, as",
            f"  git -C '{copy}' remote add origin https://…    (once)",
        ],
    )
    status, output = update(project, tmp_path / "nowhere")
    assert (status, output.splitlines()[0]) == (
        2,
        f"'{tmp_path}/nowhere' is not a clone: install a newer wheel, with the pip of its environment",
    )
    assert text(project, "ci/plenary-commit") == before


def test_the_files_for_hosts_are_right_in_their_languages(tmp_path: Path) -> None:
    built = new(tmp_path)
    workflow = yaml.safe_load(text(built, ".github/workflows/site.yml"))
    used = [step["uses"] for step in workflow["jobs"]["build"]["steps"] if "uses" in step]
    assert [re.fullmatch(r"actions/[a-z-]+@v\d+", action) is not None for action in used] == [True] * 5
    gitlab = yaml.safe_load(text(built, ".gitlab-ci.yml"))
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert tomllib.loads(text(built, "netlify.toml"))["build"]["publish"] == "_site"
    cloudflare = tomllib.loads(text(built, "wrangler.toml"))
    assert (cloudflare["name"], cloudflare["pages_build_output_dir"]) == (
        "example-conference-2027",
        "./_site",
    )
