"""Labels of people that stand alone above them: "Chair:", and "Ann Lee, ETH" in the next line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine

_KINDS = ("chair", "speaker")


def with_people_behind(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines, the people right below a chair's label behind it; all those below one of panellists."""
    found: list[SourceLine] = []
    waiting = 0  # lines of people below the last label
    for line in lines:
        label = label_of(found[-1]) if found and (waiting or found[-1].text.endswith(":")) else None
        is_first = label is not None and label[0] in _KINDS and not label[1].text
        is_next = label is not None and label[0] == "speaker" and waiting > 0
        if (is_first or is_next) and line.text and names_people(line.text):
            sign = ";" if is_next else ""
            found[-1] = replace(found[-1], text=f"{found[-1].text}{sign} {line.text}")
            waiting += 1
        elif line.text or not waiting:
            found.append(line)
            waiting = 0
    return found
