"""Text that means nothing to the Markdown engine: recognised and escaped without it, with the same result."""

from __future__ import annotations

import re

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# What may mean something to the engine. Ten searches for a string cost a tenth of one for a pattern.
_SIGNS = ("\\", "`", "*", "_", "$", "~", "\t", "](", "://", "--")
_TAG_OR_REFERENCE = re.compile(r"<[A-Za-z]|&[#A-Za-z]")
_LIST_ITEM = re.compile(r"[ ]*(?:[-+]|[0-9]{1,9}[.)])(?:\s|\Z)")


def is_literal(text: str) -> bool:
    """Whether the engine for abstracts would only part this text into paragraphs and escape it."""
    if not is_literal_line(text):
        return False
    if "\n" not in text:
        return not _LIST_ITEM.match(text)
    parts = _BLANK_LINES.split(text)
    return not any("\n" in part.strip("\n ") or _LIST_ITEM.match(part) for part in parts)


def is_literal_line(line: str) -> bool:
    """Whether the engine would only escape this line."""
    if any(sign in line for sign in _SIGNS):
        return False
    return not (("<" in line or "&" in line) and _TAG_OR_REFERENCE.search(line))


def parted(text: str) -> list[str]:
    """The paragraphs of a text: what stands between its blank lines."""
    parts = (part.strip(" \t\n") for part in _BLANK_LINES.split(text))
    return [part for part in parts if part]


def paragraphs(text: str) -> str:
    """The text escaped, with a paragraph for each part between blank lines."""
    return "\n".join(f"<p>{escaped(part)}</p>" for part in parted(text))


def escaped(text: str) -> str:
    """The text escaped as the engine does it, so that both ways to the same page give the same bytes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
