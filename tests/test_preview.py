"""The preview as a browser, a foreign page and a terminal see it: a real server in a process of its own."""

from __future__ import annotations

import asyncio
import gc
import json
import re
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from site_gen.preview import ResidentSite, serve
from site_gen.problems import ExitStatus, Stop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 10.0  # seconds after which something will not come any more

# A site whose content is its pages; a word in them makes the build fail, raise, or take a second.
SERVE = """
import signal, sys, threading, time
from pathlib import Path
from site_gen.preview import serve
from site_gen.problems import ExitStatus, Place, Stop

project, host = Path(sys.argv[1]), sys.argv[2]
content, out = project / "content", project / "_site"

class Folder:
    folder = out

    def is_made(self, path):
        return "made when asked" not in self._text(path)

    def make(self, path, problems):
        if "broken" in self._text(path):
            problems.error("broken", "a broken page", Place(path))
            return False
        (out / path).write_text("<p>made")
        return True

    def _text(self, path):
        try:
            return (out / path).read_text()
        except (OSError, ValueError):
            return ""

def rebuild(problems):
    texts = {file: file.read_text() for file in sorted(content.rglob("*")) if file.is_file()}
    print("build", flush=True)
    for file, text in texts.items():
        if "slow" in text:
            time.sleep(1)
        if "stop" in text:
            raise Stop(ExitStatus.ENVIRONMENT, "the disk is full", "make room")
        if "bug" in text:
            raise KeyError("what")
        for number, line in enumerate(text.splitlines(), 1):
            if "fault" in line:
                place = Place(file.relative_to(project).as_posix(), number, 3)
                problems.error("fault", "a <b>fault</b>", place, "mend it", line)
        if "doubt" in text:
            problems.warning("doubt", "a doubt", Place(file.relative_to(project).as_posix()))
    if problems.errors:
        return False
    for file, text in texts.items():
        published = out / file.relative_to(content)
        published.parent.mkdir(parents=True, exist_ok=True)
        published.write_text(text)
    return True

def terminate(*_):
    raise Stop(ExitStatus.TERMINATED, "terminated")

signal.signal(signal.SIGTERM, terminate)
try:
    serve(project, Folder(), host, 0, rebuild, lambda line: print(line, flush=True))
except (KeyboardInterrupt, Stop) as end:
    others = [thread for thread in threading.enumerate() if thread.name not in ("MainThread", "rebuild")]
    for thread in others:
        thread.join(0.1)
    print("ended by", type(end).__name__, [thread for thread in others if thread.is_alive()], flush=True)
"""


@dataclass
class Preview:
    """A preview that runs; what it tells the terminal comes line by line."""

    project: Path
    process: subprocess.Popen[str]
    lines: Queue[str]
    port: int

    def save(self, name: str, text: str) -> None:
        write(self.project, name, text)

    def logged(self, expected: str) -> str:
        """The next line that begins so."""
        while not (line := self.lines.get(timeout=PATIENCE)).startswith(expected):
            pass
        return line

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in ({"Host": f"localhost:{self.port}"} | headers).items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer, answer.read().decode()
        finally:
            connection.close()

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        return self.ask(path, method, **headers)[0].status


def write(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text)


@contextmanager
def previewing(project: Path, host: str = "127.0.0.1", **content: str) -> Iterator[Preview]:
    """A preview of this content; a double underscore stands for a "/" in a name, a single one for "."."""
    for name, text in content.items():
        write(project, "content/" + name.replace("__", "/").replace("_", "."), text)
    command = [sys.executable, "-Werror", "-c", SERVE, str(project), host]
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": ""}
    process = subprocess.Popen(command, env=environment, stdout=-1, stderr=subprocess.STDOUT, text=True)
    assert process.stdout
    lines: Queue[str] = Queue()
    reader = Thread(target=_read, args=(process.stdout, lines))
    reader.start()
    preview = Preview(project, process, lines, 0)
    try:
        preview.port = int(re.split(r"[:/]+", preview.logged("Preview at"))[2])
        yield preview
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stdout.close()


