"""One document over HTTP: only if it changed, never more than fits, never from a host that nobody named."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from threading import Thread
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from site_gen.values import dataclass

TIMEOUT = 30  # seconds for which a server may say nothing
LONGEST = 300  # seconds that one document may take
LARGEST = 64 * 1024 * 1024
_PATIENCE = 60  # seconds that a server may ask to wait
_ATTEMPTS = 3
_PART = 64 * 1024
_WAITING = (429, 503)
_LOGIN = (401, 403, 407)


class NotFetched(Exception):
    """A document that did not come, or came broken: what happened, and what to do."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a server tells whether a document changed; empty where it says nothing."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """What came, and its mark; `body` is None where the document did not change."""

    body: bytes | None
    mark: Mark


class _SameHost(HTTPRedirectHandler):
    """Follows a server that leads on to itself, and no other one without a word."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        old = urlsplit(req.full_url)
        try:
            new = urlsplit(urljoin(req.full_url, newurl))
        except ValueError:
            fp.close()
            raise NotFetched(f"{old.netloc} leads to what is no address", "is `url:` still right?") from None
        if (new.scheme, new.netloc) != (old.scheme, old.netloc):
            fp.close()
            what = f"{old.netloc} leads to another address: {new.scheme}://{new.netloc}"
            raise NotFetched(what, "if that is right, write the whole new address into `url:`")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def download(address: str, known: Mark, authorization: str | None = None) -> Download:
    """Get a document, if it changed since it had that mark. Raises NotFetched.

    A server that asks to wait for some seconds is waited for; a longer wait is for the next time. One that
    says a byte now and then is not waited for longer than `LONGEST`.
    """
    found: list[Download | Exception] = []

    def get() -> None:
        try:
            found.append(_download(address, known, authorization))
        except Exception as error:  # raised below, by whoever waits for it
            found.append(error)

    getting = Thread(target=get, daemon=True)
    getting.start()
    getting.join(LONGEST)
    if not found:
        raise NotFetched(f"{address} takes longer than {LONGEST} seconds")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _download(address: str, known: Mark, authorization: str | None) -> Download:
    headers = {"User-Agent": "plenary", "Accept-Encoding": "identity"}
    headers |= {"If-None-Match": known.etag} if known.etag else {}
    headers |= {"If-Modified-Since": known.modified} if known.modified else {}
    headers |= {"Authorization": authorization} if authorization else {}
    for attempt in range(_ATTEMPTS):
        try:
            with build_opener(_SameHost).open(Request(address, headers=headers), timeout=TIMEOUT) as answer:
                return _read(answer)
        except HTTPError as error:
            error.close()
            if error.code == 304:
                return Download(None, known)
            _wait(error, address, is_last=attempt + 1 == _ATTEMPTS)
        except (URLError, OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise NotFetched(f"cannot get {address}: {reason or type(error).__name__}") from None
    raise NotFetched(f"{address} does not answer")


def _wait(error: HTTPError, address: str, *, is_last: bool) -> None:
    """Wait as long as a busy server asks for. Raises NotFetched where that is too long, or it is not busy."""
    host = urlsplit(address).netloc
    if error.code in _LOGIN:
        name = token_name(address)
        raise NotFetched(f"{host} answers {error.code}: it asks who you are", f"{name} may hold a token")
    if error.code not in _WAITING:
        raise NotFetched(f"{address} answers {error.code}", "is `url:` still its address?")
    seconds = _seconds(error.headers.get("Retry-After", "1"))
    if is_last or seconds > _PATIENCE:
        raise NotFetched(f"{host} answers {error.code}: try again in {seconds} seconds")
    time.sleep(seconds)


def token_name(address: str) -> str:
    """The variable of the environment whose value is the header Authorization for the host of an address."""
    host = urlsplit(address).hostname or ""
    return "PLENARY_AUTHORIZATION_" + "".join(each if each.isalnum() else "_" for each in host).upper()


def _seconds(retry_after: str) -> int:
    """How long to wait: a number, or a date."""
    try:
        if retry_after.strip().isdecimal():
            return int(retry_after)
        until = parsedate_to_datetime(retry_after)
        return max(0, int((until - datetime.now(UTC)).total_seconds()))
    except (ValueError, TypeError):  # no date, one without a zone, or a number of thousands of digits
        return _PATIENCE + 1


def _read(answer: HTTPResponse) -> Download:
    """The whole of an answer. Raises NotFetched where it is too large, or ends before its end."""
    parts, size = list[bytes](), 0
    while part := answer.read(_PART):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise NotFetched(f"{answer.url} is larger than {LARGEST // 1024 // 1024} MB")
    length = answer.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) != size:
        raise NotFetched(f"{answer.url} broke off after {size} of {length} bytes")
    mark = Mark(_header(answer, "ETag"), _header(answer, "Last-Modified"))
    return Download(b"".join(parts), mark)


def _header(answer: HTTPResponse, name: str) -> str:
    """The value of a header; empty for one that cannot be sent back."""
    value: str = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() else ""
