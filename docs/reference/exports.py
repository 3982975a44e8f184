"""Addresses of pages and files for programs, out of the kinds and exports, with words for their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from docs.reference.page import code, listed, table
from site_gen.exports import EXPORTS, POST_BUILD_EXPORTS
from site_gen.kinds import KINDS
from site_gen.planning import plan_project
from site_gen.problems import ProblemLog
from site_gen.site import AnyKind, Export, File, PostBuildExport, PostBuildFile, Site, Subject
from site_gen.site.exports import words_of

# A small project that has everything: the reference names the addresses of its files.
_SAMPLE = Path(__file__).parents[2] / "tests" / "projects" / "2026-11"


class _Word(str):
    """A word in the place of an id, or of a day."""

    def isoformat(self) -> str:
        return self


def body() -> str:
    """The page: pages by kind, then exports."""
    plan = plan_project(_SAMPLE, ProblemLog(), asked_for=["single-file"])
    if plan is None:
        raise ValueError("the sample project is wrong")
    site = plan.site
    kinds = [(code(kind.name), listed(_routes(kind)), "yes" if kind.markdown else "no") for kind in KINDS]
    pages = table(("Page", "Address", "Markdown beside it"), kinds)
    parts = [_LEAD, f"## Pages\n\n{_PAGES}\n\n{pages}", f"## Files\n\n{_FILES}"]
    exports: tuple[Export | PostBuildExport, ...] = (*EXPORTS, *POST_BUILD_EXPORTS)
    parts += [_export(site, each) for each in exports]
    return "\n\n".join(parts) + "\n"


_LEAD = "Addresses never change, and are those of this list; words in angle brackets stand for ids."
_PAGES = "A page is there where content has something for it. Its Markdown is its address with `index.md`."
_FILES = (
    "With `exports: all` in `content/site.yaml` each paper, session and person has its bibliographies and "
    "calendars as files too. `/data/` of each site lists those that it has."
)


def _routes(kind: AnyKind) -> Iterator[str]:
    """The addresses of a kind; one of the series and of editions has two."""
    words = {each.name: _Word(f"<{each.name}>") for each in fields(kind.subject) if each.init}
    routes = [f"/{kind.route(kind.subject(**words))}"]
    if "edition" in words and kind.name in ("figures", "prose"):
        routes.insert(0, f"/{kind.route(kind.subject(**words | {'edition': ''}))}")
    yield from routes


def _export(site: Site, export: Export | PostBuildExport) -> str:
    words = words_of(export, site.locale)
    files: Iterable[File | PostBuildFile] = (*site.files, *site.post_build_files)
    found = dict.fromkeys(_form(file) for file in files if file.export is export)
    facts = [f"- {listed(found)}"] if found else []
    facts += [f"- media type {code(export.media_type)}"] if export.media_type else []
    if export.specification:
        facts.append(f"- [{words.specification or export.specification}]({export.specification})")
    option = getattr(export, "option", "")
    facts += [f"- made where `--{option}` asks for it"] if option else []
    lines = [f"### {words.title}", words.description, "\n".join(facts)]
    return "\n\n".join(line for line in lines if line)


def _form(file: File | PostBuildFile) -> str:
    """The address of a file with words for the ids of its subject."""
    words = dict(_ids(file.subject))
    *folders, name = file.route.split("/")
    stem, dot, ending = name.partition(".")
    parts = (words.get(folder, folder) for folder in folders)
    stem = words.get(stem) or "-".join(words.get(part, part) for part in stem.split("-"))
    return "/" + "/".join([*parts, stem + dot + ending])


def _ids(subject: Any) -> Iterator[tuple[str, str]]:
    """Each id of a subject with the word for it."""
    for field in fields(subject):
        value = getattr(subject, field.name)
        if isinstance(value, Subject):
            yield from _ids(value)
        elif value:
            yield str(value), f"<{field.name}>"
