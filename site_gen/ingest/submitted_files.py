"""PDFs as a submission system names them ("46.pdf", "paper46.pdf", a zip of such): whose each may be.

They lie in the files of an edition, or among the source documents. By the number of a submission, else by the
title that stands in the PDF; nothing is taken by itself, and what a paper has already is never replaced.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Literal

from site_gen.conference import Conference
from site_gen.content import Content, digest, paths
from site_gen.content.proceedings import is_of_paper
from site_gen.content.provenance import load_provenance
from site_gen.ingest.documents import ignored_documents
from site_gen.ingest.reading.files.pdf import (
    LARGEST,
    READ,
    READ_AT_END,
    pdfs_in,
    printed_texts,
    stated_titles,
)
from site_gen.ingest.reading.texts.archives import BROKEN, beginning
from site_gen.problems import ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass

_NUMBERED = re.compile(
    r"(?:[a-z]++[-_ ]?)*+#?0*(\d{1,6})(?:[-_ ](?:final|camera[-_ ]?ready|cr|paper|v\d))*", re.I
)
_FEWEST = 15  # letters of a title that proves anything


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF that is named after no paper: a file, or the `member` of an archive."""

    file: str
    member: str = ""

    @property
    def stem(self) -> str:
        """Its name without folder and ending."""
        return PurePosixPath(self.member or self.file).stem

    def __str__(self) -> str:
        return f"{self.file}: {self.member}" if self.member else self.file


@dataclass(frozen=True, slots=True)
class Proposal:
    """A PDF and the paper that it may be of; the paper may have it already, or another one."""

    pdf: Pdf
    edition: str
    paper: str
    why: str
    paper_has: Literal["none", "this", "another"] = "none"

    @property
    def target(self) -> str:
        """The file that it becomes."""
        return f"{paths.files(self.edition)}/{self.paper}.pdf"

    def __str__(self) -> str:
        if self.paper_has == "another":
            return f"{self.pdf} is another version of {self.target}, which stays; to take it, delete that one"
        return f"{self.pdf} may be the PDF of {self.paper} ({self.why})"


@dataclass(frozen=True, slots=True)
class UnknownPdf:
    """A PDF of which nothing tells whose it is; it states `title`, or may be of each of `papers`."""

    pdf: Pdf
    title: str = ""
    papers: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.papers:
            which = " or of ".join(self.papers)
            return f"{self.pdf} may be of {which}: put it where the files of its edition lie"
        called = f", which is called '{self.title}'" if self.title else ""
        return f"{self.pdf}{called}: of no paper, as far as can be seen; name it after the paper's id"


Found = Proposal | UnknownPdf


@dataclass(frozen=True, slots=True)
class SubmittedFiles:
    """What is known of such PDFs: `others` are of papers that have one, `unread` source documents of none."""

    proposed: Sequence[Proposal] = ()
    others: Sequence[Proposal] = ()
    unknown: Sequence[UnknownPdf] = ()
    unread: Sequence[str] = ()


def submitted_files(content: Content) -> SubmittedFiles:
    """The PDFs that are named after no paper: whose each may be, and those of which nobody knows it."""
    sources = _holding_pdfs(content, paths.SOURCE_DOCUMENTS)
    if not sources and not any((content.project / paths.CONTENT).glob("*/files/*")):  # as in most projects
        return SubmittedFiles()
    series = content.series(ProblemLog())
    editions = [_Papers.of(content, each) for each in (series.conferences if series else ())]
    found = [each for of in editions for file in of.new_files(content) for each in _of(content, file, [of])]
    unread = []
    for file in sorted(set(sources) - ignored_documents(content)):
        of_file = list(_of(content, file, editions))
        if of_file and all(isinstance(each, UnknownPdf) and not each.papers for each in of_file):
            unread.append(file)
        else:
            found += of_file
    proposed = [each for each in found if isinstance(each, Proposal)]
    new = [each for each in proposed if each.paper_has == "none"]
    taken = [each.target for each in new]
    twice = [UnknownPdf(each.pdf) for each in new if taken.count(each.target) > 1]  # of two nobody knows
    return SubmittedFiles(
        [each for each in new if taken.count(each.target) == 1],
        [each for each in proposed if each.paper_has == "another"],
        [*(each for each in found if isinstance(each, UnknownPdf)), *twice],
        unread,
    )


