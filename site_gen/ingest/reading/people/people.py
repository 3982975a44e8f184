"""Who is meant by a name: without titles, degrees and where they work, and nobody by "TBA"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_gen.conference import Authorship, Participant, Role
from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.people.institutions import without_workplace
from site_gen.ingest.reading.people.names import PRONOUNS, PrintedName, unusual_family
from site_gen.ingest.reading.people.orcids import participant_id
from site_gen.ingest.reading.texts.labels import CHAIR_WORDS
from site_gen.ingest.reading.texts.placeholders import is_placeholder
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place
from site_gen.values import replace

_TITLE = (
    r"(?:(?:Assoc(?:iate)?|Ass(?:t|istant)|Adj(?:unct)?|Univ|Hon)\.?[ -]?)?Prof(?:essor|essorin|in)?\b\.?"
    r"(?:ssa\b|in\b)?|Dott\b\.?(?:ssa\b\.?)?|Dra\b\.?|Dr\.(?:in|ssa)\b\.?|Mme\b\.?|Sra?\.|Frau\b|Herr\b"
    r"|(?:PD|apl)\.? (?=Prof|Dr)|Dr\b\.?(?:[ -](?:Ing|rer|nat|med|phil|habil|h|c|jur|pol|iur|techn|sc)\b\.?)*"
    r"|Pr\.|[Ee]m\.|[Ee]merit(?:us|a)\b|Dipl\.?-?[A-Z][a-z]+\.|(?:Mag|Ing|Doc)\.|(?:M|B)\.? ?Sc\.|Mrs?\.|Ms\."
    r"|(?:prof|doc|hab|inż)\.|dr\b\.?|mgr\b\.?"
)
_TITLES = re.compile(rf"(?:(?:{_TITLE})(?:\s+|(?<=\.)))++(?=\S+\s+\S)")
_AND_OTHERS = re.compile(r"(?<=\w\w),?\s+(?:et\.?\s+al|and others)\b\.?$", re.IGNORECASE)
_DEGREE = r"(?:(?:Ph\.? ?D|D\.? ?Phil|M\.? ?Sc|B\.? ?Sc|Dipl\.?-?Ing|DVM|MBA|FRS|Esq)(?![^\W_])\.?|M\.D\.)"
_LISTED_DEGREES = re.compile(rf"(?<=\w)(?:,?[ ]+(?:{_DEGREE}|MD\b))+(?=[ ]*(?:[,;(&]|and\b|$))", re.MULTILINE)
_DEGREES = re.compile(rf"(?<=\S\s)(\S+?)(?:,?\s+{_DEGREE})+$")
_NOBODY = re.compile(r"n\.\s?n\.|(?-i:NN)|anonymous(?: authors?)?(?:\(s\))?", re.IGNORECASE)
_TITLE_BEHIND = re.compile(  # "张伟教授", "김철수 교수"
    r"(?<=[一-鿿]{2})\s?(?:副教授|教授|博士|院士|先生|女士|老师|老師|研究员)$|(?<=[가-힣]{3})\s?(?:교수|박사)님?$"
)
_UNSEEN = " \u200b\ufeff"  # around a name
_LEADS = re.compile(rf"(?:session |panel )?(?:co-?)?(?:{CHAIR_WORDS})", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?:(?:keynote|invited|plenary|presenting|corresponding|first|lead|main|co)[ -]?)*"
    r"(?:speaker|presenter|lecturer|author)s?|presenting|corresponding"
    r"|(?:keynote|invited|plenary|contributed)(?:[ -](?:talk|lecture|address|presentation))?"
    r"|invit[eé]e?|invitad[oa]|eingeladen",
    re.IGNORECASE,
)
_SHORT = 5  # letters of a word that may be where somebody works
_ROLE_BEFORE = re.compile(
    rf"[\[(](?:(?P<chair>{_LEADS.pattern})|(?P<panelist>panell?ist)|(?:speaker|presenter))s?[\])]\s*(?=\S)",
    re.IGNORECASE,
)


@recurring
def without_title(name: str) -> str:
    """A name without the titles before it, and the degrees and pronouns behind.

    Of two words at least; nothing else is taken away.
    """
    name = PRONOUNS.sub("", name)
    if not name.isascii():
        name = _TITLE_BEHIND.sub("", name)
    match = _TITLES.match(name)
    return _DEGREES.sub(r"\1", name[match.end() :] if match else name)


def without_role_before(name: str) -> str:
    """A name without what the person is, in brackets before it: "[Moderator] Ann Lee"."""
    return _ROLE_BEFORE.sub("", name, count=1)


def is_titled(name: str) -> bool:
    """Whether titles stand before a given name and a family name, which are then in this order."""
    return without_title(name) != name


def is_degree(text: str) -> bool:
    """Whether a text is a degree as it stands behind a name."""
    return re.fullmatch(_DEGREE, text) is not None


def without_degrees(text: str) -> str:
    """A list of people without the degrees behind their names: "Eva Fox, PhD; Guy Hay, MIT"."""
    return _LISTED_DEGREES.sub("", text)


def is_nobody(name: str) -> bool:
    """Whether a name only keeps the place of one: TBA, N.N."""
    return is_placeholder(name) or _NOBODY.fullmatch(name.strip()) is not None


def participant(name: PrintedName, role: Role) -> Participant:
    """Who is printed, in a role."""
    return Participant(
        name=name.name,
        role=role,
        author=participant_id(name.called),
        affiliation=next(iter(name.affiliations), None),
    )


def participants(names: Iterable[PrintedName], role: Role) -> tuple[Participant, ...]:
    """Those who are printed, in one role; one whose name is missing is left out."""
    return tuple(participant(name, role) for name in names if name.name)


def speakers_of(people: Fact[tuple[Participant, ...]] | None) -> list[Participant]:
    """Those among the people of a session or talk who do more than lead it; none where nobody is told."""
    return [each for each in people.value if each.role != "chair"] if people else []


def with_more(
    people: Fact[tuple[Participant, ...]] | None, more: Iterable[Participant], place: Place
) -> Fact[tuple[Participant, ...]]:
    """The people of a session or talk, and more, whom something at a place names."""
    return Fact((*(people.value if people else ()), *more), place)


def with_people(reading: Reading) -> Reading:
    """A reading whose names are those of people."""
    named = with_changed_records(reading, paper=_paper, slot=_slot, session=_session)
    return replace(named, refused=tuple(map(_paper, reading.refused)))


def _paper(record: PaperRecord) -> PaperRecord:
    authors = record.authors
    if authors is None or not any(map(_is_otherwise, authors.value)):
        return record
    byline = tuple(each for authorship in authors.value for each in _authorships(authorship))
    is_known = any(each.name or each.missing == "others" for each in byline)
    return replace(record, authors=Fact(byline, authors.place) if is_known else None)


def _is_otherwise(authorship: Authorship) -> bool:
    """Whether a name, or what stands in brackets behind it, is not what it should be."""
    name = authorship.name
    return name is not None and (_is_changed(name) or any(map(_role, authorship.affiliations)))


def _authorships(authorship: Authorship) -> Iterator[Authorship]:
    """An authorship, and the others of whom the name says that there are some: "Ann Lee et al."."""
    bare = _AND_OTHERS.sub("", authorship.name or "")
    if bare in ("", authorship.name):
        yield _authorship(authorship)
    else:
        yield _authorship(replace(authorship, name=bare))
        yield Authorship(missing="others")


def _authorship(authorship: Authorship) -> Authorship:
    if not authorship.name:
        return authorship
    if is_nobody(authorship.name):
        return Authorship(missing="one")
    name, place = _person(authorship.name)
    family = unusual_family(authorship.family or "", name)
    places = tuple(each for each in authorship.affiliations if not _role(each))
    places = places or ((place,) if place and not _role(place) else ())
    return replace(authorship, name=name, family=family, affiliations=places)


def _person(name: str) -> tuple[str, str]:
    """A name without titles and what is said before it, and where the person works, as brackets in it say."""
    shown = without_role_before(name).strip(_UNSEEN)
    bare, place = without_workplace(_AND_OTHERS.sub("", shown))
    return without_title(bare), place


@recurring
def _is_changed(name: str) -> bool:
    return is_nobody(name) or _person(name) != (name, "")


def _session(record: SessionRecord) -> SessionRecord:
    return replace(record, people=_participants(record.people))


def _slot(record: SlotRecord) -> SlotRecord:
    paper = _paper(record.paper) if record.paper else None
    return replace(record, people=_participants(record.people), paper=paper)


def _participants(people: Fact[tuple[Participant, ...]] | None) -> Fact[tuple[Participant, ...]] | None:
    if people is None or not any(_is_changed(each.name) or _has_role(each) for each in people.value):
        return people
    somebody = tuple(named(each) for each in people.value if not is_nobody(each.name))
    return Fact(somebody, people.place) if somebody else None


def named(participant: Participant) -> Participant:
    """A person without titles, in the role that stands beside the name where one does."""
    before = _ROLE_BEFORE.match(participant.name)
    name, place = _person(participant.name)
    if before and (before["chair"] or before["panelist"]):
        role: Role = "chair" if before["chair"] else "panelist"
        return replace(
            participant, name=name, role=role, affiliation=participant.affiliation or place or None
        )
    stated = participant.affiliation or place
    if own := _role(stated):
        behind = place if place != stated else ""
        return replace(participant, name=name, role=own, affiliation=behind or None)
    return replace(participant, name=name, affiliation=stated or None)


def _has_role(participant: Participant) -> bool:
    return participant.affiliation is not None and _role(participant.affiliation) is not None


@recurring
def _role(text: str) -> Role | None:
    """What brackets behind a name say that the person is: "Ann Lee (chair)", "Bob Roe (speaker)"."""
    if _LEADS.fullmatch(text):
        return "chair"
    name = column_name(text)
    if _SPEAKS.fullmatch(text) or (name in PROGRAMME_FIELDS["speaker"] and len(name) > _SHORT):
        return "speaker"
    return "panelist" if name in PROGRAMME_FIELDS["panelist"] else None
