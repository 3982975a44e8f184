"""Languages as documents tell them: tags as "de", and the names that babel and biblatex have for them."""

from __future__ import annotations

from site_gen.conference.scalars import read_language
from site_gen.ingest.records import Fact
from site_gen.text import squeeze
from site_gen.text.language_names import LANGUAGE_NAMES, THREE_LETTERS


def language_fact(fact: Fact[str] | None) -> Fact[str] | None:
    """The tag of a language; None where nothing tells one."""
    name = squeeze(fact.value) if fact else ""
    try:
        tag = LANGUAGE_NAMES.get(name.lower()) or THREE_LETTERS.get(name.lower()) or read_language(name)
    except ValueError:
        return None
    return Fact(tag, fact.place) if fact else None
