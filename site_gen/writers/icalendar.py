"""iCalendar as it is written: escaped text, folded lines, components (RFC 5545, section 3)."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """A value of type TEXT; its line ends are "\\n" (3.3.11)."""
    return value.translate(_ESCAPES)


def line(name: str, value: str) -> str:
    """A content line of at most 75 octets, folded between characters (3.1).

    `name` may carry parameters; neither it nor `value` holds control characters.
    """
    whole = f"{name}:{value}"
    octets = whole.encode()
    if len(octets) <= _LONGEST_LINE:
        return whole + "\r\n"
    return "\r\n ".join(_pieces(octets)) + "\r\n"


def component(name: str, *content: str) -> str:
    """A component of content lines and components."""
    return f"BEGIN:{name}\r\n{''.join(content)}END:{name}\r\n"


def _pieces(octets: bytes) -> Iterable[str]:
    start, room = 0, _LONGEST_LINE
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        yield octets[start:end].decode()
        start, room = end, _LONGEST_LINE - 1  # the space that begins a continuation counts
