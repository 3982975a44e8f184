"""What the sources say of a field besides the value that counts, as the last ingest reported it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from site_gen.content import Plain
from site_gen.content.paths import report
from site_gen.content.reading import read_tree


def other_values(project: Path, edition: str, kind: str, entity: str) -> Mapping[str, tuple[str, ...]]:
    """For each field of an entity the other values with their places; nothing where no report tells any."""
    file = project / report(edition)
    if not edition or not file.is_file():
        return {}
    listed = _listed(file.read_text(encoding="utf-8"))
    begin = f"{kind}/{entity} "
    return {what.removeprefix(begin): said for what, said in listed.items() if what.startswith(begin)}


@lru_cache(maxsize=4)
def _listed(text: str) -> Mapping[str, tuple[str, ...]]:
    tree = read_tree(text)
    entries = tree.value.get("said_otherwise") if tree and isinstance(tree.value, dict) else None
    items = entries if isinstance(entries, list) else []
    return {
        str(item["what"]): tuple(map(_said, others))
        for item in items
        if isinstance(item, dict) and isinstance(others := item.get("others"), list)
    }


def _said(other: Plain) -> str:
    return f"{other['at']} says '{other['says']}'" if isinstance(other, dict) else ""
