"""What every open page must know: the problems of the last build, and whether it is still the same page.

The protocol is livereload's own: its server side here, its script in the page. Problems are news of a
path that only our plugin in `client.js` claims; for any other path the script loads the page again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import Any, TypeVar
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler  # type: ignore[import-untyped]  # it has no types
from tornado.escape import json_decode
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError

from site_gen.preview.folder import Files, Folder, NotMadeError, Page
from site_gen.preview.overlay import NEWS, digest, edit_bar
from site_gen.preview.places import Shown
from site_gen.preview.rebuild import Outcome, Worker
from site_gen.preview.report import REPORT, report_page
from site_gen.problems import Place, Problem

T = TypeVar("T")

Origin = Callable[[str], Place | None]
"""Where the page in a file of the site ("2022/index.html") is edited; None where nobody knows."""

Log = Callable[[str], None]


class Live:
    """The site that is shown, the problems of the last build, and the pages that are open."""

    def __init__(self, files: Files, worker: Worker, origin: Origin, shown: Shown, log: Log) -> None:
        self._worker, self._origin, self._shown, self._log = worker, origin, shown, log
        self._files = files
        self._outcome = Outcome(good=True, problems=(), seconds=0.0)
        self.failed: dict[str, Sequence[Problem]] = {}
        self._folder = Folder(files, self.failed)
        self._made_folder = Folder(files, self.failed, only_made=True)
        self.pages: set[Socket] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why not all of the site is as the project says."""
        return self._outcome.obstacles or tuple(dict.fromkeys(chain.from_iterable(self.failed.values())))

    async def show(self, outcome: Outcome) -> None:
        """Show what came of a build, on every open page."""
        self._outcome = outcome
        if outcome.good:
            self.failed.clear()
        for page in tuple(self.pages):
            await page.update()

    async def look(self, at: Callable[[Folder], T]) -> T:
        """Look at the site: at once where all is made, else when it is."""
        try:
            return at(self._made_folder)
        except NotMadeError:
            known = set(self.failed)
            found = await self._worker.run(partial(at, self._folder))
            for path in self.failed.keys() - known:
                self._log("\n".join(map(str, self.failed[path])))
            return found

    async def page(self, address: str) -> Page:
        """The page at the path of a URL, the preview's own report too."""
        if address == REPORT:
            return report_page(self._outcome.problems, self._shown)
        return await self.look(lambda folder: folder.page(address))

    async def bar(self, address: str) -> str:
        """Where the page at the path of a URL is edited, as HTML; empty where nobody knows."""
        file = await self.look(lambda folder: folder.file(address))
        path = file.relative_to(self._files.folder.resolve()).as_posix() if file else ""
        place = self._origin(path) if path else None
        return edit_bar(self._shown.html(place), REPORT) if place else ""


class Socket(LiveReloadHandler):  # type: ignore[misc]  # it has no types
    """The connection of one open page."""

    def initialize(self, live: Live) -> None:
        """Join the preview; the page itself is known when it has introduced itself."""
        self._live = live
        self._address = self._page = self._problems = ""

    def prepare(self) -> None:
        """Refuse an origin that is no address, by which Tornado stumbles."""
        try:
            urlsplit(self.request.headers.get("Origin", ""))
        except ValueError:
            raise HTTPError(403) from None

    def check_origin(self, origin: str) -> bool:
        """Only pages of the preview itself may connect; its Host header was checked before."""
        return origin.lower() == f"http://{self.request.host}".lower()

    async def on_message(self, message: str | bytes) -> None:
        """Livereload's handshake; with its second message a page says which one it is."""
        decoded = _decoded(message)
        if decoded is None:
            self.close(1003, "not the livereload protocol")
            return
        super().on_message(message)
        if decoded["command"] == "info":
            own = _mapping(_mapping(decoded.get("plugins")).get("plenary"))
            self._address = _path_of(str(decoded.get("url", "")))
            self._page, self._problems = str(own.get("page", "")), str(own.get("problems", ""))
            self._live.pages.add(self)
            await self.update()

    def on_close(self) -> None:
        """The page was left."""
        super().on_close()
        self._live.pages.discard(self)

    async def update(self) -> None:
        """Send what has changed since the last time: the problems, then the page itself."""
        page = (await self._live.page(self._address)).version
        problems = digest(self._live.problems)
        if problems != self._problems:
            self._send(NEWS)
        if page != self._page and not problems:
            self._send("/")
        self._problems, self._page = problems, self._page if problems else page

    def _send(self, path: str) -> None:
        with suppress(WebSocketClosedError):  # the page is being left
            self.write_message({"command": "reload", "path": path, "liveCSS": False, "liveImg": False})


def _decoded(message: str | bytes) -> dict[str, Any] | None:
    """A message of the protocol; None for anything else."""
    try:
        decoded = _mapping(json_decode(message))
    except (ValueError, RecursionError):
        return None
    return decoded if isinstance(decoded.get("command"), str) else None


def _path_of(url: str) -> str:
    """The path of an address; empty for what is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
