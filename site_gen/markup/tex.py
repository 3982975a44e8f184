"""TeX in running text, as rules of the Markdown engine: formulas, commands, accents, quotations, dashes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

# 50 ms to import: this module is itself imported late, for the first text that has any markup.
from markdown_it.rules_inline.state_inline import Delimiter

from site_gen.markup.formulas import formula_at
from site_gen.markup.symbols import LETTERS, accented, symbol
from site_gen.markup.urls import has_scheme, safe_url

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

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
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_DOUBLE_QUOTED = re.compile(r"``(?=[^\s`])((?:[^`']|'(?!')|`(?!`)){1,500})''")
_SINGLE_QUOTED = re.compile(r"`(?=[^\s`])((?:[^`']|'(?=\w)){1,200})'(?!\w)")
_OPENING = re.compile(r"(?:^|[\s(\[{“‘—–-])\Z")


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
    """Rule for `{\\em …}`."""
    match = _OLD_STYLE.match(state.src, state.pos, state.posMax)
    if match is None or state.src[state.pos] != "{":
        return False
    end = _closing(state, state.pos)
    if end < match.end():
        return False
    _wrapped(state, silent, _OLD_STYLES[match[1]], match.end(), end)
    state.pos = end + 1
    return True


def emphasis(state: StateInline, silent: bool) -> bool:
    """Rule for `*word*` and `_word_`, not inside a word: "a*b*c" is a product (Chinese has no spaces)."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    splits_words = marker == "*" and not state.src[max(0, state.pos - 1) : state.pos].isascii()
    scanned = state.scanDelims(state.pos, splits_words)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        delimiter = Delimiter(
            marker=ord(marker),
            length=scanned.length,
            token=len(state.tokens) - 1,
            end=-1,
            open=scanned.can_open,
            close=scanned.can_close,
        )
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def quotation(state: StateInline, silent: bool) -> bool:
    """Rule for ``…'' and `…', where the backticks are not those of code."""
    if state.src[state.pos] != "`" or not _OPENING.search(state.src[max(0, state.pos - 1) : state.pos]):
        return False
    match = _DOUBLE_QUOTED.match(state.src, state.pos, state.posMax)
    marks = "“”"
    if match is None:
        match = _SINGLE_QUOTED.match(state.src, state.pos, state.posMax)
        marks = "‘’"
        if match is None or _is_code(state.src, match.end()):
            return False
    if not silent:
        state.append_pending(marks[0])
        _tokenize(state, match.start(1), match.end(1))
        state.append_pending(marks[1])
    state.pos = match.end()
    return True


def tie(state: StateInline, silent: bool) -> bool:
    """Rule for `Fig.~2`, a space that does not break; "~100" and "5~10" keep their sign."""
    before = state.src[max(0, state.pos - 1) : state.pos]
    after = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "~" or not (before.isalpha() or before in (".", ",", ")", "}", "]", "$")):
        return False
    if not before or not after or after.isspace() or after == "~":
        return False
    if not silent:
        state.append_pending("\u00a0")
    state.pos += 1
    return True


def dashes(state: StateCore) -> None:
    """Core rule: `--` and `---` in running text become dashes; not in code, addresses, or "--option"."""
    for block in state.tokens:
        if block.type == "inline" and "--" in block.content:
            _dash(block.children or [])


def _dash(tokens: list[Token]) -> None:
    literal = 0
    for token in tokens:
        if token.tag == "code" or token.info == "auto":
            literal += token.nesting
        elif token.type == "text" and not literal and "--" in token.content:
            text = re.sub(r"(?<!-)---(?!-)", "—", token.content)
            token.content = re.sub(r"(?<!-)(?:(?<![\s(\[])--|--(?![\w-]))(?!-)", "–", text)


def _accent(state: StateInline, silent: bool) -> bool:
    match = _ACCENT.match(state.src, state.pos, state.posMax)
    if match is None or _QUOTED_JSON.match(state.src, state.pos, state.posMax):
        return False
    letter = accented(match[1] or match[2], match[3] or match[4] or match[5])
    if not letter:
        return False
    return _replaced(state, silent, letter, match.end())


