"""What a column or key means, told by its words: "Title of your talk" is a title, "Job title" is none.

A name is understood only if all its words are: what stands for the thing, what is said of it, and words
that say nothing. Of an unknown word nobody knows whether it changes the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS

_SILENT_TEXT = """
a all an and as at be camera complete enter final for from full given here if in is its list of on or our
plain please printed proposed provide ready s text the their this to with you your
"""
_SILENT = frozenset(_SILENT_TEXT.split())
_PAPER_TEXT = """
paper papers talk talks document submission presentation contribution article poster proposal manuscript
lecture work abstract piece performance artwork installation
"""
_PAPER = frozenset(_PAPER_TEXT.split())
_SESSION = frozenset(["session", "block", "event"])
_COAUTHORS = frozenset(["coauthor", "coauthors", "coauthor's"])
_AUTHOR = _COAUTHORS | frozenset(["author", "authors", "author's", "authors'"])
_FIRST = frozenset(["first", "lead", "leading", "main", "presenting", "primary", "principal", "submitting"])
_SPEAKER = frozenset(
    ["speaker", "speakers", "presenter", "presenters", "speaker's", "presenter's", "lecturer", "lecturers"]
)
_PERSON = _AUTHOR | _SPEAKER | frozenset(["person", "submitter"])
_TITLE = frozenset(["title", "titel", "titre", "titulo", "titolo", "heading", "headline"])
_TALK = frozenset(name for name in PROGRAMME_FIELDS["talk"] if " " not in name)
_SPEAKERS = frozenset(name for name in (*PROGRAMME_FIELDS["speaker"], *FIELDS["authors"]) if " " not in name)
_NAME = frozenset(["name", "names", "fullname", "fullnames"])
_FIELD_WORDS: Mapping[str, frozenset[str]] = {
    "abstract": frozenset(["abstract", "summary", "description", "synopsis", "desc", "blurb"]),
    "affiliation": frozenset(
        ["affiliation", "affiliations", "institution", "institutions", "organization", "organisation",
         "organizations", "organisations", "org", "company", "employer", "university", "institute"]
    ),
    "keywords": frozenset(["keyword", "keywords", "topics"]),
    "room": frozenset(["room", "location", "venue", "hall", "auditorium"]),
    "doi": frozenset(["doi"]),
    "pages": frozenset(["pages"]),
    "number": frozenset(["id", "number", "no", "nr", "#", "code", "identifier"]),
    "award": frozenset(["award", "awards", "prize", "winner", "winners", "recipient"]),
    "chair": frozenset(["chair", "chairs", "moderator", "moderators"]),
    "decision": frozenset(["decision", "status", "state", "acceptance", "accept"]),
    "track": frozenset(["track", "tracks"]),
    "order": frozenset(["order"]),
}  # fmt: skip
_TIMES: Mapping[str, frozenset[str]] = {
    "start": frozenset(["start", "starts", "begin", "begins", "starting", "beginning"]),
    "end": frozenset(["end", "ends", "finish", "finishes", "ending"]),
}
_TIME_WORDS = frozenset(
    ["time", "times", "date", "day", "datetime", "local", "scheduled", "slot", "timestamp"]
)
_KNOWN = (
    _TITLE
    | _NAME
    | _PERSON
    | frozenset[str]().union(*_FIELD_WORDS.values(), ["email", "emails", "mail"]) - {"order"}
)
_LONGEST = 120  # characters of a name that may be understood
_WORD = re.compile(r"[^\W_]+(?:'s)?|#")
_AFTER_QUESTION = re.compile(r"[.?!:]\s|\n")
_JOINED = re.compile(r"[/&+,|]|\b(?:and|und|et|y|e)\b")
_CO = re.compile(r"\bco[- ](?=author)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*:?!]")


def meaning_of(name: str) -> str | None:
    """The field that a column's or key's name means, in small letters; None where it is not understood."""
    question, sign, _ = name.partition(next(iter(_AFTER_QUESTION.findall(name)), "\n"))
    if sign and (found := meaning_of(question)):
        return found  # a form says behind it what to write
    return (_meaning(name) or _before_comma(name)) if len(name) <= _LONGEST else None


def _before_comma(name: str) -> str | None:
    """The field of "All authors, separated by commas": behind a comma is said how, and no other field."""
    asked, _, how = name.partition(",")
    words = set(_WORD.findall(how))
    return _meaning(asked) if len(words) > 1 and words.isdisjoint(_KNOWN) else None


def _meaning(name: str) -> str | None:
    bare = _CO.sub("co", _ASIDE.sub(" ", name))
    words = {word for word in _WORD.findall(bare) if word not in _SILENT}
    if not words or len(words) > 5:
        return None
    if _is_both(name, words):
        return "talk_speaker"
    if words & _TITLE:
        return _title(words - _TITLE)
    if found := _of_byline(words - _NAME - _PAPER, bare):
        return found
    if words & _NAME or words <= _AUTHOR | _SPEAKER:
        return _name(words - _NAME)
    for field, own in _TIMES.items():
        if words & own and words <= own | _TIME_WORDS | _SESSION | _PAPER:
            return field
    for field, own in _FIELD_WORDS.items():
        if words & own and words - own <= _owners(field):
            return field
    return None


def _is_both(name: str, words: set[str]) -> bool:
    """Whether a name is "Title / Speaker": one column for both."""
    of_title, of_people = words & (_TITLE | _PAPER | _TALK), words & (_PERSON | _SPEAKERS)
    return bool(of_title and of_people) and words == of_title | of_people and bool(_JOINED.search(name))


def _owners(field: str) -> frozenset[str]:
    """The words that may stand beside a field's own without changing what it means."""
    match field:
        case "affiliation":
            return _PERSON | _NAME | _FIRST
        case "room" | "chair" | "track" | "order":
            return _SESSION | _PAPER | _NAME | {"pres"}
        case "award":
            return _PAPER
    return _PAPER | frozenset(["acceptance", "authors", "author"]) if field == "keywords" else _PAPER


def _title(others: set[str]) -> str | None:
    """A title is a paper's or a talk's unless a word says that it is something else's."""
    if not others or others <= _PAPER:
        return "title"
    return "session" if others <= _SESSION else None


def _of_byline(words: set[str], name: str) -> str | None:
    """Who stands first in a byline, or all others; of "First author first name" it is a part of a name."""
    if words & _FIRST and words & _AUTHOR and words - _FIRST <= _AUTHOR and name.count("first") < 2:
        return "speaker" if "presenting" in words else "first_author"
    return "coauthors" if words and words <= _COAUTHORS else None


def _name(others: set[str]) -> str | None:
    if others and others <= _SPEAKER:
        return "speaker"
    of_what = (
        ("session", _SESSION),
        *((field, _FIELD_WORDS[field]) for field in ("track", "award", "room", "chair")),
    )
    for field, owners in of_what:
        if others and others <= owners:
            return field
    if others <= _AUTHOR | frozenset(["person"]):
        return "authors"
    return "title" if others <= frozenset(["paper", "talk"]) else None
