"""What our own JSON says of an edition beside its papers and programme, as content has it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar, get_args

from site_gen.conference import (
    Announcement,
    Attendance,
    Committee,
    Deadline,
    Link,
    Sponsor,
)
from site_gen.conference.conference import Phase
from site_gen.content import Plain
from site_gen.content.schema import validated
from site_gen.ingest.reading.objects.choices import choice
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text
from site_gen.ingest.records import Fact
from site_gen.problems import Place, ProblemLog

T = TypeVar("T")
_LISTS: Mapping[str, type[Any]] = {
    "links": Link,
    "deadlines": Deadline,
    "announcements": Announcement,
    "committees": Committee,
    "sponsors": Sponsor,
}
_ABROAD = re.compile("https?:|mailto:")
_LINES = ("address", "website")
_OF_FILES = ("logo", "logo_dark", "alt", "picture")
_NOT_TAKEN = ("hero", "changes", "pages")


def others_of(root: JsonObject, papers: JsonPapers) -> dict[str, Fact[Any]]:
    """What is said of an edition beside its name, place, days and proceedings, by its fields."""
    for name in _NOT_TAKEN:
        if root.members.get(name):
            papers.private.leave(name)
    found: dict[str, Fact[Any] | None] = {
        **{name: papers.line(root.members.get(name), root.place_of(name)) for name in _LINES},
        "attendance": choice(root, "attendance", get_args(Attendance)),
        "phase": choice(root, "phase", get_args(Phase)),
        "description": papers.paragraphs(root.members.get("description"), root.place_of("description")),
        **{name: listed_as(root, name, kind, papers.problems) for name, kind in _LISTS.items()},
    }
    return {name: fact for name, fact in found.items() if fact}


def listed_as(root: JsonObject, key: str, kind: type[T], problems: ProblemLog) -> Fact[tuple[T, ...]] | None:
    """The entities that a list holds; a wrong one is told and left out. None where there is none."""
    items = root.objects(key)

    def where(steps: Sequence[str | int]) -> Place:
        return items[int(steps[0])].place

    has_id = "id" in {each.name for each in fields(kind)}  # type: ignore[arg-type]  # entities are dataclasses
    plain = [_plain(each.members, has_id=has_id) for each in items]
    made = tuple(each for each in validated(kind, plain, where, problems) if each is not None)
    return Fact(made, root.place_of(key)) if made else None


def _plain(members: Mapping[str, Json], *, has_id: bool) -> Plain:
    """The members of an object as content writes them, without what leads into the old site."""
    return {
        name: value
        for name, member in members.items()
        if (value := _value(member))
        and name not in _OF_FILES
        and (name != "id" or has_id)
        and (name not in ("url", "link") or _ABROAD.match(str(value)))
    }


def _value(member: Json) -> Plain:
    if isinstance(member, list):
        return [_plain(each, has_id=False) if isinstance(each, dict) else plain_text(each) for each in member]
    return plain_text(member)
