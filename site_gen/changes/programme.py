"""A programme as `conference.json` tells it, published or present: what a change can be seen in."""

from __future__ import annotations

import json
from collections.abc import Mapping

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Talk:
    """A slot; `paper` is None for a talk of its own."""

    paper: str | None
    title: str | None
    start: str | None
    room: str | None
    status: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A session; what no source said is None."""

    id: str
    title: str | None
    date: str | None
    start: str | None
    end: str | None
    end_date: str | None
    room: str | None
    status: str
    note: str | None
    talks: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A paper; `status` is None in the file of a site that did not tell it yet."""

    id: str
    title: str | None
    status: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Programme:
    """The sessions and papers of an edition by id, in its order."""

    sessions: Mapping[str, Block]
    papers: Mapping[str, Work]


def read_programme(content: bytes) -> Programme | None:
    """The programme in a conference.json; None where it is not one of ours."""
    try:
        document = json.loads(content)
        sessions = [_block(item) for item in document["sessions"]]
        papers = [_work(item) for item in document["papers"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Programme({each.id: each for each in sessions}, {each.id: each for each in papers})


def _block(item: Mapping[str, object]) -> Block:
    slots = item["slots"]
    if not isinstance(slots, list):
        raise TypeError("slots are a list")
    return Block(
        id=_needed(item, "id"),
        title=_text(item, "title"),
        date=_text(item, "date"),
        start=_text(item, "start"),
        end=_text(item, "end"),
        end_date=_text(item, "end_date"),
        room=_text(item, "room"),
        status=_needed(item, "status"),
        note=_text(item, "note"),
        talks=tuple(_talk(slot) for slot in slots),
    )


def _talk(item: Mapping[str, object]) -> Talk:
    return Talk(
        paper=_text(item, "paper"),
        title=_text(item, "title"),
        start=_text(item, "start"),
        room=_text(item, "room"),
        status=_needed(item, "status"),
        note=_text(item, "note"),
    )


def _work(item: Mapping[str, object]) -> Work:
    return Work(_needed(item, "id"), _text(item, "title"), _text(item, "status"), _text(item, "note"))


def _needed(item: Mapping[str, object], key: str) -> str:
    text = _text(item, key)
    if text is None:
        raise KeyError(key)
    return text


def _text(item: Mapping[str, object], key: str) -> str | None:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{key} is a text")
    return value
