"""What a word means: an id, a route, a content file, a name or a title → the key of what it names."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_gen.content import paths
from site_gen.problems import ExitStatus, Stop
from site_gen.site import Catalogue, Edition, Key, Site
from site_gen.text import fold

_LINE = re.compile(r"(?::\d+){1,2}$")
_MOST_CANDIDATES = 8


def find(site: Site, project: Path, what: str) -> Key:
    """The key of what `what` names: that of its page, or ("award", edition, id).

    An address or id decides, then a whole title or name, then a part of one. Raises Stop where nothing
    or more than one thing is meant.
    """
    addresses, titles = _addresses(site), _titles(site.catalogue)
    wanted = fold(what)
    part = {key for title, keys in titles.items() if wanted and wanted in title for key in keys}
    whole_words = re.compile(rf"\b{re.escape(wanted)}\b")
    words = {key for title, keys in titles.items() if wanted and whole_words.search(title) for key in keys}
    steps = (
        *(addresses.get(each, set()) for each in _spellings(what, project, site.base_url)),
        titles.get(wanted, set()),
        words,
        part,
    )
    found: set[Key] = next((keys for keys in steps if keys), set())
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise Stop(ExitStatus.USAGE, f"'{what}' may be: {_listed(found)}", "name one of them")
    near = difflib.get_close_matches(wanted, [*addresses, *titles], n=3, cutoff=0.5)
    keys = {key for name in near for key in (*addresses.get(name, ()), *titles.get(name, ()))}
    hint = (
        f"nearest: {_listed(keys)}" if keys else "name a paper, person, session, award, page or content file"
    )
    raise Stop(ExitStatus.USAGE, f"nothing here is called '{what}'", hint)


def _spellings(what: str, project: Path, base_url: str | None) -> Iterator[str]:
    """The addresses that a word may stand for, the most likely first."""
    text = what.strip()
    if base_url and f"{text}/".startswith(base_url):
        text = text[len(base_url) :]
    elif text.startswith(("http://", "https://")):
        text = unquote(urlsplit(text).path)
        yield from (text.strip("/").split("/", skipped)[-1] for skipped in range(text.count("/")))
    if Path(text).is_absolute() and Path(text).is_relative_to(project):
        text = Path(text).relative_to(project).as_posix()
    text = _LINE.sub("", text.partition("?")[0]).removeprefix("_site/").removeprefix("./")
    text = text.removesuffix("index.html").strip("/").lower()
    yield text
    yield text.replace("/#", "/").replace("#", "/")
    if "/" in text and "." in text.rpartition("/")[2]:  # a file beside a page
        yield text.rpartition("/")[0]


def _addresses(site: Site) -> dict[str, set[Key]]:
    """Everything that addresses, ids and content files name."""
    found: dict[str, set[Key]] = defaultdict(set)
    for page in site.pages:
        found[page.route.strip("/")].add(page.key)
        for name in _names_of_page(page.key):
            found[name].add(page.key)
    for edition_id, edition in site.catalogue.editions.items():
        for award in edition.conference.awards:
            for name in (award.id, f"{edition_id}/{award.id}", f"{edition_id}/awards/{award.id}"):
                found[name].add(("award", edition_id, award.id))
    return found


def _names_of_page(key: Key) -> Iterator[str]:
    """What else the page of this key is called: by id, and by content file."""
    match key:
        case ("paper", edition, paper):
            yield from (paper, f"{edition}/{paper}", paths.paper(edition, paper))
            yield paths.provenance(edition, "papers", paper)
        case ("session" | "room" | "track", edition, entity):
            yield from (entity, f"{edition}/{entity}")
        case ("author", person):
            yield person
        case ("edition", edition):
            yield paths.conference(edition)
        case ("schedule", edition):
            yield from (paths.sessions(edition), f"{edition}/sessions")
        case ("awards", edition):
            yield paths.awards(edition)
        case ("prose", edition, page):
            yield from (page, paths.page(edition, page))
        case ("authors",):
            yield paths.AUTHORS
        case ("home",):
            yield paths.SITE


def _titles(catalogue: Catalogue) -> dict[str, set[Key]]:
    """Everything that has a title or name, by it folded."""
    found: dict[str, set[Key]] = defaultdict(set)
    for author in catalogue.people.authors.values():
        names = (author.name, *author.aliases, *(former.name for former in author.former_names))
        for name in names:
            found[fold(name)].add(("author", author.id))
    for each, edition in catalogue.editions.items():
        for title, key in _titles_of_edition(each, edition):
            found[fold(title)].add(key)
    for page in catalogue.series.pages:
        found[fold(page.title)].add(("prose", "", page.id))
    return found


def _titles_of_edition(each: str, edition: Edition) -> Iterator[tuple[str, Key]]:
    yield edition.conference.title, ("edition", each)
    yield from ((paper.title, ("paper", each, paper.id)) for paper in edition.papers.values() if paper.title)
    for session in edition.sessions.values():
        if session.title:
            yield session.title, ("session", each, session.id)
    yield from ((award.name, ("award", each, award.id)) for award in edition.conference.awards)
    yield from ((room.name, ("room", each, room.id)) for room in edition.rooms.values())
    yield from ((track.name, ("track", each, track.id)) for track in edition.tracks.values())
    yield from ((page.title, ("prose", each, page.id)) for page in edition.conference.pages)


def _listed(keys: Iterable[Key]) -> str:
    """Keys as addresses to choose from."""
    names = sorted(_address(key) for key in keys)
    more = len(names) - _MOST_CANDIDATES
    return ", ".join(names[:_MOST_CANDIDATES]) + (f" and {more} more" if more > 0 else "")


def _address(key: Key) -> str:
    match key:
        case ("paper" | "session" | "award" | "room" | "track" as kind, edition, entity):
            return f"{edition}/{kind}s/{entity}"
        case ("author", person):
            return f"authors/{person}"
        case ("prose", edition, page):
            return f"{edition}/{page}".strip("/")
        case ("redirect", old, _):
            return old.strip("/")
    return "/".join(key)
