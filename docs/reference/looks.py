"""What a project's own templates and style sheets may change: blocks, macros and custom properties."""

from __future__ import annotations

import re
from pathlib import Path

from docs.reference.page import code, listed, table

_PROGRAM = Path(__file__).parents[2]
_BLOCK = re.compile(r"{% block (\w+) %}")
_MACRO = re.compile(r"{% macro (\w+)\(([^)]*)\) %}")
_EXTENDS = re.compile(r'{% extends "([^"]+)" %}')
_PROPERTY = re.compile(r"^\s*(--[\w-]+): (.*);$", re.MULTILINE)
_DARK = "@media (prefers-color-scheme: dark)"


def body() -> str:
    """The page: custom properties, then templates, then parts of templates."""
    folder = _PROGRAM / "templates"
    files = sorted(folder.rglob("*.*"), key=lambda file: (len(file.parts), file))
    texts = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
    pages = [(code(name), listed(_EXTENDS.findall(text)), listed(dict.fromkeys(_BLOCK.findall(text))))
             for name, text in texts.items() if not _MACRO.search(text) or _EXTENDS.search(text)]  # fmt: skip
    macros = [
        (code(name), ", ".join(code(f"{macro}({parameters})") for macro, parameters in _MACRO.findall(text)))
        for name, text in texts.items()
        if _MACRO.search(text) and not _EXTENDS.search(text)
    ]
    return "\n\n".join(
        [
            _LEAD,
            f"## Custom properties\n\n{_PROPERTIES}\n\n{_properties()}",
            f"## Templates\n\n{_TEMPLATES}\n\n{table(('Template', 'Extends', 'Blocks'), pages)}",
            f"## Parts\n\n{_PARTS}\n\n{table(('Template', 'Macros'), macros)}\n",
        ]
    )


_LEAD = (
    "A project's own `templates/` and `static/` lie over the built-in ones, file by file. For colours and "
    "type `theme:` in `content/site.yaml` is enough: see [Theme](reference-content.md#theme)."
)
_PROPERTIES = (
    "A project that wants other ones sets them in a style sheet of its own, which `theme: css:` names: see "
    "[Themes](themes.md). Every colour, space and size of the site is one of these."
)
_TEMPLATES = (
    "A template of a project may be a whole one, or extend the built-in one of its name and write its "
    'blocks: `{% extends "built-in/paper.html" %}`. Each has the facts of its page as `view`; `url` makes a '
    "link of a route, `asset` one of a static file."
)
_PARTS = 'What several pages share: `{% from "parts/links.html" import link_list %}`.'


def _properties() -> str:
    light, _, rest = (_PROGRAM / "static" / "css" / "tokens.css").read_text(encoding="utf-8").partition(_DARK)
    dark = dict(_PROPERTY.findall(rest.partition("\n}\n")[0]))
    rows = ((code(name), code(value), code(dark.get(name, ""))) for name, value in _PROPERTY.findall(light))
    return table(("Property", "Value", "In dark colours"), rows)
