"""Answers requests: the published files, with the preview's own additions to pages."""

from __future__ import annotations

import mimetypes
import re
from html import unescape
from pathlib import Path

from livereload.handlers import LiveReloadJSHandler  # type: ignore[import-untyped]  # it has no types
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import Application, RequestHandler, StaticFileHandler

from site_gen.preview.hosts import Hosts
from site_gen.preview.live import Live, Socket
from site_gen.preview.overlay import NEWS, PATH, overlay, with_preview
from site_gen.preview.report import REPORT
from site_gen.site.policy import PAGE_POLICY

_HEADERS = {
    "Cache-Control": "no-store",
    # What a published site is served with, so that the preview shows what that would forbid.
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_HTML = "text/html; charset=utf-8"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
# Beside what Python knows on every system; what it takes from the system's own list differs.
_TYPES = {
    ".avif": "image/avif",
    ".bib": "text/x-bibtex",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".ris": "application/x-research-info-systems",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_LARGEST_MESSAGE = 65_536  # bytes; nobody sends us anything but short messages


def application(live: Live, hosts: Hosts) -> Application:
    """All that the preview answers to."""
    own = f"{PATH}(client.js|preview.css|report.css)".replace(".", r"\.")
    return Application(
        [
            Rule(_Foreign(hosts), _Misdirected, {"hosts": hosts}),
            (r"/livereload", Socket, {"live": live}),
            (own, _OwnFile),
            (rf"{PATH}livereload\.js", _LivereloadScript),
            (NEWS, _News, {"live": live}),
            (r"(?s:.*)", _SiteFile, {"live": live, "port": hosts.port}),
        ],
        log_function=lambda _: None,
        websocket_max_message_size=_LARGEST_MESSAGE,
    )


class _Foreign(Matcher):
    """Matches what is asked under a name that is not ours: a foreign site that resolves to this computer."""

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts

    def match(self, request: HTTPServerRequest) -> dict[str, object] | None:
        return None if self._hosts.allow(request.host) else {}


class _Answer(RequestHandler):
    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> str | None:
        return None


class _Misdirected(_Answer):
    def initialize(self, hosts: Hosts) -> None:
        self._hosts = hosts

    def prepare(self) -> None:
        self.set_status(421)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"This preview answers to {self._hosts.url} only.\n")


class _OwnFile(_Answer):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", _type(name))
        self.finish(Path(__file__).with_name(name).read_bytes())

    head = get


class _LivereloadScript(_Answer, LiveReloadJSHandler):  # type: ignore[misc]  # it has no types
    def head(self) -> None:
        self.get()


class _News(_Answer):
    def initialize(self, live: Live) -> None:
        self._live = live

    def get(self) -> None:
        self.finish(overlay(self._live.problems))

    head = get


class _SiteFile(_Answer, StaticFileHandler):
    """A file of the site as it is, a page with the preview's additions."""

    def initialize(self, live: Live, port: int) -> None:  # type: ignore[override]  # routes give these
        self._live, self._port = live, port
        super().initialize("")  # each file says its own folder

    def head(self) -> object:  # type: ignore[override]  # the path is that of the request
        return self.get(include_body=False)

    async def get(self, include_body: bool = True) -> None:  # type: ignore[override]  # as above
        address = self.request.path
        file = await self._live.look(lambda folder: folder.file(address))
        if file is None and (
            f"{address}/" == REPORT or await self._live.look(lambda folder: folder.has(address))
        ):
            self.redirect(f"{address}/{'?' * bool(self.request.query)}{self.request.query}")
        elif file is None or file.suffix in (".html", ".htm"):
            await self._show(address)
        else:
            self.root = str(file.parent)
            await super().get(file.name, include_body)

    async def _show(self, address: str) -> None:
        live, host = self._live, self.request.host
        page, bar = await live.page(address), await live.bar(address)
        self.set_status(page.status)
        self.set_header("Content-Type", _HTML)
        if own := _POLICY.search(page.html):  # what site.yaml allows is not forbidden here
            self.set_header("Content-Security-Policy", unescape(own[1].decode()))
        self.finish(with_preview(page.html, page.version, host, self._port, live.problems, bar))

    def get_content_type(self) -> str:
        return _type(self.absolute_path or "")

    def should_return_304(self) -> bool:
        return False


def _type(name: str) -> str:
    suffix = Path(name).suffix.lower()
    known = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{known}; charset=utf-8" if known.startswith("text/") else known
