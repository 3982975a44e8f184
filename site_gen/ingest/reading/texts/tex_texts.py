r"""Titles and names in TeX or MathML, whatever the format: "Nests \& Barns", "Fran\c{c}ois"."""

from __future__ import annotations

import html
import re

from site_gen.conference import Authorship, Participant
from site_gen.ingest.reading.texts.latex import unicode_text
from site_gen.ingest.reading.texts.mathml import with_tex_formulas
from site_gen.ingest.record_changes import each_changed, with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

# An accent, a sign that TeX wants a backslash before, or a macro in braces; a formula has none of these.
_TEX = re.compile(
    r"\\(?:[\"'`^~=.]\s?\{?\\?[A-Za-z]|[cvuHkrdbt]\s?\{\\?[A-Za-z]|[&%#_]"
    r"|(?:ss|o|O|l|L|aa|AA|ae|AE|i|j)\b)|\{\\[A-Za-z\"'`^~=.]"
)
# A sign as a page escapes it: that of an accent in "R{\&#x27;e}mi", itself in "O\&#x27;Neil".
_ESCAPED = re.compile(r"(?P<accent>\{\\)?\\?(?P<sign>(?<=\\)&(?:amp|quot|apos|grave|#x?[\da-f]{2,3});)", re.I)
_FORMULA = re.compile(r"\$[^$]*\$")


def without_tex(reading: Reading) -> Reading:
    """A reading whose titles and names have no TeX; formulas in titles stay, as TeX."""
    plain = with_changed_records(reading, paper=_paper, slot=_slot, session=_session)
    return replace(plain, refused=tuple(map(_paper, reading.refused)))


def plain_of_tex(text: str) -> str:
    """A title or a name without TeX."""
    text = with_tex_formulas(text)
    text = _ESCAPED.sub(_unescaped, text) if "\\&" in text else text
    return unicode_text(text) if "\\" in text and _TEX.search(_FORMULA.sub("", text)) else text


def _unescaped(match: re.Match[str]) -> str:
    return (match["accent"] or "") + html.unescape(match["sign"])


def _title(title: Fact[str] | None) -> Fact[str] | None:
    return replace(title, value=plain_of_tex(title.value)) if title else None


def _paper(record: PaperRecord) -> PaperRecord:
    authors = record.authors and replace(record.authors, value=each_changed(_author, record.authors.value))
    return replace(record, title=_title(record.title), authors=authors)


def _author(author: Authorship) -> Authorship:
    if not author.name or "\\" not in author.name:
        return author
    family = plain_of_tex(author.family) if author.family else None
    return replace(author, name=plain_of_tex(author.name), family=family)


def _session(record: SessionRecord) -> SessionRecord:
    return replace(record, title=_title(record.title), people=_people(record.people))


def _slot(record: SlotRecord) -> SlotRecord:
    paper = _paper(record.paper) if record.paper else None
    return replace(record, title=_title(record.title), people=_people(record.people), paper=paper)


def _people(people: Fact[tuple[Participant, ...]] | None) -> Fact[tuple[Participant, ...]] | None:
    return people and replace(people, value=each_changed(_person, people.value))


def _person(person: Participant) -> Participant:
    return replace(person, name=plain_of_tex(person.name))
