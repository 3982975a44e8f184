"""Style sheets become one: `@import url("css/x.css") layer(x);` is replaced by the file that it names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from site_gen.assets.asset import Asset, beside, read_source
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_ADDRESS = re.compile(
    r"""(?P<imports>@import\s+)?url\(\s*["']?(?P<target>[^"')]+)["']?\s*\)"""
    r"""(?(imports)\s*(?:layer\((?P<layer>[\w.-]+)\))?\s*;)"""
)
_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*(?!!).*?\*/""", re.DOTALL)
_INDENTATION = re.compile(r"\n\s+")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#|/)", re.IGNORECASE)


@lru_cache(maxsize=16)
def compact(sheet: str) -> str:
    """A style sheet without indentation and comments, which are for its authors; licences, /*!, stay."""
    return _INDENTATION.sub("\n", _COMMENT.sub(lambda found: found[1] or "", sheet)).lstrip()


@dataclass(frozen=True, slots=True)
class StyleSheets:
    """Joins style sheets; `files` are all static files, `assets` those that have their path already."""

    files: Mapping[str, Path]
    assets: Mapping[str, Asset]
    problems: ProblemLog

    @property
    def names(self) -> frozenset[str]:
        """The names of all style sheets."""
        return frozenset(name for name in self.files if name.endswith(".css"))

    def text(self, name: str, importers: tuple[str, ...] = ()) -> str:
        """A style sheet with what it imports, its addresses pointing to published files."""
        chain = (*importers, name)

        def replaced(found: re.Match[str]) -> str:
            return self._imported(found, chain) if found["imports"] else self._address(found, chain)

        return _ADDRESS.sub(replaced, read_source(f"static/{name}", self.files[name], self.problems))

    def _imported(self, found: re.Match[str], chain: tuple[str, ...]) -> str:
        part = beside(chain[-1], found["target"])
        if part not in self.files or part in chain:
            self._note(found, chain[-1], f"there is no style sheet '{found['target']}' to import here")
            return ""
        text = self.text(part, chain).strip()
        return f"@layer {found['layer']} {{\n{text}\n}}" if found["layer"] else text

    def _address(self, found: re.Match[str], chain: tuple[str, ...]) -> str:
        """The address of a file as the published style sheet needs it; one elsewhere stays."""
        target, mark, fragment = found["target"].partition("#")
        if _ELSEWHERE.match(found["target"]):
            return found[0]
        asset = self.assets.get(beside(chain[-1], target))
        if asset is None:
            self._note(found, chain[-1], f"there is no file '{found['target']}'")
            return found[0]
        folder = posixpath.dirname(f"assets/{chain[0]}")
        return f'url("{posixpath.relpath(asset.path, folder)}{mark}{fragment}")'

    def _note(self, found: re.Match[str], name: str, what: str) -> None:
        line = found.string.count("\n", 0, found.start()) + 1
        self.problems.error("no-asset", what, Place(f"static/{name}", line))
