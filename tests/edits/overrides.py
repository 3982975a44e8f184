"""Random edits beside content: templates, static files and files of papers."""

from __future__ import annotations

import random
from pathlib import Path

from site_gen.content import paths
from tests.edits.project import Edit, Files, editions, own_files

BUILT_IN = Path(__file__).parents[2]


def override_template(chance: random.Random, _files: Files) -> Edit:
    """A template of the project over a built-in one: as it was, changed, extended, broken."""
    folder = BUILT_IN / "templates"
    file = chance.choice(sorted(file for file in folder.rglob("*") if file.is_file()))
    name = file.relative_to(folder).as_posix()
    text = file.read_text(encoding="utf-8")
    what, changed = chance.choice(
        [
            ("as the built-in one", text),
            ("a comment below", f"{text}<!-- ours -->\n"),
            ("a comment above", f"{{# ours #}}\n{text}"),
            ("another word", text.replace("</", " ours</", 1)),
            ("extends the built-in one", f'{{% extends "built-in/{name}" %}}\n'),
            ("nothing else", "Nothing here.\n"),
            ("an unknown name", f"{text}{{{{ nothing }}}}\n"),
            ("broken", f"{text}{{{{ broken\n"),
        ]
    )
    return Edit(f"templates/{name}: {what}", {f"templates/{name}": changed.encode()})


def override_static(chance: random.Random, _files: Files) -> Edit:
    """A static file of the project's own or over a built-in one."""
    folder = BUILT_IN / "static"
    built_in = sorted(file for file in folder.rglob("*") if file.is_file())
    file = chance.choice(built_in)
    size = chance.choice([20, 40])
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size * 2}"/>\n'.encode()
    path, body = chance.choice(
        [
            (file.relative_to(folder).as_posix(), file.read_bytes() + b"\n"),
            (chance.choice(["own.css", "css/own.css"]), chance.choice([b"p { color: red }\n", b"a {}\n"])),
            (chance.choice(["own.svg", "people/ada.svg", "favicon.svg"]), picture),
            ("fonts/own.woff2", chance.choice([b"wOF2one", b"wOF2other"])),
        ]
    )
    return Edit(f"static/{path}: {len(body)} bytes", {f"static/{path}": body})


def edit_paper_file(chance: random.Random, files: Files) -> Edit | None:
    """A file of a paper: it comes, or another one takes its place."""
    papers = [(each, paper) for each in editions(files) for paper in own_files("papers", each, files)]
    if not papers:
        return None
    edition, paper = chance.choice(papers)
    name = chance.choice(["{}.pdf", "{}-slides.pdf", "{}-poster.png", "{}-supplement.zip", "{}-other.pdf"])
    path = f"{paths.files(edition)}/{name.format(paper)}"
    return Edit(f"{path}: put", {path: chance.choice([b"%PDF-1.4\n", b"%PDF-1.7\n", b"%PDF-1.7\nlonger\n"])})
