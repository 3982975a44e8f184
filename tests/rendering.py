"""A site out of a series, for tests: what a visitor would see at each route."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from site_gen.assets import Assets, collect, themed
from site_gen.build import build
from site_gen.conference import Authorship, PaperFile, Series
from site_gen.conference.people import gather
from site_gen.exports import EXPORTS
from site_gen.kinds import KINDS
from site_gen.locale import Locale
from site_gen.planning import plan_site
from site_gen.problems import Place, ProblemLog
from site_gen.render import MarkdownTemplates, Renderer, Templates
from site_gen.site import File, PostBuildExport, Site, catalogue, plan

PROJECT = Path(__file__).parent.parent


# One for all tests: they hold what stands in templates/, and note what names what.
TEMPLATES = Templates(PROJECT)


@cache
def static_files() -> Assets:
    """The static files of the program; one for all tests."""
    return collect(PROJECT, ProblemLog())


def locate(kind: str, edition: str = "", entity: str = "", *_steps: str | int) -> Place:
    """A place for everything, without any file."""
    return Place("/".join(part for part in ("content", edition, kind, entity) if part))


def planned(
    series: Series,
    static: Mapping[str, str] | None = None,
    base_url: str | None = None,
    paper_files: Iterable[PaperFile] = (),
    post_build: Sequence[PostBuildExport] = (),
    locale: Locale | None = None,
) -> Site:
    """The site of a series, which must have no problem."""
    problems = ProblemLog()
    people = gather(series, locate, problems)
    contents = catalogue(series, people, locate)
    site = plan(
        contents,
        KINDS,
        EXPORTS,
        problems,
        base_url,
        static,
        paper_files,
        post_build,
        locale=locale,
        markdown_texts=MarkdownTemplates(TEMPLATES, contents.graph),
    )
    assert problems.all == []
    return site


@cache
def real_site(base_url: str | None = None) -> Site:
    """The site of the content of this project, which must have no error; one for all tests."""
    problems = ProblemLog()
    site = plan_site(PROJECT, problems, base_url)
    assert site and problems.errors == []
    return site


def rendered(
    series: Series, base_url: str | None = None, static: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The HTML of every page by its route."""
    site = planned(series, static, base_url)
    renderer = Renderer(TEMPLATES, site, static_files())
    return {page.route: renderer.page(page).decode() for page in site.pages}


def exported(
    series: Series,
    base_url: str | None = None,
    static: Mapping[str, str] | None = None,
    paper_files: Iterable[PaperFile] = (),
) -> Mapping[str, str]:
    """The text of every machine-readable file by its route, made when it is asked for; pictures are none."""
    site = planned(series, static, base_url, paper_files)
    return _Exported(site, {file.route: file for file in site.files if file.export.name != "share-card"})


class _Exported(Mapping[str, str]):
    def __init__(self, site: Site, files: Mapping[str, File]) -> None:
        self._site, self._files, self._made = site, files, dict[str, str]()

    def __getitem__(self, route: str) -> str:
        if route not in self._made:
            file = self._files[route]
            self._made[route] = file.export.body(self._site, file.subject).decode()
        return self._made[route]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def write_site(series: Series, folder: Path, locale: Locale | None = None) -> None:
    """Write every page, static file and export of a series, as a host would have them."""
    assets = themed(static_files(), series.theme)
    site = planned(series, locale=locale)
    renderer = Renderer(TEMPLATES, site, assets)
    bodies = {page.file: renderer.page(page) for page in site.pages}
    bodies |= {asset.path: asset.body for asset in assets.files.values()}
    bodies |= {file.route: file.export.body(site, file.subject) for file in site.files}
    for path, body in bodies.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)


def published(project: Path, content: Mapping[str, str]) -> Path:
    """The published folder of a project with these files below content/, in which nothing is an error."""
    for name, text in content.items():
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    build(project, project / "_site", problems)
    assert problems.errors == []
    return project / "_site"


def shown(html: str, selector: str) -> list[str]:
    """The text of each element that a CSS selector finds, white space squeezed."""
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def links(html: str, selector: str = "a") -> dict[str, str]:
    """The target of each link by its text."""
    found = LexborHTMLParser(html).css(selector)
    return {" ".join(node.text().split()): node.attributes["href"] or "" for node in found}


def by(*names: str) -> tuple[Authorship, ...]:
    """A byline of these names."""
    return tuple(Authorship(name=name) for name in names)


def warns_of_examples_alone(output: str) -> bool:
    """Whether a check that said this has no error, and warns of nothing but what is still an example."""
    codes = set(re.findall(r" warning: .* \[([a-z-]+)\]$", output, re.MULTILINE))
    return " 0 errors, " in output and " error: " not in output and codes <= {"example-text"}
