"""Talks whose titles name somebody, as it seems, where nobody is told to speak or to have written them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.entries.lives_in_texts import lives_of_nobody
from site_gen.ingest.reading.entries.people_in_titles import people_maybe_in_titles
from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.titles.ceremony_speakers import unsure_ceremonies, with_ceremony_speakers
from site_gen.ingest.reading.titles.family_names import untold_families
from site_gen.ingest.reading.titles.labelled_speakers import with_labelled_speakers
from site_gen.ingest.reading.titles.speaker_tails import untold
from site_gen.ingest.reading.titles.speakers_first import unsure_speakers_first, with_speakers_first
from site_gen.ingest.reading.titles.title_codes import with_boards
from site_gen.ingest.reading.titles.title_numbers import with_numbers
from site_gen.ingest.reading.titles.title_rooms import doubtful_rooms
from site_gen.ingest.records import Fact, Reading


def speakers_in_titles(reading: Reading) -> Doubt:
    """The talks whose title seems to name who speaks, so that nobody is read."""
    what = "{} is read as a title: nobody is told to speak"
    hint = "if it ends in who speaks, write a line below it, or a column of its own: 'Speaker: Ann Lee'"
    return _possible(reading, "doubtful-name", _speakers, what, hint)


def _speakers(reading: Reading) -> Iterator[Fact[str]]:
    named = with_ceremony_speakers(with_labelled_speakers(with_speakers_first(reading)))  # who is read
    likely = (*(title for title, _ in untold(named)), *unsure_ceremonies(reading))
    likely += tuple(unsure_speakers_first(named))
    return people_maybe_in_titles(named, likely)


def families_in_titles(reading: Reading) -> Doubt:
    """The talks beside whose titles single words stand that may be family names: all end alike."""
    what = "{} is read as a title: a family name may stand in it"
    hint = "if it names who wrote that, write the names in full: 'Nests (Ann Lee, Bob Roe)'"
    return _possible(reading, "doubtful-name", untold_families, what, hint)


def lives_in_texts(reading: Reading) -> Doubt:
    """The texts of talks that tell a life, where nothing tells whose it is."""
    what = "nothing tells whose life this is: {} stays in the text"
    hint = "write who speaks, as 'Speaker: Ann Lee', and begin the biography with that name"
    return _possible(reading, "unclear-biography", lives_of_nobody, what, hint)


def rooms_in_titles(reading: Reading) -> Doubt:
    """The titles beside which a code stands that may be a room."""
    what = "{} is read as a title: a room may stand beside it"
    hint = "if it is where that takes place, write 'Room: …' below, or a column of its own"
    return _possible(reading, "doubtful-room", _rooms, what, hint)


def _rooms(reading: Reading) -> Iterator[Fact[str]]:
    return doubtful_rooms(with_boards(with_numbers(reading)))


def times_in_headings(reading: Reading) -> Doubt:
    """The sessions without a time whose title says when they are: "Posters A, Tuesday 2 September, 17:00"."""
    untimed = () if reading.format.is_own else reading.sessions
    found = [
        Finding(f"{shown(each.title.value)} says when it is: that is not read", each.title.place)
        for each in untimed
        if each.title and not (each.day or each.start) and _says_when(each.title.value)
    ]
    hint = "write day and times into a line below it: Tuesday 2 September 2031, 17:00-19:00"
    return doubt("implausible-session", found, len(found), hint, are_possible=True)


def late_ends(reading: Reading) -> Doubt:
    """The talks that begin in their session and end when it is over."""
    found = []
    for session in () if reading.format.is_own else reading.sessions:
        start, end = session.start, session.end
        if start is None or end is None or session.end_later or end.value <= start.value:
            continue
        for slot in session.slots:
            is_late = slot.end and slot.end.value > end.value and not (slot.later or slot.end_later)
            if slot.called and slot.start and start.value <= slot.start.value < end.value and is_late:
                called = f" {shown(session.title.value)}" if session.title else ""
                found.append(
                    Finding(f"{shown(slot.called.value)} ends after its session{called}", slot.place)
                )
    hint = "correct the end of one of them"
    return doubt("ends-late", found, len(found), hint, are_possible=True)


def _possible(
    reading: Reading, code: str, find: Callable[[Reading], Iterable[Fact[str]]], what: str, hint: str
) -> Doubt:
    """What may be meant by texts that people typed: of our own and published ones nothing is doubted."""
    texts = find(reading) if reading.format.is_copied else ()
    found = [Finding(what.format(shown(text.value)), text.place) for text in texts]
    return doubt(code, found, len(found), hint, are_possible=True)


def _says_when(title: str) -> bool:
    when = find_when(title)
    return when is not None and when.start is not None and when.day is not None
