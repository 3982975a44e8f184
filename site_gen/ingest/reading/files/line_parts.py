"""The parts of a line that have classes of their own in a saved page: a title, who speaks, when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from site_gen.ingest.reading.people.byline_layouts import names_people

_FEWEST = 2
_PLACED = re.compile(r"\s*\([^()]+\)\s*")


@dataclass(slots=True)
class LineParts:
    """The spans of one line: where each begins and ends in it, and its class."""

    _open: tuple[int, str] | None = None
    _parts: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def has_begun(self) -> bool:
        """Whether one of them has not ended."""
        return self._open is not None

    @property
    def are_some(self) -> bool:
        """Whether one of them has ended."""
        return bool(self._parts)

    def begin(self, at: int, classes: str) -> None:
        """Begin a part."""
        self._open = (at, classes)

    def end(self, at: int) -> None:
        """End the part that has begun; none has where its line has ended before it."""
        if self._open:
            self._parts.append((self._open[0], at, self._open[1]))
            self._open = None

    def parted(self, line: str) -> str:
        """A line with tabs between the parts that it is made of; behind a cell the last one is people."""
        texts = [line[begin:end].strip() for begin, end, _ in self._parts]
        between = self._between(line)
        for at, behind in enumerate(between[1:]):
            if _PLACED.fullmatch(behind):  # where the person works that it stands behind
                texts[at], between[at + 1] = f"{texts[at]} {behind.strip()}", ""
        is_behind = between[0].endswith("\t")
        is_whole = len(texts) >= _FEWEST and all(texts)
        is_whole = is_whole and not "".join(between[1:] if is_behind else between).strip("* #\t")
        return (
            between[0] + "\t".join(texts) if is_whole and (not is_behind or _are_people(texts[-1])) else line
        )

    def people_behind(self, heading: str) -> tuple[str, str]:
        """A heading without the people in its last part, and these; "" where it ends in none."""
        begin, end = self._parts[-1][:2] if self._parts else (0, 0)
        title, people = heading[:begin].rstrip(), heading[begin:end].strip()
        is_last = bool(title.strip("# ")) and not heading[end:].strip()
        return (title, people) if is_last and _are_people(people) else (heading, "")

    def broken(self, cell: str) -> str:
        """A cell of a table, with its people in a line of their own below the title."""
        texts = [cell[begin:end].strip() for begin, end, _ in self._parts]
        are_own = len(texts) >= _FEWEST and len({classes for *_, classes in self._parts}) == len(texts)
        is_whole = are_own and all(texts) and not "".join(self._between(cell)).strip("* #\t")
        return "<br>".join(texts) if is_whole and _are_people(texts[-1]) else cell

    def _between(self, line: str) -> list[str]:
        """What stands before, between and behind the parts."""
        begins, ends = [each[0] for each in self._parts], [0, *(each[1] for each in self._parts)]
        return [line[end:begin] for end, begin in zip(ends, [*begins, len(line)], strict=True)]


def _are_people(text: str) -> bool:
    return names_people(text)
