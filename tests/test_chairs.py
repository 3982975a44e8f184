"""The cards of those who chair sessions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from site_gen.conference import Participant
from tests.access import faults_of_access
from tests.rendering import exported, links, rendered, shown, write_site
from tests.schedules import CONFERENCE, NORDSYS
from tests.serving import served, window

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CHAIR = Participant(name="Kim Doe", role="chair")
SPEAKER = Participant(name="Ada Abel", role="speaker", biography="She builds *disks*.")
SESSIONS = tuple(
    replace(each, people=(CHAIR, SPEAKER)) if each.id == "hackathon" else each for each in CONFERENCE.sessions
)
LIVE = replace(NORDSYS, conferences=(replace(CONFERENCE, phase="live", sessions=SESSIONS),))


def test_a_card_says_who_speaks_and_what_is_before_and_after() -> None:
    pages = rendered(LIVE)
    assert shown(pages["2026/chair-cards/"], ".chair-card") == [
        "Saturday, 31 October 2026, 09:30–10:30 Birch Disks Chair Kim Doe "
        "09:30–10:00 Cold Disks Ada Lovelace, Kim Doe 10:00–10:30 Warm Disks Ada Lovelace, Kim Doe Cancelled "
        "Next 11:00–13:00 Hackathon",
        "Saturday, 31 October 2026, 11:00–13:00 Birch Cancelled Hackathon Chair Kim Doe Speaker Ada Abel "
        "Ada Abel She builds disks. Previous 09:30–10:30 Disks",
    ]
    assert links(pages["data/"], "#chairs ~ ul a") == {"NordSys 2026": "../2026/chair-cards/"}
    assert "- [NordSys 2026](../2026/chair-cards/)" in exported(LIVE)["data/index.md"].splitlines()
    over = replace(NORDSYS, conferences=(replace(CONFERENCE, phase="archive"),))
    assert "2026/chair-cards/" not in rendered(over)


def test_each_card_is_a_sheet(browser: Browser, tmp_path: Path) -> None:
    write_site(LIVE, tmp_path)
    with served(tmp_path) as address, window(browser) as (_, page):
        page.goto(address + "2026/chair-cards/")
        assert faults_of_access(page) == []
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
        assert len(re.findall(rb"/MediaBox\s*\[0 0 (?:419|420)", pdf)) == 2
