"""Names that no person has: with a colon, a digit or an address, or longer than a line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.people.groups import names_group
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import is_particle, is_person
from site_gen.ingest.reading.people.people import is_nobody, without_role_before
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.texts.tex_texts import plain_of_tex
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Reading
from site_gen.problems import Place

_IMPOSSIBLE = (
    (re.compile(r"https?:|www\.|\S@\S"), "holds an address"),
    (re.compile(r"[:：]"), "holds a colon"),
    (re.compile(r"\d"), "holds a digit"),
    (re.compile(r'^(?:[^"]|\\")*(?<!\\)"(?:[^"]|\\")*$'), "holds one quotation mark"),  # TeX writes \"u
    (re.compile(r"^[^()]*\)|\([^()]*$"), "holds one bracket"),
    (re.compile(r"^[*_#]+\w|\w[*_]+$"), "holds a mark of the page"),
    (re.compile(r"[\n\t|;]|\)\s*,|\s[·⋅–—/-]\s"), "is more than one value"),
    (
        re.compile(
            r"\b(?:universit\w+|institut\w+|(?:school|department|faculty|academy) of|laborator(?:y|ies))\b",
            re.IGNORECASE,
        ),
        "is an institution",
    ),
    (
        re.compile(
            r"^(?:keynotes?|invited|plenary|speakers?|organi[sz]ers?|chairs?|authors?|presenters?|panel(?:ists?)?)\s",
            re.IGNORECASE,
        ),
        "begins with a label",
    ),
    (re.compile(r"\s(?:Speakers|Organi[sz]ers|Chairs|Presenters|Panell?ists)$"), "ends in a label"),
    (re.compile(r"[a-zà-ÿ]{4}[A-Z][a-z]{3}"), "is two words in one"),
    (re.compile(r"\b(?:is|are|not|for|from|with|using|through|towards?|via|the)\b"), "reads as a title"),
    (
        re.compile(r"\([^()]*[,;][^()]*\)?|[\[\]]|\((?:abstract|speaker|presenter)\b", re.IGNORECASE),
        "has a remark in it",
    ),
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ'’-]+")
_FEWEST_LONE = 2  # bylines that end in one word as a town is called
_FEWEST_HALVES = 3  # words alone in a byline: "Lee, Roe" of the same list may then be two people
_MOST_LOOKED_AT = 200  # names that may show how names are printed
_LONGEST, _MOST_WORDS = 100, 10
_HINT = (
    "a name is a person's alone: say how the document parts names from what stands beside them, or mend it"
)


def strange_names(reading: Reading) -> Doubt:
    """The names of authors, speakers and chairs that cannot be names, each where it stands first."""
    places: dict[str, Place] = {}
    for name, place in _names(reading):
        places.setdefault(name, place)
    every = list(places.items())
    names = [] if reading.format.parts_names else every
    words = {name for name, _ in names if _WORD.fullmatch(name)}
    are_halves = len(words) > max(1, len(names) // 2)  # of names whose other half was lost
    found = [
        Finding(f"the name {shown(name)} {why}", place)
        for name, place in names
        if (why := _why(name) or ("is half of one" if are_halves and name in words else ""))
    ]
    labels = _labels([name for name, _ in names])
    found += [
        Finding(f"the name {shown(name)} begins with a label", place)
        for name, place in names
        if labels and name.partition(" ")[0] in labels
    ]
    found += [
        Finding(f"the name {shown(fact.value[0].name or '')} is half of one, as all beside it", fact.place)
        for paper in reading.every_paper()
        if (fact := paper.authors) and len(fact.value) >= _FEWEST_HALVES
        if all(each.name and _WORD.fullmatch(each.name) for each in fact.value)
    ]
    return doubt("implausible-name", found, len(every), _HINT)


def _labels(names: Sequence[str]) -> set[str]:
    """Words in capitals before several names of two words, where other names have none: "WIP", "DEMO"."""
    behind: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first, _, rest = name.partition(" ")
        if len(first) > 1 and first.isalpha() and first.isupper() and " " in rest and not rest.isupper():
            behind[first].add(rest)
    found = {word for word, people in behind.items() if len(people) > 1}
    return found if 3 * sum(len(behind[word]) for word in found) <= len(names) else set()


def lone_words(reading: Reading) -> Doubt:
    """Names of one word beside names of several: some people have no other, more often it is a town."""
    found = []
    for listed, place in _lists(reading):
        words = [name for name in listed if name and " " not in name and _WORD.fullmatch(name)]
        lone = [name for name in words if (name.istitle() or name.islower()) and not is_nobody(name)]
        if lone and len(lone) < len(listed):
            found.append(Finding(f"the name {shown(lone[0])} is one word", place))
    hint = "if it is where the person before works, write it behind the name in brackets"
    return doubt("lone-name", found, len(found), hint, are_possible=True)


def places_among_people(reading: Reading) -> Doubt:
    """Last names of bylines where most others end in one word, as towns are: "Ann Lee, New York" beside
    "Bo Roe, Oslo".
    """
    ends = [
        (listed, place) for listed, place in _lists(reading) if len(listed) > 1 and listed[0] and listed[-1]
    ]
    lone = [listed for listed, _ in ends if " " in (listed[0] or "") and _is_lone(listed[-1] or "")]
    others = [(listed, place) for listed, place in ends if not _is_lone(listed[-1] or "")]
    often = Counter(listed[-1] for listed, _ in others)
    are_places = len(lone) >= _FEWEST_LONE
    found = [
        Finding(
            f"{shown(listed[-1] or '')} stands where others have a town: it may be none of the people", place
        )
        for listed, place in others
        if lone
        and len(lone) >= len(others) - (often[listed[-1]] - 1)
        and (are_places or often[listed[-1]] > 1)
    ]
    hint = "if it is where the person before works, write it behind the name in brackets"
    return doubt("doubtful-name", found, len(found), hint, are_possible=True)


def _is_lone(name: str) -> bool:
    return name.istitle() and _WORD.fullmatch(name) is not None


def no_names(reading: Reading) -> Doubt:
    """Names that are what takes place, or what several people are: "Panel Discussion", "All participants"."""
    every = list(_names(reading))
    events = {name for name in {name for name, _ in every} if kind_of_words(name) != "other"}
    found = [
        Finding(f"the name {shown(name)} says what takes place, and not who speaks", place)
        for name, place in every
        if name in events and not (" " in name and is_person(name))
    ]
    found += [
        Finding(f"the name {shown(each.name)} {why}", people.place)
        for people in reading.every_people()
        for each in people.value
        if each.name not in events and (why := _why_nobody(each.name))
    ]
    hint = "write who is meant, or write it behind the title in brackets"
    return doubt("lone-name", found, len(found), hint, are_possible=True)


def _why_nobody(name: str) -> str:
    """Why a name beside talks tells nobody: it is of several, ends as no name does, "Open discussion", or is
    of topics, "Student Presentations"; empty where it is one.
    """
    first, *_, last = name.split() if " " in name else ("", "")
    are_words = first.isascii() and first.istitle() and last.isascii() and last.istitle()
    if names_group(name) or (are_words and not (is_person(f"{first} Lee") or is_person(f"Ann {last}"))):
        return "tells nobody by name"
    is_small = first[:1].isupper() and last.isalpha() and last.islower() and last.isascii()
    return "ends in a small word, as no name does" if is_small else ""


def turned_names(reading: Reading) -> Doubt:
    """Names that a comma alone turns round: "Di Fay, London" reads as "De Vries, Anna" does, where nobody's
    family name of one word stands before a comma and shows that it is so.
    """
    text = reading.document.text if reading.format.is_copied else ""
    names = list(_names(reading)) if text else []
    turned = [
        (printed, place)
        for name, place in names
        if len(words := name.split()) == 3 and words[1].istitle() and is_particle(words[1].lower())
        if (printed := f"{words[1]} {words[2]}, {words[0]}") in text
    ]
    shown_by = [name.split() for name, _ in names[:_MOST_LOOKED_AT]] if turned else []
    is_shown = any(f"{words[-1]}, {' '.join(words[:-1])}" in text for words in shown_by if len(words) > 1)
    found = [
        Finding(f"{shown(printed)} is read as a family name and a given name", place)
        for printed, place in turned
        if not is_shown
    ]
    hint = "if the last word is where the person works, write it behind the name in brackets"
    return doubt("doubtful-name", found, len(found), hint, are_possible=True)


def people_as_places(reading: Reading) -> Doubt:
    """Where authors of papers work, read behind a comma, that is called as a person is and stands once:
    "Ann Lee, Bo Katz" among bylines that end in places.
    """
    text = reading.document.text if reading.format.is_copied else ""
    listed = [paper.authors for paper in reading.every_paper() if text and paper.authors]
    placed = [
        (each.name or "", each.affiliations[0], authors.place)
        for authors in listed
        for each in authors.value[-1:]
        if len(each.affiliations) == 1
    ]
    often = Counter(place for _, place, _ in placed)
    found = [
        Finding(f"{shown(where)} is read as where {shown(name)} works: it may be another author", place)
        for name, where, place in placed
        if often[where] == 1 and " " in where and is_person(where) and not is_institution(where)
        if f"{name}, {where}" in text
    ]
    hint = "write where somebody works behind the name in brackets, or 'and' between two authors"
    return doubt("doubtful-name", found, len(found), hint, are_possible=True)


@recurring
def _why(name: str) -> str:
    """Why a text is no name; empty where it can be one."""
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return "is longer than a name"
    return next((why for pattern, why in _IMPOSSIBLE if pattern.search(name)), "")


def _names(reading: Reading) -> Iterator[tuple[str, Place]]:
    for names, place in _lists(reading):
        for name in names:
            if name and (person := _person(name)) is not None:
                yield person, place


@recurring
def _person(name: str) -> str | None:
    """A name without a role before it, its letters plain; None where it is nobody's."""
    return None if is_nobody(name) else without_role_before(plain_of_tex(name) if "\\" in name else name)


def _lists(reading: Reading) -> Iterator[tuple[list[str | None], Place]]:
    """The names of each byline, and of the people of each session and each slot."""
    for paper in reading.every_paper():
        if paper.authors:
            yield [each.name for each in paper.authors.value], paper.authors.place
    for people in reading.every_people():
        yield [each.name for each in people.value], people.place
