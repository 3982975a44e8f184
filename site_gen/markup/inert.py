"""Markdown of the organisers as Markdown in which nobody finds HTML: a tag is text, as on the page."""

from __future__ import annotations

import re
from urllib.parse import quote

# Only code that every reader takes for code keeps its tags: a fence that begins a line, and a span on one
# line of a part without other backticks. Elsewhere a backslash too many does no harm.
_FENCE = re.compile(
    r"^(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*\n(?:[^\n]*\n)*?(?:(?P=fence)[`~]*[ \t]*$|(?![\s\S]))",
    re.MULTILINE,
)
_BLANK_LINES = re.compile(r"(\n[ \t]*\n)")
_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)[^\n|]+?(?<!`)(?P=ticks)(?!`)")
_MEANING = re.compile(
    r"\\[\\<]|(?<=\]\()<(?P<target>[^<>\n]*)>|<(?:https?://|mailto:)[^\s<>]*>|(?P<tag><(?=[A-Za-z/!?]))"
)


def inert(markdown: str) -> str:
    """The same Markdown; a "<" that could begin a tag has a backslash before it."""
    if "<" not in markdown:
        return markdown
    made, end = [], 0
    for fence in _FENCE.finditer(markdown):
        made += [_outside_fences(markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*made, _outside_fences(markdown[end:])])


def _outside_fences(markdown: str) -> str:
    return "".join(map(_part, _BLANK_LINES.split(markdown)))


def _part(part: str) -> str:
    if "\\`" in part or "`" in _SPAN.sub("", part):
        return _MEANING.sub(_settled, part)
    made, end = [], 0
    for span in _SPAN.finditer(part):
        made += [_MEANING.sub(_settled, part[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*made, _MEANING.sub(_settled, part[end:])])


def _settled(found: re.Match[str]) -> str:
    if found["tag"]:
        return "\\<"
    if found["target"] is not None:
        return quote(found["target"], safe="/:?#[]@!$&'*+,;=%~.-_")
    return found[0]
