"""What the Markdown engine made of texts in the last build: a text that stays as it was needs no engine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from site_gen.graph.store import load_cache, save_cache

Made = dict[str, str]
"""What was made, by the digest of a text and of what was wanted of it."""


class TextCache:
    """What was made of texts in this build, and in the one before it where that is known."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._code = ""
        self._before: Made = {}
        self._whole = 0  # texts of the last build that made everything
        self._now: Made = {}
        self._unsent: Made = {}

    def begin(self, file: Path, code: str) -> None:
        """Begin a build with what the last one by the same code kept in a file."""
        self._file, self._code = file, code
        self._whole, self._before = load_cache(file, code) or (0, {})
        self._now, self._unsent = {}, {}

    def made(self, wanted: str, text: str, make: Callable[[str], str]) -> str:
        """What `make` makes of a text, or made of it before; it must be the same for the same text."""
        digest = hashlib.blake2b(f"{wanted}\n{text}".encode(), digest_size=16).hexdigest()
        if digest not in self._now:
            known = self._before.get(digest)
            self._now[digest] = made = make(text) if known is None else known
            self._unsent[digest] = made if known is None else ""
        return self._now[digest]

    def used(self) -> Made:
        """What served since this was asked last, for another process; without text where that knows it."""
        unsent, self._unsent = self._unsent, {}
        return unsent

    def merge(self, used: Made) -> None:
        """Take over what served another process, which began with the same cache."""
        self._now.update((digest, html or self._before.get(digest, "")) for digest, html in used.items())

    def save(self, *, with_others: bool) -> None:
        """Keep what served in this build for the next one, with what served in those before or without.

        A build of what changed needs few texts; when twice as many as the whole site needs are kept, the
        others go.
        """
        whole = self._whole if with_others else len(self._now)
        both = self._before | self._now
        cached = both if with_others and len(both) <= 2 * whole else self._now
        if self._file and cached != self._before:
            save_cache(self._file, self._code, (whole, cached))


# One for all: what is made of a text is the same, whatever is cached of it.
TEXT_CACHE = TextCache()
