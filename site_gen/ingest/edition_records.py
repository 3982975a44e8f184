"""What a document says of a whole edition, and of the proceedings that its papers are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from typing import Any

from site_gen.conference import Editor, Room, Track
from site_gen.conference.identifiers import Isbn, Issn
from site_gen.ingest.facts import Fact
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingsRecord:
    """What is said of the proceedings that all papers are in; `proceedings` is their title."""

    proceedings: Fact[str] | None = None
    volume: Fact[str] | None = None
    issn: Fact[Issn] | None = None
    isbn: Fact[Isbn] | None = None
    publisher: Fact[str] | None = None
    editors: Fact[tuple[Editor, ...]] | None = None
    licence: Fact[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceRecord:
    """What a document says of the edition itself; what is not there is None.

    `time_zone` is a name of the IANA database, in which the edition's programme is shown. `day_change` is
    the time until which a night belongs to the evening before. `rooms` have ids in a file of
    ours alone, as have `tracks`. `others` are told by their fields in the conference.
    """

    title: Fact[str] | None = None
    acronym: Fact[str] | None = None
    location: Fact[str] | None = None
    venue: Fact[str] | None = None
    first_day: Fact[date] | None = None
    last_day: Fact[date] | None = None
    time_zone: Fact[str] | None = None
    day_change: Fact[time] | None = None
    rooms: Fact[tuple[Room, ...]] | None = None
    tracks: Fact[tuple[Track, ...]] | None = None
    others: Mapping[str, Fact[Any]] = field(default_factory=dict)
