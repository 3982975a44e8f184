"""What the lines of a copied programme are: labels, people, rooms, texts and words of the page itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.lives_in_texts import is_life_label
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import (
    begins_as_byline,
    colon_pairs,
    has_affiliations,
    names_of,
    names_people,
)
from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import PrintedName, dotted_names, is_person
from site_gen.ingest.reading.programmes.page_bylines import (
    BULLET,
    ITEM,
    are_numbered,
    begins_as_person,
    is_dotted,
    is_in_room,
    is_item,
    is_placed,
    marks,
    names_one_with_place,
    names_place,
    unmarked,
)
from site_gen.ingest.reading.programmes.page_furniture import words_above_texts
from site_gen.ingest.reading.programmes.submission_lines import about_submissions
from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.texts.labels import heads_abstract, label_of
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.times.days import leading_when
from site_gen.ingest.reading.titles.link_words import without_link_words

_AVATAR = re.compile(r"avatar for (.+)", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;&(]|\b(?:and|et al)\b")
_MARKED = re.compile(r"(?<=[^\W\d_])(\d{1,2}(?:,\d{1,2})*)(?=\s*(?:,|;|$|and\b))")
# "1 MIT; 2: ETH Zurich", and "1MIT, 2ETH Zurich" where each number touches its own.
_INSTITUTION = re.compile(
    r"(?:^|;\s*|,\s*(?=\d{1,2}[^\W\d_]))(\d{1,2})(?![.)]\s):?\s?([^\d:;](?:(?!,\s*\d{1,2}[^\W\d_])[^;])*)"
)
_ADDRESSED = re.compile(
    r"(?=.*\b(?:Univ|Inst|Coll|School|Lab|Tech|Acad|Cent))[^.;:]{5,120},\s[A-Z][\w .]{1,40}"
)
_COMPANY = re.compile(r"\b(?:inc|ltd|gmbh|corp(?:oration)?|research|academy|cent(?:er|re)|eth|labs?)\b", re.I)
_IN_BRACKETS = re.compile(r"(\S.*?)\s*[(（\[]([^()（）\[\]]{2,60})[)）\]]")
_NESTED = re.compile(r"\([^()]*\)")
# What ends in a full stop and is no sentence: "Nests in the Cloud - Bob Roe, Barn Inc."
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Corp|Co|LLC|Jr|Sr|Univ|Inst|Dept|Dr|Prof|etc|al)|\b[A-Z])\.$")
_SENTENCE_OF_LABEL = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[A-Z][\w ]{2,30}:)")
_PEOPLE = ("chair", "speaker")
_BADGES = re.compile(r"(?<=\S)(?:\s*\[[^\[\]\d]{1,30}\])+$")
_TEXT, _LONG, _LONGEST_BYLINE, _FEWEST_OF_NAME = 80, 160, 4000, 3  # places of a name that is a room
_NUMBERED = re.compile(r"[,;]\s*\d{1,2}\s?[A-Z]")


@dataclass(slots=True)
class PageLines:
    """Tells what a line is by the whole page: what recurs on it, how its bylines are printed.

    `bylines` are the numbers of lines that are bylines, `parted` those that stood behind a title in its line.
    """

    lines: Sequence[SourceLine]
    private: PrivateValues = field(default_factory=PrivateValues)
    bylines: set[int] = field(default_factory=set)
    parted: set[SourceLine] = field(default_factory=set)
    _often: Counter[str] = field(default_factory=Counter)
    _badges: Counter[str] = field(default_factory=Counter)
    _have_badges: bool = False  # some stand in several lines
    _are_counted: bool = False  # numbers before lines count them on the whole page
    _lowest: Sequence[int] = ()  # the lowest number of each line and those below it
    _are_affiliated: bool = False
    _are_labelled_affiliated: bool = False
    _prints_rooms: bool = False  # in lines of their own, which others that recur may be too
    _furniture: frozenset[str] = frozenset()
    _broken: Collection[int] = ()  # the numbers of lines with breaks in them
    _have_places: bool = False  # an institution stands in a line of its own below most bylines

    def __post_init__(self) -> None:
        self._lowest = [*accumulate((line.number for line in reversed(self.lines)), min)][::-1]
        bare = [line for line in self.lines if not label_of(line) and not self.is_text(line)]
        self._often = Counter(line.text for line in bare)
        self._are_counted = are_numbered(self.lines)
        rooms = (text for text in self._often if len(text.split()) < 6 and ":" not in text)
        self._prints_rooms = any(map(names_room, rooms))
        self._badges = Counter(word for line in bare for word in set(_badges(line.text)))
        self._have_badges = max(self._badges.values(), default=0) > 1
        likely = {line.number for line in bare if self._is_likely(line)}
        below = [line for above, line in pairwise(self.lines) if above.number in likely]
        sure_places = sum(is_institution(line.text) for line in below)
        places = sum(is_institution(line.text) or is_placed(line.text) for line in below)
        self._have_places = sure_places > 1 and 2 * places > len(below)
        if self._have_places:
            likely -= {line.number for line in below if self.are_institutions(line)}
        named = [line for line in bare if line.number in likely]
        sure = [line for line in named if _SEVERAL.search(line.text) or ":" in line.text]
        self._are_affiliated = has_affiliations(line.text for line in sure)
        single = () if self._are_affiliated else self._single(likely)
        single = self._with_places(likely) if self._have_places else single
        dotted = [line.number for line in bare if is_dotted(line.text)]
        below_items = self._below_items(likely)
        is_sure = len(sure) > 1 or self._have_institutions({line.number for line in sure})
        plain = [*(line.number for line in sure), *single] if is_sure else []
        plain += (line.number for line in named if names_one_with_place(line.text))
        self.bylines = {*dotted, *plain, *below_items}
        self._broken = {below.number for above, below in pairwise(self.lines) if above.number == below.number}
        self._furniture = words_above_texts(self.lines, self.is_byline, self.is_text)
        values = [label[1].text for line in self.lines if (label := label_of(line)) and label[0] in _PEOPLE]
        second = [_NESTED.sub("", value).split(",")[1] for value in values if "," in _NESTED.sub("", value)]
        self._are_labelled_affiliated = not all(map(begins_as_person, second))

    def _have_institutions(self, numbers: Collection[int]) -> bool:
        """Whether numbered institutions stand below one of these lines, as they do below bylines alone."""
        below = (line for above, line in pairwise(self.lines) if above.number in numbers)
        return any(_INSTITUTION.match(line.text) for line in below)

    def _single(self, likely: Collection[int]) -> Iterator[int]:
        """The lines with one name alone: below a title, which two words can be too, and above no other."""
        for above, line, below in zip(self.lines, self.lines[1:], [*self.lines[2:], None], strict=False):
            is_below_title = not (is_time(above.text) or label_of(above) or above.number in likely)
            if line.number in likely and is_below_title and not (below and below.number in likely):
                yield line.number

    def _with_places(self, likely: Collection[int]) -> Iterator[int]:
        """The lines of one name above an institution, on a page that prints these in lines of their own."""
        for above, line, below in zip(self.lines, self.lines[1:], self.lines[2:], strict=False):
            is_below_title = not (is_time(above.text) or label_of(above) or above.number in likely)
            if line.number in likely and is_below_title and self.are_institutions(below):
                yield line.number

    def _below_items(self, likely: Collection[int]) -> Iterator[int]:
        """The lines with names right below the items of a list, where most items have one."""
        below = [line for above, line in pairwise(self.lines) if is_item(above) and not is_item(line)]
        named = [line.number for line in below if line.number in likely]
        yield from named if 2 * len(named) > len(below) and len(named) > 1 else ()

    def _is_likely(self, line: SourceLine) -> bool:
        if len(line.text) > _LONGEST_BYLINE:
            return False
        if colon_pairs(line.text):
            return True
        text = _MARKED.sub("", line.text)
        is_page = self.is_room(line) or is_boilerplate(text) or text[:1].isdigit() or is_in_room(line.text)
        is_place = is_institution(text) or _COMPANY.search(_NESTED.sub("", text).split(",")[0])
        return not (is_page or is_place) and names_people(text) and begins_as_byline(text)

    def is_byline(self, line: SourceLine) -> bool:
        """Whether a line names people; of several that a break made of one, each is asked."""
        if line in self.parted or line.number not in self.bylines:
            return line in self.parted
        return line.number not in self._broken or (self._is_likely(line) and not is_item(line))

    def is_text(self, line: SourceLine) -> bool:
        """Whether a line is running text."""
        if line in self.parted or is_life_label(line.text):
            return line not in self.parted
        if len(line.text) > _LONG and not names_people(line.text):
            return True
        if not line.text.endswith(".") or _ABBREVIATED.search(line.text):
            return False
        is_sentence = ends_sentence(line.text) and len(line.text.split()) > 3
        return len(line.text) >= _TEXT or (is_sentence and not names_people(line.text))

    def is_room(self, line: SourceLine) -> bool:
        """Whether a line names a room: by its words, or as the same short line stands in several places."""
        if len(line.text.split()) > 8 or leading_when(line.text) or line.text == self.lines[0].text:
            return False  # nor is what the page is called, which may head each of its days
        fewest = _FEWEST_OF_NAME if is_person(line.text) else 2  # a keynote's speaker takes questions too
        is_again = self._often[line.text] >= fewest and not is_boilerplate(line.text)
        return names_place(line.text) or (self._prints_rooms and is_again and not _SEVERAL.search(line.text))

    def without_room(self, title: SourceLine | None) -> tuple[SourceLine | None, SourceLine | None]:
        """A title and the room in brackets behind it: "Registration (Foyer)"."""
        match = _IN_BRACKETS.fullmatch(title.text) if title else None
        room = SourceLine(title.number, match[2], title.column + match.start(2)) if title and match else None
        if title is None or match is None or room is None or not self.is_room(room):
            return title, None
        return replace(title, text=match[1]), room

    def without_badges(self, text: str) -> str:
        """A title without links and the bracketed words behind it that several lines of the page end in."""
        while (words := _badges(text)) and (
            self._badges[words[-1]] > 1 or (self._have_badges and words[-1].islower())
        ):
            text = text[: text.rindex("[")].rstrip()
        return without_link_words(text)

    def part(self, line: SourceLine, title: str, byline: str) -> tuple[SourceLine, SourceLine]:
        """A line that holds a title and its byline, as two."""
        self.bylines -= {line.number}
        byline = self.without_badges(byline)
        behind = replace(line, text=byline, column=line.column + max(line.text.rfind(byline), 0))
        self.parted.add(behind)
        own = title if title.endswith(("..", "Inc.")) else title.removesuffix(".")  # it is no sentence
        return replace(line, text=own), behind

    def content(self, lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
        """The lines that are not the page's own, without bullets and the numbers of items."""
        of_submissions = about_submissions(lines, self.is_byline, self._often)
        is_numbered = are_numbered(lines) or self._are_counted
        self.private.pass_over("lines about submissions", len(of_submissions))
        for line in lines:
            bullet = BULLET.match(line.text) or (ITEM.match(line.text) if is_numbered else None)
            bare = unmarked(replace(line, text=line.text[bullet.end() :]) if bullet else line)
            often = self._often[line.text] if line.text.isupper() else 0
            is_furniture = (often > 1 and 2 * often > len(self.bylines) > 0) or line.text in self._furniture
            if line in of_submissions or heads_abstract(bare.text):
                continue
            if is_life_label(bare.text):
                yield replace(bare, text=f"{bare.text.rstrip(' :')}:")
            elif bare.text and not is_furniture and (not is_boilerplate(bare.text) or label_of(bare)):
                yield bare

    def names(self, line: SourceLine) -> list[PrintedName]:
        """The names of a byline, with their institutions where the page prints them behind."""
        if is_dotted(line.text):
            return list(dotted_names([line]))
        return names_of(plain(line.text), line.number, self.private, affiliated=self._are_affiliated)

    def of_one(self, line: SourceLine, names: list[PrintedName]) -> list[PrintedName]:
        """The names of an invited talk: of two parts the second is where the speaker is from."""
        first, *others = names or [PrintedName("", line.number)]
        is_pair = len(others) == 1 and line.text.count(",") == 1 and not first.affiliations
        towns = others if first.affiliations else others[1:]
        in_town = bool(towns) and " " in first.name and all(" " not in each.name for each in towns)
        if not (is_pair or in_town) or _SEVERAL.search(line.text.replace(",", "")):
            return names
        place = ", ".join((*first.affiliations, *(each.name for each in others)))
        return [replace(first, affiliations=(place,))]

    def labelled(self, line: SourceLine) -> list[PrintedName]:
        """The names behind a label, told from institutions by how such labels are printed on the page."""
        people, *others = _SENTENCE_OF_LABEL.split(line.text, maxsplit=1)  # "Ann Lee. Slides: here"
        self.private.pass_over("words behind people", len(others))
        affiliated = self._are_labelled_affiliated and "(" not in people
        return names_of(people, line.number, self.private, affiliated=affiliated)

    def listed(self, lines: Iterator[SourceLine]) -> list[PrintedName]:
        """The people below a label, one a line, what is said of each left out."""
        below = list(lines)
        pictured = [
            PrintedName(match[1], line.number) for line in below if (match := _AVATAR.fullmatch(line.text))
        ]
        named = pictured or [
            PrintedName(line.text, line.number)
            for line in below
            if "," not in line.text and is_person(line.text)
        ]
        left = len(below) - len(named) * (2 if pictured else 1)
        self.private.pass_over("lines about speakers", max(left, 0))
        return named

    def are_institutions(self, line: SourceLine) -> bool:
        """Whether a line below a byline lists the institutions that numbers behind the names mean."""
        if ";" not in line.text and len(line.text) < _LONG and is_institution(line.text):
            return not ends_sentence(line.text)
        is_address = _ADDRESSED.fullmatch(line.text) is not None and not names_one_with_place(line.text)
        is_address = is_address or (self._have_places and is_placed(line.text))
        return is_address or _INSTITUTION.match(line.text) is not None

    def with_institutions(self, names: Sequence[PrintedName], line: SourceLine) -> list[PrintedName]:
        """The names of a byline with the institutions of the line below it."""
        listed = {number: text.strip() for number, text in _INSTITUTION.findall(line.text)}
        if not listed and _NUMBERED.search(line.text):  # whose the first one is, no number says
            self.private.leave("affiliations")
            return list(names)
        begin = bisect_left(self._lowest, line.number)
        above = self.lines[begin - 1].text if begin else ""
        marked = {name.strip(): numbers for name, numbers in marks(above)}
        return [
            replace(
                name,
                affiliations=tuple(
                    listed[each] for each in marked.get(name.name, "").split(",") if each in listed
                )
                if listed
                else (line.text,),
            )
            for name in names
        ]


def _badges(text: str) -> list[str]:
    """The words in brackets that a line ends in, without rooms."""
    match = _BADGES.search(text) if text.endswith("]") else None
    words = re.findall(r"\[\s*(.*?)\s*\]", match[0]) if match else []
    return [] if any(map(names_room, words)) else words
