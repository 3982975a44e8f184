"""What a site is made of: kinds of pages with their forms, exports, and the files of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from site_gen.locale import Locale
from site_gen.locale.exports import ExportWords
from site_gen.problems import Place
from site_gen.site.catalogue import Catalogue, Edition
from site_gen.site.events import Event, SessionEvents
from site_gen.site.search_rows import SearchPerson, SearchRow
from site_gen.site.subjects import Subject
from site_gen.text.json_text import Json

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

Pack: TypeAlias = Literal["programme", "papers", "people", ""]
"""The part of an edition that a reader saves for times without a network; empty for what is in none."""


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


@dataclass(frozen=True, slots=True)
class Kind(Generic[S]):
    """A kind of page: which subjects there are, their routes, and where they stand in the site.

    `subjects` names each with the content that it is made of. `template` and `markdown` mark up its view (a
    kind without Markdown has an empty name there); the module `view` of its `package` has its FORMS, and is
    imported when they are asked for. Unless content asks for all exports, a page has its Markdown where it
    `has_markdown`: that says more than others do.

    `section` is the page that one lies below in menus and breadcrumbs. `menu` is its label in the menu of
    its edition, else of the series, in the order of the kinds; empty where it is in none; one that is
    `in_foot` stands at the foot of every page instead.
    `results` says what one and several of its search rows are called, by their kind, where the search has
    no words for it.
    `ids` (of the whole, addresses and content files) and `titles` are what `explain` finds it by, beside its
    route; `gathers` are those, beside its papers, of whom it only shows what they say. `editions` take it
    along offline, in their `pack`, or each edition does where it is `in_all_packs`.
    `papers` are those of its bibliography, in their order; that lies beside the page under the page's own
    name, and is made by the page itself unless content asks for files. One of a whole, which many read, has
    in `bibliography` the name of a file beside the page's folder, and is always a file.
    `written` is what the place is found by at which it is edited, as `Content.locate` takes it; empty for the
    first line of its file.
    `events` are those of a session that belong to subjects of this kind, each with its subject: a calendar of
    them lies beside the page.
    `has_source` tells whether the content that it is made of is a file that a reader would edit for it.
    `series_names` and `edition_names` are the addresses that it takes, which no edition or prose page may.
    A page that is not `is_framed` has neither menus nor head; one that `is_one_of_many` is not listed alone.
    """

    name: str
    subject: type[S]
    package: str
    subjects: Callable[[Catalogue], Iterable[tuple[S, Place]]]
    route: Callable[[S], str]
    template: str
    markdown: str = ""
    has_markdown: Callable[[Site, S], bool] = _each_has_markdown
    has_share_card: bool = False
    open_graph_type: str = "website"
    section: Callable[[Catalogue, S], Subject | None] = _below_nothing
    menu: Callable[[Site, S], str] = _in_no_menu
    in_foot: bool = False
    results: Callable[[Locale], Mapping[str, tuple[str, str]]] = _no_results
    ids: Callable[[Catalogue, S], Iterable[str]] = _none
    titles: Callable[[Catalogue, S], Iterable[str]] = _none
    gathers: Callable[[Catalogue, S], Iterable[Subject]] = _none
    editions: Callable[[Site, S], Iterable[str]] = _its_edition
    pack: Pack = "programme"
    in_all_packs: bool = False
    papers: Callable[[Catalogue, S], Iterable[Listed]] = _none
    bibliography: str = ""
    events: Callable[[Catalogue, Edition, SessionEvents], Iterable[tuple[S, Event]]] = _no_events
    written: Callable[[S], tuple[str, ...]] = _nowhere
    has_source: Callable[[Site, S], bool] = _has_a_file
    is_framed: bool = True
    is_in_sitemap: bool = True
    is_one_of_many: bool = False
    series_names: tuple[str, ...] = ()
    edition_names: tuple[str, ...] = ()

    @property
    def forms(self) -> Forms[S, Any]:
        """The forms of its subjects."""
        found: Forms[S, Any] = import_module(f"{self.package}.view").FORMS
        return found


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


Naming: TypeAlias = tuple[Subject, str, Place]
"""A file of an export: what it is of, its route, and the content that asked for it."""


def _itself(subject: Subject) -> Subject:
    return subject


def _no_words(_locale: Locale) -> ExportWords | None:
    return None


@dataclass(frozen=True, slots=True)
class Export:
    """A machine-readable file: `files` names each, of a site that has its pages, `body` makes its bytes.

    A list of all exports names it by the words of the locale for its `name`, else by its own `words`, and by
    the address of its `specification`. One that `is_alternate` says the same as the page of its subject,
    which names it; where a page has the file of another subject, `of_page` tells which. One that `shows_view`
    is made of the facts of its page alone, right after it, and again only where that changed. One whose files
    take as long as pages or longer, for they are drawn, `takes_long`. Its file in the folder of an edition
    goes into the archive of that where it `is_archived`. What scripts ask for without a network is in a
    `pack` of its edition, and where it is of the series, of each.
    """

    name: str
    files: Callable[[Site], Iterable[Naming]]
    body: Callable[[Site, Subject], bytes]
    media_type: str = ""
    is_alternate: bool = True
    shows_view: bool = False
    of_page: Callable[[Subject], Subject] = _itself
    takes_long: bool = False
    words: Callable[[Locale], ExportWords | None] = _no_words
    specification: str = ""
    is_archived: bool = False
    pack: Pack = ""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export."""

    export: Export
    subject: Subject
    route: str
    source: Place


class Output(Protocol):
    """A finished file of the site: `path` is inside the output folder, `sha256` in hexadecimal."""

    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PostBuildExport:
    """A file made of the finished output: of sizes and digests, or of all pages. No page shows what it knows.

    `files` names each. `reads` picks what one is made of, in its order, out of all outputs by path;
    `body` makes its bytes of nothing but these and what `read` finds in them, so that what would be made
    of the same is not made again. `option` is the option of `build` that asks for it; empty where it is
    always made. One that is not listed is for the site's own scripts.
    """

    name: str
    files: Callable[[Site], Iterable[Naming]]
    reads: Callable[[Site, Subject, Mapping[str, Output]], Iterable[Output]]
    body: Callable[[Subject, Sequence[Output], Callable[[str], bytes]], bytes]
    option: str = ""
    is_listed: bool = False
    media_type: str = ""
    words: Callable[[Locale], ExportWords | None] = _no_words
    specification: str = ""


def words_of(export: Export | PostBuildExport, locale: Locale) -> ExportWords:
    """What is said of an export: by the locale, else by itself, else its name alone."""
    return locale.words.exports.get(export.name) or export.words(locale) or ExportWords(export.name)


@dataclass(frozen=True, slots=True)
class PostBuildFile:
    """One file of a post-build export."""

    export: PostBuildExport
    subject: Subject
    route: str
    source: Place
