"""Random edits of a project: its content, templates, static files, files of papers, and ways back."""

from __future__ import annotations

import random
from collections.abc import Callable

from site_gen.content import paths
from tests.edits.change import Change
from tests.edits.overrides import edit_paper_file, override_static, override_template
from tests.edits.project import (
    ContentFile,
    Edit,
    Files,
    content_files,
    editions,
    has_own_files,
    names,
    parsed,
    written,
)
from tests.edits.samples import NEW_IDS, TEXTS, Samples


def random_edit(chance: random.Random, files: Files) -> Edit:
    """One edit of a project of these files; it may make content wrong."""
    while True:
        (make,) = chance.choices([make for make, _ in _WAYS], [weight for _, weight in _WAYS])
        edit = make(chance, files)
        if edit and any(files.get(path) != body for path, body in edit.files.items()):
            return edit


def _edit_field(chance: random.Random, files: Files) -> Edit | None:
    """Another value in a place of a content file that is there."""
    there = [file for file in content_files(files) if file.path in files]
    return _edit_content(chance, files, chance.choice(there))


def _edit_settings(chance: random.Random, files: Files) -> Edit | None:
    """Another value of site.yaml or of a conference.yaml."""
    settings = [file for file in content_files(files) if file.kind in ("series", "conference")]
    return _edit_content(chance, files, chance.choice(settings))


def _edit_content(chance: random.Random, files: Files, file: ContentFile) -> Edit | None:
    before = files.get(file.path, b"")
    value = parsed(before, file.path)
    if not isinstance(value, list if file.is_list else dict):
        return None
    change = Change(chance, Samples(chance, names(files, file.edition)))
    changed = (change.items if file.is_list else change.keys)(value, file.entity, file.kind)
    what = f"{file.path}: {' › '.join(change.steps)}"
    return Edit(what, {file.path: written(changed, file.path, before)})


def _add_list(chance: random.Random, files: Files) -> Edit | None:
    """A content file that holds a list, anew."""
    missing = [file for file in content_files(files) if file.is_list and file.path not in files]
    if not missing:
        return None
    file = chance.choice(missing)
    entity = Samples(chance, names(files, file.edition)).entity(file.entity)
    return Edit(f"{file.path}: new", {file.path: written([entity], file.path)})


def _add_entity(chance: random.Random, files: Files) -> Edit | None:
    """A paper or page, anew."""
    own = [file for file in content_files(files) if _is_one_of_many(file)]
    if not own:
        return None
    like = chance.choice(own)
    path = paths.file_of(like.kind, like.edition, chance.choice(NEW_IDS))
    entity = Samples(chance, names(files, like.edition)).entity(like.entity)
    entity.pop("id", None)
    body = b"---\n---\n" + chance.choice(TEXTS).encode() + b"\n"
    return Edit(f"{path}: new", {path: written(entity, path, body)})


def _is_one_of_many(file: ContentFile) -> bool:
    """Whether a content file is that of one entity of many."""
    return file.kind not in ("series", "conference", "sources") and has_own_files(file.kind)


def _edit_markdown(chance: random.Random, files: Files) -> Edit | None:
    """Another text of a prose page."""
    pages = [file for file in files if file.endswith(".md")]
    if not pages:
        return None
    path = chance.choice(pages)
    front = files[path].decode(errors="replace").split("---\n")
    if len(front) < 3:
        return None
    text = f"---\n{front[1]}---\n{chance.choice(TEXTS)}\n"
    return Edit(f"{path}: another text", {path: text.encode()})


def _edit_text(chance: random.Random, files: Files) -> Edit:
    """The same content on other lines, or a text that is broken off."""
    path = chance.choice([path for path in files if path.startswith("content/")])
    body = files[path]
    what, changed = chance.choice(
        [
            ("a comment above", b"# a comment\n" + body),
            ("a blank line below", body + b"\n"),
            ("line ends of Windows", body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")),
            ("broken off", body[: chance.randrange(len(body) + 1)]),
            ("an unknown key", body + b"unknown: key\n"),
            ("no UTF-8", body + b"\xff"),
        ]
    )
    return Edit(f"{path}: {what}", {path: changed})


def _remove_file(chance: random.Random, files: Files) -> Edit:
    path = chance.choice(sorted(files))
    return Edit(f"{path}: gone", {path: None})


def _rename_file(chance: random.Random, files: Files) -> Edit | None:
    """A paper, page, template or static file under another name; ids follow file names."""
    path = chance.choice(sorted(files))
    folder, _, name = path.rpartition("/")
    other = f"{folder}/{chance.choice(NEW_IDS)}.{name.rpartition('.')[2]}"
    return Edit(f"{path}: renamed to {other}", {path: None, other: files[path]})


def _swap_files(chance: random.Random, files: Files) -> Edit | None:
    """Two papers, or others of one folder, that say what the other one said."""
    path = chance.choice(sorted(files))
    folder = path.rpartition("/")[0]
    other = chance.choice(sorted(each for each in files if each.rpartition("/")[0] == folder))
    return Edit(f"{path} and {other}: swapped", {path: files[other], other: files[path]})


def _edit_edition(chance: random.Random, files: Files) -> Edit | None:
    """An edition that goes, or one more that is as another was."""
    edition = chance.choice(editions(files) or ["2026"])
    inside = {path: body for path, body in files.items() if path.startswith(f"content/{edition}/")}
    if chance.random() < 0.5:
        return Edit(f"content/{edition}: gone", dict.fromkeys(inside))
    other = chance.choice(["2024", "2025", "2027", "v1.5"])
    copied = {path.replace(edition, other, 1): body for path, body in inside.items()}
    return Edit(f"content/{other}: as content/{edition}", copied)


_Way = Callable[[random.Random, Files], "Edit | None"]
_WAYS: tuple[tuple[_Way, int], ...] = (
    (_edit_field, 12),
    (_edit_settings, 4),
    (_add_list, 2),
    (_add_entity, 2),
    (_edit_markdown, 1),
    (_edit_text, 1),
    (_remove_file, 2),
    (_rename_file, 1),
    (_swap_files, 1),
    (_edit_edition, 1),
    (override_template, 2),
    (override_static, 2),
    (edit_paper_file, 2),
)
