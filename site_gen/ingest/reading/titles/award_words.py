"""Awards beside titles, "Nests (Best Paper Award)", "Best Paper: Nests", or in a line of their own below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.texts.lines import (
    LONG_LINE,
    SourceLine,
    begins_abstract,
    ends_sentence,
    is_abstract_label,
)
from site_gen.ingest.reading.texts.marked_text import bullet_end, plain
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord

_GIVEN = r"awards?|prizes?|honou?rable mentions?|runners?[- ]up"
AWARD = re.compile(rf"\b(?:{_GIVEN}|best (?:\w+ )?papers?)\b|^(?:best|outstanding|distinguished)\b", re.I)
"""The words of an award, somewhere in a heading or a line of a few words."""
_MOST_WORDS = 8  # of an award
_WORDS = (
    rf"(?:(?:[^\s()\[\]]+ ){{0,6}}(?:{_GIVEN})(?: (?:winner|finalist|nominee|candidate)s?)?"
    r"|(?:best|outstanding|distinguished) (?:[^\s()\[\]]+ ){0,3}(?:papers?|posters?|talks?|demos?)"
    r"(?: (?:winner|finalist|nominee|candidate)s?)?)"
)
AWARD_SIGN = r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?"
"""A cup, a medal, a star."""
_BESIDE = (
    re.compile(
        rf"(?<=\S)\s*[\[(]\s*(?:{AWARD_SIGN}\s*)*(?P<award>{_WORDS})\s*(?:{AWARD_SIGN}\s*)*[\])]\s*\Z", re.I
    ),
    re.compile(rf"(?<=\S)\s*(?:{AWARD_SIGN}\s*)+(?P<award>{_WORDS})\s*(?:{AWARD_SIGN}\s*)*\Z", re.I),
    re.compile(
        rf"\A\s*[\[(]\s*(?:{AWARD_SIGN}\s*)*(?P<award>{_WORDS})\s*(?:{AWARD_SIGN}\s*)*[\])]"
        r"\s*(?:[:–—-]\s*)?(?=\S)",
        re.I,
    ),
)
_OF = r"(?:winner|al?|[aà]|d[aeiou]|du|d[ei]l|f[uü]r)\b"  # "Prix du meilleur article"
_BEST = r"best(?:e[rs]?)?|outstanding|distinguished"
_MEILLEUR = r"meilleur|mejor|miglior|melhor"
_OTHER_WORDS = (
    rf"(?:(?:[^\s:]+ ){{0,5}}(?:{_GIVEN}|\S*preis|prix|pr[eê]mios?)(?: {_OF}[^:–—]{{0,40}})?"
    rf"|(?:{_BEST})[ -](?:[^\s:]+[ -]){{0,2}}(?:papers?|posters?|talks?|demos?|beitrag)"
    rf"|(?:{_MEILLEUR})e?s? [^\s:]+(?: [^\s:]+)?)"
)
_BEFORE = re.compile(
    rf"(?P<award>{_OTHER_WORDS})"
    r"(?:[ -](?:talk|presentation|lecture|vortrag))?(?:\s?:|\s[–—-])\s+(?P<title>\S.*)",
    re.I,
)
AWARD_ALONE = re.compile(rf"{_WORDS}|{_OTHER_WORDS}", re.I)
"""Words that are an award and nothing else."""
_OF_PAPERS = re.compile(  # "The Nobel Prize: A Study" is a title
    r"\b(?:papers?|posters?|talks?|demos?|thesis|dissertation|articles?|test[- ]of[- ]time|art[ií]culo|artigo"
    rf"|articolo)\b|\b(?:{_MEILLEUR})|^(?:{_BEST}|honou?rable|runners?)\b",
    re.I,
)
_TALK = re.compile(r"(?:(?<=paper)|(?<=papers))[ -](?:talk|presentation)s?$", re.I)
_QUOTED = re.compile(r"[\"“”„«](?P<title>[^\"“”„«»]+)[\"“”»]")
_AROUND = re.compile(rf"^(?:\W|{AWARD_SIGN})+|(?:[^\w)]|{AWARD_SIGN})+$")


def is_award(text: str) -> bool:
    """Whether a few words name an award."""
    return AWARD.search(text) is not None and len(text.split()) <= _MOST_WORDS


def award_lines(lines: Sequence[SourceLine]) -> Mapping[int, str]:
    """The awards that stand in lines of their own inside entries, by the number of the line.

    Above such a line stands one of the entry; below it nothing, the abstract, or another item. Other lines
    with an award head what follows.
    """
    found: dict[int, str] = {}
    for above, line, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        words = plain(line.text) if len(line.text) < LONG_LINE else ""
        if words and above.text and not line.text.startswith("#") and _ends_there(below):
            bare = _AROUND.sub("", words)
            if is_award(bare) and not ends_sentence(words) and not bullet_end(line.text):
                found[line.number] = bare
    return found


def _ends_there(below: SourceLine | None) -> bool:
    """Whether title and authors of an entry end above a line: it is blank, an item, or begins a text."""
    if below is None or not below.text or bullet_end(below.text):
        return True
    is_text = len(below.text) >= LONG_LINE and ends_sentence(below.text)
    return is_text or begins_abstract(below.text) or is_abstract_label(below.text)


def award_before(title: Fact[str] | None, *, has_authors: bool) -> tuple[Fact[str], Fact[str]] | None:
    """The award that surely stands before a title, and the title behind it; None where none does.

    It is one of papers, or the title behind it stands in quotes. Who got it is no title; beside authors,
    what looks like a name is one.
    """
    match = _BEFORE.fullmatch(title.value) if title else None
    if title is None or match is None:
        return None
    quoted = _QUOTED.fullmatch(match["title"])
    bare = quoted["title"].strip() if quoted else match["title"]
    is_sure = quoted or (_OF_PAPERS.search(match["award"]) and (has_authors or not are_people(bare)))
    award = _TALK.sub("", match["award"].strip())
    return (Fact(award, title.place), replace(title, value=bare)) if is_sure else None


def with_title_awards(reading: Reading) -> Reading:
    """A reading whose titles are without the awards beside them, which are those of the papers."""
    return with_changed_records(reading, paper=_paper, slot=_slot)


def _paper(paper: PaperRecord) -> PaperRecord:
    title, award = _parted(paper.title, has_authors=paper.authors is not None)
    return replace(paper, title=title, award=paper.award or award) if award else paper


def _slot(slot: SlotRecord) -> SlotRecord:
    """A slot with its paper so changed; the title of a talk is a mention of one."""
    if slot.paper is None:
        return slot
    paper = _paper(slot.paper)
    title = _parted(slot.title, has_authors=paper.authors is not None)[0]
    return replace(slot, paper=paper, title=title) if paper.award else slot


def _parted(title: Fact[str] | None, *, has_authors: bool) -> tuple[Fact[str] | None, Fact[str] | None]:
    """A title without the award beside it, and the award; None where there is none."""
    if title is None:
        return None, None
    for match in filter(None, (pattern.search(title.value) for pattern in _BESIDE)):
        bare = f"{title.value[: match.start()]} {title.value[match.end() :]}".strip()
        if any(map(str.isalnum, bare)):
            return replace(title, value=bare), Fact(match["award"], title.place)
    before = award_before(title, has_authors=has_authors)
    return (before[1], before[0]) if before else (title, None)
