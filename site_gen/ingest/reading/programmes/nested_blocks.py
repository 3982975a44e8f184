"""Rows of a programme that are talks of the session above them, as their times or their indent tells."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section, kind_of_words


def nested(blocks: Sequence[TimedBlock]) -> list[TimedBlock]:
    """The blocks, those inside an interval that begin with it or follow on one that did as its talks.

    So are those below a session, deeper than it, and below a numbered one those from its own time on.
    """
    found: list[TimedBlock] = []
    for block in blocks:
        if found and (_is_inside(block, found[-1]) or _is_below(block, found[-1])):
            found[-1].talks.append(block)
        else:
            found.append(block)
    return found


def _is_below(block: TimedBlock, session: TimedBlock) -> bool:
    """Whether a row is a talk of a session that does not say when it ends, by where it stands."""
    begin, own, title = session.begin, block.begin, session.title.text if session.title else ""
    if session.end or begin is None or own is None or block.day != session.day or not title:
        return False
    kind = kind_of_words(title)
    is_talk = block.title is not None and not is_section(block.title.text) and own >= begin
    if not is_talk or kind in PAUSES or (own != begin and not (session.talks or is_section(title))):
        return False
    if block.line.column > session.line.column:
        return True
    if session.talks and block.title and is_ceremony(block.title.text):  # it closes more than the session
        return False
    is_first = not session.talks and own == begin
    are_beside = bool(session.talks) and session.talks[-1].line.column == session.line.column
    is_talk = block.title is not None and kind_of_words(block.title.text) == "other"
    is_session = is_section(title) or any(
        (label := label_of(line)) and label[0] == "chair" for line in session.lines
    )
    return is_session and is_talk and (is_first or are_beside)


def _is_inside(block: TimedBlock, session: TimedBlock) -> bool:
    span, begin = session.span, block.begin
    if span is None or begin is None or block.day != session.day:
        return False
    if session.title and kind_of_words(session.title.text) == "registration":  # it is open beside them
        return False
    if not session.talks and begin != span[0]:
        return False
    own, is_only_talk = block.span, block.has_length and not session.has_length
    is_shorter = own is None or (own[1] <= span[1] and (own != span or is_only_talk))
    return span[0] <= begin < span[1] and (is_shorter or _is_late(block, session))


def _is_late(block: TimedBlock, session: TimedBlock) -> bool:
    """Whether a row follows right on the talks of a numbered session, and ends after it."""
    last = session.talks[-1].span if session.talks else None
    is_talk = block.title is not None and not (is_section(block.title.text) or is_ceremony(block.title.text))
    is_session = session.title is not None and is_section(session.title.text)
    is_usual = block.title is not None and kind_of_words(block.title.text) == "other"
    return is_talk and is_session and is_usual and last is not None and last[1] == block.begin
