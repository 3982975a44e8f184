"""Figures of an edition, and of the series: papers, people, teams, and what the papers speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_gen.analysis import Profile, mentions, subjects
from site_gen.cards.links_if_present import ways
from site_gen.cards.parts import Named
from site_gen.cards.related import papers_by_words
from site_gen.frame.head import Head, head
from site_gen.kinds.figures.census import (
    Crowd,
    average_team,
    crowds,
    in_tenths,
    papers_of_people,
    team_sizes,
    with_papers,
)
from site_gen.kinds.figures.charts import Chart, bar_rows, share_rows
from site_gen.locale import WORDS
from site_gen.locale.papers import (
    LAST_TEAM,
    NEWCOMERS_NOTE,
    SUBJECTS_NOTE,
    figures_of,
    names_on_average,
    team_of,
    teams_note,
)
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, PageKind, Site
from site_gen.text import counted, sort_key

_FEWEST = 2  # papers of an edition that has figures of its own
_MOST_ROWS = 12
_MOST_EDITIONS = 8  # side by side


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Figures. `numbers` are the plain ones, in words; `ways` lead to what else there is of the kind."""

    head: Head
    title: str
    numbers: tuple[str, ...]
    charts: tuple[Chart, ...]
    ways: tuple[Named, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    editions = with_papers(contents) if contents.series.figures else []
    if editions:
        yield ("figures",), "figures/", contents.locate("series")
    for edition in editions:
        edition_id = edition.conference.id
        if len(edition.papers) < _FEWEST:
            continue
        yield ("figures", edition_id), f"{edition_id}/figures/", contents.locate("conference", edition_id)


def _view(site: Site, key: Key) -> FiguresView:
    return _of_edition(site, key) if len(key) > 1 else _of_series(site, key)


def _of_series(site: Site, key: Key) -> FiguresView:
    contents, title = site.catalogue, site.catalogue.series.title
    editions, people = with_papers(contents), crowds(contents)
    labels = [
        Named(each.conference.title, site.addresses.get(("figures", each.conference.id))) for each in editions
    ]
    papers = [len(each.papers) for each in editions]
    wrote = sum((papers_of_people(contents, each) for each in editions), Counter[str]())
    charts = (
        Chart("papers", WORDS.papers, "", (WORDS.edition, WORDS.papers), (), bar_rows(labels, [papers])),
        _people_chart(labels, list(people.values())),
        _average_chart(labels, editions),
        _subjects_over_editions(site, editions),
        _prolific_chart(site, wrote),
    )
    return FiguresView(
        head=head(site, key, WORDS.figures, description=figures_of(title)),
        title=WORDS.more_figures,
        numbers=(
            counted(len(editions), "edition"),
            counted(sum(papers), "paper"),
            counted(len(wrote), "person", "people"),
        ),
        charts=tuple(chart for chart in charts if chart.rows),
        ways=(),
    )


def _of_edition(site: Site, key: Key) -> FiguresView:
    contents, edition_id = site.catalogue, key[1]
    edition = contents.editions[edition_id]
    title = edition.conference.title
    wrote, crowd = papers_of_people(contents, edition), crowds(contents)[edition_id]
    charts = (
        _subjects_chart(site, edition),
        _teams_chart(edition),
        _newcomers_chart(crowd),
        _prolific_chart(site, wrote),
    )
    return FiguresView(
        head=head(site, key, WORDS.figures, edition_id, description=figures_of(title)),
        title=WORDS.figures,
        numbers=(
            counted(len(edition.papers), "paper"),
            counted(len(wrote), "person", "people"),
            *_average_words(edition),
        ),
        charts=tuple(chart for chart in charts if chart.rows),
        ways=ways(site, {("map", edition_id): WORDS.map, ("figures",): WORDS.more_figures}),
    )


def _average_words(edition: Edition) -> Iterator[str]:
    average = average_team(edition)
    if average is not None:
        yield names_on_average(in_tenths(average))


def _people_chart(labels: Sequence[Named], people: Sequence[Crowd]) -> Chart:
    rows = bar_rows(labels, [[each.new for each in people], [each.returning for each in people]])
    heads = (WORDS.edition, WORDS.new_people, WORDS.returning_people)
    return Chart("people", WORDS.people, NEWCOMERS_NOTE, heads, heads[1:], rows)


def _newcomers_chart(crowd: Crowd) -> Chart:
    labels = [Named(WORDS.new_people), Named(WORDS.returning_people)]
    rows = bar_rows(labels, [[crowd.new, crowd.returning]]) if crowd.returning else ()
    return Chart("newcomers", WORDS.newcomers, NEWCOMERS_NOTE, (WORDS.people, WORDS.number), (), rows)


def _average_chart(labels: Sequence[Named], editions: Sequence[Edition]) -> Chart:
    known = [
        (label, average)
        for label, each in zip(labels, editions, strict=True)
        if (average := average_team(each)) is not None
    ]
    rows = bar_rows([label for label, _ in known], [[average for _, average in known]], in_tenths)
    return Chart("teams", WORDS.team_average, "", (WORDS.edition, WORDS.names), (), rows)


def _teams_chart(edition: Edition) -> Chart:
    sizes = team_sizes(edition)
    groups: Counter[int] = Counter()
    for size, number in sizes.items():
        groups[min(size, LAST_TEAM)] += number
    ordered = range(min(groups, default=1), max(groups, default=0) + 1)
    rows = bar_rows([Named(team_of(size)) for size in ordered], [[groups[size] for size in ordered]])
    note = teams_note(len(edition.papers) - sizes.total())
    return Chart("teams", WORDS.team_sizes, note, (WORDS.names, WORDS.papers), (), rows)


def _prolific_chart(site: Site, wrote: Counter[str]) -> Chart:
    """Those who wrote most, if several papers; where many wrote as many, none of them."""
    authors = site.catalogue.people.authors
    ordered = sorted(wrote, key=lambda each: (-wrote[each], sort_key(authors[each].name), each))
    least = max(wrote[ordered[_MOST_ROWS]] + 1, 2) if len(ordered) > _MOST_ROWS else 2
    shown = [person for person in ordered if wrote[person] >= least]
    labels = [Named(authors[person].name, site.address("author", person)) for person in shown]
    rows = bar_rows(labels, [[wrote[person] for person in shown]])
    return Chart("prolific", WORDS.prolific, "", (WORDS.authors, WORDS.papers), (), rows)


def _subjects_chart(site: Site, edition: Edition) -> Chart:
    profiles = _profiles(site, edition)
    found, spread = subjects(profiles, _MOST_ROWS), mentions(profiles)
    ordered = sorted(found, key=lambda term: -spread[term])
    rows = bar_rows(_shown(site, ordered), [[spread[term] for term in ordered]])
    return Chart("subjects", WORDS.subjects, SUBJECTS_NOTE, (WORDS.subject, WORDS.papers), (), rows)


def _subjects_over_editions(site: Site, editions: Sequence[Edition]) -> Chart:
    latest = editions[-_MOST_EDITIONS:]
    groups = [_profiles(site, each) for each in latest]
    found = subjects([profile for group in groups for profile in group], _MOST_ROWS)
    spreads = [mentions(group) for group in groups]
    shares = [
        [(spread[term], len(group)) for spread, group in zip(spreads, groups, strict=True)] for term in found
    ]
    rows = share_rows(_shown(site, found), shares) if len(latest) > 1 else ()
    heads = (WORDS.subject, *(each.conference.title for each in latest))
    return Chart("subjects", WORDS.subjects_over_editions, SUBJECTS_NOTE, heads, (), rows)


def _profiles(site: Site, edition: Edition) -> list[Profile]:
    library = papers_by_words(site)
    numbers = (library.numbers.get((edition.conference.id, paper)) for paper in edition.papers)
    return [library.corpus.profiles[number] for number in numbers if number is not None]


def _shown(site: Site, terms: Sequence[str]) -> list[Named]:
    return [Named(papers_by_words(site).corpus.forms.shown(term)) for term in terms]


FIGURES = PageKind("figures", "figures.html", _pages, _view)
