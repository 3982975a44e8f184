"""Parts of a Markdown page that its readers open: `<details>` with the heading of each in `<summary>`."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from site_gen.ingest.reading.files.page_signs import is_page
from site_gen.ingest.reading.times.day_headings import heading_day
from site_gen.ingest.records import Document
from site_gen.text import squeeze

_EDGE = re.compile(r"^[ \t]*(?:</?details\b[^<>\n]*>[ \t]*)+", re.MULTILINE | re.IGNORECASE)
_SUMMARY = re.compile(
    r"^[ \t]*<summary\b[^<>\n]*>(?P<words>(?:(?!</summary>)[^\x00]){1,400})</summary>[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>\n]*>")


def unfolded(document: Document) -> Document:
    """The text of such a page as it is when all parts are open, a day above one as its heading."""
    if "<summary" not in document.text.lower() or is_page(document.text):
        return document
    text = _EDGE.sub("", document.text)
    return replace(document, text=_SUMMARY.sub(_opened, text))


def _opened(match: re.Match[str]) -> str:
    """What a summary says in its first line, with as many lines as it had."""
    words = squeeze(html.unescape(_TAG.sub(" ", match["words"])))
    mark = "## " if heading_day(words) and not words.startswith("#") else ""
    return mark + words + "\n" * match[0].count("\n")
