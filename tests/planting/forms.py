"""The forms of a planted series: what each is of, and the text in which its values are looked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from site_gen.assets import Asset, Assets, collect, themed
from site_gen.conference import PaperFile, Series
from site_gen.problems import ProblemLog
from site_gen.render import Renderer, Templates
from site_gen.site import CardTexts, Site, Subject
from site_gen.site.subjects import (
    AwardsOf,
    ChangesOf,
    CommitteesOf,
    EditionOf,
    PaperOf,
    PersonOf,
    ProseOf,
    RedirectOf,
    RoomOf,
    SeriesHome,
    SessionOf,
    TrackOf,
    VolumeOf,
)
from tests.planting.planter import Planter
from tests.rendering import PROJECT, planned

_PICTURE = PROJECT / "static" / "favicon.svg"
_READ_ATTRIBUTES = ("alt", "content", "datetime", "href", "lang", "src", "srcset")


class PlantedSite:
    """The site of a planted series with everything that it publishes; a text is made when asked for."""

    def __init__(self, planter: Planter) -> None:
        """Plant a series, and plan its site."""
        self._planter = planter
        self.series: Series = planter.series()
        self.file: PaperFile = planter.paper_file()
        found = collect(PROJECT, ProblemLog())
        named = {each: Asset(each, f"assets/{each}", _PICTURE) for each in planter.static_files}
        self._assets = themed(Assets({**found.files, **named}), self.series.theme)
        self.site: Site = planned(self.series, self._assets.paths, paper_files=(self.file,))
        self._renderer = Renderer(Templates(PROJECT), self.site, self._assets)

    def subject(self, path: str) -> Subject:
        """What the page is of that a value belongs on."""
        edition, of = self.series.conferences[0].id, self._planter.id_of
        subjects: Mapping[str, Subject] = {
            "series": SeriesHome(),
            "series.authors": PersonOf(of("series.authors")),
            "series.pages": ProseOf("", of("series.pages")),
            "series.redirects": RedirectOf(self.series.redirects[0].old, self.series.redirects[0].new),
            "edition": EditionOf(edition),
            "edition.papers": PaperOf(edition, of("edition.papers")),
            "edition.sessions": SessionOf(edition, of("edition.sessions")),
            "edition.rooms": RoomOf(edition, of("edition.rooms")),
            "edition.tracks": TrackOf(edition, of("edition.tracks")),
            "edition.volumes": VolumeOf(edition, of("edition.volumes")),
            "edition.awards": AwardsOf(edition),
            "edition.changes": ChangesOf(edition),
            "edition.committees": CommitteesOf(edition),
            "edition.pages": ProseOf(edition, of("edition.pages")),
            "files": PaperOf(edition, of("edition.papers")),
        }
        return subjects[max((each for each in subjects if is_within(path, each)), key=len)]

    def page(self, subject: Subject) -> str:
        """What a page shows, and where it leads: its texts, addresses, times and languages."""
        tree = LexborHTMLParser(self._html(subject))
        for node in tree.css("script, template, pre.bibtex, .citation-text"):
            node.decompose()
        if not isinstance(subject, SeriesHome | RedirectOf):
            [main] = tree.css("main")
            tree = LexborHTMLParser(main.html or "")
        attributes = [
            value
            for node in tree.css("*")
            for name, value in node.attributes.items()
            if value and name in _READ_ATTRIBUTES
        ]
        return " ".join([tree.text(separator=" "), self.site.address(subject), *attributes])

    def linked_data(self) -> str:
        """What all pages tell programs of their subjects, without the ways to them."""
        return "\n".join(self._linked_data(page.subject) for page in self.site.pages)

    def _linked_data(self, subject: Subject) -> str:
        nodes = LexborHTMLParser(self._html(subject)).css("script[type='application/ld+json']")
        nested = [each for node in nodes for each in json.loads(node.text())["@graph"]]
        subjects = [each for each in nested if each["@type"] != "BreadcrumbList"]
        return json.dumps(subjects, ensure_ascii=False)

    def share_card(self, subject: Subject) -> str:
        """What the picture of a page says; nothing where its kind has none."""
        make = self.site.kind_of(subject).forms.share_card
        if make is None:
            return ""
        texts: CardTexts = make(self.site.view(subject))
        return " · ".join((texts.whole, texts.title, texts.about))

    def markdown(self, subject: Subject) -> str:
        """The Markdown of a page, and where it lies; nothing where the page has none."""
        for file in self.site.files:
            if file.export.name == "markdown" and file.subject == subject:
                return f"{file.route} {file.export.body(self.site, subject).decode()}"
        return ""

    def exports(self, name: str) -> str:
        """All files of an export, one after the other."""
        files = [each for each in self.site.files if each.export.name == name]
        return "\n".join(each.export.body(self.site, each.subject).decode() for each in files)

    def style_sheet(self) -> str:
        """The style sheet of the site."""
        return self._assets.files["site.css"].body.decode()

    def _html(self, subject: Subject) -> str:
        page = next(each for each in self.site.pages if each.subject == subject)
        return self._renderer.page(page).decode()


def is_within(path: str, whole: str) -> bool:
    """Whether a path leads to something or to a part of it."""
    return path == whole or path.startswith(f"{whole}.")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of subjects: it is `of` everything at and below these paths, and `text` makes it."""

    name: str
    of: tuple[str, ...]
    text: Callable[[PlantedSite, Subject], str]

    def has_place_for(self, path: str) -> bool:
        """Whether it is of what stands at a path."""
        return any(is_within(path, each) for each in self.of)


