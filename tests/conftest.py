"""Fixtures for the tests that look at pages in a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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
    """The published folder of the real site, built once. Tests do not change it."""
    project = tmp_path_factory.mktemp("real site")
    shutil.copytree(PROJECT / "content", project / "content")
    command = [sys.executable, str(PROJECT / "build.py"), "build", "--project", str(project)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return project / "_site"


@pytest.fixture(scope="session")
def real_site(real_folder: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    with served(real_folder) as address:
        yield address
