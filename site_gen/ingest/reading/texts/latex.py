"""LaTeX of BibTeX values as Unicode text; mathematics between dollar signs stays as it is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import unescape

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]  # it has no types

from site_gen.ingest.reading.texts.latex_accents import with_accents
from site_gen.text import squeeze

_INNER = r"\{(?:[^{}]|\{[^{}]{0,300}\}){0,600}+\}"  # a group, which may hold others
_ATOM = re.compile(
    r"(?P<math>\$\$[^$]{1,2000}\$\$|\$(?:\\.|[^$\\]){1,800}\$|\\\([^$]{1,800}?\\\)|\\ensuremath\s*\{[^{}]*\})"
    r"|(?P<accent>\\(?:[\"'`^~=.]\s*|[uvHcdbkrt](?![A-Za-z])\s*)"
    r"(?:\{\s*(?:\\[ij](?![A-Za-z])|[^\W\d_]{1,2})\s*\}|\\[ij](?![A-Za-z])\s?|[^\W\d_]))"
    r"|(?P<link>\\href\s*\{(?P<url>[^{}]*)\}\s*\{(?P<shown>[^{}]*)\})"
    rf"|(?P<command>\\(?P<called>[A-Za-z]+)\*?(?P<arguments>(?:\[[^\[\]]{{0,200}}\]){{0,2}}(?!\{{\}})(?:{_INNER})+))"
    r"|(?P<escaped>\\[&%$#_{}])"
    r"|(?P<space>(?<!\s)~|~(?!\s+\d)|\\[ ,;:!/@-]|\\\\)"  # between spaces it may be no tie: "50% ~ 75%"
    r"|(?P<macro>\\(?P<name>[A-Za-z]+)\*?(?P<gap>\s*)(?P<group>\{\})?)"
    r"|(?P<index>[\^_]\{[^{}]*\})"
    r"|(?P<mark>---?|``|'')"
    r"|(?P<brace>[{}])"
)
_FORMATTING = frozenset(
    [
        *(
            "emph",
            "textbf",
            "textit",
            "texttt",
            "textsc",
            "textrm",
            "textsf",
            "textsl",
            "textup",
            "text",
            "mbox",
        ),
        *(
            "url",
            "path",
            "underline",
            "uppercase",
            "bf",
            "it",
            "tt",
            "em",
            "sc",
            "rm",
            "sl",
            "bfseries",
            "itshape",
        ),
        *("small", "large", "relax", "protect", "noopsort", "nolinkurl", "hbox", "textmd", "textnormal"),
    ]
)
_LOGOS = frozenset(["TeX", "LaTeX", "BibTeX", "XeTeX", "XeLaTeX", "LuaTeX", "LuaLaTeX", "pdfTeX", "pdfLaTeX"])
_ADDRESSES = frozenset(["url", "path", "nolinkurl"])
_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”"}
_ENTITY = re.compile(
    r"(?:\{\\&\}|\\&|&)(?P<name>[A-Za-z]{2,8}|\\?#(?:[0-9]{1,6}|x[0-9a-fA-F]{2,5}));"
    r"|(?P<bare>#x[0-9a-fA-F]{2,5});"  # as IEEE writes it
)
_LETTERS = {"textcrd": "đ", "textcrh": "ħ"}  # of tipa, which the library does not know
_SPACES = re.compile(r"[ \t]{2,}")
_BLANKS = {"~": " ", "\\ ": " ", "\\,": " ", "\\;": " ", "\\:": " ", "\\\\": " "}
_SPECIAL = re.compile(r"[\\{}$~]|--|``|''")
_FUNCTION = re.compile(r"\\([a-z]{2,6})(?![a-z])")


def without_entities(latex: str) -> str:
    """The text with the characters that entities of a page stand for: ACM writes "R\\&amp;D"."""
    return _ENTITY.sub(_character, latex) if ";" in latex else latex


def unicode_text(latex: str) -> str:
    """The text that LaTeX stands for; an unknown macro stays as it is written, with its arguments.

    Braces are taken away; those of `$…$` and of a bare index (`T^{-1}`) stay.
    """
    latex = without_entities(latex)
    if not _SPECIAL.search(latex):
        return latex
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _ATOM.sub(_replaced, with_accents(latex))))


@cache
def formula_text(latex: str) -> str:
    """The characters of a formula in one line, as they are typed without TeX: "n^2", "√(n)", "n log n"."""
    return squeeze(_characters(_FUNCTION.sub(_apart, latex)))


def _apart(match: re.Match[str]) -> str:
    """A function that is typed as it is called stands between spaces: "n\\log n"."""
    return f" {match[1]} " if _characters(match[0]) == match[1] else match[0]


def _characters(latex: str) -> str:
    try:
        return str(LatexNodes2Text().latex_to_text(latex, tolerant_parsing=True))
    except (IndexError, KeyError, ValueError):
        return latex


def plain_address(latex: str) -> str:
    """An address or identifier without the LaTeX around it; "~" and "--" belong to it."""
    bare = re.sub(r"\\(?:url|path|nolinkurl|href)\s*", "", latex)
    bare = re.sub(r"\\([&%$#_{}~])", r"\1", bare).replace(r"\textasciitilde", "~")
    return re.sub(r"[{}\s]+", " ", bare).strip()


def _character(match: re.Match[str]) -> str:
    """The character of an entity; as it is written where there is none of that name."""
    name = (match["name"] or match["bare"]).removeprefix("\\")
    found = next(
        (unescape(f"&{each};") for each in (name, name.lower()) if unescape(f"&{each};")[0] != "&"), ""
    )
    return {"amp": r"\&", "#38": r"\&"}.get(name.lower(), found.replace("\xa0", " ") or match[0])


def _replaced(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if match["math"] or match["index"]:
        return match[0]
    if match["accent"]:
        return _symbol(match[0]) or match[0]
    if match["link"]:
        is_again = plain_address(match["shown"]) == plain_address(match["url"])
        return match["url"] if is_again else f"{match['shown']} ({match['url']})"
    if match["command"]:
        return _command(match)
    if match["escaped"]:
        return match[0][1]
    if match["macro"]:
        return _macro(match)
    if kind == "mark":
        return _MARKS[match[0]]
    return _BLANKS.get(match[0], "")


def _command(match: re.Match[str]) -> str:
    """A macro with arguments: an address and formatted text show, an unknown macro stays with them."""
    name, arguments = match["called"], match["arguments"]
    if name in _ADDRESSES:
        return plain_address(arguments)
    if name in _FORMATTING:
        return _ATOM.sub(_replaced, arguments)
    symbol = _macro_symbol(name)
    return symbol + _ATOM.sub(_replaced, arguments) if symbol else match[0]


def _macro(match: re.Match[str]) -> str:
    """A formatting macro gives way to its text, a symbol to its character, another stays."""
    if match["name"] in _FORMATTING:
        return ""
    symbol = _macro_symbol(match["name"])
    # In "\ss en" the space ends the macro; after "{}" it is one.
    return symbol + (match["gap"] if match["group"] else "") if symbol else match[0]


def _macro_symbol(name: str) -> str:
    """The one character that a macro stands for, or the name that it writes as a logo; empty for others.

    The library shows a citation as "<cit.>" and "\\today" as the day of the run: those are no symbols.
    """
    if name in _LOGOS or name in _LETTERS:
        return _LETTERS.get(name, name)
    symbol = unicodedata.normalize("NFC", _symbol(f"\\{name}{{}}"))
    return symbol if len(symbol) == 1 else ""


@cache
def _symbol(latex: str) -> str:
    """The characters of one accent or symbol; empty where it is not known."""
    try:
        text = LatexNodes2Text(strict_latex_spaces=True).latex_to_text(latex, tolerant_parsing=True)
    except (IndexError, KeyError, ValueError):  # a macro that cannot do without its arguments
        return ""
    return str(text).strip()
