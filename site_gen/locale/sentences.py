"""Sentences with something to fill in: names, numbers, places."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.locale.language import Locale

LAST_TEAM = 10


def place_of(locale: Locale, position: int, number: int) -> str:
    """The place in a list: "2nd of 5"."""
    place, all_ = locale.ordinal(position), locale.number(number)
    return locale.words.phrases.place_of.format(place=place, number=all_)


def untitled_paper(locale: Locale, names: Sequence[str]) -> str:
    """What stands in for a title: "Untitled paper by A, B and 3 others"."""
    phrases = locale.words.phrases
    if not names:
        return phrases.untitled_paper
    if len(names) > 3:
        names = [*names[:2], locale.count("other", len(names) - 2)]
    return phrases.untitled_paper_by.format(names=locale.listed(names))


def zone_sentence(locale: Locale, city: str, abbreviation: str, offset: str) -> str:
    """Where the times belong: "All times are local to Los Angeles (PDT, UTC−07:00)."."""
    known = ", ".join(part for part in (abbreviation, offset) if part)
    phrases = locale.words.phrases
    if not known:
        return phrases.times_of_city.format(city=city)
    return phrases.times_of_zone.format(city=city, zone=known)


def zone_without_place(locale: Locale, offset: str) -> str:
    """The times where the place is not known: "All times are in UTC; …"."""
    return locale.words.phrases.times_without_place.format(offset=offset)


def days_off(locale: Locale, days: int) -> str:
    """By how many days a time is on another day than the one it stands under: "+1", "−1"."""
    phrases = locale.words.phrases
    return (phrases.days_later if days > 0 else phrases.days_earlier).format(number=locale.number(abs(days)))


def city_of(zone: str) -> str:
    """The city that names a time zone: "Los Angeles" of "America/Los_Angeles"."""
    return zone.rpartition("/")[2].replace("_", " ")


def deadline_zone(locale: Locale, zone: str | None) -> str:
    """The time zone of a deadline, behind its time; empty where it is not known."""
    if zone is None:
        return ""
    phrases = locale.words.phrases
    return phrases.anywhere_on_earth if zone == "AoE" else phrases.city_time.format(city=city_of(zone))


def boards_from_to(locale: Locale, posters: str, first: str, last: str) -> str:
    """How many posters there are and on which boards: "200 posters, boards A1–E40"."""
    return locale.words.phrases.boards_from_to.format(posters=posters, first=first, last=last)


def of_tracks(locale: Locale, sessions: str, tracks: Sequence[str]) -> str:
    """How many sessions there are and of which tracks: "40 sessions: Antennas, Gardens and Kitchens"."""
    return locale.words.phrases.of_tracks.format(sessions=sessions, tracks=locale.listed(tracks))


def licence_sentence(locale: Locale, name: str) -> str:
    """Where a format has no place of its own for the licence: "Licence: CC BY 4.0."."""
    return locale.words.phrases.licence.format(name=name)


def mistake_on(locale: Locale, title: str) -> str:
    """The subject of a message about a page: "Mistake on “Schedule”"."""
    return locale.words.phrases.mistake_on.format(title=title)


def data_description(locale: Locale, title: str) -> str:
    """The description of the page of all machine-readable files."""
    return locale.words.phrases.data_of.format(title=title)


def search_description(locale: Locale, title: str) -> str:
    """The description of the page that searches."""
    return locale.words.phrases.search_of.format(title=title)


def papers_of(locale: Locale, number: int, title: str) -> str:
    """The description of a list of papers."""
    return count_of(locale, locale.count("paper", number), title)


def count_of(locale: Locale, count: str, title: str) -> str:
    """The description of a list: "42 sessions of MLSys 2022."."""
    return locale.words.phrases.count_of.format(count=count, title=title)


def label_of(locale: Locale, label: str, title: str) -> str:
    """The description of a page that its label and the edition's title name: "Awards: MLSys 2022."."""
    return locale.words.phrases.label_of.format(label=label, title=title)


def list_of(locale: Locale, label: str, title: str, count: str) -> str:
    """The description of a list of everybody: "Authors of MLSys: 470 people."."""
    return locale.words.phrases.list_of.format(label=label, title=title, count=count)


def programme_of(locale: Locale, day: str, title: str) -> str:
    """The description of a day: "Programme: Monday, 29 August 2022, MLSys 2022."."""
    label = locale.words.programme
    return locale.words.phrases.programme_of.format(label=label, day=day, title=title)


def skyline_words(locale: Locale, papers: int, most: int) -> str:
    """What the skyline of an edition shows."""
    counts = {"papers": locale.count("paper", papers), "names": locale.count("name", most)}
    return locale.words.phrases.skyline.format(**counts)


def booklet_of(locale: Locale, title: str) -> str:
    """The description of an edition's booklet."""
    return locale.words.phrases.booklet_of.format(title=title)


def speak_of(locale: Locale, words: Sequence[str]) -> str:
    """Why two papers are related: "Both speak of “sparsity” and “GPU kernel”."."""
    phrases = locale.words.phrases
    quoted = [phrases.quoted.format(word=word) for word in words]
    return phrases.speak_of.format(words=locale.listed(quoted))


def team_of(locale: Locale, size: int) -> str:
    """The names on a paper: "1 name", "9 names", "10 names or more"."""
    if size < LAST_TEAM:
        return locale.count("name", size)
    return locale.counted(locale.words.phrases.team_or_more, size)


def names_on_average(locale: Locale, number: str) -> str:
    """How many names are on a paper, of a number as "4.9"."""
    return locale.words.phrases.names_on_average.format(number=number)


def teams_note(locale: Locale, papers: int) -> str:
    """What is left out of the sizes of teams; empty where nothing is."""
    if not papers:
        return ""
    return locale.words.phrases.without_papers.format(papers=locale.count("paper", papers))


def figures_of(locale: Locale, title: str) -> str:
    """The description of a page of figures."""
    return locale.words.phrases.figures_of.format(title=title)


def map_of(locale: Locale, title: str) -> str:
    """The description of a map of papers."""
    return locale.words.phrases.map_of.format(title=title)
