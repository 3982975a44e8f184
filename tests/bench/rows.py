"""The rows of the benchmark: what each prepares, measures and makes sure of."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_gen.content import Plain, paths, write_files
from tests.bench.corpus import Corpus
from tests.bench.edits import EDITS, Project, Shown
from tests.bench.emit import EDITION, emit_hugo
from tests.bench.goals import files_line
from tests.bench.measure import Run, measure
from tests.bench.preview import Preview
from tests.bench.same_job import same_bytes, same_pages, size_of
from tests.bench.sources import edited_document, session_documents, source_documents

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PROGRAM = ROOT / "build.py"
PAGES_ONLY = HERE / "pages_only.py"
SESSIONS = 2000  # of the document with sessions alone


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `run` prepares, measures once, and makes sure that the work was done."""

    name: str
    run: Callable[[], Run]


class Bench:
    """All projects of one size in a folder, and the rows over them, in the order of a round."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        self.folder = folder
        self.corpus = corpus
        self.hugo, self.copy = folder / "hugo", folder / "copy"
        quick: dict[str, Plain] = {"related_papers": "no", "figures": "no"}  # the others have none
        self.equal = Project(corpus, folder / "equal", [*(HERE / "templates").iterdir()], **quick)
        paper = [ROOT / "templates/paper.html"]  # a project's own, to be edited
        self.full = Project(corpus, folder / "full", paper)
        self.watched = Project(corpus, folder / "watched", paper)
        self._preview: Preview | None = None
        self._documents = source_documents(corpus)
        self._edits = 0
        emit_hugo(corpus, self.hugo)

    def rows(self) -> list[Row]:
        """Every row; one that needs a site builds it first, unmeasured, where none is there."""
        return [
            Row("python", lambda: measure([sys.executable, "-c", "pass"])),
            Row("hugo", self._hugo),
            *self._project_rows("equal", self.equal, PAGES_ONLY),
            Row("copy", self._copy),
            *self._project_rows("full", self.full, PROGRAM),
            Row("preview", self._previewed),
            Row("check", self._check),
            Row("check-again", self._check_again),
            Row("ingest", self._ingest),
            Row("ingest-again", self._ingest_again),
            Row("ingest-one", self._ingest_one),
            Row("ingest-sessions", self._ingest_sessions),
        ]

    def verify(self) -> Iterator[str]:
        """Build from nothing what was edited, compare, and tell pages and bytes.

        Raises AssertionError where an incremental build is not what a clean one is, or where Hugo's
        pages are others.
        """
        for project, program in ((self.equal, PAGES_ONLY), (self.full, PROGRAM)):
            if (site := project.folder / "_site").is_dir():
                clean = self.folder / "clean"
                _copy_project(project.folder, clean)
                measure(_build(clean, program))
                same_bytes(site, clean / "_site")
                shutil.rmtree(clean)
                yield f"{project.folder.name}: as a clean build, byte for byte"
        for name, site in (("hugo", self.hugo / "public"), *self._sites()):
            if site.is_dir():
                files, pages, size = size_of(site)
                yield f"{name}: {files} files, {pages} pages, {size / 1e6:.1f} MB"
                if name == "full":
                    yield files_line(files, len(self.corpus.papers))

    def end(self) -> None:
        """End the preview."""
        if self._preview:
            self._preview.end()

    def _sites(self) -> list[tuple[str, Path]]:
        return [(each.folder.name, each.folder / "_site") for each in (self.equal, self.full)]

    def _hugo(self) -> Run:
        _forget(self.hugo / "public")
        hugo = str(Path(sys.executable).with_name("hugo"))
        return measure(
            [hugo, "--quiet", "--source", str(self.hugo), "--destination", str(self.hugo / "public")]
        )

    def _copy(self) -> Run:
        _forget(self.copy)
        self._need(self.equal, PAGES_ONLY)
        return measure(["cp", "-r", str(self.equal.folder / "_site"), str(self.copy)])

    def _project_rows(self, name: str, project: Project, program: Path) -> Iterator[Row]:
        def cold() -> Run:
            project.forget()
            run = measure(_build(project.folder, program))
            if project is self.equal and not project.is_edited and (self.hugo / "public").is_dir():
                same_pages(project.folder / "_site", self.hugo / "public")
            return run

        def nothing() -> Run:
            self._need(project, program)
            return measure(_build(project.folder, program))

        def edited(edit: str) -> Callable[[], Run]:
            def run() -> Run:
                self._need(project, program)
                shown = project.save(edit)
                measured = measure(_build(project.folder, program))
                _make_sure(project.folder / "_site", shown)
                return measured

            return run

        yield Row(f"{name}-cold", cold)
        yield Row(f"{name}-nothing", nothing)
        for edit in EDITS:
            yield Row(f"{name}-{edit}", edited(edit))

    def _need(self, project: Project, program: Path) -> None:
        if not (project.folder / "_site").is_dir():
            measure(_build(project.folder, program))

    def _previewed(self) -> Run:
        if self._preview is None:
            self._preview = Preview(PROGRAM, self.watched.folder)
            first = self.corpus.papers[0]
            self._preview.wait_for(f"{EDITION}/papers/{first.id}/index.html", first.title)
            self._preview.measure(lambda: self.watched.save("abstract"))  # the first one imports
        return self._preview.measure(lambda: self.watched.save("abstract"))

    def _check(self) -> Run:
        self._need(self.full, PROGRAM)
        _copy_project(self.full.folder, self.folder / "checked")
        shutil.copytree(self.full.folder / "_site", self.folder / "checked/_site", copy_function=os.link)
        return measure(_command("check", self.folder / "checked"))

    def _check_again(self) -> Run:
        if not (self.folder / "checked").is_dir():
            self._check()
        return measure(_command("check", self.folder / "checked"))

    def _ingest(self) -> Run:
        project = self.folder / "ingested"
        _forget(project)
        write_files(project, dict(self._documents))
        run = measure(_command("ingest", project))
        held = {path.stem for path in (project / "content" / EDITION / "papers").iterdir()}
        assert len(held) == len(self.corpus.papers), f"{len(held)} papers of {len(self.corpus.papers)}"
        return run

    def _ingest_again(self) -> Run:
        project = self._ingested()
        before = _times(project)
        run = measure(_command("ingest", project))
        assert _times(project) == before, "an ingest of nothing new wrote something"
        return run

    def _ingest_one(self) -> Run:
        project = self._ingested()
        self._edits += 1
        path, text = edited_document(self._documents, self._edits)
        write_files(project, {path: text})
        return measure(_command("ingest", project))

    def _ingested(self) -> Path:
        if not (self.folder / "ingested").is_dir():
            self._ingest()
        return self.folder / "ingested"

    def _ingest_sessions(self) -> Run:
        project = self.folder / "sessions"
        _forget(project)
        write_files(project, dict(session_documents(self.corpus, SESSIONS)))
        run = measure(_command("ingest", project))
        held = (project / paths.sessions(EDITION)).read_text("utf-8").count("\n  title: ")
        assert held == SESSIONS, f"{held} sessions of {SESSIONS}"
        return run


def _build(project: Path, program: Path) -> list[str]:
    return _command("build", project, program)


def _command(command: str, project: Path, program: Path = PROGRAM) -> list[str]:
    return [sys.executable, str(program), command, "--project", str(project)]


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _copy_project(project: Path, to: Path) -> None:
    """What an organiser wrote, without what was made of it."""
    _forget(to)
    for name in ("content", "templates"):
        shutil.copytree(project / name, to / name)


def _make_sure(site: Path, shown: Shown) -> None:
    held = (site / shown.page).read_text(encoding="utf-8")
    assert shown.text in held, f"{shown.page} does not show '{shown.text}'"


def _times(project: Path) -> dict[str, int]:
    files: Sequence[Path] = [path for path in (project / "content").rglob("*") if path.is_file()]
    return {str(path): path.stat().st_mtime_ns for path in files}
