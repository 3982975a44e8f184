"""The machine-readable files, one module each."""

from __future__ import annotations

from site_gen.site import Export

EXPORTS: tuple[Export, ...] = ()
