"""Papers with their bylines, and the awards they got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.identifiers import Doi
from site_gen.conference.links import Link
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import Id, Language, Licence, Line, Paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """One place in a byline: the name as printed, in order.

    `missing` stands where a source shows that a name is absent: one blank name, or "and others" at
    the end; then there is no name. `author` names the person where the name alone does not decide.
    `family` is the family name where a source tells it and it is not the last word of the name.
    """

    name: Line | None = None
    missing: Literal["one", "others"] | None = None
    family: Line | None = None
    author: Id | None = None
    affiliations: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of one conference; `id` is the name of its content file and never changes.

    `title` is None where no source has it. `pages` is as printed ("181–193"). `licence` is given where
    it is not the conference's, and `language`, that of title and abstract, where it is not the site's.
    """

    id: Id
    title: Line | None = None
    authors: tuple[Authorship, ...] = ()
    abstract: Paragraphs | None = None
    links: tuple[Link, ...] = ()
    pages: PageRange | None = None
    doi: Doi | None = None
    licence: Licence | None = None
    language: Language | None = None
    keywords: tuple[Line, ...] = ()
    status: Literal["published", "withdrawn"] = "published"
    note: Line | None = None
    erratum: Line | None = None

    @property
    def abstract_complete(self) -> bool | None:
        """False where the abstract was cut (it ends in "…" or "..."); None where there is none."""
        return None if self.abstract is None else not self.abstract.endswith(("…", "..."))


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
    """An award and the papers that got it, in the order of the organisers' list."""

    id: Id
    name: Line
    papers: tuple[Id, ...] = ()
