"""Commands and options, out of what reads the command line."""

from __future__ import annotations

from argparse import Action, ArgumentParser, _HelpAction, _SubParsersAction, _VersionAction

from docs.reference.page import code, table
from site_gen.app.options import parser
from site_gen.problems import ExitStatus

_STATUSES = {
    ExitStatus.OK: "all is well",
    ExitStatus.CONTENT: "content is wrong: the problems say where",
    ExitStatus.USAGE: "a wrong option or configuration",
    ExitStatus.ENVIRONMENT: "disk, rights, a lock, a port or a missing package",
    ExitStatus.INTERRUPTED: "interrupted, as by Ctrl-C",
    ExitStatus.TERMINATED: "terminated by another program",
}


def body() -> str:
    """The page: each command, then the options of all, then how they end."""
    whole = parser()
    shared = [each for each in whole._actions if _is_option(each)]
    parts = [_LEAD, "## plenary\n\nIngests what changed, then builds."]
    for action in whole._actions:
        if isinstance(action, _SubParsersAction):
            parts += [_command(name, made, shared) for name, made in action.choices.items()]
    parts += [f"## Options of all commands but new\n\n{_arguments(shared)}"]
    rows = [(str(status.value), meaning) for status, meaning in _STATUSES.items()]
    parts += [f"## Exit status\n\n{table(('Status', 'Meaning'), rows)}"]
    return "\n\n".join(parts) + "\n"


_LEAD = (
    "In a project that `new` made, `make site`, `make explain WHAT=…` and others run these commands (`make "
    'help` lists them); further options go into `ARGS`, as `make site ARGS="--strict"`. `plenary` is the '
    "command of an installed package; `python build.py` in a clone does the same, with `--project DIR`."
)


def _command(name: str, made: ArgumentParser, shared: list[Action]) -> str:
    common = {each.dest for each in shared}
    own = [each for each in made._actions if each.dest not in common and not _is_bare(each)]
    usage = " ".join(["plenary", name, *(_usage(each) for each in own)])
    text = f"## plenary {name}\n\n{made.description}\n\n```\n{usage}\n```"
    return f"{text}\n\n{_arguments(own)}" if own else text


def _is_option(action: Action) -> bool:
    return bool(action.option_strings) and not _is_bare(action)


def _is_bare(action: Action) -> bool:
    return isinstance(action, _HelpAction | _VersionAction)


def _usage(action: Action) -> str:
    name = _name(action)
    if action.option_strings:
        return name if action.required else f"[{name}]"
    return {"?": f"[{name}]", "*": f"[{name} …]"}.get(str(action.nargs), name)


def _name(action: Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest)
    return " ".join([*action.option_strings[:1], *([value] if value else [])])


def _arguments(actions: list[Action]) -> str:
    return table(("Argument", "Meaning"), ((code(_name(each)), _meaning(each)) for each in actions))


def _meaning(action: Action) -> str:
    return action.help or f"the usual is {action.default}"
