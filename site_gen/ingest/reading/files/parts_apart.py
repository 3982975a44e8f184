"""Parts of a saved page that its style sheet sets apart, though nothing stands between them in the file."""

from __future__ import annotations

import re
from collections import Counter

_CLASSED = re.compile(r'<span\b[^<>]*?\bclass\s*=\s*"([^"<>]{1,100})"[^<>]*>', re.IGNORECASE)
_ENDED = re.compile(r"[^\s<>](?:</[a-z]{1,10}>)+$", re.IGNORECASE)
_LAST = re.compile(
    r"(?P<first>[^\s<.,;:!?)\]-])[^<>]*</span>\s*(?:</(?:a|b|em|i|span|strong)>\s*)*"
    r"(?:<br\b|</?(?:dd|div|dt|h[1-6]|li|p|td|th|tr|ul)\b)",
    re.IGNORECASE,
)
_TEXT, _LINK_ENDS = re.compile(r"[^<>]*"), re.compile(r"</span>\s*</a>", re.IGNORECASE)
_FEWEST, _MOST_SMALL = 3, 0.25  # of one class, and its share that begins with a small letter ("π-calculus")
_LONGEST_ENDS = 60  # tags right before one


def classes_set_apart(text: str) -> frozenset[str]:
    """The classes of which every span stands right behind the end of another element, and ends its block.

    A browser shows what stands in them apart. Words that are cut in two mostly go on small, and what has
    another colour stands in the middle of lines too: neither is a part.
    """
    found: Counter[str] = Counter()
    small: Counter[str] = Counter()
    others: set[str] = set()
    for match in _CLASSED.finditer(text):
        name = match[1]
        if name in others:
            continue
        last = _LAST.match(text, match.end())
        is_apart = _ENDED.search(text[max(0, match.start() - _LONGEST_ENDS) : match.start()])
        if is_apart and last:
            found[name] += 1
            small[name] += last["first"].islower()
        else:
            others.add(name)
    return frozenset(
        name for name, count in found.items()
        if count >= _FEWEST and name not in others and small[name] <= _MOST_SMALL * count
    )  # fmt: skip


def classes_in_lines(text: str) -> frozenset[str]:
    """The classes of which every span ends a link right behind other words of it, each time with others.

    Sched writes so where an event is: a browser shows it in a line of its own below.
    """
    found: dict[str, list[str]] = {}
    others: set[str] = set()
    for match in _CLASSED.finditer(text):
        inside = _TEXT.match(text, match.end())
        is_last = inside is not None and _LINK_ENDS.match(text, inside.end())
        is_behind = text[max(0, match.start() - _LONGEST_ENDS) : match.start()].rstrip()[-1:] not in ("", ">")
        if inside and is_last and is_behind and inside[0].strip():
            found.setdefault(match[1], []).append(inside[0].strip())
        else:
            others.add(match[1])
    return frozenset(
        name for name, texts in found.items()
        if name not in others and len(texts) >= _FEWEST and len(set(texts)) > 1
    )  # fmt: skip
