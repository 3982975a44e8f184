"""What stands above a text in a book of abstracts: its title, its authors, and where they work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.byline_layouts import names_people, without_label
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.listed_names import with_institution
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.numbered_affiliations import (
    FOOTNOTES,
    has_marks,
    marked_names,
    plain_numbers,
    without_marks,
)
from site_gen.ingest.reading.people.people import without_title
from site_gen.ingest.reading.texts.lines import SourceLine, is_abstract_label
from site_gen.ingest.reading.texts.marked_text import plain

_PLACE = re.compile(r"[(\[^{]?(\d{1,2})[)\]}.:]?\s*(?=[^\W\d_])")
_OPEN = re.compile(r"(?:[,;&]|\band)$")
_OPEN_TITLE = re.compile(
    r"(?:[,:;&–—-]|\b(?:a|an|and|or|of|the|for|from|in|into|on|to|by|at|as|with|via|using))$", re.I
)
_LONGEST_TITLE = 4  # lines
_LONGEST = 400  # characters of a line of title or authors


@dataclass(frozen=True, slots=True)
class BookHead:
    """The lines of an entry by their meaning; `rest` begins with its text."""

    title: Sequence[SourceLine]
    byline: Sequence[SourceLine]
    places: Sequence[SourceLine]
    rest: Sequence[SourceLine]

    def names(self, private: PrivateValues) -> list[PrintedName]:
        """The authors, with the institutions whose numbers stand behind them, or with the one of all."""
        byline = " ".join(without_label(plain(line.text.strip(" *_"))) for line in self.byline)
        places = [text for text in _joined(self.places, private) if text.strip(" ,;.*")]
        names = marked_names(byline, self.byline[0].number, places, private)
        names = [replace(name, name=without_title(name.name)) for name in names]
        if has_marks(byline):
            return names
        if len(places) == 1 or (len(names) == 1 and places):
            return [with_institution(name, place) for place in places[:1] for name in names]
        if places:
            private.leave("affiliations", len(places))
        return names


def head_of(lines: Sequence[SourceLine]) -> BookHead | None:
    """Title, authors and institutions of an entry; None where they are not told apart."""
    filled = [line for line in lines if line.text]
    above = filled[: _LONGEST_TITLE + 1]
    begin = next((i for i in range(1, len(above)) if _begins(above[i - 1].text, above[i].text)), None)
    if begin is None:
        return None
    end = begin + 1
    while end < len(filled) and _goes_on(filled[end - 1].text, filled[end].text):
        end += 1
    if end < len(filled) and _is_byline(filled[end].text):
        return None  # the end of a title, or each author in a line
    after = end
    while after < len(filled) and _is_place(filled[after], filled[after - 1], is_first=after == end):
        after += 1
    last = filled[after - 1].number
    rest = [line for line in lines if line.number > last]
    return BookHead(filled[:begin], filled[begin:end], filled[end:after], rest)


def _is_byline(text: str) -> bool:
    if len(text) > _LONGEST or is_institution(text) or text.endswith((".", ":")):
        return False
    bare = without_marks(plain(text.strip(" *_"))).strip(f" {FOOTNOTES},")
    return names_people(bare)


def _begins(above: str, text: str) -> bool:
    """Whether a line is the first of the authors, and no end of the title above it."""
    return _is_byline(text) and not (_OPEN_TITLE.search(above) and not has_marks(text))


def _goes_on(above: str, below: str) -> bool:
    """Whether the authors go on in the next line, which ends or begins in the middle of their list."""
    is_open = _OPEN.search(above) or re.match(r"(?:and|&)\s", below)
    return bool(is_open) and _is_byline(re.sub(r"^(?:and|&)\s+", "", below))


def _is_place(line: SourceLine, above: SourceLine, *, is_first: bool) -> bool:
    """Whether a line below the authors says where they work, or how to write to them."""
    text = line.text
    if len(text) > _LONGEST or is_abstract_label(text):
        return False
    if "@" in text or _PLACE.match(plain_numbers(text)) or text[0] in FOOTNOTES:
        return True
    if not is_first and above.number == line.number - 1 and above.text.endswith(","):
        return True
    return is_institution(text) and not text.endswith(".")


def _joined(lines: Sequence[SourceLine], private: PrivateValues) -> list[str]:
    """The institutions, those that go on in the next line as one; without addresses of people."""
    joined: list[str] = []
    for line in lines:
        text = plain_numbers(line.text.strip("*_ "))
        if "@" in text or line.text[0] in FOOTNOTES:
            private.without_addresses(text)
        elif joined and joined[-1].endswith(","):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined
