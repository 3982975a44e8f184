"""Colours as #rrggbb: how well one is read on another (WCAG 2.2), and one that can be read."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of text, success criterion 1.4.3."""

_STEPS = 20
_WHITE, _BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: str, colour: str, towards: str) -> str:
    """The colour, mixed with as much of `towards` as it takes to be read on the ground."""
    mixed = (_mixed(colour, towards, step) for step in range(_STEPS + 1))
    return next((each for each in mixed if contrast(each, ground) >= READABLE), towards)


def ink_on(ground: str) -> str:
    """White where it can be read on a ground, else black."""
    return _WHITE if contrast(ground, _WHITE) >= READABLE else _BLACK


def _mixed(one: str, other: str, step: int) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{(a * (_STEPS - step) + b * step) // _STEPS:02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
