"""Every problem code with its meaning and cure, out of the table that `explain` reads."""

from __future__ import annotations

from site_gen.explain.problem_codes import problem_codes


def body() -> str:
    """The page: each code under a heading of its own."""
    entries = (f"## {each.code}\n\n{each.meaning}\n\n{each.cure}" for each in problem_codes().values())
    return "\n\n".join([_LEAD, *entries]) + "\n"


_LEAD = (
    "A problem is one line, `path:line:column: error: what [code]`, mostly with a hint below it that says "
    "what to do. An error forbids the result; a warning asks to look. `plenary explain CODE` prints what "
    "stands here."
)