def _read(pipe: IO[str], lines: Queue[str]) -> None:
    for line in pipe:
        lines.put(line.rstrip("\n"))


def eventually(holds: Callable[[], object]) -> None:
    """Wait until this is true."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.01)


HOME = "<!doctype html><HTML><head><title>Home</title></HEAD><body><h1>Home</h1></body></html>"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that stays as it is, for tests that only ask."""
    project = tmp_path_factory.mktemp("shown")
    content = {
        "index_html": HOME,
        "2022__index_html": "<p>no head</p></body>",
        "2022__bare_html": "<p>nothing",
        "404_html": '<link href="/base/assets/x.css"><a href="/base/">Home</a>',
        "a b/c_bib": "@inproceedings{x}",
        "_secret": "hidden",
        "_well-known__x": "hidden",
    }
    for name in ("ics", "xml", "json", "bib", "webmanifest", "avif", "mjs", "css", "pdf", "svg", "txt", "x1"):
        content[f"f_{name}"] = "0123456789"
    with previewing(project, **content) as preview:
        preview.logged("Built")
        write(project, "outside.txt", "secret")
        (project / "_site" / "leaving.txt").symlink_to(project / "outside.txt")
        (project / "_site" / "staying.txt").symlink_to(project / "_site" / "f.txt")
        yield preview


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/index.html", 200),
        ("/?q=x", 200),
        ("/2022", 302),
        ("/2022/", 200),
        ("/2022/bare.html", 200),
        ("/a%20b/c.bib", 200),
        ("/staying.txt", 200),
        ("/404.html", 200),
        ("/nowhere/", 404),
        ("/leaving.txt", 404),
        ("/.secret", 404),
        ("/%2esecret", 404),
        ("/.well-known/x", 404),
        ("/../outside.txt", 404),
        ("/%2e%2e/outside.txt", 404),
        ("/2022/..%2f..%2foutside.txt", 404),
        ("/2022/..%5c..%5coutside.txt", 404),
        ("/f.txt%00.html", 404),
        ("/%ff", 404),
        ("//f.txt", 404),
        ("//evil.example/..", 404),
        ("//[", 404),
        ("http://[", 404),
        ("/" + "x" * 5000, 404),
        ("/f.txt/", 404),
    ],
)
def test_only_published_files_are_served(shown: Preview, path: str, status: int) -> None:
    answer, text = shown.ask(path)
    assert answer.status == status
    assert "secret" not in text and "hidden" not in text


def test_a_folder_is_redirected_to_its_slash(shown: Preview) -> None:
    assert shown.ask("/2022?q=1")[0].headers["Location"] == "/2022/?q=1"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("ics", "text/calendar; charset=utf-8"),
        ("xml", "application/xml"),
        ("json", "application/json"),
        ("bib", "text/x-bibtex; charset=utf-8"),
        ("webmanifest", "application/manifest+json"),
        ("avif", "image/avif"),
        ("mjs", "text/javascript; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("pdf", "application/pdf"),
        ("svg", "image/svg+xml"),
        ("txt", "text/plain; charset=utf-8"),
        ("x1", "application/octet-stream"),
    ],
)
def test_files_come_with_their_type_and_their_own_bytes(shown: Preview, name: str, media_type: str) -> None:
    answer, text = shown.ask(f"/f.{name}")
    assert (answer.headers["Content-Type"], text) == (media_type, "0123456789")


@pytest.mark.parametrize("path", ["/", "/f.css", "/nowhere/", "/__preview__/livereload.js"])
def test_the_policy_of_the_site_holds_and_nothing_is_kept(shown: Preview, path: str) -> None:
    headers = shown.ask(path)[0].headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; base-uri 'none';")
    assert (headers["Cache-Control"], headers["Etag"], headers["Server"]) == ("no-store", None, None)


def test_parts_heads_and_other_methods(shown: Preview) -> None:
    part, text = shown.ask("/f.pdf", Range="bytes=2-4")
    assert (part.status, part.headers["Content-Range"], text) == (206, "bytes 2-4/10", "234")
    whole, page = shown.ask("/")
    head, nothing = shown.ask("/", "HEAD")
    assert (head.headers["Content-Length"], nothing) == (str(len(page)), "")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]
    assert shown.ask("/f.pdf", "HEAD")[0].headers["Content-Length"] == "10"
    assert {shown.status("/", method) for method in ("POST", "PUT", "DELETE", "OPTIONS")} == {405}


