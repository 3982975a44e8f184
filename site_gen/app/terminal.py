"""What a command says on the terminal, and what it asks there."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_gen.problems import Problem, printable

_MANY, _SHOWN = 20, 10  # warnings of one kind that are all printed, and those of more that are


def say(lines: str) -> None:
    """Print a line, or several, at once; what cannot be printed becomes its escape."""
    print(*map(printable, lines.split("\n")), sep="\n", flush=True)


def warn(lines: str) -> None:
    """Print a line, or several, where errors go; what cannot be printed becomes its escape."""
    print(*map(printable, lines.split("\n")), sep="\n", file=sys.stderr)


def printed_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Problems as they are printed; of very many warnings of one kind the first ten and a count."""
    kinds = Counter(problem.code for problem in problems if problem.severity == "warning")
    many = {kind: number - _SHOWN for kind, number in kinds.items() if number > _MANY}
    shown: Counter[str] = Counter()
    for problem in problems:
        if problem.severity == "warning" and problem.code in many:
            shown[problem.code] += 1
            if shown[problem.code] > _SHOWN:
                continue
        yield str(problem)
    for kind, number in many.items():
        yield f"… and {number:,} more warnings of this kind [{kind}]"


def progress(doing: str) -> Callable[[int, int], None]:
    """A function that shows how many are done, of how many, in one line that goes when all are; nothing
    where errors go to no terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _of: None

    def show(done: int, of: int) -> None:
        line = f"{doing}: {done:,} of {of:,}"
        shown = f"{line}\r" if done < of else f"{' ' * len(line)}\r"
        print(shown, end="", file=sys.stderr, flush=True)

    return show


def short(path: Path) -> str:
    """A path as short as a user would write it."""
    return f"{path.relative_to(Path.cwd())}/" if path.is_relative_to(Path.cwd()) else str(path)


def asker() -> Callable[[str, str], str] | None:
    """A function that asks a question with a proposal; None where nobody can answer."""
    return _ask if sys.stdin.isatty() else None


def _ask(question: str, proposal: str = "") -> str:
    shown = f" [{proposal}]" if proposal else ""
    return _answer(f"{question}{shown} ") or proposal


def confirmer(always: bool) -> Callable[[str], bool] | None:
    """A function that tells whether a question is answered with yes; None where nobody can answer."""
    if always:
        return lambda _question: True
    return _confirm if sys.stdin.isatty() else None


def _confirm(question: str) -> bool:
    return _answer(f"{question} [y/N] ").lower() in ("y", "yes")


def _answer(question: str) -> str:
    """What is typed; nothing where the input ends."""
    try:
        return input(printable(question)).strip()
    except EOFError:
        print()
        return ""
