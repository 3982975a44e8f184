"""What an explanation is made of: facts, each with the place in content and in the sources that says it."""

from __future__ import annotations

from site_gen.problems import Place
from site_gen.values import dataclass

_LONGEST = 200  # a title or address is shown whole
_CUT = 100


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `value` is short, and empty where nobody says it; `place` is where content says it, None
    for what is derived; `sources` are places in source documents, best first; `remark` may be empty."""

    field: str
    value: str
    place: Place | None = None
    sources: tuple[str, ...] = ()
    remark: str = ""

    def __str__(self) -> str:
        lines = [f"{self.field}: {shortened(self.value) if self.value else '(none)'}"]
        if self.place or self.sources:
            where = str(self.place) if self.place else "not in content"
            lines.append(f"    {where}" + (f" ← {', '.join(self.sources)}" if self.sources else ""))
        if self.remark:
            lines.append(f"    ({self.remark})")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where every fact of one thing came from."""

    heading: str
    facts: tuple[Fact, ...]

    def __str__(self) -> str:
        return "\n".join([self.heading, "", *map(str, self.facts)])


def shortened(text: str) -> str:
    """The text on one line; a long one is cut at a word, and its length told."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_CUT].rsplit(' ', 1)[0]} … ({len(text)} characters)"
