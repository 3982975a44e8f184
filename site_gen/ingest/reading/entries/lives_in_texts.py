"""Lives of speakers in the texts of their talks: "We show … Bio: Ann Lee is a professor at Barn University."

They are what is said of the person. Whose a life is, its first words tell, or that only one speaks; one of
nobody stays in the text, where it is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.conference import Participant
from site_gen.ingest.reading.people.institutions import POSITION
from site_gen.ingest.reading.people.people import speakers_of, without_title
from site_gen.ingest.reading.texts.labels import SPEAKER_WORDS, heads_abstract
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.record_changes import Record, with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import fold
from site_gen.values import dataclass, replace

# What may be a label: at the beginning of a line with a colon or emphasis, or alone in it; after a sentence
# with a colon or emphasis. Each stands behind a sign, so that texts without labels are passed over fast.
_LABEL = re.compile(
    r"(?:\n\s*[#*_\s]*(?P<label>[^\W\d_][^\n:：*_.!?]{1,60})"
    r"(?:[*_]*\s*[:：][*_]*|\s[–—-](?=\s)|\.?[*_]+[.:]?|[*_]*\s*\n)\s*"
    r"|[.!?…)\]\"”’]\s+[*_]*(?P<inside>[^\W\d_][^\n:：*_.!?]{1,60})(?:\s*[:：][*_]*|\.?[*_]+[.:]?)\s+)"
)
_BIO = (
    r"(?:mini|kurz)?[- ]?bio(?:s|sketch|graph\w*|graf\w*|gram\w*)?|(?:kurz)?vita|lebenslauf|semblanza"
    r"|биограф\w*|ozgecmis|cv"
)
_PERSON = rf"\b(?:{SPEAKER_WORDS}|(?:author|instructor|lecturer)s?|aut\w+|palestrante|person[ae]?)\b"
_ABOUT = re.compile(rf"(?:about|uber|a propos|sobre|acerca|su|sul|om|o|о|zu[rm]?)\b.{{0,25}}?{_PERSON}")
_LIFE = re.compile(
    rf"(?:(?:short|brief|kurze|courte|breve|nota|the|{_PERSON}(?:['’]?s\b)?)[’']? )*(?:{_BIO})"
    r"(?: (?:sketch|notes?|infos?))?(?: (?:of|von|d[aeiou]|de[rsl]|de l[ae]|f[oü]r) .{1,50})?"
)
_HAN = re.compile(
    r"(?:[讲講][者师師]|[报報]告人|演[讲講][者人]|嘉[宾賓]|作者|[个個]人|発表者|講師)?(?:[简簡]介|[紹绍]介|略歴)"
    r"|(?:연사 ?)?약력"
)
_IS = re.compile(r" (?:is|was|ist|war|est|es|é|è|jest) (.{3,60})", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_LABEL = 60
_NEAR = 80  # characters of a life in which its person is named
_OF_LIVES = ("Bio", "BIO", "About the", "Zur Person", "Vita", "CV", "简介", "略歴")  # in an abstract with one
LEFT = "biographies of authors"


@dataclass(frozen=True, slots=True)
class _Told:
    """A text without its label, and the lives in it, each with what its label says."""

    text: str
    lives: tuple[tuple[str, str], ...]


def with_lives(reading: Reading) -> Reading:
    """A reading whose speakers have the lives that their talks' texts tell; those of authors are left out."""
    left: Counter[str] = Counter(reading.not_taken)

    def slot(record: SlotRecord) -> SlotRecord:
        described = _described(record)
        return replace(described, paper=_paper(described.paper, left)) if described.paper else described

    changed = with_changed_records(reading, slot=slot, session=_described)
    return replace(changed, not_taken=left) if left != reading.not_taken else changed


def lives_of_nobody(reading: Reading) -> Iterator[Fact[str]]:
    """The lives in texts of which nothing tells whose they are, at the places of the texts."""
    for session in reading.sessions:
        records: Sequence[SessionRecord | SlotRecord] = (session, *session.slots)
        for record in records:
            text, speakers = record.description, speakers_of(record.people)
            told = _told(text.value, speakers) if text else None
            if text and told and told.lives and _owned(speakers, told.lives) is None:
                yield replace(text, value=told.lives[0][1])


