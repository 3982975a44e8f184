"""A drafted change: what it is about, and an id that the same change gets again."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from site_gen.conference import Change, ChangeKind
from site_gen.text import join_slug, slug_words
from site_gen.values import dataclass

# How the ids end that are made here, not by an organiser.
DRAFTED_ID = re.compile(r"-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A change with its sentence. `facts` are what is new; the same ones give the same id."""

    what: ChangeKind
    text: str
    facts: tuple[str | None, ...]
    session: str | None = None
    paper: str | None = None

    def change(self, today: date | None) -> Change:
        """The change as content writes it, for an organiser to approve."""
        return Change(
            id=self.id,
            date=today,
            what=self.what,
            session=self.session,
            paper=self.paper,
            text=self.text,
            draft=True,
        )

    @property
    def id(self) -> str:
        """The kind, what it is about, and a digest of what is new."""
        about = (self.what, self.session, self.paper, *self.facts)
        digest = hashlib.sha256(repr(about).encode()).hexdigest()[:8]
        subject = slug_words(f"{self.what} {self.paper or self.session or ''}")
        return f"{join_slug(subject)}-{digest}"
