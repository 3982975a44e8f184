"""Static files: the project's over the built-in ones, under names that change with their content.

`static/site.css` becomes one file with all that it imports; what lies in `static/css/` is published only
that way. Scripts (`.js`) are ES modules, and import each other by their published names; those that a page
needs together are published as one file. What lies in `static/root/` is published at the root of the site
under its own name (favicon.ico, .well-known/…). Hidden files and what editors leave behind are never
published.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from site_gen.assets.asset import ROOT, Asset, fingerprinted
from site_gen.assets.odd_files import may_be_followed, report_odd_files, report_odd_templates
from site_gen.assets.root_files import report_not_at_top
from site_gen.assets.scripts import Scripts
from site_gen.assets.style_sheets import StyleSheets, compact
from site_gen.assets.theme import theme_sheet
from site_gen.assets.withheld import is_withheld, report_withheld
from site_gen.conference import Theme
from site_gen.conference.theme import theme_file
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

__all__ = ["Asset", "Assets", "Larger", "built_in", "collect", "themed"]

_SHEET = "site.css"
_CSS_PARTS = "css/"


@dataclass(frozen=True, slots=True)
class Larger:
    """The path of a picture for denser screens, and how much denser: "2x"."""

    path: str
    density: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All static files that are published, by name, sorted; `sheets` has the style sheets to join, too.

    `larger` has for the name of a picture the same one for denser screens, `sizes` for the path of one that
    was resized its width and height.
    """

    files: Mapping[str, Asset]
    larger: Mapping[str, Larger] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    sheets: StyleSheets | None = None

    @property
    def paths(self) -> dict[str, str]:
        """The path in the site of each file by its name; a file of root/ has its published name."""
        return {name.removeprefix(ROOT): asset.path for name, asset in self.files.items()}

    @property
    def names(self) -> frozenset[str]:
        """What content may name: the static files that are published, and the style sheets."""
        return frozenset([*self.paths, *(self.sheets.names if self.sheets else ())])

    def sheet(self, name: str) -> str:
        """A style sheet as part of the published one; empty where there is none, which is told elsewhere."""
        if self.sheets is None or name not in self.sheets.names:
            return ""
        return compact(self.sheets.text(name, (_SHEET,)))


def built_in(folder: str) -> Path:
    """A folder of ours ("templates", "static"): inside the package in a wheel, beside it in a clone."""
    package = Path(__file__).parents[1]
    packed = package / "_builtin" / folder
    return packed if packed.is_dir() else package.parent / folder


def collect(project: Path, problems: ProblemLog) -> Assets:
    """Find and fingerprint the static files of a project; what is wrong is noted and left out."""
    found: dict[str, Path] = {}
    report_odd_files(project, "static", problems)
    report_odd_templates(project, problems)
    report_not_at_top(project, problems)
    if (project / "static").resolve() != built_in("static").resolve():
        found |= _walk(built_in("static"), None, problems)
    found |= _walk(project / "static", project, problems)
    made = {name for name in found if name.endswith((".css", ".js")) and not name.startswith(ROOT)}
    assets = {name: fingerprinted(name, found[name]) for name in sorted(found.keys() - made)}
    scripts = Scripts(found, problems)
    modules = (scripts.asset(name) for name in sorted(made) if name.endswith(".js"))
    assets |= {module.name: module for module in modules}
    sheets = StyleSheets(found, assets, problems)
    for name in sorted(made):
        if name.endswith(".css") and not name.startswith(_CSS_PARTS):
            assets[name] = fingerprinted(name, found[name], compact(sheets.text(name)).encode())
    return Assets(dict(sorted(assets.items())), sheets=sheets)


def themed(assets: Assets, theme: Theme) -> Assets:
    """The static files with the theme of a site in its style sheet."""
    sheet = assets.files.get(_SHEET)
    if not sheet:
        return assets
    named = assets.sheet(theme_file(theme.name)) if theme.name else ""
    own = assets.sheet(theme.css) if theme.css else ""
    last = f"@layer own {{\n{own}}}\n" if own else ""
    added = (named + theme_sheet(theme, assets.paths, sheet.path) + last).encode()
    if not added:
        return assets
    files = {**assets.files, _SHEET: fingerprinted(_SHEET, sheet.file, sheet.body + added)}
    return replace(assets, files=files)


def _walk(folder: Path, project: Path | None, problems: ProblemLog) -> Iterator[tuple[str, Path]]:
    """The files of a folder by name; what is not for the public is noted and left out."""
    withheld = []
    for parent, folders, files in os.walk(folder):
        hidden = [each for each in folders if is_withheld(each)]
        withheld += [f"{Path(parent, each).relative_to(folder).as_posix()}/" for each in hidden]
        folders[:] = [each for each in folders if each not in hidden]
        for name in sorted(files):
            path = Path(parent, name)
            inside = path.relative_to(folder).as_posix()
            if is_withheld(name):
                withheld.append(inside)
            elif path.is_file() and (project is None or may_be_followed(path, project)):
                yield inside, path
    if project:
        report_withheld(withheld, problems)
