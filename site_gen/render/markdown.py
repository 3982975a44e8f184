"""Markdown versions of pages: templates of their own, filled from the same view as the HTML.

What a template prints is escaped, so that it reads back as just that text; `Markup` is CommonMark already.
"""

from __future__ import annotations

from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from site_gen.cards.bylines import first_names
from site_gen.graph.notes import Graph
from site_gen.graph.tables import Table
from site_gen.render.once import once, once_for_all
from site_gen.render.templates import Templates
from site_gen.site import Site, Subject
from site_gen.writers.markdown import line, link, quotation

_BLANK_LINES = "\n\n\n"
_RAW_BREAK = "\0"  # a line break that stays as it is: no text of content holds this character


class MarkdownTemplates:
    """The Markdown templates of a project over the built-in ones."""

    def __init__(self, templates: Templates, graph: Graph) -> None:
        """Nothing is compiled yet; the graph notes who is made by the templates."""
        self._templates = templates
        self._sources: Table[str, str] = Table(graph, "markdown", templates.sources)
        self._environments: dict[tuple[Site, str], Environment] = {}

    def text(self, site: Site, subject: Subject, up: str, part: str = "") -> str:
        """The Markdown version of a page whose kind has one, or a part of it, ended by a line feed.

        Without a part it has the title above it. `up` is the way from the file to the root of the site.
        Raises BrokenTemplate for a mistake in a template, and Stop where a template is missing.
        """
        name = f"markdown/{site.kind_of(subject).markdown}"
        environment = self._environments.get((site, up))
        if environment is None:
            environment = self._environments[site, up] = _environment(site, self._templates, up)
        with self._templates.located(site.address(subject)):
            template = environment.get_template(name)
            text = template.render(view=site.view(subject), part=part)
        for each in self._templates.used_by(name):
            self._sources.get(each)
        text = text.strip("\n")
        while _BLANK_LINES in text:
            text = text.replace(_BLANK_LINES, "\n\n")
        return text.replace(_RAW_BREAK, "\n") + "\n"


def _environment(site: Site, templates: Templates, up: str) -> Environment:
    def to(label: str, route: str | None) -> Markup:
        if route is None:
            return Markup(line(label))
        page = route.partition("#")[0]  # Markdown has no names of places
        return _link(label, up + (f"{page}index.md" if site.published.get(page) else route))

    made = templates.environment(up)
    made.printed = _printed
    words = site.locale.words
    made.globals |= {"words": words, "comma": Markup(words.comma), "once": once(site.graph)}
    made.filters |= {
        "first_names": partial(first_names, site.locale),
        "to": once_for_all(site.graph, to),
        "cell": lambda value: Markup(_printed(value).replace("|", "\\|")),
        "file": lambda label, route: _link(label, up + route),
        "out": _link,
        "quoted": lambda text, indent="": Markup("\n".join(indent + each for each in quotation(text))),
        "raw": lambda text: Markup(text.replace("\n", _RAW_BREAK)),
    }
    return made


def _printed(value: object) -> str:
    """What Markdown shows of a value: CommonMark as it is, any other text as a line of it."""
    if type(value) is Markup:
        return value
    return "" if value is None else line(str(value))


def _link(label: str, target: str) -> Markup:
    return Markup(link(line(label), target))
