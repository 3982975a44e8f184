"""`/my/`: what a reader starred. Without a script it says what it would be, and leads to the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import MyProgramme, PapersOf, ScheduleOf, SeriesHome
from site_gen.values import dataclass

_ALARMS = (5, 10, 15, 30)  # minutes


@dataclass(frozen=True, slots=True)
class Beginning:
    """An edition with the pages on which there is something to star."""

    edition: Named
    pages: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class MyView:
    """The page of every reader; `sentences` are what its script says, by name. `index` is the route of the
    search's index; `alarms` are minutes, `sides` the choices of a comparison, each with its words."""

    about: About
    index: str
    alarms: tuple[tuple[int, str], ...]
    sides: tuple[tuple[str, str], ...]
    beginnings: tuple[Beginning, ...]
    sentences: tuple[tuple[str, str], ...]


def _view(site: Site, _subject: MyProgramme) -> MyView:
    words = site.locale.words.my
    counted = ((name, site.locale.for_script(forms)) for name, forms in words.counted.items())
    return MyView(
        about=About(words.title, words.lead),
        index=site.file_address("search-index", SeriesHome()),
        alarms=tuple((minutes, site.locale.counted(words.before, minutes)) for minutes in _ALARMS),
        sides=(
            ("theirs", words.theirs),
            ("both", words.both),
            ("only-theirs", words.only_theirs),
            ("only-mine", words.only_mine),
        ),
        beginnings=tuple(_beginnings(site)),
        sentences=(*words.sentences.items(), *counted),
    )


def _beginnings(site: Site) -> Iterator[Beginning]:
    for edition_id, edition in site.catalogue.editions.items():
        wanted = (
            (ScheduleOf(edition_id), site.locale.words.schedule, edition.sessions),
            (PapersOf(edition_id), site.locale.words.papers, edition.papers),
        )
        pages = tuple(Named(label, site.address(page)) for page, label, any_ in wanted if any_)
        if pages:
            yield Beginning(cards(site).edition_name(edition_id), pages)


FORMS = Forms(_view)
