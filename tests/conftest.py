"""Fixtures for the tests that look at pages in a real browser."""

from __future__ import annotations

import compileall
import fcntl
import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from site_gen.render import Templates
from tests.command import output_of
from tests.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROJECT = Path(__file__).parent.parent
FIND_BROWSER = PROJECT / ".ci" / "browser"
QUIET = (
    "--no-sandbox",  # as root Chromium does not start with its sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# They start processes, build site after site, or try hundreds of inputs; `make test-fast` leaves them out.
SLOW = (
    "addresses", "bench", "build", "build_after_edits", "calendars", "camp", "changes", "command_line",
    "content_editing", "content_writing", "corrected_export", "crossref", "deploy", "deploy_git",
    "deploy_rsync", "endings", "evening", "events_of_other_systems", "exchanged_schedules", "feeds",
    "first_evening", "fuzz", "hidden_later", "hidden_names", "homonyms", "hostile_text", "ingest_again",
    "large_schedule", "linker", "manual", "markdown_templates", "mending", "mutated_pages", "new_export",
    "new_kind", "new_session_kind", "new_source_format", "only_what_was_meant", "optional_packages",
    "paper_exports", "planted_values", "preview", "preview_report", "publish_faults", "refused_papers",
    "render", "resident", "same_bytes", "scaffold", "scaffold_hosts", "scaffold_retirement",
    "schedule_exchange", "scripts", "search_index", "share_cards", "snapshot", "source_ids", "sources",
    "stated_times", "sweep", "trust", "valid_html", "wheel", "workers",
)  # fmt: skip


# Single tests of them take a tenth of a minute.
LONGEST = ("evening", "keyboard", "languages", "map", "new_session_kind")

# What git tells its hooks and scripts: their tests would work in the repository that it runs in.
OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
IN_MEMORY = Path("/dev/shm")
ROOM = 2 << 30  # bytes; a tenth of it is used

settings.register_profile("any machine", deadline=None)  # a busy one takes longer, and is not wrong
settings.load_profile("any machine")


def pytest_configure() -> None:
    """Let tests write into memory where there is room: a site is a hundred files, and disks are slow."""
    for name in OF_HOOKS:
        os.environ.pop(name, None)
    gc.disable()  # until all tests are collected, which makes no garbage
    if hasattr(os, "ST_NOEXEC") and IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK):
        found = os.statvfs(IN_MEMORY)
        if found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_sessionstart() -> None:
    """Compile what changed since the set-up did, where Python may keep nothing that it compiles.

    Else each small site compiles every template, which takes five times as long as the site, and each
    program that is started all of our code.
    """
    if sys.dont_write_bytecode and "PYTEST_XDIST_WORKER" not in os.environ:
        compileall.compile_dir(str(PROJECT / "site_gen"), quiet=1)
        sys.dont_write_bytecode = False
        Templates(PROJECT / ".venv").compile()
        sys.dont_write_bytecode = True


def pytest_collection_finish() -> None:
    """Let the collector rest, as commands do: to look for rings again and again takes a sixth of all time."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what a quick run leaves out; what takes longest comes first, so that it is not waited for."""
    items.sort(key=lambda item: item.path.stem.removeprefix("test_") not in LONGEST)
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if item.path.stem.removeprefix("test_") in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program; without one the test fails and says how to install it."""
    found = subprocess.run(["sh", FIND_BROWSER], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr.strip(), pytrace=False)
    return Path(found.stdout.strip())


@pytest.fixture(scope="session")
def browser(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A running browser without a window; tests open their own contexts."""
    from playwright.sync_api import sync_playwright  # late: slow to import

    # Chromium keeps crash reports under its configuration, even with a profile of its own.
    home = str(tmp_path_factory.mktemp("chromium"))
    environment: dict[str, str | float | bool] = {**os.environ, "XDG_CONFIG_HOME": home}
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET, env=environment)
        yield running
        running.close()


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of the real site, built once for all processes. Tests do not change it."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    project = base / "real site"
    with (base / "real site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (project / "_site").exists():
            shutil.copytree(PROJECT / "content", project / "content", dirs_exist_ok=True)
            output_of(project, "build")
    return project / "_site"


@pytest.fixture(scope="session")
def real_site(real_folder: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    with served(real_folder) as address:
        yield address
