"""Bylines: the names as printed, in order, a missing name in its place, a repeated one once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.conference import Authorship
from site_gen.conference.family_names import family_in
from site_gen.ingest.reading.people.groups import names_group
from site_gen.ingest.reading.people.orcids import checked
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.records import Document, Fact
from site_gen.problems import ProblemLog
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_DOT = "[·⋅∙•]"
_DOTS = re.compile(rf"(?:^|\s+){_DOT}(?:\s+|$)|\s+{_DOT}|{_DOT}\s+")
_DOT_AT_END = re.compile(rf"{_DOT}\s*$")
_OTHERS = re.compile(r"(?:and )?(?:\d+ )?(?:more )?others|et\.? al\b.{0,60}|…|\.\.\.", re.IGNORECASE)
_HOMONYM = re.compile(r"(?<=\w)\s+0\d{3}(?!\S)")  # by which DBLP tells people of one name apart
PRONOUNS = re.compile(
    r"\s*[(\[]\s*(?:she|he|they|xe|ze|any|sie|er|elle|ella|il|iel|él)(?:\s*[/|]\s*[^\W\d_]{2,8}){1,3}\s*[)\]]$",
    re.IGNORECASE,
)  # behind a name: "(she/her)"
# What a company is called at its end, and nobody; "Lee AB" may be a person.
COMPANY = re.compile(r"\s(?:Inc|Ltd|LLC|GmbH|Corp|Pty|B\.V|S\.r\.l)\.?$")
_NO_NAME = re.compile(r"[\d:;?!@#%&=+<>{}\[\]|\\$~_/]|https?|[^\W\d_]{3}[sz]aal\b|[^\W\d_]['’]s\s")
_PARTICLES_TEXT = """
van von der den de del della di da do dos das du des la le el al bin ibn ben ter ten zu zum af av e
y i
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_STOP_WORDS_TEXT = """
a an and are as at be beyond but by can do does for from how if in into is it its not of off on or our
over than that the these this those through to toward towards under using via we what when where which
whose why with without
"""
_STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
# Words of titles that look like capitalised names.
_TOPIC_WORDS_TEXT = """
abstract academia accelerators adaptive ai algorithm algorithms analysis applications approach auditorium
award ballroom
benchmark break ceremony chair chairs closing coffee committee compilers computing conference convolution
data decoder deep
design desk detection dinner discussion distributed efficient event evaluation expo federated
framework generative graph hall hardware industry inference language large learning lunch machine
memory mixer model modeling models network networks neural opening optimization panel parallel paper
papers performance platform poster posters proceedings process program programme programming
reception registration reinforcement
remarks representation research retrieval room runtime scalable sciences search series session
social software sparse spotlight statistical student support system systems talk talks task theory
tools track tracking tracks training transformer transformers tutorial vision welcome workshop
"""
_HANGUL = re.compile(r"[가-힣 ]+")
_LONGEST_KOREAN = 5  # "김 민지": a family name of one syllable, where it stands apart
# Between the last two of several people; "Ramón y Cajal" is one.
AND_WORD = (
    r"(?:and|und|et(?!\s+al\b)|en|og|och|ja|ve|və|és|dan|và|eta|agus|oraz|și|dhe|και|та"
    r"|[yeiиі](?=\s+\S+\s+\S))"
)
AND = rf"&|\b(?:and|und|et(?!\s+al\b))\b|(?<=\s){AND_WORD}(?=\s)"
_BETWEEN = re.compile(rf"(?<!\s)\s*+(?:{_DOT}|,|;|/|{AND})\s*")
_TOPIC_WORDS = frozenset(_TOPIC_WORDS_TEXT.split())
_TOPIC_ENDING = re.compile(
    r"(?:[a-z](?:tions?|ology|ization|ability|ware|wise)|[a-z]{3}(?:based|aware|free))$"
)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as printed and where it stands; the name is empty where it is missing.

    `family` is the family name where it is told and is not the last word; `called` is what the source
    calls the person, to tell people of one name apart.
    """

    name: str
    line: int
    column: int = 0
    family: str | None = None
    affiliations: tuple[str, ...] = ()
    called: str = ""


def has_dots(text: str) -> bool:
    """Whether a line holds a separator of the virtual sites, " · " or " ⋅ "."""
    return any(dot in text for dot in "·⋅∙•") and _DOTS.search(text) is not None


def ends_in_dot(text: str) -> bool:
    """Whether a line ends with a separator: another name should follow."""
    return _DOT_AT_END.search(text[-4:]) is not None


def is_dotted_byline(text: str) -> bool:
    """Whether a line is names between dots, not a text that holds a dot somewhere."""
    if not has_dots(text):
        return False
    names = _DOTS.split(text)
    return all(len(name) <= 90 and len(name.split()) <= 10 for name in names) and not (
        any(len(name.split()) > 5 and _has_stop_word(name) for name in names)
    )


@recurring
def is_person(text: str) -> bool:
    """Whether a text can be one person's name: two to five capitalised words, none of them a topic."""
    name_words = text.split()
    if len(text) > 60 or not 1 <= len(name_words) <= 6 or _NO_NAME.search(text) or text.endswith((".", ",")):
        return False
    if COMPANY.search(text) or (not text.isascii() and names_group(text)):
        return False
    if _HANGUL.fullmatch(text):
        return len(text) <= _LONGEST_KOREAN and min(map(len, name_words)) <= (
            1 if len(name_words) == 2 else 4
        )
    if len(name_words) == 1:
        return 2 <= len(text) <= 4 and not text.isascii() and not text[0].isupper() and not text[0].islower()
    inner = (word for word in name_words[1:-1] if not (len(word.rstrip(".")) == 1 and word[0].isupper()))
    ends = (name_words[0], name_words[-1])
    return all(map(_is_name_word, (*ends, *inner))) and not is_particle(name_words[-1])


