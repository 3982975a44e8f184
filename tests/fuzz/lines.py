"""Mutations of what is written in lines and fields: pages, tables, calendars, BibTeX, XML."""

from __future__ import annotations

import csv
import random
import re
from io import StringIO

from tests.fuzz.values import strange, times

_NUMBER = re.compile(r"\d+(?:[:.–-]\d+)*")
_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"(?<==)\s*[{\"][^{}\"]*[}\"]|(?<==)\s*\w+(?=\s*,)")
_VALUE = re.compile(r"(?<=:)[^\r\n]+")
_PARAMETER = re.compile(r"(?<=;)[A-Z-]+=[^;:\r\n]+")
_ELEMENT = re.compile(r"<(\w[\w:-]*)[^<>]*>[^<>]*</\1>")
_INNER = re.compile(r"(?<=>)[^<>]+(?=<)")
_ATTRIBUTE = re.compile(r'(?<==")[^"<>]*(?=")')
_CELL = re.compile(r"[^\n]+")
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY bomb "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)
_RULES = (
    "RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;COUNT=99999999", "RRULE:FREQ=DAILY;UNTIL=99991231T000000Z",
    "RRULE:FREQ=YEARLY;INTERVAL=0", "RRULE:FREQ=WEEKLY;BYDAY=XX;COUNT=-1", "DURATION:P99999999999W",
    "RDATE:20260230", "DTEND:00000000", "BEGIN:VEVENT", "END:VCALENDAR", "BEGIN:VTIMEZONE",
    "X-WR-TIMEZONE:No/Where",
)  # fmt: skip


def matches_changed(text: str, found: list[re.Match[str]], choice: random.Random) -> str:
    """A text of whose matches one is replaced, taken by another, repeated or gone."""
    if not found:
        return text
    match, other = choice.choice(found), choice.choice(found)
    new = choice.choice(
        (strange(choice), other[0], match[0] * min(times(choice), 200_000 // max(1, len(match[0]))), "")
    )
    return text[: match.start()] + new + text[match.end() :]


def lines_text(text: str, choice: random.Random) -> str:
    """Lines of a page that are moved, repeated, joined, indented or strange."""
    lines = text.split("\n")
    for _ in range(choice.randint(1, 3)):
        at, other, way = choice.randrange(len(lines)), choice.randrange(len(lines)), choice.randrange(7)
        if way == 0:
            lines[at], lines[other] = lines[other], lines[at]
        elif way == 1:
            lines[at] = choice.choice(
                (strange(choice), f"{lines[at]} {strange(choice)}", lines[other] + lines[at])
            )
        elif way == 2:
            start, end = sorted((at, other))
            block = lines[start : end + 1]
            lines[start : end + 1] = block * min(times(choice), 1 + 2_000 // len(block))
        elif way == 3:
            lines[at] = " " * choice.choice((1, 8, 300)) + lines[at]
        elif way == 4:
            lines[at : at + 2] = [choice.choice(("", " ", "\t", "; ")).join(lines[at : at + 2])]
        elif way == 5:
            return matches_changed("\n".join(lines), [*_NUMBER.finditer("\n".join(lines))], choice)
        else:
            return matches_changed("\n".join(lines), [*_WORD.finditer("\n".join(lines))], choice)
    return "\n".join(lines)


def table_text(text: str, choice: random.Random) -> str:
    """Cells, rows and columns of a table that are moved, repeated, strange or missing."""
    try:
        rows = [*csv.reader(StringIO(text))]
    except csv.Error:
        return text
    filled = [row for row in rows if row]
    if not filled:
        return text
    for _ in range(choice.randint(1, 3)):
        _change_table(rows, choice.choice(filled), choice)
    written = StringIO()
    delimiter = choice.choice((",", ",", ";", "\t", "|"))
    csv.writer(
        written, delimiter=delimiter, quoting=choice.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    ).writerows(rows)
    mutant = written.getvalue()
    return mutant + '"' if choice.random() < 0.03 else mutant


def _change_table(rows: list[list[str]], row: list[str], choice: random.Random) -> None:
    at, way = choice.randrange(len(row) or 1), choice.randrange(7)
    other = choice.choice([each for each in rows if each] or [[""]])
    if way == 0 or not row:
        row[at : at + 1] = [strange(choice)]
    elif way == 1:
        to = choice.randrange(len(other))
        row[at], other[to] = other[to], row[at]
    elif way == 2:
        rows += [[*row] for _ in range(times(choice))]
    elif way == 3:
        row += row * choice.choice((1, 3, 100))
    elif way == 4:
        del row[at:]
    elif way == 5:
        for each in rows:
            each[at : at + 1] = [*each[at : at + 1], *each[at : at + 1]]
    else:
        rows[0][at % (len(rows[0]) or 1) : at + 1] = [choice.choice((strange(choice), other[0]))]


def calendar_text(text: str, choice: random.Random) -> str:
    """A calendar with strange values, rules, parameters and components."""
    way = choice.randrange(5)
    if way == 0:
        return matches_changed(text, [*_VALUE.finditer(text)], choice)
    if way == 1:
        return matches_changed(text, [*_PARAMETER.finditer(text)], choice)
    if way == 2:
        lines = text.split("\n")
        lines.insert(choice.randrange(len(lines)), choice.choice(_RULES))
        return "\n".join(lines)
    return lines_text(text, choice)


def bibtex_text(text: str, choice: random.Random) -> str:
    """Entries with strange, moved and repeated fields, and braces that nothing closes."""
    way = choice.randrange(4)
    if way == 0:
        return matches_changed(text, [*_FIELD.finditer(text)], choice)
    if way == 1:
        brace = choice.choice([*re.finditer(r"[{}\",=@#]", text)])
        number = choice.choice((0, 2, 3000))
        return text[: brace.start()] + brace[0] * number + text[brace.end() :]
    if way == 2:
        return "@string{a = b # a}\n@string{b = a # {x}}\n" + _FIELD.sub(
            " a # b", text, count=choice.randint(1, 5)
        )
    return lines_text(text, choice)


def markup_text(text: str, choice: random.Random) -> str:
    """XML or HTML with strange texts and attributes, nested and repeated elements, and entities."""
    pattern, way = choice.choice((_INNER, _ATTRIBUTE, _ELEMENT, _ELEMENT)), choice.randrange(5)
    found = [*pattern.finditer(text)]
    if way == 0 and found:
        match, depth = choice.choice(found), choice.choice((1, 30, 3000))
        return text[: match.start()] + "<b>" * depth + match[0] + "</b>" * depth + text[match.end() :]
    if way == 1:
        declared = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
        return declared[0] + declared[1] + _BOMB + _INNER.sub("&bomb;", declared[2], count=3)
    if way == 2:
        return lines_text(text, choice)
    return matches_changed(text, found, choice)


def as_page(text: str, choice: random.Random) -> str:
    """A text as a saved web page: lines become rows, paragraphs or items."""
    begin, end = choice.choice(
        (("<p>", "</p>"), ("<tr><td>", "</td></tr>"), ("<li><b>", "</b>"), ("<div>", ""))
    )
    body = "\n".join(f"{begin}{line}{end}" for line in text.replace("&", "&amp;").split("\n"))
    return markup_text(f"<!DOCTYPE html>\n<html><body><table>{body}</table></body></html>", choice)
