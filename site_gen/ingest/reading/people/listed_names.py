"""A name as lists of authors print it: "Lee, Ann (MIT)*", "◊ Bo Dee", "Jane Roe, MIT, USA"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.private_values import GAP
from site_gen.ingest.reading.people.attendance import ATTENDANCE
from site_gen.ingest.reading.people.byline_parts import SUFFIX
from site_gen.ingest.reading.people.names import PRONOUNS, PrintedName, body_with_comma, unusual_family
from site_gen.ingest.reading.people.orcids import with_orcid_apart
from site_gen.text import squeeze
from site_gen.text.unspaced import whole_name

_MARKS = re.compile(r"\^\{?[\d,*]+\}?$|[*†‡§¶#^⁎✉⚹¹²³⁰⁴-⁹ ]+$|(?<=[^\W\d_])[\d*†‡§¶,]+$")
AFFILIATION = re.compile(
    r"\s*(?:\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\[(?P<square>[^\[\]]*)\])\s*[*†‡§¶\d]*$"
)
# What is said of a paper behind its last author.
_REMARK = re.compile(
    rf"\s*[(\[](?:short|long|full|demo|poster|oral|invited|{ATTENDANCE})"
    r"(?: (?:paper|talk|presentation))?[)\]]\s*$",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:pdf|paper|slides|video|code|poster|bib|arxiv|link|abstract)s?", re.IGNORECASE)


def listed_name(part: str, line: int, is_family_first: bool) -> PrintedName:
    """The name without marks, pronouns and remarks; `is_family_first`: commas stand behind family names."""
    text, called = with_orcid_apart(part)
    if called:
        return replace(listed_name(text, line, is_family_first), called=called)
    bare = squeeze(part.replace(GAP, " ")).strip(" ,")
    affiliation = None
    if not bare[-1:].isalpha():  # else nothing stands behind the name
        bare = PRONOUNS.sub("", _REMARK.sub("", bare))
        affiliation = AFFILIATION.search(bare)
        bare = _MARKS.sub("", bare[: affiliation.start()] if affiliation else bare)
    name = _unsigned(bare).strip(" ,")
    affiliations = affiliations_in(affiliation)
    pieces = [piece.strip() for piece in name.split(",") if piece.strip()]
    pieces = pieces[pieces[:1] == pieces[1:2] and len(pieces) > 2 :]  # "Roe, Roe, Ann"
    if not is_family_first or len(pieces) < 2 or (SUFFIX.fullmatch(pieces[-1]) and len(pieces) == 2):
        return PrintedName(" ".join(pieces) if len(pieces) > 1 else name, line, affiliations=affiliations)
    if body := body_with_comma(pieces[0], ", ".join(pieces), line):
        return replace(body, affiliations=affiliations)
    if len(pieces) == 3 and SUFFIX.fullmatch(pieces[1]):  # "King, Jr., Martin Luther"
        pieces[1], pieces[2] = pieces[2], pieces[1]
    if len(pieces) > 2 and not SUFFIX.fullmatch(pieces[2]):
        return _with_address(pieces, line, affiliations)
    shown = squeeze(" ".join([whole_name(pieces[1], pieces[0]), *pieces[2:]]))
    return PrintedName(shown, line, family=unusual_family(pieces[0], shown), affiliations=affiliations)


def _with_address(pieces: Sequence[str], line: int, affiliations: tuple[str, ...]) -> PrintedName:
    """ "Jane Roe, MIT, USA" between semicolons: a name in its natural order and an affiliation."""
    if len(pieces[0].split()) > 1:
        return PrintedName(pieces[0], line, affiliations=(", ".join(pieces[1:]), *affiliations))
    shown = squeeze(f"{pieces[1]} {pieces[0]}")
    return PrintedName(
        shown,
        line,
        family=unusual_family(pieces[0], shown),
        affiliations=affiliations or (", ".join(pieces[2:]),),
    )


def _unsigned(name: str) -> str:
    """A name without the signs at its ends that mark what is said elsewhere: "◊ Ann Lee", "Bo Dee ★"."""
    if name.isascii():
        return name
    signs = {sign for sign in name if not sign.isascii() and unicodedata.category(sign).startswith("S")}
    return name.strip(" " + "".join(signs)) if signs else name


def affiliations_in(match: re.Match[str] | None) -> tuple[str, ...]:
    """Where a person works, in the brackets behind the name; a link is no place: "[pdf]"."""
    text = squeeze(match["round"] or match["square"] or "") if match else ""
    return () if not text or _LINK.fullmatch(text) else (text,)


def one_name(given: str, family: str, line: int, affiliations: tuple[str, ...] = ()) -> PrintedName:
    """A name whose parts stand apart; the family name is told where the last word is not all of it."""
    shown = squeeze(whole_name(given.replace(GAP, " ").strip(), family.replace(GAP, " ").strip()))
    name = squeeze(family.replace(GAP, " "))
    return PrintedName(shown, line, family=unusual_family(name, shown), affiliations=affiliations)


def with_institution(name: PrintedName, text: str) -> PrintedName:
    """A name with one more institution."""
    return replace(name, affiliations=(*name.affiliations, squeeze(text.replace(GAP, " ")).strip(" ,")))


def are_marks(part: str) -> bool:
    """Whether a part is what an address or a footnote's mark left."""
    return not any(map(str.isalpha, part))
