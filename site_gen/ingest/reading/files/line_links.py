"""Links at the end of a line of a saved page that only say what they lead to: "Ann Lee, Bo Roe pdf"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(
    r"\[?\s*(?:pdf|arxiv|pre-?print|code|github|video|recording|slides?|doi|bib(?:tex)?|supp(?:lementary|l?\.)?)\s*\]?",
    re.IGNORECASE,
)
_BETWEEN, _OPENED, _CLOSED = " \t|,;·/–—", "[(", "])"  # stand around such links
_IN_SENTENCE = re.compile(
    r"(?:^|\s)(?:a|an|and|as|get|here|in|of|on|or|our|see|the|their|this|via|view|with)$", re.I
)


@dataclass(slots=True)
class LineLinks:
    """The links of one line: where each that says what it leads to begins and ends in it."""

    _begin: int | None = None
    _found: list[tuple[int, int]] = field(default_factory=list)

    def begin(self, tag: str, address: str | None, line: str) -> None:
        """Begin a link at the end of a line, if an element is one."""
        if tag == "a" and address:
            self._begin = len(line)

    def end(self, tag: str, line: str) -> None:
        """End the link that has begun, if an element is one."""
        if tag != "a":
            return
        if self._begin is not None and _WORD.fullmatch(line[self._begin :].strip()):
            self._found.append((self._begin, len(line)))
        self._begin = None

    def cut(self, line: str) -> str:
        """A line without those at its end, where anything stands before them; the next one has none yet."""
        found, self._found, self._begin = self._found, [], None
        bare = line
        for begin, end in reversed(found):
            if bare[end:].strip(_BETWEEN + _OPENED + _CLOSED):
                break
            bare = bare[:begin].rstrip(_BETWEEN + _OPENED)
        begins = bare.rpartition("<br>")[2].strip("#* \t|")
        return bare if begins and not _IN_SENTENCE.search(begins) else line
