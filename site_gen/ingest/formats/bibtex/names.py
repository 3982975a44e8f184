"""Names of BibTeX: "Family, Given", "Family, Jr, Given", "Given Family", "{Whole Name}", "and others"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.ingest.reading.people.institutions import is_institution
from site_gen.ingest.reading.people.names import PrintedName, body_with_comma, is_person, unusual_family
from site_gen.ingest.reading.people.people import is_degree, without_title
from site_gen.ingest.reading.texts.latex import unicode_text
from site_gen.ingest.records import Fact
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, squeeze
from site_gen.text.unspaced import whole_name

_TEXT = re.compile(r"\S")
_COMMA = re.compile(",")
_JUNIOR = re.compile(r"[JS]r\.?|II|III|IV")  # as people write it: "Given Family, Jr."
_AND = re.compile(r"\s+and(?=\s)|^and(?=\s)|\s+and$", re.IGNORECASE)


class Bylines:
    """What stands between the names of a file: "and", or a comma where its names are surely parted by commas.

    For BibTeX "Ann Lee, Bob Roe, Cy Dee" is one person, with a family name, a suffix and a given name.
    """

    def __init__(self, values: Iterable[str]) -> None:
        chunks = [_comma_parts(chunk) for value in values for chunk, _ in _split(value, _AND)]
        listed = [parts for parts in chunks if _are_people(parts)]
        pairs = [parts for parts in chunks if len(parts) == 2 and not _JUNIOR.fullmatch(parts[1])]
        inverted = sum(not all(" " in part for part in parts) for parts in pairs)
        natural = [parts for parts in chunks if len(parts) == 1 and " " in parts[0]]
        self._known = {
            fold(_plain(name)) for name in {name for parts in (*listed, *natural) for name in parts}
        }
        self._are_inverted = inverted > len(natural)
        self._have_commas = len(listed) > inverted

    def names(self, value: str, line: int) -> list[PrintedName]:
        """The names of a field that begins at a line, a blank one where a name is missing."""
        names = []
        for chunk, start in _split(value, _AND):
            for text, offset in _split(chunk, _COMMA) if self._is_list(chunk) else [(chunk, 0)]:
                if text or not chunk:
                    names.append(_printed(text, line + value.count("\n", 0, start + offset)))
        return names

    def report_doubtful(self, fields: Iterable[Fact[str]], problems: ProblemLog) -> None:
        """Report, once, what BibTeX reads as one person and may be two: "Ann Bee, Cy Dee"."""
        doubtful: dict[str, Place] = {}
        for field in fields if not self._are_inverted else ():
            for chunk, _ in _split(field.value, _AND) if "," in field.value else ():
                if _are_two_names(_comma_parts(chunk)) and not self._is_list(chunk):
                    doubtful.setdefault(_plain(chunk), field.place)
        for text, place in doubtful.items():
            what = f"'{text}' is read as one person; it may be two"
            hint = f"write '{text.replace(',', ' and')}' if they are two, else the family name in braces"
            problems.warning("one-or-two", what, place, hint)

    def _is_list(self, chunk: str) -> bool:
        """Whether a text without "and" is several people."""
        if "," not in chunk:
            return False
        parts = _comma_parts(chunk)
        if _are_people(parts) or (chunk.endswith(",") and _are_two_names(parts)):
            return True
        return _are_two_names(parts) and (
            self._have_commas or all(fold(_plain(part)) in self._known for part in parts)
        )


def _comma_parts(chunk: str) -> list[str]:
    """The parts of a name between commas; one before "and", or before a degree, parts nothing."""
    if "," not in chunk:
        return [chunk.strip()]
    parts = [part for part, _ in _split(chunk, _COMMA)]
    return parts[:-1] if len(parts) > 1 and (not parts[-1] or is_degree(parts[-1])) else parts


def _are_people(parts: Sequence[str]) -> bool:
    """Whether parts between commas are three people or more."""
    return len(parts) > 2 and all(map(_is_whole_name, parts))


def _are_two_names(parts: Sequence[str]) -> bool:
    """Whether both of "Ann Bee, Cy Dee" can be people; "van den Berg" and "{Roe Lee}" are family names."""
    can_begin = parts[0][:1].isupper() or parts[0].startswith("{\\")
    return len(parts) == 2 and can_begin and all(map(_is_whole_name, parts))


def _is_whole_name(part: str) -> bool:
    name = _plain(part)
    is_body = is_institution(name) or body_with_comma(name, name, 0) is not None
    return " " in name and is_person(name) and not is_body


def _split(value: str, separator: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The parts of a value between separators outside braces, each with its offset."""
    start = 0
    depth = 0
    scanned = 0
    for match in separator.finditer(value):
        depth += value.count("{", scanned, match.start()) - value.count("}", scanned, match.start())
        scanned = match.start()
        if depth <= 0:
            yield value[start : match.start()].strip(), _first_text(value, start)
            start = match.end()
    yield value[start:].strip(), _first_text(value, start)


def _first_text(value: str, start: int) -> int:
    match = _TEXT.search(value, start) if value[start : start + 1].isspace() else None
    return match.start() if match else start


def _printed(text: str, line: int) -> PrintedName:
    if text.startswith("{") and _closes_at_end(text):
        name = _plain(text)
        return PrintedName(name, line, family=name if " " in name else None)
    parts = _comma_parts(text)
    if len(parts) == 1:
        return _natural_order(parts[0], line)
    # Who has one name and "IV" behind it is called so by initials: nobody has a family name alone.
    are_initials = len(parts) == 2 and parts[1].isupper() and " " not in _plain(parts[0])
    if len(parts) == 2 and not are_initials and _plain(parts[0]) and _JUNIOR.fullmatch(parts[1]):
        before = _natural_order(parts[0], line)
        shown = f"{before.name} {parts[1]}"
        return PrintedName(
            shown, line, family=unusual_family(before.family or before.name.split()[-1], shown)
        )
    if body := body_with_comma(_plain(parts[0]), _plain(text), line):
        return body
    family, given = parts[0], parts[-1] if len(parts) > 2 and parts[-1] else parts[1]
    junior = parts[1] if len(parts) > 2 and parts[-1] else ""
    plain_family = _plain(family)
    shown = squeeze(f"{whole_name(_plain(given), plain_family)} {_plain(junior)}")
    return PrintedName(shown, line, family=unusual_family(plain_family, shown))


def _natural_order(text: str, line: int) -> PrintedName:
    """ "Given von Family": lower-case words before the last one belong to the family name."""
    name = without_title(_plain(text))
    name_words = name.split(" ")
    first_lower = next((i for i, word in enumerate(name_words) if word[:1].islower()), 0)
    is_von = 0 < first_lower < len(name_words) - 1 and name.lower() != "others"
    family = " ".join(name_words[first_lower:]) if is_von else ""
    return PrintedName(name, line, family=unusual_family(family, name))


def _plain(text: str) -> str:
    return squeeze(unicode_text(text))


def _closes_at_end(text: str) -> bool:
    """Whether the brace that opens a text is closed by its last character."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index == len(text) - 1
    return False
