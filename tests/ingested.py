"""A project with one source document, and what ingest makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.command import in_project as ran


def ingested(folder: Path, name: str, text: str) -> tuple[str, list[str], list[Any]]:
    """What is told of a document, the titles of its papers, and its sessions."""
    return ingested_together(folder, {name: text})


def ingested_together(folder: Path, documents: Mapping[str, str]) -> tuple[str, list[str], list[Any]]:
    """What is told of documents of one edition, the titles of their papers, and the sessions."""
    files = {
        "content/site.yaml": "title: Owls\ntime_zone: UTC\n",
        "content/sources.yaml": "".join(f'- file: sources/{each}\n  edition: "2031"\n' for each in documents),
        **{f"content/sources/{name}": text for name, text in documents.items()},
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    _, output = ran(folder, "ingest")
    edition = folder / "content" / "2031"
    papers = [_read(each) for each in (edition / "papers").glob("*.yaml")]
    sessions = edition / "sessions.yaml"
    listed = _read(sessions) if sessions.exists() else []
    return output, sorted(paper["title"] for paper in papers), listed


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)  # safe_load takes ten times as long
