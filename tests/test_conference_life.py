"""The life of a conference as visitors see it: phases, news, changes, speakers, committees, sponsors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.build import build
from site_gen.cards.broken_links import note_broken_links
from site_gen.conference import (
    Announcement,
    Author,
    Award,
    Change,
    Committee,
    Conference,
    Deadline,
    FormerName,
    Link,
    LinkRel,
    Member,
    Paper,
    Participant,
    Phase,
    ProsePage,
    Room,
    Series,
    Session,
    SessionKind,
    Slot,
    Sponsor,
    Track,
)
from site_gen.problems import ProblemLog
from tests.rendering import by, exported, links, locate, planned, rendered, shown, write_site
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)
LOGO = "favicon.svg"

DISKS = Paper(id="disks", title="Cold Disks", authors=by("Jon Dahl"))
LOGS = Paper(id="logs", title="Logs on Ice", authors=by("Siri Aas"))
KARI = Participant(
    name="Kari Nordmann",
    affiliation="Polar Institute",
    homepage="https://kari.example/",
    picture=LOGO,
    alt="Kari Nordmann on sea ice.",
    biography="She builds *buoys*.\n\nBefore, she built boats.",
)
KEYNOTE = Session(
    id="keynote",
    title="Computing under Ice",
    kind="invited-talk",
    date=MONDAY,
    start=time(9),
    room="Hall B",
    status="moved",
    note="Now in Hall B.",
    people=(KARI,),
)
STORAGE = Session(
    id="storage",
    title="Storage",
    kind="oral",
    date=MONDAY,
    start=time(10, 30),
    room="Hall A",
    track="systems",
    people=(Participant(name="Li Wei", role="chair"),),
    slots=(
        Slot(paper="disks", status="late", note="By train: about 10:50."),
        Slot(paper="logs", status="cancelled", note="The speaker is ill."),
    ),
)
BUOYS = Session(id="buoys", title="Build a Buoy", kind="workshop", date=TUESDAY, status="cancelled")
BUOY_TALK = Session(id="buoy-talk", title="On Buoys", date=TUESDAY, part_of="buoys")
NORDSYS = Conference(
    id="2026",
    title="NordSys 2026",
    year=2026,
    first_day=MONDAY,
    last_day=TUESDAY,
    time_zone="Europe/Oslo",
    publisher="Polar Press",
    papers=(DISKS, LOGS),
    sessions=(KEYNOTE, STORAGE, BUOYS, BUOY_TALK),
    awards=(Award(id="best", name="Best Paper", papers=("disks",)),),
    rooms=(Room(id="a", name="Hall A"), Room(id="b", name="Hall B")),
    tracks=(Track(id="systems", name="Systems"),),
    pages=(ProsePage(id="travel", title="Travel", order=2), ProsePage(id="call", title="Call", order=1)),
    deadlines=(
        Deadline(name="Registration", date=date(2026, 8, 1), time=time(18), link="https://r.example/"),
        Deadline(name="Papers", date=date(2026, 5, 1), time=time(23, 59), zone="AoE", link="call.md"),
        Deadline(name="Notification", date=date(2026, 6, 20), note="By mail."),
        Deadline(name="Abstracts", date=date(2026, 5, 1), zone="AoE"),
    ),
    announcements=(
        Announcement(date=date(2026, 9, 1), title="Old news"),
        Announcement(
            date=date(2026, 9, 13),
            title="Doors open at 8",
            text="- Bring [tea](travel.md).",
            link="schedule/",
        ),
    ),
    sponsors=(
        Sponsor(name="Fjord", tier="Gold", url="https://fjord.example/", logo=LOGO, logo_dark=LOGO),
        Sponsor(name="City of Bergen", tier="Silver"),
        Sponsor(name="Berg", tier="Gold", logo=LOGO, alt="Berg Data"),
    ),
    committees=(
        Committee(
            name="Organisers",
            members=(
                Member(name="Jon Dahl", role="Chair", affiliation="NTNU"),
                Member(name="Ada Berg", homepage="https://ada.example/"),
                Member(name="Li Wei"),
            ),
        ),
    ),
    changes=(
        Change(
            id="n", date=MONDAY, what="room", session="keynote", text="“Computing under Ice” is in Hall B."
        ),
        Change(id="o", date=date(2026, 9, 1), what="late", session="storage", paper="disks", text="*Late*."),
        Change(id="d", what="cancelled", text="Not approved yet.", draft=True),
    ),
)
SERIES = Series(title="NordSys", conferences=(NORDSYS,), logo=LOGO, logo_dark=LOGO)


def home(phase: Phase | None) -> str:
    """The home of the edition in a phase."""
    return rendered(replace(SERIES, conferences=(replace(NORDSYS, phase=phase),)))["2026/"]


LIVE = rendered(replace(SERIES, conferences=(replace(NORDSYS, phase="live"),)))


@pytest.mark.parametrize(
    ("phase", "headings"),
    [
        ("call", ["Dates and deadlines", "Announcements", "Information", "Invited talks", "Schedule"]),
        ("accepted", ["Announcements", "Dates and deadlines", "Accepted papers 2", "Invited talks"]),
        ("programme", ["Announcements", "Schedule", "Invited talks", "Dates and deadlines"]),
        ("live", ["Announcements", "What changed", "Schedule", "Invited talks", "Information"]),
        ("archive", ["Awards", "Details", "Schedule", "Invited talks", "Announcements"]),
        (None, ["Announcements", "Dates and deadlines", "Schedule", "Invited talks", "Awards"]),
    ],
)
def test_the_phase_leads_the_home_of_an_edition(phase: Phase | None, headings: list[str]) -> None:
    assert shown(home(phase), "h2")[: len(headings)] == headings


def test_a_home_calls_for_one_thing_by_its_phase_and_leads_to_a_map() -> None:
    rels: tuple[LinkRel, ...] = ("register", "submit", "map")
    places = tuple(Link(rel=rel, url=f"https://{rel}.example/") for rel in rels)
    asked: dict[Phase | None, dict[str, str]] = {}
    for phase in ("call", "accepted", "programme", "live", "archive", None):
        edition = replace(NORDSYS, phase=phase, links=places, location="Bergen")
        html = rendered(replace(SERIES, conferences=(edition,)))["2026/"]
        asked[phase] = links(html, ".action")
        assert links(html, ".venue .out-link") == {"Map": "https://map.example/"}
        other = links(html, ".hero .out-link:not(.action)")
        assert not set(asked[phase]) & set(other)
    register, papers = {"Registration": "https://register.example/"}, {"Read the papers": "../2026/papers/"}
    assert asked == {
        "call": {"Submit a paper": "https://submit.example/"},
        "accepted": register,
        "programme": register,
        "live": {"See what is on": "../2026/schedule/"},
        "archive": papers,
        None: papers,
    }


def test_an_invited_talk_within_a_session_is_shown_with_who_speaks_and_not_with_who_chairs() -> None:
    talk = Slot(title="On Sails", people=(Participant(name="Ola Seil", affiliation="Dock 9"),))
    chair = Participant(name="Per Stol", role="chair")
    invited = replace(KEYNOTE, title="Keynote 1", status="scheduled", note=None, people=(chair,))
    edition = replace(NORDSYS, phase="programme", sessions=(replace(invited, slots=(talk,)),), changes=())
    html = rendered(replace(SERIES, conferences=(edition,)))
    assert shown(html["2026/"], ".keynote-words > p") == [
        "Ola Seil, Dock 9", "On Sails", "Keynote 1 Monday, 14 September 2026, 09:00 Hall B"
    ]  # fmt: skip


def test_a_title_that_says_what_kind_of_session_it_is_says_it_once() -> None:
    titles: dict[str, SessionKind] = {
        "Registration": "registration",
        "Break: Tea": "break",
        "Lunch": "break",
        "Closing": "other",
    }
    sessions = tuple(
        Session(id=title.lower().replace(": ", "-"), title=title, kind=kind, date=MONDAY, start=time(9 + at))
        for at, (title, kind) in enumerate(titles.items())
    )
    edition = replace(NORDSYS, changes=(), sessions=sessions)
    html = rendered(replace(SERIES, conferences=(edition,)))["2026/schedule/2026-09-14/"]
    assert shown(html, ".session-card") == [
        "09:00 Registration", "10:00 Break: Tea", "11:00 Lunch Break", "12:00 Closing"
    ]  # fmt: skip


def test_a_talk_of_a_workshop_is_no_keynote_of_the_edition() -> None:
    guest = Session(id="guest", title="On Sails", kind="invited-talk", date=TUESDAY, part_of="buoys")
    edition = replace(NORDSYS, phase="programme", sessions=(*NORDSYS.sessions, guest))
    html = rendered(replace(SERIES, conferences=(edition,)))["2026/"]
    assert shown(html, ".keynote .session-title") == ["Computing under Ice"]


def test_the_clock_of_the_reader_tells_which_deadline_is_next(browser: Browser, tmp_path: Path) -> None:
    write_site(replace(SERIES, conferences=(replace(NORDSYS, phase="call"),)), tmp_path)
    with served(tmp_path) as address:
        for now, label in (
            ("2026-06-18T06:00:00Z", "Notification in 2 days"),
            ("2026-06-19T22:00:00Z", "Notification tomorrow"),
            ("2026-06-20T06:00:00Z", "Notification today"),
            ("2026-06-20T22:00:00Z", "Notification today"),
        ):
            with window(browser, timezone_id="UTC") as (_, page):
                page.clock.install(time=now)
                page.goto(f"{address}2026/", wait_until="networkidle")
                names = page.locator(".deadline-name").all_text_contents()
                assert names == ["Papers past", "Abstracts past", label, "Registration"]


def test_the_edition_that_is_ahead_leads_the_home_of_the_series() -> None:
    older = Conference(id="2024", title="NordSys 2024", phase="archive")
    series = replace(SERIES, conferences=(replace(NORDSYS, phase="programme"), older))
    html = rendered(series)[""]
    assert shown(html, "h2") == ["NordSys 2026", "Editions"]
    assert links(html, ".current-edition .link-list a") == {
        "Schedule": "2026/schedule/",
        "Changes": "2026/changes/",
        "Papers": "2026/papers/",
        "Awards": "2026/awards/",
        "Committees": "2026/committees/",
        "Figures": "2026/figures/",
        "Call": "2026/call/",
        "Travel": "2026/travel/",
    }
    assert links(html, ".news-list a") == {
        "Doors open at 8": "2026/#news-2026-09-13-doors-open-at-8",
        "Old news": "2026/#news-2026-09-01-old-news",
    }


def test_an_edition_that_is_on_leads_before_one_in_its_call() -> None:
    later = Conference(id="2027", title="NordSys 2027", year=2027, phase="call")
    html = rendered(replace(SERIES, conferences=(replace(NORDSYS, phase="live"), later)))[""]
    assert shown(html, "h2") == ["NordSys 2026", "Editions"]


def test_what_is_over_leads_to_papers_and_videos_and_not_to_its_register() -> None:
    link, register = "https://v.example/", Link(rel="register", url="https://r.example/")
    filmed = replace(DISKS, links=(*DISKS.links, Link(rel="video", url=link)))
    papers = (filmed, replace(LOGS, status="withdrawn"))
    edition = replace(
        NORDSYS, papers=papers, links=(register,), phase="archive", last_day=None, announcements=()
    )
    pages = rendered(replace(SERIES, conferences=(edition,)))
    html = pages["2026/"]
    assert "https://r.example/" not in html
    assert shown(html, ".figure-list a")[:2] == ["1 paper", "1 video"]  # one of the two was withdrawn
    assert shown(html, ".edition-dates") == shown(home("archive"), ".edition-dates")
    ahead = rendered(replace(SERIES, conferences=(replace(edition, phase="accepted"),)))["2026/"]
    assert "https://r.example/" in ahead
    assert shown(ahead, "#accepted")[0] == "Accepted papers 1"


def test_where_every_edition_is_over_the_home_leads_with_the_series() -> None:
    older = Conference(id="2024", title="NordSys 2024")
    html = rendered(replace(SERIES, conferences=(replace(NORDSYS, phase="archive"), older)))[""]
    assert shown(html, "h2") == ["Editions"]


def test_the_accepted_papers_and_the_pages_of_the_call_are_linked() -> None:
    assert links(home("accepted"), "#accepted ~ ul .paper-title a") == {
        "Cold Disks": "../2026/papers/disks/",
        "Logs on Ice": "../2026/papers/logs/",
    }
    assert links(home("call"), ".way-list a") == {"Call": "../2026/call/", "Travel": "../2026/travel/"}
    assert shown(home("call"), ".paper-title") == []


def test_before_there_are_papers_the_call_has_no_menu_entry_for_them() -> None:
    call = Conference(id="2027", title="NordSys 2027", phase="call")
    html = rendered(Series(title="NordSys", conferences=(call,)))["2027/"]
    assert shown(html, ".edition-menu a") == ["This edition"]
    assert shown(html, ".empty") == []


def test_deadlines_stand_by_time_with_their_zone() -> None:
    html = home("call")
    assert shown(html, ".deadline") == [
        "Papers Friday, 1 May 2026, 23:59 anywhere on earth",
        "Abstracts Friday, 1 May 2026 anywhere on earth",
        "Notification Saturday, 20 June 2026 By mail.",
        "Registration Saturday, 1 August 2026, 18:00 Oslo time",
    ]
    times = LexborHTMLParser(html).css(".deadline time")
    assert [node.attributes["datetime"] for node in times] == [
        "2026-05-01T23:59-12:00", "2026-05-01", "2026-06-20", "2026-08-01T18:00+02:00"
    ]  # fmt: skip
    assert links(html, ".deadline a") == {"Papers": "../2026/call/", "Registration": "https://r.example/"}


def test_announcements_stand_newest_first_and_link_into_the_site() -> None:
    html = LIVE["2026/"]
    assert shown(html, ".announcement") == [
        "Sunday, 13 September 2026 Doors open at 8 Bring tea. More about this",
        "Tuesday, 1 September 2026 Old news",
    ]
    assert links(html, ".announcement a") == {
        "tea": "../2026/travel/",
        "More about this": "../2026/schedule/",
    }


def test_a_link_of_the_news_that_leads_nowhere_is_reported() -> None:
    news = Announcement(date=MONDAY, title="News", text="See [it](nowhere/).", link="gone/")
    deadline = Deadline(name="Papers", date=MONDAY, link="call.md")
    broken = Conference(id="e", title="E", announcements=(news,), deadlines=(deadline,))
    problems = ProblemLog()
    note_broken_links(planned(Series(title="S", conferences=(broken,))), locate, problems)
    assert [problem.what for problem in problems.all] == [
        "the link 'call.md' of 'Papers' leads nowhere",
        "the link 'gone/' of 'News' leads nowhere",
        "the link 'nowhere/' of 'News' leads nowhere",
    ]


def test_while_it_is_live_the_home_says_all_that_is_not_as_planned() -> None:
    assert shown(LIVE["2026/"], ".notice") == [
        "Moved Computing under Ice Now in Hall B. Monday, 14 September 2026, 09:00",
        "Late Cold Disks By train: about 10:50. in Storage Monday, 14 September 2026, 10:30",
        "Cancelled Logs on Ice The speaker is ill. in Storage Monday, 14 September 2026, 10:30",
        "Cancelled Build a Buoy Tuesday, 15 September 2026",
    ]
    assert shown(home("programme"), ".notice") == []


@pytest.mark.parametrize(
    "route",
    [
        "2026/",
        "2026/papers/disks/",
        "2026/sessions/storage/",
        "2026/schedule/2026-09-14/",
        "2026/rooms/a/",
        "2026/tracks/systems/",
        "authors/jon-dahl/",
    ],
)
def test_a_late_talk_says_so_on_every_page_it_touches(route: str) -> None:
    text = " ".join(shown(LIVE[route], "main"))
    assert "Late" in text
    assert "By train: about 10:50." in text


@pytest.mark.parametrize(
    "route",
    ["2026/", "2026/sessions/keynote/", "2026/schedule/", "2026/schedule/2026-09-14/", "2026/rooms/b/"],
)
def test_a_moved_session_says_so_on_every_page_it_touches(route: str) -> None:
    text = " ".join(shown(LIVE[route], "main"))
    assert "Moved" in text
    assert "Now in Hall B." in text


def test_a_paper_says_what_is_of_its_session_and_what_of_its_slot() -> None:
    late = replace(STORAGE, status="late", note="All begin later.")
    pages = rendered(replace(SERIES, conferences=(replace(NORDSYS, sessions=(late,), changes=()),)))
    assert shown(pages["2026/papers/logs/"], ".place .badge, .place .note") == [
        "Late", "Cancelled", "Note: All begin later.", "Note: The speaker is ill."
    ]  # fmt: skip
    assert shown(pages["authors/siri-aas/"], ".notice-title") == ["Late Storage", "Cancelled Logs on Ice"]


def test_a_part_of_what_is_cancelled_says_so() -> None:
    assert shown(LIVE["2026/sessions/buoy-talk/"], ".facts dd")[-1] == "Build a Buoy Cancelled"


def test_a_keynote_shows_who_speaks() -> None:
    html = LIVE["2026/sessions/keynote/"]
    assert shown(html, ".speaker h3, .speaker .prose p") == [
        "Kari Nordmann", "She builds buoys.", "Before, she built boats."
    ]  # fmt: skip
    image = LexborHTMLParser(html).css("img.portrait")[0].attributes
    assert (image["alt"], image["src"]) == ("Kari Nordmann on sea ice.", _asset("../../../"))
    assert links(html, ".people a") == {"Kari Nordmann": "../../../authors/kari-nordmann/"}
    assert shown(LIVE["2026/"], ".keynote-biography") == ["She builds buoys."]


def test_committees_link_to_the_pages_of_authors_else_to_homepages() -> None:
    html = LIVE["2026/committees/"]
    assert shown(html, "h2, .member") == ["Organisers", "ChairJon DahlNTNU", "Ada Berg", "Li Wei"]
    assert links(html, ".member a") == {
        "Jon Dahl": "../../authors/jon-dahl/",
        "Ada Berg": "https://ada.example/",
    }
    assert links(html, ".edition-menu a")["Committees"] == "../../2026/committees/"


def test_sponsors_stand_by_tier_on_the_home_and_below_the_pages_of_the_edition() -> None:
    html = LIVE["2026/"]
    assert shown(html, ".sponsors h3") == ["Gold", "Silver"]
    images = LexborHTMLParser(html).css(".sponsors img")
    assert [image.attributes["alt"] for image in images] == ["Fjord", "Berg Data"]
    assert shown(html, ".sponsor-band") == []
    below = LIVE["2026/papers/disks/"]
    assert shown(below, ".sponsor-tier-name, .sponsor-band .sponsor") == [
        "Gold", "", "", "Silver", "City of Bergen"
    ]  # fmt: skip
    assert shown(LIVE[""], ".sponsor-band") == []


def test_a_dark_logo_is_for_dark_pages() -> None:
    pictures = LexborHTMLParser(LIVE["2026/"]).css(".sponsors picture")
    sources = [source.attributes["media"] for each in pictures for source in each.css("source")]
    assert sources == ["(prefers-color-scheme: dark)"]
    assert shown(LIVE["2026/"], ".site-title") == ["NordSys"]
    assert LexborHTMLParser(LIVE["2026/"]).css(".site-title img")[0].attributes["alt"] == ""


def test_approved_changes_stand_by_day_with_links_and_drafts_nowhere() -> None:
    html = LIVE["2026/changes/"]
    assert shown(html, ".day") == [
        "Monday, 14 September 2026 New room “Computing under Ice” is in Hall B. Computing under Ice",
        "Tuesday, 1 September 2026 Late Late. Cold Disks Storage",
    ]
    assert links(html, ".change a")["Cold Disks"] == "../../2026/papers/disks/"
    assert links(html, ".edition-menu a")["Changes"] == "../../2026/changes/"
    assert not any("Not approved yet" in page for page in LIVE.values())


def test_the_changes_have_a_feed() -> None:
    feed = exported(SERIES, base_url="https://nordsys.example/")["2026/changes.xml"]
    assert shown(feed, "entry > title") == [
        "New room: “Computing under Ice” is in Hall B.",
        "Late: Late.",
    ]
    assert shown(feed, "entry > updated") == ["2026-09-14T00:00:00Z", "2026-09-01T00:00:00Z"]
    assert 'href="https://nordsys.example/2026/changes/#change-n"' in feed
    assert "Not approved yet" not in feed


def test_without_changes_and_committees_there_are_no_pages_of_them() -> None:
    plain = replace(NORDSYS, changes=NORDSYS.changes[2:], committees=())
    pages = rendered(replace(SERIES, conferences=(plain,)))
    assert "2026/changes/" not in pages
    assert "2026/committees/" not in pages


def test_a_hidden_former_name_is_nowhere() -> None:
    ada = Author(id="ada", name="Ada Berg", former_names=(FormerName(name="Old Berg", hidden=True),))
    committee = Committee(name="C", members=(Member(name="Old Berg"), Member(name="Ada Berg")))
    keynote = replace(KEYNOTE, people=(replace(KARI, name="Old Berg"),))
    hidden = replace(NORDSYS, phase="live", committees=(committee,), sessions=(keynote,), changes=())
    series = Series(title="S", conferences=(hidden,), authors=(ada,))
    assert not [route for route, html in rendered(series).items() if "Old Berg" in html]
    assert not [route for route, text in exported(series).items() if "Old Berg" in text]


def test_a_missing_file_is_reported_with_its_place(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": "title: S\nlogo: logo.svg\n",
        "content/e/conference.yaml": "title: E\nsponsors:\n- {name: A, tier: G, logo: sponsors/acme.svg}\n",
        "content/e/sessions.yaml": "- id: k\n  people:\n  - {name: K, picture: people/kari.jpg, alt: K}\n",
        "static/sponsors/acne.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    assert build(tmp_path, tmp_path / "_site", problems) is None
    assert [str(problem) for problem in problems.all] == [
        "content/e/conference.yaml:3:22: error: there is no 'sponsors/acme.svg' in static/ [no-file]\n"
        "    hint: did you mean 'sponsors/acne.svg'?",
        "content/e/sessions.yaml:3:15: error: there is no 'people/kari.jpg' in static/ [no-file]\n"
        "    hint: put it there as static/people/kari.jpg",
        "content/site.yaml:2:1: error: there is no 'logo.svg' in static/ [no-file]\n"
        "    hint: put it there as static/logo.svg",
    ]


def _asset(up: str) -> str:
    """The published path of the built-in file that stands in for a picture."""
    icons = LexborHTMLParser(LIVE[""]).css("link[rel=icon]")
    return f"{up}{icons[0].attributes['href']}"
