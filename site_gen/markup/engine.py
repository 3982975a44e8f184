"""What every Markdown engine here has in common: formulas, targets as typed, and limits on time."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from typing import Any

# 50 ms to import: this module is itself imported late, for the first text that has any markup.
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from site_gen.markup import tex
from site_gen.markup.addresses import web_address
from site_gen.markup.mathematics import formula_html, source_html
from site_gen.markup.readable import readable

__all__ = ["Environment", "RendererHTML", "Token", "Tokens", "restrain", "text_of"]

Tokens = Sequence[Token]
# What the engine lets one text carry along while it is rendered; we keep the amount of TeX there.
Environment = MutableMapping[str, Any]

# The engine's time grows with the square of these in one paragraph; no text for people has as many.
_MOST_BRACKETS = 200
_MOST_DELIMITERS = 400
# The engine needs some 10 µs for each of these; what a text has after so many is not read for markup.
_MOST_SIGNS = 10_000
_SIGN = re.compile(r"[^\w\s.,;()'\"]")
# A text has this many characters of TeX converted; a formula beyond that is shown as its source.
_MOST_TEX = 10_000


def restrain(made: MarkdownIt) -> MarkdownIt:
    """The same engine with formulas, with targets kept as typed, and with limits against hostile texts."""
    made.normalizeLink = _as_typed  # type: ignore[assignment]  # the engine's documented way
    made.normalizeLinkText = _as_typed  # type: ignore[assignment]  # the same
    made.core.ruler.at("inline", _inline)
    made.inline.ruler.at("text", _text)
    made.inline.ruler.after("text", "limits", _limits)
    made.inline.ruler.after("limits", "address", web_address)
    made.inline.ruler.before("escape", "formula", tex.formula)
    made.add_render_rule("formula", _formula)
    return made


def text_of(tokens: Tokens) -> str:
    """What a reader sees of inline tokens, without markup; formulas as readable text."""
    return "".join(_token_text(token) for token in tokens)


def _token_text(token: Token) -> str:
    if token.type == "formula":
        return readable(token.content)
    if token.type == "image":
        return text_of(token.children or [])
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _as_typed(target: str) -> str:
    return target


def _inline(state: StateCore) -> None:
    """The engine's core rule that reads the paragraphs, up to the number of signs that one text may have."""
    signs = 0
    for token in state.tokens:
        if token.type != "inline":
            continue
        signs += len(_SIGN.findall(token.content))
        token.children = []
        if signs > _MOST_SIGNS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _text(state: StateInline, silent: bool) -> bool:
    """The engine's rule for running text, which here ends with the part that is being read."""
    sign = state.md.inline.terminator_re.search(state.src, state.pos, state.posMax)
    end = sign.start() if sign else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _limits(state: StateInline, silent: bool) -> bool:
    """Rule that takes brackets and emphasis for text where a paragraph has too many of them."""
    sign = state.src[state.pos]
    many_brackets = sign in "[!" and _brackets(state.src) > _MOST_BRACKETS
    many_delimiters = sign in "*_" and len(state.delimiters) > _MOST_DELIMITERS
    if not (many_brackets or many_delimiters):
        return False
    if not silent:
        state.append_pending(sign)
    state.pos += 1
    return True


@lru_cache(maxsize=2)
def _brackets(paragraph: str) -> int:
    return paragraph.count("[")


def _formula(
    _renderer: RendererHTML, tokens: Tokens, index: int, _options: object, environment: Environment
) -> str:
    token = tokens[index]
    environment["tex"] = environment.get("tex", 0) + len(token.content)
    if environment["tex"] > _MOST_TEX:
        return source_html(token.content)
    return formula_html(token.content, token.info == "display")
