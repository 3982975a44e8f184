"""The series: its people, the addresses that moved, its source documents."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_gen.conference.conference import Conference, ProsePage
from site_gen.conference.identifiers import Orcid
from site_gen.conference.links import Link
from site_gen.conference.scalars import (
    Day,
    Flag,
    Id,
    Language,
    Line,
    Paragraphs,
    SiteUrl,
    StaticFile,
    TimeZone,
    Url,
)
from site_gen.conference.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a person no longer uses. Hidden: it matches sources and is published nowhere."""

    name: Line
    hidden: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person, over all editions; only what the bylines cannot tell is written down.

    `not_same_as` are ids of people with whom an equal or similar name shall not be joined.
    """

    id: Id
    name: Line
    family: Line | None = None
    aliases: tuple[Line, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    orcid: Orcid | None = None
    homepage: Url | None = None
    not_same_as: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that moved: both are routes inside the site ("2022/papers/x/")."""

    old: Line
    new: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """What `sources.yaml` says of a document; what is absent is detected from its content.

    The order of the entries is their precedence: the first is the best for a field that two give.
    """

    file: Line
    edition: Id | None = None
    format: Line | None = None
    url: Url | None = None
    retrieved: Day | None = None
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The whole site: a series of conferences and its people.

    `repository` is where its content lies, on GitHub or GitLab, maybe in a branch and folder
    ("…/tree/main/site"); `contact` is where mistakes are reported (`mailto:` or a page).
    `base_url` is needed for what must be absolute (canonical links, feeds); None until it is known.
    `authors` are the entries of authors.yaml, not everybody who wrote a paper.
    Without `related_papers` no paper names others that speak of the same; without `figures` there are
    no pages of figures and no maps of papers. With `cards` a picture of each page is drawn for those who
    share it; that needs `base_url` and the packages that `make cards` installs.
    """

    title: Line
    base_url: SiteUrl | None = None
    language: Language = "en"
    time_zone: TimeZone | None = None
    description: Paragraphs | None = None
    repository: SiteUrl | None = None
    contact: Url | None = None
    logo: StaticFile | None = None
    logo_dark: StaticFile | None = None
    theme: Theme = field(default_factory=Theme)
    related_papers: Flag = True
    figures: Flag = True
    cards: Flag = False
    links: tuple[Link, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    authors: tuple[Author, ...] = ()
    conferences: tuple[Conference, ...] = ()
    pages: tuple[ProsePage, ...] = ()
