"""Figures of an edition, and of the series: papers, people, teams, and what the papers speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.analysis import Profile, mentions, subjects
from site_gen.cards.cards import cards
from site_gen.cards.links_if_present import links_if_present
from site_gen.cards.parts import Named
from site_gen.cards.related import profiles, shown
from site_gen.graph.queries import query
from site_gen.kinds.figures.census import (
    Crowd,
    average_team,
    crowds,
    papers_of_people,
    team_sizes,
    with_papers,
)
from site_gen.kinds.figures.charts import Chart, bar_rows, share_rows
from site_gen.locale import Locale
from site_gen.locale.sentences import LAST_TEAM, team_of, teams_note
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import FiguresOf, MapOf, PersonOf
from site_gen.values import dataclass

_MOST_ROWS = 12
_MOST_EDITIONS = 8  # side by side


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Figures. `numbers` are the plain ones, in words; `more` leads to what else there is of the kind.

    `edition` is None for those of the series.
    """

    about: About
    edition: Named | None
    title: str
    numbers: tuple[str, ...]
    charts: tuple[Chart, ...]
    more: tuple[Named, ...]


def _view(site: Site, subject: FiguresOf) -> FiguresView:
    return _of_edition(site, subject.edition) if subject.edition else _of_series(site)


def _of_series(site: Site) -> FiguresView:
    contents, title = site.catalogue, site.catalogue.series.title
    editions, people = with_papers(contents), crowds(contents)
    labels = [
        Named(each.conference.title, site.routes.get(FiguresOf(each.conference.id))) for each in editions
    ]
    papers = [len(each.papers) for each in editions]
    wrote = sum((papers_of_people(contents, each) for each in editions), Counter[str]())
    charts = (
        Chart(
            "papers",
            site.locale.words.papers,
            "",
            (site.locale.words.edition, site.locale.words.papers),
            (),
            bar_rows(labels, [papers], site.locale.number),
        ),
        _people_chart(site.locale, labels, list(people.values())),
        _average_chart(site.locale, labels, editions),
        _subjects_over_editions(site, editions),
        _prolific_chart(site, wrote),
    )
    return FiguresView(
        about=About(site.locale.words.figures, site.locale.words.phrases.figures_of.format(title=title)),
        edition=None,
        title=site.locale.words.more_figures,
        numbers=(
            site.locale.count("edition", len(editions)),
            site.locale.count("paper", sum(papers)),
            site.locale.count("person", len(wrote)),
        ),
        charts=tuple(chart for chart in charts if chart.rows),
        more=(),
    )


def _of_edition(site: Site, edition_id: str) -> FiguresView:
    contents = site.catalogue
    edition = contents.editions[edition_id]
    title = edition.conference.title
    wrote, crowd = papers_of_people(contents, edition), crowds(contents)[edition_id]
    charts = (
        _subjects_chart(site, edition),
        _teams_chart(site.locale, edition),
        _newcomers_chart(site.locale, crowd),
        _prolific_chart(site, wrote),
    )
    return FiguresView(
        about=About(site.locale.words.figures, site.locale.words.phrases.figures_of.format(title=title)),
        edition=cards(site).edition_name(edition_id),
        title=site.locale.words.figures,
        numbers=(
            site.locale.count("paper", len(edition.papers)),
            site.locale.count("person", len(wrote)),
            *_average_words(site.locale, edition),
        ),
        charts=tuple(chart for chart in charts if chart.rows),
        more=links_if_present(
            site, {MapOf(edition_id): site.locale.words.map, FiguresOf(""): site.locale.words.more_figures}
        ),
    )


def _average_words(locale: Locale, edition: Edition) -> Iterator[str]:
    average = average_team(edition)
    if average is not None:
        yield locale.words.phrases.names_on_average.format(number=locale.decimal(average))


def _people_chart(locale: Locale, labels: Sequence[Named], people: Sequence[Crowd]) -> Chart:
    rows = bar_rows(
        labels, [[each.new for each in people], [each.returning for each in people]], locale.number
    )
    heads = (locale.words.edition, locale.words.new_people, locale.words.returning_people)
    return Chart("people", locale.words.people, locale.words.newcomers_note, heads, heads[1:], rows)


