"""A value of its own for each type of a field, with the shapes in which pages and files show it.

A shape is one or several texts that must all be found. Words are letters of one case each, so that no
format escapes them and no stem or slug changes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias, get_args

from site_gen.conference import (
    Attendance,
    ChangeKind,
    FileKind,
    LinkRel,
    Phase,
    Role,
    Status,
    scalars,
)
from site_gen.conference.identifiers import Doi, Isbn, Issn, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.programme import SESSION_KINDS, RoomAccess, SessionAccess
from site_gen.locale import ENGLISH
from site_gen.text.digits import Digits

Shapes: TypeAlias = tuple[tuple[str, ...], ...]
Sown: TypeAlias = tuple[object, Shapes]


class Unknown(Exception):
    """The model has something that the planter has no value for; the message says what to add."""


@dataclass(slots=True)
class Seeds:
    """What makes every value another one."""

    count: int = 0

    def number(self) -> int:
        """The next number, from 1."""
        self.count += 1
        return self.count

    def word(self) -> str:
        """The next word: "Zqbbc"."""
        number = self.number()
        return "Zq" + "".join(
            _LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in (2, 1, 0)
        )


_LETTERS = "bcdfghjklmnpqrtvwx"
_ZONES = (
    "Pacific/Auckland", "America/Bogota", "Asia/Tokyo", "Africa/Lagos", "Europe/Lisbon", "Asia/Manila",
    "Africa/Cairo", "Asia/Dubai",
)  # fmt: skip


def _text(seeds: Seeds) -> Sown:
    word = seeds.word()
    return word, ((word,),)


def _id(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return word, ((word,),)


def _url(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"https://example.org/{word}", ((word,),)


def _host(seeds: Seeds) -> Sown:
    host = f"https://{seeds.word().lower()}.example"
    return host, ((host,),)


def _site_url(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"https://github.com/{word}/{word}", ((word,),)


def _static_file(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"{word}.svg", ((word,),)


def _day(seeds: Seeds) -> Sown:
    """Days of one year, all of two digits, so that none is the end of another: "3 May" of "13 May"."""
    number = seeds.number()
    day = date(2031, number % 12 + 1, 10 + number // 12 % 19)
    parts = (f'day="{day.day}"', f'month="{day.month}"', f'year="{day.year}"')
    return day, (
        (day.isoformat(),),
        (f"{day:%Y%m%d}",),
        (f"{day.day} {day:%B}",),
        (" start_".join(parts),),
        (" end_".join(parts),),
    )


def _clock(seeds: Seeds) -> Sown:
    clock = time(8 + seeds.number() // 60, seeds.count % 60)
    return clock, ((f"{clock:%H:%M}",), (f"{clock:%H%M}00",))


def _year(seeds: Seeds) -> Sown:
    year = 2040 + seeds.number() % 50
    return year, ((str(year),),)


def _number(seeds: Seeds) -> Sown:
    number = 700_000 + seeds.number()
    return number, ((str(number),),)


def _time_zone(seeds: Seeds) -> Sown:
    zone = _ZONES[seeds.number() % len(_ZONES)]
    return zone, ((zone,), (zone.partition("/")[2],))


def _licence(seeds: Seeds) -> Sown:
    word = seeds.word().upper()
    return f"CC-BY-4.0-{word}", ((word,),)


def _language(seeds: Seeds) -> Sown:
    word = seeds.word().lower()
    return f"qaa-{word}", ((f"qaa-{word}",),)


def _acronym(seeds: Seeds) -> Sown:
    word = f"{seeds.word().lower()}-40"
    return word, ((word,),)


def _colour(seeds: Seeds) -> Sown:
    colour = f"#0a4{seeds.number():03x}"
    return colour, ((colour.removeprefix("#"),),)


def _font_weight(seeds: Seeds) -> Sown:
    weight = str(300 + seeds.number() % 600)
    return weight, ((weight,),)


def _doi(seeds: Seeds) -> Sown:
    doi = f"10.1000/{seeds.word().lower()}"
    return Doi.read(doi), ((doi,),)


def _checked(read: Callable[[str], object], stem: str) -> object:
    """The identifier with these digits and the check digit that fits."""
    for digit in "0123456789X":
        try:
            return read(stem + digit)
        except ValueError:
            continue
    raise AssertionError(f"no check digit fits {stem}")


def _orcid(seeds: Seeds) -> Sown:
    orcid = _checked(Orcid.read, f"{seeds.number():015}")
    return orcid, ((str(orcid),),)


def _issn(seeds: Seeds) -> Sown:
    issn = _checked(Issn.read, f"{seeds.number():07}")
    return issn, ((str(issn),),)


def _isbn(seeds: Seeds) -> Sown:
    isbn = _checked(Isbn.read, f"978{seeds.number():09}")
    return isbn, ((str(isbn),),)


def _pages(seeds: Seeds) -> Sown:
    first = 5000 + seeds.number() * 10
    pages = f"{first}–{first + 7}"
    return PageRange.read(pages), ((str(first), str(first + 7)),)


# By what reads the text of a content file.
SCALARS: Mapping[object, Callable[[Seeds], Sown]] = {
    scalars.read_line: _text,
    scalars.read_paragraphs: _text,
    scalars.read_markdown: _text,
    scalars.read_font_families: _text,
    scalars.read_id: _id,
    scalars.read_acronym: _acronym,
    scalars.read_url: _url,
    scalars.read_host: _host,
    scalars.read_site_url: _site_url,
    scalars.read_static_file: _static_file,
    scalars.read_day: _day,
    scalars.read_clock: _clock,
    scalars.read_year: _year,
    scalars.read_number: _number,
    scalars.read_time_zone: _time_zone,
    scalars.read_deadline_zone: _time_zone,
    scalars.read_licence: _licence,
    scalars.read_language: _language,
    scalars.read_colour: _colour,
    scalars.read_font_weight: _font_weight,
}

IDENTIFIERS: Mapping[type, Callable[[Seeds], Sown]] = {
    Doi: _doi, Orcid: _orcid, Issn: _issn, Isbn: _isbn, PageRange: _pages, str: _static_file,
}  # fmt: skip

# The words that show each choice, by what there is to choose from; what has none is shown nowhere.
CHOICES: Mapping[tuple[str, ...], Mapping[str, str]] = {
    SESSION_KINDS: {kind: ENGLISH.words.session_kinds[kind] for kind in SESSION_KINDS},
    get_args(Role): ENGLISH.words.roles,
    get_args(LinkRel): ENGLISH.words.link_kinds,
    get_args(Status): ENGLISH.words.statuses,
    get_args(Attendance): ENGLISH.words.attendances,
    get_args(RoomAccess): ENGLISH.words.accesses,
    get_args(SessionAccess): ENGLISH.words.accesses,
    get_args(ChangeKind): ENGLISH.words.change_kinds,
    get_args(FileKind): ENGLISH.words.paper_files,
    ("one", "others"): ENGLISH.words.missing_names,
    ("published", "withdrawn"): {"withdrawn": ENGLISH.words.withdrawn},
    get_args(Phase): {each: each for each in get_args(Phase)},
    ("as-they-are", "resize"): {},  # in which sizes pictures are published
    ("usual", "all"): {},  # how many files are made
    get_args(Digits): {},  # how numbers are written
}

# What programs read in the place of these words.
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "moved": ("https://schema.org/EventRescheduled",),
    "hybrid": ("https://schema.org/MixedEventAttendanceMode",),
    "in-person": ("https://schema.org/OfflineEventAttendanceMode",),
    "one": ("and others", ENGLISH.words.phrases.authors_lacking),
}
