"""A site served as a host would serve it, and browser windows that complain."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
_TYPES = {
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".webmanifest": "application/manifest+json",
}  # what Python knows of these depends on the system


class Host(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that the site asks of a host, and its 404.html."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        """Two builds of one second are told apart, as a host with ETags does: no date answers for a file."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def guess_type(self, path: str | PathLike[str]) -> str:
        return _TYPES.get(Path(path).suffix) or super().guess_type(path)

    def log_message(self, *_: object) -> None:
        """Nothing is said of requests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that closes a window in the middle of an answer is no error."""


@contextmanager
def served(folder: Path, port: int = 0, host: type[Host] = Host) -> Iterator[str]:
    """The address at which a folder is served; `port` 0 is any that is free."""
    with _Server(("127.0.0.1", port), partial(host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Page]]:
    """A fresh profile with one page; an error of a script or of the policy fails the test at the end.

    It has no service worker, unless `options` allow one: that would answer for the server.
    """
    context = browser.new_context(**{"service_workers": "block", **options})
    complaints: list[str] = []
    context.on("weberror", lambda each: complaints.append(str(each.error)))
    context.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type == "error" and not _is_lost(message.text)
            else None
        ),
    )
    try:
        yield context, context.new_page()
    finally:
        context.close()
    assert complaints == []


def _is_lost(message: str) -> bool:
    """Whether this is what Chromium says of a file that is not there, or of a network that is gone."""
    return message.startswith("Failed to load resource") or "ERR_INTERNET_DISCONNECTED" in message
