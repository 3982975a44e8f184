"""Texts and titles that swallowed a line of another sort: a byline, a room, a label, a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.ingest.plausible.finding import Doubt, Finding, doubt, shown
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.people.names import is_dotted_byline, is_person, split_people
from site_gen.ingest.reading.people.wrapped_lines import goes_on
from site_gen.ingest.reading.texts.lines import ends_sentence, in_brackets, is_abstract_label
from site_gen.ingest.reading.titles.session_headings import kind_of
from site_gen.ingest.records import Fact, Reading
from site_gen.text import squeeze

_HEADING_LIMIT = 60
_LONGEST_LINE = 1000
_SEVERAL = re.compile(r"[,;]|\band\b")
_BETWEEN = 6  # lines of other sorts that may stand between those of a text
_ITEM = re.compile(r"[-*•–+(\d]")
_ABSTRACT = re.compile(r"abstr\w*\s?[:.]", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:session )?(?:co-?)?chairs?(?:/co-?chairs?)?|rooms?|locations?|venue|speakers?|title|time)"
    r"\s*:\s+\S",
    re.IGNORECASE,
)
# "Fast Locks Ann Lee (ETH), Bob Roe (MIT) We show …": a paper with its authors, all in one line.
_BYLINE = re.compile(
    r"(?<![\w.'’-])(?:[A-Z][\w.'’-]* ){2,4}\([A-Z][^()]{1,80}\)[,;] (?:and )?"
    r"(?:[A-Z][\w.'’-]* ){2,4}\([A-Z]"
)
_ROW_TAG = re.compile(r"</?(?:t[dhr]|table|tbody|li|ul|ol|div|section)\b[^<>]*>", re.IGNORECASE)
_PART = re.compile(r"(?:part|teil|partie|parte|volume)?\s*(?:\d{1,2}|[IVX]{1,4})\b.*", re.IGNORECASE)
_LABELLED = re.compile(r"([A-Za-z][\w ]{2,20}):\s+(\S.*)")


def tagged_texts(reading: Reading) -> Doubt:
    """Abstracts and descriptions with the rows and items of a page whose tags were read as its words."""
    abstracts = [paper.abstract for paper in reading.every_paper()] if reading.format.is_of_lines else []
    described = _descriptions(reading) if reading.format.is_of_lines else ()
    texts = [fact for fact in (*abstracts, *described) if fact]
    found = [
        Finding(f"the text holds {shown(tag[0])}, which is a tag of the page", fact.place)
        for fact in texts
        if (tag := _ROW_TAG.search(fact.value))
    ]
    hint = "copy the text of the page as a browser shows it, without its tags"
    return doubt("implausible-abstract", found, len(texts), hint)


def swallowed_lines(reading: Reading) -> Doubt:
    """Abstracts with a line in them that is no part of a text."""
    lines = [line.strip() for line in reading.document.text.split("\n")]
    abstracts = [paper.abstract for paper in reading.every_paper() if paper.abstract]
    covered = [list(_covered(fact, lines)) for fact in abstracts]
    often = Counter(line for texts in covered for line in set(texts) if len(line) < _HEADING_LIMIT)
    found = [
        Finding(f"the abstract holds {shown(strange)}, which is no part of a text", fact.place)
        for fact, texts in zip(abstracts, covered, strict=True)
        if (strange := _strange(texts, often, len(abstracts)) or _label(fact.value))
    ]
    described = [fact for fact in _descriptions(reading) if fact]
    for fact in described:
        texts = list(_covered(fact, lines))
        strange_lines = [line for line in texts if is_dotted_byline(line)] + _bylines(texts)[:1]
        if reading.format.shape == "programme" and _is_no_description(fact.value):
            strange_lines.append(fact.value)
        found += [
            Finding(f"the description holds {shown(line)}, which is no part of a text", fact.place)
            for line in strange_lines
        ]
    hint = "copy the page again with every title and label in its line, or take the line out"
    return doubt("implausible-abstract", found, len(abstracts) + len(described), hint)


def _is_no_description(text: str) -> bool:
    return bool(_LABEL.match(text) or _lists_people(text) or _BYLINE.search(text))


def _lists_people(text: str) -> bool:
    """Whether a text is a label, whatever it is called, and people: "CHAIRMEN: Ann Lee (ETH), …"."""
    match = _LABELLED.match(text)
    first, bracket, _ = match[2].partition("(") if match else ("", "", "")
    return bool(bracket) and is_person(first.strip()) and not ends_sentence(text)


def _descriptions(reading: Reading) -> Iterator[Fact[str] | None]:
    for session in reading.sessions:
        yield session.description
        yield from (slot.description for slot in session.slots)


def _bylines(texts: Sequence[str]) -> list[str]:
    """The lines that name several people, and nothing else, if they are many of all lines."""
    bylines = [line for line in texts if _SEVERAL.search(line) and names_people(line)]
    return bylines if len(bylines) > 1 and 3 * len(bylines) >= len(texts) else []


def _label(text: str) -> str:
    """A label of the page at the beginning of a text, in whatever form: "Abstracts: We …"."""
    match = _ABSTRACT.match(text)
    return match[0] if match else ""


def _covered(fact: Fact[str], lines: Sequence[str]) -> Iterator[str]:
    """The lines of the document that an abstract is made of; none where it is made in another way."""
    text = fact.value
    begin = fact.place.line - 1
    position = misses = 0
    for number in range(begin, min(len(lines), begin + 400)):
        line = lines[number]
        if not line:
            continue
        at = text.find(line, position)
        if number == begin and at < 0 and text and text[:40] in line:
            yield text[: len(line)]
            position = len(text[: len(line) - line.find(text[:40])])
            continue
        if at < 0 or at > position + 2:
            misses += 1
            if misses > _BETWEEN:
                return
            continue
        position = at + len(line)
        yield line


def _strange(texts: Sequence[str], often: Counter[str], total: int) -> str:
    """A line that is no part of a text; empty where all are. What several abstracts have is one."""
    for index, line in enumerate(texts):
        if is_dotted_byline(line) or in_brackets(line) is not None or is_abstract_label(line) or _names(line):
            return line
        if index == 0 and len(texts) > 1 and total > 1 and 2 * often[line] > total:
            return line  # a label that most abstracts begin with
        if often[line] < 2 and (_is_heading(texts, index) or (is_person(line) and len(texts) > 1)):
            return line
    return ""


def _names(line: str) -> bool:
    """Whether a line is names after a label: "Authors: Ann Lee, Bob Roe"."""
    match = _LABELLED.fullmatch(line) if len(line) < 400 else None
    return match is not None and all(is_person(name) for name in split_people(match[2]))


def _is_heading(texts: Sequence[str], index: int) -> bool:
    """Whether a short line stands between sentences, and is none itself."""
    line = texts[index]
    if len(line) >= _HEADING_LIMIT or ends_sentence(line) or _ITEM.match(line) or not line[0].isupper():
        return False
    is_begun = index == 0 or ends_sentence(texts[index - 1])
    return is_begun and index + 1 < len(texts) and texts[index + 1][0].isupper()


def joined_titles(reading: Reading) -> Doubt:
    """Titles of two short lines, each of which begins as a title does, and titles with the page's labels."""
    lines = reading.document.text.split("\n")
    titles = [paper.title for paper in reading.every_paper() if paper.title]
    different = {title.value for title in titles}
    labels = Counter(
        match[1]
        for title in different
        if not reading.format.is_published and (match := _LABELLED.fullmatch(title))
        if not _PART.fullmatch(match[2])
    )
    found = [
        Finding(f"the title {shown(title.value)} is made of two lines", title.place)
        for title in titles
        if _is_joined(title, lines)
    ] + [
        Finding(f"the title {shown(title.value)} begins with a label of the page", title.place)
        for title in titles
        if (match := _LABELLED.fullmatch(title.value)) and _is_label(match[1], labels, len(titles))
    ]
    return doubt("implausible-title", found, len(titles), "part the title from the line beside it")


def _is_label(word: str, labels: Counter[str], total: int) -> bool:
    if kind_of(word) != "other":
        return False  # "Keynote: Trees" is what the talk is called
    return labels[word] > 1 and (2 * labels[word] > total or word[:4].isupper())


def _is_joined(title: Fact[str], lines: Sequence[str]) -> bool:
    number = title.place.line
    written = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    # A list of thousands of objects is often one line.
    if not written or len(written) > _LONGEST_LINE or title.value[:1] != written[0]:
        return False
    first = squeeze(written)
    if len(first) >= _HEADING_LIMIT or not title.value.startswith(f"{first} "):
        return False
    rest = title.value[len(first) :].strip()
    below = [squeeze(line) for line in lines[number : number + _BETWEEN] if line.strip()]
    if below and goes_on(first, below[0]):
        return False
    return rest[:1].isupper() and any(rest.startswith(line) for line in below)
