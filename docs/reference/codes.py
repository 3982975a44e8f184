"""Every problem code with its meaning and cure, out of the table that `explain` reads."""

from __future__ import annotations

from itertools import groupby

from site_gen.explain.problem_codes import problem_codes


def body() -> str:
    """The page: each code under a heading of its own."""
    parts = [_LEAD]
    for letter, codes in groupby(problem_codes().values(), lambda each: each.code[0]):
        parts += [f"## {letter.upper()}"]
        parts += [f"### {each.code}\n\n{each.meaning}\n\n{each.cure}" for each in codes]
    return "\n\n".join(parts) + "\n"


_LEAD = (
    "A problem is one line, `path:line:column: error: what [code]`, mostly with a hint below it that says "
    "what to do. An error forbids the result; a warning asks to look. `plenary explain CODE` prints what "
    "stands here."
)
