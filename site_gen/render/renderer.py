"""Site → bytes of its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from jinja2 import Environment, Template

from site_gen.assets import Assets
from site_gen.cards.bylines import first_names
from site_gen.frame.head import Frame, Head, frame
from site_gen.graph.nodes import Reads
from site_gen.graph.tables import Table
from site_gen.markup.characters import without_marks
from site_gen.render.isolating import direction, isolation, language_and_direction
from site_gen.render.once import once
from site_gen.render.templates import Templates
from site_gen.site import Page, Site


class Renderer:
    """Renders pages."""

    def __init__(self, templates: Templates, site: Site, assets: Assets) -> None:
        """Nothing is compiled before a page asks for it."""
        self._site = site
        self._templates = templates
        self._environments: dict[str, Environment] = {}
        self._frame: Frame = frame(site)
        self._around: Table[str, Frame] = Table(site.graph, "pages", {"frame": self._frame})
        self._sources: Table[str, str] = Table(site.graph, "templates", templates.sources)
        self._paths: Table[str, str] = Table(site.graph, "assets", assets.paths)
        larger = {
            name: f"{quote(each.path, safe='/@')} {each.density}" for name, each in assets.larger.items()
        }
        self._larger: Table[str, str] = Table(site.graph, "larger-assets", larger)
        self._assets: dict[str, None] = {}
        self._noted: dict[tuple[tuple[str, ...], int], Reads] = {}

    def page(self, page: Page) -> bytes:
        """The bytes of a page.

        Raises BrokenTemplate for a mistake in a template, and Stop where a template is missing.
        """
        subject = self._site.shown(page.subject)
        if subject != page.subject:
            page = replace(page, kind=self._site.kind_of(subject), subject=subject)
        view = self._site.view(subject)
        shown = Head(self._site, page, view) if page.kind.is_framed else None
        with self._templates.located(page.route):
            html = without_marks(self._template(page).render(view=view, head=shown))
        self._note(page)
        return html.encode()

    def _note(self, page: Page) -> None:
        """Note what a page was made by besides its view, and no less: what a template that is imported does
        once, is done for all that import it."""
        used = self._templates.used_by(page.kind.template)
        known = (used, len(self._assets))
        if known not in self._noted:
            _, self._noted[known] = self._site.graph.aside(lambda: self._read(used))
        self._site.graph.also(self._noted[known])

    def _read(self, templates: Iterable[str]) -> None:
        self._around.get("frame")
        for name in templates:
            self._sources.get(name)
        for name in self._assets:
            self._paths.get(name)
            self._larger.get(name)

    def _up(self, page: Page) -> str:
        """The way from a page to the root of the site; absolute on the one that is served at any depth."""
        return self._site.base_path if page.route == "404.html" else "../" * page.route.count("/")

    def _template(self, page: Page) -> Template:
        up = self._up(page)
        environment = self._environments.get(up)
        if environment is None:
            environment = self._environments[up] = self._environment(up)
        return environment.get_template(page.kind.template)

    def _environment(self, up: str) -> Environment:
        """The environment of all pages from which the root of the site is `up`."""
        environment, language = self._templates.environment(up), self._frame.language
        environment.filters |= {
            "direction": direction(language),
            "first_names": partial(first_names, self._site.locale),
            "isolated": isolation(language),
            "lang": language_and_direction(language),
        }
        environment.globals = {
            "asset": lambda name: up + self._asset(name),
            "denser": lambda name: self._denser(up, name),
            "frame": self._frame,
            "once": once(self._site.graph),
            "plural": self._site.locale.for_script,
            "words": self._site.locale.words,
        }
        return environment

    def _denser(self, up: str, name: str) -> str:
        """A picture for denser screens, as `srcset` takes it; empty where there is none."""
        self._assets[name] = None
        found = self._larger.get(name)
        return up + found if found else ""

    def _asset(self, name: str) -> str:
        self._assets[name] = None
        if name not in self._paths:
            raise LookupError(f"there is no static file '{name}'")
        return self._paths[name]
