"""Bylines of lists: "A. Lee and B. Roe", "Ann Lee (MIT)", "Ann Lee and Bob Roe, MIT; Cy Dee, ETH"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.dashed_names import names_before_dashes
from site_gen.ingest.reading.people.institutions import (
    alternating,
    have_workplaces,
    interleaved,
    is_institution,
    people_before,
)
from site_gen.ingest.reading.people.listed_names import with_institution
from site_gen.ingest.reading.people.names import (
    AND,
    PrintedName,
    dotted_names,
    is_dotted_byline,
    is_particle,
    is_person,
    with_last_apart,
)
from site_gen.ingest.reading.people.numbered_affiliations import has_marks, marked_names
from site_gen.ingest.reading.texts.labels import WIDE_SIGNS
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.placeholders import is_placeholder
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.text import squeeze
from site_gen.values import replace

_NESTED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
# Each run of spaces is tried once, from its beginning.
_NAMES = re.compile(rf"(?<!\s)\s*+(?:,|{AND})\s*")
_COMMA = re.compile(r"(?<!\s)\s*+,\s*")
_BETWEEN = re.compile(rf"(?<!\s)\s*+([,;·⋅|]|{AND})\s*")
_BEHIND_FIRST = re.compile(rf"(?<!\s)\s*+(?:[,;·⋅|(]|{AND})\s*")
_BEHIND_LAST = re.compile(r"\band\s+[^,;()]+,\s*\S")  # "…, and Cy Dee, MIT"
# "Ann Lee, MIT, and Bob Roe, ETH": who stands behind "and" is none of the first institution.
_SECOND = re.compile(r",\s*([^,;]+),\s+and\s+([^,;]+),")
_LABEL = re.compile(r"(?:authors?|by)\s*:?\s+(?=\S)", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?<=\w\w),?\s+(?:et\.?\s+al\b\.?|and (?:others|colleagues))$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LONGEST = 4000  # a byline of a large collaboration is longer, and no list has it in one line
# A name where "and" joins it to another one; alone, or behind a comma, it may be a room.
_SHORT, _LONGEST_SHOWN = 200, 800  # characters that are soon looked through, and that show what a text is
_OF_PROSE = 0.7  # of the words of prose, and more, begin small: of names and institutions are fewer
_ENOUGH = 300  # names by which a text of thousands is judged
_HALL = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_]\.?)? Hall")


_FIRST, _MOST = 60, 0.7  # characters of a name; of the names that look like some
_BYLINE = 0.7  # of a line are names where it is a byline
_MOST_OF_NAME = 3  # words of a family name, and of the given ones
_PAIR = 2  # a name and where one works
_OF_ONE = 0.6  # less than makes a byline: it may be a town and its country too


def without_label(text: str) -> str:
    """A byline without "Authors:" or "by" before it; of two alone, "a" between them may be of a title."""
    match = _LABEL.match(text)
    bare = text[match.end() :] if match else text
    return with_last_apart(bare) if "," in bare else bare


def has_affiliations(bylines: Iterable[str]) -> bool:
    """Whether bylines name institutions after commas, of one person or of groups between semicolons."""
    listed = list(bylines)
    groups = [group for byline in listed if ";" in byline for group in _groups(byline)]
    groups += [byline for byline in listed if ";" not in byline and _BEHIND_LAST.search(byline)]
    groups = [group for group in groups if not _NESTED.search(group)]
    before = [group.partition(",")[0].split() for group in groups if "," in group]
    are_grouped = bool(before) and sum(len(words) > 1 for words in before) > len(before) / 2
    return are_grouped or have_workplaces(listed)


def are_family_first(bylines: Iterable[str]) -> bool:
    """Whether bylines of one person each say the family name first: "Lund, Ana", "García López, María".

    So they do where a family name of one word shows it, and behind all longer ones stands one given name.
    """
    listed = [byline.split(",") for byline in bylines if "," in byline and ";" not in byline]
    counts = [tuple(len(half.split()) for half in halves) for halves in listed]
    pairs = all(len(count) == 2 and all(0 < each <= _MOST_OF_NAME for each in count) for count in counts)
    is_shown = any(count[:1] == (1,) for count in counts) and any(count[:1] > (1,) for count in counts)
    return is_shown and pairs and all(1 in count for count in counts)


def names_of(byline: str, line: int, private: PrivateValues, *, affiliated: bool) -> list[PrintedName]:
    """The names of a byline; `affiliated` where the document's bylines name institutions after commas."""
    text = without_label(byline)
    if is_dotted_byline(text):
        return list(dotted_names([SourceLine(line, text)]))
    if pairs := colon_pairs(text):
        return [PrintedName(own, line, affiliations=(place,) if place else ()) for own, place in pairs]
    if has_marks(text):
        return marked_names(text.strip(" ."), line, (), private)
    if affiliated and "," in text and not names_before_dashes(text, line):
        return _of_groups(_groups(text), line)
    names = split_authors(text.strip(" ."), line, private)
    return [
        replace(name, name=name.name.strip(" .") if name.name.endswith(" .") else name.name) for name in names
    ]


