"""The validator of the W3C has nothing to say of a page; `VNU_JAR` tells where its program is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from docs.reference.__main__ import main as reference
from site_gen.build import build
from site_gen.problems import ProblemLog
from site_gen.scaffold import Answers, create

PROJECT = Path(__file__).parent.parent
VALIDATOR = os.environ.get("VNU_JAR", "")
needs_validator = pytest.mark.skipif(
    not (VALIDATOR and shutil.which("java")), reason="needs Java, and VNU_JAR=/path/to/vnu.jar"
)
# On a disk no file is of the same origin as a page, a picture inside a file is of none, and linked data is no
# script: to it all three are against the policy of the page, which the tests in a browser hold. A property
# that it does not know yet brings the own place of a menu into sight.
MISTAKEN = (
    "CSS: “scroll-initial-target”: Property “scroll-initial-target” doesn't exist",
    "Resource violates Content Security Policy (meta tag):",
    "Inline script violates Content Security Policy (meta tag):",
)


def built(project: Path) -> Path:
    """The published folder of a project, each edition in one file too."""
    assert build(project, project / "_site", ProblemLog(), asked_for=["single-file"])
    return project / "_site"


def faults_of(folder: Path) -> list[str]:
    """What the validator says of the pages in a folder."""
    command = ["java", "-Xss64m", "-jar", VALIDATOR, "--skip-non-html", "--format", "json", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{each['url']}:{each.get('lastLine')}: {each['message']}"
        for each in messages
        if not each["message"].startswith(MISTAKEN)
    ]


@needs_validator
def test_every_page_of_the_real_site_is_valid(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    assert faults_of(built(tmp_path)) == []


@needs_validator
def test_every_page_of_the_manual_and_of_volumes_is_valid(tmp_path: Path) -> None:
    for name in ("content", "static"):
        shutil.copytree(PROJECT / "docs" / name, tmp_path / name)
    reference(tmp_path / "content" / "pages")
    edition = tmp_path / "content/2026"
    (edition / "papers").mkdir(parents=True)
    (edition / "conference.yaml").write_text(
        "title: Owls\nvolumes:\n- {id: long, title: 'Owls (Long)', editors: [Ada Bee],\n"
        "   isbn: 978-3-16-148410-0, doi: 10.5555/owls, publisher: Barn, front_matter: 'https://owls.example/front.pdf'}\n"
    )
    (edition / "papers/a.yaml").write_text("title: A\nauthors: [Ada Bee]\nvolume: long\npages: 1-2\n")
    assert faults_of(built(tmp_path)) == []


@needs_validator
def test_every_page_of_a_new_project_is_valid(tmp_path: Path) -> None:
    project = tmp_path / "new"
    create(project, Answers("Conf", "2027-05-03", "Europe/Berlin"))
    assert faults_of(built(project)) == []
