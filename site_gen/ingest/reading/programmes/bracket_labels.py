"""What stands in brackets behind the title of a session with labels: "Locks (Aula, Chair: Ann Lee)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.texts.labels import label_of, parted
from site_gen.ingest.reading.texts.lines import SourceLine

_IN_BRACKETS = re.compile(
    r"\s*[(（\[](?P<inside>[^()（）\[\]]{3,200})[)）\]][\s,;:|–—-]*(?P<behind>[^()（）\[\]]{0,60})$"
)
_NUMBERED = re.compile(r"[^\W\d_][\w.]{0,9}[ .-]?\d{1,4}[a-z]?")  # "HS 3", which no person is called
_BETWEEN = re.compile(r"\s*[,;，、；|]\s*")


def without_details(title: SourceLine) -> tuple[SourceLine, list[SourceLine]]:
    """A title without the brackets behind it in which something has a label, and what these say, a line each.

    A room needs no label beside one that has, nor does it behind such brackets. What is neither stays.
    """
    details: list[SourceLine] = []
    while True:
        match = _IN_BRACKETS.search(title.text)
        behind = match["behind"].strip() if match else ""
        if match is None or not match.start() or (behind and not names_room(behind)):
            return title, details
        inside = SourceLine(title.number, match["inside"].strip(), title.column + match.start("inside"))
        said = list(_said(inside))
        rest = [each.text for each in said if not label_of(each)]
        if len(rest) == len(said) or not _has_label(inside):
            return title, details
        kept = title.text[: match.start()] + (f" ({', '.join(rest)})" if rest else "")
        details += [each for each in said if label_of(each)]
        if behind:
            details.append(SourceLine(title.number, f"Room: {behind}", title.column + match.start("behind")))
        title = replace(title, text=kept)
        if rest:
            return title, details


def _has_label(inside: SourceLine) -> bool:
    parts = (text for part in parted(inside) for text in _BETWEEN.split(part.text))
    return any(label_of(replace(inside, text=text)) for text in parts)


def _said(inside: SourceLine) -> Iterator[SourceLine]:
    """What is in brackets, in parts; each room that has no label gets one."""
    pieces: list[str] = []
    for text in (text for part in parted(inside) for text in _BETWEEN.split(part.text)):
        if label_of(replace(inside, text=text)):
            pieces.append(text)
        elif names_room(text) or _NUMBERED.fullmatch(text):
            pieces.append(f"Room: {text}")
        elif pieces and not pieces[-1].startswith("Room: "):  # of several chairs
            pieces[-1] += f", {text}"
        else:
            pieces.append(text)
    yield from (replace(inside, text=piece) for piece in pieces)
