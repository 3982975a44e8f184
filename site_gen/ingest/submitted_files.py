"""PDFs as a submission system names them ("46.pdf", "paper46.pdf", a zip of such): whose each may be.

A proposal is never taken by itself: by the number of a submission, else by the title that stands in the PDF.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from html import unescape
from pathlib import Path, PurePosixPath

from site_gen.conference import Conference
from site_gen.content import Content, digest, paths
from site_gen.content.provenance import load_provenance
from site_gen.ingest.reading.texts.archives import BROKEN, beginning
from site_gen.problems import ProblemLog
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_NUMBERED = re.compile(
    r"(?:[a-z]++[-_ ]?)*+#?0*(\d{1,6})(?:[-_ ](?:final|camera[-_ ]?ready|cr|paper|v\d))*", re.I
)
# The end is never looked for beyond the next beginning: what has none is passed over once.
_TEXT = re.compile(rb"\(((?:\\.|[^\\()])*+)(\)?)", re.DOTALL)
# What a PDF is called stands in one of its dictionaries, or in its metadata as XML.
_STATED = re.compile(
    rb"/Title\s*(?:\(((?:\\.|[^\\()]|\([^()]*\))*)\)|<([0-9A-Fa-f\s]+)>)"
    rb"|<dc:title>.{0,200}?<rdf:li[^<>]*>([^<>]+)<",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[^0-7])")
_MOST_STREAMS, _UNFOLDED = 40, 300_000  # and bytes that each may unfold to
_READ, _READ_AT_END = 3_000_000, 300_000  # bytes of a PDF in which its title is looked for
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


@dataclass(frozen=True, slots=True)
class UnknownPdf:
    """A PDF that is named after no paper, and of which nothing tells whose it is; it states `title`."""

    file: str
    member: str
    title: str

    def __str__(self) -> str:
        named = f"{self.file}: {self.member}" if self.member else self.file
        called = f", which is called '{self.title}'" if self.title else ""
        return f"{named}{called}: of no paper, as far as can be seen; name it after the paper's id"


def proposals(content: Content) -> tuple[list[Proposal], list[UnknownPdf]]:
    """The PDFs that are named after no paper: whose each may be, and those of which nobody knows it."""
    if not any((content.project / paths.CONTENT).glob("*/files/*")):  # as in most projects
        return [], []
    series = content.series(ProblemLog())
    conferences = series.conferences if series else ()
    found = [each for conference in conferences for each in _of(content, conference)]
    proposed = [each for each in found if isinstance(each, Proposal)]
    taken = [each.target for each in proposed]
    unknown = [each for each in found if isinstance(each, UnknownPdf)]
    # Of two that are one paper's nobody knows.
    unknown += [UnknownPdf(each.file, each.member, "") for each in proposed if taken.count(each.target) > 1]
    return [each for each in proposed if taken.count(each.target) == 1], unknown


def take(project: Path, found: Collection[Proposal]) -> int:
    """Give each file the name of its paper; one that is there already stays. Returns how many."""
    done = 0
    for each in found:
        target, file = project / each.target, project / each.file
        if target.exists():
            continue
        if each.member:
            with zipfile.ZipFile(file) as archive:
                body = beginning(archive, archive.getinfo(each.member), _LARGEST)
            part = target.with_name(f".{target.name}.part")
            part.write_bytes(body)
            part.rename(target)
        else:
            file.rename(target)
        done += 1
    return done


def _of(content: Content, conference: Conference) -> Iterator[Proposal | UnknownPdf]:
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
            if whose is None:
                yield UnknownPdf(path, member, max(_stated(body), key=len, default=""))
            elif not (folder / f"{whose[0]}.pdf").exists():
                yield Proposal(conference.id, path, member, *whose)


def _pdfs(file: Path) -> Iterator[tuple[str, bytes]]:
    """The PDFs that a file is or holds: the name in the archive, and its first bytes."""
    if file.suffix.lower() == ".pdf":
        with file.open("rb") as opened:
            head = opened.read(_READ)
            opened.seek(max(len(head), file.stat().st_size - _READ_AT_END))
            yield "", head + opened.read()
    elif zipfile.is_zipfile(file):
        with suppress(*BROKEN), zipfile.ZipFile(file) as archive:
            for each in archive.infolist():
                if each.filename.lower().endswith(".pdf") and each.file_size <= _LARGEST:
                    yield each.filename, _beginning(archive, each)


def _beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The first bytes of a member; nothing where it cannot be read."""
    try:
        return beginning(archive, member, _READ)
    except BROKEN:
        return b""


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
        stated = {self.titles[title] for title in map(_letters, _stated(body)) if title in self.titles}
        if len(stated) == 1:
            return stated.pop(), "it has its title"
        text = _letters(" ".join(_texts(body)))
        named = {paper for title, paper in self.titles.items() if title in text}
        return (named.pop(), "its title stands in it") if len(named) == 1 else None


def _stated(body: bytes) -> Iterator[str]:
    """What a PDF says that it is called; its chapters say so too."""
    for part in (body, *_unfolded(body)):
        for literal, digits, marked in _STATED.findall(part):
            held = bytes.fromhex(_even(digits)) or _ESCAPE.sub(_unescaped, literal)
            coded = "utf-16" if held.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8"
            text = squeeze(unescape(marked.decode("utf-8", "replace")) or held.decode(coded, "replace"))
            if text:
                yield text


def _even(digits: bytes) -> str:
    """Digits without white space; the last byte may lack its second one."""
    plain = b"".join(digits.split()).decode()
    return plain if len(plain) % 2 == 0 else f"{plain}0"


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8) & 255]) if match[1].isdigit() else match[1]


def _unfolded(body: bytes) -> Iterator[bytes]:
    """The first streams and the last, unfolded where they are folded as most are."""
    parts = body.split(b"endstream")[:-1]
    streams = [part.partition(b"stream")[2].strip(b"\r\n") for part in parts]
    last = streams[max(_MOST_STREAMS, len(streams) - _MOST_STREAMS) :]
    for stream in (*streams[:_MOST_STREAMS], *last):
        try:
            yield zlib.decompressobj().decompress(stream, _UNFOLDED)
        except zlib.error:
            continue


def _texts(body: bytes) -> Iterator[str]:
    """The texts that are printed on the first pages, as far as they stand in plain letters."""
    yield from (text for text in _literals(body[:_READ]) if len(text) > 5)
    for plain in _unfolded(body):
        yield "".join(_literals(plain))


def _literals(body: bytes) -> Iterator[str]:
    return (held.decode("latin-1") for held, end in _TEXT.findall(body) if end)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, fold(text)))
