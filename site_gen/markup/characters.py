"""Characters that text from outside may not bring along: controls, and marks that turn the writing around."""

from __future__ import annotations

import re

# U+202A–202E and U+2066–2069 change the direction of what follows them, beyond their own text.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE_CONTROLS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Text without control, direction and surrogate characters; line ends are "\\n", other breaks a space."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _SPACE_CONTROLS.sub(_as_space, text).replace("\u2029", "\n\n"))


def turns_direction(text: str) -> bool:
    """Whether the text holds a character that overrides, embeds or isolates the writing direction."""
    return not text.isascii() and _DIRECTION.search(text) is not None


def _as_space(match: re.Match[str]) -> str:
    return "\n" if match[0].startswith("\r") else " "
