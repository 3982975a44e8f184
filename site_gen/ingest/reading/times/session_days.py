"""Days of a schedule's sessions that their neighbours tell, and the year that all days print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from site_gen.content.paths import sheet_of
from site_gen.ingest.reading.times.day_headings import ListedDays
from site_gen.ingest.reading.times.programme_times import read_day
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord
from site_gen.problems import ProblemLog

DAY_ABOVE = "write the day above: Monday, 12 July 2027"


def with_days(sessions: Sequence[SessionRecord]) -> tuple[SessionRecord, ...]:
    """Give each session without a day the one of its neighbours, where those agree.

    A schedule is in the order of time: what stands between two sessions of one day is on that day.
    Before the first and after the last day of a page nothing tells, unless the page has but one.
    """
    following = list(accumulate((session.day for session in reversed(sessions)), _last))[::-1]
    preceding = list(accumulate((session.day for session in sessions), _last))
    single = len({session.day.value for session in sessions if session.day}) == 1
    days = [_between(*days, single) for days in zip(preceding, following, strict=True)]
    return tuple(replace(session, day=day) for session, day in zip(sessions, days, strict=True))


def _last(before: Fact[PartialDay] | None, own: Fact[PartialDay] | None) -> Fact[PartialDay] | None:
    return own or before


def _between(
    preceding: Fact[PartialDay] | None, following: Fact[PartialDay] | None, single: bool
) -> Fact[PartialDay] | None:
    if preceding and following:
        return preceding if preceding.value == following.value else None
    return (preceding or following) if single else None


def printed_year(sessions: Sequence[SessionRecord]) -> Fact[str] | None:
    """The year of all days that print one; None where none does or they differ."""
    years = {
        session.day.value.year: session.day.place
        for session in sessions
        if session.day and session.day.value.year
    }
    if len(years) != 1:
        return None
    ((year, place),) = years.items()
    return Fact(str(year), place)


def is_day(text: str) -> bool:
    """Whether a text is a day and nothing else."""
    try:
        read_day(text, "unknown")
    except ValueError:
        return False
    return True


def on_day_of_sheet(document: Document, sessions: tuple[SessionRecord, ...]) -> tuple[SessionRecord, ...]:
    """The sessions of a sheet that is called as a day, on which they are where no row of it says any."""
    try:
        day = Fact(read_day(sheet_of(document.path), "unknown"), document.place(1))
    except ValueError:
        return sessions
    if any(each.day for each in sessions):
        return sessions
    return tuple(replace(each, day=day) for each in sessions)


def on_listed_days(
    sessions: tuple[SessionRecord, ...],
    lists: Sequence[ListedDays],
    problems: ProblemLog,
) -> tuple[SessionRecord, ...]:
    """The sessions below a list of days: each day has those up to where the times begin anew.

    Where they do so more or less often, none is on any day, which is told. Where they never do, all are on
    the last, if that is the heading below the list.
    """
    found = list(sessions)
    for listed in lists:
        days = listed.days
        below = [at for at, each in enumerate(sessions) if each.day and each.day.place == days[-1].place]
        parts = list(accumulate(_begins_anew(sessions, below)))
        if not parts or (not parts[-1] and listed.ends_in_heading):
            continue
        is_told = parts[-1] == len(days) - 1
        for at, part in zip(below, parts, strict=True):
            found[at] = replace(sessions[at], day=days[part] if is_told else None)
        if not is_told:
            times = (
                f"the times below them begin anew {parts[-1]} times"
                if parts[-1]
                else "the times of one below"
            )
            what = f"{len(days)} days stand here, and {times}: nothing says on which day they are"
            problems.warning("implausible-day", what, days[-1].place, DAY_ABOVE)
    return tuple(found)


def _begins_anew(sessions: Sequence[SessionRecord], below: Sequence[int]) -> Iterator[int]:
    """For each of these sessions 1 where it begins before the one above it, else 0."""
    last = None
    for at in below:
        start = sessions[at].start
        yield int(start is not None and last is not None and start.value < last)
        last = start.value if start else last


def report_no_days(reading: Reading, problems: ProblemLog) -> None:
    """Report a programme of which nothing says its day: nothing of it can stand in a schedule.

    What this program wrote has none where content has none.
    """
    first = next((each.start for each in reading.sessions if each.start), None)
    if first and not (reading.format.is_own or any(each.day for each in reading.sessions)):
        what = "nothing says on which day this is: its sessions have times and stand on no day"
        hint = f"{DAY_ABOVE}; or into a column or key: 2027-07-12"
        problems.warning("no-days", what, first.place, hint)
