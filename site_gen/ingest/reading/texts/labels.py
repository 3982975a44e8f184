"""Labels of lines in a programme, in the languages of the field: "Chair: Ann Lee", "Raum: Aula"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.texts.lines import SourceLine, lacks_bracket
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.texts.recurring import recurring

_CHAIRS = (
    "chairs? chairman chairwoman chairperson hosts? emcees? convenors? conveners? moderators? "
    "moderation mod[eé]rateurs? mod[eé]ratrice pr[eé]siden(?:t(?:es?|s|a)?|ce) vorsitz leitung "
    "sitzungsleitung moderador(?:a|es)? moderatore presiede modera[ncd]?(?:ci[oó]n|o|a)? modera[cç][aã]o "
    "moderazione "
    "presidencia coordina(?:n|ci[oó]n|dora?|tore|trice)? przewodnicz[aą]c[ya] prowadz[aą]c[ya] moderat[oö]r "
    "(?:oturum\\s)?başkanı? председатель ведущ(?:ий|ая|ие) модератор"
)
_CHAIRS_HAN = "主持人? 主席 召集人 座[长長] 司[会會] 좌장 사회자? 진행"
CHAIR_WORDS = f"{_CHAIRS} {_CHAIRS_HAN}".replace(" ", "|")
"""What people who lead a session are called before a colon, as alternatives of a pattern."""

_SPEAKERS = (
    "speakers? presenters? panell?ists? referent(?:in|en)? vortragende[rn]? intervenants? orateurs? "
    "ponentes? relator[ei] orador(?:es)? redner(?:in(?:nen)?)? teilnehmer(?:in(?:nen)?)? diskutant(?:en|in)? "
    "conf[eé]renci(?:er|ère)s? participan partecipano intervengono panelistas? relatric[ei] "
    "prelegen(?:t|tka|ci) konuşmacı(?:lar)? докладчики? спикеры?"
)
_SPEAKERS_HAN = (
    "(?:报告|報告|演讲|演講|主讲|主講|发言)[人者] [讲講]者 講演者 講師 [発發]表者 登壇者 演者 발표자? 연사"
)
SPEAKER_WORDS = _SPEAKERS.replace(" ", "|")
"""What people who speak are called before a colon, as alternatives of a pattern."""

_ROOMS = (
    "locations? rooms? venues? raum ort salle lieu sala lugar luogo h[oö]rsaal treffpunkt ubicaci[oó]n "
    "miejsce место аудитория"
)
_ROOMS_HAN = "地[点點] [会會][场場] 場所 教室 장소"

_PIN = r"[\U0001f4cd\U0001f4cc\U0001f6aa\U0001f3db]\ufe0f?\s*"  # before a place; a door too
_PINNED = re.compile(rf"(?:(?P<bracket>\()\s*+)?(?P<place>{_PIN}\S.*)(?(bracket)\))\Z")

_SHORT = r"(?:chairs?|pr[eé]s\.|pr[eé]sidence|mod\.|moderation|moderator|ltg\.|leitung|vorsitz):?"
_NAME = r"(?:(?:Dr|Prof|Mme|M)\. )*[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){0,2} [^\W\d_a-z][\w’'-]+"


def _label(words: str) -> re.Pattern[str]:
    """A label in any of the languages, and what stands behind it."""
    return re.compile(rf"(?:session )?(?:co-?)?(?:{words.replace(' ', '|')})(?:\(s\))?\s*[:：]\s*(.*)", re.I)


_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chair", _label(f"{_CHAIRS} {_CHAIRS_HAN}")),
    ("chair", re.compile(r"(?:chaired|moderated) by:?\s+(\S.*)", re.I)),
    ("chair", re.compile(r"[(\[](?:session )?(?:chair|moderator)s?[)\]]:?\s+(\S.*)", re.I)),
    ("chair", re.compile(rf"{_SHORT}\s+((?-i:{_NAME}(?:(?:, | and | und | et | y | e ){_NAME})*))", re.I)),
    ("room", _label(f"{_ROOMS} {_ROOMS_HAN}")),
    ("room", re.compile(rf"{_PIN}(\S.*)")),
    ("speaker", re.compile(r"[\U0001f3a4\U0001f5e3\U0001f464]\ufe0f?\s*(\S.*)")),  # a microphone, a head
    ("speakers", re.compile(r"(?:speaker|presenter)s?(?:\(s\))?\s*:?()", re.I)),
    ("speaker", _label(f"{_SPEAKERS} {_SPEAKERS_HAN}")),
    ("track", re.compile(r"(track \w{1,3})", re.I)),
)
_ANY_LABEL = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _LABELS), re.I)
_ABSTRACT = re.compile(r"\W*(?:abstract|zusammenfassung|r[eé]sum[eé]|resumen|resumo|sommario)\W*", re.I)
_EMPHASIS = re.compile(r"([*_]{1,2})([^*_].*)\1")
_HAN = f"{_CHAIRS_HAN} {_SPEAKERS_HAN} {_ROOMS_HAN}".replace(" ", "|")
_ANY = f"{_CHAIRS} {_SPEAKERS} {_ROOMS}".replace(" ", "|")
_LEADS = f"{_CHAIRS} {_ROOMS}".replace(" ", "|")
# Between a title and a label behind it, on one line: "Locks; Chair: Ann Lee", "Locks – Chair: Ann Lee".
# Each run of spaces is tried once, from its beginning.
_BEFORE_LABEL = re.compile(
    rf"(?<!\s)\s*+[;/|]\s++(?=(?:session )?(?:co-?)?(?:{_ANY})(?:\(s\))?\s*:)"
    rf"|(?<!\s)\s*+[,–—-]\s++(?=(?:session )?(?:{_LEADS})\s*:)"
    r"|(?<!\s)(?<!session)\s++(?=(?-i:(?:[Ss]ession )?[Cc]hairs?:\s+[A-Z]))"
    rf"|(?:\.|(?<=[?!]))\s++(?=(?:{_ANY})\s*:)|(?<!\s)\s++(?=(?-i:Speaker: (?:Prof|Dr)\b))"
    rf"|(?<!\s)(?:\s*+(?:[，；]\s*+|[,;|/]\s++)|\s++|(?<=[）)」』”]))(?=(?:{_HAN})\s*[:：])",
    re.I,
)
WIDE_SIGNS = str.maketrans("（）：，；、", "():;;;")  # signs between the names of people
_BULLET = re.compile(r"[-*+•▪◦–]\s+")
_BRACKETED = re.compile(r"[(（]([^()（）]{3,200})[)）]")
_IN_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]{3,200})[)）\]]\s*$")


def label_of(line: SourceLine) -> tuple[str, SourceLine] | None:
    """What a line is by its label, with what stands behind it; None where it has none."""
    found = _label_of(line.text)
    return (found[0], SourceLine(line.number, found[1], line.column + found[2])) if found else None


@recurring
def _label_of(text: str) -> tuple[str, str, int] | None:
    """What a text is by its label, what stands behind it, and where."""
    if bracketed := _BRACKETED.fullmatch(text):  # "(Session Chair: Ann Lee)"
        inner = _label_of(bracketed[1])
        return (inner[0], inner[1], inner[2] + 1) if inner and inner[1] else None
    bullet = _BULLET.match(text)
    emphasis = _EMPHASIS.fullmatch(text)
    start, end = emphasis.span(2) if emphasis else (bullet.end() if bullet else 0, len(text))
    for kind, pattern in _LABELS if _ANY_LABEL.fullmatch(text, start, end) else ():
        match = pattern.fullmatch(text, start, end)
        if match:
            value = match[1].strip() if kind == "room" else match[1].strip().translate(WIDE_SIGNS)
            inside = _EMPHASIS.fullmatch(value)  # "Chair: *Ann Lee*"
            return kind, inside[2].strip() if inside else value, max(match.start(1), 0)
    return None


def heads_abstract(text: str) -> bool:
    """Whether a line says that the text below it is an abstract."""
    return _ABSTRACT.fullmatch(text) is not None


def parted(line: SourceLine) -> list[SourceLine]:
    """A line in its parts, where some of them have labels; brackets around several end with the first."""
    if ":" not in line.text and "：" not in line.text:
        return [line]
    edges = [(0, 0), *(match.span() for match in _BEFORE_LABEL.finditer(line.text)), (len(line.text),) * 2]
    parts = [
        SourceLine(line.number, line.text[begin:end].strip(), line.column + begin)
        for (_, begin), (end, _) in pairwise(edges)
        if line.text[begin:end].strip()
    ]
    first, last = (parts[0], parts[-1]) if parts else (line, line)
    is_open = lacks_bracket(first.text)
    if len(parts) > 1 and is_open and last.text.endswith(")") and "(" not in last.text:
        parts[0], parts[-1] = (
            replace(first, text=f"{first.text})"),
            replace(last, text=last.text[:-1].strip()),
        )
    return parts


def without_pin(line: SourceLine) -> list[SourceLine]:
    """A line, and the place that a pin behind it shows: "18:30 Cocktail (📍 Town Hall)"."""
    match = _PINNED.search(line.text.rstrip())
    if match is None or not any(map(str.isalnum, line.text[: match.start()])):
        return [line]
    place = replace(line, text=plain(match["place"]), column=line.column + match.start("place"))
    return [replace(line, text=line.text[: match.start()].rstrip()), place]


def without_label(title: SourceLine) -> tuple[SourceLine, SourceLine | None]:
    """A title, and the line with a label that stands in brackets behind it: "Locks (Chair: Ann Lee)"."""
    match = _IN_BRACKETS.search(title.text)
    detail = SourceLine(title.number, match[1].strip(), title.column + match.start(1)) if match else None
    if match is None or detail is None or not match.start() or not label_of(detail):
        return title, None
    return replace(title, text=title.text[: match.start()]), detail
