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
    known = locale.joined((abbreviation, offset))
    phrases = locale.words.phrases
    if not known:
        return phrases.times_of_city.format(city=city)
    return phrases.times_of_zone.format(city=city, zone=known)


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


def of_tracks(locale: Locale, sessions: str, tracks: Sequence[str]) -> str:
    """How many sessions there are and of which tracks: "40 sessions: Antennas, Gardens and Kitchens"."""
    return locale.words.phrases.of_tracks.format(sessions=sessions, tracks=locale.listed(tracks))


def papers_of(locale: Locale, number: int, title: str) -> str:
    """The description of a list of papers."""
    return count_of(locale, locale.count("paper", number), title)


def count_of(locale: Locale, count: str, title: str) -> str:
    """The description of a list: "42 sessions of MLSys 2022."."""
    return locale.words.phrases.count_of.format(count=count, title=title)


def programme_of(locale: Locale, day: str, title: str) -> str:
    """The description of a day: "Programme: Monday, 29 August 2022, MLSys 2022."."""
    label = locale.words.programme
    return locale.words.phrases.programme_of.format(label=label, day=day, title=title)


def skyline_words(locale: Locale, papers: int, most: int) -> str:
    """What the skyline of an edition shows."""
    counts = {"papers": locale.count("paper", papers), "names": locale.count("name", most)}
    return locale.words.phrases.skyline.format(**counts)


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


def teams_note(locale: Locale, papers: int) -> str:
    """What is left out of the sizes of teams; empty where nothing is."""
    if not papers:
        return ""
    return locale.words.phrases.without_papers.format(papers=locale.count("paper", papers))
