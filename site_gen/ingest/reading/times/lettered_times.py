"""Letters of a zone behind nearly every time that begins a line: "09:00 CEST Opening", "16:30AEDT".

Behind a few of them they are the first word of a title: "09:00 MT evaluation", "09:30 AST diffing".
"""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.reading.times.printed_zones import LETTERS
from site_gen.ingest.records import Document

_HALF = r"\s?[AaPp]\.?[Mm]\.?"
_CLOCK = rf"(?:\d{{1,2}}[:.h]\d\d(?:{_HALF})?|\d{{1,2}}{_HALF})"
_ZONE = rf"\s?[(\[]?(?:{LETTERS})\b[)\]]?"
_HEAD = re.compile(
    rf"^[\s*•·>#-]*{_CLOCK}(?:{_ZONE})?(?:\s*(?:[-–—→]{{1,2}}|to|until)\s*{_CLOCK}(?:{_ZONE})?)?"
    r"(?=\s|$|[,:;|–—-])"
)
_BEHIND = re.compile(rf"(?<=[\dmM.])\s?[(\[]?(?P<zone>{LETTERS})\b[)\]]?")
_SHARE = 0.8  # of the lines that begin with a time
_FEW = 2  # lines of which two letters can be the beginning of a title


def without_letters(document: Document) -> Document:
    """A document without the letters behind its times, where they are no words of titles."""
    lines = document.text.split("\n")
    heads = {number: match[0] for number, line in enumerate(lines) if (match := _HEAD.match(line[:80]))}
    found = [match["zone"] for head in heads.values() if (match := _BEHIND.search(head))]
    if not are_regular(found, len(heads)):
        return document
    for number, head in heads.items():
        lines[number] = _BEHIND.sub("", head) + lines[number][len(head) :]
    return replace(document, text="\n".join(lines))


def are_regular(letters: list[str], total: int) -> bool:
    """Whether letters stand behind nearly all of the times, and are the same."""
    if not letters or len(letters) < _SHARE * total:
        return False
    most = max(letters.count(each) for each in set(letters))
    is_clear = len(letters) > _FEW or min(map(len, letters)) > _FEW
    return most >= _SHARE * len(letters) and is_clear
