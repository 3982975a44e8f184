"""Lines of a copied web page: numbered, with boilerplate lines of the page told apart from its content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.records import Document, Fact
from site_gen.problems import ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

_INVISIBLE = " \t\r\f\v\u00a0\u200b\ufeff\u2028\u2029"

# Link texts, buttons and menus of the virtual sites; the addresses behind them are lost in copying.
_BOILERPLATE = re.compile(
    r"(?:skip to (?:yearly menu bar|main content)\s*)+"
    r"|main navigation|view full details|(?:show|read|view) (?:more|less|all)(?: \w{1,10})?"
    r"|(?:toggle|show|hide) (?:poster|abstract|details|bookmarks?|visibility|menu|filters?)\b.{0,20}"
    r"|chat is not available\.?|successful page load|.{1,60}\buses cookies\b.{0,160}"
    r"|(?:sign[- ]?up|register|registration|rsvp|join|watch|enter|click|link) (?:here|now|link)\b.{0,30}"
    r"|help/?faq|(?:about|contact) (?-i:us|[A-Z]\w*[A-Z]\w*)|create profile"
    r"|reset password|log ?in|log ?out|my stuff|my registrations"
    r"|code of (?:conduct|ethics)|privacy policy|press|careers|downloads|future meetings"
    r"|(?:diversity (?:&|and) )?inclusion|journal to conference track|select year:? .{0,12}|back to top"
    r"|(?:add (?:to )?)?bookmark|add to (?:my )?calendar|livestream content is not available.{0,60}"
    r"|(?:the )?.{2,20} logo above may be used.{0,120}|successfully loaded.{0,20}|☆|★|»|«|bio ?:"
    r"|project page|paper pdf|openreview|video|slides|poster pdf|lightning talk|zoom link|website|pdf|code"
    r"|live ?stream|q&a|rocketchat|moderators?:?|chat|expand|collapse|filter|search"
    r"|sort by.{0,20}|loading.{0,5}|(?:designed|powered) by .{2,60}"
    r"|(?:download|view) (?:the )?(?:chapter|paper|article|full[ -]text)(?: \(?pdf\)?)?",
    re.IGNORECASE,
)
_LINK_LABEL = re.compile(
    r"(?:visit\b.{0,60}|(?:paper|poster|project|video|slides?|code|openreview|website|link|pdf|protected\b.{0,40}"
    r"|livestream\b.{0,40}|teaser|zoom|chat|arxiv|supplementary|live content\b.{0,60}|more|abstract)"
    r"(?: (?:page|pdf|link|video|recording|s))?)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[\s*+([^\[\]]{0,120}?)\s*+\]")
_OPEN_BRACKET = re.compile(r"\[[^\[\]]{0,60}|[^\[\]]{0,60}\s\]|\]")
_ABSTRACT_BEGINS = re.compile(r"[*_]{0,2}abstract[*_]{0,2}\s*[:.—–-]\s*[*_]{0,2}\s*\w", re.IGNORECASE)
_ABSTRACT_LABEL = re.compile(r"\[?\s*abstract\s*\]?\s*:?", re.IGNORECASE)
# "[ Abstract ] [ Project Page ] [ Slides ]": the buttons of an entry in one line.
_BUTTONS = re.compile(r"(?:\[\s*[A-Z][\w &-]{1,30}\s*\]\s*){2,8}")
_SENTENCE_END = re.compile(r"""(?:[.!?…:;。！？]|\.\.\.)["'”’»)\]}*_$]*$""")
# A web page loses the address after "available at"; the text then ends there, or in an address.
_LINK_END = re.compile(r"(?:\b(?:at|via|from|on|in|here)|https?:\S+|www\.\S+)$", re.IGNORECASE)
_TEXT_END = re.compile(r"""[.!?…。！？]["'”’»)\]}*_$]*$""")
_BULLET = re.compile(r"(?:[-*•–+]|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s")
_YEAR = re.compile(r"(?<![\d/-])(?<!\d\.)((?:19|20)\d\d)(?![\d/-])")
_STATED = re.compile(
    r"(?:.{0,40}\|\s*)?(?:total:?\s*(\d{1,7})|(\d{1,7}) (?:events?|papers?|results?|posters?))", re.I
)

