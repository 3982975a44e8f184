"""Documents that have an address, fetched from a server that plays what servers do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_gen.fetch import Fetched, fetch
from site_gen.problems import ProblemLog
from tests.command import in_project

NUMBERS = ("one", "two", "three", "four", "five")
PAPERS = "\n".join(["title,authors", *(f"Paper {word},Ann Lee" for word in NUMBERS), ""])
FEWER = "title,authors\nPaper one,Ann Lee\n"
LOGIN = "<!doctype html><title>Log in</title><form><input type='password'></form>"


@dataclass
class Answer:
    """What the server says to the next request, and what it was asked."""

    status: int = 200
    body: str = PAPERS
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    asked: list[Mapping[str, str]] = field(default_factory=list)


@pytest.fixture(scope="module")
def answer() -> Iterator[Answer]:
    found = Answer()

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(dict(self.headers))
            is_same = self.headers.get("If-None-Match") == found.headers.get("ETag", "none")
            status = 304 if is_same else found.status
            body = b"" if is_same else found.body.encode()
            self.send_response(status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if found.length is None else found.length))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    found.headers["address"] = f"http://127.0.0.1:{server.server_port}/papers.csv"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


def project_of(folder: Path, answer: Answer, held: str | None = PAPERS) -> Path:
    """A project of one document at the address of the server, fetched once before."""
    answer.status, answer.body, answer.length = 200, PAPERS, None
    address = answer.headers["address"]
    answer.headers = {"address": address}
    answer.asked.clear()
    files = {
        "content/site.yaml": "title: Owls\n",
        "content/2027/conference.yaml": "title: Owls 2027\nlast_day: 2027-05-04\n",
        "content/sources.yaml": f"- file: sources/papers.csv\n  edition: '2027'\n  url: {address}\n",
    }
    files |= {"content/sources/papers.csv": held} if held else {}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def fetched(project: Path, *, accept: bool = False, **environment: str) -> tuple[Fetched, list[str]]:
    problems = ProblemLog()
    day = date(2027, 5, 10)
    found = fetch(project, problems, today=day, accept=accept, http=True, environment=environment)
    return found, [f"{each.place.line}: {each.what}" for each in problems.all]


def test_a_document_is_fetched_once_and_then_only_if_it_changed(tmp_path: Path, answer: Answer) -> None:
    project = project_of(tmp_path, answer, held=None)
    answer.headers |= {"ETag": '"1"', "Last-Modified": "Mon, 03 May 2027 08:00:00 GMT"}
    first, problems = fetched(project, PLENARY_AUTHORIZATION_127_0_0_1="Token owl")
    assert (first.lines, problems) == (["content/sources/papers.csv: new, 108 bytes"], [])
    assert (project / "content/sources/papers.csv").read_text() == PAPERS
    again, problems = fetched(project)
    assert (again.lines, again.changed) == (["content/sources/papers.csv: not changed"], 0)
    assert [each.get("Authorization") for each in answer.asked] == ["Token owl", None]
    assert answer.asked[1]["If-None-Match"] == '"1"'
    assert answer.asked[1]["If-Modified-Since"] == "Mon, 03 May 2027 08:00:00 GMT"
    (project / "content/sources/papers.csv").write_text(FEWER)  # who edits it asks for the whole
    assert fetched(project)[0].lines == ["content/sources/papers.csv: changed, 108 bytes"]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"body": ""}, "is not taken: it is empty; the last good copy stays"),
        ({"body": LOGIN}, "is not taken: it is a page that asks for a password"),
        ({"body": "<html><p>Maintenance</p></html>"}, "is not taken: it is a web page, and not the document"),
        ({"body": FEWER}, "is not taken: it holds 1 records, and the last copy 5"),
        ({"body": "lorem ipsum"}, "is not taken: nothing in it is read as a paper or a session"),
        ({"status": 500}, "answers 500"),
        ({"status": 404}, "answers 404"),
        ({"status": 401}, "answers 401: it asks who you are"),
        ({"status": 429, "headers": {"Retry-After": "7200"}}, "answers 429: try again in 7200 seconds"),
        ({"status": 429, "headers": {"Retry-After": "0"}}, "answers 429: try again in 0 seconds"),
        ({"status": 503, "headers": {"Retry-After": "9" * 5000}}, "answers 503: try again in 61 seconds"),
        ({"status": 302, "headers": {"Location": "file:///etc/passwd"}}, "answers 302"),
        ({"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}}, "leads to another address"),
        ({"status": 302, "headers": {"Location": "https://other.example/"}}, "leads to another address"),
        ({"length": 4000}, "broke off after 108 of 4000 bytes"),
    ],
)
def test_a_copy_that_looks_wrong_is_not_taken(
    tmp_path: Path, answer: Answer, given: dict[str, object], what: str
) -> None:
    project = project_of(tmp_path, answer)
    for name, value in given.items():
        setattr(answer, name, answer.headers | value if isinstance(value, dict) else value)
    found, problems = fetched(project)
    assert (found.changed, len(problems), what in problems[0]) == (0, 1, True), problems
    assert problems[0].startswith("3: ")
    assert (project / "content/sources/papers.csv").read_text() == PAPERS


def test_who_looked_takes_it_all_the_same(tmp_path: Path, answer: Answer) -> None:
    project = project_of(tmp_path, answer)
    answer.body = FEWER
    found, problems = fetched(project, accept=True)
    assert (found.changed, problems) == (1, [])
    assert (project / "content/sources/papers.csv").read_text() == FEWER


def test_the_command_needs_https_and_stops_after_the_conference(tmp_path: Path, answer: Answer) -> None:
    project = project_of(tmp_path, answer)
    status, text = in_project(project, "fetch")
    assert (status, "is not https:" in text) == (1, True), text
    problems = ProblemLog()
    found = fetch(project, problems, today=date(2027, 5, 19), http=True, environment={})
    assert found.lines == ["sources/papers.csv: not fetched, its edition ended on 2027-05-04"]
    assert not answer.asked


def test_a_server_that_says_a_byte_now_and_then_is_left(
    tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_gen.fetch.download.LONGEST", 0.5)
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as slow:
        address = f"http://127.0.0.1:{slow.getsockname()[1]}/papers.csv"

        def trickle() -> None:
            visitor, _ = slow.accept()
            with visitor, suppress(OSError):
                visitor.recv(9000)
                visitor.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
                while not ended.wait(0.05):
                    visitor.sendall(b"t")

        server = threading.Thread(target=trickle)
        server.start()
        answer.headers["address"], before = address, answer.headers["address"]
        try:
            found, problems = fetched(project_of(tmp_path, answer))
        finally:
            ended.set()
            server.join()
            answer.headers["address"] = before
    assert (found.changed, problems) == (0, [f"3: {address} takes longer than 0.5 seconds"])


def test_a_mark_that_cannot_be_sent_back_is_none(tmp_path: Path, answer: Answer) -> None:
    project = project_of(tmp_path, answer, held=None)
    answer.headers |= {"ETag": '"a\x00b\xe9"', "Last-Modified": "\x7f"}
    assert fetched(project)[1] == []
    answer.headers = {"address": answer.headers["address"]}
    assert fetched(project)[0].lines == ["content/sources/papers.csv: not changed"]
    assert "If-None-Match" not in answer.asked[1]
