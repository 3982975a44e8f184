"""Who may import whom in `site_gen`, and who may print: the floors of the design, held by its imports."""

from __future__ import annotations

import ast
import filecmp
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SITE_GEN = Path(__file__).parent.parent / "site_gen"
LONGEST_MODULE = 300

# The floors from the lowest up, cut where the rooms of one floor have an order. A room is a module or a
# package; it imports from what is lower, never from its own row.
FLOORS = (
    "values",
    "problems text graphics",
    "graph workers",
    "conference locale",
    "content markup assets analysis",
    "ingest.facts ingest.unknown_columns site",
    "ingest.edition_records",
    "ingest.records cards origins",
    "ingest.record_changes",
    "ingest.known ingest.reading ingest.reading.texts writers",
    "ingest.reading.times",
    "ingest.reading.columns",
    "ingest.reading.people",
    "ingest.reading.metadata",
    "ingest.reading.titles",
    "ingest.reading.entries",
    "ingest.reading.tables",
    "ingest.reading.objects",
    "ingest.reading.files",
    "ingest.reading.programmes",
    "ingest.cleaned ingest.formats ingest.plausible frame",
    "ingest.link ingest.list_beside ingest.reading_cache ingest.remembered ingest.source_files ingest.unlike"
    " ingest.prepared",
    "ingest.editions ingest.documents_beside",
    "ingest.documents ingest.private",
    "ingest.assemble ingest.left_out ingest.submitted_files render kinds",
    "ingest.merge exports",
    "ingest.report ingest.added ingest.known_content publish",
    "ingest.edition_ingest ingest.outcome",
    "ingest",
    "planning",
    "build",
    "check explain changes fetch scaffold preview deploy",
    "app",
    "__main__",
)
HEIGHTS = {room: height for height, row in enumerate(FLOORS) for room in row.split()} | {"": -1}

# What never meets, whatever the rows say: ingest knows nothing of pages, and `site` lists what others loaded.
APART = (
    {"ingest", "cards"},
    {"ingest", "origins"},
    {"ingest", "writers"},
    {"ingest", "frame"},
    {"ingest", "kinds"},
    {"ingest", "exports"},
    {"site", "content"},
    {"site", "assets"},
    {"site", "analysis"},
)

# Packages of families (a folder or a module each) that do not know each other: only the `__init__`, which
# holds their tuple, imports them. What families share is in a room below.
REGISTERS = ("ingest.formats", "kinds", "exports")

# Third-party packages and the rooms that may import them.
IMPORTERS = {
    "anyascii": "text",
    "babel": "locale",
    "bibtexparser": "ingest.formats",
    "fontTools": "graphics",
    "jinja2": "render",
    "latex2mathml": "markup",
    "livereload": "preview",
    "markdown_it": "markup",
    "markupsafe": "render markup cards frame kinds",
    "mdit_py_plugins": "markup",
    "PIL": "graphics",
    "pydantic": "content",
    "pydantic_core": "content",
    "pylatexenc": "ingest.reading.texts",
    "python_calamine": "ingest.reading.files",
    "rapidfuzz": "ingest.link",
    "resvg_py": "graphics",
    "tornado": "preview",
    "watchfiles": "preview",
    "yaml": "content",
}
PRINTERS = ("app", "__main__")


def breaches(folder: Path) -> list[str]:
    """What the modules in `folder` do against the floors, each as "file:line: what".

    Of a copy of the program those are asked that differ from ours, which another test asks.
    """
    modules = {_name(path.relative_to(folder)): path for path in sorted(folder.rglob("*.py"))}
    return [
        f"{path.relative_to(folder).as_posix()}:{line}: {what}"
        for module, path in modules.items()
        if folder == SITE_GEN or _differs(path, SITE_GEN / path.relative_to(folder))
        for line, what in sorted(_module_breaches(module, path, modules))
    ]


def _differs(path: Path, ours: Path) -> bool:
    return not ours.is_file() or not filecmp.cmp(path, ours)


def _name(path: Path) -> str:
    """A module's name inside `site_gen`, which is itself the empty one: "ingest.formats.bibtex"."""
    return ".".join(path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts)


def _module_breaches(module: str, path: Path, modules: dict[str, Path]) -> Iterator[tuple[int, str]]:
    source, room = path.read_text(encoding="utf-8"), _room(module)
    if (length := len(source.splitlines())) > LONGEST_MODULE:
        yield length, f"is longer than {LONGEST_MODULE} lines"
    if room is None:
        yield 1, "is on no floor"
        return
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found = (_import_breach(module, room, target) for target in _targets(node, package, modules))
            yield from ((node.lineno, what) for what in found if what)
        elif isinstance(node, ast.Name | ast.Attribute) and _prints(node) and room not in PRINTERS:
            yield node.lineno, "prints, which is for app"


def _room(module: str) -> str | None:
    """The room that a module belongs to; in a package that is cut into rooms, only `__init__` is its own."""
    while module not in HEIGHTS:
        module = module.rpartition(".")[0]
        if not module or any(room.startswith(f"{module}.") for room in HEIGHTS):
            return None
    return module


