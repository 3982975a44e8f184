"""Affiliations that numbers stand for: "Ann Lee (1), Bo Roe (1,2)" beside "1: ETH Zurich; 2: Owl Inc"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.text import squeeze

_MARKS = re.compile(r"\s*\d{1,2}(?:\s*[,;&]\s*\d{1,2})*\s*")
_LISTED = re.compile(
    r"(?:^|[;|\n,])\s*[(\[]?(\d{1,2})[)\].:]?\s+(.+?)(?=\s*[;|\n,]\s*[(\[]?\d{1,2}[)\].:]?\s|\s*$)", re.S
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DIGIT = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
_RAISED = re.compile(rf"\s*(?:<sup>\s*([\d, ]+?)\s*</sup>|({_DIGIT}+(?:[,\s]*{_DIGIT}+)*))\s*")
_IN_BRACKETS = re.compile(r"[(\[]\s*\d")
_BETWEEN = re.compile(r"[,\s]+")
_STOP = re.compile(r"[.,;]?\s*\n")
FOOTNOTES = "*†‡§¶✉⁎"
# "Ann Lee1,2*": the numbers of the institutions behind a name.
_BEHIND = re.compile(
    rf"(?<=[^\W\d_.)])[ ^{{(\[]*(\d{{1,2}}(?:\s?[,;]\s?\d{{1,2}})*)(?:,?[}})\]{FOOTNOTES}])*"
    r"(?=\s*(?:[,;&]|and\b|$))"
)
_WORDS_INSIDE = re.compile(r"[(\[][^()\[\]]*[^\W\d_][^()\[\]]*[)\]]")  # "(CSIRO Data61)": no number of one
_AT_END = re.compile(r"\s*[(\[]\s*(\d{1,2}[).:]?\s*[^\W\d_][^()]*(?:\([^()]*\)[^()]*)*)[)\]]\s*\.?$")
_PLACE = re.compile(r"(?:^|(?<=;))\s*[(\[^{]?(\d{1,2})[)\]}.:]?\s*(?=[^\W\d_])")


def plain_numbers(text: str) -> str:
    """A text whose raised numbers are plain ones."""
    return text.translate(_SUPERSCRIPTS)


def without_marks(byline: str) -> str:
    """A byline without the numbers behind its names."""
    return _with_numbers(plain_numbers(byline), "")


def has_marks(byline: str) -> bool:
    """Whether numbers of institutions stand behind names: "Ann Lee1, Bob Roe2"."""
    return _BEHIND.search(_shown(plain_numbers(byline))) is not None


def _shown(text: str) -> str:
    """A text of the same length, without what stands in brackets and holds words."""
    return _WORDS_INSIDE.sub(lambda match: "_" * len(match[0]), text)


def _with_numbers(text: str, new: str) -> str:
    """A text with the numbers behind names written anew, as "Ann Lee (1)"."""
    found = list(_BEHIND.finditer(_shown(text)))
    for match in reversed(found):
        text = text[: match.start()] + new.format(match[1]) + text[match.end() :]
    return text


def marked_names(byline: str, line: int, places: Sequence[str], private: PrivateValues) -> list[PrintedName]:
    """The names of a byline, each with the institutions of its numbers, listed behind all or in `places`."""
    text = plain_numbers(byline)
    behind = _AT_END.search(text)
    listed = [*places, *([behind[1]] if behind else [])]
    before = text[: behind.start()] if behind else text
    names = split_authors(_with_numbers(before, " ({})"), line, private)
    return with_numbered(names, "\n".join(_PLACE.sub(r"\1: ", place) for place in listed))


def numbered_names(byline: str, line: int, listed: str, private: PrivateValues) -> list[PrintedName]:
    """The names of a byline with raised numbers, each with the institutions that a text lists by these.

    None where the byline or the text has no such numbers: "Ann Lee¹, Bo Roe¹ ²" beside "¹ ETH. ² Owl Inc".
    """
    if not listed.strip():
        return []
    text = _RAISED.sub(lambda match: _BETWEEN.sub(",", match[1] or match[2]), byline)
    places = _STOP.sub("\n", _RAISED.sub(lambda match: f"\n{match[1] or match[2]}: ", listed)).strip()
    text, places = plain_numbers(text), plain_numbers(places)
    if not (has_marks(text) and _LISTED.search(places)) or _IN_BRACKETS.search(byline):
        return []
    names = split_authors(_with_numbers(text, " ({})"), line, private)
    return with_numbered(names, private.without_addresses(places))


def are_marks(name: PrintedName) -> bool:
    """Whether a name has numbers in the place of affiliations."""
    return any(map(_MARKS.fullmatch, name.affiliations))


def with_numbered(names: Sequence[PrintedName], listed: str) -> list[PrintedName]:
    """The names with the affiliations that their numbers stand for in a list; unknown numbers are none."""
    places = {number: squeeze(text) for number, text in _LISTED.findall(listed)}

    def own(name: PrintedName) -> tuple[str, ...]:
        if not are_marks(name):
            return name.affiliations
        numbers = re.findall(r"\d+", " ".join(name.affiliations))
        return tuple(places[number] for number in numbers if number in places)

    return [replace(name, affiliations=own(name)) for name in names]