def _whole(*names: str) -> Callable[[PlantedSite, Subject], str]:
    """All files of some exports."""
    return lambda site, _: "\n".join(site.exports(name) for name in names)


def _calendars(site: PlantedSite, _subject: Subject) -> str:
    return site.exports("calendar").replace("\r\n ", "")


def _tables(site: PlantedSite, _subject: Subject) -> str:
    """The rows of all tables, without the names of their columns."""
    return re.sub(r"(?m)^id,.*$", "", site.exports("csv"))


# What the entry of a paper says of the volume that it is in.
_VOLUME = (
    "edition.year", "edition.proceedings", "edition.volume", "edition.issn", "edition.isbn",
    "edition.publisher", "edition.editors.name", "edition.editors.family", "edition.volumes",
)  # fmt: skip

# What a programme says of its edition, and of the paper of a talk.
_WHOLE = ("edition.title", "edition.time_zone", "edition.tracks.name")
_PLACE = ("edition.venue", "edition.location")
_DAYS = ("edition.first_day", "edition.last_day")
_TALK = ("edition.papers.id", "edition.papers.title", "edition.papers.authors.name")
_ABOUT_TALK = ("edition.papers.abstract", "edition.papers.links", "edition.papers.language")

FORMS = (
    Form("HTML", ("series", "edition", "files"), PlantedSite.page),
    Form("style-sheet", ("series.theme",), lambda site, _: site.style_sheet()),
    Form("Markdown", ("series", "edition", "files"), PlantedSite.markdown),
    Form("JSON", ("series.authors", "edition", "files"), _whole("conference-json", "authors-json")),
    Form(
        "linked-data",
        (
            "series.title", "series.language", "series.description", "series.authors",
            "edition.title", "edition.first_day", "edition.last_day", "edition.venue", "edition.address",
            "edition.location", "edition.hero.picture", "edition.website", "edition.description",
            "edition.proceedings", "edition.volume",
            "edition.publisher", "edition.editors", "edition.volumes", "edition.sponsors", "edition.papers",
            "edition.sessions",
        ),
        lambda site, _: site.linked_data(),
    ),
    Form(
        "share-card",
        (
            "series.title", "series.authors.name", "series.pages.title", "edition.pages.title",
            "edition.title", "edition.first_day", "edition.last_day", "edition.venue", "edition.location",
            "edition.papers.title", "edition.papers.authors.name", "edition.papers.status",
            "edition.sessions.title", "edition.sessions.kind", "edition.sessions.date",
            "edition.sessions.start", "edition.sessions.room", "edition.sessions.status",
        ),
        PlantedSite.share_card,
    ),
    Form(
        "search",
        (
            "series.authors", "series.pages", "edition.title", "edition.papers", "edition.sessions",
            "edition.rooms", "edition.tracks", "edition.volumes", "edition.awards", "edition.committees",
            "edition.pages",
        ),
        _whole("search-index"),
    ),
    Form("calendar", (*_WHOLE, *_PLACE, "edition.address", "edition.sessions", *_TALK), _calendars),
    Form("schedule.xml", (*_WHOLE, *_DAYS, "edition.sessions", *_TALK, *_ABOUT_TALK), _whole("schedule-xml")),
    Form(
        "schedule.json",
        (*_WHOLE, *_DAYS, "edition.rooms", "edition.sessions", *_TALK, *_ABOUT_TALK),
        _whole("schedule-json"),
    ),
    Form("BibTeX", (*_VOLUME, "edition.papers"), _whole("bibtex")),
    Form("RIS", (*_VOLUME, "edition.title", "edition.location", "edition.papers"), _whole("ris")),
    Form("CSL-JSON", (*_VOLUME, "edition.title", "edition.location", "edition.papers"), _whole("csl-json")),
    Form("Crossref", (*_VOLUME, "edition.title", *_PLACE, *_DAYS, "edition.papers"), _whole("crossref")),
    Form("CSV", ("series.authors", "edition.papers", "edition.sessions"), _tables),
    Form(
        "feeds",
        (
            "series.title", "series.language", "edition.title", "edition.description",
            "edition.announcements", "edition.changes", "edition.awards", *_TALK, "edition.papers.abstract",
        ),
        _whole("atom", "changes-feed"),
    ),
    Form(
        "llms-full.txt",
        ("series.title", "edition.title", "edition.papers", "edition.sessions"),
        _whole("llms-full"),
    ),
)  # fmt: skip