def colon_pairs(text: str) -> list[tuple[str, str]]:
    """The names and institutions of "Ann Lee:ETH Zurich; Bob Roe:MIT"; one alone has no space there."""
    groups = [group.strip() for group in text.strip(" .;").split(";")] if 0 < text.find(":") < _FIRST else []
    pairs = [(own.strip(), place.strip()) for own, _, place in (group.partition(":") for group in groups)]
    is_sure = len(groups) > 1 or (bool(groups) and ": " not in groups[0])
    named = sum(looks_named(own) for own, _ in pairs)
    are_pairs = is_sure and all(":" in group for group in groups) and _MOST * len(pairs) <= named
    return pairs if are_pairs else []


def _groups(byline: str) -> list[str]:
    """The parts of a byline between semicolons, of which those in brackets part nothing: "Ann (MIT; ETH)"."""
    if ";" not in byline:
        return _of_two(byline)
    hidden = _NESTED.sub(lambda match: "_" * len(match[0]), byline)
    ends = [at for at, sign in enumerate(hidden) if sign == ";"]
    begins = [0, *(each + 1 for each in ends)]
    return [byline[begin:end] for begin, end in zip(begins, [*ends, len(byline)], strict=True)]


def _of_two(byline: str) -> list[str]:
    """Two people, each with an institution and its town: "Ann Lee, ETH, Bern and Bo Roe, MIT, Boston"."""
    first, _, second = byline.partition(" and ")
    before, after = ([part.strip() for part in each.split(",")] for each in (first, second))
    are_two = len(before) > _PAIR and len(after) >= _PAIR and not is_institution(before[-1])
    are_people = are_two and all(" " in each[0] and is_person(each[0]) for each in (before, after))
    is_placed = are_people and is_institution(before[1]) and is_institution(after[1])
    return [first.rstrip(" ,"), second] if is_placed and " and " not in second else [byline]


def _of_groups(groups: Iterable[str], line: int) -> list[PrintedName]:
    """The names between semicolons; an institution alone is another one of the names before it."""
    names: list[PrintedName] = []
    above = 0  # how many names the group before holds
    for group in groups:
        if names and is_institution(group):
            names[-above:] = [with_institution(name, group) for name in names[-above:]]
            continue
        found = _affiliated(group.strip(), line)
        above = len(found) or above
        names += found
    return names


def _affiliated(group: str, line: int) -> list[PrintedName]:
    """The names of "Ann Lee and Bob Roe, MIT": they go on up to the last part with an "and"."""
    if pairs := interleaved(group):
        return [PrintedName(own, line, affiliations=(place,) if place else ()) for own, place in pairs]
    second = next((m for m in _SECOND.finditer(group) if not _are_names(m[1]) and is_person(m[2])), None)
    if second:
        return [*_affiliated(group[: second.end(1)], line), *_affiliated(group[second.start(2) :], line)]
    if "(" in group and all(map(is_person, re.split(_NAMES, _NESTED.sub("", group).strip()))):
        return split_authors(group, line, PrivateValues())  # "Ann Lee, Bob Roe (MIT)"
    pieces = [piece for piece in _COMMA.split(group) if piece]
    if pairs := alternating(pieces):
        return [PrintedName(own, line, affiliations=(place,) if place else ()) for own, place in pairs]
    ends = (i for i, piece in enumerate(pieces) if re.match(r"(?:.*\s)?(?:and|&)\s", piece))
    last = max((i for i in ends if all(_are_names(piece) for piece in pieces[: i + 1])), default=0)
    last = last or len(people_before(pieces)) - 1
    names = [squeeze(name) for piece in pieces[: last + 1] for name in _NAMES.split(piece) if name.strip()]
    affiliation = ", ".join(pieces[last + 1 :])
    return [PrintedName(name, line, affiliations=(affiliation,) if affiliation else ()) for name in names]


