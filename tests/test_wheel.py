"""The wheel: installed in a fresh environment outside the repository, it does all that a clone does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_gen import __version__
from site_gen.scaffold import Answers, create
from tests.rendering import warns_of_examples_alone

CLONE = Path(__file__).parent.parent
ANSWERS = ("--title", "Wheel Conf", "--first-day", "2027-05-03", "--time-zone", "Europe/Berlin")
NO_NETWORK = re.compile(
    r"dns error|error sending request|Failed to fetch|Connection refused|network was disabled"
)


def uv(*arguments: str | Path) -> str:
    """What uv prints. Without uv, or without the package registry, the test is skipped and says so."""
    program = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        pytest.skip("the wheel was not tried: there is no uv (`make test` installs it in .venv)")
    ran = subprocess.run([program, *arguments], cwd=CLONE, capture_output=True, text=True, check=False)
    if ran.returncode and (found := NO_NETWORK.search(ran.stderr)):
        pytest.skip(f"the wheel was not tried, for the package registry cannot be reached: {found[0]}")
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    uv("build", "--quiet", "--wheel", "--out-dir", folder, "--python", sys.executable)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel, and the packages that uv.lock pins."""
    folder = tmp_path_factory.mktemp("environment")
    pinned = folder / "pinned.txt"
    pinned.write_text(uv("export", "--quiet", "--frozen", "--no-dev", "--no-hashes", "--no-header"))
    uv("venv", "--quiet", "--python", sys.executable, folder / "venv")
    python = folder / "venv" / "bin" / "python"
    uv("pip", "install", "--quiet", "--python", python, "--constraint", pinned, wheel)
    return python.parent


def run(folder: Path, *command: str | Path) -> str:
    """What a command says in a folder, with nothing of the repository in its environment."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(folder)}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def files_beside(folder: Path, package_folder: str) -> set[str]:
    """The files of a folder of the repository by their names in the wheel, without Python's own."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"{package_folder}/{path.relative_to(folder).as_posix()}" for path in found}


def test_the_wheel_holds_everything_that_the_package_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        names = {name for name in held.namelist() if not name.split("/")[0].endswith(".dist-info")}
    assert names == (
        files_beside(CLONE / "site_gen", "site_gen")
        | files_beside(CLONE / "templates", "site_gen/_builtin/templates")
        | files_beside(CLONE / "static", "site_gen/_builtin/static")
    )


def test_the_installed_command_makes_builds_and_checks_a_project(installed: Path, tmp_path: Path) -> None:
    plenary = installed / "plenary"
    assert run(tmp_path, plenary, "new", "conf", *ANSWERS) == "Created conf with a two-day example.\n"
    project = tmp_path / "conf"
    assert run(project, plenary, "--strict").startswith("Built 1 edition, 6 papers → _site/")
    assert warns_of_examples_alone(run(project, plenary, "check"))


def test_the_makefile_of_a_project_finds_the_command_that_made_it(installed: Path, tmp_path: Path) -> None:
    run(tmp_path, installed / "plenary", "new", "conf", *ANSWERS)
    assert "6 papers → _site/" in run(tmp_path / "conf", "make", "site")


def test_a_project_made_with_a_clone_is_the_same_site_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "conf"
    create(project, Answers("Wheel Conf", "2027-05-03", "Europe/Berlin"))
    run(project, installed / "plenary", "build", "--out", "by-wheel")
    run(project, sys.executable, CLONE / "build.py", "--project", project, "build", "--out", "by-clone")
    manifests = [(project / out / "build-manifest.json").read_bytes() for out in ("by-wheel", "by-clone")]
    assert manifests[0] == manifests[1]


def test_the_module_runs_too_and_both_tell_the_version(installed: Path, tmp_path: Path) -> None:
    asked = [(installed / "plenary",), (installed / "python", "-m", "site_gen")]
    assert [run(tmp_path, *command, "--version") for command in asked] == [f"plenary {__version__}\n"] * 2
