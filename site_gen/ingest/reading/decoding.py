"""The bytes of a source document → its text."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from site_gen.problems import Place, ProblemLog

# Calendars fold their lines by octets, and some of them inside a character of several octets.
_FOLDED_INSIDE = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")


def decode(content: bytes, path: str, problems: ProblemLog) -> str | None:
    """The text of a document, or None with a located problem where it is not UTF-8."""
    if content[:200].lstrip(b"\xef\xbb\xbf \r\n")[:15].upper() == b"BEGIN:VCALENDAR":
        content = _FOLDED_INSIDE.sub(rb"\1\3\2", content)
    try:
        # Spreadsheet programs save "Unicode text" so, with a byte order mark that is never UTF-8.
        is_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        text = content.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")) + 1
        is_workbook = content.startswith(b"PK\x03\x04")  # .xlsx and .ods are zip archives
        hint = "save the spreadsheet as CSV (UTF-8)" if is_workbook else "re-save the file as UTF-8"
        what = f"not UTF-8 (byte 0x{content[error.start]:02X})"
        problems.error("not-utf8", what, Place(path, line, column), hint)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
