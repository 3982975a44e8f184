"""`serve`: listens, watches, builds and ends."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import socket
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.web import Application

from site_gen.preview.folder import Files
from site_gen.preview.handlers import application
from site_gen.preview.hosts import Hosts
from site_gen.preview.live import Live, Log, Origin
from site_gen.preview.places import Shown
from site_gen.preview.rebuild import Outcome, Rebuild, Worker, attempt
from site_gen.preview.watch import watch
from site_gen.problems import ExitStatus, Problem, Stop
from site_gen.text import counted

Jobs = tuple[Coroutine[None, None, None], ...]

_REST = 2.0  # seconds without a change
_PATIENCE = 0.5  # seconds for a build that runs when the preview ends
_PORTS_TRIED = 50
_LARGEST_BODY = 65_536  # bytes; nobody sends us anything


def serve(
    project: Path,
    files: Files,
    host: str,
    port: int,
    rebuild: Rebuild,
    log: Log,
    origin: Origin = lambda _: None,
) -> None:
    """Serve a site, rebuild it now and after every change, and make its files when they are asked for, until
    Ctrl-C or SIGTERM.

    `rebuild` and `files` work in one thread; while the former fails, or raises, the last good site stays.
    `origin` tells where a page is edited. Port 0 is any free one. Lines for the terminal go to
    `log`, in the thread of the caller.
    Ends as the signal would have ended it: KeyboardInterrupt, or what SIGTERM's handler raises.
    Raises Stop where it cannot listen.
    """
    listening = _listen(host, port)
    hosts = Hosts(host, listening.getsockname()[1])
    worker = Worker()
    live = Live(files, worker, origin, Shown(project, hosts.local), log)
    log(f"Preview at {hosts.url}    Ctrl-C ends it")
    if not hosts.local:
        log(f"warning: with --host {host} others in this network can see the preview")
    changed = asyncio.Event()
    # The watch stands first: what changes during the first build is not lost.
    jobs = (
        watch(project, changed.set),
        _follow(changed, partial(worker.run, partial(attempt, rebuild)), live, log),
        _until_sigterm(),
    )
    try:
        asyncio.run(_answer_while(jobs, application(live, hosts), listening))
    finally:
        worker.leave(_PATIENCE)
    signal.raise_signal(signal.SIGTERM)  # no other job ends by itself


def _listen(host: str, port: int) -> socket.socket:
    try:
        return _listening(host, port)
    except (OverflowError, UnicodeError) as error:
        raise Stop(ExitStatus.USAGE, f"no address to listen on: port {port} of '{host}'") from error
    except OSError as error:
        raise _refused(host, port, error) from error


def _listening(host: str, port: int) -> socket.socket:
    """A socket on the first address of a host, IPv4 before IPv6."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, *_, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    listening = socket.create_server((str(address[0]), port), family=family)
    listening.setblocking(False)
    return listening


def _refused(host: str, port: int, error: OSError) -> Stop:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return Stop(ExitStatus.USAGE, f"this computer has no address '{host}'")
    if error.errno == errno.EADDRINUSE:
        return Stop(ExitStatus.ENVIRONMENT, f"port {port} is in use; try --port {_free_port(host, port)}")
    return Stop(ExitStatus.ENVIRONMENT, f"cannot listen on port {port} of {host}: {error.strerror}")


def _free_port(host: str, taken: int) -> int:
    """The next port that nobody listens on; 0, which is any, where all near ones are taken."""
    for port in range(taken + 1, min(taken + _PORTS_TRIED, 65_536)):
        with suppress(OSError):
            _listening(host, port).close()
            return port
    return 0


async def _answer_while(jobs: Jobs, requests: Application, listening: socket.socket) -> None:
    server = HTTPServer(requests, max_body_size=_LARGEST_BODY)
    server.add_socket(listening)
    try:
        await _first_of(jobs)
    finally:
        server.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(server.close_all_connections(), _PATIENCE)


async def _first_of(jobs: Jobs) -> None:
    """Run all until one ends or raises; the others are cancelled."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def _follow(
    changed: asyncio.Event, build: Callable[[], Awaitable[Outcome]], live: Live, log: Log
) -> None:
    """Build now and after every change; all changes during a build are one more build.

    What is no more in use is found when nothing happens: it would take as long as the build.
    """
    known: tuple[Problem, ...] = ()
    while True:
        outcome = await build()
        _report(outcome, known, log)
        await live.show(outcome)
        known = outcome.problems
        try:
            await asyncio.wait_for(changed.wait(), _REST)
        except TimeoutError:
            gc.collect()
            await changed.wait()
        changed.clear()


def _report(outcome: Outcome, known: tuple[Problem, ...], log: Log) -> None:
    """Log what came of a build; of warnings only those that the build before did not have."""
    for problem in outcome.problems:
        if problem in outcome.obstacles or problem not in known:
            log(str(problem))
    if outcome.good:
        severities = [
            problem.severity for problem in outcome.problems
        ]  # an error may be left out of the site
        found = [counted(severities.count(each), each) for each in ("error", "warning") if each in severities]
        log(", ".join([f"Built in {outcome.seconds:.2f} s", *found]))
    else:
        log(f"{counted(len(outcome.obstacles), 'problem')}; the last good site stays")


async def _until_sigterm() -> None:
    """Wait for SIGTERM, whose own handler must not raise from wherever the server is at that moment."""
    loop, terminated, before = asyncio.get_running_loop(), asyncio.Event(), signal.getsignal(signal.SIGTERM)
    try:
        loop.add_signal_handler(signal.SIGTERM, terminated.set)
    except (
        NotImplementedError,
        RuntimeError,
    ):  # on Windows, which has no such signal; beside the main thread
        await terminated.wait()
    try:
        await terminated.wait()
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)
