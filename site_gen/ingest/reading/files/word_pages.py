"""What paragraphs and cells of word processors are on a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

Run: TypeAlias = tuple[str, tuple[str, ...]]
"""Words as HTML, where "\\t" is a tab, and the tags of their emphasis, or of the link that they are."""

_MOST_DIGITS = 2  # word processors have at most 63 columns


def printed_paragraph(element: str, runs: Iterable[Run]) -> str:
    """A paragraph as an element; what tabs part stands in parts of its own."""
    parts = [part for each in _words(runs).split("\t") if (part := each.strip())]
    text = parts[0] if len(parts) == 1 else "".join(f'<span class="part">{part}</span>' for part in parts)
    return f"<{element}>{text}</{element}>"


def printed_cell(text: str, columns: int, rows: int) -> str:
    """A cell of a table over so many columns and rows."""
    return f'<td colspan="{columns}" rowspan="{rows}">{text}</td>'


def link_mark(address: str) -> tuple[str, ...]:
    """The tag of a link to another site; none where it leads to no such."""
    return (f'a href="{escape(address)}"',) if address.startswith(("http://", "https://")) else ()


def span(number: str) -> int:
    """Over how many columns or rows a cell goes; one, where what is said is no such number."""
    is_number = number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
    return max(int(number), 1) if is_number else 1


def _words(runs: Iterable[Run]) -> str:
    """What is written in a paragraph; what is emphasised in one way is one element, however it is kept."""
    emphasised: list[Run] = []
    for words, marks in runs:
        before, same = emphasised[-1] if emphasised else ("", marks)
        if marks == same or not words.strip():
            emphasised[-1:] = [(before + words, same)]
        else:
            emphasised.append((words, marks))
    return "".join(_marked(words, marks) for words, marks in emphasised)


def _marked(words: str, marks: tuple[str, ...]) -> str:
    """Words between the tags of their emphasis, without the spaces around them; a tab ends it."""
    begin = "".join(f"<{mark}>" for mark in marks)
    end = "".join(f"</{mark.partition(' ')[0]}>" for mark in reversed(marks))
    return "\t".join(_between(begin, part, end) for part in words.split("\t")) if marks else words


def _between(begin: str, words: str, end: str) -> str:
    bare = words.strip(" ")
    return words.replace(bare, f"{begin}{bare}{end}", 1) if bare else words
