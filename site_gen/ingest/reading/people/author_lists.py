"""Authors in one cell: "A B, C D and E F", "A; B", "Last, First (Affiliation)*; …", one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.private_values import GAP, PrivateValues
from site_gen.ingest.reading.people.byline_parts import NESTED, SUFFIX, parts_of
from site_gen.ingest.reading.people.dashed_names import names_before_dashes
from site_gen.ingest.reading.people.institutions import (
    INSTITUTION,
    alternating,
    are_affiliated,
    begins_with_acronym,
    institutions_at_end,
    interleaved,
    is_institution,
    is_position,
    people_before,
    with_commas,
)
from site_gen.ingest.reading.people.listed_names import (
    AFFILIATION,
    affiliations_in,
    are_marks,
    listed_name,
    with_institution,
)
from site_gen.ingest.reading.people.names import (
    AND_WORD,
    COMPANY,
    PrintedName,
    dotted_names,
    is_dotted_byline,
    is_person,
    split_people,
)
from site_gen.ingest.reading.people.people import is_titled, without_degrees, without_title
from site_gen.ingest.reading.texts.labels import WIDE_SIGNS, label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.text import squeeze

_BREAK = re.compile(r"(?:\s*(?:<br\s*/?>|</(?:li|ul|ol|p|div|tr)>))+\s*", re.IGNORECASE)
_DOT_OF_HAN = re.compile(r"(?<=[一-鿿])\s?・\s?(?=[一-鿿])")  # in kana it is one within a name
_ADDRESS = re.compile(rf",\s*{re.escape(GAP)}[^\S\n]*(?=,)")  # what is left of one between commas
# What stands in brackets behind the full stop of a byline is said of the paper: "Bo Dee. (a journal's)".
_BEHIND_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\s*[(\[][^()\[\]]*[)\]]\s*$")
_COMMAS = re.compile(r"(?<!\s)\s*+,\s*+(?:and\s+)?|(?<!\s)\s++and\s++")
_BEHIND_LAST = re.compile(
    rf"(?P<people>[^;:()\[\]\n]+\s(?:&|{AND_WORD})\s[^,;:()\[\]\n]+),\s(?P<place>[A-ZÀ-Þ][a-zà-ÿ-]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"
)
_BETWEEN_PEOPLE = re.compile(r"\s*[;\n]\s*")
_BEFORE_COLON = re.compile(  # a name, maybe with another in brackets: "Sun Joo (Grace) Ahn"
    r"\s*+([^\d:;()\[\]@]{2,70}?(?:\(\w{2,20}\) [^\d:;()\[\]@]{2,40}?)?)\s*:(?!/)\s*(.*)", re.DOTALL
)

# A company, or what else nobody is called at the end.
_PLACE = re.compile(
    rf"{COMPANY.pattern}|\s(?:School|University|College|Institute|Academy|Hospital|Foundation|Labs)$"
)


def split_authors(text: str, line: int, private: PrivateValues) -> list[PrintedName]:
    """The names of a cell that begins at a line, without addresses; a blank one where a name is missing."""
    text = without_tags(_BREAK.sub("\n", text) if "<" in text else text).translate(WIDE_SIGNS)
    text = _DOT_OF_HAN.sub(";", text) if "・" in text else text
    bare = private.without_addresses(_without_remark(text), GAP)
    bare = _ADDRESS.sub("", bare) if GAP in bare else bare
    bare = _BEHIND_STOP.sub("", bare) if bare.rstrip().endswith((")", "]")) else bare
    plain = with_commas(without_degrees(_without_role(bare)))
    if marked := _marked(plain, line) or _of_one_word(plain, line):
        return marked
    parts, is_family_first = parts_of(plain)
    is_family_first = is_family_first and not _are_of_one_each([part for part, _ in parts])
    if is_family_first and _has_places([part for part, _ in parts]):
        return _before_commas([(part, line + plain.count("\n", 0, start)) for part, start in parts])
    parts = _of_names(parts, private)
    names: list[PrintedName] = []
    pairs = interleaved(plain) or alternating([part.strip() for part, _ in parts])
    if pairs and not is_family_first:
        return [
            with_institution(name, place) if place else name
            for name, place in ((listed_name(own, line, False), place) for own, place in pairs)
        ]
    has_workplace = len(parts) == 2 and _is_workplace(parts[0][0].strip(), parts[1][0].strip())
    end = len(parts) if is_family_first or ";" in plain else institutions_at_end([part for part, _ in parts])
    for part, offset in parts[:end]:
        number = line + plain.count("\n", 0, offset)
        if names and (has_workplace or is_institution(part)):
            names[-1] = with_institution(names[-1], part)
        elif of_one := _of_one_institution(part, number):
            names += of_one
        elif part.strip() and not are_marks(part):
            names.append(listed_name(part, number, is_family_first))
        elif not part.strip():
            names.append(PrintedName("", number))
    placed = _with_places(names, [part for part, _ in parts[end:]], private)
    return placed if ";" in plain else _without_companies(placed)


def _of_names(parts: Sequence[tuple[str, int]], private: PrivateValues) -> list[tuple[str, int]]:
    """The parts of a byline without blank ones at the end, and without what the one before is at work."""
    found = list(parts)
    while found and not found[-1][0].strip():
        found.pop()
    positions = [part for part in found[1:] if is_position(part[0])]
    if positions:
        private.leave("positions of people", len(positions))
    return [part for part in found if part not in positions]


def _without_companies(names: list[PrintedName]) -> list[PrintedName]:
    """The names; a company behind some is where those before it work: "Ann Lee & Bob Roe, Barn Ltd"."""
    found: list[PrintedName] = []
    for name in names:
        if found and _PLACE.search(name.name) and not name.affiliations:
            open_ones = [each for each in found if not each.affiliations]
            found = [
                replace(each, affiliations=(name.name,)) if each in open_ones else each for each in found
            ]
        else:
            found.append(name)
    return found


def _without_remark(text: str) -> str:
    """The names of "Ann Lee, Bob Roe; remote": a small word behind people between commas is none."""
    people, sign, word = text.rpartition(";")
    is_remark = sign and ";" not in people and word.strip().isalpha() and word.strip().islower()
    names = [name.strip() for name in _COMMAS.split(people)] if is_remark else []
    return people if len(names) > 1 and all(" " in name and is_person(name) for name in names) else text


def _are_of_one_each(parts: Sequence[str]) -> bool:
    """Whether commas stand only between people of one institution: "Ann Lee, Bo Dee (MIT); Cy Roe (ETH)"."""
    several = [part for part in parts if _at_comma(part)[1]]
    return bool(several) and all(_of_one_institution(part, 1) for part in several)


def _has_places(parts: Sequence[str]) -> bool:
    """Whether institutions stand behind the first commas, or titles before them: no family name does."""
    return (
        any(is_institution(_at_comma(part)[2]) for part in parts)
        or are_affiliated(parts)
        or any(is_titled(_at_comma(part)[0].strip()) for part in parts)
    )


def _marked(text: str, line: int) -> list[PrintedName]:
    """The names that signs of their own part: dots, or what stands behind each; none where nothing does."""
    bare = text.strip()
    if "\n" not in bare and is_dotted_byline(bare):
        return list(dotted_names([SourceLine(line, bare)]))
    return list(_before_colons(text, line)) if _has_colons(text) else names_before_dashes(text, line)


def _with_places(
    names: list[PrintedName], places: Sequence[str], private: PrivateValues
) -> list[PrintedName]:
    """The names with the institution behind all of them; of several nothing says whose each is."""
    if (len(places) > 1 and len(names) > 1) or (places and any(name.affiliations for name in names)):
        private.leave("affiliations", len(places))
        return names
    whole = ", ".join(place.strip() for place in places)
    return [with_institution(name, whole) if whole and name.name else name for name in names]


def _is_workplace(name: str, text: str) -> bool:
    """Whether "UFZ Leipzig", or "Kiel", behind "Prof. Ruth Vogel" is where she works: nobody is called so."""
    return is_titled(name) and (begins_with_acronym(text) or (text.isalpha() and text.istitle()))


def _without_role(text: str) -> str:
    """The names of a cell without what they are there: "Host: Ann Lee, Bob Roe"."""
    label = label_of(SourceLine(1, text.strip())) if ":" in text else None
    return label[1].text if label and label[0] in ("chair", "speaker") and label[1].text else text


def _before_commas(parts: Sequence[tuple[str, int]]) -> list[PrintedName]:
    """The names of "Ann Lee, University of Owls": what stands behind the comma is no given name."""
    names: list[PrintedName] = []
    for part, line in parts:
        if names and is_institution(part):
            names[-1] = with_institution(names[-1], part)
            continue
        own, comma, institution = _at_comma(part)
        if not own.strip() or (comma and len(own.split()) == 1 and not is_institution(institution)):
            names.append(listed_name(part, line, bool(comma)))  # "Lee, Ann" among them
            continue
        pieces = people_before(re.split(r"\s*,\s*", part))
        institution = ",".join(part.split(",")[len(pieces) :])
        for own in pieces:
            name = listed_name(own, line, False)
            names.append(with_institution(name, institution) if institution.strip() else name)
    while names and not names[-1].name:
        names.pop()
    return names


def _at_comma(text: str) -> tuple[str, str, str]:
    """A text parted at its first comma outside brackets."""
    hidden = NESTED.sub(lambda match: "_" * len(match[0]), text)
    before = len(hidden.partition(",")[0])
    return text[:before], text[before : before + 1], text[before + 1 :]


def _of_one_institution(part: str, line: int) -> list[PrintedName]:
    """The names of "Ann Lee, Bob Roe (MIT), Cy Dee (ETH)" between semicolons; none for other parts.

    All that stand before an institution, and behind the one before it, are of it.
    """
    if "(" not in part and "[" not in part:
        return []
    hidden = NESTED.sub(lambda match: "_" * len(match[0]), part)
    ends = [*_COMMAS.finditer(hidden), None]
    begins = [0, *(match.end() for match in ends if match)]
    pieces = [
        part[begin : match.start() if match else len(part)].strip()
        for begin, match in zip(begins, ends, strict=True)
    ]
    places = [AFFILIATION.search(piece) for piece in pieces]
    names = [
        piece[: place.start()].strip() if place else piece
        for piece, place in zip(pieces, places, strict=True)
    ]
    if len(names) < 2 or not any(places) or not all(len(n.split()) > 1 and is_person(n) for n in names):
        return []
    behind = [next((each for each in places[at:] if each), None) for at in range(len(names))]
    return [
        PrintedName(name, line, affiliations=affiliations_in(place))
        for name, place in zip(names, behind, strict=True)
    ]


def _of_one_word(text: str, line: int) -> list[PrintedName]:
    """The names of "Ann Lee and Bob Roe, Leeds", who are all of that place: no name follows the last one."""
    match = _BEHIND_LAST.fullmatch(text.strip(" .")) if "," in text else None
    if match is None or SUFFIX.fullmatch(match["place"]):
        return []
    names = split_people(match["people"])
    are_people = len(names) > 1 and all(" " in name and is_person(without_title(name)) for name in names)
    return [PrintedName(name, line, affiliations=(match["place"],)) for name in names] if are_people else []


def _has_colons(text: str) -> bool:
    """Whether a text is "Name: Affiliation; Name: Affiliation": no name holds a colon."""
    parts = [part for part in _BETWEEN_PEOPLE.split(text) if part.strip()] if ":" in text else []
    return bool(parts) and 2 * sum(_BEFORE_COLON.match(part) is not None for part in parts) >= len(parts)


def _before_colons(text: str, line: int) -> Iterator[PrintedName]:
    """The names before the colons, each with what stands behind; another institution is the name's above."""
    held: PrintedName | None = None
    for start, part in _split_at(text, _BETWEEN_PEOPLE):
        match = _BEFORE_COLON.match(part)
        if match is None and held and INSTITUTION.search(part):
            held = replace(held, affiliations=(*held.affiliations, squeeze(part)))
            continue
        if held:
            yield held
        name = match[1] if match else part
        found = listed_name(name, line + text.count("\n", 0, start), "," in name)
        institution = squeeze(match[2].replace(GAP, " ")) if match else ""
        held = replace(found, affiliations=(institution,) if institution else found.affiliations)
    if held:
        yield held


def _split_at(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The parts of a text that hold anything, each with its offset."""
    start = 0
    for match in separator.finditer(text):
        if text[start : match.start()].strip():
            yield start, text[start : match.start()]
        start = match.end()
    if text[start:].strip():
        yield start, text[start:]
