"""How a step of a command ended."""

from __future__ import annotations

from site_gen.problems import ExitStatus, ProblemLog
from site_gen.text import counted
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit status, and the last line; empty where there is nothing to say.

    `closing` says what was done and where it is, `refusal` that it was not done. `goes_on` holds where the
    next step may run in spite of the status.
    """

    status: ExitStatus = ExitStatus.OK
    closing: str = ""
    refusal: str = ""
    goes_on: bool = False


def refused(problems: ProblemLog, undone: str = "nothing changed") -> Ending:
    """The ending where problems forbid the result; `undone` says what did not happen."""
    return Ending(ExitStatus.CONTENT, refusal=f"{count(problems)}; {undone}")


def concluded(problems: ProblemLog, closing: str, *, strict: bool = False) -> Ending:
    """The ending of what is done unless a problem forbids it; with `strict` a warning does, too."""
    return refused(problems) if forbids(problems, strict) else Ending(closing=closing)


def forbids(problems: ProblemLog, strict: bool) -> bool:
    """Whether the problems forbid the result."""
    return bool(problems.errors or (strict and problems.warnings))


def count(problems: ProblemLog) -> str:
    """How many errors and warnings there are."""
    return f"{counted(len(problems.errors), 'error')}, {counted(len(problems.warnings), 'warning')}"
