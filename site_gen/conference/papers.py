"""Papers with their bylines, and the awards they got."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from site_gen.conference.identifiers import Doi
from site_gen.conference.links import Link
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import Day, Flag, Id, Language, Licence, Line, Paragraphs, Url
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """One place in a byline: the name as printed, in order."""

    name: Line | None = None
    """The name as printed on the paper, given name first; left out where the name is missing."""
    missing: Literal["one", "others"] | None = None
    """one: a source shows that a name is absent here. others: the byline ends in "and others"."""
    family: Line | None = None
    """The family name, where it is not the last word of the name."""
    author: Id | None = None
    """The id of the person, where the name alone does not decide it."""
    affiliations: tuple[Line, ...] = ()
    """The institutions as printed on the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A version of a published paper: the first one, and each that followed it."""

    version: Line
    """What the version is called, as 2."""
    date: Day | None = None
    """The day on which it came out."""
    note: Line | None = None
    """What is different in it, in one sentence."""
    url: Url | None = None
    """Where its file is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of one conference; `id` is the name of its content file and never changes."""

    id: Id
    """The name of its content file without .yaml; it is part of its address and never changes."""
    title: Line | None = None
    """The title, in which Markdown and TeX formulas are shown; left out where no source has it."""
    authors: tuple[Authorship, ...] = ()
    """The byline in printed order; a name may stand without its key."""
    abstract: Paragraphs | None = None
    """The abstract: blank lines part paragraphs; one that ends in … or ... was cut by its source."""
    links: tuple[Link, ...] = ()
    """Where more of the paper is: its PDF, slides, video, code. Files in files/ are linked by themselves."""
    volume: Id | None = None
    """The id of the volume that it is in, where the edition has several."""
    pages: PageRange | None = None
    """Its pages in the proceedings as 12–34, one page, or the number of an article; any dash will do."""
    doi: Doi | None = None
    """Its DOI as 10.1000/182; the address of one is taken too."""
    licence: Licence | None = None
    """Its licence, where that is not the conference's: an id of SPDX, as CC-BY-4.0, or an address."""
    language: Language | None = None
    """The language of title and abstract, where it is not the site's: a tag as en, pt-BR or zh-Hans."""
    keywords: tuple[Line, ...] = ()
    """Keywords in the order in which they are shown."""
    status: Literal["published", "withdrawn"] = "published"
    """withdrawn: the paper keeps its page, which says so."""
    note: Line | None = None
    """A remark that its page shows, in one sentence."""
    erratum: Line | None = None
    """What is wrong in the published paper, in one sentence."""
    corrected: Day | None = None
    """The day on which its title, byline or abstract was corrected here; feed readers show it anew."""
    revisions: tuple[Revision, ...] = ()
    """Its versions, the first one first, where it was changed after it came out."""
    draft: Flag = False
    """yes: only the preview shows it, marked; nothing of it is published."""

    @property
    def abstract_complete(self) -> bool | None:
        """False where the abstract was cut (it ends in "…" or "..."); None where there is none."""
        return None if self.abstract is None else not self.abstract.endswith(("…", "..."))


def in_volumes(papers: Iterable[Paper]) -> list[tuple[str, str]]:
    """The ids of volumes and of their papers, by page; those without pages come last, by id."""

    def order(paper: Paper) -> tuple[bool, int, str]:
        first = paper.pages.first if paper.pages else ""
        return paper.pages is None, int(first) if first.isdecimal() else 0, paper.id

    return [(paper.volume, paper.id) for paper in sorted(papers, key=order) if paper.volume]


FileKind = Literal["pdf", "slides", "poster", "supplement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """A file of a paper that is published as it is; `name` is that of the file, "x-slides.pdf"."""

    edition: Id
    paper: Id
    kind: FileKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """An award and the papers that got it."""

    id: Id
    """Its name in addresses; it never changes."""
    name: Line
    """What it is called, as "Best Paper"."""
    papers: tuple[Id, ...] = ()
    """The ids of the papers that got it, in the order of the organisers' list."""
    draft: Flag = False
    """yes: only the preview shows it, marked, as before the ceremony; nothing of it is published."""
