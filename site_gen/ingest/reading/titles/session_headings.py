"""Headings of a copied schedule: "Oral: Outstanding Papers Mon 29 Aug 08:45 a.m." and their kinds."""

from __future__ import annotations

import re

from site_gen.conference import SessionKind
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence, in_brackets
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.day_headings import is_remark
from site_gen.ingest.reading.times.days import When, find_when, match_times
from site_gen.ingest.reading.titles.kind_words import WORDS, kind_in_han
from site_gen.values import dataclass

_KINDS: tuple[tuple[str, SessionKind], ...] = (
    (r"registration(?: desk)?|check-?in", "registration"),
    (r"(?:spotlight |oral |best paper )?orals?(?: presentations?| sessions?)?", "oral"),
    (r"(?:contributed|spotlight) talks?", "oral"),
    (r"spotlights?(?: presentations?| sessions?)?|(?:paper|technical|research) session", "oral"),
    (r"(?:spotlight |virtual |demo )?posters?(?: presentations?| sessions?| reception)?", "poster"),
    (r"(?:invited|keynote|plenary) (?:talk|speaker|lecture|address)s?|keynotes?|plenary", "invited-talk"),
    (r"(?:expo |affinity )?tutorials?(?: session)?", "tutorial"),
    (r"(?:expo |affinity |competition )?workshops?", "workshop"),
    (r"(?:expo (?:talk )?)?panels?(?: discussions?| session)?|fireside chat|debate", "panel"),
    (r"(?:expo )?(?:demo|demonstration)s?(?: session)?", "demo"),
    (r"(?:coffee |lunch |tea |short )?breaks?|lunch(?:eon)?|breakfast|coffee|refreshments", "break"),
    (
        r"socials?(?: events?)?|(?:(?:welcome|opening|closing) )?reception|banquet|dinner|party|mixer",
        "social",
    ),
    (
        r"(?:opening |closing |welcome )?remarks|session|talk|event|meeting|expo talk|placeholder|ceremony",
        "other",
    ),
    (
        r"affinity (?:event|joint poster session)|competition|town hall|mentorship|business meeting|awards?",
        "other",
    ),
)
# A prefix that says more than the kind that it stands for stays in the title.
_COUNT = re.compile(r"[\s#*_:]*(?:\d{1,2}|[IVX]{1,4})?[\s*_:]*$")
_GENERIC = re.compile(r"(?:opening |closing |welcome )?remarks|session|talk|event|meeting|placeholder", re.I)
_PREFIX = re.compile(
    r"(?P<prefix>"
    + "|".join(pattern for pattern, _ in _KINDS)
    + r")(?P<number> #?\d{1,3}[a-z]?)?\s?:(?!//)\s*",
    re.I,
)
_SECTION = re.compile(
    r"(?:(?:oral|paper|technical|parallel|poster|plenary|research|industry) )?"
    r"(?:session|sitzung|sektion|s[eé]ance|sesi[oó]n|sessione|sess[aã]o|track|block|part)s?"
    r" #?[\w.]{1,4}\b.{0,120}"
    r"|(?:(?:分[会會][场場]|[专專][题題]|セッション|세션)\s?|(?:oturum|sesja|сессия|секция) )"
    r"#?\w{1,4}\b.{0,120}"
    r"|(?:morning|afternoon|evening|lunch) (?:session|block)\b.{0,80}",
    re.I,
)
_SUFFIX = re.compile(
    r"\s+[-–—]\s+(?P<kind>panel|tutorial|workshop|keynote|invited talk|social|orals?|posters?"
    r"|poster session|demos?|break)"
    r"(?: (?:discussion|session|talk))?$",
    re.I,
)
_WHOLES = ("workshop", "tutorial")  # a welcome to one is none
_GIVEN_AWARDS = ("poster", "demo", "oral")
_AWARD = re.compile(  # "Best Poster Award", and no session beside it
    r"^(?!.*\b(?:session|sitzung|s[eé]ance|sesi[oó]n)).*(?:\b(?:awards?|prizes?|prix|pr[eê]mios?)\b|preis)",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"(?:welcome|opening|closing)\b(?!.*:)|.*\b(?:clos(?:e|es|ing)|opening|ends?)\W*$",
    re.I,
)
_ANY_WORD = re.compile(rf"\b(?:{'|'.join(pattern for pattern, _ in WORDS)})\b")  # in small letters
_LONGEST_PAUSE, _FIRST_WORDS = 8, 4
_BIO = re.compile(r"bio\s*:\s*", re.I)
_AFTER_SENTENCE = re.compile(r"(?<=[a-z\d)\]\"'”’]{2})[.!?…][\"'”’)\]]*\s*(?=[A-Z\d])|…\s*(?=[A-Z])")
_PROSE_BEFORE_DAY = re.compile(
    r"\b(?:on|at|from|until|till|by|of|before|after|since|for|and|to|is|the|this)\s*$"
)
_GLUED_SENTENCE = re.compile(r"[a-z]{3}[.!?…](?=[A-Z][a-z])|[a-z]{2}\)[.!?…](?=[A-Z][a-z])")
_DAY_NUMBER = re.compile(r"day (?:\d{1,2}|one|two|three|four|five)\s*[-–—:,|(]\s*(?=\S)", re.I)
_CUT_DAY = re.compile(r"\s(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s\d{1,2}(?:\s[A-Z][a-z]?)?$", re.I)
_TIME_AT_END = re.compile(r"\s(\S{1,9}(?:\s?[ap]\.?m\.?)?(?:\s*[-–—]\s*\S{1,9}(?:\s?[ap]\.?m\.?)?)?)$", re.I)

