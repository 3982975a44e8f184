"""The title of a saved page, as a browser shows it in its tab: the year may stand there alone."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import PurePath

from site_gen.ingest.reading.files.page_signs import is_page
from site_gen.ingest.reading.texts.lines import SourceLine, stated_edition
from site_gen.ingest.records import Document, Reading
from site_gen.text import squeeze

_TITLE = re.compile(r"<title\b[^<>]*>([^<>]{1,400})</title>", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD = 200_000  # characters in which it stands


def with_edition_in_title(reading: Reading, document: Document) -> Reading:
    """A reading of the edition that the title of its page names, where neither the page nor its name does."""
    if reading.edition or _YEAR.search(PurePath(document.path).name) or not is_page(document.text):
        return reading
    match = _TITLE.search(document.text, 0, _HEAD)
    if match is None:
        return reading
    before = document.text[: match.start(1)]
    line = SourceLine(
        before.count("\n") + 1, squeeze(unescape(match[1])), len(before.rpartition("\n")[2]) + 1
    )
    return replace(reading, edition=stated_edition(document, [line]))
