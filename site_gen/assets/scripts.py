"""Scripts are ES modules: what one imports by a relative name, it imports by the published name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from site_gen.assets.asset import Asset, beside, fingerprinted, read_source
from site_gen.assets.script_groups import (
    enclosed,
    group_of,
    imports_of,
    is_plain,
    members_of,
    taken,
    variable,
    with_imports,
)
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Scripts:
    """The modules among static files. A module's fingerprint is also that of all that it imports, so
    modules that import each other in a circle can have none: that is a problem."""

    files: Mapping[str, Path]
    problems: ProblemLog
    _made: dict[str, Asset] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def asset(self, name: str, importers: tuple[str, ...] = ()) -> Asset:
        """The published file that holds a module; its imports name published files."""
        own = self._holder(name)
        if own not in self._made:
            members = self._members(own)
            chain = (*importers, own)
            text = self._joined(members, chain) if members else _Module(self, name, chain).alone()
            self._made[own] = fingerprinted(own, self.files[name], text.encode())
        return self._made[own]

    def source(self, name: str) -> str:
        """The text of a module as it lies in static/."""
        if name not in self._sources:
            self._sources[name] = read_source(f"static/{name}", self.files[name], self.problems)
        return self._sources[name]

    def _holder(self, name: str) -> str:
        group = group_of(name)
        return group if name in self._members(group) else name

    def _members(self, group: str) -> tuple[str, ...]:
        """The modules that are published as one file; none where there would be only one, or where a file
        that is not of the group has its name."""
        if group not in self._groups:
            there = (each for each in members_of(group) if each in self.files)
            plain = tuple(each for each in there if is_plain(self.source(each)))
            is_free = group not in self.files or group in plain
            self._groups[group] = plain if is_free and len(plain) > 1 else ()
        return self._groups[group]

    def _joined(self, members: tuple[str, ...], chain: tuple[str, ...]) -> str:
        """A group as one file: first what it imports, then each module after those that it imports."""
        imports: dict[str, None] = {}
        bodies: dict[str, str] = {}

        def add(name: str, above: tuple[str, ...]) -> None:
            module = _Module(self, name, chain)
            for found in imports_of(self.source(name)):
                target = beside(name, found["target1"] or "")
                if target in above:
                    module.note(found, f"'{found['target1']}' imports this script in turn")
                elif target in members and target not in bodies:
                    add(target, (*above, name))
            bodies[name] = enclosed(name, with_imports(self.source(name), module.in_group(members, imports)))

        for name in members:
            if name not in bodies:
                add(name, ())
        exported = ", ".join(variable(name) for name in bodies)
        return "".join([*imports, *bodies.values(), f"export {{ {exported} }};\n"])

    def way(self, target: str, chain: tuple[str, ...]) -> tuple[str, bool]:
        """The relative address of the file that holds a module, from the last of a chain; and whether it
        holds others too."""
        published = self.asset(target, chain).path
        path = posixpath.relpath(published, posixpath.dirname(f"assets/{chain[-1]}"))
        return path if path.startswith("../") else f"./{path}", bool(self._members(self._holder(target)))

    def is_above(self, target: str, chain: tuple[str, ...]) -> bool:
        """Whether a module is held by a file that imports this one."""
        return self._holder(target) in chain


@dataclass(frozen=True, slots=True)
class _Module:
    """A module on the way to its published file, the last of a chain of files that import each other."""

    scripts: Scripts
    name: str
    chain: tuple[str, ...]

    def alone(self) -> str:
        """Its text as a file of its own."""
        return with_imports(self.scripts.source(self.name), self._imported)

    def in_group(self, members: tuple[str, ...], imports: dict[str, None]) -> Callable[[re.Match[str]], str]:
        """What takes the place of an import in a group of these members; what the group imports for it is
        noted among its imports."""

        def replaced(found: re.Match[str]) -> str:
            target = beside(self.name, _target(found))
            if found["target2"] and target in members:
                return f"Promise.resolve({variable(target)})"
            if not found["target1"]:
                return self._imported(found)
            if target not in members and self._is_there(found):
                path, is_group = self.scripts.way(target, self.chain)
                what = f"{{ {variable(target)} }}" if is_group else f"* as {variable(target)}"
                imports[f'import {what} from "{path}";\n'] = None
            return taken(found, target)

        return replaced

    def _imported(self, found: re.Match[str]) -> str:
        """An import by the published name."""
        if not self._is_there(found):
            return found[0]
        target = beside(self.name, _target(found))
        path, is_group = self.scripts.way(target, self.chain)
        named = found[0].replace(_target(found), path)
        if not is_group:
            return named
        if found["target2"]:
            return f"{named}.then((each) => each.{variable(target)})"
        if found["target3"]:
            self.note(found, f"'{_target(found)}' is published with others: import its names in braces")
            return named
        return f'import {{ {variable(target)} }} from "{path}"; {taken(found, target)}'.strip()

    def _is_there(self, found: re.Match[str]) -> bool:
        """Whether an import names a script that does not import this one; else that is noted."""
        target = beside(self.name, _target(found))
        if target not in self.scripts.files:
            self.note(found, f"there is no script '{_target(found)}' to import here")
        elif self.scripts.is_above(target, self.chain):
            self.note(found, f"'{_target(found)}' imports this script in turn")
        else:
            return True
        return False

    def note(self, found: re.Match[str], what: str) -> None:
        """A problem at an import."""
        line = found.string.count("\n", 0, found.start()) + 1
        self.scripts.problems.error("no-asset", what, Place(f"static/{self.name}", line))


def _target(found: re.Match[str]) -> str:
    """The module that an import names."""
    return found["target1"] or found["target2"] or found["target3"]
