"""A new kind of session: the type checker names each place that must say something of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.newcomer import copy_of_program
from tests.rendering import PROJECT

_ERROR = re.compile(r"(?P<file>[\w/.]+):\d+: error: (?P<what>.*?)  \[")
_WORDS = '"SessionKindWords"'

# The words are asked for in four places, which lead to their type; with a key there, both texts lack it.
ASKED_FOR = {
    ("site_gen/cards/cards.py", f'TypedDict {_WORDS} has no key "debate"'),
    ("site_gen/cards/filters.py", f'TypedDict {_WORDS} has no key "debate"'),
    ("site_gen/exports/calendar/programme.py", f'TypedDict {_WORDS} has no key "debate"'),
    ("site_gen/cards/session_kinds.py", f'TypedDict {_WORDS} has no key "debate"'),
}
SLOTS = {
    (
        "site_gen/conference/programme.py",
        'Argument 1 to "assert_never" has incompatible type "Literal[\'debate\']"; expected "Never"',
    )
}
LACKING = {
    ("site_gen/locale/kinds.py", f'Missing key "debate" for TypedDict {_WORDS}'),
    ("site_gen/locale/phrases.py", f'Missing key "debate" for TypedDict {_WORDS}'),
}


def errors(program: Path) -> set[tuple[str, str]]:
    """What mypy has to say of the program: files with what is wrong there."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", "site_gen"]
    found = subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
    assert found.stderr == ""
    return {(each["file"], each["what"]) for each in _ERROR.finditer(found.stdout)}


def replace(file: Path, old: str, new: str) -> None:
    """Change a text that stands in a file once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_type_checker_names_each_place_of_a_new_kind_of_session(tmp_path: Path) -> None:
    program = copy_of_program(tmp_path)
    if (known := PROJECT / ".mypy_cache").is_dir():  # of what is as it was
        shutil.copytree(known, program / known.name)
    replace(
        program / "site_gen/conference/programme.py",
        '    "oral", "poster",',
        '    "debate", "oral", "poster",',
    )
    assert errors(program) == ASKED_FOR | SLOTS
    replace(program / "site_gen/locale/kinds.py", '"oral": str,', '"oral": str, "debate": str,')
    replace(
        program / "site_gen/conference/programme.py",
        'case "invited-talk" |',
        'case "debate" | "invited-talk" |',
    )
    assert errors(program) == LACKING
