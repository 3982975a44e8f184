"""The site on the first screen of a phone: what its manifest says, and whether a browser takes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import Conference, Series, Theme
from site_gen.graphics.sizes import size_of
from tests.rendering import PROJECT, exported, rendered
from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SERIES = Series(title="S  & T", language="de", conferences=(Conference(id="2022", title="S 2022"),))


def test_the_manifest_names_the_site_and_its_icons_wherever_the_site_is() -> None:
    static = {"icon-192.png": "assets/icon-192.1.png", "icon-maskable.png": "assets/icon-maskable.2.png"}
    assert json.loads(exported(SERIES, static=static)["manifest.webmanifest"]) == {
        "name": "S & T",
        "lang": "de",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "theme_color": "#0a4a3d",
        "background_color": "#ffffff",
        "icons": [
            {"src": "assets/icon-192.1.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
            {
                "src": "assets/icon-maskable.2.png",
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }


def test_every_page_names_the_manifest_and_the_colours_of_the_masthead() -> None:
    own = Series(
        title="S", theme=Theme(accent="#8c1d40", band_dark="#300915"), conferences=SERIES.conferences
    )
    head = LexborHTMLParser(rendered(own)["2022/"])
    (manifest,) = head.css("link[rel=manifest]")
    assert manifest.attributes["href"] == "../manifest.webmanifest"
    assert [
        (each.attributes["content"], each.attributes["media"]) for each in head.css("[name=theme-color]")
    ] == [
        ("#8c1d40", "(prefers-color-scheme: light)"),
        ("#300915", "(prefers-color-scheme: dark)"),
    ]
    assert json.loads(exported(own)["manifest.webmanifest"])["theme_color"] == "#8c1d40"


def test_the_icons_have_the_sizes_that_are_told() -> None:
    sizes = {path.name: size_of(path) for path in sorted((PROJECT / "static").glob("icon-*.png"))}
    assert sizes == {
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable.png": (512, 512),
    }


def test_a_browser_would_install_the_site(browser: Browser, real_site: str) -> None:
    with window(browser, service_workers="allow") as (context, page):
        page.goto(f"{real_site}2022/")
        devtools = context.new_cdp_session(page)
        found: dict[str, Any] = devtools.send("Page.getAppManifest")
        assert (found["url"], found["errors"]) == (f"{real_site}manifest.webmanifest", [])
        errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
        # A window of a test keeps nothing, and the browser would install from no such window.
        assert [each["errorId"] for each in errors if each["errorId"] != "in-incognito"] == []
