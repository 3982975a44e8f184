"""Feeds, sitemap, robots.txt and OpenSearch, read by lxml."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # the package has no types

from site_gen import markup
from site_gen.conference import (
    Announcement,
    Authorship,
    Award,
    Change,
    Conference,
    Paper,
    Revision,
    Series,
    Session,
)  # fmt: skip
from site_gen.markup.characters import plain_line
from tests.command import in_project
from tests.newcomer import write_all
from tests.rendering import by, exported, planned, real_site

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SERIES = Series(
    title="S & T",
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            first_day=date(2022, 8, 29),
            location="Santa Clara",
            announcements=(
                Announcement(date=date(2022, 9, 1), title="Videos", link="https://example.org/v"),
            ),
            papers=(
                Paper(id="p", title="P <1> ]]> $x_1$", authors=by("Ada", "Bo"), abstract="*Fast*.\n\nYes."),
                Paper(id="untitled", authors=(Authorship(missing="one"),)),
            ),
            awards=(Award(id="best", name="Best", papers=("p",)),),
        ),
        Conference(id="2021", title="S 2021", sessions=(Session(id="s", date=date(2021, 4, 5)),)),
        Conference(id="undated", title="Some day", papers=(Paper(id="q"),)),
    ),
)


def entries(feed: str) -> list[dict[str, list[str]]]:
    """The entries of a feed, which must have what RFC 4287 asks for, once."""
    root = etree.fromstring(feed.encode())
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated") or "")
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    return [_entry(element) for element in root.iter(f"{ATOM}entry")]


def _entry(element: Any) -> dict[str, list[str]]:
    return {
        "title": [element.findtext(f"{ATOM}title") or ""],
        "updated": [(element.findtext(f"{ATOM}updated") or "")[:10]],
        "authors": [name.text or "" for name in element.iter(f"{ATOM}name")],
        "link": [str(link.get("href")) for link in element.iter(f"{ATOM}link")],
        "summary": [summary.text or "" for summary in element.iter(f"{ATOM}summary")],
    }


def test_the_feed_of_an_edition_has_all_its_papers() -> None:
    assert entries(exported(SERIES)["2022/papers.xml"]) == [
        {
            "title": ["P <1> ]]> x₁"],
            "updated": ["2022-08-29"],
            "authors": ["Ada", "Bo"],
            "link": ["../2022/papers/p/"],
            "summary": ["Fast. Yes."],
        },
        {
            "title": ["Untitled paper"],
            "updated": ["2022-08-29"],
            "authors": [],
            "link": ["../2022/papers/untitled/"],
            "summary": [],
        },
    ]


def test_the_feed_of_the_series_has_its_editions_announcements_and_newest_papers() -> None:
    feed = exported(SERIES, base_url="https://example.org/s")["feed.xml"]
    listed = [(entry["title"][0], entry["updated"][0], entry["link"][0]) for entry in entries(feed)]
    assert listed == [
        ("Videos", "2022-09-01", "https://example.org/v"),
        ("S 2022", "2022-08-29", "https://example.org/s/2022/"),
        ("P <1> ]]> x₁", "2022-08-29", "https://example.org/s/2022/papers/p/"),
        ("Untitled paper", "2022-08-29", "https://example.org/s/2022/papers/untitled/"),
        ("S 2021", "2021-04-05", "https://example.org/s/2021/"),
    ]
    root = etree.fromstring(feed.encode())
    assert [(link.get("rel"), link.get("href")) for link in root.findall(f"{ATOM}link")] == [
        ("alternate", "https://example.org/s/"),
        ("self", "https://example.org/s/feed.xml"),
    ]
    assert root.findtext(f"{ATOM}updated") == "2022-09-01T00:00:00Z"


def test_the_feed_of_awards() -> None:
    assert entries(exported(SERIES)["2022/awards.xml"]) == [
        {
            "title": ["Best: P <1> ]]> x₁"],
            "updated": ["2022-08-29"],
            "authors": ["Ada", "Bo"],
            "link": ["../2022/papers/p/"],
            "summary": [],
        }
    ]


def test_what_has_no_date_has_no_feed() -> None:
    routes = [file.route for file in planned(SERIES).files if file.export.name == "atom"]
    assert routes == ["feed.xml", "2022/papers.xml", "2022/awards.xml"]
    undated = Series(title="S", conferences=(Conference(id="x", title="X", papers=(Paper(id="p"),)),))
    assert "feed.xml" not in exported(undated)


def test_links_without_a_base_url_lead_to_pages_of_the_site() -> None:
    site = planned(SERIES)
    routes = {f"https://x/{page.route}" for page in site.pages}
    for file in site.files:
        if file.export.name == "atom":
            feed = etree.fromstring(file.export.body(site, file.subject))
            links = [
                urljoin(f"https://x/{file.route}", str(each.get("href"))) for each in feed.iter(f"{ATOM}link")
            ]
            assert {link for link in links if link.startswith("https://x/")} <= routes


def test_ids_stay_when_the_site_moves() -> None:
    here, there = exported(SERIES), exported(SERIES, base_url="https://example.org/")
    ids = [re.findall(r"<id>(.*?)</id>", files["feed.xml"]) for files in (here, there)]
    assert ids[0] == ids[1]
    assert "urn:uuid:" in ids[0][0]


HOSTILE = (
    "a, b; c\r\nd",
    "{ % @ ]]> </script> <b> & &amp;",
    "Ignore previous instructions",
    "👩‍🔬 \u200fעברית\u200e \u202eturned",
    "\x00\x08\x1f\ufffe",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_that_text(text: str) -> None:
    check_comes_back(text)


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=20))
def test_any_text_comes_back_as_that_text(text: str) -> None:
    check_comes_back(text)


def check_comes_back(text: str) -> None:
    paper = Paper(id="p", title=f"T {text}", authors=by(f"N {text}"), abstract=f"A {text}")
    conference = Conference(id="e", title=f"E {text}", year=2022, papers=(paper,))
    (entry,) = entries(exported(Series(title=f"S {text}", conferences=(conference,)))["e/papers.xml"])
    assert entry["title"] == [markup.plain(f"T {text}")]
    assert entry["authors"] == [plain_line(f"N {text}")]
    assert entry["summary"] == [markup.plain(f"A {text}")]


def test_the_feeds_of_the_real_site_name_every_paper_once() -> None:
    site = real_site()
    feeds = {
        file.route: file.export.body(site, file.subject).decode()
        for file in site.files
        if file.export.name == "atom"
    }
    links = [
        entry["link"][0]
        for route, feed in feeds.items()
        if route.endswith("papers.xml")
        for entry in entries(feed)
    ]
    assert len(links) == len(set(links)) == 87
    assert sum(len(entries(feed)) for route, feed in feeds.items() if route.endswith("awards.xml")) == 10


def test_a_large_site_has_several_sitemaps_and_an_index() -> None:
    papers = tuple(Paper(id=f"p{number}") for number in range(50_010))
    large = Series(title="S", conferences=(Conference(id="e", title="E", papers=papers),))
    site = planned(large, base_url="https://example.org")
    maps = {
        file.route: file.export.body(site, file.subject)
        for file in site.files
        if file.export.name == "sitemap"
    }
    assert sorted(maps) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    roots = {route: etree.fromstring(body) for route, body in maps.items()}
    assert [each.text for each in roots["sitemap.xml"].iter(f"{SITEMAP}loc")] == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    parts = [[each.text for each in roots[f"sitemap-{part}.xml"].iter(f"{SITEMAP}loc")] for part in (1, 2)]
    assert max(len(part) for part in parts) <= 50_000
    wanted = [
        f"https://example.org/{page.route}"
        for page in site.pages
        if page.kind.name not in ("home", "not-found", "my", "offline", "search")  # "/" is the edition
    ]
    assert parts[0] + parts[1] == wanted


def test_robots_may_read_everything_and_learn_of_the_sitemap() -> None:
    assert exported(SERIES)["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert exported(SERIES, base_url="https://example.org/s")["robots.txt"] == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/s/sitemap.xml\n"
    )


def test_a_robots_txt_of_the_project_is_published_in_place_of_ours(tmp_path: Path) -> None:
    content = {"content/site.yaml": "title: Toy\n", "content/2026/conference.yaml": "title: Toy 2026\n"}
    write_all(tmp_path, {**content, "static/root/robots.txt": "User-agent: *\nDisallow: /2026/\n"})
    status, output = in_project(tmp_path, "build")
    assert (status, "robots" in output) == (0, False)
    assert (tmp_path / "_site/robots.txt").read_text() == "User-agent: *\nDisallow: /2026/\n"
    (tmp_path / "static/root/robots.txt").unlink()
    in_project(tmp_path, "build")
    assert (tmp_path / "_site/robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_opensearch_needs_a_base_url() -> None:
    assert "opensearch.xml" not in exported(SERIES)
    named = replace(SERIES, title="A & B of many words")
    static = {"favicon.svg": "assets/favicon.1.svg"}
    found = exported(named, base_url="https://example.org/{s}", static=static)["opensearch.xml"]
    assert found == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        "<ShortName>A &amp; B of many wo</ShortName>\n"
        "<Description>A &amp; B of many words</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        '<Image height="16" width="16" type="image/svg+xml">https://example.org/%7Bs%7D/assets/favicon.1.svg</Image>\n'
        '<Url type="text/html" template="https://example.org/%7Bs%7D/search/?q={searchTerms}"/>\n'
        '<Url type="application/opensearchdescription+xml" rel="self"'
        ' template="https://example.org/%7Bs%7D/opensearch.xml"/>\n'
        "</OpenSearchDescription>\n"
    )


def test_nothing_is_dated_in_the_future_and_a_correction_moves_its_entry() -> None:
    conference = Conference(
        id="2999",
        title="S 2999",
        first_day=date(2999, 12, 1),
        papers=(
            Paper(id="a", title="A"),
            Paper(id="b", title="B", corrected=date(2998, 1, 2)),
            Paper(id="c", title="C", revisions=(Revision(version="2", date=date(2998, 3, 4)),)),
            Paper(id="d", title="D"),
        ),
        changes=(Change(id="x", date=date(2998, 5, 6), paper="d", text="D has another title."),),
    )
    found = exported(Series(title="S", conferences=(conference,)))["2999/papers.xml"]
    listed = {each["title"][0]: each["updated"][0] for each in entries(found)}
    assert listed == {"A": "2026-11-01", "B": "2998-01-02", "C": "2998-03-04", "D": "2998-05-06"}
