"""The address where the site will live: known from content, asked for, or guessed as a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from site_gen.conference.scalars import read_site_url
from site_gen.content import Plain, edit_mapping, read_yaml, write_files
from site_gen.content.files import read_text
from site_gen.content.paths import SITE
from site_gen.problems import ExitStatus, ProblemLog, Stop

_REMOTE = re.compile(
    r"(?:[a-z+]+://)?(?:[^@/]+@)?(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?"
)
_COMMENT = re.compile(r"^# ?base_url: .*$", re.MULTILINE)
_PAGES = {"github.com": "github.io", "gitlab.com": "gitlab.io", "codeberg.org": "codeberg.page"}
# Hosts whose names are not a domain of the organisers' own.
_SHARED = (
    *_PAGES.values(),
    "netlify.app",
    "pages.dev",
    "vercel.app",
    "surge.sh",
    "localhost",
    "local",
    "test",
)


def known_address(project: Path) -> str:
    """The address that site.yaml names; empty where it names none, or is wrong, which others report."""
    unheard = ProblemLog()
    text = read_text(project, SITE, unheard)
    written = read_yaml(text, SITE, unheard) if text is not None else None
    address = written.get("base_url") if isinstance(written, dict) else None
    return with_slash(address) if isinstance(address, str) else ""


def checked_address(text: str) -> str:
    """An address as the user gave it, with "/" at its end. Raises Stop where it is none."""
    try:
        return with_slash(read_site_url(text.strip()))
    except ValueError as error:
        raise Stop(ExitStatus.USAGE, str(error)) from None


def site_with_address(project: Path, address: str) -> str:
    """The text of site.yaml with the address, where `new` left a comment for it; nothing else changes.

    Raises Stop where it cannot be edited.
    """
    text = read_text(project, SITE, ProblemLog())
    if text is None:
        raise Stop(ExitStatus.USAGE, f"there is no {SITE} in {project}")
    if _COMMENT.search(text):
        return _COMMENT.sub(f"base_url: {address}", text, count=1)
    try:
        return edit_mapping(text, {"base_url": address})
    except ValueError:
        raise Stop(ExitStatus.CONTENT, f"cannot edit {SITE}", f"write there: base_url: {address}") from None


def save_redirects(project: Path, moved: Mapping[str, str]) -> dict[str, str]:
    """Add redirects to site.yaml; those that it has already, or cannot be added, are not among the result."""
    text = read_text(project, SITE, ProblemLog())
    value = read_yaml(text, SITE, ProblemLog()) if text else None
    if text is None or not isinstance(value, dict):
        return {}
    held = value.get("redirects")
    listed = held if isinstance(held, list) else []
    known = {str(each.get("old")).strip("/") for each in listed if isinstance(each, dict)}
    new = {old: to for old, to in sorted(moved.items()) if old.strip("/") not in known}
    if not new:
        return {}
    added: list[Plain] = list(listed)
    for old, to in new.items():
        added.append({"old": old, "new": to})
    try:
        write_files(project, {SITE: edit_mapping(text, {"redirects": added})})
    except ValueError:
        return {}
    return new


def proposal_of(remote: str) -> str:
    """The address of the pages of a repository on a known host; empty for another one."""
    found = _REMOTE.fullmatch(remote)
    pages = _PAGES.get(found["host"].lower()) if found else None
    if not found or not pages:
        return ""
    owner, name = found["owner"].lower(), found["name"]
    home = f"https://{owner}.{pages}/"
    return home if name.lower() == f"{owner}.{pages}" else f"{home}{name}/"


def domain_of(address: str) -> str:
    """The domain that is the organisers' own, where the site is all of it; else empty."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    is_shared = any(host == shared or host.endswith(f".{shared}") for shared in _SHARED)
    if is_shared or parts.path != "/" or parts.port or "." not in host or _is_number(host):
        return ""
    return host


def with_slash(address: str) -> str:
    """An address with "/" at its end."""
    return f"{address.rstrip('/')}/"


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
