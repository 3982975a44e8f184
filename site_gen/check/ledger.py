"""The published site is the ledger of addresses: none of them may vanish without a redirect."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Set
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from site_gen.content.paths import SITE
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST, Manifest

TIMEOUT = 20  # seconds that a host may take to answer
_FINGERPRINTED = "assets/"


def published_manifest(against: str) -> Manifest:
    """The manifest of a site that is published, in a folder or at an http(s) address.

    Raises Stop where there is none.
    """
    remote = against.lower().startswith(("http://", "https://"))
    content = _fetched(against) if remote else _read(Path(against))
    manifest = Manifest.parse(content)
    if manifest is None:
        raise Stop(ExitStatus.ENVIRONMENT, f"the {MANIFEST} of {against} is not one of ours")
    return manifest


def note_vanished(
    published: Manifest, manifest: Manifest, is_redirect: Callable[[str], bool], problems: ProblemLog
) -> None:
    """Tell every published address that is not in this build and that no redirect replaces.

    `is_redirect` tells whether a page of this build only leads on. Files beside a page share its
    fate: they are not told apart. Fingerprinted assets are no addresses.
    """
    before = {entry.path for entry in published.entries}
    now = {entry.path for entry in manifest.entries}
    added = [path for path in sorted(now - before) if path.endswith(".html")]
    for path in sorted(before - now):
        if not path.startswith(_FINGERPRINTED) and not _is_accounted_for(path, before, now, is_redirect):
            what = f"the address '{_route(path)}' is published, and this build has it no more"
            problems.error("address-vanished", what, Place(SITE), _way_out(path, added, is_redirect))


def _is_accounted_for(path: str, before: Set[str], now: Set[str], is_redirect: Callable[[str], bool]) -> bool:
    """Whether a redirect stands in for a file, or the page that it lies beside speaks for it."""
    if f"{path}/index.html" in now:
        return True
    page = "/".join([*path.split("/")[:-1], "index.html"])
    if page == path or page not in before:
        return False
    return page not in now or is_redirect(page)


def _way_out(path: str, added: Iterable[str], is_redirect: Callable[[str], bool]) -> str:
    if not path.endswith(".html"):
        return f"publish it again, for instance as static/root/{path}"
    folder = path.removesuffix("index.html").rstrip("/").rpartition("/")[0]
    beside = [each for each in added if each.startswith(folder) and not is_redirect(each)]
    near = difflib.get_close_matches(path, beside[:2000], n=1, cutoff=0.5)
    new = _route(near[0]) if near else "…"
    return f"say where it went, under `redirects:` in {SITE}: - {{old: {_route(path)}, new: {new}}}"


def _route(path: str) -> str:
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def _read(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        hint = "--against names a published folder, or the address of the site"
        raise Stop(ExitStatus.USAGE, f"there is no {MANIFEST} in {folder}", hint) from None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {folder / MANIFEST}: {error.strerror}") from None


def _fetched(url: str) -> bytes:
    address = f"{url.rstrip('/')}/{MANIFEST}"
    hint = "a site that is not published yet has nothing to compare with: leave out --against"
    try:
        with urlopen(Request(address, headers={"User-Agent": "plenary"}), timeout=TIMEOUT) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError as error:
        error.close()
        raise Stop(ExitStatus.ENVIRONMENT, f"{address} answers {error.code}", hint) from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot get {address}: {reason}", hint) from None
