"""What is published beside pages: machine-readable files, made of the site or of what is finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from site_gen.locale import Locale
from site_gen.locale.exports import ExportWords
from site_gen.problems import Place
from site_gen.site.subjects import Subject
from site_gen.values import dataclass

if TYPE_CHECKING:
    from site_gen.site import Site

Pack: TypeAlias = Literal["programme", "papers", "people", ""]
"""The part of an edition that a reader saves for times without a network; empty for what is in none."""

Linked: TypeAlias = Literal[
    "atom", "calendar", "changes-feed", "conference-json", "now-json", "opensearch", "packs", "schedule-xml",
    "search-index", "share-card", "single-file", "web-manifest",
]  # fmt: skip
"""The exports that pages lead to, by name: pages lie below exports, and import none."""

Naming: TypeAlias = tuple[Subject, str]
"""A file of an export: what it is of, and its route."""


def _itself(subject: Subject) -> Subject:
    return subject


def _no_words(_locale: Locale) -> ExportWords | None:
    return None


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        return f"Export({self.name!r})"


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export."""

    export: Export
    subject: Subject
    route: str
    source: Place

    @property
    def file(self) -> str:
        """What is served at the route: the same."""
        return self.route


class Output(Protocol):
    """A finished file of the site: `path` is inside the output folder, `sha256` in hexadecimal."""

    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        return f"PostBuildExport({self.name!r})"


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
