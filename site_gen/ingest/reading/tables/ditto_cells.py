"""Cells that stand for the one above them: "〃", "ditto", "see above"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_MARK = (
    r"[\"”“″〃„]|''|``|,,|-\s?[\"”″〃]\s?-|do\.|ditto|dto\.?|dito|(?:see|as|same as|like) above|the same|same"
    r"|idem|id\.|ibid\.?|(?:s\.|siehe|wie) oben|s\. ?o\.|voir (?:ci-dessus|plus haut)|véase arriba|come sopra"
    r"|ver acima|zie boven|то же|jw\.|同上|同前|위와 같음|상동"
)
_DITTO = re.compile(rf"\s*+(?:{_MARK})\s*", re.IGNORECASE)
_MAY_HOLD = re.compile(rf"[\n,;|\t\"][ ]?(?:{_MARK})[ ]?(?:$|[,;|\t\"])", re.MULTILINE)
_LONGEST = 20  # characters of such a cell


@lru_cache(maxsize=2)  # every sign that may part the cells of a text asks for it in turn
def may_hold_ditto(text: str) -> bool:
    """Whether a text may hold such cells: most hold none, and are not asked cell by cell."""
    return _MAY_HOLD.search(f"\n{text.lower()}") is not None


def without_ditto(rows: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows with what each such cell stands for; one below nothing stays as it is."""
    above: Sequence[str] = ()
    for cells in rows:
        if any(len(cell) < _LONGEST and _DITTO.fullmatch(cell) for cell in cells):
            cells = [
                above[at] if len(cell) < _LONGEST and at < len(above) and _DITTO.fullmatch(cell) else cell
                for at, cell in enumerate(cells)
            ]
        yield cells
        above = cells if any(map(str.strip, cells)) else above
