"""The content security policy: what a browser may load for a page of the site, and run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.conference import Allowed

PAGE_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"
"""That of a site which loads nothing from elsewhere."""


def page_policy(allowed: Allowed) -> str:
    """What stands first on every page, for most hosts send no headers."""
    sources: Mapping[str, Sequence[str]] = {
        "frame-src": allowed.frame,
        "img-src": allowed.image,
        "media-src": allowed.media,
        "script-src": allowed.script,
        "style-src": allowed.style,
        "font-src": allowed.font,
        "connect-src": allowed.connect,
    }
    policy = " ".join((PAGE_POLICY, *allowed.form))
    parts = [f"{directive} 'self' {' '.join(hosts)}" for directive, hosts in sources.items() if hosts]
    return "; ".join((policy, *parts))


def header_policy(allowed: Allowed) -> str:
    """The same with what only a header can say."""
    return f"{page_policy(allowed)}; frame-ancestors 'none'"
