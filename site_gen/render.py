"""Site → bytes of its pages: templates, the project's over the built-in ones. The only importer of jinja2."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.runtime import Macro
from markupsafe import Markup

from site_gen import __version__
from site_gen.assets import Assets, built_in
from site_gen.problems import ExitStatus, Place, Problem, Stop
from site_gen.site import Page, Site
from site_gen.views.frame import Frame, frame
from site_gen.views.related import papers_by_words
from site_gen.wording import WORDS


class BrokenTemplate(Exception):
    """A page could not be rendered: the problem says where in which template."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Renderer:
    """Renders pages. `templates_digest` is that of all templates that a page may use."""

    def __init__(self, project: Path, site: Site, assets: Assets) -> None:
        """Nothing is compiled before a page asks for it."""
        self._site = site
        self._theme = _Theme(
            [project / "templates", built_in("templates")], project / ".plenary" / "templates"
        )
        self._paths = assets.paths
        self._environments: dict[str, Environment] = {}
        self._frame: Frame = frame(site)
        papers_by_words(site)  # once for all processes, which are forked later
        self.templates_digest = self._theme.digest()
        self._common = _digest(__version__, self.templates_digest, repr(self._frame), repr(self._paths))

    def view(self, page: Page) -> object:
        """What the template of a page shows."""
        return page.kind.view(self._site, page.key)

    def page(self, page: Page, view: object) -> bytes:
        """The bytes of a page with this view.

        Raises BrokenTemplate for a mistake in a template, and Stop where a template is missing.
        """
        try:
            return self._template(page).render(view=view).encode()
        except TemplateNotFound as error:
            raise self._theme.missing(error, page) from error
        except Exception as error:
            problem = self._theme.problem(error, page)
            if problem is None:
                raise
            raise BrokenTemplate(problem) from error

    def digest(self, page: Page, view: object) -> str:
        """What the bytes of a page depend on: tool, templates, frame, route and view."""
        return _digest(self._common, self._up(page), page.kind.template, repr(view))

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
        environment = Environment(
            loader=self._theme, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        environment.globals = {
            "asset": lambda name: up + self._asset(name),
            "frame": self._frame,
            "once": _once(),
            "words": WORDS,
        }
        # A filter, for the call of a function costs a template five times as much.
        environment.filters["url"] = lambda route: up + route or "./"
        return environment

    def _asset(self, name: str) -> str:
        if name not in self._paths:
            raise LookupError(f"there is no static file '{name}'")
        return self._paths[name]


def _once() -> Callable[[Macro, object], Markup]:
    """A function that renders a partial for a value once, however many pages of a depth show it."""
    # The value is kept beside its HTML: as long as it lives no other value has its identity.
    rendered: dict[tuple[str, int], tuple[object, Markup]] = {}

    def once(partial: Macro, value: object) -> Markup:
        key = (partial.name, id(value))
        if key not in rendered:
            rendered[key] = (value, Markup(partial(value)))
        return rendered[key][1]

    return once


class _Theme(BaseLoader):
    """The templates of several folders, the first one wins; compiled once for all environments.

    A template of the project may extend the built-in one of its name as "built-in/x.html".
    """

    def __init__(self, folders: Sequence[Path], compiled: Path) -> None:
        """`compiled` is the folder that keeps compiled templates from one build to the next."""
        compiled.mkdir(parents=True, exist_ok=True)
        self._folders = folders
        self._kept = FileSystemBytecodeCache(str(compiled))
        built_in_ones = FileSystemLoader(folders[-1])
        self._loader = ChoiceLoader(
            [*map(FileSystemLoader, folders), PrefixLoader({"built-in": built_in_ones})]
        )
        self._compiled: dict[str, CodeType] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002
    ) -> Template:
        code = self._compiled.get(name)
        if code is None:
            source, file, _ = self._loader.get_source(environment, name)
            code = self._compiled[name] = self._code(environment, name, source, file)
        # `globals` are these in a wrapper, which is slow where templates import each other.
        return environment.template_class.from_code(environment, code, environment.globals)

    def _code(self, environment: Environment, name: str, source: str, file: str | None) -> CodeType:
        bucket = self._kept.get_bucket(environment, name, file, source)
        if bucket.code is None:
            bucket.code = environment.compile(source, name, file)
            self._kept.set_bucket(bucket)
        return bucket.code

    def digest(self) -> str:
        """The digest of all templates."""
        return _digest(*(part for name, text in self._files() for part in (name, text)))

    def missing(self, error: TemplateNotFound, page: Page) -> Stop:
        """The end of a command that needs a template which nobody has."""
        path = ", ".join(dict.fromkeys(str(folder) for folder in self._folders))
        what = f"there is no template '{error.name}' (for the page /{page.route}); looked in {path}"
        return Stop(ExitStatus.USAGE, what)

    def problem(self, error: Exception, page: Page) -> Problem | None:
        """What is wrong in which template; None where the error did not come out of a template."""
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or "", error.lineno
        else:
            file, line = next(self._template_lines(error), ("", 0))
        name = self._name(file)
        if name is None:
            return None
        what = f"{error} (while building the page /{page.route})"
        return Problem("error", "template", what, Place(f"templates/{name}", line))

    def _template_lines(self, error: Exception) -> Iterator[tuple[str, int]]:
        """The template's lines in the traceback, innermost first."""
        for entry in reversed(traceback.extract_tb(error.__traceback__)):
            if self._name(entry.filename):
                yield entry.filename, entry.lineno or 0

    def _name(self, file: str) -> str | None:
        for folder in self._folders:
            if file and Path(file).is_relative_to(folder):
                return Path(file).relative_to(folder).as_posix()
        return None

    def _files(self) -> Iterator[tuple[str, str]]:
        for layer, folder in enumerate(self._folders):
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    yield f"{layer} {file.relative_to(folder).as_posix()}", file.read_text(encoding="utf-8")


def _digest(*parts: str) -> str:
    """A digest of several texts, each with its length so that none can pass for two."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode()
        digest.update(b"%d " % len(encoded) + encoded)
    return digest.hexdigest()
