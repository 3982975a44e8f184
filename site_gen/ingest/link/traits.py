"""What of a record is compared: its title, the beginning of its text, its names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache

from site_gen.conference import Authorship
from site_gen.ingest.known import KnownPaper
from site_gen.ingest.reading.texts.cuts import is_cut
from site_gen.ingest.reading.texts.latex import formula_text
from site_gen.ingest.records import PaperRecord
from site_gen.problems import Place
from site_gen.text import latin, words
from site_gen.text.unspaced import is_unspaced
from site_gen.values import dataclass

CONTENT = ""  # stands for the content of the edition where a unit tells its document
BEGINNING = 400  # characters of a text that are compared; abstracts are cut, so the rest says little
_MARKUP = re.compile(r"[\\${}]")
_UMLAUT = re.compile(r"(?<=[aou])e")  # as in "ae" for ä, ø as "oe"
_FORMULA = re.compile(r"\$([^$]{1,300})\$|\\\((.{1,300}?)\\\)")
_AND = re.compile(r"(?<=\s)\\?&(?:amp;)?(?=\s)")
# What is spelt in two ways in English: colour, realise, analyse, modelling, centre, fibre, dialogue, defence.
_SPELT = re.compile(
    r"(?<=[a-z]{2})(?:our|is(?=e|ing|ation)|ys(?=e|ing)|ll(?=ing|ed|er)|tre\b|bre\b|ogue\b|mme\b|ence\b)"
)
_AMERICAN = {
    "our": "or", "is": "iz", "ys": "yz", "ll": "l", "tre": "ter", "bre": "ber", "ogue": "og", "mme": "m",
    "ence": "ense",
}  # fmt: skip
_RAISED = re.compile(r"\s*\^\s*[({]?(?=[^\W_])|(?<=\b[^\W\d_])_(?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a byline, each as its folded words in alphabetical order ("dean jeff").

    Names in other scripts are transliterated ("泽浩 刘" → "liu zehao"): this compares whole bylines,
    it joins no people.

    `missing` is how many names the source shows to be absent, `others` whether it ends in "and others".
    """

    names: frozenset[str]
    missing: int = 0
    others: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One paper as one document tells it: a record, or several equal ones; or a paper of content.

    `title` and `beginning` are folded words joined by spaces, empty where there is none. `cut` says
    that the text ends in "…". `number` is the system of the submission, empty where any may have
    counted it, and its number there. `edited` holds for papers that ingest once made: people may have
    changed them, so that a difference from the source is no sign of another paper.
    """

    document: str
    place: Place
    records: tuple[PaperRecord, ...] = ()
    known: KnownPaper | None = None
    title: str = ""
    printed_title: str = ""
    text: str = ""
    beginning: str = ""
    cut: bool = False
    byline: Byline | None = None
    edited: bool = False
    versions: tuple[str, ...] = field(default=())
    number: tuple[str, str] | None = None
    doi: str = ""

    @property
    def is_mention(self) -> bool:
        """Whether a document only names the paper."""
        return bool(self.records) and all(record.is_mention for record in self.records)

    def __repr__(self) -> str:
        return f"Unit({self.place}, {self.printed_title!r})"


def unit_of_records(records: Sequence[PaperRecord], system: str) -> Unit:
    """The unit of records of one document that are one paper; `system` gave them their numbers."""
    numbers = [(system, record.submission.value) for record in records if record.submission]
    titles = [record.title.value for record in records if record.title]
    texts = [record.abstract.value for record in records if record.abstract]
    bylines = [record.authors.value for record in records if record.authors]
    return _unit(
        Unit(
            records[0].place.file,
            records[0].place,
            tuple(records),
            number=next(iter(numbers), None),
            doi=next((str(record.doi.value) for record in records if record.doi), ""),
        ),
        titles[0] if titles else "",
        min(texts, key=lambda text: (is_cut(text), -len(text))) if texts else "",
        bylines[0] if bylines else (),
    )


def unit_of_known(known: KnownPaper) -> Unit:
    """The unit of a paper of content."""
    paper, edited = known.paper, bool(known.provenance)
    unit = Unit(CONTENT, known.place, known=known, edited=edited)
    return _unit(unit, paper.title or "", paper.abstract or "", paper.authors)


def _unit(bare: Unit, title: str, text: str, authors: Sequence[Authorship]) -> Unit:
    key = title_key(title)
    return Unit(
        bare.document,
        bare.place,
        bare.records,
        bare.known,
        title=key,
        printed_title=title,
        text=text,
        beginning=_beginning(text),
        cut=is_cut(text),
        byline=_byline(authors),
        edited=bare.edited,
        versions=tuple(word for word in key.split() if is_version(word)),
        number=bare.number,
        doi=bare.doi,
    )


def _beginning(text: str) -> str:
    """The folded words that a text begins with; where much of it is markup, more of it is looked at."""
    beginning = ""
    for most in (BEGINNING * 5 // 4, BEGINNING * 2):
        beginning = " ".join(words(_MARKUP.sub(" ", text[:most])))
        if len(beginning) > BEGINNING or len(text) <= most:
            break
    return beginning[:BEGINNING]


@lru_cache(maxsize=1 << 15)  # asked for in each step of linking
def title_key(title: str) -> str:
    """A title for comparing: folded words; a formula is one as TeX, in Unicode and as it is typed.

    "$\\mu$" and "μ" are "mu", "O($n^2$)", "O(n²)" and "O(n^2)" are "o n2"; "Owls & Mice" are "owls and mice",
    "Bäume", "Baume" and "Baeume" are "baume", "Colour" and "Color" "color".
    """
    return _SPELT.sub(lambda match: _AMERICAN[match[0]], _UMLAUT.sub("", title_words(title)))


def title_words(title: str) -> str:
    """The folded words of a title as it spells them: "Filing" and "Filling" are two, and have one key."""
    plain = _AND.sub(" and ", title)
    plain = _FORMULA.sub(lambda match: formula_text(match[1] or match[2]), plain)
    plain = _RAISED.sub("", _MARKUP.sub(" ", plain))
    if not plain.isascii():
        plain = "".join(_spelled(character) for character in plain)
    return " ".join(words(plain))


@cache
def _spelled(character: str) -> str:
    if character == "×":
        return " times "
    name = unicodedata.name(unicodedata.normalize("NFKC", character)[:1], "")
    greek = re.fullmatch(r"GREEK (?:SMALL|CAPITAL) LETTER (\w+)", name)
    return greek[1].lower() if greek else character


def is_version(word: str) -> bool:
    """Whether a word of a title tells papers apart as a number does ("2", "ii", "v2")."""
    return word in _ROMAN or (not word.isalpha() and any(map(str.isdigit, word)))


_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"])


def _byline(authors: Sequence[Authorship]) -> Byline | None:
    names = [authorship.name for authorship in authors if authorship.name]
    if not names:
        return None
    return Byline(
        frozenset(name_key(name) for name in names),
        sum(authorship.missing == "one" for authorship in authors),
        any(authorship.missing == "others" for authorship in authors),
    )


@cache
def name_key(name: str) -> str:
    """A name for comparing: its folded words in alphabetical order, so that "Family Given" is equal."""
    if is_unspaced(name):
        name = name.replace(" ", "")
    key = _UMLAUT.sub("", " ".join(words(latin(name))).replace("aa", "a"))
    return " ".join(sorted(key.split())) or name
