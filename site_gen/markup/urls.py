"""Which link targets may be published."""

from __future__ import annotations

import re

_LONGEST = 2000
_SCHEME = re.compile(r"([^/?#]*?):(.*)", re.DOTALL)
# Browsers drop tabs and line ends inside a target and read "\" as "/": an honest one has none of them.
_REFUSED = re.compile(
    r"[\s\\<>\"\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def safe_url(url: str) -> str | None:
    """The link target as it may be published, or None: only http, https, mailto and relative ones are safe.

    A relative target has no scheme and no host: "papers/x/", "/2022/", "#venue". `//host` is refused.
    """
    target = url.strip(" \n")
    if not target or len(target) > _LONGEST or _REFUSED.search(target) or target.startswith("//"):
        return None
    scheme = _SCHEME.match(target)
    if scheme is None:
        return target
    return target if _known(scheme[1].lower(), scheme[2]) else None


def has_scheme(url: str) -> bool:
    """Whether a target names its scheme, so that it means the same on every page."""
    return _SCHEME.match(url) is not None


def _known(scheme: str, rest: str) -> bool:
    if scheme == "mailto":
        return bool(rest)
    return scheme in ("http", "https") and re.match(r"//[^/?#]", rest) is not None
