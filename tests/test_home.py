"""The head of a home: its picture or pattern, its place."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from site_gen.assets import collect
from site_gen.conference import Conference, Hero, Link, Series
from site_gen.graphics.seats import HEIGHT, WIDTH, seats
from site_gen.problems import ProblemLog
from tests.rendering import PROJECT, exported, links, rendered, shown

OWLS = Conference(
    id="2027",
    title="Owls 2027",
    venue="Hay Barn",
    address="1 Mill Lane",
    location="Graz",
    links=(Link(rel="map", url="https://map.example/"),),
)


def home(conference: Conference) -> str:
    return rendered(Series(title="Owls", conferences=(conference,)))["2027/"]


def test_a_home_without_a_picture_has_a_pattern_of_its_own() -> None:
    assert seats("Owls 2027") == seats("Owls 2027") != seats("Owls 2028")
    tree = LexborHTMLParser(home(OWLS))
    [pattern] = tree.css(".hero svg.hero-pattern")
    assert pattern.attributes["aria-hidden"] == "true"
    assert len(pattern.css("path[transform]")) == len(seats("Owls 2027").rows)
    assert not tree.css(".hero img")


def test_seats_that_stand_out_are_in_the_picture() -> None:
    places = [each.removesuffix("h0").split() for each in seats("Owls 2027").taken.split("M")[1:]]
    assert places
    assert all(0 < int(across) < WIDTH and 0 < int(down) < HEIGHT for across, down in places)


def test_a_picture_stands_at_the_head_with_who_made_it() -> None:
    hero = Hero(picture="card.png", alt="The hall", credit="A. Example, CC BY 4.0")
    html = home(replace(OWLS, hero=hero))
    [picture] = LexborHTMLParser(html).css(".hero img")
    assert picture.attributes == {
        "class": "hero-picture",
        "src": "../" + collect(PROJECT, ProblemLog()).paths["card.png"],
        "alt": "The hall",
        "decoding": "async",
        "fetchpriority": "high",
    }
    assert shown(html, ".hero-credit") == ["A. Example, CC BY 4.0"]
    assert not shown(html, ".hero-pattern")


def test_a_long_name_is_set_in_smaller_letters() -> None:
    for name, is_long in (
        ("Owls 2026", False),
        ("Twenty-First Meeting on Owls", False),
        ("Donaudampfschifffahrt 2026", True),
        ("Third Annual Meeting on Owls and Other Birds", True),
    ):
        page = rendered(Series(title="S", conferences=(Conference(id="e", title=name),)))["e/"]
        assert shown(page, "h1[data-long]") == ([name] if is_long else [])


def test_the_venue_has_its_street_and_a_map() -> None:
    assert shown(home(OWLS), ".venue > *") == ["Venue", "Hay Barn 1 Mill Lane Graz", "Map"]
    assert not shown(home(replace(OWLS, address=None, links=())), ".venue")


def test_the_home_of_the_only_edition_is_that_of_the_series_too() -> None:
    series = Series(title="Owls", description="On owls.", conferences=(OWLS,))
    base = "https://owls.example/"
    found, files = rendered(series, base_url=base), exported(series, base_url=base)
    mains = [shown(found[route], "main") for route in ("", "2027/")]
    assert mains[0] == mains[1]
    assert "OwlsOn owls." in mains[0][0]
    for route in ("", "2027/"):
        [canonical] = LexborHTMLParser(found[route]).css("link[rel=canonical]")
        assert canonical.attributes["href"] == "https://owls.example/2027/"
    assert links(found[""], ".edition-menu a") == {"This edition": "2027/", "Papers": "2027/papers/"}
    assert (shown(found[""], ".breadcrumb li"), shown(found["2027/"], ".breadcrumb li")) == (
        [], ["Owls", "Owls 2027"],
    )  # fmt: skip
    listed = re.findall("<loc>(.*)</loc>", files["sitemap.xml"])
    assert (base in listed, f"{base}2027/" in listed) == (False, True)


def test_a_second_edition_gives_the_series_its_own_home_back() -> None:
    older = Conference(id="2026", title="Owls 2026")
    found = rendered(Series(title="Owls", conferences=(OWLS, older)))
    assert shown(found[""], "h1, h3") == ["Owls", "Owls 2027", "Owls 2026"]
