"""Source formats with an example each, and the columns of tables, out of ingest and its test cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from docs.reference.page import block, code, listed, table
from site_gen.ingest.formats import SOURCE_FORMATS
from site_gen.ingest.reading.columns.column_names import FIELDS, SHEET_FIELDS

_CASES = Path(__file__).parents[2] / "tests" / "cases" / "sources"
_FIRST = re.compile(r"\A==== [^\n]*\n(.*?)^----$", re.MULTILINE | re.DOTALL)
_MOST_LINES = 30


def body() -> str:
    """The page: the formats, then the columns."""
    parts = [_LEAD]
    for each in SOURCE_FORMATS:
        parts.append(f"## {_heading(each.title)}\n\n{code(f'format: {each.name}')}")
        parts.append(block(_example(each.name)))
    parts += [f"## Columns of papers\n\n{_COLUMNS}\n\n{_columns(FIELDS)}"]
    programme = {name: names for name, names in SHEET_FIELDS.items() if names != FIELDS.get(name)}
    parts += [f"## Columns of a programme\n\n{_OF_PROGRAMME}\n\n{_columns(programme)}"]
    return "\n\n".join(parts) + "\n"


def _heading(title: str) -> str:
    """The title of a format as a heading; a name as iCalendar, and that of a file, stay as they are."""
    first = title.split()[0]
    is_name = first != first.lower() or "." in first
    return title if is_name else title[0].upper() + title[1:]


_LEAD = (
    "Source documents lie in `content/sources/` as they were received. The format of each is detected; "
    "`format:` in `content/sources.yaml` says it where two would do. Below each is a document of that "
    "format, shortened, as the tests read it."
)
_COLUMNS = (
    "These names of columns are known, in capitals or small letters, with spaces, hyphens or underscores; "
    "so are others whose words mean the same (“Title of your talk”). For any other name `columns:` in "
    "`content/sources.yaml` says which column holds a field:\n\n```yaml\n- file: sources/accepted.csv\n  "
    "columns:\n    decision: Final verdict\n```"
)

_OF_PROGRAMME = (
    "A programme may have the columns of papers too. Its `decision` is the status of a session or talk: "
    "moved, late, cancelled. What only `columns:` can say: `talk_speaker` is a title and who speaks in one "
    "cell, and `note` a remark that is for the public."
)
_BY_COLUMNS = "only by `columns:`"


def _example(name: str) -> str:
    """The input of the first case of a format, not more than some lines of it."""
    found = _FIRST.match((_CASES / f"{name}.txt").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{name}.txt begins with no case")
    lines = found[1].rstrip().split("\n")
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])


def _columns(fields: Mapping[str, tuple[str, ...]]) -> str:
    rows = ((code(name), listed(names) or _BY_COLUMNS) for name, names in fields.items())
    return table(("Field", "Names"), rows)
