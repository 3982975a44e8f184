"""The project that is edited, and what can be edited in it: read off the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, get_type_hints

import yaml

from site_gen.conference import Conference, Series, SourceDocument
from site_gen.content import Plain, paths
from site_gen.content.schema import ELSEWHERE
from tests.edits.samples import Names, item_of

Files: TypeAlias = Mapping[str, bytes]
"""The files of a project by their paths."""

_TEXTS = {
    "content/site.yaml": "title: S\nbase_url: https://s.example/\n",
    "content/v1.5/conference.yaml": "title: S 1.5\nfirst_day: 2025-05-18\n",
    "content/v1.5/papers/early.yaml": "title: An early one\nauthors:\n- Bo Li\nabstract: Old news.\n",
    "content/2026/conference.yaml": (
        "title: S 2026\nfirst_day: 2026-05-18\nlast_day: 2026-05-20\ntime_zone: Europe/Berlin\n"
        "phase: programme\ntracks:\n- id: alpha\n  name: Alpha\nrooms:\n- id: hall\n  name: Hall\n"
    ),
    "content/2026/papers/first.yaml": (
        "title: First\nauthors:\n- Ada Byron\n- name: Bo Li\n  affiliations:\n  - S Lab\n"
        "abstract: Old *news* of $x^2$.\n"
    ),
    "content/2026/papers/second.yaml": (
        "title: Second\nauthors:\n- Bo Li\nabstract: Plain text on learning.\nkeywords:\n- news\n"
    ),
    "content/2026/papers/third.yaml": "title: Third\nauthors:\n- Cy Twombly\nabstract: Learning news.\n",
    "content/2026/sessions.yaml": (
        "- id: one\n  title: One\n  kind: oral\n  date: 2026-05-18\n  start: 09:00\n  end: 10:00\n"
        "  room: Hall\n  track: alpha\n  slots:\n  - paper: first\n  - paper: second\n"
        "- id: two\n  title: Two\n  kind: poster\n  date: 2026-05-19\n  start: 11:00\n  slots:\n"
        "  - paper: third\n"
    ),
    "content/2026/awards.yaml": "- id: best\n  name: Best Paper\n  papers:\n  - second\n",
    "content/pages/call.md": "---\ntitle: Call\n---\nSee [it](2026/papers/first).\n",
    "static/own.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>\n',
}
FILES: Files = {path: text.encode() for path, text in _TEXTS.items()}


@dataclass(frozen=True)
class Edit:
    """What somebody did, and the files that it changed; None where one is gone."""

    what: str
    files: Mapping[str, bytes | None]


def after(files: Files, edit: Edit) -> Files:
    """The files of a project after an edit."""
    changed = {**files, **edit.files}
    return {path: body for path, body in changed.items() if body is not None}


@dataclass(frozen=True)
class ContentFile:
    """A content file that may be there: it holds one entity, or a list of them."""

    path: str
    edition: str
    kind: str
    entity: Any
    is_list: bool


def content_files(files: Files) -> list[ContentFile]:
    """Every content file that a project of these editions, papers and pages may have."""
    found = [
        ContentFile(paths.file_of("series"), "", "series", Series, is_list=False),
        ContentFile(paths.file_of("sources"), "", "sources", SourceDocument, is_list=True),
        *_listed(Series, "", files),
    ]
    for edition in editions(files):
        file = paths.file_of("conference", edition)
        found.append(ContentFile(file, edition, "conference", Conference, is_list=False))
        found += _listed(Conference, edition, files)
    return found


def _listed(owner: Any, edition: str, files: Files) -> Iterator[ContentFile]:
    """The files of what the series or an edition holds, beside its own file."""
    for kind, entity in kinds_elsewhere(owner).items():
        if has_own_files(kind):
            for entity_id in own_files(kind, edition, files):
                path = paths.file_of(kind, edition, entity_id)
                yield ContentFile(path, edition, kind, entity, is_list=False)
        else:
            yield ContentFile(paths.file_of(kind, edition), edition, kind, entity, is_list=True)


def kinds_elsewhere(owner: Any) -> dict[str, Any]:
    """What an entity lists that is not written in its own file, but for editions: kind → entity."""
    hints = get_type_hints(owner, include_extras=True)
    listed = {name: item_of(hints[name]) for name in sorted(ELSEWHERE[owner])}
    entities = {kind: item for kind, item in listed.items() if dataclasses.is_dataclass(item)}
    return {kind: item for kind, item in entities.items() if item is not Conference}


def has_own_files(kind: str) -> bool:
    """Whether each entity of a kind has a file of its own."""
    return "named-so" in paths.file_of(kind, "2026", "named-so")


def own_files(kind: str, edition: str, files: Files) -> list[str]:
    """The ids of the entities of a kind that have a file of their own."""
    start, end = paths.file_of(kind, edition, "*").split("*")
    inside = (path for path in files if path.startswith(start) and path.endswith(end))
    return sorted(path.removeprefix(start).removesuffix(end) for path in inside)


def editions(files: Files) -> list[str]:
    """The folders of content/ that hold an edition."""
    folders = {path.split("/")[1] for path in files if path.startswith("content/") and path.count("/") > 1}
    return sorted(folders - paths.NOT_EDITIONS)


def names(files: Files, edition: str) -> Names:
    """What the content of an edition may point at."""
    ids: dict[str, list[str]] = {}
    for file in content_files(files):
        if file.edition in ("", edition):
            _note_ids(parsed(files.get(file.path, b""), file.path), ids, file.kind)
    for kind in kinds_elsewhere(Conference):
        if has_own_files(kind):
            ids[kind] = own_files(kind, edition, files)
    static = sorted(path.removeprefix("static/") for path in files if path.startswith("static/"))
    return Names(ids, static)


def _note_ids(value: Plain, ids: dict[str, list[str]], kind: str) -> None:
    """Note the ids of entities in a content file, by the key of the list that they stand in."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and isinstance(found := item.get("id"), str):
                ids.setdefault(kind, []).append(found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _note_ids(item, ids, key)


def parsed(body: bytes, path: str) -> Plain:
    """What a content file says, every scalar as text; None where it cannot be read."""
    try:
        text = body.decode()
        front = text.split("---\n")[1] if path.endswith(".md") else text
        value: Plain = yaml.load(front, yaml.BaseLoader)
    except (UnicodeDecodeError, IndexError, yaml.YAMLError):
        return None
    return value


def written(value: Plain, path: str, before: bytes = b"") -> bytes:
    """A content file that says this; a page keeps the Markdown that it had."""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    if path.endswith(".md"):
        markdown = before.decode(errors="replace").partition("---\n")[2].partition("---\n")[2]
        text = f"---\n{text}---\n{markdown}"
    return text.encode()
