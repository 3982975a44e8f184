"""What a site is made of: kinds of pages with their forms, and all that there is of them and of exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from site_gen.conference import PaperFile
from site_gen.locale import Locale
from site_gen.problems import Place
from site_gen.site.catalogue import Catalogue, Edition
from site_gen.site.events import Event, SessionEvents
from site_gen.site.exports import File, Pack, PostBuildFile
from site_gen.site.search_rows import SearchPerson, SearchRow
from site_gen.site.subjects import Subject
from site_gen.text.json_text import Json
from site_gen.values import dataclass

if TYPE_CHECKING:
    from site_gen.site import Site


@dataclass(frozen=True, slots=True)
class About:
    """What a page is called, in plain text, and what is said of it where it is linked or shared.

    The description may be empty and of any length.
    """

    title: str
    description: str = ""


class View(Protocol):
    """The facts of a subject, in reading order: all that any form of its page shows."""

    @property
    def about(self) -> About: ...


S = TypeVar("S", bound=Subject)
V = TypeVar("V", bound=View)

Node: TypeAlias = dict[str, Json]
"""A node of linked data; what is empty in it is left out when it is written."""

Absolute: TypeAlias = Callable[[str], str | None]
"""What makes the full address of a route; None where the base URL is not known."""

Listed: TypeAlias = tuple[str, str]
"""A paper, by its edition and id."""


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What the picture of a page says: of what it is a part, its title, and a line about it."""

    whole: str
    title: str
    about: str = ""


def _below_nothing(_contents: Catalogue, _subject: Subject) -> Subject | None:
    return None


def _in_no_menu(_site: Site, _subject: Subject) -> str:
    return ""


def _nowhere(_subject: Subject) -> tuple[str, ...]:
    return ()


def _itself(_contents: Catalogue, subject: Subject) -> Subject:
    return subject


def _none(_contents: Catalogue, _subject: Subject) -> tuple[()]:
    return ()


def _its_edition(_site: Site, subject: Subject) -> Iterable[str]:
    return (subject.edition,) if subject.edition else ()


def _no_results(_locale: Locale) -> Mapping[str, tuple[str, str]]:
    return {}


def _no_events(_contents: Catalogue, _edition: Edition, _of: SessionEvents) -> Iterable[tuple[Any, Event]]:
    return ()


def _each_has_markdown(_site: Site, _subject: Subject) -> bool:
    return True


