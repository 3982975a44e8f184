"""A project of the benchmark, and the edits that an organiser makes in it, one after the other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from site_gen.content import Plain, paths, write_files, write_list
from site_gen.text import slug
from tests.bench.corpus import Corpus
from tests.bench.emit import EDITION, emit_plenary, paper_file, sessions_file

_ARTICLE = re.compile(r"<article(?: data-edit=\"\d+\")?")


@dataclass(frozen=True, slots=True)
class Shown:
    """Text that a page of the site must hold after an edit; the page's path is inside the site."""

    page: str
    text: str


class Project:
    """A conference in a folder; every edit is of another paper, session or person than those before."""

    def __init__(self, corpus: Corpus, folder: Path, templates: Iterable[Path], **series: Plain) -> None:
        self.folder = folder
        self._corpus = replace(corpus, sessions=[*corpus.sessions], papers=[*corpus.papers])
        self._renamed: list[dict[str, Plain]] = []
        self._edits = 0
        emit_plenary(corpus, folder, **series)
        (folder / "templates").mkdir()
        for template in templates:
            shutil.copy(template, folder / "templates")

    @property
    def is_edited(self) -> bool:
        """Whether it is another conference by now than the corpus."""
        return self._edits > 0

    def forget(self) -> None:
        """As it was before the first build."""
        for name in ("_site", ".plenary"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def save(self, edit: str) -> Shown:
        """Make one edit of EDITS."""
        self._edits += 1
        return EDITS[edit](self)

    def edit_abstract(self) -> Shown:
        """A sentence more in one abstract, of the words of another."""
        at, mark = self._next(), f"This was edit {self._edits} of all."
        paper, other = self._corpus.papers[at], self._corpus.papers[at - 1]
        sentence, _, _ = other.abstract.partition(". ")
        self._corpus.papers[at] = replace(paper, abstract=f"{paper.abstract} {sentence}. {mark}")
        return Shown(self._save_paper(at), mark)

    def edit_title(self) -> Shown:
        """A word more in one title."""
        at = self._next()
        paper = self._corpus.papers[at]
        self._corpus.papers[at] = replace(paper, title=f"{paper.title} Edition {self._edits}")
        return Shown(self._save_paper(at), f"Edition {self._edits}")

    def move_session(self) -> Shown:
        """One session to the evening of its day."""
        at = self._edits % len(self._corpus.sessions)
        session = replace(self._corpus.sessions[at], start=f"18:{self._edits % 60:02}", end="19:30")
        self._corpus.sessions[at] = session
        self._write(paths.sessions(EDITION), sessions_file(self._corpus))
        return Shown(f"{EDITION}/sessions/{session.id}/index.html", session.start)

    def rename_person(self) -> Shown:
        """One person's preferred name; the printed one stays an alias, and the address what it was."""
        person = self._corpus.papers[self._next()].authors[0]
        name = f"{self._corpus.authors[person]} Renamed{self._edits}"
        self._renamed += [{"id": person, "name": name, "aliases": [self._corpus.authors[person]]}]
        self._write(paths.AUTHORS, write_list(self._renamed))
        return Shown(f"authors/{person}/index.html", f"Renamed{self._edits}")

    def edit_template(self) -> Shown:
        """What every paper's page is made of."""
        template = self.folder / "templates/paper.html"
        mark = f'<article data-edit="{self._edits}"'
        template.write_text(_ARTICLE.sub(mark, template.read_text("utf-8"), count=1), "utf-8")
        return Shown(f"{EDITION}/papers/{self._corpus.papers[0].id}/index.html", mark)

    def add_paper(self) -> Shown:
        """A paper by known people in a known session."""
        model = self._corpus.papers[self._next()]
        title = f"Added {self._edits}: {model.title}"
        added = replace(model, id=slug(title), number=len(self._corpus.papers) + 1, title=title, award=None)
        self._corpus.papers.append(added)
        self._write(paths.sessions(EDITION), sessions_file(self._corpus))
        return Shown(self._save_paper(-1), f"Added {self._edits}")

    def _next(self) -> int:
        """The number of a paper; neighbours are far from each other."""
        return self._edits * 37 % len(self._corpus.papers)

    def _save_paper(self, at: int) -> str:
        paper = self._corpus.papers[at]
        self._write(paths.paper(EDITION, paper.id), paper_file(paper, self._corpus))
        return f"{EDITION}/papers/{paper.id}/index.html"

    def _write(self, path: str, text: str) -> None:
        write_files(self.folder, {path: text})


EDITS: Mapping[str, Callable[[Project], Shown]] = {
    "abstract": Project.edit_abstract,
    "title": Project.edit_title,
    "moved": Project.move_session,
    "renamed": Project.rename_person,
    "template": Project.edit_template,
    "added": Project.add_paper,
}
