"""The blocks of a page of speakers: a name, where that works, a title, an abstract, a life, in any order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import pairwise

from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.people.institutions import INSTITUTION, POSITION
from site_gen.ingest.reading.people.names import is_person
from site_gen.ingest.reading.people.people import is_nobody, without_title
from site_gen.ingest.reading.texts.labels import heads_abstract
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import ADDRESS, bullet_end, parts, plain

_NUMBERED = re.compile(
    r"(?:(?:keynote|invited|plenary|guest|tutorial|panel)\s+)*"
    r"(?:(?:speaker|talk|lecture|keynote|panell?ist)s?)?\s*#?\d{0,2}\s*[:.–—-]\s+",
    re.IGNORECASE,
)
_HEADING_ALONE = re.compile(
    r"(?:(?:keynote|invited|plenary|guest)\s*)+(?:speakers?|talks?|lectures?|session)?\s*#?\w{0,3}",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*(?P<sign>[,|(:]|\s[–—-](?=\s))\s*")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ’'()/-]{1,30}?)\s*(?:[:–—]\s*(?P<rest>.*)|$)")
_LINK = re.compile(rf"(?<!!)\[[^\[\]]*\]\((https?://{ADDRESS})\)")
_PLACE_IN_BRACKETS = re.compile(r"\((?P<place>[^()]*(?:\([^()]*\)[^()]*)*)\)(?:\s*[:–—-]\s*(?P<rest>.*))?")
_IMAGE = re.compile(r"(?:!\[[^\[\]]*\]\([^()]*\)(?:\{[^{}]*\})?|<img\b[^<>]*>|\s)+")
_LABELS: Mapping[str, Sequence[str]] = {
    "title": (
        "title", "talk title", "title of talk", "title of the talk", "keynote title", "lecture title",
        "tutorial title", "presentation title", "talk", "topic", "titel", "titre", "titulo", "titolo",
        "thema", "tema",
    ),
    "abstract": (
        "abstract", "talk abstract", "keynote abstract", "abstract of the talk", "summary", "about the talk",
    ),
    "life": (*PROGRAMME_FIELDS["biography"], "about", "cv"),
    "place": (*FIELDS["affiliation"], "affiliation"),
    "other": (
        "date", "time", "when", "where", "room", "location", "venue", "chair", "host", "session", "slides",
        "video",
    ),
}  # fmt: skip
_KINDS = {name: kind for kind, names in _LABELS.items() for name in names}
_NEAR = 0.85
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_QUOTES = '"“”„«» '
_LONGEST_NAME, _LONGEST_TITLE, _TEXT = 160, 250, 90  # characters of lines; a longer one is a text
_PERSON_NEAR = 80  # characters of a life in which its person is named


@dataclass(slots=True)
class Speaker:
    """What a block says of one speaker; what is not there is empty. `label` is its number: "Keynote 2"."""

    name: str
    line: SourceLine
    label: str = ""
    place: str = ""
    homepage: str = ""
    title: SourceLine | None = None
    abstract: list[SourceLine] = field(default_factory=list)
    life: list[SourceLine] = field(default_factory=list)
    unread: list[SourceLine] = field(default_factory=list)

    def take(self, state: str, line: SourceLine) -> None:
        """Take a line by the label that it stands behind, or by what it looks like."""
        text = plain(line.text)
        bare = replace(line, text=text)
        match state or self._look(text):
            case "title" if is_nobody(text):
                pass  # "TBA"
            case "title" if self.title is None and len(text) <= _LONGEST_TITLE:
                self.title = replace(line, text=text.strip(_QUOTES))
            case "abstract":
                _add(self.abstract, bare)
            case "life":
                _add(self.life, bare)
            case "place" if not self.place:
                self.place = text
            case _:
                self.unread.append(bare)

    def _look(self, text: str) -> str:
        """What a line without a label looks like: a text of the person, the title or a place."""
        if len(text) <= _TEXT and not ends_sentence(text):
            is_place = INSTITUTION.search(text) or POSITION.search(text)
            return "place" if is_place and not self.place else "title"
        if self.life or self._is_named(text) or _PRONOUN.match(text):
            return "life"
        return "abstract" if self.title else ""

    def _is_named(self, text: str) -> bool:
        return self.name.split()[-1] in text[:_PERSON_NEAR]


def _add(texts: list[SourceLine], line: SourceLine) -> None:
    """Add a line to a text; what stands below a blank one is another paragraph."""
    if texts and line.number > texts[-1].number + 1:
        texts.append(SourceLine(line.number - 1, ""))
    texts.append(line)


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """The speakers of a page in its order, the lines above the first one, and other sections below."""

    speakers: list[Speaker]
    above: list[SourceLine]
    below: list[SourceLine]


def speakers_of(lines: Sequence[SourceLine]) -> SpeakerPage:
    """The speakers of a page."""
    filled = [
        replace(line, text=line.text[bullet_end(line.text) :])
        for line in lines
        if line.text and not (is_boilerplate(line.text) or _IMAGE.fullmatch(line.text))
    ]
    starts = _starts(lines, filled)
    alone = [at for at in starts if at - 1 not in starts]
    is_below = (alone == starts or len(alone) > 1) and bool(starts) and _title_above(filled, alone)
    if not starts or (is_below and alone != starts):  # below one title stand two names: nobody's block
        return SpeakerPage([], filled, [])
    edges = [at - is_below for at in starts]
    end = _end(filled, edges[0])
    edges = [at for at in edges if at < end]
    speakers = [
        _speaker(filled[begin:after], is_below) for begin, after in zip(edges, [*edges[1:], end], strict=True)
    ]
    return SpeakerPage(speakers, filled[: edges[0]], filled[end:])


def _end(filled: Sequence[SourceLine], first: int) -> int:
    """Where another section begins: with a heading like the one above the first speaker."""
    above = [len(_style(line)) for line in filled[:first] if line.text.startswith("#")]
    for at, line in enumerate(filled[first + 1 :], first + 1) if above else ():
        is_numbered = _HEADING_ALONE.fullmatch(plain(line.text.strip("# ")))
        if line.text.startswith("#") and len(_style(line)) <= above[-1] and not is_numbered:
            return at
    return len(filled)


def _starts(lines: Sequence[SourceLine], filled: Sequence[SourceLine]) -> list[int]:
    """Where the lines stand that name one speaker each: all are marked alike, or none is."""
    blanks = {line.number for line in lines if not line.text} | {0}
    styles: dict[int, str] = {}
    for at, line in enumerate(filled):
        if speaker_of(line):
            style = _style(line)
            if style or line.number - 1 in blanks or _follows_heading(filled, at):
                styles[at] = style
    often = Counter(styles.values())
    usual = max(often, key=lambda style: (often[style], bool(style), style), default="")
    starts = [at for at, style in styles.items() if style == usual]
    return starts if usual else _without_titles(filled, starts)


def _follows_heading(filled: Sequence[SourceLine], at: int) -> bool:
    return at > 0 and bool(_style(filled[at - 1]))


def _style(line: SourceLine) -> str:
    """How a line stands out: by the signs of a heading, or as all of it is in emphasis."""
    if line.text.startswith("#"):
        return line.text[: len(line.text) - len(line.text.lstrip("#"))]
    runs = parts(line.text)
    return (
        runs[0].style.replace("[", "")
        if runs and (len(runs) == 1 or is_person(without_title(runs[0].text)))
        else ""
    )


def _without_titles(filled: Sequence[SourceLine], starts: Sequence[int]) -> list[int]:
    """Without titles that look like names: between one and the name above it stands no text and no label."""
    left = list(starts[:1])
    for before, at in pairwise(starts):
        between = filled[before + 1 : at]
        if any(len(line.text) > _TEXT or label_in(line) for line in between):
            left.append(at)
    return left


def _title_above(filled: Sequence[SourceLine], starts: Sequence[int]) -> bool:
    """Whether each name stands below a heading of its own, the title of the talk."""
    above = [filled[at - 1] if at else None for at in starts]
    signs = {_style(line) for line in above if line}
    if _style(filled[starts[0]]).startswith("#") or None in above or len(signs) != 1:
        return False
    return signs != {""} and not any(
        _HEADING_ALONE.fullmatch(plain(line.text.strip("# "))) for line in above if line
    )


def _speaker(lines: Sequence[SourceLine], is_below: bool) -> Speaker:
    """The speaker of a block, which begins with the name, or with the title above it."""
    speaker = speaker_of(lines[int(is_below)])
    assert speaker is not None
    if is_below:
        speaker.title = replace(lines[0], text=plain(lines[0].text.strip("# ")))
    state = ""
    for line in lines[1 + is_below :]:
        label = label_in(line)
        if label:
            state, rest = label
            if rest:
                speaker.take(state, replace(line, text=rest))
        elif _HEADING_ALONE.fullmatch(plain(line.text.strip("# "))):
            state = "other"
        else:
            speaker.take(state, replace(line, text=line.text.strip("# ")))
            state = "" if state in ("title", "place") else state
    return speaker


def label_in(line: SourceLine) -> tuple[str, str] | None:
    """What a line says that it is, or the lines below it are, and what stands behind that.

    A label may be misspelt where something stands behind its colon.
    """
    match = _LABEL.fullmatch(plain(line.text.strip("# ")))
    name = column_name(match["label"]) if match else ""
    if match is None or not name:
        return None
    kind = "abstract" if heads_abstract(match["label"]) else _KINDS.get(name)
    if kind is None and match["rest"]:
        near = get_close_matches(name, _KINDS, n=1, cutoff=_NEAR)
        kind = _KINDS[near[0]] if near else None
    is_talk = name in ("talk", "topic") and not match["rest"]
    return (kind, match["rest"] or "") if kind and not is_talk else None


def speaker_of(line: SourceLine) -> Speaker | None:
    """Whom a line names, and where they work or what they speak about; None where it is not one person."""
    text = plain(line.text.strip("# "))
    if _HEADING_ALONE.fullmatch(text):
        return None
    homepage = _LINK.search(line.text)
    address = homepage[1] if homepage else ""
    if len(text) > _LONGEST_NAME or ends_sentence(text):
        runs = parts(line.text)
        name = without_title(runs[0].text) if runs and runs[0].style else ""
        is_life = is_person(name) and " " in name and text.startswith(runs[0].text)
        is_life = is_life and not names_people(text.rstrip(". "))  # "Ann Lee and Bob Roe." is a byline
        return Speaker(name, line, homepage=address, life=[replace(line, text=text)]) if is_life else None
    label = _NUMBERED.match(text)
    text = text[label.end() :] if label else text
    sign = _SIGN.search(text)
    titled = (text[: sign.start()] if sign else text).strip()
    name = without_title(titled)
    if " " not in name or not is_person(name):
        return None
    behind = text[sign.end() :].strip() if sign else ""
    number = label[0].strip(" :.–—-") if label else ""
    speaker = Speaker(name, line, number if any(map(str.isdigit, number)) else "", homepage=address)
    if bracketed := _PLACE_IN_BRACKETS.fullmatch(text[len(titled) :].strip()):
        speaker.place, behind = bracketed["place"], bracketed["rest"] or ""
    elif sign and (sign["sign"] == "," or INSTITUTION.search(behind) or POSITION.search(behind)):
        speaker.place, behind = behind, ""
    if behind:
        speaker.title = replace(line, text=behind.strip(_QUOTES))
    return speaker