def _described(record: Record) -> Record:
    """A session or talk whose text is that of the talk, and whose speakers have the lives in it."""
    text, speakers = record.description, speakers_of(record.people)
    told = _told(text.value, speakers) if text else None
    owned = _owned(speakers, told.lives) if told else {}
    if text is None or told is None or owned is None or told.text == text.value:
        return record
    record = replace(record, description=replace(text, value=told.text) if told.text else None)
    if record.people is None or not owned:
        return record
    people = tuple(
        replace(each, biography=each.biography or owned.get(each.name)) for each in record.people.value
    )
    return replace(record, people=replace(record.people, value=people))


def _paper(paper: PaperRecord, left: Counter[str]) -> PaperRecord:
    """A paper whose abstract tells no lives."""
    text = paper.abstract
    told = _told(text.value, ()) if text and any(word in text.value for word in _OF_LIVES) else None
    if text is None or told is None or told.text == text.value:
        return paper
    left.update(LEFT for _ in told.lives)
    return replace(paper, abstract=replace(text, value=told.text) if told.text else None)


def _told(text: str, speakers: Sequence[Participant]) -> _Told:
    """What a text tells of a talk, and of lives behind their labels, or behind the names of who has them."""
    texts: list[tuple[str, str]] = []
    lives: list[tuple[str, str]] = []
    text = f"\n{text}"
    at, label, is_life = 0, "", False
    for match in _LABEL.finditer(text):
        words = match["label"] or match["inside"]
        part = text[at : match.start() + bool(match["inside"])].strip()
        is_text = heads_abstract(words) and (is_life or not part or _is_life_of(part, speakers))
        if not is_text and not heads_life(words):
            continue
        is_life = is_life or (is_text and _is_life_of(part, speakers))
        (lives if is_life else texts).append((label, part))
        at, label, is_life = match.end(), words, not is_text
    (lives if is_life else texts).append((label, text[at:].strip()))
    parts = [part for _, each in texts for part in each.split("\n\n")]
    begins = next((at for at, part in enumerate(parts) if at and _is_life_of(part, speakers)), len(parts))
    lives += [("", part) for part in parts[begins:]]
    return _Told("\n\n".join(filter(None, parts[:begins])), tuple(each for each in lives if each[1]))


@recurring
def heads_life(words: str) -> bool:
    """Whether a label says that a life stands behind it: "Short Bio", "About the speaker", "Zur Person"."""
    if _HAN.fullmatch(words.strip()):
        return True
    folded = fold(words).strip()
    return len(folded) < _LONGEST_LABEL and bool(_LIFE.fullmatch(folded) or _ABOUT.fullmatch(folded))


def is_life_label(text: str) -> bool:
    """Whether a line only says that the life of a speaker stands below it: "Bio", "About the speaker:"."""
    return len(text) < _LONGEST_LABEL and heads_life(plain(text).rstrip(" :"))


def _is_life_of(text: str, speakers: Sequence[Participant]) -> bool:
    """Whether a text begins with one of these names, and says what position that person has."""
    bare = without_title(text[: 2 * _NEAR])
    names = [each.name for each in speakers if bare.startswith(each.name)]
    behind = _IS.match(bare[len(names[0]) :]) if names else None
    return behind is not None and POSITION.search(behind[1]) is not None


def _owned(speakers: Sequence[Participant], lives: Sequence[tuple[str, str]]) -> dict[str, str] | None:
    """The lives by the names of their people; None where nothing tells whose one is."""
    owned: dict[str, list[str]] = {}
    for label, life in lives:
        name = ""
        for part in life.split("\n\n"):
            named = _named(f"{label} {part[:_NEAR]}", speakers)
            name = named or name or (speakers[0].name if len(speakers) == 1 else "")
            if not name:
                return None
            owned.setdefault(name, []).append(part)
    return {name: "\n\n".join(parts) for name, parts in owned.items()}


def _named(text: str, speakers: Sequence[Participant]) -> str:
    """The only one of some people whose family name stands in a text; empty where that is not one."""
    words = {*_WORDS.findall(fold(text))}
    found = [each.name for each in speakers if {*_WORDS.findall(fold(each.name.split()[-1]))} <= words]
    return found[0] if len(found) == 1 else ""
