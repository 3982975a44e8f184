"""Texts in short: plain, and cut at a word."""

from __future__ import annotations

from site_gen import markup


def shortened(text: str, length: int) -> str:
    """The beginning of a text without its markup, cut at a word."""
    # Of a long text only as much is read as can be shown: markup rarely triples it.
    plain = markup.plain(_cut(text, 3 * length))
    return plain if len(plain) <= length else f"{_cut(plain, length)}…"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,.;:")
