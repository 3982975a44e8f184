"""What a cut leaves on a schedule page: a heading without its time, a line that nothing explains."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.conference import SessionKind
from site_gen.ingest.formats.pages.schedule_rows import holds_time
from site_gen.ingest.reading.texts.lines import SHORT_LINE, SourceLine, ends_sentence, is_open_bracket
from site_gen.ingest.reading.titles.session_headings import Heading, has_cut_day
from site_gen.ingest.records import Document, SessionRecord
from site_gen.problems import ProblemLog

_LABELS = (
    *("registration desk", "oral session", "oral presentation", "invited talk", "keynote talk", "tutorial"),
    *("workshop", "panel discussion", "poster session", "spotlight session", "coffee break", "lunch break"),
    *("demonstration", "opening remarks", "closing remarks", "social event", "welcome reception", "bio"),
    *("affinity event", "competition", "expo talk", "contributed talk"),
)
_WHOLE_LABELS = frozenset(
    [*_LABELS, "oral", "keynote", "panel", "poster", "spotlight", "lunch", "demo", "social", "coffee"]
)
# The programme of such a session is its own text.
_WITH_AGENDA: frozenset[SessionKind] = frozenset(["workshop", "tutorial", "social"])


def report_cut_headings(
    document: Document,
    headings: Sequence[Heading],
    sessions: Sequence[SessionRecord],
    filled: Sequence[bool],
    problems: ProblemLog,
) -> None:
    """Report headings that lost their time: with slots, as others of their kind, or with nothing below."""
    pairs = list(zip(headings, sessions, filled, strict=True))
    for index, (heading, session, has_lines) in enumerate(pairs):
        if _is_timed(heading, session) or has_cut_day(heading.title.text):
            continue
        others = [pair for pair in pairs if pair[0] is not heading]
        alike = [pair for pair in others if pair[0].kind == heading.kind and pair[1].slots]
        if session.slots and alike and all(_is_timed(*pair[:2]) for pair in alike):
            _report_heading(document, heading, "the others of its kind have a day and a time", problems)
        elif not has_lines and index < len(pairs) - 1 and any(_is_timed(*pair[:2]) for pair in others):
            _report_heading(document, heading, "it has no time, and nothing stands below it", problems)


def report_strays(
    document: Document,
    lines: Sequence[SourceLine],
    slots: Sequence[Sequence[SourceLine]],
    kind: SessionKind,
    problems: ProblemLog,
) -> None:
    """Report the lines of a session, and of its slots, that nothing explains: parts of lost headings."""
    for part in (lines, *slots):
        filled = [line for line in part if line.text]
        for index, line in enumerate(filled):
            if is_open_bracket(line.text):
                what = "this line is cut: its bracket has no other half"
                _report(document, line, what, "copy it again", problems)
            elif holds_time(line.text):
                what = "this line holds a time, and is not understood"
                hint = "write it as '09:00 - 10:00 Keynote: Title', or 'Keynote: Title Mon 29 Aug 09:00 a.m.'"
                _report(document, line, what, hint, problems)
            elif _is_stray(filled, index, kind, is_slot=part is not lines):
                hint = "it may be a heading that was cut: copy it again, or end it as a sentence"
                _report(document, line, "a line that nothing explains", hint, problems)


def _is_timed(heading: Heading, session: SessionRecord) -> bool:
    return (heading.when is not None and heading.when.start is not None) or session.start is not None


def _is_stray(filled: Sequence[SourceLine], index: int, kind: SessionKind, *, is_slot: bool) -> bool:
    text = filled[index].text
    label = text.removeprefix("Bio: ").lower().rstrip(" :")
    if label in _WHOLE_LABELS:
        return kind not in _WITH_AGENDA and label != "bio"
    if label and any(each.startswith(label) for each in _LABELS):
        return True
    is_last = index == len(filled) - 1
    if len(text) > SHORT_LINE or ends_sentence(text) or "http" in text:
        return False
    if is_last or text.startswith("Bio: "):
        return text.startswith("Bio: ")
    above = filled[index - 1].text if index else ""
    return is_slot and len(above) > SHORT_LINE and ends_sentence(above) and text[0].isupper()


def _report_heading(document: Document, heading: Heading, why: str, problems: ProblemLog) -> None:
    line = heading.line
    place = document.place(line.number, line.column + len(line.text))
    hint = "copy it again, with its day and time"
    problems.error("breaks-off", f"this heading is cut: {why}", place, hint, line.text[-SHORT_LINE:])


def _report(document: Document, line: SourceLine, what: str, hint: str, problems: ProblemLog) -> None:
    place = document.place_of(line)
    problems.error("unexplained-line", what, place, hint, line.text[:SHORT_LINE])
