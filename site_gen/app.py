"""The command line: commands, options and exit statuses. The only module that prints."""

from __future__ import annotations

import signal
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from site_gen import __version__
from site_gen.problems import ExitStatus, ProblemLog, Stop, printable
from site_gen.text import counted

# Everything else is imported by the command that needs it: a build without changes needs little.


def main(arguments: Sequence[str] | None = None, *, project: Path | None = None) -> int:
    """Run a command on the project that `--project` names, else `project`, else the nearest parent
    folder with content/site.yaml. Returns the exit status; a problem is printed, never raised."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        options = _options(sys.argv[1:] if arguments is None else arguments, project)
        return int(options.run(options))
    except Stop as stop:
        print(f"plenary: {printable(str(stop))}", file=sys.stderr)
        if stop.hint:
            print(f"    hint: {printable(stop.hint)}", file=sys.stderr)
        return stop.status
    except KeyboardInterrupt:
        print("plenary: interrupted; nothing was published", file=sys.stderr)
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        return ExitStatus.OK


def _ingest_and_build(options: Namespace) -> int:
    options.files = []
    return _ingest(options) or _build(options)


def _ingest(options: Namespace) -> int:
    """Source documents → content/."""
    from site_gen.ingest import ingest

    problems = ProblemLog()
    ingested = ingest(options.project, problems, [_inside(options.project, file) for file in options.files])
    for source in ingested.sources:
        print(printable(f"{source.reading.document.path}: {source.said}"))
    for change in ingested.changes:
        print(printable(str(change)))
    return _end(problems, options.strict, f"{ingested.summary} → content/")


def _build(options: Namespace) -> int:
    """content/ → the published folder."""
    from site_gen.build import build

    problems = ProblemLog()
    built = build(
        options.project,
        options.out,
        problems,
        base_url=options.base_url,
        strict=options.strict,
        clean=options.clean,
        jobs=options.jobs,
    )
    if built is None:
        return _end(problems, options.strict, "")
    editions, papers = counted(built.editions, "edition"), counted(built.papers, "paper")
    written = counted(built.published.written, "file")
    done = f"Built {editions}, {papers} → {_short(options.out)} ({written} written)"
    return _end(problems, options.strict, f"{done}    See it: make serve")


def _end(problems: ProblemLog, strict: bool, closing: str) -> int:
    """Print the problems, and the closing line where nothing is wrong."""
    for problem in problems.all:
        print(problem, file=sys.stderr)
    errors, warnings = len(problems.errors), len(problems.warnings)
    if errors or (strict and warnings):
        print(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}; nothing changed", file=sys.stderr)
        return ExitStatus.CONTENT
    print(printable(closing))
    return ExitStatus.OK


def _inside(project: Path, file: str) -> str:
    """A file as the paths of content/ are written; raises Stop for one outside the project."""
    path = Path(file).resolve()
    if not path.is_relative_to(project):
        raise Stop(ExitStatus.USAGE, f"{file} is not in the project {project}")
    return path.relative_to(project).as_posix()


def _short(path: Path) -> str:
    """A path as short as a user would write it."""
    return f"{path.relative_to(Path.cwd())}/" if path.is_relative_to(Path.cwd()) else str(path)


def _options(arguments: Sequence[str], project: Path | None) -> Namespace:
    options = _parser().parse_args(arguments)
    options.project = (options.project or project or _nearest_project()).resolve()
    options.out = options.out.resolve() if options.out else options.project / "_site"
    return options


def _nearest_project() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    raise Stop(
        ExitStatus.USAGE, f"no content/site.yaml in {here} or a folder above it", "`new DIR` makes one"
    )


def _parser() -> ArgumentParser:
    common = _common_options()
    parser = ArgumentParser(
        prog="plenary", description="A conference website out of what there is.", parents=[common]
    )
    parser.add_argument("--version", action="version", version=f"plenary {__version__}")
    parser.set_defaults(run=_ingest_and_build, **_DEFAULTS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    ingest = commands.add_parser("ingest", parents=[common], help="source documents → content/")
    ingest.add_argument("files", nargs="*", metavar="FILE", help="only what these say may change content")
    ingest.set_defaults(run=_ingest)
    build = commands.add_parser("build", parents=[common], help="content/ → the site")
    build.set_defaults(run=_build)
    return parser


_DESCRIPTION = "A static conference website out of whatever the organisers have."
_DEFAULTS = {"project": None, "out": None, "base_url": None, "strict": False, "clean": False, "jobs": 2}


def _common_options() -> ArgumentParser:
    """Options that stand before a command or behind it."""
    common = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    common.add_argument("--project", type=Path, metavar="DIR", help="the project to work on")
    common.add_argument("--out", type=Path, metavar="DIR", help="the folder to publish into (_site)")
    common.add_argument("--base-url", metavar="URL", help="where the site will live")
    common.add_argument("--strict", action="store_true", help="a warning is an error")
    common.add_argument("--clean", action="store_true", help="render every page again")
    common.add_argument("--jobs", type=int, metavar="N", help="how many processes may work")
    return common


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Stop(ExitStatus.TERMINATED, "terminated; nothing was published")
