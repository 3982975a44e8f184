"""Links to meetings below texts, which are none of them: "… at night.", "Join: https://zoom.us/j/1"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from site_gen.ingest.reading.metadata.rooms import is_meeting, is_stream
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

_MARKS = r"(?:[*_]{1,3}|</?(?:b|i|em|strong|p|br)\s*/?>|\s)*"
_URL = r"https?://[^\s<>()\[\]]+"
_LINK = re.compile(
    rf"(?:(?:\A|\s*(?:\n|<br\s*/?>)){_MARKS}(?:[^\n:.!?]{{0,60}}?:?)|(?<=\S)\s+{_MARKS}[A-Z]\w*(?:\s\w+){{0,2}}:)"
    rf"{_MARKS}(?:\[[^\[\]\n]{{1,80}}\]\((?P<linked>{_URL})\)|<?(?P<bare>{_URL})>?){_MARKS}\Z"
)
_TAIL = 400  # characters
_LEFT = "links to meetings below texts"


def without_join_links(reading: Reading) -> Reading:
    """A reading whose abstracts and descriptions end in words; what was taken is told as not taken."""
    if reading.format.is_own:
        return reading
    left: Counter[str] = Counter(reading.not_taken)

    def bare(text: Fact[str] | None, sort: Callable[[str], bool] = is_stream) -> Fact[str] | None:
        while text and (match := _link(text.value)) and sort(match["linked"] or match["bare"]):
            left[_LEFT] += 1
            rest = text.value[: match.start()].rstrip()
            text = replace(text, value=rest) if rest else None
        return text

    def paper(record: PaperRecord) -> PaperRecord:
        # A video may be a demonstration, of which the abstract speaks.
        return replace(record, abstract=bare(record.abstract, is_meeting)) if record.abstract else record

    def slot(record: SlotRecord) -> SlotRecord:
        own = paper(record.paper) if record.paper else None
        return replace(record, description=bare(record.description), paper=own)

    def session(record: SessionRecord) -> SessionRecord:
        return replace(record, description=bare(record.description)) if record.description else record

    changed = with_changed_records(reading, paper=paper, slot=slot, session=session)
    return replace(changed, not_taken=left) if left != reading.not_taken else reading


def _link(text: str) -> re.Match[str] | None:
    """The link that a text ends with, in a line or sentence of its own."""
    begin = max(0, len(text) - _TAIL)
    return _LINK.search(text, begin) if "http" in text[begin:] else None
