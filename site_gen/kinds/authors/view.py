"""Everybody who wrote a paper, by family name, under letters."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.cards.roles import name_of_index
from site_gen.conference import Author
from site_gen.conference.family_names import family_name
from site_gen.conference.people import AuthoredPaper
from site_gen.locale import Locale
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import AuthorsIndex, PersonOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class AuthorEntry:
    """A person in the index: the name in three parts, the middle one the family name.

    `papers` says how many; `only` is the paper of who wrote one.
    """

    before: str
    family: str
    after: str
    route: str
    papers: str
    only: Named | None

    @property
    def html(self) -> Markup:
        """The whole name, which runs one way."""
        return Markup("{}<b>{}</b>{}").format(self.before, self.family, self.after)


@dataclass(frozen=True, slots=True)
class Letter:
    """The people under one letter; `id` is its anchor."""

    id: str
    name: str
    authors: tuple[AuthorEntry, ...]


@dataclass(frozen=True, slots=True)
class AuthorsView:
    """The index of authors."""

    about: About
    count: str
    letters: tuple[Letter, ...]


def _view(site: Site, _subject: AuthorsIndex) -> AuthorsView:
    count = site.locale.count("person", len(site.catalogue.people.authors))
    label, title = name_of_index(site) or site.locale.words.authors, site.catalogue.series.title
    description = site.locale.words.phrases.list_of.format(label=label, title=title, count=count)
    return AuthorsView(
        about=About(label, description),
        count=count,
        letters=_letters(site),
    )


def _letters(site: Site) -> tuple[Letter, ...]:
    letters: dict[str, list[AuthorEntry]] = {}
    for author in sorted(site.catalogue.people.authors.values(), key=partial(_order, site.locale)):
        letter = site.locale.initial(family_name(author))
        letters.setdefault(letter, []).append(_entry(site, author))
    last = letters.pop(site.locale.words.other_letter, None)
    if last:
        letters[site.locale.words.other_letter] = last
    return tuple(Letter(f"letter-{name.lower()}", name, tuple(entries)) for name, entries in letters.items())


def _order(locale: Locale, author: Author) -> tuple[tuple[str, str], tuple[str, str], str]:
    return locale.order(family_name(author)), locale.order(author.name), author.id


def _entry(site: Site, author: Author) -> AuthorEntry:
    before, family, after = author.name.rpartition(family_name(author))
    papers = site.catalogue.people.papers.get(author.id, ())
    return AuthorEntry(
        before=before,
        family=family,
        after=after,
        route=site.address(PersonOf(author.id)),
        papers=site.locale.count("paper", len(papers)) if papers else "",
        only=_named(site, *papers) if len(papers) == 1 else None,
    )


def _named(site: Site, wrote: AuthoredPaper) -> Named:
    card = cards(site).paper(wrote.edition, wrote.paper)
    return Named(card.title.plain, card.route)


FORMS = Forms(_view)
