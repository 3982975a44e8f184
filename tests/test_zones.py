"""Time zones: the pinned package's, by their exact names."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from site_gen.ingest.reading.times.calendar_zones import calendar_zone
from site_gen.text.zones import instant, zone, zone_names
from tests.ingested import ingested


def test_every_zone_of_the_package_has_its_rules() -> None:
    names = zone_names()
    assert tuple(str(zone(name)) for name in names) == names
    assert {"UTC", "America/Los_Angeles", "America/Argentina/Buenos_Aires"} <= {*names}


@pytest.mark.parametrize(
    "name",
    ["", "Europe", "Europe/Atlantis", "/etc/localtime", "../zones", "..", "Europe/../UTC",
     "America.Argentina/Buenos_Aires", "__init__.py", "UTC\0", "x" * 500, " UTC", "a/" * 500],
)  # fmt: skip
def test_what_names_no_zone_is_reported(name: str) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        zone(name)


def test_a_local_time_is_in_its_zone_unless_it_says_its_offset_itself() -> None:
    day = date(2022, 8, 29)
    assert instant(day, time(8, 45), "America/Los_Angeles").isoformat() == "2022-08-29T08:45:00-07:00"
    stated = time.fromisoformat("08:45+02:00")
    assert instant(day, stated, "America/Los_Angeles").isoformat() == "2022-08-29T08:45:00+02:00"
    assert instant(day, time(8, 45), None).isoformat() == "2022-08-29T08:45:00"


@pytest.mark.parametrize("month", ["0", "13", "3,10", "x", ""])
def test_a_calendars_own_zone_whose_rule_names_no_month_holds_from_its_start(month: str) -> None:
    rule = f"FREQ=YEARLY;BYDAY=-1SU;BYMONTH={month}"
    lines = {"DTSTART": "19700329T020000", "TZOFFSETFROM": "+0100", "TZOFFSETTO": "+0200", "RRULE": rule}
    found = calendar_zone({"TZID": "Own"}, [lines])
    assert found and found.offset(datetime(2026, 1, 1)) == timedelta(hours=2)


def test_an_offset_of_a_day_and_more_is_none() -> None:
    lines = {"DTSTART": "00010101T000000", "TZOFFSETFROM": "+9900", "TZOFFSETTO": "+0200"}
    assert calendar_zone({"TZID": "Own"}, [lines]) is None


def test_an_offset_that_no_place_has_is_no_time(tmp_path: Path) -> None:
    text = (
        '[{"title": "Nests", "start": "2031-06-09T09:00+02:00", "end": "2031-06-09T10:00+99:00"},\n'
        ' {"title": "Owls", "start": "2031-06-09T11:00+02:00", "end": "2031-06-09T12:00+02:00"}]\n'
    )
    told, _, sessions = ingested(tmp_path, "list.json", text)
    assert "list.json:1: error: '2031-06-09T10:00+99:00' is not a time [bad-time]" in told
    assert [(each["title"], each.get("end")) for each in sessions] == [("Nests", None), ("Owls", "12:00")]
