"""Scripts are ES modules: what one imports by a relative name, it imports by the published name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.assets.asset import Asset, beside, fingerprinted, read_source
from site_gen.problems import Place, ProblemLog

_IMPORT = re.compile(
    r"""(?P<before>\b(?:from\s*|import\s*\(?\s*))(?P<quote>["'])(?P<target>\.{1,2}/[^"'\n]+)(?P=quote)"""
)


@dataclass(frozen=True, slots=True)
class Scripts:
    """The modules among static files. A module's fingerprint is also that of all that it imports, so
    modules that import each other in a circle can have none: that is a problem."""

    files: Mapping[str, Path]
    problems: ProblemLog
    _made: dict[str, Asset] = field(default_factory=dict)

    def asset(self, name: str, importers: tuple[str, ...] = ()) -> Asset:
        """A module whose imports name published files."""
        if name not in self._made:
            source = read_source(f"static/{name}", self.files[name], self.problems)
            text = _IMPORT.sub(lambda found: self._import(found, (*importers, name)), source)
            self._made[name] = fingerprinted(name, self.files[name], text.encode())
        return self._made[name]

    def _import(self, found: re.Match[str], chain: tuple[str, ...]) -> str:
        name = chain[-1]
        target = beside(name, found["target"])
        if target not in self.files:
            self._note(found, name, f"there is no script '{found['target']}' to import here")
            return found[0]
        if target in chain:
            self._note(found, name, f"'{found['target']}' imports this script in turn")
            return found[0]
        published = self.asset(target, chain).path
        path = posixpath.relpath(published, posixpath.dirname(f"assets/{name}"))
        path = path if path.startswith("../") else f"./{path}"
        return f"{found['before']}{found['quote']}{path}{found['quote']}"

    def _note(self, found: re.Match[str], name: str, what: str) -> None:
        line = found.string.count("\n", 0, found.start()) + 1
        self.problems.error("no-asset", what, Place(f"static/{name}", line))
