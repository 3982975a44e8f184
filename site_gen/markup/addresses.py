"""Addresses in running text, as rules of the Markdown engine: "https://example.org/a_b." becomes a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.markup.reading import push_address
from site_gen.markup.urls import safe_url

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![A-Za-z0-9])(https?)\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"://[\w\[][-\w./?=&%#~:@!'()*+,;\[\]]{0,2000}")
_SENTENCE_MARKS = ".,;:!?'*_~"


def web_address(state: StateInline, silent: bool) -> bool:
    """Rule for an address in running text: "https://example.org/a_b." without the full stop."""
    if state.src[state.pos] != ":" or state.linkLevel:
        return False
    scheme = _SCHEME.search(state.pending[-6:])
    rest = _ADDRESS.match(state.src, state.pos, state.posMax)
    if scheme is None or rest is None:
        return False
    url = scheme[1] + _without_end(rest[0])
    if safe_url(url) is None:
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[1])]
        push_address(state, url)
    state.pos += len(url) - len(scheme[1])
    return True


def _without_end(address: str) -> str:
    """The address without the marks that belong to the sentence around it."""
    shorter = address.rstrip(_SENTENCE_MARKS)
    while _closes_more(shorter, "()") or _closes_more(shorter, "[]"):
        shorter = shorter[:-1].rstrip(_SENTENCE_MARKS)
    return shorter


def _closes_more(address: str, brackets: str) -> bool:
    return address.endswith(brackets[1]) and address.count(brackets[1]) > address.count(brackets[0])
