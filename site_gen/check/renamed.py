"""Rooms and tracks that have another name than when they were published, told by their sessions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from site_gen.publish import says_what_is_where

Read = Callable[[str], bytes | None]
"""The bytes of a published file; None where it cannot be had."""

_KINDS = ("room", "track")
_Sessions = Mapping[str, frozenset[str]]


def renamed(paths: Collection[str], before: Read, now: Read) -> dict[str, str]:
    """The old address of each room or track that has a new one, with that one; so for pages below it.

    `paths` are the published files. It is the same where half of its sessions, and those of no other one
    that went, are in one that was not there before.
    """
    found: dict[str, str] = {}
    for path in sorted(filter(says_what_is_where, paths)):
        old, new = decoded(before(path)), decoded(now(path))
        for kind in _KINDS:
            found |= _pairs(_sessions_by_address(old, kind), _sessions_by_address(new, kind))
    return found | {
        f"{old}{below}": f"{new}{below}"
        for old, new in found.items()
        for path in paths
        if path.startswith(old) and (below := path.removeprefix(old).removesuffix("index.html"))
        if below.endswith("/")
    }


def _pairs(before: _Sessions, now: _Sessions) -> dict[str, str]:
    gone, added = sorted(before.keys() - now.keys()), sorted(now.keys() - before.keys())
    heirs = {
        old: [new for new in added if 2 * len(before[old] & now[new]) > len(before[old])] for old in gone
    }
    taken = [new for each in heirs.values() for new in each]
    return {old: new for old, each in heirs.items() for new in each if taken.count(new) == 1}


def _sessions_by_address(document: object, kind: str) -> _Sessions:
    """The sessions of each room, or track, that a conference.json lists, by its address."""
    held = defaultdict(set)
    for session in listed(document, "sessions"):
        held[str(session.get(kind))].add(str(session.get("id")))
    # A session names its room, and a track by its id.
    name = "name" if kind == "room" else "id"
    return {
        str(each.get("url")): frozenset(held[str(each.get(name))]) for each in listed(document, f"{kind}s")
    }


def decoded(content: bytes | None) -> object:
    """What a published export says; None for one that is no JSON."""
    try:
        return json.loads(content or b"null")
    except (ValueError, RecursionError):
        return None


def listed(document: object, name: str) -> Iterator[Mapping[str, object]]:
    """The entries of a list in an export."""
    listed = document.get(name) if isinstance(document, dict) else None
    yield from (each for each in (listed if isinstance(listed, list) else ()) if isinstance(each, dict))
