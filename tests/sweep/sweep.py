"""What is swept, from nothing and over what was there, and what must hold after a fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_gen.build import build as build_site
from site_gen.deploy import deploy
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.edits.oracle import write
from tests.edits.project import Files
from tests.sweep.tracing import BROKEN, ERRORS, KILLED, Ended, Fault, traced
from tests.test_deploy import Desk
from tests.test_publish_faults import build

_BIB = "@inproceedings{{{}, title={{{} Trees}}, author={{Lovelace, Ada}}, year={{2022}}}}\n"
_CONTENT = {"content/site.yaml": b"title: Toy\nbase_url: https://toy.example/\n"}


@dataclass(frozen=True)
class Subject:
    """A command, the files before it, and the tree that it writes, of which all is old or all is new."""

    name: str
    before: Callable[[Path], object]
    command: Callable[[Path], object]
    tree: str


def _sources(title: str) -> Callable[[Path], object]:
    text = _BIB.format("a", title) + _BIB.format("b", "High")
    return lambda project: write(project, {}, _CONTENT | {"content/sources/2022.bib": text.encode()})


def _ingested(project: Path) -> object:
    problems = ProblemLog()
    ingested = ingest(project, problems)
    assert ingested.is_written, problems.all
    return ingested


def _ingested_once(project: Path) -> None:
    _sources("Slow")(project)
    _ingested(project)
    _sources("Fast")(project)


def _built(word: str) -> Callable[[Path], object]:
    site = {"index.html": word, f"{word}/only.html": word, "always/a.html": "", "always/b.html": word}
    return lambda project: build(project, site)


def _site_made(project: Path) -> object:
    problems = ProblemLog()
    made = build_site(project, project / "_site", problems)
    assert made and not problems.errors, problems.all
    return made


def _content(title: str) -> Callable[[Path], object]:
    paper = {f"content/2022/papers/{title.lower()}.yaml": f"title: {title}\nauthors: [Ada Bee]\n".encode()}
    edition = {"content/2022/conference.yaml": b"title: Toy 2022\n"}
    return lambda project: write(project, {}, _CONTENT | edition | paper)


def _site_made_once(project: Path) -> None:
    _content("Slow")(project)
    _site_made(project)
    (project / "content/2022/papers/slow.yaml").unlink()
    _content("Fast")(project)


def _deployed(project: Path) -> object:
    desk = Desk(note_vanished=lambda *_: None)
    done = deploy(project, project / "_site", desk.problems, desk.prompts(), target=str(project / "www"))
    assert done, desk.problems.all
    return done


def _nothing(_project: Path) -> None:
    pass


def _before_deployment(project: Path) -> None:
    write(project, {}, _CONTENT)
    _built("new")(project)


def _deployed_once(project: Path) -> None:
    write(project, {}, _CONTENT)
    _built("old")(project)
    _deployed(project)
    _built("new")(project)


SUBJECTS = (
    Subject("ingest from nothing", _sources("Fast"), _ingested, "content"),
    Subject("ingest again", _ingested_once, _ingested, "content"),
    Subject("build from nothing", _nothing, _built("new"), "_site"),
    Subject("build again", _built("old"), _built("new"), "_site"),
    Subject("a whole site from nothing", _content("Fast"), _site_made, "_site"),
    Subject("a whole site again", _site_made_once, _site_made, "_site"),
    Subject("deploy from nothing", _before_deployment, _deployed, "www"),
    Subject("deploy again", _deployed_once, _deployed, "www"),
)


def swept(
    subject: Subject, folder: Path, share: int = 1, first: int = 0
) -> Iterator[tuple[Fault, Ended, str]]:
    """Each fault that is tried, one in `share`, how the command ended, and what is wrong after it."""
    subject.command(_fresh(subject, folder))  # what is imported late is imported once
    project = _fresh(subject, folder)
    old = files_of(project / subject.tree)
    whole = traced(lambda: subject.command(project), project)
    assert whole.status == 0, whole.said
    new, everything = files_of(project / subject.tree), set(files_of(project))
    faults = [Fault(at, error) for at in range(len(whole.calls)) for error in (None, *ERRORS)]
    for fault in faults[first::share]:
        project = _fresh(subject, folder)
        ended = traced(lambda: subject.command(project), project, fault)  # noqa: B023  # called at once
        yield fault, ended, _wrong(subject, project, ended, old, new, everything)


def _fresh(subject: Subject, folder: Path) -> Path:
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir()
    subject.before(project)
    return project


def _wrong(
    subject: Subject, project: Path, ended: Ended, old: Files, new: Files, everything: set[str]
) -> str:
    if ended.status == BROKEN:
        return ended.said.strip().rpartition("\n")[2]
    found = files_of(project / subject.tree)
    for path, body in found.items():
        if path.endswith(".yaml") and not path.startswith("."):
            yaml.load(body, yaml.BaseLoader)
    is_pending = (project / ".plenary-pending").exists()  # the way back was refused too
    if (
        ended.status != KILLED
        and not is_pending
        and subject.tree != "www"
        and _shown(found) not in (_shown(old), _shown(new))
    ):
        differing = sorted(path for path in found.keys() | old.keys() if found.get(path) != old.get(path))
        return f"neither old nor new: {differing[:3]}"
    subject.command(project)  # without help
    found = files_of(project / subject.tree)
    if _shown(found) != _shown(new):
        return f"the next run does not complete it: {sorted(set(new.items()) ^ set(found.items()))[:2]}"
    stray = sorted(path for path in files_of(project) if path not in everything and ".plenary" not in path)
    return f"stray files: {stray[:3]}" if stray else ""


def _shown(files: Files) -> Files:
    """The files that anybody reads: hidden ones lie ready, and no disk that is read-only lets go of them."""
    return {
        path: body
        for path, body in files.items()
        if not path.startswith("sources/") and not path.rpartition("/")[2].startswith(".")
    }


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
