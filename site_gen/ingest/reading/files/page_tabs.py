"""Tabs of a saved page: what is written on each stands above what it opens, as who clicks sees it."""

from __future__ import annotations

import re

_TAB = re.compile(
    r"<(?P<tag>a|button)\b(?P<attributes>[^<>]{1,600})>(?P<inside>(?:[^<]|<(?!/?(?:a|button|ul|li|div)\b)){1,400})</(?P=tag)>",
    re.IGNORECASE,
)
_IS_TAB = re.compile(
    r"""role\s*=\s*["']tab["']|data-(?:bs-)?toggle\s*=\s*["'](?:tab|pill)["']""", re.IGNORECASE
)
_OPENS = re.compile(r"""(?:href|data-(?:bs-)?target)\s*=\s*["']#(?P<id>[\w:.-]{1,100})["']""", re.IGNORECASE)
_PANE = re.compile(
    r"""<(?:div|section|article)\b[^<>]{0,600}?\bid\s*=\s*["'](?P<id>[\w:.-]{1,100})["'][^<>]*>""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FEWEST = 2


def with_titled_panes(text: str) -> str:
    """A page whose panes begin with what their tabs say, as a heading; the tabs themselves are blank.

    Its lines stay as they are: only behind the beginning of a pane the columns of one line move.
    """
    shown = _COMMENT.sub(lambda match: _blank(match[0]), text)
    tabs = {}
    for match in _TAB.finditer(shown):
        opens = _OPENS.search(match["attributes"]) if _IS_TAB.search(match["attributes"]) else None
        if opens:
            tabs[opens["id"]] = match
    panes = {match["id"]: match for match in _PANE.finditer(shown) if match["id"] in tabs}
    if len(panes) < _FEWEST or len(panes) < len(tabs):
        return text
    changes = [
        (pane.end(), pane.end(), f"<h2>{_line(tabs[name]['inside'])}</h2>") for name, pane in panes.items()
    ]
    changes += [(*match.span("inside"), _blank(match["inside"])) for match in tabs.values()]
    for begin, end, new in sorted(changes, reverse=True):
        text = text[:begin] + new + text[end:]
    return text


def _line(text: str) -> str:
    return " ".join(text.split())


def _blank(text: str) -> str:
    """White space in the place of a text, with its ends of lines."""
    return re.sub(r"[^\n]", " ", text)
