"""Control characters, as copying out of a PDF leaves them: no page and no feed may hold them."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")  # form feeds part pages


def without_controls(text: str) -> str:
    """The text with a space for each of them."""
    return CONTROL.sub(" ", text)
