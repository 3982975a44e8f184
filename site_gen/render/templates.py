"""Templates: the project's over the built-in ones, compiled once and kept from one build to the next."""

from __future__ import annotations

import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from site_gen.assets import built_in
from site_gen.problems import ExitStatus, Place, Problem, Stop
from site_gen.render.compiled import Compiled
from site_gen.render.isolating import Isolation
from site_gen.render.printing import Calling, Printing, printed


class BrokenTemplate(Exception):
    """A page could not be rendered: the problem says where in which template."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Templates(BaseLoader):
    """The templates of several folders, the first one wins; compiled once for all environments.

    A template of the project may extend the built-in one of its name as "built-in/x.html".
    """

    def __init__(self, project: Path) -> None:
        """Nothing is compiled yet."""
        self._bytecode = Compiled(project)
        self._folders = [project / "templates", built_in("templates")]
        own, built_in_ones = map(FileSystemLoader, self._folders)
        self._loader = ChoiceLoader([own, built_in_ones, PrefixLoader({"built-in": built_in_ones})])
        self._compiled: dict[str, CodeType] = {}
        self._named: dict[str, dict[str, None]] = defaultdict(dict)
        self._used: dict[str, tuple[str, ...]] = {}

    def environment(self, up: str) -> PageEnvironment:
        """An environment of pages from which the root of the site is `up`; it has no globals yet."""
        made = PageEnvironment(
            self._note, loader=self, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False, cache_size=-1, extensions=[Isolation],
        )  # fmt: skip
        # To compile a template is to know its filters; a page has those of its language.
        made.filters |= dict.fromkeys(("direction", "first_names", "isolated", "lang"), str)
        # A filter, for the call of a function costs a template five times as much.
        made.filters["url"] = lambda route: up + route or "./"
        return made

    def compile(self) -> None:
        """Compile all, before a page asks for them; a wrong one is told by the page that needs it."""
        environment = self.environment("")
        names = {
            file.relative_to(folder).as_posix() for folder in self._folders for file in _pages_in(folder)
        }
        for name in sorted(names):
            with suppress(TemplateError, UnicodeError):
                self._code_of(environment, name)

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002
    ) -> Template:
        # `globals` are these in a wrapper, which is slow where templates import each other.
        code = self._code_of(environment, name)
        return environment.template_class.from_code(environment, code, environment.globals)

    def _code_of(self, environment: Environment, name: str) -> CodeType:
        code = self._compiled.get(name)
        if code is None:
            source, file, _ = self._loader.get_source(environment, name)
            code = self._compiled[name] = self._bytecode.code(environment, name, source, file)
        return code

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The source of every template by its name, under which the first folder's is found."""
        built_in_ones = dict(_files(self._folders[1]))
        names = {f"built-in/{name}": source for name, source in built_in_ones.items()}
        return names | built_in_ones | dict(_files(self._folders[0]))

    def used_by(self, name: str) -> tuple[str, ...]:
        """A template that was rendered, and those that it and they have named until now, there or not."""
        if name not in self._used:
            found = {name: None}
            waiting = [name]
            while waiting:
                new = self._named.get(waiting.pop(), {}).keys() - found.keys()
                found.update(dict.fromkeys(sorted(new)))
                waiting += new
            self._used[name] = tuple(found)
        return self._used[name]

    def _note(self, template: str, named: str) -> None:
        """Note that a template names another one."""
        if named not in self._named[template]:
            self._named[template][named] = None
            self._used.clear()

    @contextmanager
    def located(self, route: str) -> Iterator[None]:
        """Raise BrokenTemplate for a mistake in a template that the page at this route needs, and Stop for
        one that nobody has; what is wrong elsewhere passes, as on the disk."""
        try:
            yield
        except TemplateNotFound as error:
            path = ", ".join(dict.fromkeys(str(folder) for folder in self._folders))
            what = f"there is no template '{error.name}' (for the page /{route}); looked in {path}"
            raise Stop(ExitStatus.USAGE, what) from error
        except OSError:  # the disk refused something: no template is wrong
            raise
        except Exception as error:
            problem = self._problem(error, route)
            if problem is None:
                raise
            raise BrokenTemplate(problem) from error

    def _problem(self, error: Exception, route: str) -> Problem | None:
        """What is wrong in which template; None where the error did not come out of a template."""
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or "", error.lineno
        else:
            file, line = next(self._template_lines(error), ("", 0))
        name = self._name(file)
        if name is None:
            return None
        complaint, hint = str(error), ""
        if isinstance(error, RecursionError):
            complaint = "this template extends or includes itself"
            hint = f'for the built-in one of that name write {{% extends "built-in/{name}" %}}'
        what = f"{complaint} (while building the page /{route})"
        return Problem("error", "template", what, Place(f"templates/{name}", line), hint)

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


class PageEnvironment(Environment):
    """An environment that tells `note` which templates each one extends, includes or imports.

    What its templates print goes through `printed`.
    """

    code_generator_class = Printing
    context_class = Calling

    def __init__(self, note: Callable[[str, str], None], **options: Any) -> None:
        super().__init__(**options)
        self._note = note
        self.printed: Callable[[object], str] = printed

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        if parent and isinstance(name, str):
            self._note(parent, name)
        return super().get_template(name, parent, globals)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


def _pages_in(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.html") if file.is_file())
