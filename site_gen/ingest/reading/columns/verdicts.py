"""Decisions in the words of the submission systems: accepted or not. What is unclear is not accepted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from site_gen.ingest.reading.columns.translated_words import ACCEPTED, NO, OPEN, REJECTED, WITHDRAWN, YES
from site_gen.text import fold

Verdict = Literal["accepted", "rejected", "withdrawn", "undecided"]

_WITHDRAWN = re.compile(r"withdr|retract|deleted|zuruckgezogen|retire|retirad|ritirat|" + WITHDRAWN)
_NOTED = re.compile(r"(?:withdrawn|retracted|zuruckgezogen|retiree?|retirad[oa]|ritirat[oa]|سحبت)\b")
_REJECTED = re.compile(
    r"reject|declin|refus|\b(?:not|un|non)[- ]?accept|\bno accept|abgelehnt|rechaz|desk|did not pass|\bfail"
    r"|\brejet|\brejeit|recusad|rifiutat|respint"
    r"|\b(?:nicht|non|nao|no) (?:angenommen|acc?ett|aceit|acept|admis|zugelassen)|" + REJECTED
)
_OPEN = re.compile(
    r"pending|await|undecided|no decision|maybe|probabl|borderline|\bweak|tentativ|likely|discuss|\bif\b|\?"
    r"|\bcondition|ausstehend|\boffen\b|bedingt|vorbehalt|en attente|sous reserve|pendient|pendent|in attesa"
    r"|con riserva|" + OPEN
)
_ACCEPTED = re.compile(r"\baccept|\bconfirm|\bangenommen|\bacept|\baccett|\baceit|" + ACCEPTED)
_FORM = re.compile(
    r"(?:(?:long|short|full|regular|technical|industry|main) )?(?:oral|poster|spotlight|talk|demo|paper"
    r"|lightning talk)s?(?: (?:presentation|paper|session))?"
    r"|long|short|full|regular|main|findings|technical|industry|system demonstrations?"
)
_TYPE = re.compile(r"(?:[^\W\d_]+ ){0,2}(?:oral|poster|spotlight|talk|demo|paper)s?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_OPEN = 4  # words
_LONGEST = 120  # characters of a decision in a column of any name
_YES = frozenset(["yes", "y", "true", "x", "1", "✓", "✔", "ja", "oui", "si", "sim", *YES])
_NO = frozenset(["no", "n", "false", "0", "✗", "nein", "non", "nao", *NO])


def verdict(decision: str) -> Verdict:
    """What a decision says; an empty one, and one that still leaves it open, is undecided."""
    words = fold(decision)
    if _WITHDRAWN.search(words):
        return "withdrawn"
    if words in _NO or _REJECTED.search(words):
        return "rejected"
    if _OPEN.search(words):
        return "undecided"
    is_accepted = words in _YES or _ACCEPTED.search(words) or _FORM.fullmatch(words)
    return "accepted" if is_accepted else "undecided"


def says_withdrawn(note: str) -> bool:
    """Whether one of the sentences of a note to a reference is that the paper was withdrawn."""
    sentences = re.split(r"[.;\n]", note)
    return any(len(each.split()) <= _LONGEST_OPEN and _NOTED.match(fold(each).strip()) for each in sentences)


def are_verdicts(values: Sequence[str]) -> bool:
    """Whether a column of any name holds decisions: each value is one or leaves it open, and one says so in
    words. A text that speaks of what fails decides nothing.
    """
    filled = [fold(value) for value in values if value.strip()]
    if any(len(value) > _LONGEST for value in filled):
        return False
    in_words = [value for value in filled if _REJECTED.search(value) or _ACCEPTED.search(value)]
    return bool(in_words) and all(verdict(value) != "undecided" or _is_open(value) for value in filled)


def says_yes_or_no(values: Sequence[str]) -> bool:
    """Whether a column holds nothing but yes and no, and one of them at least."""
    filled = [fold(value.strip()) for value in values if value.strip()]
    return bool(filled) and all(value in _YES or value in _NO for value in filled)


def are_types(values: Sequence[str]) -> bool:
    """Whether a column says only which sort of paper each is, and decides nothing: "TOG paper".

    What all of them are called like is no doubtful answer. The one year of them all decides nothing too.
    """
    filled = [fold(value) for value in values if value.strip()]
    if len(filled) == len(values) and len(set(filled)) == 1 and _YEAR.fullmatch(filled[0]):
        return True
    if not any(_FORM.fullmatch(value) for value in filled):
        return False
    said = (_WITHDRAWN, _REJECTED, _OPEN, _ACCEPTED)
    return all(
        (_FORM.fullmatch(value) or _TYPE.fullmatch(value)) and not any(each.search(value) for each in said)
        for value in filled
    )


def _is_open(words: str) -> bool:
    """Whether a value is no text about decisions, but one that is still open."""
    return len(words.split()) <= _LONGEST_OPEN and _OPEN.search(words) is not None
