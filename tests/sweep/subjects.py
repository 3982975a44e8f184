"""What is swept: commands that write, from nothing and over what was there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from site_gen.build import build as build_site
from site_gen.deploy import deploy
from site_gen.fetch import fetch
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.edits.oracle import write
from tests.edits.project import Files
from tests.test_deploy import Desk, of_word
from tests.test_deploy_rsync import publish_by_rsync
from tests.test_publish_faults import build

_BIB = "@inproceedings{{{}, title={{{} Trees}}, author={{Lovelace, Ada}}, year={{2022}}}}\n"
_CONTENT = {"content/site.yaml": b"title: Toy\nbase_url: https://toy.example/\n"}


class Whole(Enum):
    """When all that a command writes is old, or all is new."""

    ALWAYS = "whatever happens"
    UNLESS_KILLED = "unless it is killed: the next command completes it"
    BY_FILE = "file by file, and no page refers to what is not there"


@dataclass(frozen=True)
class Subject:
    """A command, the files before it, and the tree that it writes."""

    name: str
    before: Callable[[Path], object]
    command: Callable[[Path], object]
    tree: str
    whole: Whole
    surroundings: Callable[[Path], AbstractContextManager[object]] = lambda _: nullcontext()
    generations: int = 0  # of programs that are killed, or refused, with it

    def files(self, project: Path) -> Files:
        """What anybody sees of the tree: a bare repository is what its branch holds."""
        folder = project / self.tree
        return _files_of_branch(folder) if (folder / "HEAD").is_file() else files_of(folder)


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
    build(project, of_word("new", 3))


def _after(deployed: Callable[[Path], object], first: Callable[[Path], object]) -> Callable[[Path], object]:
    """A project whose old site is out there, and whose new one is built."""

    def make(project: Path) -> None:
        first(project)
        build(project, of_word("old", 4))
        deployed(project)
        build(project, of_word("new", 3))

    return make


def _checkout(project: Path) -> None:
    """A project in a checkout, whose remote is a bare repository beside it."""
    _before_deployment(project)
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["init", "-q", "--bare", "-b", "main", "www"],
        ["remote", "add", "origin", "www"],
        ["add", "content"],
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Content"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)


def _pushed(project: Path) -> object:
    desk = Desk(note_vanished=lambda *_: None)
    done = deploy(project, project / "_site", desk.problems, desk.prompts(), target="origin/gh-pages")
    assert done, desk.problems.all
    return done


def _files_of_branch(repository: Path) -> Files:
    command = ["git", "archive", "--format=tar", "gh-pages"]
    packed = subprocess.run(command, cwd=repository, capture_output=True, check=False).stdout
    if not packed:
        return {}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        files = [(each.name, archive.extractfile(each)) for each in archive if each.isfile()]
        return {name: body.read() for name, body in files if body}


def _synchronised(project: Path) -> object:
    publish_by_rsync(project, str(project / "www"))
    return project


@contextmanager
def _upstream(folder: Path) -> Iterator[None]:
    """A server of documents, in a process of its own; its address stands in the folder."""
    (folder / "upstream").mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-u",
        "-m",
        "http.server",
        "--bind",
        "127.0.0.1",
        "--directory",
        "upstream",
        "0",
    ]
    output = subprocess.PIPE
    server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.DEVNULL, text=True)
    with server:
        assert server.stdout is not None
        port = server.stdout.readline().split()[5]
        (folder / "address").write_text(f"http://127.0.0.1:{port}/papers.csv")
        yield
        server.kill()


def _offered(title: str, changed: int) -> Callable[[Path], object]:
    """A project with the address of a document that its server changed at this second."""

    def make(project: Path) -> None:
        document = project.parent / "upstream/papers.csv"
        document.write_text(f"title,authors\n{title} Trees,Ada Lovelace\n")
        os.utime(document, (changed, changed))
        address = (project.parent / "address").read_text()
        entry = f"- file: papers.csv\n  edition: '2022'\n  url: {address}\n"
        write(project, {}, _CONTENT | {"content/sources.yaml": entry.encode()})

    return make


def _fetched(project: Path) -> object:
    problems = ProblemLog()
    found = fetch(project, problems, today=date(2022, 1, 1), http=True, environment={})
    assert not problems.all, problems.all
    return found


def _fetched_once(project: Path) -> None:
    _offered("Slow", 1_600_000_000)(project)
    _fetched(project)
    _offered("Fast", 1_700_000_000)(project)


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


_EVERY = 9  # generations: rsync at both ends
SUBJECTS = (
    Subject("ingest from nothing", _sources("Fast"), _ingested, "content", Whole.UNLESS_KILLED),
    Subject("ingest again", _ingested_once, _ingested, "content", Whole.UNLESS_KILLED),
    Subject("build from nothing", _nothing, _built("new"), "_site", Whole.ALWAYS),
    Subject("build again", _built("old"), _built("new"), "_site", Whole.ALWAYS),
    Subject("a whole site from nothing", _content("Fast"), _site_made, "_site", Whole.ALWAYS),
    Subject("a whole site again", _site_made_once, _site_made, "_site", Whole.ALWAYS),
    Subject("deploy from nothing", _before_deployment, _deployed, "www", Whole.BY_FILE),
    Subject("deploy again", _after(_deployed, _before_deployment), _deployed, "www", Whole.BY_FILE),
    Subject("branch from nothing", _checkout, _pushed, "www", Whole.ALWAYS, generations=1),
    Subject("branch again", _after(_pushed, _checkout), _pushed, "www", Whole.ALWAYS, generations=1),
    Subject(
        "rsync from nothing", _before_deployment, _synchronised, "www", Whole.BY_FILE, generations=_EVERY
    ),
    Subject(
        "rsync again",
        _after(_synchronised, _before_deployment),
        _synchronised,
        "www",
        Whole.BY_FILE,
        generations=_EVERY,
    ),
    Subject(
        "fetch from nothing",
        _offered("Fast", 1_700_000_000),
        _fetched,
        "content/sources",
        Whole.ALWAYS,
        _upstream,
    ),
    Subject("fetch again", _fetched_once, _fetched, "content/sources", Whole.ALWAYS, _upstream),
)
