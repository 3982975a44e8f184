"""A page of the manual as somebody follows it: what it says to write is written, what it says to run is run.

Blocks of a page are marked behind their language:

- `console`: lines that begin with `$ ` are run, all others are what they print;
  `…` stands for any text, and on a line of its own for any lines;
- `yaml write content/site.yaml`: the file has this text now;
- `yaml set content/site.yaml`: each key, or each item of a list, is put in the place of that of its name.

Of a project's Makefile the command behind each target is run, in this process.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from site_gen.app import main

_BLOCK = re.compile(r"^(?P<fence>```+)(?P<marks>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_ANYTHING = re.compile(r"^…\n|…", re.MULTILINE)
_CHUNK = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_NAME = re.compile(r"- id: \S+|- file: \S+|[\w]+:")


def follow(page: str, here: Path) -> Iterator[tuple[str, str]]:
    """Follow a page from a folder: what it says that its commands print, and what they printed."""
    for block in _BLOCK.finditer(page):
        language, *marks = block["marks"].split()
        if language == "console":
            for command, expected in _commands(block["text"]):
                printed, here = _run(command, here)
                yield f"$ {command}\n{expected}", f"$ {command}\n{printed}"
        elif marks:
            _write(marks[0], here / marks[1], block["text"])


def matches(expected: str, printed: str) -> bool:
    """Whether a text is as the manual has it."""
    pattern = ".*?".join(re.escape(part) for part in _ANYTHING.split(expected.strip()))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command.partition("  #")[0].strip(), expected


def _write(verb: str, file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if verb == "set":
        chunks = {_name(each): each for each in _chunks(file.read_text(encoding="utf-8"))}
        text = "".join((chunks | {_name(each): each for each in _chunks(text)}).values())
    file.write_text(text, encoding="utf-8")


def _chunks(text: str) -> list[str]:
    """The keys of a mapping, or items of a list, each with the lines that follow it."""
    return [each if each.endswith("\n") else f"{each}\n" for each in _CHUNK.split(text) if each.strip()]


def _name(chunk: str) -> str:
    found = _NAME.match(chunk)
    return found[0] if found else chunk


def _run(command: str, here: Path) -> tuple[str, Path]:
    """What a command prints in a folder, and the folder after it."""
    name, *arguments = shlex.split(command)
    if name == "cd":
        return "", (here / arguments[0]).resolve()
    if name == "cp":
        shutil.copy(here / arguments[0], here / arguments[1])
        return "", here
    if name == "git":
        done = subprocess.run([name, *arguments], cwd=here, capture_output=True, text=True, check=True)
        return done.stdout, here
    if name == "make":
        arguments = _of_make(arguments, (here / "Makefile").read_text(encoding="utf-8"))
    with contextlib.chdir(here), _printed() as out:
        main(arguments, project=here if (here / "content").is_dir() else None)
    return out.getvalue(), here


@contextlib.contextmanager
def _printed() -> Iterator[io.StringIO]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        yield out


def _of_make(words: list[str], makefile: str) -> list[str]:
    """The command of a target, which there is: `make new DIR=x ARGS="--title T"` is `new x --title T`."""
    target, *given = words
    assert f"\n{target}:" in makefile
    values = dict(each.split("=", 1) for each in given)
    named = [values[key] for key in ("DIR", "TARGET", "WHAT") if key in values]
    against = ["--against", values["AGAINST"]] if "AGAINST" in values else []
    command = [] if target == "site" else [target]
    return [*command, *named, *against, *shlex.split(values.get("ARGS", ""))]
