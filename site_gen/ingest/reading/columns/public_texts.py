"""Email addresses in the texts of a reading, whatever its format: they are taken out and counted.

Those of one's own exports are public already, and stand in content because somebody wrote them there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from site_gen.conference import Authorship, Editor, Link, Participant
from site_gen.conference.identifiers import Doi
from site_gen.ingest.reading.columns.private_values import ADDRESS_TAKEN_OUT, PrivateValues
from site_gen.ingest.records import Reading
from site_gen.problems import Place
from site_gen.text import squeeze

IN_TEXTS = "email addresses in texts"
# What a source calls something by is used in one ingest alone, or refused where it is an address.
_IDS = frozenset(["author", "code", "document", "format", "guid", "own_id", "source_id", "submission"])
_NAMED = (Authorship, Editor, Participant)
_NO_TEXT = (Doi, Place)
_RUNNING = frozenset(["abstract", "biography", "description", "erratum", "note"])
_ENTRY = re.compile(r"^[^\S\n]*@\w+[^\S\n]*[{(]", re.MULTILINE)
_ESCAPED_SIGN = re.compile(r"\\u(?:0040|ff20)|&(?:commat|#0*64|#x0*40);", re.IGNORECASE)


def without_addresses_in_texts(reading: Reading, text: str) -> Reading:
    """A reading of a text without the email addresses that stand in its texts, names and links."""
    if reading.format.is_own or not _has_sign(text):
        return reading
    private = PrivateValues()
    public: Reading = _Public(private).of(reading)
    number = sum(private.counts.values())
    return replace(public, not_taken={**public.not_taken, IN_TEXTS: number}) if number else reading


def _has_sign(text: str) -> bool:
    """Whether a text holds the sign of an address, other than before the entries of BibTeX."""
    signs = text.count("@")
    is_written = signs > (len(_ENTRY.findall(text)) if signs else 0) or "＠" in text
    return is_written or _ESCAPED_SIGN.search(text) is not None


class _Public:
    """Makes values without addresses; one that holds none stays the same value."""

    def __init__(self, private: PrivateValues) -> None:
        self._private = private

    def of(self, value: Any, field: str = "") -> Any:
        """The value of a field without the addresses in it, at any depth."""
        if isinstance(value, str):
            return self._text(value, field)
        if isinstance(value, tuple):
            return self._tuple(value, field)
        if isinstance(value, Mapping):
            return {self._private.without_addresses(key, "…"): self.of(each) for key, each in value.items()}
        if isinstance(value, _NAMED):
            return self._person(value)
        return (
            self._fields(value, field) if is_dataclass(value) and not isinstance(value, _NO_TEXT) else value
        )

    def _text(self, text: str, field: str) -> str:
        """Running text shows where an address was; so does a line of which nothing else is left."""
        bare = self._private.without_addresses(text, ADDRESS_TAKEN_OUT if field in _RUNNING else "")
        if bare == text or field in _RUNNING:
            return bare
        return squeeze(bare).rstrip(" ,;:–—-|·") or ADDRESS_TAKEN_OUT

    def _tuple(self, values: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        made = tuple(self.of(each, field) for each in values)
        if all(new is old for new, old in zip(made, values, strict=True)):
            return values
        return tuple(new for new, old in zip(made, values, strict=True) if not _is_gone(new, old))

    def _fields(self, value: Any, field: str = "") -> Any:
        """An entity or fact; what a fact says is of the field that the fact is of."""
        held = {name: getattr(value, name) for name in _names(value.__class__)}
        made = {name: self.of(each, field if name == "value" else name) for name, each in held.items()}
        changed = {name: new for name, new in made.items() if new is not held[name]}
        return replace(value, **changed) if changed else value

    def _person(self, person: Authorship | Editor | Participant) -> Authorship | Editor | Participant:
        """A person; the author of whom only an address is said is a missing one."""
        changed: dict[str, Any] = {}
        for name in ("name", "family"):
            text = getattr(person, name, None) or ""
            if (bare := self._private.without_addresses(text)) != text:
                changed[name] = squeeze(bare) or None
        if changed.get("name", "") is None:
            changed = {"missing": "one"} if isinstance(person, Authorship) else {}
            changed["name"] = None
        named = replace(person, **changed) if changed else person
        return cast("Authorship | Editor | Participant", self._fields(named))


def _is_gone(new: object, old: object) -> bool:
    """Whether a link led to an address, or nobody but an address was named in a session."""
    if isinstance(new, Link) and isinstance(old, Link):
        return new.url != old.url
    return isinstance(new, (Editor, Participant)) and not new.name


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name not in _IDS)
