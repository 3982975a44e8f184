"""Addresses that moved: the alias of a person, and the redirects of the series."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import open_aliases
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import RedirectOf
from site_gen.text import slug


def _subjects(contents: Catalogue) -> Iterator[RedirectOf]:
    for redirect in contents.series.redirects:
        yield RedirectOf(_folder(redirect.old), _folder(redirect.new))
    moved = {_folder(redirect.old) for redirect in contents.series.redirects}
    for alias, author in sorted(_alias_ids(contents).items()):
        if f"authors/{alias}/" not in moved:
            yield RedirectOf(f"authors/{alias}/", f"authors/{author}/", author)


def _written(subject: RedirectOf) -> tuple[str, ...]:
    return ("authors", "", subject.person, "aliases") if subject.person else ()


def _route(subject: RedirectOf) -> str:
    """A file cannot lead on, so a folder of its name does."""
    return subject.old if subject.old.endswith((".html", "/")) else f"{subject.old}/"


def _folder(route: str) -> str:
    """A route as pages have it: without "/" before it, and with one at the end unless it names a file."""
    route = route.lstrip("/")
    return route if not route or route.endswith("/") or "." in route.rpartition("/")[2] else f"{route}/"


def _alias_ids(contents: Catalogue) -> dict[str, str]:
    """The ids that aliases would have, with their person; none that a person has or that two share."""
    found: dict[str, set[str]] = {}
    for author in contents.people.authors.values():
        for name in open_aliases(contents.people, author):
            found.setdefault(slug(name, limit=100), set()).add(author.id)
    return {
        alias: min(people)
        for alias, people in found.items()
        if alias and alias not in contents.people.authors and len(people) == 1
    }


REDIRECT = Kind(
    name="redirect",
    subject=RedirectOf,
    package=__package__,
    subjects=_subjects,
    route=_route,
    written=_written,
    has_origins=True,
    template="redirect.html",
    pack="",
    is_framed=False,
    is_in_sitemap=False,
)
