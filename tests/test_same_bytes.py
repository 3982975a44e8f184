"""Same content, same bytes: whatever the machine, its clock, its zone, its language or the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from site_gen.site.subjects import PaperOf
from tests.rendering import PROJECT, real_site
from tests.test_hostile_text import write_project

ONE = {
    "PYTHONHASHSEED": "1",
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "SOURCE_DATE_EPOCH": "1",
}
OTHER = {
    "PYTHONHASHSEED": "20260829",
    "TZ": "America/Los_Angeles",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C.UTF-8",
    "SOURCE_DATE_EPOCH": "1900000000",
    "USER": "somebody-else",
}


def built(project: Path, environment: dict[str, str], umask: int) -> dict[str, bytes]:
    """Every published file by its path, of a build in a process of its own."""
    project.mkdir(parents=True)
    write_project(project)
    subprocess.run(
        [sys.executable, "-m", "site_gen", "--project", str(project), "build"],
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        cwd=project,
        umask=umask,
        check=True,
        capture_output=True,
    )
    out = project / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The published files of a build in a folder, and by somebody, that can be told by their names."""
    folder = tmp_path_factory.mktemp("one") / "planted-folder-name"
    return built(folder, {**ONE, "USER": "planted-user"}, 0o022)


def test_two_builds_elsewhere_give_the_same_bytes(one: dict[str, bytes], tmp_path: Path) -> None:
    other = built(tmp_path / "a folder further down" / "other", OTHER, 0o077)
    assert [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)] == []
    assert len(one) > 200


def test_no_path_of_the_machine_is_published(one: dict[str, bytes]) -> None:
    planted = (b"planted-folder-name", b"planted-user", str(PROJECT).encode())
    assert [path for path, body in one.items() if any(each in body for each in planted)] == []


def test_every_paper_of_the_real_site_has_one_page() -> None:
    site = real_site()
    pages = Counter(page.subject.edition for page in site.pages if isinstance(page.subject, PaperOf))
    assert pages == {edition: len(found.papers) for edition, found in site.catalogue.editions.items()}
    assert sum(pages.values()) == 87
