"""Scripts that pages need together are published as one file, in which each stays a module of its own.

There a module is a function that is called at once and returns what it exports:
`const $store = (() => { …; return { keep, read }; })();`. This is done for modules that say in the plain way
what they import and export, as ours do: `import { a, b as c } from "./x.js";`, `export const …`,
`export { A };`. Any other one is published alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

# A module that others load only when they need it stands in no group with those.
_GROUPS = {
    "js/shared.js": (
        "root",
        "store",
        "language",
        "elements",
        "announce",
        "hours",
        "starred",
        "caches",
        "digest",
    ),
    "js/day.js": ("schedule", "filters", "now"),
    "js/site.js": ("search-key", "fresh", "offline", "site"),
    "js/my-lines.js": ("clashes", "lines", "my-list"),
    "js/my.js": ("share", "notes", "my-changed", "my"),
    "js/search.js": ("search-index", "search-match", "search-load", "search-rank", "search-show", "search"),
}
_GROUP_OF = {f"js/{member}.js": group for group, members in _GROUPS.items() for member in members}

_TARGET = r"""(?P<quote{0}>["'])(?P<target{0}>\.{{1,2}}/[^"'\n]+)(?P=quote{0})"""
_STATIC = r"^import\s*(?:\{(?P<names>[^}]*)\}\s*from\s*)?" + _TARGET.format(1) + ";?"
# A static import, `import(…)` for later, and whatever else names a module, as `export … from`.
_IMPORT = re.compile(
    rf"{_STATIC}|\bimport\s*\(\s*{_TARGET.format(2)}\s*\)|\b(?:from|import)\s*{_TARGET.format(3)}",
    re.MULTILINE,
)
_PLAIN_IMPORT = re.compile(_STATIC, re.MULTILINE)
_DECLARED = re.compile(
    r"^export\s+(?=(?:const|let|class|async\s+function|function)\s+(?P<name>[\w$]+))", re.MULTILINE
)
_LISTED = re.compile(r"^export\s*\{(?P<names>[^}]*)\};?(?!\s*from)", re.MULTILINE)
_OTHERWISE = re.compile(r"^(?:import\b(?!\s*\()|export\b|(?:[^\s/].*)?\bawait\b)", re.MULTILINE)


def group_of(name: str) -> str:
    """The group that a module belongs to, by the name of its file; else its own name."""
    return _GROUP_OF.get(name, name)


def members_of(group: str) -> tuple[str, ...]:
    """The modules of a group; none where there is no such group."""
    return tuple(f"js/{member}.js" for member in _GROUPS.get(group, ()))


@lru_cache(maxsize=256)
def imports_of(source: str) -> tuple[re.Match[str], ...]:
    """The imports of a module, in their order."""
    return tuple(_IMPORT.finditer(source))


def with_imports(source: str, made: Callable[[re.Match[str]], str]) -> str:
    """A module with something else in the place of each import."""
    parts, end = [], 0
    for found in imports_of(source):
        parts += [source[end : found.start()], made(found)]
        end = found.end()
    return "".join([*parts, source[end:]])


@lru_cache(maxsize=256)
def is_plain(source: str) -> bool:
    """Whether a module can stand in a group."""
    return not _OTHERWISE.search(_LISTED.sub("", _DECLARED.sub("", _PLAIN_IMPORT.sub("", source))))


def variable(name: str) -> str:
    """What holds the exports of a module: `$search_key`."""
    return "$" + re.sub(r"\W", "_", posixpath.splitext(posixpath.basename(name))[0])


def taken(found: re.Match[str], module: str) -> str:
    """What a static import takes from a module that is held by its variable."""
    names = re.sub(r"\s+as\s+", ": ", " ".join((found["names"] or "").split())).strip(" ,")
    return f"const {{ {names} }} = {variable(module)};" if names else ""


@lru_cache(maxsize=256)
def enclosed(name: str, body: str) -> str:
    """A module whose imports are done as a function that is called at once."""
    listed = [each for found in _LISTED.finditer(body) for each in _returned(found["names"])]
    exported = ", ".join([*(found["name"] for found in _DECLARED.finditer(body)), *listed])
    body = _LISTED.sub("", _DECLARED.sub("", body)).strip()
    return f"const {variable(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def _returned(names: str) -> Iterator[str]:
    """`A, b as c` as members of an object: `A`, `c: b`."""
    for each in filter(None, (part.strip() for part in names.split(","))):
        own, _, other = each.partition(" as ")
        yield f"{other.strip()}: {own.strip()}" if other else own
