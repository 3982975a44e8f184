"""The options of the command line: one frozen value a command, with all that it was asked."""

from __future__ import annotations

import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from site_gen import __version__
from site_gen.problems import ExitStatus, Stop
from site_gen.publish.folder import real
from site_gen.publish.folder_guard import guarded_folder
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectOptions:
    """What every command on a project may be asked; `project` and `out` are full paths.

    `base_url` is None where site.yaml says it. `asked_for` are options of exports that are not always made.
    """

    project: Path
    out: Path
    base_url: str | None
    strict: bool
    clean: bool
    jobs: int
    asked_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestAndBuild(ProjectOptions):
    """No command: ingest what changed, then build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest(ProjectOptions):
    """`files` as they were written, none for all documents. `take_files` takes what is proposed of PDFs."""

    files: tuple[str, ...]
    take_files: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch(ProjectOptions):
    """`accept` takes copies that look wrong, `http` addresses that are not https."""

    accept: bool
    http: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Build(ProjectOptions):
    """Build only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serve(ProjectOptions):
    """Port 0 is any free one."""

    port: int
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(ProjectOptions):
    """`folder` is None for `out`; `against` is the folder or address of a published site, or None.

    `public` asks of what will go online by itself, without `deploy`.
    """

    folder: Path | None
    public: bool
    against: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain(ProjectOptions):
    """`what` is an id, a name, a title, an address or a content file."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(ProjectOptions):
    """`against` is the folder or address of the published site."""

    against: str


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """What is None is asked for, or follows from the rest."""

    directory: Path
    title: str | None
    first_day: str | None
    time_zone: str | None
    edition: str | None
    example: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deploy(ProjectOptions):
    """An empty `target` is the usual one."""

    target: str
    dry_run: bool
    yes: bool


Options = IngestAndBuild | Ingest | Fetch | Build | Serve | Check | Explain | Changes | New | Deploy

_Command = TypeVar("_Command", bound=Options)

_DESCRIPTION = "A static conference website out of whatever the organisers have."
_DEFAULTS = {
    "project": None,
    "out": None,
    "base_url": None,
    "strict": False,
    "clean": False,
    "jobs": 2,
    "asked_for": (),
}


def read_options(arguments: Sequence[str], project: Path | None) -> Options:
    """What the command line asks for.

    Raises Stop where no project is named and none is near, where a value is wrong or the output folder
    is refused, and SystemExit(2) for a wrong option.
    """
    # Defaults come first: a command's own would take back an option that stands before it.
    written = parser().parse_args(arguments, Namespace(**_DEFAULTS))
    if written.command is New:
        return _options(New, written)
    _check_values(written)
    written.project = real(written.project or project or _nearest_project())
    # Not resolved: a symbolic link that leads out of the project must be seen.
    written.out = Path(os.path.abspath(written.out or written.project / "_site"))  # noqa: PTH100  # see above
    options: Options = _options(written.command, written)
    if isinstance(options, IngestAndBuild | Build | Deploy):  # now, for ingest writes before that
        guarded_folder(options.project, options.out)
    return options


def _options(command: type[_Command], written: Namespace) -> _Command:
    """The options of a command, out of all that was written."""
    values: dict[str, Any] = {each.name: getattr(written, each.name) for each in fields(command)}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return command(**values | lists)


def _check_values(written: Namespace) -> None:
    if written.jobs < 1:
        raise Stop(ExitStatus.USAGE, f"--jobs must be 1 or more, not {written.jobs}")
    if written.command is Serve and written.out:
        raise Stop(
            ExitStatus.USAGE, "`serve` publishes nothing, and takes no --out", "`build --out DIR` does"
        )
    if written.base_url is not None:
        # Late: the model is large, and seldom needed here.
        from site_gen.conference.scalars import read_site_url

        try:
            read_site_url(written.base_url)
        except ValueError as error:
            raise Stop(ExitStatus.USAGE, f"--base-url: {error}") from None


def _nearest_project() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    what = f"no content/site.yaml in {here} or a folder above it"
    raise Stop(ExitStatus.USAGE, what, "`new DIR` makes one")


@cache
def parser() -> ArgumentParser:
    """What reads the command line, and what the manual is made of."""
    common = _common_options()
    whole = ArgumentParser(prog="plenary", description=_DESCRIPTION, parents=[common])
    whole.add_argument("--version", action="version", version=f"plenary {__version__}")
    whole.set_defaults(command=IngestAndBuild)
    added = whole.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, command: type[Options], does: str) -> ArgumentParser:
        made: ArgumentParser = added.add_parser(name, parents=[common], help=does, description=does)
        made.set_defaults(command=command)
        return made

    ingest = add("ingest", Ingest, "source documents → content/")
    ingest.add_argument("files", nargs="*", metavar="FILE", help="only what these say may change content")
    ingest.add_argument("--take-files", action="store_true", help="name PDFs after their papers, as proposed")
    fetch = add("fetch", Fetch, "source documents that have a `url:` → content/sources/")
    fetch.add_argument("--accept", action="store_true", help="take what looks wrong too, as after a cut")
    fetch.add_argument("--http", action="store_true", help="take addresses that are not https: too")
    add("build", Build, "content/ → the site")
    _add_serve(add("serve", Serve, "live preview, on this computer only"))
    check = add("check", Check, "links, anchors, manifest, counts, content")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="what to check (_site)")
    check.add_argument("--public", action="store_true", help="example text is an error: this goes online")
    check.add_argument("--against", metavar="DIR|URL", help="a published site, whose addresses must stay")
    explain = add("explain", Explain, "where every fact came from")
    explain.add_argument(
        "what",
        metavar="WHAT",
        help="an id, name, title, number of a submission, address, content file or problem code",
    )
    changes = add("changes", Changes, "draft what changed since the published site")
    changes.add_argument("--against", metavar="DIR|URL", required=True, help="the published site")
    _add_new(add("new", New, "a new conference"))
    _add_deploy(add("deploy", Deploy, "publish the site"))
    return whole


def _add_serve(serve: ArgumentParser) -> None:
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="of the address (8000)")
    serve.add_argument("--host", default="127.0.0.1", metavar="H", help="who may look (127.0.0.1)")


def _add_new(new: ArgumentParser) -> None:
    does = "the folder to make; without it, in a project, its next edition"
    new.add_argument("directory", type=Path, nargs="?", default=Path(), metavar="DIR", help=does)
    new.add_argument("--title", metavar="TEXT", help="of the conference")
    new.add_argument("--first-day", metavar="DAY", help="as 2027-05-18")
    new.add_argument("--time-zone", metavar="ZONE", help="as Europe/Berlin")
    new.add_argument("--edition", metavar="ID", help="the year of the first day where it is not said")
    new.add_argument("--no-example", dest="example", action="store_false", help="without example content")


def _add_deploy(deploy: ArgumentParser) -> None:
    does = "gh-pages, REMOTE/BRANCH, a folder, or user@host:path (origin/gh-pages)"
    deploy.add_argument("target", nargs="?", default="", metavar="TARGET", help=does)
    deploy.add_argument("--dry-run", action="store_true", help="list what would change")
    deploy.add_argument("--yes", action="store_true", help="publish without asking")


def _common_options() -> ArgumentParser:
    """Options that stand before a command or behind it."""
    common = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    common.add_argument("--project", type=Path, metavar="DIR", help="the project to work on")
    common.add_argument("--out", type=Path, metavar="DIR", help="the folder to publish into (_site)")
    common.add_argument("--base-url", metavar="URL", help="where the site will live")
    common.add_argument("--strict", action="store_true", help="a warning is an error")
    common.add_argument("--clean", action="store_true", help="render every page again")
    common.add_argument("--jobs", type=int, metavar="N", help="how many processes may work")
    does = "make one HTML file of each edition too, for e-mails and archives"
    common.add_argument(
        "--single-file", action="store_const", const=("single-file",), dest="asked_for", help=does
    )
    return common