def _are_names(piece: str) -> bool:
    return all(is_person(name.strip(" .")) for name in _NAMES.split(piece) if name.strip())


@recurring
def people_share(text: str) -> float:
    """How much of a text is names of people, from 0 to 1, their institutions apart."""
    if len(text) > _LONGEST or _is_prose(text):
        return 0.0
    text = _AND_OTHERS.sub("", text if text.isascii() else text.translate(WIDE_SIGNS))
    if names_before_dashes(without_label(text), 0) or colon_pairs(without_label(text)):
        return 1.0
    plain = _plain_share(text)
    if plain == 1 or "," not in text:
        return plain
    return max(plain, _affiliated_share(text), _family_first_share(text))


def _is_prose(text: str) -> bool:
    """Whether a long text is surely none of names, of which few words begin small."""
    words = text[:_LONGEST_SHOWN].split() if len(text) > _SHORT else []
    return sum(word[0].islower() for word in words) > len(words) * _OF_PROSE


def names_people(text: str) -> bool:
    """Whether a line is a byline: most of it is names of people."""
    return people_share(text) >= _BYLINE


def _affiliated_share(text: str) -> float:
    """The share where each group between semicolons ends in an institution after a comma."""
    groups = [group.strip() for group in _groups(without_label(text)) if group.strip()]
    if not groups or not all("," in group for group in groups) or ": " in text:
        return 0.0
    names = [name.name for group in groups for name in _affiliated(group, 0)]
    return sum(looks_named(name) for name in names) / len(names) if names else 0.0


def _family_first_share(text: str) -> float:
    """The share of "Lee, Ann; Roe, Bob Jo" between semicolons; one alone may also be two words of a title."""
    groups = [group.split(",") for group in without_label(text).rstrip(" .;").split(";")]
    named = [
        len(group) == 2 and all(0 < len(half.split()) <= _MOST_OF_NAME for half in group) for group in groups
    ]
    turned = [" ".join(reversed(group)) for group in groups]
    if not all(named) or ":" in text:
        return 0.0
    share = sum(map(looks_named, map(squeeze, turned))) / len(groups)
    return share if ";" in text else min(share, _OF_ONE)


def _plain_share(text: str) -> float:
    bare = _NESTED.sub("", without_label(text)).strip(" .;,*")
    if not bare:
        return 0.0
    split = _BETWEEN.split(bare)[: 2 * _ENOUGH]
    pieces = [piece.strip(" .*†‡0123456789") for piece in split[::2]]
    joined = ["", *("" if sign in ",;·⋅|" else sign for sign in split[1::2]), ""]
    named = [
        looks_named(piece) or bool(_HALL.fullmatch(piece) and (joined[at] or joined[at + 1]))
        for at, piece in enumerate(pieces)
        if piece and not is_placeholder(piece)  # "Ann Lee, TBA"
    ]
    return sum(named) / len(named) if named else 0.0


def begins_as_byline(text: str) -> bool:
    """Whether a text first names a person: "Fast locks, Ann Lee and Bob Roe" begins as a title."""
    bare = _AND_OTHERS.sub("", without_label(text))
    first = _BEHIND_FIRST.split(bare, maxsplit=1)[0]
    return looks_named(first.strip(" .*†‡0123456789"))


def looks_named(text: str) -> bool:
    """Whether a text can be a person's name, also with initials: "A. B. Lee", "J.-P. Roe"."""
    if is_person(text):
        return not is_institution(text)
    words = text.split()
    return (
        2 <= len(words) <= 6
        and all(word.endswith(".") or _WORD.fullmatch(word) for word in words)
        and any(word.endswith(".") for word in words[:-1])
        and all(word[0].isupper() or is_particle(word.lower()) for word in words)
    )
