"""Labels of people that stand alone above them: "Chair:", and "Ann Lee, ETH" in the next line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine


def with_people_behind(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines, the people right below a chair's label behind it."""
    found: list[SourceLine] = []
    for line in lines:
        label = label_of(found[-1]) if found and found[-1].text.endswith(":") else None
        is_chair = label is not None and label[0] == "chair" and not label[1].text
        if is_chair and line.text and names_people(line.text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found
