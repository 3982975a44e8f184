"""The command line: commands, options and exit statuses. The only module that prints."""

from __future__ import annotations

import os
import signal
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from site_gen import __version__
from site_gen.inputs import LastRun, fingerprint
from site_gen.problems import ExitStatus, ProblemLog, Stop, printable
from site_gen.text import counted

if TYPE_CHECKING:
    from site_gen.build import Built

# Everything else is imported by the command that needs it: a build without changes needs little.


def main(arguments: Sequence[str] | None = None, *, project: Path | None = None) -> int:
    """Run a command on the project that `--project` names, else `project`, else the nearest parent
    folder with content/site.yaml. Returns the exit status; a problem is printed, never raised."""
    signal.signal(signal.SIGTERM, _terminate)
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may lack letters that we print
        sys.stdout.reconfigure(errors="backslashreplace")
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
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the last flush
        return ExitStatus.OK
    except OSError as error:
        print(f"plenary: {printable(f'{error.filename}: {error.strerror}')}", file=sys.stderr)
        return ExitStatus.ENVIRONMENT


def _ingest_and_build(options: Namespace) -> int:
    """No command: ingest what changed, then build."""
    options.files = []
    return _bring_in(options, anew=False) or _build(options)


def _ingest(options: Namespace) -> int:
    """Source documents → content/."""
    return _bring_in(options, anew=True)


def _bring_in(options: Namespace, *, anew: bool) -> int:
    """Ingest; unless `anew`, only where a source document or content changed since the last time."""
    last_run = LastRun(options.project, "ingest")
    folders = [options.project / "content"]
    if not anew and last_run.said(fingerprint(folders, __version__)) is not None:
        return ExitStatus.OK
    from site_gen.ingest import ingest

    problems = ProblemLog()
    files = [_inside(options.project, file) for file in options.files]
    ingested = ingest(options.project, problems, files, strict=options.strict)
    for line in ingested.lines:
        print(printable(line))
    status = _end(problems, options.strict, f"{ingested.summary} → content/" if ingested.sources else "")
    if status == ExitStatus.OK and not options.files:
        last_run.keep(fingerprint(folders, __version__), True)
    return status


def _build(options: Namespace) -> int:
    """content/ → the published folder."""
    last_run = LastRun(options.project, "build")
    inputs = _build_inputs(options)
    said = None if options.clean else last_run.said(inputs)
    if said is not None:
        from site_gen.publish import is_untouched

        if is_untouched(options.project, options.out):
            told, editions, papers = said
            return _tell(told, _built(editions, papers, 0, options))
    problems = ProblemLog()
    built = _make(options, problems, options.jobs)
    if built is None:
        return _end(problems, options.strict, "")
    told = [str(problem) for problem in problems.all]
    last_run.keep(inputs, (told, built.editions, built.papers))
    return _tell(told, _built(built.editions, built.papers, built.published.written, options))


def _make(options: Namespace, problems: ProblemLog, jobs: int) -> Built | None:
    from site_gen.build import build

    return build(
        options.project,
        options.out,
        problems,
        base_url=options.base_url,
        strict=options.strict,
        clean=options.clean,
        jobs=jobs,
    )


def _build_inputs(options: Namespace) -> str:
    """The fingerprint of all that a build reads: the project, our own templates and code, the options."""
    ours = Path(__file__).parent
    folders = [options.project / name for name in ("content", "templates", "static")]
    folders += [ours, *(ours.parent / name for name in ("templates", "static"))]
    return fingerprint(folders, __version__, str(options.out), options.base_url, options.strict)


def _built(editions: int, papers: int, written: int, options: Namespace) -> str:
    done = f"Built {counted(editions, 'edition')}, {counted(papers, 'paper')} → {_short(options.out)}"
    return f"{done} ({counted(written, 'file')} written)    See it: make serve"


def _serve(options: Namespace) -> int:
    """Preview: build on every change, keep the last good site."""
    from site_gen.preview import serve

    def rebuild(problems: ProblemLog) -> bool:
        from site_gen.ingest import ingest

        ingest(options.project, problems)
        # One process: a forked one would inherit the port of the server.
        return not problems.errors and _make(options, problems, jobs=1) is not None

    def tell(line: str) -> None:
        print(printable(line), flush=True)

    serve(options.project, options.out, options.host, options.port, rebuild, tell)
    return ExitStatus.OK


def _check(options: Namespace) -> int:
    """The published folder and content → problems."""
    from site_gen.check import check

    problems = ProblemLog()
    folder = (options.folder or options.out).resolve()
    checked = check(options.project, folder, problems, options.against)
    seen = f"{counted(checked.pages, 'page')}, {counted(checked.links, 'link')} in {_short(folder)}"
    for problem in problems.all:
        print(problem, file=sys.stderr)
    errors, warnings = len(problems.errors), len(problems.warnings)
    print(f"Checked {seen}: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    return ExitStatus.CONTENT if errors or (options.strict and warnings) else ExitStatus.OK


def _explain(options: Namespace) -> int:
    """Where every fact of a page, paper or person came from."""
    from site_gen.explain import explain

    problems = ProblemLog()
    explanation = explain(options.project, options.what, problems)
    if explanation is None:
        return _end(problems, strict=False, closing="")
    for line in str(explanation).splitlines():
        print(printable(line))
    return ExitStatus.OK


def _end(problems: ProblemLog, strict: bool, closing: str) -> int:
    """Print the problems, and the closing line where nothing is wrong."""
    told = [str(problem) for problem in problems.all]
    if problems.errors or (strict and problems.warnings):
        print(*told, sep="\n", file=sys.stderr)
        errors, warnings = len(problems.errors), len(problems.warnings)
        print(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}; nothing changed", file=sys.stderr)
        return ExitStatus.CONTENT
    return _tell(told, closing)


def _tell(told: Sequence[str], closing: str) -> int:
    """Print warnings and the closing line of what went well."""
    if told:
        print(*told, sep="\n", file=sys.stderr)
    if closing:
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
    # Defaults come first: a command's own would take back an option that stands before it.
    options = _parser().parse_args(arguments, Namespace(**_DEFAULTS))
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
    parser.set_defaults(run=_ingest_and_build)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    ingest = commands.add_parser("ingest", parents=[common], help="source documents → content/")
    ingest.add_argument("files", nargs="*", metavar="FILE", help="only what these say may change content")
    ingest.set_defaults(run=_ingest)
    build = commands.add_parser("build", parents=[common], help="content/ → the site")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", parents=[common], help="live preview, on this computer only")
    serve.add_argument("--port", type=int, default=8000, metavar="N")
    serve.add_argument("--host", default="127.0.0.1", metavar="H")
    serve.set_defaults(run=_serve)
    check = commands.add_parser("check", parents=[common], help="links, anchors, manifest, counts, content")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="what to check (_site)")
    check.add_argument("--against", metavar="DIR|URL", help="a published site, whose addresses must stay")
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", parents=[common], help="where every fact came from")
    explain.add_argument("what", metavar="WHAT", help="an id, name, title, address or content file")
    explain.set_defaults(run=_explain)
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
