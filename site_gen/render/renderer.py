"""Site → bytes of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, Template

from site_gen.assets import Assets
from site_gen.cards.related import papers_by_words
from site_gen.frame.head import Frame, Head, frame, head
from site_gen.markup.characters import without_marks
from site_gen.render.isolating import direction, isolation, language_and_direction
from site_gen.render.once import once
from site_gen.render.templates import Templates, digest_of
from site_gen.site import Page, Site, View


@dataclass(frozen=True, slots=True)
class Shown:
    """What a template has to show: the facts of its subject, and what surrounds them; None around nothing."""

    view: View
    head: Head | None


class Renderer:
    """Renders pages. `templates_digest` is that of all templates that a page may use."""

    def __init__(self, templates: Templates, site: Site, assets: Assets) -> None:
        """Nothing is compiled before a page asks for it."""
        self._site = site
        self._templates = templates
        self._paths = assets.paths
        self._environments: dict[str, Environment] = {}
        self._frame: Frame = frame(site)
        if site.catalogue.series.related_papers:
            papers_by_words(site)  # once for all processes, which are forked later
        self.templates_digest = self._templates.digest()
        parts = (self.templates_digest, repr(self._frame), repr(self._paths), repr(site.locale.words))
        self._common = digest_of(*parts)
        self._versions = digest_of(
            *(f"{page.route} {site.find_file('markdown', page.subject)}" for page in site.pages)
        )

    def shown(self, page: Page) -> Shown:
        """What the template of a page shows."""
        view = self._site.view(page.subject)
        return Shown(view, head(self._site, page, view) if page.kind.is_framed else None)

    def page(self, page: Page, shown: Shown) -> bytes:
        """The bytes of a page that shows this.

        Raises BrokenTemplate for a mistake in a template, and Stop where a template is missing.
        """
        with self._templates.located(page.route):
            return without_marks(self._template(page).render(view=shown.view, head=shown.head)).encode()

    def digest(self, page: Page, shown: Shown) -> str:
        """What the bytes of a page depend on beside our code: templates, frame, route and view."""
        return digest_of(self._common, self._up(page), page.kind.template, repr(shown))

    def digest_beside(self, digest: str) -> str:
        """What a file depends on that shows the view of the page of this digest: it may lead to any other."""
        return digest_of(digest, self._versions)

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
            "isolated": isolation(language),
            "lang": language_and_direction(language),
        }
        environment.globals = {
            "asset": lambda name: up + self._asset(name),
            "frame": self._frame,
            "once": once(),
            "plural": self._site.locale.for_script,
            "words": self._site.locale.words,
        }
        return environment

    def _asset(self, name: str) -> str:
        if name not in self._paths:
            raise LookupError(f"there is no static file '{name}'")
        return self._paths[name]
