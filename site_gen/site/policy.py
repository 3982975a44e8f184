"""The content security policy: what a browser may load for a page of the site, and run."""

from __future__ import annotations

PAGE_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"
"""It stands first on every page, for most hosts send no headers."""

HEADER_POLICY = f"{PAGE_POLICY}; frame-ancestors 'none'"
"""The same with what only a header can say."""
