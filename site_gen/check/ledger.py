"""The published site is the ledger of addresses: none of them may vanish without a redirect."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from site_gen.conference import Series
from site_gen.conference.former_names import hidden_slugs, holds_slug
from site_gen.content.paths import SITE
from site_gen.problems import Place, ProblemLog
from site_gen.publish import Manifest
from site_gen.text import counted

_FINGERPRINTED = "assets/"
# What only `exports: all` publishes, and what it publishes of more people.
_SMALL_BIBLIOGRAPHY = re.compile(
    r"(?:.+/)?(?:(?:authors|sessions)/([^/]+)/\1\.bib|(?:authors|papers|sessions)/([^/]+)/\2\.(?:ris|csl\.json))"
)
_OF_ITS_DAYS = re.compile(r"([^/]+)/(?:rooms/[^/]+/screen|chair-cards)/")  # screens and cards of an edition
_CALENDAR_OF_A_PERSON = re.compile(r"authors/[^/]+/calendar\.ics")
_MARKDOWN_OF_A_PERSON = re.compile(r"authors/[^/]+/index\.md")


def note_vanished(
    published: Manifest,
    manifest: Manifest,
    is_redirect: Callable[[str], bool],
    problems: ProblemLog,
    is_ended: Callable[[str], bool] = lambda _path: False,
    moved: Mapping[str, str] | None = None,
) -> None:
    """Report every published address that is not in this build and that no redirect replaces.

    `is_redirect` tells whether a page of this build only leads on, `is_ended` which addresses may vanish
    without one; `moved` has new addresses of old ones. Files beside a page share its
    fate: they are not told apart. Fingerprinted assets are no addresses. The files that one line in content
    keeps are one problem.
    """
    before = {entry.path for entry in published.entries}
    now = {entry.path for entry in manifest.entries}
    added = [path for path in sorted(now - before) if path.endswith(".html")]
    vanished = [
        path
        for path in sorted(before - now)
        if not path.startswith(_FINGERPRINTED)
        and not is_ended(path)
        and not _is_accounted_for(path, before, now, is_redirect)
    ]
    small = _small_exports(vanished, now)
    if small:
        problems.error(
            "address-vanished", _no_more(small), Place(SITE), f"`exports: all` in {SITE} keeps them"
        )
    for path in vanished:
        if path not in small:
            to = (moved or {}).get(_route(path))
            hint = _redirect(_route(path), to) if to else _hint(path, added, now, is_redirect)
            problems.error("address-vanished", _no_more([path]), Place(SITE), hint)


def _small_exports(vanished: Sequence[str], now: Set[str]) -> Sequence[str]:
    """Those vanished files that `exports: all` had published, where this build goes without it."""
    if any(map(_SMALL_BIBLIOGRAPHY.fullmatch, now)):
        return ()
    small, markdown, calendars = (
        [path for path in vanished if pattern.fullmatch(path)]
        for pattern in (_SMALL_BIBLIOGRAPHY, _MARKDOWN_OF_A_PERSON, _CALENDAR_OF_A_PERSON)
    )
    return [*small, *markdown, *calendars] if small or markdown else ()


def _no_more(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        return f"the address '{_route(paths[0])}' is published, and this build has it no more"
    others = counted(len(paths) - 1, "more address", "more addresses")
    return f"'{_route(paths[0])}' and {others} are published, and this build has them no more"


def _is_accounted_for(path: str, before: Set[str], now: Set[str], is_redirect: Callable[[str], bool]) -> bool:
    """Whether a redirect stands in for a file, or the page that it lies beside speaks for it."""
    if f"{path}/index.html" in now:
        return True
    page = "/".join([*path.split("/")[:-1], "index.html"])
    if page == path or page not in before:
        return False
    return page not in now or is_redirect(page)


def _hint(path: str, added: Iterable[str], now: Set[str], is_redirect: Callable[[str], bool]) -> str:
    """What to write: the new address that is most alike, else the page above that still stands."""
    beside_file = path.rpartition("/")[0]
    if not path.endswith(".html") and beside_file and f"{beside_file}/index.html" in now:
        return _redirect(path, f"{beside_file}/")
    if not path.endswith(".html"):
        return f"publish it again, for instance as static/root/{path}"
    above, _, name = path.removesuffix("index.html").rstrip("/").rpartition("/")
    beside = {
        each.split("/")[-2]: each for each in added if _is_page_in(above, each) and not is_redirect(each)
    }
    near = difflib.get_close_matches(name, list(beside)[:2000], n=1, cutoff=0.75)
    new = _route(beside[near[0]]) if near else _page_above(above, now)
    return _redirect(_route(path), new)


def _redirect(old: str, new: str) -> str:
    return f"say where it went, under `redirects:` in {SITE}: - {{old: {old}, new: {new}}}"


def _is_page_in(folder: str, path: str) -> bool:
    """Whether a path is that of a page directly in a folder."""
    return path.endswith("/index.html") and path.removesuffix("/index.html").rpartition("/")[0] == folder


def _page_above(folder: str, now: Set[str]) -> str:
    """The address of a folder, if it has a page still, else of the nearest one above it."""
    while folder and f"{folder}/index.html" not in now:
        folder = folder.rpartition("/")[0]
    return f"{folder}/" if folder else "/"


def _route(path: str) -> str:
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


IsEnded = Callable[[str], bool]
"""Whether an address was made of a name that is hidden now, or was of use until its edition was over."""


def ended_addresses(series: Series | None) -> IsEnded:
    """The addresses that may vanish: nothing may lead from a hidden name to the person."""
    slugs = hidden_slugs(series.authors) if series else frozenset()
    over = {each.id for each in series.conferences if each.phase == "archive"} if series else set()

    def is_ended(path: str) -> bool:
        of_days = _OF_ITS_DAYS.match(path)
        is_over = of_days is not None and of_days[1] in over
        return is_over or any(holds_slug(part, slug) for part in path.split("/") for slug in slugs)

    return is_ended
