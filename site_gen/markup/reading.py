"""Steps that several rules of the Markdown engine take while they read running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def read_part(state: StateInline, start: int, stop: int) -> None:
    """Read the text between two positions as running text of its own."""
    position, end = state.pos, state.posMax
    state.pos, state.posMax = start, stop
    state.level += 1  # braces within braces count against the nesting that the engine allows
    state.md.inline.tokenize(state)
    state.level -= 1
    state.pos, state.posMax = position, end


def replaced(state: StateInline, silent: bool, text: str, end: int) -> bool:
    """Show a text in place of what stands up to `end`; true, as a rule says that it read something."""
    if not silent:
        state.append_pending(text)
    state.pos = end
    return True


def push_address(state: StateInline, url: str) -> None:
    """Add a link that shows its own address; "auto" keeps other rules from changing it."""
    opening = state.push("link_open", "a", 1)
    opening.attrs, opening.info = {"href": url}, "auto"
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1).info = "auto"