def is_family_name(text: str) -> bool:
    """Whether a text can be a family name alone: "Lee", "van der Berg", "Núñez-Lee"; acronyms are none."""
    *particles, last = text.split() or [""]
    parts = last.split("-")
    return (
        len(particles) <= 2
        and all(each.lower() in _PARTICLES for each in particles)
        and all(part[:1].isupper() and part.replace("'", "").replace("’", "").isalpha() for part in parts)
        and (not last.isupper() or not last.isascii())
        and (last.lower() not in _TOPIC_WORDS or last == "Hall")
        and last.lower() not in _STOP_WORDS
    )


def is_byline(text: str) -> bool:
    """Whether a line is names between dots, or one person's name."""
    return is_dotted_byline(text) or is_person(text)


def are_people(text: str) -> bool:
    """Whether a text is one person's name or several, joined by dots, commas or "and"."""
    names = split_people(text)
    return len(text) < 600 and bool(names) and all(is_person(name) for name in names)


def split_people(text: str) -> list[str]:
    """The names in "Ann Bee, Cy Dee and Eva Eff"."""
    return [squeeze(part) for part in _BETWEEN.split(text) if part.strip()]


def with_last_apart(people: str) -> str:
    """A text of people with "&" for the "a" of Czech and Welsh between the last two: "Jan Lee a Eva Roe"."""
    before, sign, last = people.rpartition(" a ")
    are_two = bool(sign) and is_person(before.rpartition(",")[2].strip()) and is_person(last.strip(" ."))
    return f"{before} & {last}" if are_two else people


def dotted_names(lines: Iterable[SourceLine]) -> Iterator[PrintedName]:
    """The names of a byline with dots, which may go on over several lines."""
    lines = list(lines)
    for index, line in enumerate(lines):
        is_open = index + 1 < len(lines)
        for name in split_names(line, _DOTS):
            if name.name or not (is_open and name.column == line.column + len(line.text)):
                yield name


