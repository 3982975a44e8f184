"""The scalars of content: every one is read as text and converted here, by the `Written` of its type.

Nothing is guessed from its look: "NO" is a text, "8:45" a time only where a time belongs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any
from urllib.parse import urlsplit

from site_gen.text import is_safe_name, squeeze
from site_gen.text.zone_names import is_valid_zone, zone_hint
from site_gen.text.zones import is_zone
from site_gen.values import dataclass

ANYWHERE_ON_EARTH = "AoE"
FIRST_YEAR, LAST_YEAR = 1900, 2999  # in which conferences are; beside them all other years have room

_GENERIC_FAMILIES = frozenset(["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"])
_CREATIVE_COMMONS = r"CC0-1\.0|CC-BY(-NC)?(-SA|-ND)?-[1-4]\.[05](-[A-Z]+)*"
_SPDX = "[A-Z0-9][A-Z0-9.+-]*"
_CLOCK = "([0-9]{1,2}):([0-9]{2})([+-][0-9]{2}:[0-9]{2})?"


@dataclass(frozen=True, slots=True)
class Written:
    """How a scalar is written in a content file: `read` converts its text or raises ValueError.

    The two methods are pydantic's protocol for annotations; `content` is where it is used.
    """

    read: Callable[[str], object]
    pattern: str = ""
    description: str = ""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> Any:
        checked = {"type": "no-info", "function": self.read}
        return {"type": "function-after", "function": checked, "schema": {"type": "str", "strict": True}}

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, str]:
        schema = {"type": "string", "pattern": self.pattern, "description": self.description}
        return {key: value for key, value in schema.items() if value}


def read_line(text: str) -> str:
    """A text on one line, in NFC, with single spaces."""
    line = squeeze(text)
    if not line:
        raise ValueError("a text is empty here")
    return line


def read_day(text: str) -> date:
    """A day written as 2022-08-29."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        year = re.search(r"(?<![0-9])[12][0-9]{3}(?![0-9])", text)
        example = f"{year[0] if year else 2022}-08-29"
        raise ValueError(f"'{text}' is not a day; write year-month-day, as {example}")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day '{text}'") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def read_clock(text: str) -> time:
    """A time of the day as 8:45 or 08:45; an offset may follow where the local time exists twice."""
    match = re.fullmatch(_CLOCK, text)
    if not match:
        raise ValueError(f"'{text}' is not a time; write it as 08:45")
    try:
        return time.fromisoformat(f"{int(match[1]):02}:{match[2]}{match[3] or ''}")
    except ValueError:
        raise ValueError(f"there is no time '{text}'") from None


def read_year(text: str) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"[12][0-9]{3}", text):
        raise ValueError(f"'{text}' is not a year")
    return int(text)


def read_number(text: str) -> int:
    """A whole number, not negative."""
    if not re.fullmatch(r"[0-9]{1,10}", text):
        raise ValueError(f"'{text}' is not a whole number")
    return int(text)


def read_flag(text: str) -> bool:
    """yes or no; true and false are understood too."""
    flags = {"yes": True, "true": True, "no": False, "false": False}
    if text.lower() not in flags:
        raise ValueError(f"'{text}' is neither yes nor no")
    return flags[text.lower()]


def read_id(text: str) -> str:
    """An id: it becomes a folder name, so a–z, 0–9, hyphen, dot and underscore."""
    if not is_safe_name(text):
        raise ValueError(f"'{text}' cannot be an id: use a-z, 0-9 and hyphens (no device name of Windows)")
    return text


def read_acronym(text: str) -> str:
    """What schedules call an edition, as the schema of frab has it."""
    if not re.fullmatch(r"[a-z0-9_-]{4,}", text):
        raise ValueError(f"'{text}' is no acronym of schedules: four letters at least, of a-z, 0-9, _ and -")
    return text


