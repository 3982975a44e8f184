"""Institutions and people told apart in bylines: "Ann Lee, ETH; Bob Roe, MIT", "Ann Lee, Laval, …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, zip_longest

from site_gen.ingest.reading.people.names import AND_WORD, is_person, with_last_apart
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.text import squeeze

_SHORT = ("FH", "KU", "TH", "TU", "UC", "UT")  # "TU Wien"; "Tu Nguyen" is a person
_SHORT_NAMES = rf"(?-i:(?:{'|'.join(_SHORT)}) [^\W\d_a-z][^\W\d_A-Z]+)"
INSTITUTION = re.compile(
    rf"\b(?:{_SHORT_NAMES}|uni|univ\w*|institut\w*|college|school|lab\w*|inc|ltd|gmbh|corp\w*|research"
    r"|academy|cent(?:er|re)|eth|mit|technolog\w*|foundation|hospital|department|facult\w*|polit?ec\w*"
    r"|hochschule)\b",
    re.IGNORECASE,
)
# What people are where they work, which none of them is called.
POSITION = re.compile(
    r"\b(?:professor(?:in)?|prof|director|chief|engineer|scientist|manager|officer|c[eti]o|(?:co-?)?founder|lecturer"
    r"|researcher|president|developer|consultant|analyst|architect|editor|fellow|postdoc|head of|vp|dean"
    r"|coordinator|administrator|specialist|principal|student|evangelist|advocate|partner|programmer)\b",
    re.IGNORECASE,
)
_RANK = r"(?:senior|junior|lead|associate|assistant|adjunct|chief|principal|staff|research|software|vice)"
# All of a part of a byline: "Principal Research Scientist", "Director of Owls". James Dean is a person.
_ONLY_POSITION = re.compile(
    rf"(?:{_RANK}\s+)*(?:{POSITION.pattern})(?:\s+of\s+[\w ]{{2,60}})?", re.IGNORECASE
)
# What no person is called: "School of Cyber Security, University of Owls" between two people.
_NO_PERSON = re.compile(
    rf"\b(?:univ\.|(?:{_SHORT_NAMES}|uni|univers\w+|uniwersytet\w*|üniversite\w*|университет\w*|[eé]cole"
    r"|escuela|institut\w*|college|school of|laborator(?:y|ies)|academy of|departments?|facult\w+|hospital"
    r"|polit?ec\w+|hochschule|gmbh|foundation)\b)"
    r"|大[学學]|[学學]院|研究[所院]|[学學]校|대학|연구",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«„][^«»„“”]{2,80}[»“”]")  # what a company is called, and no person
_ADDRESSED = re.compile(r"\b[^\W\d_]{3,}\.(?:ai|com|io|net|org)\b", re.IGNORECASE)  # "Owls.ai Nest"
_LONGEST_COMPANY = 4  # words: "Owls.ai: A Model of Nests" is a title
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{2,}(?:[ ,].*)?")
_COMMAS = re.compile(r"(?<!\s)\s*+,\s*+(?:and\s+)?|(?<!\s)\s++and\s++(?=[A-Z]\.)")
_INITIALED = re.compile(r"(?:[A-Z]\.[ -]?)+[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}[ '’-]?")
_BEFORE_NEXT = re.compile(r"\((?P<place>[^()]{2,120})\)\s+(?=[A-Z][\w.'’-]*(?: [\w.'’-]+){1,4} ?\()")
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,120})[)\]]")
_SEVERAL_OR_MORE = re.compile(rf"[;:()\[\]@\n]|\s(?:&|{AND_WORD})\s")
# Words of departments and companies that look like names: "Computer Science, University of Owls".
_NO_NAMES_WORD = re.compile(
    r"\b(?:\w*science\w*|\w*engineering|\w*ics|\w*ology|arts?|group|labs?|research|tech\w*|systems?|computing|center"
    r"|centre|campus|park|cit[yé]|saint|new|north|south|east|west|united|national|state|bank|ai|data|studio)\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r"(?<=[\w.)])(?:[+]|\s+[+]\s+)(?=[^\W\d_]{2})")


def is_position(text: str) -> bool:
    """Whether a text is what somebody is, and nobody's name: "Senior Engineer", "Professor"."""
    return _ONLY_POSITION.fullmatch(text.strip()) is not None