SHORT_LINE = 60
LONG_LINE = 120


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line without the white space around it; `number` and `column` (of its text) count from 1."""

    number: int
    text: str
    column: int = 1


def source_lines(document: Document) -> list[SourceLine]:
    """Every line of a document, blank ones with an empty text."""
    lines = []
    for number, raw in enumerate(document.text.split("\n"), start=1):
        text = raw.strip(_INVISIBLE)
        lines.append(SourceLine(number, text, raw.find(text) + 1 if text else 1))
    return lines


@recurring
def is_boilerplate(text: str) -> bool:
    """Whether a line belongs to the web page: a menu, a button, a link whose address is lost."""
    return len(text) < 260 and _BOILERPLATE.fullmatch(text) is not None


def in_brackets(text: str) -> str | None:
    """What a line like "[ Hall A ]" holds; None for other lines."""
    match = _BRACKETS.fullmatch(text)
    return squeeze(match[1]) if match else None


def room_of(text: str) -> str | None:
    """The room that a line in brackets names; None where it is a link's label or no such line."""
    inside = in_brackets(text)
    return None if inside is None or not inside or _LINK_LABEL.fullmatch(inside) else inside


def is_open_bracket(text: str) -> bool:
    """Whether a line is half of one in brackets: "[ Exhibit Ha"."""
    return len(text) <= SHORT_LINE and _OPEN_BRACKET.fullmatch(text) is not None


def lacks_bracket(text: str) -> bool:
    """Whether a bracket of a text is never closed: "Woods (Session 2"."""
    return text.count("(") == text.count(")") + 1


def is_link_label(text: str) -> bool:
    """Whether a line is the text of a link in brackets: "[ Paper ]"."""
    inside = in_brackets(text)
    return inside is not None and (not inside or _LINK_LABEL.fullmatch(inside) is not None)


def begins_abstract(text: str) -> bool:
    """Whether a line begins with the label of an abstract, and goes on with it: "**Abstract:** We …"."""
    return _ABSTRACT_BEGINS.match(text) is not None


def is_abstract_label(text: str) -> bool:
    """Whether a line only says that the abstract follows."""
    if len(text) <= 14:
        return _ABSTRACT_LABEL.fullmatch(text) is not None
    return (
        len(text) < LONG_LINE
        and text[0] == "["
        and _BUTTONS.fullmatch(text) is not None
        and "bstract" in text
    )


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence or a clause does."""
    return _SENTENCE_END.search(text[-12:]) is not None


def ends_text(text: str) -> bool:
    """Whether a text ends where a sentence does; a clause is not enough."""
    return _TEXT_END.search(text[-12:]) is not None


def paragraphs(lines: Iterable[SourceLine]) -> str:
    """The text of lines: those of a paragraph joined by a space, paragraphs by a blank line.

    A blank line inside a sentence parts nothing: the text goes on after it.
    """
    parts: list[list[str]] = []
    is_parted = True
    for line in lines:
        if not line.text:
            is_parted = True
        elif parts and not (is_parted and _is_paragraph_end(parts[-1][-1], line.text)):
            parts[-1].append(line.text)
            is_parted = False
        else:
            parts.append([line.text])
            is_parted = False
    return "\n\n".join(" ".join(part) for part in parts)


def _is_paragraph_end(before: str, after: str) -> bool:
    if ends_sentence(before) or _BULLET.match(after) or _BULLET.match(before):
        return True
    return len(before) < SHORT_LINE and not after[0].islower()


def text_fact(document: Document, lines: Sequence[SourceLine]) -> Fact[str] | None:
    """The paragraphs of lines at the place of the first of them; None where all are blank."""
    first = next((line for line in lines if line.text), None)
    return Fact(paragraphs(lines), document.place_of(first)) if first else None


def line_fact(document: Document, line: SourceLine) -> Fact[str]:
    """A line, squeezed, at its place."""
    return Fact(squeeze(line.text), document.place_of(line))


def without_boilerplate(lines: Sequence[SourceLine], passed: list[SourceLine]) -> list[SourceLine]:
    """The lines without the web page's own, which are noted in `passed`."""
    remaining: list[SourceLine] = []
    for line in lines:
        (passed if is_boilerplate(line.text) or is_link_label(line.text) else remaining).append(line)
    return remaining


