"""Time zones: the pinned package's, by their exact names."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfoNotFoundError

import pytest

from site_gen.text.zones import instant, zone, zone_names


def test_every_zone_of_the_package_has_its_rules() -> None:
    names = zone_names()
    assert tuple(str(zone(name)) for name in names) == names
    assert {"UTC", "America/Los_Angeles", "America/Argentina/Buenos_Aires"} <= {*names}


@pytest.mark.parametrize(
    "name",
    ["", "Europe", "Europe/Atlantis", "/etc/localtime", "../zones", "..", "Europe/../UTC",
     "America.Argentina/Buenos_Aires", "__init__.py", "UTC\0", "x" * 500, " UTC"],
)  # fmt: skip
def test_what_names_no_zone_is_reported(name: str) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        zone(name)


def test_a_local_time_is_in_its_zone_unless_it_says_its_offset_itself() -> None:
    day = date(2022, 8, 29)
    assert instant(day, time(8, 45), "America/Los_Angeles").isoformat() == "2022-08-29T08:45:00-07:00"
    told = time.fromisoformat("08:45+02:00")
    assert instant(day, told, "America/Los_Angeles").isoformat() == "2022-08-29T08:45:00+02:00"
    assert instant(day, time(8, 45), None).isoformat() == "2022-08-29T08:45:00"