def _targets(node: ast.Import | ast.ImportFrom, package: str, modules: dict[str, Path]) -> list[str]:
    """The full names of the modules that a statement imports; of a function, the module that holds it."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    parents = f"site_gen.{package}".rstrip(".").split(".")
    start = parents[: len(parents) - node.level + 1] if node.level else []
    base = ".".join([*start, node.module] if node.module else start)
    names = [f"{base}.{alias.name}" for alias in node.names]
    return [name if name.removeprefix("site_gen.") in modules else base for name in names]


def _import_breach(module: str, room: str, target: str) -> str:
    """What is wrong with this import; empty when nothing is."""
    package, _, name = target.partition(".")
    if package != "site_gen":
        allowed = package in sys.stdlib_module_names or room in IMPORTERS.get(package, "").split()
        return "" if allowed else f"imports {package}, which is for {IMPORTERS.get(package, 'no room')}"
    other = _room(name)
    if other == room:
        siblings = room in REGISTERS and module != room and not _are_kin(room, module, name)
        return f"imports its sibling {target}" if siblings else ""
    if other is None or HEIGHTS[other] >= HEIGHTS[room] or _wings(room, other) in APART:
        return f"imports {target}, which is not below it"
    return f"imports {target} past its __init__" if other in REGISTERS and name != other else ""


def _are_kin(room: str, module: str, name: str) -> bool:
    """Whether two modules of a register are of one family."""
    family, other = (each.removeprefix(f"{room}.").partition(".")[0] for each in (module, name))
    return other == family


def _wings(*rooms: str) -> set[str]:
    return {room.partition(".")[0] for room in rooms}


def _prints(node: ast.expr) -> bool:
    return ast.unparse(node) in ("print", "sys.stdout.write", "sys.stderr.write")


def test_every_module_keeps_to_its_floor() -> None:
    assert breaches(SITE_GEN) == []


def building(folder: Path, file: str, source: str) -> Path:
    """A small `site_gen` with every room, and one file in it with this source."""
    packages = {*REGISTERS, "ingest", "content", "text", "conference"}
    rooms = [room.replace(".", "/") + ("/__init__" if room in packages else "") for room in HEIGHTS if room]
    modules = (
        "content/dates", "conference/people", "kinds/paper/kind", "kinds/author/kind",
        "ingest/formats/bibtex", "exports/bundles/packs", "exports/calendar/days",
    )  # fmt: skip
    for name in ("__init__", *rooms, *modules):
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (folder / file).write_text(source, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("site.py", "from site_gen.conference import people\nfrom site_gen import __version__, text"),
        ("content/places.py", "import yaml\nfrom .dates import day\nfrom site_gen.content import dates"),
        ("ingest/merge.py", "from . import records, link\nfrom ..text import slug\nimport json, os.path"),
        (
            "ingest/__init__.py",
            "from site_gen.ingest.formats import SOURCE_FORMATS\nfrom .merge import merge",
        ),
        ("kinds/__init__.py", "from site_gen.kinds.paper import kind\nfrom .author.kind import AUTHOR"),
        ("kinds/paper/view.py", "from site_gen.cards import card\nfrom .kind import small"),
        ("kinds/paper/view.py", '"""It prints nothing: print()."""\nfootprint = 1'),
        ("app.py", "from .kinds import KINDS\nprint(1)"),
        ("text/__init__.py", "\n" * 300),
    ],
)
def test_what_the_floors_allow_is_not_reported(tmp_path: Path, file: str, source: str) -> None:
    assert breaches(building(tmp_path, file, source)) == []


@pytest.mark.parametrize(
    ("file", "source", "breach"),
    [
        ("locale.py", "import site_gen.render", "1: imports site_gen.render, which is not below it"),
        ("locale.py", "from site_gen import render", "1: imports site_gen.render, which is not below it"),
        ("locale.py", "from .render import page", "1: imports site_gen.render, which is not below it"),
        (
            "locale.py",
            "from . import text, conference",
            "1: imports site_gen.conference, which is not below it",
        ),
        ("locale.py", "def f():\n    import site_gen.app", "2: imports site_gen.app, which is not below it"),
        (
            "cards.py",
            "if TYPE_CHECKING:\n    from .kinds import x",
            "2: imports site_gen.kinds, which is not below it",
        ),
        ("content/places.py", "from .. import assets", "1: imports site_gen.assets, which is not below it"),
        (
            "site.py",
            "from site_gen.content import load",
            "1: imports site_gen.content, which is not below it",
        ),
        (
            "ingest/records.py",
            "from .link import x",
            "1: imports site_gen.ingest.link, which is not below it",
        ),
        ("ingest/merge.py", "from . import MERGE", "1: imports site_gen.ingest, which is not below it"),
        ("ingest/merge.py", "from ..cards import card", "1: imports site_gen.cards, which is not below it"),
        (
            "exports/feed.py",
            "from ..ingest import records",
            "1: imports site_gen.ingest.records, which is not below it",
        ),
        (
            "kinds/author/view.py",
            "from ..paper.kind import PAPER",
            "1: imports its sibling site_gen.kinds.paper.kind",
        ),
        (
            "exports/calendar/all.py",
            "from ..bundles.packs import PACKS",
            "1: imports its sibling site_gen.exports.bundles.packs",
        ),
        ("kinds/author/view.py", "from .. import KINDS", "1: imports its sibling site_gen.kinds"),
        (
            "app.py",
            "from .kinds.paper.kind import PAPER",
            "1: imports site_gen.kinds.paper.kind past its __init__",
        ),
        ("render.py", "import yaml", "1: imports yaml, which is for content"),
        ("render.py", "from requests import get", "1: imports requests, which is for no room"),
        ("publish.py", "x = 1\nprint(x)", "2: prints, which is for app"),
        ("publish.py", "sys.stdout.write(x)", "1: prints, which is for app"),
        ("helpers.py", "", "1: is on no floor"),
        ("ingest/helpers.py", "", "1: is on no floor"),
        ("text/__init__.py", "\n" * 301, "301: is longer than 300 lines"),
    ],
)
def test_a_breach_is_reported_with_its_line(tmp_path: Path, file: str, source: str, breach: str) -> None:
    assert breaches(building(tmp_path, file, source)) == [f"{file}:{breach}"]
