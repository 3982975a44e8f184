"""PDFs as a submission system names them ("46.pdf", "paper46.pdf", a zip of such): whose each may be.

A proposal is never taken by itself: by the number of a submission, else by the title that stands in the PDF.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from site_gen.conference import Conference
from site_gen.content import Content, digest, paths
from site_gen.content.provenance import load_provenance
from site_gen.problems import ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass

_NUMBERED = re.compile(
    r"(?:[a-z]+[-_ ]?)*?#?0*(\d{1,6})(?:[-_ ](?:final|camera[-_ ]?ready|cr|paper|v\d))*", re.I
)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TEXT = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_MOST_STREAMS = 40
_READ = 3_000_000  # bytes of a PDF in which its title is looked for
_LARGEST = 200_000_000  # bytes of one in an archive
_FEWEST = 15  # letters of a title that proves anything


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file of an edition and the paper that it may be of; `member` is its name inside an archive."""

    edition: str
    file: str
    member: str
    paper: str
    why: str

    @property
    def target(self) -> str:
        """The file that it becomes."""
        return f"{paths.files(self.edition)}/{self.paper}.pdf"

    def __str__(self) -> str:
        named = f"{self.file}: {self.member}" if self.member else self.file
        return f"{named} may be the PDF of {self.paper} ({self.why})"


def proposals(content: Content) -> list[Proposal]:
    """What lies in the folders of files and is named after no paper, with the paper that it may be of."""
    if not any((content.project / paths.CONTENT).glob("*/files/*")):  # as most projects at every ingest
        return []
    series = content.series(ProblemLog())
    found = [
        each for conference in (series.conferences if series else ()) for each in _of(content, conference)
    ]
    taken = [each.target for each in found]
    return [
        each for each in found if taken.count(each.target) == 1
    ]  # of two that are one paper's nobody knows


def take(project: Path, found: Collection[Proposal]) -> int:
    """Give each file the name of its paper; one that is there already stays. Returns how many."""
    done = 0
    for each in found:
        target, file = project / each.target, project / each.file
        if target.exists():
            continue
        if each.member:
            with zipfile.ZipFile(file) as archive:
                target.write_bytes(archive.read(each.member))
        else:
            file.rename(target)
        done += 1
    return done


def _of(content: Content, conference: Conference) -> Iterator[Proposal]:
    folder = content.project / paths.files(conference.id)
    ids = {paper.id for paper in conference.papers}
    files = sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    new = [file for file in files if file.is_file() and not file.is_symlink() and file.stem not in ids]
    if not any(file.suffix.lower() in (".pdf", ".zip") for file in new):
        return
    papers = _Papers.of(content, conference)
    for file in new:
        path = f"{paths.files(conference.id)}/{file.name}"
        for member, body in _pdfs(file):
            whose = papers.whose(PurePosixPath(member or file.name).stem, body)
            if whose and not (folder / f"{whose[0]}.pdf").exists():
                yield Proposal(conference.id, path, member, *whose)


def _pdfs(file: Path) -> Iterator[tuple[str, bytes]]:
    """The PDFs that a file is or holds: the name in the archive, and its first bytes."""
    if file.suffix.lower() == ".pdf":
        with file.open("rb") as opened:
            yield "", opened.read(_READ)
    elif zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            for each in archive.infolist():
                if each.filename.lower().endswith(".pdf") and each.file_size <= _LARGEST:
                    with archive.open(each) as opened:
                        yield each.filename, opened.read(_READ)


@dataclass(frozen=True, slots=True)
class _Papers:
    """The papers of an edition by the digest of their numbers, and by the letters of their titles."""

    numbers: Mapping[str, str]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, content: Content, conference: Conference) -> _Papers:
        numbers: dict[str, set[str]] = {}
        for (kind, paper), fields in load_provenance(content, conference.id, ProblemLog()).items():
            for name, each in fields.items():
                if kind == "papers" and name.endswith(" number"):
                    numbers.setdefault(each.digest, set()).add(paper)
        titles = {_letters(paper.title or ""): paper.id for paper in conference.papers}
        sure = {held: next(iter(each)) for held, each in numbers.items() if len(each) == 1}
        return cls(sure, {title: paper for title, paper in titles.items() if len(title) >= _FEWEST})

    def whose(self, stem: str, body: bytes) -> tuple[str, str] | None:
        """The paper of a PDF and how that is known; None where neither number nor title tells one."""
        numbered = _NUMBERED.fullmatch(stem)
        by_number = self.numbers.get(digest(numbered[1])) if numbered else None
        if numbered and by_number:
            return by_number, f"submission {numbered[1]}"
        text = _letters(" ".join(_texts(body)))
        named = {paper for title, paper in self.titles.items() if title in text}
        return (named.pop(), "its title stands in it") if len(named) == 1 else None


def _texts(body: bytes) -> Iterator[str]:
    """The texts that are printed on the first pages, as far as they stand in plain letters."""
    yield from (each.decode("latin-1") for each in _TEXT.findall(body[:_READ]) if len(each) > 5)
    for number, stream in enumerate(_STREAM.finditer(body)):
        if number == _MOST_STREAMS:
            return
        try:
            plain = zlib.decompressobj().decompress(stream[1], 1_000_000)
        except zlib.error:
            continue
        yield "".join(each.decode("latin-1") for each in _TEXT.findall(plain))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, fold(text)))