def are_affiliated(parts: Sequence[str]) -> bool:
    """Whether "Ann Lee, ETH; Bob Roe, MIT" are names and institutions: a family name has no second word."""
    pairs = [[half.strip() for half in part.split(",", 1)] for part in parts if "," in part]
    if (
        not pairs
        or any("(" in part for part in parts)
        or not all(len(pair[0].split()) > 1 and is_person(pair[0]) for pair in pairs)
    ):
        return False
    return any(
        _ACRONYM.fullmatch(behind)
        or INSTITUTION.search(behind)
        or ("," in behind and not is_person(behind.split(",")[0].strip()))
        for _, behind in pairs
    )


def have_workplaces(bylines: Iterable[str]) -> bool:
    """Whether bylines name one person and where that works: "Ann Lee, MIT", "Bob Roe, Amber Foods".

    So they do where of half of them the part behind the comma is surely nobody, and none names somebody else.
    """
    listed = [
        byline for byline in bylines if "," in byline and not _SEVERAL_OR_MORE.search(with_last_apart(byline))
    ]
    halves = [[half.strip() for half in byline.split(",")[:2]] for byline in listed]
    pairs = [(name, place) for name, place in halves if len(name.split()) > 1 and is_person(name)]
    sure = [place for _, place in pairs if _is_nobody(place)]
    others = {place for _, place in pairs}.intersection(name for name, _ in pairs)
    return len(sure) > 1 and 2 * len(sure) >= len(listed) and not others


def may_be_two(byline: str) -> bool:
    """Whether what is read as a person and a workplace could be two people: "Ann Lee, Amber Foods"."""
    halves = [half.strip() for half in byline.split(",")]
    return len(halves) == 2 and all(map(is_person, halves)) and not _is_nobody(halves[1])


def _is_nobody(text: str) -> bool:
    bare = text.strip(" .")
    if _ACRONYM.fullmatch(bare) or INSTITUTION.search(bare) or POSITION.search(bare):
        return True
    return " " in bare and not is_person(bare)