def test_scripts_are_added_to_pages_with_any_head_and_to_no_file(shown: Preview) -> None:
    scripts = re.compile(r"(<script src=\"/__preview__/[^>]*></script>){2}")
    pages = ["/", "/2022/", "/2022/bare.html"]
    assert [scripts.sub("*", shown.ask(page)[1]) for page in pages] == [
        HOME.replace("</HEAD>", "*</HEAD>"),
        "<p>no head</p>*</body>",
        "<p>nothing*",
    ]
    assert (shown.project / "_site" / "index.html").read_text() == HOME


def test_the_page_for_what_is_missing_works_without_the_path_of_the_later_site(shown: Preview) -> None:
    assert shown.ask("/no/where")[1].startswith('<link href="/assets/x.css"><a href="/">Home</a>')


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{port}", 200),
        ("LOCALHOST:{port}", 200),
        ("127.0.0.1:{port}", 200),
        ("[::1]:{port}", 200),
        ("evil.example", 421),
        ("evil.example:{port}", 421),
        ("localhost.evil.example:{port}", 421),
        ("localhost", 421),
        ("localhost:1", 421),
        ("192.0.2.7:{port}", 421),
        ("localhost:{port}@evil.example", 400),
        ("", 421),
    ],
)
def test_only_this_computers_own_names_are_answered(shown: Preview, host: str, status: int) -> None:
    paths = ("/", "/f.css", "/__preview__/problems", "/livereload")
    statuses = {shown.status(path, Host=host.format(port=shown.port)) for path in paths}
    assert statuses in ({status}, {status, 400})  # a plain request to the socket is no good one


def test_everybody_may_look_only_when_asked_and_with_a_warning(tmp_path: Path) -> None:
    with previewing(tmp_path, "0.0.0.0", index_html=HOME) as preview:
        assert preview.logged("warning").startswith("warning: with --host 0.0.0.0 others")
        preview.logged("Built")
        assert preview.status("/", Host=f"192.0.2.7:{preview.port}") == 200
        assert preview.status("/", Host=f"evil.example:{preview.port}") == 421


def connected(preview: Preview, origin: str, *messages: str) -> list[dict[str, object]]:
    """What livereload answers to these messages, up to its first news or its end."""

    async def talk() -> list[dict[str, object]]:
        url = f"ws://127.0.0.1:{preview.port}/livereload"
        connection = await websocket_connect(HTTPRequest(url, headers={"Origin": origin}))
        for message in messages:
            await connection.write_message(message)
        heard: list[dict[str, object]] = []
        while (reply := await asyncio.wait_for(connection.read_message(), PATIENCE)) is not None:
            heard.append(json.loads(reply))
            if heard[-1]["command"] == "reload":
                break
        connection.close()
        return heard

    # In a thread of its own: an earlier test's browser has a loop that goes on in this one.
    with ThreadPoolExecutor(1) as thread, warnings.catch_warnings():
        try:
            return thread.submit(lambda: asyncio.run(talk())).result()
        finally:
            # Tornado leaves its own end open where it is refused; found later it would fail another test.
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://localhost:1", "null", "file://", "http://["]
)
def test_foreign_pages_cannot_connect(shown: Preview, origin: str) -> None:
    with pytest.raises(HTTPClientError, match="403"):
        connected(shown, origin)


def test_a_page_that_is_out_of_date_is_reloaded_when_it_connects(shown: Preview) -> None:
    own = {"plenary": {"page": "an older one", "problems": ""}}
    info = json.dumps({"command": "info", "url": f"http://127.0.0.1:{shown.port}/2022/#x", "plugins": own})
    heard = connected(shown, f"http://127.0.0.1:{shown.port}", '{"command": "hello"}', info)
    assert [(message["command"], message.get("path")) for message in heard] == [
        ("hello", None),
        ("reload", "/"),
    ]


