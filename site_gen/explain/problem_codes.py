"""What each problem code means and what to do about it: the one table, which the manual shows too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from site_gen.values import dataclass

_TABLE = Path(__file__).with_name("problems.md")
_ENTRY = re.compile(r"^## (?P<code>[a-z0-9-]+)\n(?P<meaning>.+)\n(?P<cure>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """A code as it stands in brackets behind a problem."""

    code: str
    meaning: str
    cure: str

    def __str__(self) -> str:
        return f"{self.code}: {self.meaning}\n{self.cure}"


@cache
def problem_codes() -> Mapping[str, ProblemCode]:
    """Every code with what it means, in the order of the alphabet."""
    found = _ENTRY.finditer(_TABLE.read_text(encoding="utf-8"))
    return {each["code"]: ProblemCode(**each.groupdict()) for each in found}


def find_code(what: str) -> ProblemCode | None:
    """The code that a word is, with or without its brackets; None for any other word."""
    return problem_codes().get(what.strip().removeprefix("[").removesuffix("]"))
