"""Very many sessions at one time: the page of each lists some of the others, and stays small."""

from __future__ import annotations

from datetime import date, time

from site_gen.conference import Conference, Series, Session
from tests.rendering import rendered, shown


def held(number: int) -> Series:
    """So many sessions from nine to ten."""
    sessions = tuple(
        Session(id=f"s{each}", title=f"Talk {each}", date=date(2026, 5, 4), start=time(9), end=time(10))
        for each in range(number)
    )
    return Series(title="S", conferences=(Conference(id="2026", title="S 2026", sessions=sessions),))


def test_a_session_lists_fifty_others_and_counts_the_rest() -> None:
    pages = rendered(held(60))
    together = "section[aria-labelledby='parallel']"
    assert len(shown(pages["2026/sessions/s7/"], f"{together} .session-list > li")) == 50
    assert shown(pages["2026/sessions/s7/"], f"{together} > p") == ["9 others"]
    assert shown(rendered(held(51))["2026/sessions/s7/"], f"{together} > p") == []


def test_the_pages_of_twice_as_many_sessions_are_twice_as_large() -> None:
    sizes = [sum(map(len, rendered(held(number)).values())) for number in (100, 200)]
    assert sizes[1] < 2.2 * sizes[0]
