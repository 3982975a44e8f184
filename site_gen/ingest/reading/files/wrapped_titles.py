"""Breaks inside the links and headings of a saved page that only wrap a title, and part nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise

from site_gen.ingest.reading.files.page_signs import VOID

_TITLED = frozenset(["a", "h1", "h2", "h3", "h4", "h5", "h6"])
_DEEPEST = 500  # elements that are open at once, as in browsers
_OPEN = re.compile(r"(?:[:,&–—-]|\s(?P<small>[^\W\d_]{1,3}))$")  # what goes on in the next line: "… of the"
_LABEL = re.compile(r"[^\W\d_][^:]{0,25}:(?:\s|$)")
_TIME = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d|\b\d{1,2}\s?[ap]\.?m\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_FEWEST = 2  # like it without a break


@dataclass(slots=True)
class _Titled:
    """A link or heading: the elements that it stands in, its breaks, its lines, and what comes behind it."""

    path: tuple[str, ...]
    breaks: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    behind: str | None = None
    is_plain: bool = True

    @property
    def is_wrapped(self) -> bool:
        """Whether it is of several lines of words alone, none of which says something of its own."""
        lines = [line.strip() for line in self.lines]
        is_parted = any(_LABEL.match(line) for line in lines[1:]) or any(map(_TIME.search, lines))
        return len(lines) > 1 and all(lines) and self.is_plain and not is_parted

    @property
    def is_open(self) -> bool:
        """Whether each line after the first goes on with what the one above it has begun."""
        return all(_goes_on(above.strip(), line.strip()) for above, line in pairwise(self.lines))


@lru_cache(maxsize=1)  # a page is copied in one style after the other
def breaks_in_titles(text: str) -> frozenset[int]:
    """The numbers of the breaks of a page, counted from 1, that stand for a space inside a title.

    A title goes on where its words do, or where most of its like have no break and the same comes behind
    them: of a link that holds title and authors nothing comes behind, where the authors of others do.
    """
    finder = _Finder()
    finder.feed(text)
    finder.close()
    alike: dict[tuple[str, ...], list[_Titled]] = defaultdict(list)
    for each in finder.found:
        alike[each.path].append(each)
    behind = {path: _behind_whole(found) for path, found in alike.items()}
    return frozenset(
        number
        for each in finder.found
        if each.is_wrapped and (each.is_open or each.behind in behind[each.path])
        for number in each.breaks
    )


def _goes_on(above: str, line: str) -> bool:
    match = _OPEN.search(above)
    is_open = match is not None and (match["small"] or "a").islower()
    return is_open or line[:1].islower()


def _behind_whole(alike: list[_Titled]) -> frozenset[str | None]:
    """What comes behind those without a break, where most that stand alike have none; else nothing."""
    whole = [each for each in alike if not each.breaks and each.lines[0].strip()]
    is_usual = len(whole) >= _FEWEST and 2 * len(whole) >= len(alike)
    return frozenset(each.behind for each in whole) if is_usual else frozenset()


class _Finder(HTMLParser):
    """Finds links and headings, each with its lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Titled] = []
        self._open: list[tuple[str, str]] = []
        self._inside: _Titled | None = None
        self._depth = 0  # of the open elements, where the titled one stands
        self._ended: _Titled | None = None  # behind which nothing has come yet
        self._breaks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count a break, or begin an element."""
        if tag == "br":
            self._breaks += 1
            if self._inside:
                self._inside.breaks.append(self._breaks)
                self._inside.lines.append("")
            return
        self._comes(tag)
        if self._inside and tag not in VOID:
            self._inside.is_plain = False
        if tag in VOID:
            return
        self._open.append((tag, dict(attrs).get("class") or ""))
        del self._open[:-_DEEPEST]
        if tag in _TITLED and self._inside is None:
            self._inside = _Titled(tuple(f"{name}.{classes}" for name, classes in self._open[-3:]))
            self._depth = len(self._open)
            self.found.append(self._inside)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those inside it that the page left open."""
        names = [name for name, _ in self._open]
        if tag not in names:
            return
        del self._open[len(names) - 1 - names[::-1].index(tag) :]
        if self._inside and len(self._open) < self._depth:
            self._ended, self._inside = self._inside, None
        else:
            self._comes(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Take words into the link or heading that is open, else as what comes behind one."""
        if self._inside:
            self._inside.lines[-1] += data
        elif data.strip():
            self._comes("words")

    def _comes(self, what: str) -> None:
        if self._ended:
            self._ended.behind, self._ended = what, None
