"""A name that is hidden now leaves the ids that were made of it, and so all addresses and keys.

These are the only ids that ever change. All that names them in the edition follows, first of all and
whatever becomes of the rest of the ingest: a hidden name must not wait.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_gen.conference import Conference, Paper, Series, Session
from site_gen.conference.former_names import hidden_names, holds_slug
from site_gen.content import Content, paths, write_files
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.text import fold, slug

_KINDS = ("papers", "sessions")


def rename_hidden(content: Content, series: Series) -> list[str]:
    """Rename what is called after a hidden name; returns the paths that changed."""
    hidden = hidden_names(series.authors)
    changed: list[str] = []
    for conference in series.conferences if hidden else ():
        renamed = dict(_renamed(conference, hidden))
        if renamed:
            changed += write_files(content.project, _texts(content, conference.id, renamed))
            _move_files(content.project / paths.files(conference.id), renamed)
    return changed


def _renamed(conference: Conference, hidden: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The old and the new id of each paper and session; a title that prints the name itself is left alone."""
    called: list[Paper | Session] = [*conference.papers, *conference.sessions]
    taken = {each.id for each in called}
    for each in called:
        new = each.id
        for name, present in sorted(hidden.items()):
            former = slug(name, limit=100)
            if former and holds_slug(new, former) and name not in fold(each.title or ""):
                new = new.replace(former, slug(present, limit=100) or "author")
        while new != each.id and new in taken:
            new += "-too"
        if new != each.id:
            taken.add(new)
            yield each.id, new


def _texts(content: Content, edition: str, renamed: Mapping[str, str]) -> dict[str, str | None]:
    """The files of an edition that name an old id, as they will be."""
    whole = "|".join(map(re.escape, sorted(renamed, key=len, reverse=True)))
    named = re.compile(rf"(?<![\w-])(?:{whole})(?![\w-])")
    texts: dict[str, str | None] = {}
    for path in sorted((content.project / paths.CONTENT / edition).rglob("*.yaml")):
        file = path.relative_to(content.project).as_posix()
        text = content.text(file, ProblemLog())
        if text is None:
            continue
        new_text = named.sub(lambda found: renamed[found[0]], text)
        new_name = renamed.get(path.stem, path.stem) if path.parent.name in _KINDS else path.stem
        if new_name != path.stem:
            texts[file] = None
            texts[str(Path(file).with_stem(new_name).as_posix())] = new_text
        elif new_text != text:
            texts[file] = new_text
    return texts


def _move_files(folder: Path, renamed: Mapping[str, str]) -> None:
    """Give the files beside papers the names of their papers."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        own, dot, rest = path.name.partition(".")
        old = next((each for each in renamed if own == each or own.startswith(f"{each}-")), None)
        if old:
            try:
                path.rename(path.with_name(renamed[old] + own.removeprefix(old) + dot + rest))
            except OSError as error:
                raise Stop(ExitStatus.ENVIRONMENT, f"cannot rename {path}: {error.strerror}") from None
