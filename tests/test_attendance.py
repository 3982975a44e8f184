"""Online and hybrid: an online session claims no venue, and calendars lead to its stream."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.problems import ProblemLog
from tests.test_preview import write

CONTENT = {
    "content/site.yaml": "title: Owls\nbase_url: https://owls.example/\n",
    "content/2027/conference.yaml": (
        "title: Owls 2027\ntime_zone: UTC\nvenue: Barn\nlocation: Bern\nattendance: hybrid\n"
        "links:\n  - rel: stream\n    url: https://live.example/all\n"
    ),
    "content/2027/sessions.yaml": (
        "- {id: here, title: H, date: 2027-05-03, start: '9:00', end: '10:00', room: A,"
        " attendance: in-person}\n"
        "- {id: both, title: B, date: 2027-05-03, start: '11:00', end: '12:00', room: A}\n"
        "- {id: afar, title: C, date: 2027-05-03, start: '13:00', end: '14:00', attendance: online,"
        " links: [{rel: stream, url: 'https://live.example/c'}]}\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("owls")
    for name, text in CONTENT.items():
        write(project, name, text)
    assert build(project, project / "_site", ProblemLog(), jobs=1)
    return project / "_site"


def linked(site: Path, page: str) -> dict[str, object]:
    """What the linked data of a page say of its attendance."""
    html = (site / page / "index.html").read_text()
    graph = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["@graph"]
    return {name: graph[0].get(name) for name in ("eventAttendanceMode", "location")}


PLACE = {
    "@type": "Place", "name": "A", "address": "Bern", "containedInPlace": {"@type": "Place", "name": "Barn"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("session", "mode", "location"),
    [
        ("here", "Offline", PLACE),
        ("both", "Mixed", [PLACE, {"@type": "VirtualLocation", "url": "https://live.example/all"}]),
        ("afar", "Online", {"@type": "VirtualLocation", "url": "https://live.example/c"}),
    ],
)
def test_linked_data_say_how_one_takes_part(site: Path, session: str, mode: str, location: object) -> None:
    assert linked(site, f"2027/sessions/{session}") == {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": location,
    }


def test_a_calendar_leads_to_the_stream_and_claims_no_venue_for_what_is_online(site: Path) -> None:
    events = (site / "2027/calendar.ics").read_text().split("BEGIN:VEVENT")[1:]
    events_stated = [
        [line for line in event.splitlines() if line.startswith(("LOCATION", "CONFERENCE"))]
        for event in events
    ]
    assert events_stated == [
        ["LOCATION:A\\, Barn\\, Bern"],
        ["LOCATION:A\\, Barn\\, Bern", "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://live.example/all"],
        ["CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://live.example/c"],
    ]


def test_pages_say_it_in_words(site: Path) -> None:
    assert "Online" in (site / "2027/sessions/afar/index.html").read_text()
    assert "Online" in (site / "2027/schedule/2027-05-03/index.html").read_text()
    assert "Online" in (site / "2027/sessions/afar/index.md").read_text()
    assert "Hybrid" in (site / "2027/index.html").read_text()


def test_the_day_is_chosen_from_by_how_one_takes_part(site: Path) -> None:
    page = (site / "2027/schedule/2027-05-03/index.html").read_text()
    offered = ["hybrid", "in-person", "online"]
    assert [f'name="attendance" value="{each}"' in page for each in offered] == [True, True, True]
    assert [page.count(f'data-attendance="{each}"') > 0 for each in offered] == [True, True, True]
