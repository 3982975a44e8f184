"""What is told of sessions of two documents that stay apart, and may be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

from site_gen.ingest.link.same_sessions import MOST, begun, by_title, day_of, timed_sessions
from site_gen.ingest.link.session_likeness import are_maybe_one, is_likely_moved, share_papers
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Reading, SessionRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

_FEWEST = 2  # sessions on other days: one alone may be held twice


def report_session_doubts(
    readings: Sequence[Reading], same: Mapping[Place, Place], problems: ProblemLog
) -> None:
    """Warn of what begins when a session of another document does that is called alike, and of a document
    that has the sessions of another one, with their papers, all on other days. `same` has what was joined.
    """
    best_first = sorted(readings, key=lambda each: (each.document.precedence, each.document.path))
    for better, other in combinations(best_first, 2):
        _report_called_alike(better, other, same, problems)
        if not _report_other_days(better, other, problems):
            _report_other_times(better, other, same, problems)


def _report_called_alike(
    better: Reading, other: Reading, same: Mapping[Place, Place], problems: ProblemLog
) -> None:
    first, second = begun(timed_sessions(better)), begun(timed_sessions(other))
    for begin in sorted(first.keys() & second.keys()):
        for left, right in product(first[begin][:MOST], second[begin][:MOST]):
            is_one = same.get(left.place, left.place) == same.get(right.place, right.place)
            if not is_one and are_maybe_one(left, right):
                what = (
                    f"this begins when '{_title(left)}' of {left.place} does, and stays a session of its own"
                )
                hint = "if it is that one, give both one title, and one room or none"
                problems.warning("maybe-one-session", what, right.place, hint)


def _report_other_days(better: Reading, other: Reading, problems: ProblemLog) -> bool:
    """Whether a document has the sessions of another one all on other days, which is told then."""
    first, second = by_title(better), by_title(other)
    pairs = [(first[title], second[title]) for title in sorted(first.keys() & second.keys())]
    with_papers = sorted((right.place, left) for left, right in pairs if share_papers(left, right))
    if len(with_papers) < _FEWEST or any(day_of(left) == day_of(right) for left, right in pairs):
        return False
    (place, left), *_ = with_papers
    what = f"this document has '{_title(left)}' of {left.place}, with its papers, on another day, as it has"
    what += f" {len(pairs) - 1} more: both are shown"
    hint = f"take the one that is out of date out of {place.file.rpartition('/')[0]}/"
    problems.warning("other-days", what, place, hint)
    return True


def _report_other_times(
    better: Reading, other: Reading, same: Mapping[Place, Place], problems: ProblemLog
) -> None:
    """Warn of a session that both documents have once, each at another time: it may have moved."""
    first, second = (
        {_unlabelled(each): each for each in by_title(reading).values()} for reading in (better, other)
    )
    for left, right in ((first[title], second[title]) for title in sorted(first.keys() & second.keys())):
        is_one = same.get(left.place, left.place) == same.get(right.place, right.place)
        is_one = is_one or _called(left) == _called(right)  # of one day, they are joined by that
        if not is_one and _moment(left) != _moment(right) and is_likely_moved(left, right):
            what = f"'{_title(left)}' of {left.place} is at another time there: both are shown"
            hint = "if it has moved, take it out of the document that is out of date, or out of both but one"
            problems.warning("maybe-one-session", what, right.place, hint)


def _unlabelled(session: SessionRecord) -> str:
    """The title for comparing, without what it is called before a colon: "Workshop: Nests"."""
    label, _, title = _title(session).partition(": ")
    return title_key(title if title and kind_of_words(label) != "other" else _title(session))


def _called(session: SessionRecord) -> tuple[object, ...]:
    kind = session.kind.value if session.kind and session.kind.value != "other" else None
    return (fold(_title(session)), kind, *day_of(session))


def _moment(session: SessionRecord) -> tuple[object, ...]:
    return (*day_of(session), session.start.value if session.start else None)


def _title(session: SessionRecord) -> str:
    return session.title.value if session.title else ""