def stated_edition(document: Document, head: Sequence[SourceLine]) -> Fact[str] | None:
    """The year in the lines before the first record; None where none or several are named."""
    found = {}
    for line in head:
        if len(line.text) <= SHORT_LINE and "©" not in line.text:
            found.update({year[1]: line for year in _YEAR.finditer(line.text)})
    if len(found) != 1:
        return None
    ((year, line),) = found.items()
    return Fact(year, document.place_of(line))


def is_count(text: str) -> bool:
    """Whether a line only states how many papers there are: "74 Events"."""
    return _STATED.fullmatch(text) is not None


def stated_count(document: Document, head: Sequence[SourceLine]) -> Fact[int] | None:
    """The number of papers that a line such as "74 Events" or "| Total: 51" states."""
    for line in head:
        match = _STATED.fullmatch(line.text)
        # "2024 Posters" is the title of a page, not a count.
        if match and not (match[2] and _YEAR.fullmatch(match[2])):
            return Fact(int(match[1] or match[2]), document.place_of(line))
    return None


def warn_unread(document: Document, lines: Sequence[SourceLine], problems: ProblemLog) -> None:
    """Warn of long lines that belong to no record: text that lost its heading."""
    for line in lines:
        if len(line.text) >= LONG_LINE and not is_boilerplate(line.text):
            problems.warning(
                "unread-line",
                "this text belongs to no record",
                document.place_of(line),
                hint="give it the heading that it lost, or take it out",
                excerpt=line.text[:SHORT_LINE],
            )


def report_cut_text(document: Document, last: SourceLine | None, problems: ProblemLog) -> None:
    """Report a document that stops in the middle of a sentence of its last text."""
    if last is None or ends_sentence(last.text) or not _is_very_end(document, last):
        return
    problems.error(
        "breaks-off",
        "the document breaks off in the middle of a sentence",
        document.place(last.number, last.column + len(last.text)),
        hint="copy the rest; if the text really ends so, end the file with a line break",
        excerpt=last.text[-SHORT_LINE:],
    )


def _is_very_end(document: Document, last: SourceLine) -> bool:
    return not document.text[-1:].isspace() and document.text.endswith(last.text[-40:])


def warn_cut_texts(document: Document, texts: Iterable[Sequence[SourceLine]], problems: ProblemLog) -> None:
    """Warn of each text that stops in mid-sentence, unless the document has the same text twice.

    The end of the document is for `report_cut_text`.
    """
    parts = [[line for line in lines if line.text] for lines in texts]
    ends = [line for filled in parts for line in _possible_ends(filled)]
    often = Counter(line.text for line in ends)
    for line in ends:
        stops = not ends_text(line.text) and not _LINK_END.search(line.text[-300:])
        if stops and often[line.text] == 1 and not _is_very_end(document, line):
            problems.warning(
                "breaks-off",
                "the text stops in mid-sentence",
                document.place(line.number, line.column + len(line.text)),
                hint="copy the rest, or end the sentence",
                excerpt=line.text[-SHORT_LINE:],
            )


def _possible_ends(filled: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The last line of a text, and those that a long line follows which begins a sentence."""
    for line, below in pairwise(filled):
        if len(below.text) > LONG_LINE and below.text[0].isupper() and line.text[-1].isalnum():
            yield line
    yield from filled[-1:]
