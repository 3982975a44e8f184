"""What is published already: files of a site in a folder or at an http(s) address."""

from __future__ import annotations

from pathlib import Path

from site_gen.problems import ExitStatus, Stop
from site_gen.publish.manifest import MANIFEST, Manifest

TIMEOUT = 20  # seconds that a host may take to answer
PEOPLE_JSON = "authors.json"
_GONE = (404, 410)


def says_what_is_where(path: str) -> bool:
    """Whether a published file is an export that says what the addresses of the site show."""
    return path == PEOPLE_JSON or path.endswith("/conference.json")


class NotPublished(Stop):
    """A site can be reached, but has no such file."""


def published_manifest(against: str) -> Manifest:
    """The manifest of a published site. Raises Stop where there is none."""
    manifest = Manifest.parse(published_file(against, MANIFEST))
    if manifest is None:
        raise Stop(ExitStatus.ENVIRONMENT, f"the {MANIFEST} of {against} is not one of ours")
    return manifest


def published_file(against: str, path: str) -> bytes:
    """The bytes of a file of a published site.

    Raises NotPublished where the site has no such file, and Stop where it cannot be read.
    """
    if against.lower().startswith(("http://", "https://")):
        return _fetched(f"{against.rstrip('/')}/{path}")
    return _read(Path(against), path)


def _read(folder: Path, path: str) -> bytes:
    try:
        return (folder / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        hint = "--against names a published folder, or the address of the site"
        raise NotPublished(ExitStatus.USAGE, f"there is no {path} in {folder}", hint) from None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {folder / path}: {error.strerror}") from None


def _fetched(address: str) -> bytes:
    # Late: together they cost 50 ms, and no build fetches anything.
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    hint = "a site that is not published yet has nothing to compare with: leave out --against"
    try:
        with urlopen(Request(address, headers={"User-Agent": "plenary"}), timeout=TIMEOUT) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError as error:
        error.close()
        kind = NotPublished if error.code in _GONE else Stop
        raise kind(ExitStatus.ENVIRONMENT, f"{address} answers {error.code}", hint) from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot get {address}: {reason}", hint) from None
