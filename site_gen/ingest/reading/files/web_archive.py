"""Pages saved with their pictures as one file (.mhtml, .webarchive), and mails (.eml): the page alone.

Of several forms of one text the page is read, else the plain text; what is attached to a mail is told.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import HTTP
from pathlib import PurePosixPath

from site_gen.problems import Place, ProblemLog

_MAILS, _BROWSERS = frozenset([".mhtml", ".mht", ".eml"]), frozenset([".webarchive"])
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_HINT = "save the page as HTML alone, or as plain text (UTF-8)"


def is_web_archive(path: str) -> bool:
    """Whether a file is a page with all that belongs to it, or a mail, by its name."""
    return PurePosixPath(path).suffix.lower() in _MAILS | _BROWSERS


def page_in(held: bytes, path: str, problems: ProblemLog) -> bytes | None:
    """The page in a file, in UTF-8 where its encoding is told; None where there is none, after telling so."""
    is_mail = PurePosixPath(path).suffix.lower() in _MAILS
    page = _page_of_mail(held, path, problems) if is_mail else _page_of_browser(held)
    if page is None:
        problems.error("web-archive", "no page is found in this file", Place(path), _HINT)
    return page


def _page_of_mail(held: bytes, path: str, problems: ProblemLog) -> bytes | None:
    try:
        parts = list(_parts(message_from_bytes(held, EmailMessage, policy=HTTP)))
    except RecursionError:  # thousands of mails, each in another one
        return None
    attached = [part.get_filename() or part.get_content_type() for part in parts if part.is_attachment()]
    for name in attached:
        what = f"'{name}' is attached to this mail, and not read"
        problems.warning("attached-file", what, Place(path), "save it beside the mail in content/sources/")
    shown = [part for part in parts if not part.is_attachment()]
    for sort in _TEXTS:
        for part in shown:
            if part.get_content_type() == sort:
                return _in_utf8(part.get_payload(decode=True), part.get_content_charset())
    return None


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail that hold something; a mail in a mail is one of them."""
    return (part for part in message.walk() if not part.is_multipart() or part.is_attachment())


def _page_of_browser(held: bytes) -> bytes | None:
    try:
        main = plistlib.loads(held)["WebMainResource"]
        return _in_utf8(main["WebResourceData"], main.get("WebResourceTextEncodingName"))
    except (
        plistlib.InvalidFileException,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return None


def _in_utf8(page: object, encoding: str | None) -> bytes | None:
    """The bytes in UTF-8; as they are where they are not in the encoding that is told."""
    if not isinstance(page, bytes):
        return None
    try:
        return page.decode(encoding or "utf-8").encode()
    except (UnicodeError, LookupError):
        return page
