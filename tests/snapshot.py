"""What a change of the program changes in what it publishes.

    python -m tests.snapshot save DIR       before the change: build and keep both sites in DIR, a new folder
    python -m tests.snapshot compare DIR    after it: build them again, and print what differs

Built are this project and a large made-up conference (tests/large_conference.py; `--papers N`, which is kept
with DIR, makes it smaller; 0 leaves it out). Files that came, went or changed are counted by kind of file,
with the first lines that differ for one of each kind; `--all` names every file. The exit status is 1 where
anything differs.
"""

from __future__ import annotations

import argparse
import difflib
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from site_gen.content import write_files
from tests.large_conference import PAPERS, large_conference

ROOT = Path(__file__).parents[1]
MANY = 6  # folders in one
SHOWN_LINES = 12
WIDTH = 200  # characters of a line that is shown


def main() -> int:
    """Save or compare; 1 where something differs."""
    options = _read_options()
    if options.command == "save":
        options.folder.mkdir(parents=True)
        (options.folder / "papers").write_text(str(options.papers), encoding="utf-8")
        build_sites(options.folder, options.papers)
        return 0
    papers = int((options.folder / "papers").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="snapshot-") as now:
        build_sites(Path(now), papers)
        sites = sorted(site.name for site in Path(now).iterdir() if (site / "_site").is_dir())
        found = {name: compare(options.folder / name / "_site", Path(now) / name / "_site") for name in sites}
        for name, differences in found.items():
            print(f"{name}: {'the same' if not differences else ''}")
            _print(differences, every=options.all)
        return int(any(found.values()))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.snapshot", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("command", choices=("save", "compare"))
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--papers", type=int, default=PAPERS, help="of the large conference, when saving")
    parser.add_argument("--all", action="store_true", help="name every file that differs")
    return parser.parse_args()


def build_sites(folder: Path, papers: int) -> None:
    """Build the real site and the large conference into `folder`; only what they publish stays."""
    for name in ("content", "templates", "static"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / "real" / name)
    if papers:
        write_files(folder / "large", dict(large_conference(papers)))
    for project in sorted(path for path in folder.iterdir() if path.is_dir()):
        command = [sys.executable, str(ROOT / "build.py"), "build", "--project", str(project)]
        subprocess.run(command, check=True)
        for inside in project.iterdir():
            if inside.name != "_site":
                shutil.rmtree(inside)


Differences = Mapping[tuple[str, str], list[tuple[str, list[str]]]]
"""What happened ("added", "removed", "changed") to which kind of file → files, with lines that changed."""


def compare(before: Path, after: Path) -> Differences:
    """The files of two published folders that differ."""
    found: dict[tuple[str, str], list[tuple[str, list[str]]]] = defaultdict(list)
    old, new = _files(before), _files(after)
    crowded = _crowded([*old, *new])
    for path in sorted(old.keys() | new.keys()):
        if path not in old or path not in new:
            found["added" if path in new else "removed", _kind_of(path, crowded)].append((path, []))
        elif (was := old[path].read_bytes()) != (now := new[path].read_bytes()):
            found["changed", _kind_of(path, crowded)].append((path, _lines(was, now)))
    return found


def _files(folder: Path) -> dict[str, Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


def _crowded(files: Iterable[str]) -> frozenset[str]:
    """The folders that hold many folders, as `2026/papers`: their names are those of entities."""
    folders = {parent for file in files for parent in PurePosixPath(file).parents}
    counts = Counter(str(folder.parent) for folder in folders)
    # The root and an edition hold many folders too, but each of another kind.
    return frozenset(
        folder for folder, count in counts.items() if count >= MANY and folder != "." and not folder.isdigit()
    )


def _kind_of(path: str, crowded: frozenset[str]) -> str:
    """The kind of a published file: its path with a star for each entity, as `2026/papers/*/*.bib`."""
    file = PurePosixPath(path)
    parents = [*reversed(file.parents)][1:]
    names = ["*" if str(folder.parent) in crowded else folder.name for folder in parents]
    is_named_alike = file.stem == "index" or not names
    return "/".join([*names, file.name if is_named_alike else f"*{file.suffix}"])


def _lines(was: bytes, now: bytes) -> list[str]:
    try:
        old, new = was.decode().splitlines(), now.decode().splitlines()
    except UnicodeDecodeError:
        return [f"{len(was)} bytes, now {len(now)}"]
    lines = difflib.unified_diff(old, new, lineterm="", n=0)
    return [line[:WIDTH] for line, _ in zip(lines, range(SHOWN_LINES + 2), strict=False)][2:]


def _print(differences: Differences, *, every: bool) -> None:
    for (what, kind), files in sorted(differences.items()):
        print(f"  {what} {len(files)}: {kind}")
        for path, lines in files if every else files[:1]:
            print(f"    {path}")
            for line in lines:
                print(f"      {line}")


if __name__ == "__main__":
    sys.exit(main())