# How the address of another site begins without its scheme; no file here is called so.
_HOST = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)*|[\w-]+(?:\.[\w-]+)*"
    r"\.(?:com|org|net|edu|gov|info|io|ai|eu|uk|de|at|ch|fr|be|nl|it|es|pt|pl|se|no|dk|fi|jp|cn|in|br|ca|au))"
    r"(?:[/:?#]|\Z)",
    re.IGNORECASE,
)


def read_url(text: str) -> str:
    """An address that is safe to follow: http, https, mailto, or relative to the site."""
    if re.search(r"[\x00-\x20\x7f\\]", text) or text.startswith("//") or not _has_parts(text):
        raise ValueError(f"'{text}' is not an address")
    scheme = re.match(r"([^/?#]*?):", text)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        raise ValueError(f"'{text}' is not allowed: an address begins with http:, https: or mailto:")
    if not scheme and _HOST.match(text):
        raise ValueError(f"'{text}' would be a page of this site: write https://{text}")
    return text


def is_url(text: str) -> bool:
    """Whether a text is an address that may be linked."""
    try:
        read_url(text)
    except ValueError:
        return False
    return True


def _has_parts(text: str) -> bool:
    """Whether an address has a host and a port that can be, or none."""
    try:
        return urlsplit(text).port != 0
    except ValueError:
        return False


def read_route(text: str) -> str:
    """An address inside the site, as 2022/papers/x/."""
    parts = text.split("/")
    is_elsewhere = text.startswith("//") or re.match("[^/]*:", text) or "." in parts or ".." in parts
    if is_elsewhere or re.search(r"[\x00-\x1f\x7f\\?#]", text):
        raise ValueError(f"'{text}' is not an address inside the site; write it as 2022/papers/x/")
    return text


def read_host(text: str) -> str:
    """A host that pages may load from, as https://www.openstreetmap.org or https://*.example.org."""
    name = r"(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+(?::\d{1,5})?"
    host = re.fullmatch(rf"(?:https://)?({name})/?", text.lower())
    if host is None:
        raise ValueError(f"'{text}' is not a host; write it as https://www.openstreetmap.org")
    return f"https://{host[1]}"


def read_site_url(text: str) -> str:
    """Where a site lives: an absolute address of http or https without a query."""
    if not re.fullmatch(r"https?://[^\s/?#\\]+(/[^\s?#\\]*)?", text) or not _has_parts(text):
        raise ValueError(f"'{text}' is not where a site lives; write it as https://example.org/")
    return text


def read_time_zone(text: str) -> str:
    """The zone of a place in the IANA database, or UTC, or an offset where no place is known."""
    if is_valid_zone(text):
        return text
    what = f"'{text}' is no time zone of a place" if is_zone(text) else f"there is no time zone '{text}'"
    raise ValueError(f"{what}; {zone_hint(text)}")


_ITEM = re.compile(r"\n(?=[ \t]{0,3}(?:[-*+•]|\d{1,2}[.)])[ \t]+\S)")


def read_paragraphs(text: str) -> str:
    """Paragraphs: lines of one are joined by a space, a blank line parts two; so is each item of a list."""
    parts = (item for part in re.split(r"\n\s*\n", text) for item in _items(part))
    paragraphs = [" ".join(line.strip() for line in part.splitlines()) for part in parts]
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def _items(part: str) -> list[str]:
    """The items of a list, with what stands above them; all in one where no two lines begin as items do."""
    return _ITEM.split(part) if len(_ITEM.findall(f"\n{part}")) > 1 else [part]


def read_markdown(text: str) -> str:
    """Markdown on its lines, without blank ones around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def read_deadline_zone(text: str) -> str:
    """The time zone of a deadline: a name of the IANA database, or AoE for anywhere on earth."""
    return ANYWHERE_ON_EARTH if text.lower() == ANYWHERE_ON_EARTH.lower() else read_time_zone(text)


def read_static_file(text: str) -> str:
    """The name of a file inside static/, as sponsors/acme.svg."""
    parts = text.split("/")
    if re.search(r"[\x00-\x1f\x7f\\:]", text) or any(part.strip() in ("", ".", "..") for part in parts):
        raise ValueError(f"'{text}' is not a file in static/; write it as sponsors/acme.svg")
    return text.removeprefix("static/")


def read_language(text: str) -> str:
    """The tag of a language as en, pt-BR or zh-Hans (BCP 47)."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise ValueError(f"'{text}' is not a language; write its tag as en, pt-BR or zh-Hans")
    return text


