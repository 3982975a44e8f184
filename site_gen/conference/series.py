"""The series: its people, the addresses that moved, its source documents."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from site_gen.conference.allowed import Allowed
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
    Route,
    SiteUrl,
    StaticFile,
    TimeZone,
    Url,
)
from site_gen.conference.theme import Theme
from site_gen.text.digits import Digits
from site_gen.values import dataclass

ExportedFiles = Literal["usual", "all"]
Pictures = Literal["as-they-are", "resize"]
Encoding = Literal["cp1250", "cp1251", "cp1252", "iso-8859-2", "mac-roman"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a person no longer uses."""

    name: Line
    """The name as it once was printed."""
    hidden: Flag = False
    """yes: it matches sources and is published nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person, over all editions; only what the bylines cannot tell is written down."""

    id: Id
    """The person's name in addresses; it never changes."""
    name: Line
    """The name that the person prefers, given name first."""
    family: Line | None = None
    """The family name, where it is not the last word of the name."""
    aliases: tuple[Line, ...] = ()
    """Other spellings of the name in bylines."""
    former_names: tuple[FormerName, ...] = ()
    """Names that the person no longer uses."""
    orcid: Orcid | None = None
    """The ORCID iD, as 0000-0002-1825-0097; its address is taken too, its check digit is tested."""
    homepage: Url | None = None
    """The person's own page."""
    not_same_as: tuple[Id, ...] = ()
    """The ids of people with whom an equal or similar name is not to be joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that moved: both are routes inside the site."""

    old: Route
    """The address as it was, as 2022/papers/x/."""
    new: Route
    """Where it leads now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """What `sources.yaml` says of a document; what is absent is detected from its content.

    The order of the entries is their precedence: the first is the best for a field that two give,
    unless another one has that field in its `precedence`.
    """

    file: Line
    """The document, as sources/papers.bib."""
    edition: Id | None = None
    """The id of the edition that it is about; without it what the document says itself."""
    format: Line | None = None
    """The name of its source format; without it the format is detected."""
    url: Url | None = None
    """The address that it came from, and from which `fetch` gets it again."""
    retrieved: Day | None = None
    """The day on which it was received, as 2022-08-29."""
    encoding: Encoding | None = None
    """The code page of a text that is not UTF-8: cp1252 is that of Windows in western Europe."""
    ignore: Flag = False
    """Whether the document is left out, as if it were not there."""
    precedence: tuple[Line, ...] = ()
    """The fields for which it counts before all other documents, as title and room."""
    columns: dict[str, str] = field(default_factory=dict)
    """For a table: a field and the name of the column that holds it, as decision: Final verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The whole site: a series of conferences and its people."""

    title: Line
    """The name of the series, as "MLSys"."""
    base_url: SiteUrl | None = None
    """Where the site will live, as https://example.org/; absolute links and `deploy` need it."""
    language: Language = "en"
    """The language of the site: a tag as en, pt-BR or zh-Hans."""
    digits: Digits | None = None
    """The digits of numbers, days and times as CLDR calls them, where they are not those that are usual."""
    words: dict[str, str] = field(default_factory=dict)
    """Words of the interface that shall be others: the path of a word and its text, as papers: Articles."""
    time_zone: TimeZone | None = None
    """The zone of editions that name none of their own, as Europe/Berlin."""
    description: Paragraphs | None = None
    """A sentence about the series, for its home and for search engines."""
    repository: SiteUrl | None = None
    """Where the content lies on GitHub or GitLab, maybe in a branch and folder (…/tree/main/site); pages then
    link to their files there.
    """
    contact: Url | None = None
    """Where mistakes are reported: mailto: and an address, or a page."""
    logo: StaticFile | None = None
    """The logo beside the title in the masthead."""
    logo_dark: StaticFile | None = None
    """The logo for dark pages; without it the logo serves there too."""
    theme: Theme = field(default_factory=Theme)
    """Colours and type, where the built-in ones shall not do."""
    allow: Allowed = field(default_factory=Allowed)
    """What pages may load from other hosts, which is nothing by itself."""
    related_papers: Flag = True
    """no: papers do not name others that speak of the same."""
    figures: Flag = True
    """no: there are no pages of figures and no maps of papers."""
    cards: Flag = False
    """yes: a picture of each page is drawn for those who share it; that needs `base_url` and `make cards`."""
    pictures: Pictures = "as-they-are"
    """resize: JPEG and PNG are published as wide as pages show them, without what cameras note in them; that
    needs `make pictures`.
    """
    exports: ExportedFiles = "usual"
    """all: every bibliography and calendar is a file; usual: those few that a page cannot make itself."""
    links: tuple[Link, ...] = ()
    """Links of the series that every page shows."""
    redirects: tuple[Redirect, ...] = ()
    """Addresses that moved: visitors of the old one are led on."""
    authors: tuple[Author, ...] = ()
    """The entries of authors.yaml, not everybody who wrote a paper."""
    conferences: tuple[Conference, ...] = ()
    """The editions, by id."""
    pages: tuple[ProsePage, ...] = ()
    """The pages of the series, by id."""