@pytest.mark.parametrize("message", ["", "[]", "{}", '{"command": 1}', "[" * 60_000])
def test_what_is_not_the_protocol_ends_the_connection(shown: Preview, message: str) -> None:
    assert connected(shown, f"http://127.0.0.1:{shown.port}", message) == []
    assert shown.lines.empty()


@pytest.mark.parametrize(
    "info",
    [
        {"url": "http://[x"},
        {"url": 1, "plugins": []},
        {"plugins": {"plenary": [1]}},
        {"url": "\x00"},
    ],
)
def test_an_odd_message_ends_in_no_traceback(shown: Preview, info: dict[str, object]) -> None:
    message = json.dumps({"command": "info", **info})
    heard = connected(shown, f"http://127.0.0.1:{shown.port}", '{"command": "hello"}', message)
    assert heard[0]["command"] == "hello"
    assert shown.lines.empty()


@contextmanager
def looking(browser: Browser, preview: Preview, path: str = "/") -> Iterator[Page]:
    """A page that is connected; what the browser complains of, but for a missing page, fails the test."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text + message.location["url"]) if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with page.expect_event("websocket") as opened:
        page.goto(f"http://127.0.0.1:{preview.port}{path}")
    opened.value.wait_for_event("framereceived", timeout=PATIENCE * 1000)
    page.evaluate("window.mark = 'not reloaded'")
    yield page
    context.close()
    assert [text for text in complaints if not text.endswith(("/favicon.ico", f":{preview.port}/"))] == []


PAGE = '<html><head><link rel="stylesheet" href="/site.css"></head><body><h1>{}</h1></body></html>'


def test_a_browser_loads_its_page_again_when_that_page_or_its_style_changed(
    tmp_path: Path, browser: Browser
) -> None:
    content = {"index_html": PAGE.format("Old"), "other_html": "<p>Other", "site_css": "h1 { color: red }"}
    with previewing(tmp_path, **content) as preview:
        preview.logged("Built")
        with looking(browser, preview) as page, looking(browser, preview, "/other.html") as other:
            preview.save("content/index.html", PAGE.format("New"))
            page.get_by_role("heading", name="New").wait_for()
            preview.save("content/site.css", "h1 { display: none }")
            page.get_by_role("heading").wait_for(state="hidden")
            assert other.evaluate("window.mark") == "not reloaded"


def test_problems_stand_over_every_page_until_they_are_mended(tmp_path: Path, browser: Browser) -> None:
    with previewing(tmp_path, index_html=HOME, other_html="<p>Other") as preview:
        preview.logged("Built")
        with looking(browser, preview) as page:
            preview.save("content/index.html", "<p>\n<script>fault</script>")
            alert = page.get_by_role("alert")
            alert.get_by_text("<script>fault</script>").wait_for()
            assert alert.locator("li").inner_text().split("\n\n") == [
                "content/index.html:2:3: error: a <b>fault</b> [fault]",
                "<script>fault</script>",
                "hint: mend it",
            ]
            assert preview.logged("content/") == "content/index.html:2:3: error: a <b>fault</b> [fault]"
            assert page.get_by_role("heading").inner_text() == "Home"
            page.get_by_role("button", name="Dismiss").click()
            alert.wait_for(state="detached")
            assert page.evaluate("window.mark") == "not reloaded"
            with looking(browser, preview, "/other.html") as other:
                other.get_by_role("alert").get_by_text("content/index.html:2:3").wait_for()
                preview.save("content/index.html", "<h1>Mended</h1>")
                other.get_by_role("alert").wait_for(state="detached")
                assert other.evaluate("window.mark") == "not reloaded"
            page.get_by_role("heading", name="Mended").wait_for()


def test_without_a_site_the_problems_are_a_page_that_becomes_the_site(
    tmp_path: Path, browser: Browser
) -> None:
    with previewing(tmp_path, index_html="fault") as preview:
        preview.logged("1 problem")
        answer, text = preview.ask("/2022/")
        assert (answer.status, "content/index.html:1:3" in text) == (503, True)
        with looking(browser, preview) as page:
            page.get_by_role("alert").get_by_text("content/index.html:1:3").wait_for()
            preview.save("content/index.html", HOME)
            page.get_by_role("heading", name="Home", exact=True).wait_for()
            assert page.get_by_role("alert").count() == 0


def test_an_exception_in_the_build_is_a_problem_too(tmp_path: Path) -> None:
    with previewing(tmp_path, index_html=HOME) as preview:
        preview.logged("Built")
        preview.save("content/index.html", "stop")
        assert preview.logged("plenary") == "plenary: error: the disk is full [stopped]"
        eventually(lambda: "the disk is full" in preview.ask("/")[1])
        preview.save("content/index.html", "bug")
        assert re.fullmatch(r"<string>:\d+: error: KeyError: 'what' \[bug\]", preview.logged("<string>"))
        preview.save("content/index.html", HOME)
        preview.logged("Built")
        assert "plenary-problems" not in preview.ask("/")[1]


def test_a_warning_is_reported_once_and_covers_no_page(tmp_path: Path) -> None:
    with previewing(tmp_path, index_html=HOME, other_html="doubt") as preview:
        assert preview.logged("content") == "content/other.html: warning: a doubt [doubt]"
        preview.logged("Built")
        preview.save("content/index.html", "new")
        assert preview.logged("build") == "build"
        assert preview.lines.get(timeout=PATIENCE).endswith("s, 1 warning")
        assert "plenary-problems" not in preview.ask("/")[1]


def test_a_build_that_fails_tells_its_warnings_too(tmp_path: Path) -> None:
    with previewing(tmp_path, index_html="fault", other_html="doubt") as preview:
        preview.logged("build")
        assert [preview.lines.get(timeout=PATIENCE) for _ in range(5)] == [
            "content/index.html:1:3: error: a <b>fault</b> [fault]",
            "    | fault",
            "    hint: mend it",
            "content/other.html: warning: a doubt [doubt]",
            "1 problem; the last good site stays",
        ]


def test_pages_are_answered_while_a_build_runs_and_changes_wait_for_one_more(tmp_path: Path) -> None:
    with previewing(tmp_path, index_html=HOME) as preview:
        preview.logged("Built")
        preview.save("content/index.html", "slow")
        preview.logged("build")
        for number in range(5):
            assert "<h1>Home</h1>" in preview.ask("/")[1]
            preview.save("content/index.html", f"number {number}")
            time.sleep(0.06)  # more than the quiet after which a change is told
        preview.logged("Built")
        preview.logged("Built")
        assert "number 4" in preview.ask("/")[1]
        assert preview.lines.empty()


def test_folders_that_come_later_are_watched(tmp_path: Path) -> None:
    with previewing(tmp_path, index_html=HOME) as preview:
        preview.logged("Built")
        preview.save("static/a.css", "")
        preview.logged("Built")
        eventually(preview.lines.empty)
        preview.save("static/a.css", "h1 {}")
        preview.logged("Built")


@pytest.mark.parametrize("content", [HOME, "slow"], ids=["idle", "building"])
@pytest.mark.parametrize(
    ("number", "end"), [(signal.SIGINT, "KeyboardInterrupt"), (signal.SIGTERM, "Stop")], ids=str
)
def test_a_signal_ends_it_and_frees_the_port(
    tmp_path: Path, content: str, number: signal.Signals, end: str
) -> None:
    with previewing(tmp_path, index_html=content) as preview:
        preview.logged("build")
        preview.process.send_signal(number)
        assert preview.logged("ended") == f"ended by {end} []"
        assert preview.process.wait(PATIENCE) == 0
        with socket.create_server(("127.0.0.1", preview.port)):
            pass


def test_a_port_in_use_is_one_line_that_names_a_free_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Stop) as stopped:
            serve(
                tmp_path, ResidentSite(tmp_path, tmp_path), "127.0.0.1", port, lambda _: True, lambda _: None
            )
    assert stopped.value.status == ExitStatus.ENVIRONMENT
    assert re.fullmatch(rf"port {port} is in use; try --port \d+", str(stopped.value))
