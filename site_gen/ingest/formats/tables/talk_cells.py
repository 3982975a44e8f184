"""What one cell says of a talk: its title and who speaks, or people of the session by labels."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.formats.tables.programme_row import People
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.names import AND, are_people
from site_gen.ingest.reading.people.people import is_nobody, without_title
from site_gen.ingest.reading.tables.session_cells import OF_PEOPLE, labelled
from site_gen.ingest.reading.tables.table import Cell
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.labelled_speakers import names_speaker
from site_gen.text import squeeze

_SURELY_BETWEEN = re.compile(r"\s*\n\s*|\s+/\s+")
_BETWEEN = re.compile(r"\s*\n\s*|\s*/\s+|\s+[|–—-]\s+|\s*[:;]\s+|,\s+|\s+\((?=[^()]*\)\s*$)|\s+by\s+")
_BETWEEN_NAMES = re.compile(rf"\s*(?:,|;|/|{AND})\s*")
_BETWEEN_LABELS = re.compile(r"\s*[;|\n]\s*|\s*,\s+(?=(?:[^\W\d_]+ )?[^\W\d_]+(?:\(s\))?:\s)")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def labelled_people(cell: Cell, private: PrivateValues) -> People:
    """Those whom a cell names that is labels with names: "Moderator: Ann Lee; Panellists: Bob Roe, Cy Dee".

    Nobody where anything else stands in it.
    """
    lines: list[SourceLine] = []
    for text in filter(None, _BETWEEN_LABELS.split(cell.text.strip())):
        line = SourceLine(cell.line, squeeze(text))
        if lines and not label_of(line):
            above = lines.pop()
            line = replace(above, text=f"{above.text}; {line.text}")
        lines.append(line)
    labels = [(line, label) for line in lines if (label := label_of(line)) and label[0] in OF_PEOPLE]
    if len(labels) < len(lines) or not all(_are_people(label[1].text) for _, label in labels):
        return ()
    return tuple(each for line, label in labels for each in labelled(line, label, private))


def part(text: str, is_both: bool) -> tuple[str, str]:
    """A title, and the people behind or before it in one cell; all is the title where no part is people.

    Where the column is not one for both, only signs that no title holds part them.
    """
    if names_speaker(text):  # behind its label, as other titles do: both are parted when all are read
        return text, ""
    matches = list((_BETWEEN if is_both else _SURELY_BETWEEN).finditer(text))
    sure = [match for match in matches if _SURELY_BETWEEN.fullmatch(match[0])]
    for match in reversed(sure or matches):
        before, after = text[: match.start()], text[match.end() :].strip()
        behind = after.removesuffix(")") if "(" in match[0] else after
        if before.strip() and _are_people(behind):
            return before, behind
    for match in [match for match in matches if match[0].strip() not in ("by", "(")][:1]:
        before, after = text[: match.start()], text[match.end() :].strip()
        if after and _are_people(before):
            return after, before
    return text, ""


def _are_people(text: str) -> bool:
    """Whether a text is names of two words at least, with titles and affiliations, or TBA."""
    bare = squeeze(_IN_BRACKETS.sub("", text))
    names = [without_title(name) for name in _BETWEEN_NAMES.split(bare)]
    return all(is_nobody(name) or (" " in name and are_people(name)) for name in names)