def _has_a_file(_site: Site, _subject: Subject) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Forms(Generic[S, V]):
    """What is made of the subjects of a kind: one view of each, and of that every form beside the templates.

    A form is made of the view alone, never of the model: what the page says, the others say too.
    `linked_data` is what programs read of it, `share_card` what its picture says, `citation_tags` are meta
    elements by name, `search_rows` what a search finds of it; None for a kind that has none.
    """

    view: Callable[[Site, S], V]
    linked_data: Callable[[V, Absolute], Node] | None = None
    share_card: Callable[[V], CardTexts] | None = None
    citation_tags: Callable[[V], Iterable[tuple[str, str]]] | None = None
    search_rows: Callable[[V], Iterable[SearchRow | SearchPerson]] | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Kind(Generic[S]):
    """A kind of page: which subjects there are, their routes, and where they stand in the site.

    `subjects` names each. `template` and `markdown` mark up its view (a kind without Markdown has an empty
    name there); the module `view` of its `package` has its FORMS, and is imported when they are asked for.
    Unless content asks for all exports, a page has its Markdown where it `has_markdown`: that says more than
    others do.

    `shows` is the subject of which the page shows what its own page shows, which stays where it is: two
    addresses, of which that one is canonical.
    `section` is the page that one lies below in menus and breadcrumbs. `menu` is its label in the menu of
    its edition, else of the series, in the order of the kinds; empty where it is in none; one that is
    `in_foot` stands at the foot of every page instead.
    `results` says what one and several of its search rows are called, by their kind, where the search has
    no words for it.
    A kind without a template has no pages: its subjects stand on those of another, at the anchor that their
    route has.
    `ids` (of the whole, addresses and content files) and `titles` are what `explain` finds it by, beside its
    route; where each of its facts comes from is told by the module `origins` of its package, if it
    `has_origins`, else by those, beside its papers, whom it `gathers`, for it only shows what they say.
    `editions` take it along offline, in their `pack`, or each edition does where it is `in_all_packs`.
    `papers` are those of its bibliography, in their order; that lies beside the page under the page's own
    name, and is made by the page itself unless content asks for files. One of a whole, which many read, has
    in `bibliography` the name of a file beside the page's folder, and is always a file.
    `written` is what the place is found by at which it is edited, as `Content.locate` takes it; where it is
    empty, that is the first line of the file of what it is `made_of`: of the edition, else of the series, as
    `Content.locate` calls it.
    `events` are those of a session that belong to subjects of this kind, each with its subject: a calendar of
    them lies beside the page.
    `has_source` tells whether the content that it is made of is a file that a reader would edit for it.
    `series_names` and `edition_names` are the addresses that it takes, which no edition or prose page may.
    A page that is not `is_framed` has neither menus nor head; one that `is_one_of_many` is not listed alone.
    """

    name: str
    subject: type[S]
    package: str
    subjects: Callable[[Catalogue], Iterable[S]]
    route: Callable[[S], str]
    template: str
    markdown: str = ""
    has_markdown: Callable[[Site, S], bool] = _each_has_markdown
    has_share_card: bool = False
    open_graph_type: str = "website"
    shows: Callable[[Catalogue, S], Subject] = _itself
    section: Callable[[Catalogue, S], Subject | None] = _below_nothing
    menu: Callable[[Site, S], str] = _in_no_menu
    in_foot: bool = False
    results: Callable[[Locale], Mapping[str, tuple[str, str]]] = _no_results
    ids: Callable[[Catalogue, S], Iterable[str]] = _none
    titles: Callable[[Catalogue, S], Iterable[str]] = _none
    has_origins: bool = False
    gathers: Callable[[Catalogue, S], Iterable[Subject]] = _none
    editions: Callable[[Site, S], Iterable[str]] = _its_edition
    pack: Pack = "programme"
    in_all_packs: bool = False
    papers: Callable[[Catalogue, S], Iterable[Listed]] = _none
    bibliography: str = ""
    events: Callable[[Catalogue, Edition, SessionEvents], Iterable[tuple[S, Event]]] = _no_events
    written: Callable[[S], tuple[str, ...]] = _nowhere
    made_of: str = ""
    has_source: Callable[[Site, S], bool] = _has_a_file
    is_framed: bool = True
    is_in_sitemap: bool = True
    is_one_of_many: bool = False
    series_names: tuple[str, ...] = ()
    edition_names: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Kind({self.name!r})"

    @property
    def has_pages(self) -> bool:
        """Whether its subjects have pages of their own."""
        return bool(self.template)

    @property
    def forms(self) -> Forms[S, Any]:
        """The forms of its subjects."""
        found: Forms[S, Any] = import_module(f"{self.package}.view").FORMS
        return found

    def source(self, contents: Catalogue, subject: S) -> Place:
        """The content file that a subject is made of."""
        if written := self.written(subject):
            return contents.locate(*written[:3])
        usual = "conference" if subject.edition else "series"
        return contents.locate(self.made_of or usual, subject.edition)


# A kind agrees with its own subjects; who handles all kinds passes them through.
AnyKind: TypeAlias = Kind[Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `route` is its path inside the site ("2022/papers/x/", "404.html", "" for home)."""

    kind: AnyKind
    subject: Subject
    route: str
    source: Place

    @property
    def file(self) -> str:
        """The file that is served at the route."""
        return self.route if self.route.endswith(".html") else self.route + "index.html"


@dataclass(frozen=True, slots=True)
class Outputs:
    """All that will be published, in order."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
    post_build_files: tuple[PostBuildFile, ...]
    paper_files: tuple[PaperFile, ...]
