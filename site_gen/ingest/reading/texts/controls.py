"""Control characters, as copying out of a PDF leaves them: no page and no feed may hold them."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")  # form feeds part pages
# The same as JSON writes them, and as markup does those that stand for characters of Windows-1252.
_ESCAPED = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*)\\u00(?:0[0-8be]|0f|1[\da-f]|7f|8[0-46-9a-f]|9[\da-f])"
    r"|&#(?:0*(?P<decimal>1[2-5]\d)|x0*(?P<hex>[89][\da-f]));",
    re.IGNORECASE,
)
_MAY_BE = (*(rf"\u00{first}" for first in "01789"), "&#")  # in one that is escaped


def without_controls(text: str) -> str:
    """The text with a space for each of them."""
    return CONTROL.sub(" ", text)


def without_escaped_controls(text: str) -> str:
    """The text with a space for what an escape of JSON says, and what browsers show for one of markup."""
    return _ESCAPED.sub(_shown, text) if any(sign in text for sign in _MAY_BE) else text


def _shown(match: re.Match[str]) -> str:
    if match["before"] is not None:
        return f"{match['before']}\\u0020"  # as long as what it stands for
    code = int(match["decimal"] or match["hex"], 10 if match["decimal"] else 16)
    if not 0x80 <= code <= 0x9F:
        return match[0]
    return bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ")
