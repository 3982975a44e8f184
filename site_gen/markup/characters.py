"""Characters that text from outside may not bring along: controls, marks that turn the writing around, and
what nobody sees."""

from __future__ import annotations

import re

from site_gen.text import squeeze

# U+202A–202E and U+2066–2069 change the direction of what follows them, beyond their own text.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE_CONTROLS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# A joiner means something in emoji and in scripts that join their letters, but behind none of these; a space
# of no width tells where a word ends in scripts of South-East Asia alone.
_INVISIBLE = re.compile(
    "(?:\\A|(?<=[\x00-\u058f]))[\u200c\u200d]+"
    "|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b+|[\u180e\u2060]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066\u2067\ufeff]")  # pages isolate by U+2068 and U+2069 themselves
_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u200b\u200c\u200d\u2060\ufeff"


def clean(text: str) -> str:
    """Text without control, direction and surrogate characters; line ends are "\\n", other breaks a space."""
    if text.isprintable():
        return text
    without = _CONTROLS.sub("", _SPACE_CONTROLS.sub(_as_space, text).replace("\u2029", "\n\n"))
    return _INVISIBLE.sub("", without)


def without_marks(page: str) -> str:
    """A whole page, where any text on it brought marks along: what is made of plain values is not cleaned."""
    # Searched for one by one: ten times as fast as a pattern.
    if page.isascii() or not any(mark in page for mark in _MARKS):
        return page
    return _INVISIBLE.sub("", _TURNING.sub("", page))


def plain_line(text: str) -> str:
    """A text on one line as it stands, without such characters."""
    return squeeze(clean(text))


def turns_direction(text: str) -> bool:
    """Whether the text holds a character that overrides, embeds or isolates the writing direction."""
    return not text.isascii() and _DIRECTION.search(text) is not None


def _as_space(match: re.Match[str]) -> str:
    return "\n" if match[0].startswith("\r") else " "
