"""Very many sessions at one time: the page of each lists some of the others, and stays small."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from site_gen.conference import Conference, Series, Session, Track
from tests.rendering import links, rendered, shown


def held(number: int) -> Series:
    """So many sessions from nine to ten."""
    sessions = tuple(
        Session(id=f"s{each}", title=f"Talk {each}", date=date(2026, 5, 4), start=time(9), end=time(10))
        for each in range(number)
    )
    return Series(title="S", conferences=(Conference(id="2026", title="S 2026", sessions=sessions),))


def test_a_session_lists_twelve_others_and_leads_to_the_rest() -> None:
    pages = rendered(held(60))
    together = "section[aria-labelledby='parallel']"
    assert len(shown(pages["2026/sessions/s7/"], f"{together} .session-list > li")) == 12
    assert links(pages["2026/sessions/s7/"], f"{together} > p a") == {
        "47 others": "../../../2026/schedule/2026-05-04/"
    }
    assert shown(rendered(held(13))["2026/sessions/s7/"], f"{together} > p") == []


def test_of_many_at_once_those_of_the_same_track_are_listed() -> None:
    (conference,) = held(60).conferences
    sessions = tuple(
        replace(each, track="owls") if each.id in ("s7", "s40", "s50") else each
        for each in conference.sessions
    )
    changed = replace(conference, tracks=(Track(id="owls", name="Owls"),), sessions=sessions)
    page = rendered(Series(title="S", conferences=(changed,)))["2026/sessions/s7/"]
    listed = shown(page, "section[aria-labelledby='parallel'] .session-title")
    assert listed[:4] == ["Talk 40", "Talk 50", "Talk 0", "Talk 1"]


def test_the_pages_of_twice_as_many_sessions_are_twice_as_large() -> None:
    sizes = [sum(map(len, rendered(held(number)).values())) for number in (100, 200)]
    assert sizes[1] < 2.2 * sizes[0]