def read_colour(text: str) -> str:
    """A colour as #0a5c4a or #fff."""
    if not re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        raise ValueError(f"'{text}' is not a colour; write it in quotes as \"#0a5c4a\"")
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def read_font_families(text: str) -> str:
    """Names of font families parted by commas, the first one that a reader has is used."""
    names = [squeeze(name).strip("\"'") for name in text.split(",")]
    if not all(re.fullmatch(r"[\w-]+( [\w-]+)*", name) for name in names):
        raise ValueError(f"'{text}' is not a list of font families; write it as Inter, Arial, sans-serif")
    return ", ".join(name if name in _GENERIC_FAMILIES else f'"{name}"' for name in names)


def read_font_weight(text: str) -> str:
    """The weight of a font from 1 to 1000, or two of them for a range."""
    weights = text.split()
    if len(weights) not in (1, 2) or not all(re.fullmatch(r"[1-9][0-9]{0,2}|1000", each) for each in weights):
        raise ValueError(f"'{text}' is not the weight of a font; write it as 400, or 100 900 for a range")
    return " ".join(weights)


def read_licence(text: str) -> str:
    """A licence: its id in the list of SPDX, as CC-BY-4.0, or the address of its text."""
    if re.match("https?://", text, re.IGNORECASE):
        return read_url(text)
    is_of_creative_commons = text[:2].upper() == "CC"
    if not re.fullmatch(_CREATIVE_COMMONS if is_of_creative_commons else _SPDX, text, re.IGNORECASE):
        raise ValueError(
            f"'{text}' is no licence; write its id of SPDX, as CC-BY-4.0, or the address of its text"
        )
    return text.upper() if is_of_creative_commons else text


Line = Annotated[str, Written(read_line)]
Paragraphs = Annotated[str, Written(read_paragraphs, description="blank lines part paragraphs")]
Markdown = Annotated[str, Written(read_markdown, description="Markdown")]
Id = Annotated[str, Written(read_id, r"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$")]
Acronym = Annotated[str, Written(read_acronym, r"^[a-z0-9_-]{4,}$")]
Url = Annotated[str, Written(read_url)]
Route = Annotated[str, Written(read_route, description="an address inside the site, as 2022/papers/x/")]
Host = Annotated[str, Written(read_host, description="a host as https://www.openstreetmap.org")]
SiteUrl = Annotated[str, Written(read_site_url, description="where the site will live")]
Day = Annotated[date, Written(read_day, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day as 2022-08-29")]
Clock = Annotated[time, Written(read_clock, f"^{_CLOCK}$", "a local time as 08:45")]
Year = Annotated[int, Written(read_year, r"^[12][0-9]{3}$")]
Number = Annotated[int, Written(read_number, r"^[0-9]{1,10}$")]
Flag = Annotated[bool, Written(read_flag, description="yes or no")]
TimeZone = Annotated[
    str,
    Written(
        read_time_zone,
        description="a place of the IANA database; else UTC, or +02:00",
    ),
]
DeadlineZone = Annotated[
    str, Written(read_deadline_zone, description="AoE (anywhere on earth), or a name of the IANA database")
]
Licence = Annotated[
    str, Written(read_licence, description="an id of SPDX, as CC-BY-4.0, or the address of the licence")
]
StaticFile = Annotated[str, Written(read_static_file, description="a file in static/, as sponsors/acme.svg")]
Language = Annotated[str, Written(read_language, description="the tag of a language: en, pt-BR, zh-Hans")]
Colour = Annotated[str, Written(read_colour, r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "a colour as #0a5c4a")]
FontFamilies = Annotated[str, Written(read_font_families, description="font families parted by commas")]
FontWeight = Annotated[str, Written(read_font_weight, description="400, or 100 900 for a range")]
