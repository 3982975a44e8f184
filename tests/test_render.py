"""Rendering: whose templates are used, what a mistake in one looks like, what a page depends on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, UndefinedError

from site_gen.assets import collect
from site_gen.conference import Conference, Paper, Series
from site_gen.graph.queries import remade
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.render import BrokenTemplate, Renderer, Templates
from site_gen.render.compiled import Compiled
from site_gen.site import Site
from site_gen.site.subjects import PaperOf
from tests.access import faults_but_of_colours, faults_of_access, is_wide
from tests.rendering import PROJECT, by, planned, rendered
from tests.serving import served
from tests.test_pages import SERIES as EVERYTHING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SERIES = Series(
    title="S",
    conferences=(Conference(id="e", title="E", papers=(Paper(id="p", title="A & B", authors=by("Ada")),)),),
)
KINDS = (
    "", "2022/", "2021/", "2022/schedule/", "2022/schedule/2022-08-29/", "2022/sessions/outstanding/",
    "2022/sessions/panel/", "2022/papers/", "2022/booklet/", "2022/papers/pathways/", "2022/papers/gaps/",
    "2022/awards/", "awards/", "2022/rooms/hall-a/", "2022/tracks/sys/", "authors/", "authors/jeff-dean/",
    "2022/venue/", "figures/", "2022/figures/", "404.html", "search/",
)  # fmt: skip


def page(project: Path, template: str, text: str) -> str:
    """The page of the paper, in a project with this template of its own."""
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / template).write_text(text, encoding="utf-8")
    site = planned(SERIES)
    renderer = Renderer(Templates(project), site, collect(project, ProblemLog()))
    found = next(each for each in site.pages if each.subject == PaperOf("e", "p"))
    return renderer.page(found).decode()


def test_a_template_of_the_project_wins(tmp_path: Path) -> None:
    assert page(tmp_path, "paper.html", "<p>{{ view.card.title.html }}") == "<p>A &amp; B"


def test_a_template_of_the_project_may_extend_the_built_in_one(tmp_path: Path) -> None:
    text = '{% extends "built-in/paper.html" %}{% block page_class %}mine{% endblock %}'
    html = page(tmp_path, "paper.html", text)
    assert '<main id="content" tabindex="-1" class="mine">' in html
    assert "<h1>A &amp; B</h1>" in html


def test_links_and_assets_are_relative_to_the_page(tmp_path: Path) -> None:
    text = "{{ ''|url }} {{ 'e/'|url }} {{ asset('favicon.svg') }}"
    home, papers, icon = page(tmp_path, "paper.html", text).split()
    assert (home, papers) == ("../../../", "../../../e/")
    assert icon.startswith("../../../assets/favicon.")
    assert 'href="./"' in rendered(SERIES)[""]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            "<p>\n{{ view.nothing }}",
            2,
            "'site_gen.kinds.paper.view.PaperView object' has no attribute 'nothing'",
        ),
        ("\n\n{% if %}", 3, "Expected an expression, got 'end of statement block'"),
        ("{{ asset('none.png') }}", 1, "there is no static file 'none.png'"),
        ("{{ 1 + 'a' }}", 1, "unsupported operand type(s) for +: 'int' and 'str'"),
    ],
)
def test_a_mistake_in_a_template_is_reported_with_its_line_and_the_page(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    with pytest.raises(BrokenTemplate) as broken:
        page(tmp_path, "paper.html", text)
    problem = broken.value.problem
    assert problem.place == Place("templates/paper.html", line)
    assert problem.what == f"{what} (while building the page /e/papers/p/)"


def test_a_template_that_extends_itself_is_led_to_the_built_in_one(tmp_path: Path) -> None:
    with pytest.raises(BrokenTemplate) as broken:
        page(tmp_path, "paper.html", '{% extends "paper.html" %}')
    problem = broken.value.problem
    assert (problem.place, problem.what, problem.hint) == (
        Place("templates/paper.html", 1),
        "this template extends or includes itself (while building the page /e/papers/p/)",
        'for the built-in one of that name write {% extends "built-in/paper.html" %}',
    )


def test_a_missing_template_ends_the_command_with_its_name_and_where_it_was_looked_for(
    tmp_path: Path,
) -> None:
    with pytest.raises(Stop) as stop:
        page(tmp_path, "paper.html", '{% include "parts/none.html" %}')
    assert stop.value.status == ExitStatus.USAGE
    assert str(stop.value).startswith(
        "there is no template 'parts/none.html' (for the page /e/papers/p/); "
        f"looked in {tmp_path}/templates, "
    )


@pytest.mark.parametrize(
    ("file", "text", "another"),
    [
        ("templates/paper.html", "<p>{{ view.card.title.html }}", ["e/papers/p/"]),
        ("templates/paper.html", '{% extends "built-in/paper.html" %}', ["e/papers/p/"]),
        ("templates/layout.html", "<p>", ["", "e/", "e/papers/", "e/papers/p/", "authors/", "authors/ada/"]),
        ("templates/nobody.html", "<p>", []),
        ("static/favicon.svg", "<svg/>", ["", "e/", "e/papers/", "e/papers/p/", "authors/", "authors/ada/"]),
        ("static/own.svg", "<svg/>", []),
    ],
)
def test_another_file_makes_the_pages_anew_that_use_it(
    tmp_path: Path, file: str, text: str, another: list[str]
) -> None:
    def made_of(project: Path) -> tuple[Site, Callable[[], None]]:
        site = planned(SERIES)
        renderer = Renderer(Templates(project), site, collect(project, ProblemLog()))

        def make() -> None:
            for each in site.pages:
                site.graph.output(each.route, partial(renderer.page, each), lambda body: str(len(body)))

        return site, make

    before, make = made_of(tmp_path)
    before.graph.begin(partial(remade, before))
    make()
    (tmp_path / file).parent.mkdir()
    (tmp_path / file).write_text(text, encoding="utf-8")
    now, _ = made_of(tmp_path)
    now.graph.follow(partial(remade, now), before.graph)
    found = [each.route for each in now.pages if not now.graph.standing(each.route)]
    assert [route for route in found if route in another] == another
    if "" not in another:
        assert found == another


def test_pages_and_exports_depend_neither_on_the_hash_seed_nor_on_the_zone_of_the_machine() -> None:
    program = (
        "import hashlib; from tests.rendering import rendered, exported; "
        "from tests.test_render import EVERYTHING; "
        "all = [rendered(EVERYTHING), dict(exported(EVERYTHING))]; "
        "print(hashlib.sha256(repr(all).encode()).hexdigest())"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("0", "Asia/Kolkata"), ("1", "America/New_York"))
    }  # fmt: skip
    assert len(results) == 1


def write_site(folder: Path, series: Series = EVERYTHING) -> None:
    """Write every page and static file of a site, by itself one with everything on it."""
    for route, html in rendered(series).items():
        file = folder / (route if route.endswith(".html") else f"{route}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    for asset in collect(PROJECT, ProblemLog()).files.values():
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.body)


def test_every_kind_of_page_is_accessible_and_fits_its_window(browser: Browser, tmp_path: Path) -> None:
    write_site(tmp_path)
    found: list[tuple[str, object]] = []
    with served(tmp_path) as address:
        tab = browser.new_page()
        for route in KINDS:
            for width in (1280, 320):
                tab.set_viewport_size({"width": width, "height": 900})
                if width == 1280:
                    tab.goto(address + route)
                # What only a narrow page shows is the same on all: tests of the papers ask its colours.
                faults = [*(faults_of_access(tab) if width == 1280 else faults_but_of_colours(tab))]
                found += [(f"{route} at {width}", fault) for fault in faults]
                found += [(route, f"wider than {width}")] if is_wide(tab) else []
        tab.close()
    assert found == []


def test_what_was_compiled_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates of the project are kept in it, ours beside our code; a new source is compiled anew."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates" / "own.html"
    for text, expected in (("one", "one"), ("one", "one"), ("two", "two")):
        own.write_text(text, encoding="utf-8")
        monkeypatch.setattr("site_gen.render.compiled._AT_HAND", {})  # as in another process
        templates = Templates(tmp_path)
        templates.compile()
        assert templates.environment("").get_template("own.html").render() == expected
    (cached,) = (tmp_path / ".plenary").iterdir()
    assert sum(1 for _ in cached.iterdir()) == 1


def test_a_copy_of_the_program_has_what_was_compiled_and_names_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("site_gen.render.compiled._BESIDE_OUR_CODE", tmp_path / "compiled")
    named = []
    for program in ("here", "there"):
        (tmp_path / program).mkdir()
        file = tmp_path / program / "of-ours.html"
        file.write_text("{% macro shown(name) %}{{ name.x }}{% endmacro %}\n{{ shown(nothing) }}", "utf-8")
        monkeypatch.setattr("site_gen.render.compiled.built_in", lambda _, folder=file.parent: folder)
        compiled = Compiled(tmp_path / "project")
        monkeypatch.setattr("site_gen.render.compiled._AT_HAND", {})  # as in another process
        environment = Environment()
        code = compiled.code(environment, file.name, file.read_text("utf-8"), str(file))
        with pytest.raises(UndefinedError) as caught:
            environment.template_class.from_code(environment, code, {}).render()
        named.append([each.path for each in caught.traceback if str(each.path).endswith(file.name)])
        assert named[-1] == [file, file]
    (version,) = (tmp_path / "compiled").iterdir()
    assert sum(1 for _ in version.iterdir()) == 1


def test_the_way_to_a_page_has_as_many_lines_as_it_needs_on_a_narrow_phone(
    browser: Browser, tmp_path: Path
) -> None:
    name = "Workshop on Distributed Things"
    papers = (Paper(id="p", title="A title that is longer than any phone is wide", authors=by("Ada")),)
    write_site(
        tmp_path, Series(title=name, conferences=(Conference(id="e", title=f"{name} 2027", papers=papers),))
    )
    with served(tmp_path) as address:
        tab = browser.new_page(viewport={"width": 320, "height": 900})
        for route in ("e/papers/", "e/papers/p/"):
            tab.goto(address + route)
            assert tab.evaluate("document.documentElement.scrollWidth") == 320
        tab.close()
