"""Source documents that have an address: fetched, judged, and kept as files in content/sources/."""

from __future__ import annotations

from site_gen.fetch.fetching import Fetched, fetch

__all__ = ["Fetched", "fetch"]