_AND = r"(?:\b(?:and|und|et|y|e|with|mit|avec|con|com)\b|[&+/,:–—-])"
_SHOWN = r"\b(?P<{0}>poster|demo)(?:s|nstrations?|session(?:en)?|ausstellung)?\b"
_PLACE = r"(?! (?:area|hall|room|space|set-?up|mounting|removal|award))"
# Posters or demos beside a pause, and not where they hang or when they are hung.
_BESIDE_PAUSE = re.compile(
    rf"^(?:\S+ ){{0,2}}?{_SHOWN.format('before')}(?: (?:session|presentation)s?)?(?: [\w.]{{1,3}})?\s*{_AND}"
    rf"|{_AND}\s*(?:[^\W\d_]+ )?{_SHOWN.format('behind')}{_PLACE}",
    re.IGNORECASE,
)

LABEL_WORDS, GLUED_WORDS = 32, 15
_LONGEST = 300  # characters of a title
PAUSES: tuple[SessionKind, ...] = ("break", "social", "registration")  # nobody gives a talk there


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a session; `title` is its text without kind, day and time.

    `before` is text of another session that the heading is glued to, `below` names that stand in a column
    of the same line. Where the kind stands before a colon, it `is_prefixed`. `when` is in `when_column`.
    """

    line: SourceLine
    title: SourceLine
    kind: SessionKind
    is_prefixed: bool
    when: When | None = None
    when_column: int = 0
    before: SourceLine | None = None
    below: SourceLine | None = None
    room: str | None = None

    @property
    def is_row(self) -> bool:
        """Whether the time stands before the title: such a row may be all that is told."""
        return self.when is not None and self.when_column <= self.title.column


def find_heading(line: SourceLine) -> Heading | None:
    """The heading that a line is, or that is glued to its end; None for other lines."""
    text = line.text
    if len(text) < 6 or text[0] in "<{[|":
        return None
    when = find_when(text)
    if when is not None and when.begin > 0 and _is_at_end(when):
        return _with_when(line, when)
    return _without_day(line)


def has_cut_day(title: str) -> bool:
    """Whether a title ends in a day that was cut: "Outstanding Papers Mon 29 A"."""
    return _CUT_DAY.search(title[-24:]) is not None


def day_line(text: str) -> When | None:
    """The day of a line that holds nothing else, or "Day 1:" before it; None for other lines."""
    numbered = _DAY_NUMBER.match(text)
    text = text[numbered.end() :].rstrip(" )") if numbered else text
    when = find_when(text) if len(text) < 60 else None
    is_day = when is not None and when.begin == 0 and when.start is None
    return when if when and is_day and (not when.after or is_remark(when.after)) else None


def heading_of(line: SourceLine, start: int, label: str, when: When) -> Heading:
    """The heading that a label is which begins at an offset of a line, with its time told apart."""
    return _heading(line, start, label, _PREFIX.match(label), when)


def _with_when(line: SourceLine, when: When) -> Heading | None:
    label = line.text[: when.begin].rstrip(" \t-–—|·@:(")
    label_start = _label_start(label)
    label_text = label[label_start:]
    prefix = _PREFIX.match(label_text)
    if not is_label(label_text) or not (prefix or _stands_alone(label_text, when)):
        return None
    return _heading(line, label_start, label_text, prefix, when)


def _without_day(line: SourceLine) -> Heading | None:
    """A heading without a day: its kind stands before a colon; it may end with a time."""
    bio = _BIO.match(line.text)
    start = bio.end() if bio else 0
    text = line.text[start:]
    prefix = _PREFIX.match(text) if len(text) < 260 else None
    if not prefix or not is_label(text) or "http" in text:
        return None
    rest = text[prefix.end() :]
    if (
        not rest
        or rest[0].islower()
        or (rest.endswith((".", ",", ";", "…")) and not _TIME_AT_END.search(rest))
    ):
        return None
    times = _times_at_end(text, start)
    label = text[: times.begin - start].rstrip(" \t-–—|·@(,") if times else text
    return _heading(line, start, label, _PREFIX.match(label), times)


def _times_at_end(text: str, offset: int) -> When | None:
    match = _TIME_AT_END.search(text[-40:])
    times = match_times(match[1]) if match else None
    if not match or not times or not re.search(r":|[ap]\.?m|noon", match[1], re.I):
        return None
    begin = offset + max(0, len(text) - 40) + match.start(1)
    return When(begin=begin, day=None, printed_day="", start=times["start"].strip(), end=times["end"])


def _heading(
    line: SourceLine, start: int, label: str, prefix: re.Match[str] | None, when: When | None
) -> Heading:
    kind: SessionKind = "other"
    title, title_start = label, start
    if prefix:
        kind = kind_of(prefix["prefix"])
        if not prefix["number"] and (kind != "other" or _GENERIC.fullmatch(prefix["prefix"])):
            title, title_start = label[prefix.end() :], start + prefix.end()
    suffix = _SUFFIX.search(title)
    if suffix and not prefix:
        kind, title = kind_of(suffix["kind"]), title[: suffix.start()]
    elif not prefix:
        kind = kind_of_words(title)
    place = SourceLine(line.number, line.text[start:], line.column + start)
    title_line = SourceLine(line.number, title.strip(), line.column + title_start)
    room = (in_brackets(when.after) or when.after) if when else None
    before = SourceLine(line.number, line.text[:start].strip(), line.column) if start else None
    column = line.column + when.begin if when else 0
    return Heading(
        place, title_line, kind, prefix is not None, when, column, before=before, room=room or None
    )


def _label_start(label: str) -> int:
    """Where the heading begins in a label to whose front an earlier text may be glued."""
    if _PREFIX.match(label):
        return 0
    for match in _PREFIX.finditer(label, max(0, len(label) - 400)):
        before = label[max(0, match.start() - 20) : match.start()].rstrip()
        if before and not before[-1].isalnum() and before[-1] not in ",-&/":
            return match.start()
    bio = _BIO.match(label)
    start = bio.end() if bio else 0
    is_long = len(label[start:].split()) > GLUED_WORDS
    ends = (_AFTER_SENTENCE if is_long else _GLUED_SENTENCE).finditer(label, max(start, len(label) - 300))
    return max((match.end() for match in ends), default=start)


def _stands_alone(label: str, when: When) -> bool:
    """Whether a label without a kind is a heading, not the front of a sentence that names a day."""
    if _PROSE_BEFORE_DAY.search(label):
        return False
    is_short = label[0].isupper() and len(label.split()) <= 10
    return when.start is not None or (is_short and when.day is not None and when.day.weekday is not None)


def is_label(text: str) -> bool:
    """Whether a text can be a heading's: not long, no sentence, no row of a table."""
    if not text or len(text) > 260 or len(text.split()) > LABEL_WORDS:
        return False
    return not text.endswith((",", ";", '"', ">", "=")) and not (ends_sentence(text) and text.endswith("."))