def _newcomers_chart(locale: Locale, crowd: Crowd) -> Chart:
    labels = [Named(locale.words.new_people), Named(locale.words.returning_people)]
    rows = bar_rows(labels, [[crowd.new, crowd.returning]], locale.number) if crowd.returning else ()
    return Chart(
        "newcomers",
        locale.words.newcomers,
        locale.words.newcomers_note,
        (locale.words.people, locale.words.number),
        (),
        rows,
    )


def _average_chart(locale: Locale, labels: Sequence[Named], editions: Sequence[Edition]) -> Chart:
    known = [
        (label, average)
        for label, each in zip(labels, editions, strict=True)
        if (average := average_team(each)) is not None
    ]
    rows = bar_rows([label for label, _ in known], [[average for _, average in known]], locale.decimal)
    return Chart(
        "teams",
        locale.words.team_average,
        "",
        (locale.words.edition, locale.words.names),
        (),
        rows,
    )


def _teams_chart(locale: Locale, edition: Edition) -> Chart:
    sizes = team_sizes(edition)
    groups: Counter[int] = Counter()
    for size, number in sizes.items():
        groups[min(size, LAST_TEAM)] += number
    ordered = range(min(groups, default=1), max(groups, default=0) + 1)
    rows = bar_rows(
        [Named(team_of(locale, size)) for size in ordered],
        [[groups[size] for size in ordered]],
        locale.number,
    )
    note = teams_note(locale, len(edition.papers) - sizes.total())
    return Chart(
        "teams",
        locale.words.team_sizes,
        note,
        (locale.words.names, locale.words.papers),
        (),
        rows,
    )


def _prolific_chart(site: Site, wrote: Counter[str]) -> Chart:
    """Those who wrote most, if several papers; where many wrote as many, none of them."""
    authors = site.catalogue.people.authors
    ordered = sorted(wrote, key=lambda each: (-wrote[each], site.locale.order(authors[each].name), each))
    least = max(wrote[ordered[_MOST_ROWS]] + 1, 2) if len(ordered) > _MOST_ROWS else 2
    shown = [person for person in ordered if wrote[person] >= least]
    labels = [Named(authors[person].name, site.address(PersonOf(person))) for person in shown]
    rows = bar_rows(labels, [[wrote[person] for person in shown]], site.locale.number)
    return Chart(
        "prolific",
        site.locale.words.prolific,
        "",
        (site.locale.words.authors, site.locale.words.papers),
        (),
        rows,
    )


def _subjects_chart(site: Site, edition: Edition) -> Chart:
    found = _subjects(site, (edition.conference.id,))
    ordered = sorted(found, key=lambda each: -each.papers[0])
    rows = bar_rows(_shown(site, ordered), [[each.papers[0] for each in ordered]], site.locale.number)
    return Chart(
        "subjects",
        site.locale.words.subjects,
        site.locale.words.subjects_note,
        (site.locale.words.subject, site.locale.words.papers),
        (),
        rows,
    )


def _subjects_over_editions(site: Site, editions: Sequence[Edition]) -> Chart:
    latest = editions[-_MOST_EDITIONS:]
    found = _subjects(site, tuple(each.conference.id for each in latest))
    shares = [list(zip(each.papers, each.of, strict=True)) for each in found]
    rows = share_rows(_shown(site, found), shares, site.locale.number) if len(latest) > 1 else ()
    heads = (site.locale.words.subject, *(each.conference.title for each in latest))
    return Chart(
        "subjects", site.locale.words.subjects_over_editions, site.locale.words.subjects_note, heads, (), rows
    )


@dataclass(frozen=True, slots=True)
class _Subject:
    """What papers speak of: how many do in each edition, of how many that are published."""

    term: str
    papers: tuple[int, ...]
    of: tuple[int, ...]


@query
def _subjects(site: Site, editions: tuple[str, ...]) -> tuple[_Subject, ...]:
    """What the papers of some editions speak of most."""
    groups = [_profiles(site, site.catalogue.editions[each]) for each in editions]
    found = subjects([profile for group in groups for profile in group], _MOST_ROWS)
    spreads, of = [mentions(group) for group in groups], tuple(map(len, groups))
    return tuple(_Subject(term, tuple(spread[term] for spread in spreads), of) for term in found)


def _profiles(site: Site, edition: Edition) -> list[Profile]:
    found = (profiles(site).get((edition.conference.id, paper)) for paper in edition.papers)
    return [profile for profile in found if profile]


def _shown(site: Site, found: Sequence[_Subject]) -> list[Named]:
    return [Named(shown(site, each.term)) for each in found]


FORMS = Forms(_view)
