"""The reader's own programme as files, read by the programs that they are for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bibtexparser.entrypoint import parse_string
from markdown_it import MarkdownIt

from tests.fair import fair
from tests.serving import window
from tests.test_my import ALPHA, BETA, DELTA, DINNER, GAMMA, OPENING, TALK, events_in, keep, open_mine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WALK = "2029/sessions/walk/"
LONG = f"{'泽浩 and the long way home, ' * 6}again"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fair")


@pytest.fixture(scope="module")
def site(project: Path) -> Iterator[str]:
    change = "- {id: hall, date: 2030-05-01, what: room, session: opening, text: It is in Hall A.}\n"
    with fair(project, {"2030/changes.yaml": change}) as address:
        yield address


def taken(page: Page, site: str, form: str, *ids: str) -> bytes:
    """The file that the page makes of these."""
    keep(page, site, *ids)
    open_mine(page, site)
    with page.expect_download() as found:
        page.click(f'[data-take="{form}"]')
    return Path(found.value.path()).read_bytes()


def test_the_calendar_holds_the_events_of_the_sites_own_calendars(
    browser: Browser, site: str, project: Path
) -> None:
    with window(browser) as (_, page):
        text = taken(page, site, "calendar", OPENING, BETA, TALK, GAMMA, DELTA, DINNER, WALK)
    events = events_in(text)
    files = (project / "_site").rglob("*.ics")
    published = {str(event["UID"]): event for file in files for event in events_in(file.read_bytes())}
    assert [str(event["SUMMARY"]) for event in events] == [
        "Opening", LONG, "Wheels, cogs; and C:\\new", "Posters", "Walk",
    ]  # fmt: skip
    for event in events:
        same = published[str(event["UID"])]
        for name in ("SUMMARY", "SEQUENCE", "STATUS", "LOCATION", "CATEGORIES"):
            assert str(event.get(name)) == str(same.get(name)), name
        assert event["DTSTAMP"].dt == same["DTSTAMP"].dt
        for name in ("DTSTART", "DTEND"):
            assert (name in event) == (name in same)
            if name in event:
                assert in_utc(event[name].dt) == in_utc(same[name].dt)
    assert [event["DTSTART"].dt for event in events[::4]] == [
        datetime(2030, 5, 6, 7, 0, tzinfo=UTC),
        datetime(2029, 5, 6, 9, 0),
    ]
    assert str(events[3]["DESCRIPTION"]) == '- Gears, "quoted" — Cai Wu (Board 8)'
    assert max(len(line) for line in text.split(b"\r\n")) == 75


def test_a_note_goes_into_the_readers_own_files_and_into_no_link(browser: Browser, site: str) -> None:
    with window(browser, permissions=["clipboard-read", "clipboard-write"]) as (_, page):
        keep(page, site, OPENING, GAMMA)
        open_mine(page, site)
        page.get_by_label("My note: Opening").fill("sit in front; ask her")
        page.get_by_label('My note: Gears, "quoted"').fill("poster with gears")
        page.get_by_label("The calendar rings").select_option("10 minutes before")
        open_mine(page, site)
        with page.expect_download() as found:
            page.click('[data-take="calendar"]')
        opening, posters = events_in(Path(found.value.path()).read_bytes())
        with page.expect_download() as found:
            page.click('[data-take="table"]')
        rows = [*csv.DictReader(io.StringIO(Path(found.value.path()).read_text(), newline=""))]
        page.click('[data-take="text"]')
        page.wait_for_selector("#message:not(:empty)")
        copied = page.evaluate("navigator.clipboard.readText()")
        page.click("#share-open")
        page.wait_for_selector("#code svg")
        link = page.input_value("#link")
        page.click("#clear")
        page.wait_for_selector(".my-removed")
        open_mine(page, site)
        stored = page.evaluate("localStorage.getItem('plenary:/:notes')")
    assert str(opening["DESCRIPTION"]) == "My note: sit in front; ask her\n\nSpeaker: Ada Okoye"
    assert str(posters["DESCRIPTION"]) == '- Gears, "quoted" — Cai Wu (Board 8)\n  My note: poster with gears'
    rings = [alarm for event in (opening, posters) for alarm in event.walk("VALARM")]
    assert [(str(each["ACTION"]), each["TRIGGER"].dt) for each in rings] == [
        ("DISPLAY", timedelta(minutes=-10))
    ] * 2
    assert [row["own_note"] for row in rows] == ["sit in front; ask her", "poster with gears"]
    assert "Hall A. My note: sit in front; ask her" in copied
    assert link == f"{site}my/#1/2030/{link.rsplit('/', 1)[1]}"
    assert (len(link.rsplit("/", 1)[1]), stored) == (12, "{}")


def in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment


def test_nothing_with_a_time_is_said_and_makes_no_calendar(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        keep(page, site, DELTA)
        open_mine(page, site)
        page.click('[data-take="calendar"]')
        page.wait_for_selector("#message:not(:empty)")
        assert page.inner_text("#message") == "Nothing in this list has a time."


def test_the_bibliography_has_the_entries_of_the_papers(browser: Browser, site: str, project: Path) -> None:
    with window(browser) as (_, page):
        text = taken(page, site, "bibtex", ALPHA, OPENING, GAMMA, TALK).decode()
        keys = {entry.key: entry["title"] for entry in parse_string(text).entries}
        folder = project / "_site" / "2030" / "papers"
        assert text == "\n".join(
            (folder / paper / f"{paper}.bib").read_text(encoding="utf-8") for paper in ("alpha", "gamma")
        )
        assert len(keys) == 2
        page.route("**/gamma.bib", lambda route: route.abort())
        with page.expect_download() as found:
            page.click('[data-take="bibtex"]')
        assert len(parse_string(Path(found.value.path()).read_text()).entries) == 1
        page.wait_for_selector("#message:not(:empty)")
        assert page.inner_text("#message") == (
            'The citations of these papers could not be loaded: “Gears, "quoted"”'
        )


def test_the_table_has_a_row_for_each_line_and_runs_nothing(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        text = taken(page, site, "table", ALPHA, GAMMA, DELTA).decode()
    rows = [*csv.reader(io.StringIO(text, newline=""))]
    assert rows == [
        ["edition", "kind", "title", "people", "session", "date", "start", "end", "end_date", "room",
         "board", "status", "note", "own_note", "url"],
        ["2030", "paper", "'=HYPERLINK for engines", "Ada Okoye; Ünal Çelik", "Engines", "2030-05-06",
         "10:00", "10:30", "", "Hall A", "", "scheduled", "", "", f"{site}{ALPHA}"],
        ["2030", "paper", "'=HYPERLINK for engines", "Ada Okoye; Ünal Çelik", "Posters", "2030-05-07",
         "14:00", "", "", "Foyer", "7", "scheduled", "", "", f"{site}{ALPHA}"],
        ["2030", "paper", 'Gears, "quoted"', "Cai Wu", "Posters", "2030-05-07", "14:00", "", "", "Foyer", "8",
         "scheduled", "", "", f"{site}{GAMMA}"],
        ["2030", "paper", "Alone", "Dee Roe", "", "", "", "", "", "", "", "published", "", "",
         f"{site}{DELTA}"],
    ]  # fmt: skip


def test_the_markdown_reads_back_as_the_list(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        text = taken(page, site, "markdown", OPENING, TALK, DELTA).decode()
    assert MarkdownIt().render(text) == (
        "<h1>Fair 2030</h1>\n<h2>Monday, 6 May 2030</h2>\n<ul>\n"
        f'<li>09:00–10:00 <a href="{site}{OPENING}">Opening</a> — Speaker: Ada Okoye. Hall A</li>\n'
        f'<li>11:00–11:30 <a href="{site}2030/sessions/engines/">Wheels, cogs; and C:\\new</a>'
        " — Speaker: Bea Lind. Hall A</li>\n</ul>\n"
        "<h2>Papers without a place in the programme</h2>\n<ul>\n"
        f'<li><a href="{site}{DELTA}">Alone</a> — Dee Roe</li>\n</ul>\n'
    )


def test_the_list_is_copied_as_text(browser: Browser, site: str) -> None:
    with window(browser, permissions=["clipboard-read", "clipboard-write"]) as (_, page):
        keep(page, site, OPENING, DELTA)
        open_mine(page, site)
        page.click('[data-take="text"]')
        page.wait_for_selector("#message:not(:empty)")
        assert page.inner_text("#message") == "Copied."
        assert page.evaluate("navigator.clipboard.readText()") == (
            "Fair 2030\n\nMonday, 6 May 2030\n\n"
            f"- 09:00–10:00 Opening — Speaker: Ada Okoye. Hall A\n  {site}{OPENING}\n\n"
            f"Papers without a place in the programme\n\n- Alone — Dee Roe\n  {site}{DELTA}\n"
        )
