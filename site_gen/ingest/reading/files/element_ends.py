"""What the elements of a saved page write at their ends into its lines."""

from __future__ import annotations

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
"""The emphasis that elements are, as Markdown writes it."""


def closed(line: str, closing: str) -> str:
    """A line with the end of an element, of an emphasis right behind its last word.

    Brackets around what the page prints in brackets are one pair.
    """
    bare = line.rstrip()
    begin = bare.rfind(" ((") if closing == ")" and bare.endswith(")") else -1
    if begin >= 0 and bare.count("(", begin) == bare.count(")", begin) + 1:
        return bare[: begin + 1] + bare[begin + 2 :]
    end = len(bare) if closing in MARKS.values() else len(line)
    return line[:end] + closing + line[end:]