def alternating(pieces: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of "Ann Lee, Laval, Bob Roe, Lyon", a name and a word for where it works; else nothing.

    The last name may have none: "Ann Lee, Laval, Bob Roe, Laval, Cy Dee".
    """
    names, places = pieces[::2], pieces[1::2]
    is_sure = (
        len(places) > 1
        and all(place.isalpha() and len(place) > 2 and place[0].isupper() for place in places)
        and all(is_person(name) and len(name.split()) > 1 for name in names)
    )
    return [*zip_longest(names, places, fillvalue="")] if is_sure else []


def interleaved(text: str) -> list[tuple[str, str]]:
    """The names of "A. Lee, ETH Zurich, B. Roe and C. Dee, University of Owls", each with where it works.

    Names with initials are surely names, all else between them is where they work; nothing where people of
    one institution stand before another's only once.
    """
    may_be = "." in text and ("," in text or "and" in text)
    pieces = [piece for piece in _COMMAS.split(text) if piece] if may_be else []
    are_names = [_INITIALED.fullmatch(piece) is not None for piece in pieces]
    turns = sum(one and not other for one, other in pairwise([*are_names, False]))
    if not pieces or not are_names[0] or turns < 2 or not any(map(is_institution, pieces)):
        return []
    found: list[tuple[list[str], list[str]]] = []
    for piece, is_name in zip(pieces, are_names, strict=True):
        if is_name and (not found or found[-1][1]):
            found.append(([], []))
        found[-1][0 if is_name else 1].append(piece)
    return [(name, ", ".join(places)) for names, places in found for name in names]


def people_before(pieces: Sequence[str]) -> Sequence[str]:
    """The names of "Ann Lee, Bob Roe, University of X": up to its institution all parts are people.

    So are more than two of which none is an institution. Where another word than a name's stands among them,
    the first part alone is one.
    """
    without = len(pieces) if len(pieces) > 2 and not any(map(_is_nobody, pieces)) else 1
    end = next((i for i, piece in enumerate(pieces) if i and is_institution(piece)), without)
    is_sure = all(
        is_person(piece) and len(piece.split()) > 1 and not _NO_NAMES_WORD.search(piece)
        for piece in pieces[1:end]
    )
    return pieces[: end if is_sure else 1]


def institutions_at_end(parts: Sequence[str]) -> int:
    """Where the institutions begin that stand behind the people of a byline; its length where none do.

    "Ann Lee, Bob Roe, LBNL (USA)": once some of them are surely none of people, so are those beside them
    with a country in brackets, where no name has one. Among people who call themselves "KRN", "OLF" is one.
    """
    sure = _beginning(parts, is_institution if parts and _is_place(parts[0]) else _is_place)
    likely = _beginning(parts, lambda part: "(" in part)
    is_sure = any(map(_is_place, parts[likely:])) and not any("(" in part for part in parts[:likely])
    return min(sure, likely) if is_sure else sure


def _beginning(parts: Sequence[str], is_last: Callable[[str], bool]) -> int:
    """Where the parts at the end begin that are such, behind the first part of all."""
    return next((at + 1 for at in range(len(parts) - 1, 0, -1) if not is_last(parts[at])), min(1, len(parts)))


def _is_place(text: str) -> bool:
    bare = text.partition("(")[0].strip()
    is_acronym = _ACRONYM.fullmatch(bare) is not None and " " not in bare
    return is_institution(text) or is_acronym or ("(" in text and begins_with_acronym(bare))


def begins_with_acronym(text: str) -> bool:
    """Whether a text begins as "UFZ Leipzig" and "TU Delft" do; so does "KIM Minho", a person."""
    first, *others = text.split()[:2] or [""]
    return bool(_ACRONYM.fullmatch(first) or first in _SHORT) and not any(map(str.isupper, others))


@recurring
def is_institution(text: str) -> bool:
    """Whether a text between people is surely an institution, with its parts after commas."""
    first = text.partition(",")[0].partition("(")[0].strip()
    addressed = _ADDRESSED.search(first.partition("[")[0])
    is_short = ":" not in first and len(first.split()) <= _LONGEST_COMPANY
    if _QUOTED.fullmatch(first) or (addressed and is_short):
        return True
    is_lab = _ACRONYM.fullmatch(first) and INSTITUTION.search(first)  # "IBM Research"
    return _NO_PERSON.search(first) is not None or is_lab is not None


def without_workplace(name: str) -> tuple[str, str]:
    """A name, and the institution in brackets in it: "Ming (MIT) Li"; "(Mike)" is another name."""
    match = _BRACKETED.search(name) if name.endswith((")", "]")) or "(" in name else None
    if match is None or not match.start():
        return name, ""
    inside = match[1].strip()
    first = inside.partition(",")[0]
    is_place = INSTITUTION.search(first) is not None or begins_with_acronym(first) or is_institution(inside)
    return (squeeze(_BRACKETED.sub(" ", name, count=1)), inside) if is_place else (name, "")


def with_commas(text: str) -> str:
    """A cell with commas behind institutions that the next person follows: "A. Lee (MIT) B. Roe (ETH)"."""

    def parted(match: re.Match[str]) -> str:
        is_place = is_institution(match["place"]) or begins_with_acronym(match["place"])
        return f"({match['place']}), " if is_place else match[0]

    return _BEFORE_NEXT.sub(parted, text)


def parted_at_plus(text: str) -> tuple[str, ...]:
    """Where one works: "University of Oxford+Google" are two."""
    return tuple(part for each in _PLUS.split(text) if (part := each.strip()))
