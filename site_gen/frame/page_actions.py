"""What a page offers beside its content: to take its programme into a calendar, to cite what it lists."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.citation_keys import citation_keys
from site_gen.frame.subscriptions import calendar_route, giggity_link, webcal_link
from site_gen.site import Site, Subject
from site_gen.site.subjects import BookletOf, EditionOf, PaperOf, PapersOf, ScheduleOf, SeriesHome
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PageAction:
    """A link to a file of the site by its route, or to elsewhere by its full address.

    With a `name` it stands for a file of that name that the page makes, of those entries of the
    bibliography at its route that `keys` name.
    """

    label: str
    route: str | None = None
    address: str = ""
    name: str = ""
    keys: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the file that it leads to."""
        return (self.route or self.address).rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class PageActions:
    """Links under one word; a link that is alone stands for the word."""

    label: str
    links: tuple[PageAction, ...]

    @property
    def alone(self) -> PageAction | None:
        """The link that is alone; None where there are several."""
        return self.links[0] if len(self.links) == 1 else None

    @property
    def needs_script(self) -> bool:
        """Whether the page makes all that is offered here."""
        return all(link.name for link in self.links)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the entries of what the page makes: the same in every format."""
        return self.links[0].keys


def page_actions(site: Site, subject: Subject) -> tuple[PageActions, ...]:
    """What the page of a subject offers beside what it shows, as far as there is any.

    A paper's page has the files for its citation beside that, and here only the way to them.
    """
    to_citation = (PageAction(site.locale.words.cite_short, address="#cite"),)
    cite = to_citation if isinstance(subject, PaperOf) else citation_files(site, subject)
    groups = (
        PageActions(site.locale.words.calendar, tuple(_calendar(site, subject))),
        PageActions(site.locale.words.cite_short, cite),
        PageActions(site.locale.words.booklet, tuple(_booklet(site, subject))),
    )
    return tuple(group for group in groups if group.links)


def citation_files(site: Site, subject: Subject) -> tuple[PageAction, ...]:
    """The bibliographies of what the page of a subject lists; an edition's are those of its papers."""
    listed = PapersOf(subject.edition) if isinstance(subject, EditionOf) else subject
    if isinstance(listed, SeriesHome):
        return ()
    labels, own = site.locale.words.bibliographies, site.file_routes.get(listed, {})
    made = {} if labels.keys() <= own.keys() else _made_of_whole(site, listed)
    links = (
        PageAction(label, own[name]) if name in own else made.get(name) for name, label in labels.items()
    )
    return tuple(link for link in links if link)


def _made_of_whole(site: Site, listed: Subject) -> dict[str, PageAction]:
    """The bibliographies that a page makes, of which it lists papers, by their exports.

    A paper's are made of those of its edition, for both have the abstracts.
    """
    papers = site.papers(listed)
    if not papers:
        return {}
    wholes = site.file_routes.get(
        PapersOf(listed.edition) if isinstance(listed, PaperOf) else SeriesHome(), {}
    )
    keys = tuple(map(citation_keys(site).__getitem__, papers))
    page = site.address(listed).split("/")[-2]
    return {
        export: PageAction(label, wholes[export], name=page + _ending(wholes[export]), keys=keys)
        for export, label in site.locale.words.bibliographies.items()
        if export in wholes
    }


def _ending(whole: str) -> str:
    """What follows the name in the name of a bibliography: ".csl.json"."""
    return whole.rpartition("/")[2].removeprefix("papers")


def _booklet(site: Site, subject: Subject) -> Iterator[PageAction]:
    """The booklet of the papers that a page lists."""
    route = site.routes.get(BookletOf(subject.edition)) if isinstance(subject, PapersOf) else None
    if route:
        yield PageAction(site.locale.words.booklet, route)


def _calendar(site: Site, subject: Subject) -> Iterator[PageAction]:
    """The calendar of a page; a schedule has that of its edition, and opens in an app."""
    timed = EditionOf(subject.edition) if isinstance(subject, ScheduleOf) else subject
    route, subscription = calendar_route(site, timed), webcal_link(site, timed)
    if subscription:
        yield PageAction(site.locale.words.subscribe, address=subscription)
    if route:
        yield PageAction(site.locale.words.calendar_file, route)
    app = giggity_link(site, subject.edition) if isinstance(subject, ScheduleOf) else None
    if app:
        yield PageAction(site.locale.words.giggity, address=app)
