"""The options of the command line."""

from __future__ import annotations

import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from site_gen import __version__
from site_gen.app import commands
from site_gen.problems import ExitStatus, Stop
from site_gen.publish.vacancy import vacant_folder

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
_PUBLISHING = (commands.ingest_and_build, commands.build, commands.serve)


def read_options(arguments: Sequence[str], project: Path | None) -> Namespace:
    """What the command line asks for; `run` is the command, `project` and `out` are full paths.

    Raises Stop where no project is named and none is near, where a value is wrong or the output folder
    is refused, and SystemExit(2) for a wrong option.
    """
    # Defaults come first: a command's own would take back an option that stands before it.
    options = _parser().parse_args(arguments, Namespace(**_DEFAULTS))
    if options.run is commands.new:
        return options
    _check_values(options)
    options.project = (options.project or project or _nearest_project()).resolve()
    # Not resolved: a symbolic link that leads out of the project must be seen.
    full = os.path.abspath(options.out or options.project / "_site")  # noqa: PTH100  # see above
    options.out = Path(full)
    if options.run in _PUBLISHING:  # now, because ingest writes before anything is published
        vacant_folder(options.project, options.out)
    return options


def _check_values(options: Namespace) -> None:
    if options.jobs < 1:
        raise Stop(ExitStatus.USAGE, f"--jobs must be 1 or more, not {options.jobs}")
    if options.base_url is not None:
        from site_gen.conference.scalars import (
            read_site_url,  # late: the model is large, and seldom needed here
        )

        try:
            read_site_url(options.base_url)
        except ValueError as error:
            raise Stop(ExitStatus.USAGE, f"--base-url: {error}") from None


def _nearest_project() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    what = f"no content/site.yaml in {here} or a folder above it"
    raise Stop(ExitStatus.USAGE, what, "`new DIR` makes one")


def _parser() -> ArgumentParser:
    common = _common_options()
    parser = ArgumentParser(prog="plenary", description=_DESCRIPTION, parents=[common])
    parser.add_argument("--version", action="version", version=f"plenary {__version__}")
    parser.set_defaults(run=commands.ingest_and_build)
    added = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, run: object, told: str) -> ArgumentParser:
        command: ArgumentParser = added.add_parser(name, parents=[common], help=told, description=told)
        command.set_defaults(run=run)
        return command

    ingest = add("ingest", commands.ingest, "source documents → content/")
    ingest.add_argument("files", nargs="*", metavar="FILE", help="only what these say may change content")
    add("build", commands.build, "content/ → the site")
    _add_serve(add("serve", commands.serve, "live preview, on this computer only"))
    check = add("check", commands.check, "links, anchors, manifest, counts, content")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="what to check (_site)")
    check.add_argument("--against", metavar="DIR|URL", help="a published site, whose addresses must stay")
    explain = add("explain", commands.explain, "where every fact came from")
    explain.add_argument("what", metavar="WHAT", help="an id, name, title, address or content file")
    changes = add("changes", commands.changes, "draft what changed since the published site")
    changes.add_argument("--against", metavar="DIR|URL", required=True, help="the published site")
    _add_new(add("new", commands.new, "a new conference"))
    _add_deploy(add("deploy", commands.deploy, "publish the site"))
    return parser


def _add_serve(serve: ArgumentParser) -> None:
    serve.add_argument("--port", type=int, default=8000, metavar="N")
    serve.add_argument("--host", default="127.0.0.1", metavar="H", help="who may look (127.0.0.1)")


def _add_new(new: ArgumentParser) -> None:
    new.add_argument("directory", type=Path, metavar="DIR")
    new.add_argument("--title", metavar="TEXT", help="of the conference")
    new.add_argument("--first-day", metavar="DAY", help="as 2027-05-18")
    new.add_argument("--time-zone", metavar="ZONE", help="as Europe/Berlin")
    new.add_argument("--edition", metavar="ID", help="the year of the first day where it is not said")
    new.add_argument("--no-example", dest="example", action="store_false", help="without example content")


def _add_deploy(deploy: ArgumentParser) -> None:
    told = "gh-pages, REMOTE/BRANCH, a folder, or user@host:path (origin/gh-pages)"
    deploy.add_argument("target", nargs="?", default="", metavar="TARGET", help=told)
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
    told = "make one HTML file of each edition too, for e-mails and archives"
    common.add_argument(
        "--single-file", action="store_const", const=("single-file",), dest="asked_for", help=told
    )
    return common
