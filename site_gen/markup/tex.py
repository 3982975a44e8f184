"""TeX in running text, as rules of the Markdown engine: formulas, commands, accents, spaces."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from site_gen.markup.formulas import formula_at
from site_gen.markup.reading import push_address, read_part, replaced
from site_gen.markup.symbols import LETTERS, accented, symbol
from site_gen.markup.urls import has_scheme, safe_url

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

# The element for the argument of a command; empty where the text alone is kept.
_ELEMENTS = {
    **dict.fromkeys(("emph", "textit", "textsl"), "em"),
    "textbf": "strong",
    "texttt": "code",
    "textsuperscript": "sup",
    "textsubscript": "sub",
    **dict.fromkeys(
        ("text", "textrm", "textsf", "textsc", "textup", "textmd", "textnormal", "mbox", "underline"), ""
    ),
}
_OLD_STYLES = {"em": "em", "it": "em", "sl": "em", "bf": "strong", "tt": "code", "sc": "", "rm": "", "sf": ""}

# A command may have been escaped twice on its way through JSON.
_COMMAND = re.compile(r"\\{1,2}([A-Za-z]+)")
_ACCENT = re.compile(
    r"\\(?:(['`\"^~=.])\s?|([cvuHkrdb])(?=\{))(?:\{\\?([A-Za-z])\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"
)
_QUOTED_JSON = re.compile(r'(?<!\w)\\"[^"\\\n]{1,200}\\"(?![\w{\\])')
_OLD_STYLE = re.compile(r"\{\\(em|it|sl|bf|tt|sc|rm|sf)(?![A-Za-z])\s*")
_GROUPED = re.compile(rf"\{{(?:{_ACCENT.pattern}|\\(?P<name>[A-Za-z]+)(?:\{{\}})?)\}}")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def formula(state: StateInline, silent: bool) -> bool:
    """Rule for `$…$`, `\\(…\\)` and their kin: one token that keeps the source."""
    if state.src[state.pos] not in "$\\":
        return False
    found = formula_at(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content = found.tex
        token.info = "display" if found.display else ""
    state.pos = found.end
    return True


def command(state: StateInline, silent: bool) -> bool:
    """Rule for `\\emph{…}`, `\\url{…}`, `\\times`, `\\'e`; an unknown command stays as it was typed."""
    if state.src[state.pos] != "\\":
        return False
    return _accent(state, silent) or _named(state, silent) or _spacing(state, silent)


def old_style(state: StateInline, silent: bool) -> bool:
    """Rule for `{\\em …}`, and for braces around one sign: `{\\LaTeX}`, `{\\'e}`."""
    if sign := _GROUPED.match(state.src, state.pos, state.posMax):
        name = sign["name"] or ""
        character = LETTERS.get(name, symbol(name)) if name else _letter(sign)
        return bool(character) and replaced(state, silent, character, sign.end())
    match = _OLD_STYLE.match(state.src, state.pos, state.posMax)
    if match is None or state.src[state.pos] != "{":
        return False
    end = _closing(state, state.pos)
    if end < match.end():
        return False
    _wrapped(state, silent, _OLD_STYLES[match[1]], match.end(), end)
    state.pos = end + 1
    return True


def _accent(state: StateInline, silent: bool) -> bool:
    match = _ACCENT.match(state.src, state.pos, state.posMax)
    if match is None or _QUOTED_JSON.match(state.src, state.pos, state.posMax):
        return False
    letter = _letter(match)
    return bool(letter) and replaced(state, silent, letter, match.end())


def _letter(match: re.Match[str]) -> str:
    return accented(match[1] or match[2], match[3] or match[4] or match[5])


def _named(state: StateInline, silent: bool) -> bool:
    match = _COMMAND.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    name, end = match[1], match.end()
    if state.src.startswith("{", end) and _with_argument(state, silent, name, end):
        return True
    character = LETTERS.get(name, symbol(name))
    if not character and name not in LETTERS:
        return replaced(state, silent, match[0], end)
    if state.src.startswith("{}", end):
        end += 2
    elif len(name) <= 2 and name in LETTERS and state.src.startswith(" ", end):
        end += 1  # the space that only ended the command: "Br\\o nsted"
    return replaced(state, silent, character, end)


def _with_argument(state: StateInline, silent: bool, name: str, opening: int) -> bool:
    closing = _closing(state, opening)
    if closing < 0:
        return False
    argument = state.src[opening + 1 : closing]
    if name in _ELEMENTS:
        _wrapped(state, silent, _ELEMENTS[name], opening + 1, closing)
    elif name == "url":
        _linked(state, silent, argument, opening + 1, closing)
    elif name == "href":
        return _href(state, silent, argument, closing + 1)
    elif name.startswith("cite"):
        return replaced(state, silent, f"[{argument}]", closing + 1)
    else:
        return False
    state.pos = closing + 1
    return True


def _href(state: StateInline, silent: bool, target: str, opening: int) -> bool:
    closing = _closing(state, opening)
    if closing < 0:
        return False
    _linked(state, silent, target, opening + 1, closing)
    state.pos = closing + 1
    return True


def _spacing(state: StateInline, silent: bool) -> bool:
    """`\\\\` ends a line, `\\,` and `\\ ` are spaces, `\\-` allows a hyphen; the rest is left to Markdown."""
    following = state.src[state.pos + 1 : state.pos + 3]
    if following[:1] == "\\":
        escaped = following[1:] in ("%", "&", "#", "_", "$")
        return replaced(state, silent, following[1:] if escaped else " ", state.pos + 2 + escaped)
    if following[:1] == "-" and following[1:].isalpha():
        return replaced(state, silent, "", state.pos + 2)
    if following[:1] in (",", " ", ";") and following:
        return replaced(state, silent, " " if following[0] == " " else "\u202f", state.pos + 2)
    return False


def _linked(state: StateInline, silent: bool, target: str, start: int, stop: int) -> None:
    """A link on the text between two positions, or that text alone where the target is not safe."""
    if silent:
        return
    url = safe_url(re.sub(r"\\([%&#_~{}])", r"\1", target))
    if url is None or not has_scheme(url) or state.linkLevel:
        read_part(state, start, stop)
        return
    if state.src[start:stop] == target:
        push_address(state, url)
        return
    state.push("link_open", "a", 1).attrs = {"href": url}
    state.linkLevel += 1
    read_part(state, start, stop)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)


def _wrapped(state: StateInline, silent: bool, element: str, start: int, stop: int) -> None:
    if silent:
        return
    if not element:
        read_part(state, start, stop)
        return
    state.push(f"tex_{element}_open", element, 1)
    read_part(state, start, stop)
    state.push(f"tex_{element}_close", element, -1)


def _closing(state: StateInline, opening: int) -> int:
    """Where the brace that opens here is closed; -1 where it is not, or only after the present part."""
    closing = _pairs(state.src).get(opening, -1)
    return closing if closing < state.posMax else -1


@lru_cache(maxsize=2)
def _pairs(text: str) -> dict[int, int]:
    """Each opening brace with its closing one: read once a paragraph, however many commands it has."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