def _named(state: StateInline, silent: bool) -> bool:
    match = _COMMAND.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    name, end = match[1], match.end()
    if state.src.startswith("{", end):
        return _with_argument(state, silent, name, end)
    letter = LETTERS.get(name)
    if letter is None:
        letter = symbol(name) or None
    if letter is None:
        return _replaced(state, silent, match[0], end)
    return _replaced(
        state, silent, letter, end + (name in LETTERS and state.src.startswith(" ", end) and len(name) < 3)
    )


def _with_argument(state: StateInline, silent: bool, name: str, opening: int) -> bool:
    closing = _closing(state, opening)
    if closing < 0:
        return False
    if name == "url":
        _linked(state, silent, state.src[opening + 1 : closing], opening + 1, closing)
    elif name == "href" and state.src.startswith("{", closing + 1) and _closing(state, closing + 1) > 0:
        target, opening = state.src[opening + 1 : closing], closing + 1
        closing = _closing(state, opening)
        _linked(state, silent, target, opening + 1, closing)
    elif name in _ELEMENTS:
        _wrapped(state, silent, _ELEMENTS[name], opening + 1, closing)
    elif name.startswith("cite"):
        return _replaced(state, silent, f"[{state.src[opening + 1 : closing]}]", closing + 1)
    elif name in LETTERS or symbol(name):
        return _replaced(
            state, silent, LETTERS.get(name) or symbol(name), opening + 2 * (closing == opening + 1)
        )
    else:
        return _replaced(state, silent, "\\" + name, opening)
    state.pos = closing + 1
    return True


def _spacing(state: StateInline, silent: bool) -> bool:
    """`\\\\` ends a line, `\\,` and `\\ ` are spaces, `\\-` allows a hyphen; the rest is left to Markdown."""
    following = state.src[state.pos + 1 : state.pos + 3]
    if following[:1] == "\\":
        escaped = following[1:] in ("%", "&", "#", "_", "$")
        return _replaced(state, silent, following[1:] if escaped else " ", state.pos + 2 + escaped)
    if following[:1] == "-" and following[1:].isalpha():
        return _replaced(state, silent, "", state.pos + 2)
    if following[:1] in (",", " ", ";") and following:
        return _replaced(state, silent, " " if following[0] == " " else "\u202f", state.pos + 2)
    return False


def _linked(state: StateInline, silent: bool, target: str, start: int, stop: int) -> None:
    """A link on the text between two positions, or that text alone where the target is not safe."""
    if silent:
        return
    url = safe_url(re.sub(r"\\([%&#_~{}])", r"\1", target))
    if url is None or not has_scheme(url) or state.linkLevel:
        _tokenize(state, start, stop)
        return
    state.push("link_open", "a", 1).attrs = {"href": url}
    if state.src[start:stop] == target:
        state.push("text", "", 0).content = url
    else:
        state.linkLevel += 1
        _tokenize(state, start, stop)
        state.linkLevel -= 1
    state.push("link_close", "a", -1)


def _wrapped(state: StateInline, silent: bool, element: str, start: int, stop: int) -> None:
    if silent:
        return
    if not element:
        _tokenize(state, start, stop)
        return
    state.push(f"tex_{element}_open", element, 1)
    _tokenize(state, start, stop)
    state.push(f"tex_{element}_close", element, -1)


def _tokenize(state: StateInline, start: int, stop: int) -> None:
    """Read the text between two positions as running text of its own."""
    position, end = state.pos, state.posMax
    state.pos, state.posMax = start, stop
    state.level += 1  # braces within braces count against the nesting that the engine allows
    state.md.inline.tokenize(state)
    state.level -= 1
    state.pos, state.posMax = position, end


def _replaced(state: StateInline, silent: bool, text: str, end: int) -> bool:
    if not silent:
        state.append_pending(text)
    state.pos = end
    return True


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


def _is_code(text: str, end: int) -> bool:
    """Whether the backtick before is closed by another one, which does not look like the next quotation."""
    closing = text.find("`", end)
    return closing > 0 and not _OPENING.search(text[closing - 1 : closing])