def split_names(line: SourceLine, separator: re.Pattern[str]) -> Iterator[PrintedName]:
    """The names of a line between separators, with their columns."""
    start = 0
    for match in separator.finditer(line.text):
        yield PrintedName(squeeze(line.text[start : match.start()]), line.number, line.column + start)
        start = match.end()
    yield PrintedName(squeeze(line.text[start:]), line.number, line.column + start)


def authors_fact(
    document: Document, names: Sequence[PrintedName], problems: ProblemLog
) -> Fact[tuple[Authorship, ...]] | None:
    """The authorships of a byline, each person once; None where there is no name at all."""
    authorships: list[Authorship] = []
    seen: set[tuple[str, str]] = set()
    for name in names:
        key = (fold(name.name), name.called)
        if key in seen:
            _warn_repeated(document, name, problems)
            continue
        if name.name:
            seen.add(key)
        called = name.called and checked(name.called, document.place(name.line, name.column), problems)
        authorships.append(_authorship(name.name, name.family, called, name.affiliations))
    if not seen and not any(authorship.missing == "others" for authorship in authorships):
        return None
    return Fact(tuple(authorships), document.place(names[0].line, names[0].column))


def report_open_byline(document: Document, line: SourceLine, problems: ProblemLog) -> None:
    """Report a byline that ends in a separator at the end of the document."""
    problems.error(
        "breaks-off",
        "the document breaks off in the middle of a byline",
        document.place(line.number, line.column + len(line.text)),
        hint="copy the rest of the page",
        excerpt=line.text[-60:],
    )


def authorship_of(printed: PrintedName) -> Authorship:
    """A name in a byline or among editors, without the number by which its source tells people apart."""
    return _authorship(printed.name, printed.family, printed.called, printed.affiliations)


@recurring
def _authorship(printed: str, family: str | None, called: str, affiliations: tuple[str, ...]) -> Authorship:
    if not printed:
        return Authorship(missing="one")
    if _OTHERS.fullmatch(printed):
        return Authorship(missing="others")
    name = printed
    if "0" in name:
        family, name = (_HOMONYM.sub("", family) if family else None), _HOMONYM.sub("", name)
    return Authorship(
        name=name,
        family=unusual_family(family or "", name),
        # linking makes an id of it, where the name is that of several
        author=called or (printed if name != printed else None),
        affiliations=tuple(each for each in affiliations if any(map(str.isalpha, each))),  # not "(1)"
    )


def _warn_repeated(document: Document, name: PrintedName, problems: ProblemLog) -> None:
    problems.warning(
        "repeated-name",
        f"'{name.name}' stands twice in this byline; kept once",
        document.place(name.line, name.column),
        hint="if these are two people, add the second by hand",
    )


@recurring
def _is_name_word(word: str) -> bool:
    bare = word.strip("().,'’\"“”-*†‡")
    if not bare:
        return False
    lowered = bare.lower()
    if lowered in _PARTICLES:
        return True
    if lowered in _TOPIC_WORDS or lowered in _STOP_WORDS or _TOPIC_ENDING.search(lowered):
        return False
    return not bare[0].islower() and bare[0].isalpha()


def is_particle(word: str) -> bool:
    """Whether a word is one of those that begin family names: "van", "di"."""
    return word in _PARTICLES


def _has_stop_word(text: str) -> bool:
    return any(word in _STOP_WORDS for word in text.split())


def body_with_comma(before: str, whole: str, line: int) -> PrintedName | None:
    """A body and the house that it is of ("Gemini Team, Google"), of which no part is a given name."""
    is_body = " " in before and family_in(before) == before
    return PrintedName(whole, line, family=whole) if is_body else None


def unusual_family(family: str, name: str) -> str | None:
    """The family name where the last word of the name is not all of it."""
    return family if family and family != name.split(" ")[-1] else None