def _is_at_end(when: When) -> bool:
    """Whether nothing follows the day and time but a room."""
    after = when.after
    if not after or in_brackets(after) is not None:
        return True
    if when.start is None or len(after) > 40 or after.endswith((".", ",", ";")):
        return False
    return after[0].isupper() and len(after.split()) <= 6


def kind_of(prefix: str) -> SessionKind:
    """The kind that a prefix such as "Invited Talk" names; "other" where it names none."""
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, prefix, re.I)), "other")


def is_bare_kind(text: str, kind: SessionKind) -> bool:
    """Whether a text is what sessions of a kind are called and no more, counted or not: "Keynote 2"."""
    return kind_of(_COUNT.sub("", text.strip("*_ "))) == kind


def is_section(text: str) -> bool:
    """Whether a text names a session by its number or its half of the day: "Session 2: Owls"."""
    return _SECTION.fullmatch(text) is not None


@recurring
def kind_of_words(title: str) -> SessionKind:
    """The kind that a word of a title tells; "other" where none does.

    A long title that comes to speak of coffee or a party is none of these, and what is longer than any
    title is judged by its beginning.
    """
    title = title[:_LONGEST]
    for pattern, kind in WORDS if _ANY_WORD.search(title.lower()) else ():
        found = re.search(rf"\b(?:{pattern})\b", title, re.I)
        if found and (kind not in PAUSES or _is_early(found.start(), title)):
            is_part = kind in _WHOLES and _CEREMONY.match(title) is not None
            is_part = is_part or (kind in _GIVEN_AWARDS and _AWARD.search(title) is not None)
            shown = _BESIDE_PAUSE.search(title) if kind in PAUSES else None  # "Poster Session 1 and Coffee"
            if shown:
                kind = kind_of((shown["before"] or shown["behind"]).lower())
            return "other" if is_part else kind
    return kind_in_han(title)


def _is_early(start: int, title: str) -> bool:
    return len(title.split()) <= _LONGEST_PAUSE or len(title[:start].split()) < _FIRST_WORDS
