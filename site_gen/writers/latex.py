"""Text as LaTeX: what it means to TeX is escaped, formulas stay formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen import markup
from site_gen.markup.characters import clean
from site_gen.markup.formulas import formula_at
from site_gen.markup.literal import parted
from site_gen.text import squeeze

# Of two hyphens, apostrophes or commas TeX would make one sign.
_SPECIAL = re.compile(r"[\\{}$&#%_~^`]|-(?=-)|'(?=')|,(?=,)")
_NAMES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "-": "-{}",
    "'": "'{}",
    ",": ",{}",
}
# BibTeX counts braces without looking for backslashes: one that is alone must not be written as one.
_LONE_BRACES = {"{": r"\ensuremath{\lbrace}", "}": r"\ensuremath{\rbrace}"}
_FORMULA_START = re.compile(r"\\.|\$", re.DOTALL)


def latex(text: str) -> str:
    """The text as LaTeX that prints just that; its braces are balanced as BibTeX counts them."""
    if text.isalnum():
        return text
    names = _NAMES if is_balanced(text) else _NAMES | _LONE_BRACES
    return _SPECIAL.sub(lambda found: names.get(found[0], "\\" + found[0]), text)


def latex_with_formulas(text: str) -> str:
    """A title or abstract as LaTeX on one line: its own formulas stay, other markup gives way to its text."""
    if "$" not in text and "\\" not in text:
        return latex(markup.plain(text))
    return " ".join("".join(_parts(squeeze(paragraph))) for paragraph in parted(clean(text)))


def is_balanced(text: str) -> bool:
    """Whether the braces of a text are in pairs, those after a backslash included."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for sign in re.findall(r"[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _parts(line: str) -> Iterator[str]:
    """The formulas of a line and the text between them, in order."""
    start = position = 0
    while sign := _FORMULA_START.search(line, position):
        position = sign.end()
        formula = formula_at(line, sign.start(), len(line))
        if formula and is_balanced(formula.tex):
            yield _between(line[start : sign.start()])
            yield f"${formula.tex}$"
            start = position = formula.end
    yield _between(line[start:])


def _between(text: str) -> str:
    """The LaTeX of text that stands beside a formula, with the spaces at its ends."""
    if not text.strip():
        return text
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return before + latex(markup.plain(text)) + after
