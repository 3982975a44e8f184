"""What a page of the reference is made of, and its Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """A page of the reference: its id, its title in lists, and what makes its Markdown."""

    id: str
    title: str
    body: Callable[[], str]


def front_matter(page: ReferencePage, order: int) -> str:
    """What stands above a page, which is part of the page `reference`."""
    return f"---\ntitle: {page.title}\npart_of: reference\norder: {order}\n---\n\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar inside a cell would end it, so it is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def code(text: str) -> str:
    """Text as it is typed; nothing for nothing."""
    return f"`{text}`" if text else ""


def block(text: str) -> str:
    """Lines as they are typed."""
    return f"~~~~\n{text.rstrip()}\n~~~~"


def listed(words: Iterable[str]) -> str:
    """Words as they are typed, between commas."""
    return ", ".join(map(code, words))
