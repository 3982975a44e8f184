"""The Markdown engine for texts of papers: what is common in abstracts and titles, and nothing that loads."""

from __future__ import annotations

import re
from functools import cache
from html import escape

# 50 ms to import: this module is itself imported late, for the first text that has any markup.
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block

from site_gen.markup import tex, typography
from site_gen.markup.engine import Environment, RendererHTML, Tokens, restrain, text_of
from site_gen.markup.urls import has_scheme, safe_url

# No headings, quotations, rules, references or indented code: a line of an abstract that begins with
# "#", ">" or four spaces is a sentence that lost its way.
_RULES = ("list", "emphasis", "newline", "escape", "backticks", "link", "autolink", "entity", "text_join")
_LATE_RULES = ("balance_pairs", "emphasis", "fragments_join")


def block_html(text: str) -> str:
    """The HTML of an abstract: paragraphs and lists."""
    return _rendered(engine().parse(text)).rstrip("\n")


def inline_html(line: str) -> str:
    """The HTML of a title: no blocks, and of links the text alone."""
    shown = [token for token in _inline_tokens(line) if token.tag != "a"]
    return _rendered(shown)


def inline_text(line: str) -> str:
    """The text of a title or an abstract without any markup."""
    return text_of(_inline_tokens(line))


def _rendered(tokens: Tokens) -> str:
    html: str = engine().renderer.render(tokens, engine().options, {})
    return html


def _inline_tokens(line: str) -> Tokens:
    return [token for block in engine().parseInline(line) for token in block.children or []]


@cache
def engine() -> MarkdownIt:
    """The engine for texts of papers."""
    made = restrain(MarkdownIt("zero", {"html": False}).enable(_RULES))
    made.inline.ruler2.enable(_LATE_RULES)
    made.inline.ruler.at("emphasis", typography.emphasis)
    made.inline.ruler.before("escape", "command", tex.command)
    made.inline.ruler.before("escape", "old_style", tex.old_style)
    made.inline.ruler.before("escape", "tie", typography.tie)
    made.inline.ruler.before("backticks", "quotation", typography.quotation)
    made.core.ruler.before("text_join", "dashes", typography.dashes)
    made.validateLink = _is_absolute_link  # type: ignore[method-assign]  # the engine's documented way
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.add_render_rule("link_open", _link_open)
    made.add_render_rule("hardbreak", _line_end)
    return made


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The engine's rule for lists, but "2021. The year" begins none: the number would leave the text."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if line[:1].isdigit() and not re.match(r"1[.)]\s", line):
        return False
    return list_block(state, start, end, silent)


def _line_end(
    _renderer: RendererHTML, _tokens: Tokens, _index: int, _options: object, _environment: Environment
) -> str:
    return "\n"


def _is_absolute_link(url: str) -> bool:
    # An abstract has no page of its own that a relative target could start from: "f[x](t)" stays.
    target = safe_url(url)
    return target is not None and has_scheme(target)


def _link_open(
    _renderer: RendererHTML, tokens: Tokens, index: int, _options: object, _environment: Environment
) -> str:
    # Authors write abstracts: the conference does not vouch for what they link to.
    return f'<a href="{escape(str(tokens[index].attrs["href"]))}" rel="nofollow">'
