"""The bytes of a source document → its text."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from site_gen.problems import Place, ProblemLog

# Calendars fold their lines by octets, and some of them inside a character of several octets.
_FOLDED_INSIDE = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
# What bytes of Windows-1252 mean in the code pages of its neighbours too, where letters can be proof.
_LETTERS = "äöüßÄÖÜéÉáíóúÁÍÓÚëîôâçÇ"
_PUNCTUATION = "‘’‚“”„–—…•€§°«»·\xa0©®"
# Signs that stand at the edge of a word, letters one by one: else it is another code page.
_OUT_OF_PLACE = re.compile(
    rf"[^\x00-\x7f{_LETTERS}{_PUNCTUATION}]|[{_LETTERS}](?!ß)(?<!ß)[{_LETTERS}](?<!éé)"
    rf"|(?<=\w)[‘‚“”„•€§«»©®](?=\w)|(?<=[^\W\d])[–—…°](?=[a-z])|(?<=\w)[‚„]|”(?=\w)|(?<=[a-z])[ÄÖÜÉÁÍÓÚÇ](?=[a-z])"
)
_UTF8 = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")  # whoever has such letters has most of them so
_HEAD = 100  # bytes that show an encoding of two bytes a letter
_NO_WORD = r"\s,;\t\"<>"
# From the beginning of a word on: each is tried once.
_WORD = re.compile(rf"(?<![^{_NO_WORD}])[^{_NO_WORD}\x80-\U0010ffff]*+[^\x00-\x7f][^{_NO_WORD}]*")


def decode(content: bytes, path: str, problems: ProblemLog, encoding: str | None = None) -> str | None:
    """The text of a document, or None with a located problem where it is none.

    `encoding` is what sources.yaml says; without that it is UTF-8, or Windows-1252 if the bytes prove it.
    """
    if content[:200].lstrip(b"\xef\xbb\xbf \r\n")[:15].upper() == b"BEGIN:VCALENDAR":
        content = _FOLDED_INSIDE.sub(rb"\1\3\2", content)
    try:
        text = content.decode(encoding or marked_encoding(content) or "utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place(error, path)
        what = f"not {'UTF-8' if encoding is None else encoding} (byte 0x{content[error.start]:02X})"
        found = None if encoding or _UTF8.search(content) else _windows(content)
        if found is None or not _is_proven(found):
            problems.error("not-utf8", what, place, _hint(content, path, found))
            return None
        hint = f"re-save the file as UTF-8; or to say so, in content/sources.yaml {_entry(path)}"
        problems.warning("not-utf8", f"{what}: read as Windows-1252, as in '{_example(found)}'", place, hint)
        text = found
    return text.replace("\r\n", "\n").replace("\r", "\n")


def marked_encoding(content: bytes) -> str | None:
    """The encoding that a byte order mark tells, or that every second byte is none; None where it is UTF-8.

    Spreadsheet programs save "Unicode text" in UTF-16. The mark of UTF-32 begins with that of UTF-16.
    """
    if content.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    head = content[:_HEAD]
    if b"\0" in head and not any(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if b"\0" in head and not any(head[::2]) else None


def _windows(content: bytes) -> str | None:
    try:
        return None if b"\0" in content else content.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _is_proven(text: str) -> bool:
    """Whether a text can be of this code page alone, by its letters and where its signs stand."""
    return _OUT_OF_PLACE.search(text) is None


def _place(error: UnicodeDecodeError, path: str) -> Place:
    before = error.object[: error.start]
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    return Place(path, before.count(b"\n") + 1, column)


def _hint(content: bytes, path: str, found: str | None) -> str:
    if content.startswith(b"PK\x03\x04"):  # .xlsx and .ods are zip archives
        return "save the spreadsheet as CSV (UTF-8)"
    if found is None:
        return "re-save the file as UTF-8"
    shown = f"re-save the file as UTF-8; if '{_example(found)}' is right, write into content/sources.yaml"
    return f"{shown}\n{_entry(path)}"


def _entry(path: str) -> str:
    return f"- {{file: sources/{path.rpartition('/')[2]}, encoding: cp1252}}"


def _example(text: str) -> str:
    """The first word that is not plain."""
    found = _WORD.search(text)
    return found[0][:40] if found else ""
