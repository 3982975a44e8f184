"""The id by which a source calls an event or paper: public, or only good for one ingest."""

from __future__ import annotations

import re

from site_gen.ingest.records import Fact
from site_gen.text import squeeze

_LONGEST = 250
# A name or two with a few digits at most: "ada.lovelace@…". Ids that programs make look otherwise.
_MAILBOX = re.compile(r"(?:[A-Z]?[a-z]+[._-]){0,3}[A-Z]?[a-z]+\d{0,4}@[\w.-]+")


def public_id(fact: Fact[str] | None) -> Fact[str] | None:
    """An id that may be kept and published; None for none and for the mail address of somebody."""
    text = squeeze(fact.value) if fact else ""
    if not fact or not text or len(text) > _LONGEST or _MAILBOX.fullmatch(text):
        return None
    return Fact(text, fact.place)
