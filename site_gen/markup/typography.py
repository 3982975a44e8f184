"""The signs of running text, as rules of the Markdown engine: emphasis, quotation marks, ties, dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

# 50 ms to import: this module is itself imported late, for the first text that has any markup.
from markdown_it.rules_inline.state_inline import Delimiter

from site_gen.markup.reading import read_part, replaced

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DOUBLE_QUOTED = re.compile(r"``(?=[^\s`])((?:[^`']|'(?!')|`(?!`)){1,500})''")
_SINGLE_QUOTED = re.compile(r"`(?=[^\s`])((?:[^`']|'(?=\w)){1,200})'(?!\w)")
_OPENING = re.compile(r"(?:^|[\s(\[{“‘—–-])\Z")
_EM_DASH = re.compile(r"(?<!-)---(?!-)")
# "a -- b" and "1--2", but neither "--option" nor the arrow "-->".
_EN_DASH = re.compile(r"(?<![-<!])(?:(?<![\s(\[])--|--(?!\w))(?![->])")


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
        read_part(state, match.start(1), match.end(1))
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
    return replaced(state, silent, "\u00a0", state.pos + 1)


def dashes(state: StateCore) -> None:
    """Core rule: `--` and `---` in running text become dashes; not in code, addresses, or "--option"."""
    for block in state.tokens:
        if block.type == "inline" and "--" in block.content:
            _dash(block.children or [])


def _dash(tokens: list[Token]) -> None:
    literal = 0
    for index, token in enumerate(tokens):
        if token.tag == "code" or token.info == "auto":
            literal += token.nesting
        elif token.type == "text" and not literal and "--" in token.content:
            # What stands before the first token is a space, as it were; before another one, a word.
            text = _EM_DASH.sub("—", ("x" if index else " ") + token.content)
            token.content = _EN_DASH.sub("–", text)[1:]


def _is_code(text: str, end: int) -> bool:
    """Whether the backtick before is closed by another one, which does not look like the next quotation."""
    closing = text.find("`", end)
    return closing > 0 and not _OPENING.search(text[closing - 1 : closing])
