"""The files of papers in content/<edition>/files/, named after their papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from site_gen.conference import Conference, FileKind, PaperFile
from site_gen.content import paths
from site_gen.content.files import entries
from site_gen.problems import Place, ProblemLog

# What follows the id of the paper in the name of a file, by what the file is.
_ENDINGS: Mapping[FileKind, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "slides": ("-slides.pdf", "-slides.pptx", "-slides.odp"),
    "poster": ("-poster.pdf", "-poster.png", "-poster.jpg"),
    "supplement": ("-supplement.zip", "-supplement.pdf"),
}
_HINT = "`ingest` proposes whose a PDF is, by its number or title; else name it after a paper: " + ", ".join(
    f"<paper>{ending}" for endings in _ENDINGS.values() for ending in endings
)


def paper_files(project: Path, conference: Conference, problems: ProblemLog) -> Iterator[PaperFile]:
    """The files of an edition's papers, by name; one that names no paper is told, and left out.

    Links that leave the project are not followed. Raises Stop where the folder cannot be read.
    """
    papers = {paper.id for paper in conference.papers}
    folder = paths.files(conference.id)
    for entry in entries(project, folder, problems):
        found = _named(entry.name, papers)
        if found is None or not entry.is_file():
            what = f"the file '{entry.name}' names no paper of {conference.id}: it is not published"
            problems.warning("unknown-paper-file", what, Place(f"{folder}/{entry.name}"), _HINT)
        else:
            paper, kind = found
            yield PaperFile(edition=conference.id, paper=paper, kind=kind, name=entry.name)


def is_of_paper(name: str, papers: Collection[str]) -> bool:
    """Whether a file is called as one of these papers, as its slides, its poster or its supplement."""
    return _named(name, papers) is not None


def _named(name: str, papers: Collection[str]) -> tuple[str, FileKind] | None:
    """The paper and the kind of a file; where its name can be read in two ways it is the paper itself."""
    for kind, endings in _ENDINGS.items():
        for ending in endings:
            paper = name.removesuffix(ending)
            if paper != name and paper in papers:
                return paper, kind
    return None