def take(project: Path, found: Collection[Proposal]) -> int:
    """Give each file the name of its paper; one that is there already stays. Returns how many."""
    done = 0
    for each in found:
        target, file = project / each.target, project / each.pdf.file
        if target.exists():
            continue
        target.parent.mkdir(exist_ok=True)
        if each.pdf.member:
            with zipfile.ZipFile(file) as archive:
                body = beginning(archive, archive.getinfo(each.pdf.member), LARGEST)
            part = target.with_name(f".{target.name}.part")
            part.write_bytes(body)
            part.rename(target)
        else:
            file.rename(target)
        done += 1
    return done


def _holding_pdfs(content: Content, folder: str) -> list[str]:
    """The files of a folder that are PDFs or archives, sorted."""
    found = (content.project / folder).iterdir() if (content.project / folder).is_dir() else ()
    return sorted(
        f"{folder}/{file.name}"
        for file in found
        if file.suffix.lower() in (".pdf", ".zip") and file.is_file() and not file.is_symlink()
    )


def _of(content: Content, path: str, editions: Sequence[_Papers]) -> Iterator[Found]:
    """What is known of the PDFs of a file, which may be of papers of these editions."""
    for pdf, body in _pdfs(content.project, path):
        found = [each for of in editions if (each := of.whose(pdf, body))]
        targets = [content.project / each.target for each in found]
        if not found:
            yield UnknownPdf(pdf, max(stated_titles(body), key=len, default=""))
        elif any(target.exists() and _is_same(content.project, pdf, target) for target in targets):
            yield replace(found[0], paper_has="this")
        elif len(found) > 1:
            yield UnknownPdf(pdf, papers=tuple(f"{each.edition}/{each.paper}" for each in found))
        else:
            yield replace(found[0], paper_has="another") if targets[0].exists() else found[0]


def _pdfs(project: Path, path: str) -> Iterator[tuple[Pdf, bytes]]:
    """The PDFs that a file is or holds, with the first bytes of each."""
    file = project / path
    if file.suffix.lower() == ".pdf":
        with file.open("rb") as opened:
            head = opened.read(READ)
            opened.seek(max(len(head), file.stat().st_size - READ_AT_END))
            yield Pdf(path), head + opened.read()
    elif zipfile.is_zipfile(file):
        with suppress(*BROKEN), zipfile.ZipFile(file) as archive:
            for each in pdfs_in(archive):
                yield Pdf(path, each.filename), _beginning(archive, each)


def _beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The first bytes of a member; nothing where it cannot be read."""
    try:
        return beginning(archive, member, READ)
    except BROKEN:
        return b""


def _is_same(project: Path, pdf: Pdf, target: Path) -> bool:
    """Whether a paper's file holds the same bytes."""
    file, size = project / pdf.file, target.stat().st_size
    if not pdf.member:
        return file.stat().st_size == size and file.read_bytes() == target.read_bytes()
    with zipfile.ZipFile(file) as archive:
        member = archive.getinfo(pdf.member)
    return member.file_size == size and zlib.crc32(target.read_bytes()) == member.CRC


@dataclass(frozen=True, slots=True)
class _Papers:
    """The papers of an edition by the digest of their numbers, and by the letters of their titles."""

    edition: str
    ids: frozenset[str]
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
        return cls(
            conference.id,
            frozenset(paper.id for paper in conference.papers),
            {held: next(iter(each)) for held, each in numbers.items() if len(each) == 1},
            {title: paper for title, paper in titles.items() if len(title) >= _FEWEST},
        )

    def new_files(self, content: Content) -> list[str]:
        """The files of the edition that are named after none of its papers."""
        found = _holding_pdfs(content, paths.files(self.edition))
        return [file for file in found if not is_of_paper(PurePosixPath(file).name, self.ids)]

    def whose(self, pdf: Pdf, body: bytes) -> Proposal | None:
        """The paper of a PDF and how that is known; None where neither number nor title tells one."""
        stated = {self.titles[title] for title in map(_letters, stated_titles(body)) if title in self.titles}
        numbered = _NUMBERED.fullmatch(pdf.stem)
        by_number = self.numbers.get(digest(numbered[1])) if numbered else None
        if numbered and by_number:
            but = [each for each in stated if by_number not in stated]
            called = f", though it is called as {but[0]}" if but else ""
            return self._proposal(pdf, by_number, f"submission {numbered[1]}{called}")
        if len(stated) == 1:
            return self._proposal(pdf, stated.pop(), "it has its title")
        text = _letters(" ".join(printed_texts(body)))
        named = {paper for title, paper in self.titles.items() if title in text}
        return self._proposal(pdf, named.pop(), "its title stands in it") if len(named) == 1 else None

    def _proposal(self, pdf: Pdf, paper: str, why: str) -> Proposal:
        return Proposal(pdf, self.edition, paper, why)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, fold(text)))
