"""Events as drafts of schedule2.json list them: beside the days, with moments, references and participants.

https://c3voc.de/schema/schedule2 (alpha). What tells them from those of schedule.json is that `events` are a
list of the schedule itself; rooms and tracks are named by slug or guid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text
from site_gen.ingest.records import Fact
from site_gen.values import dataclass

_REFERRED = ("guid", "slug")


@dataclass(frozen=True, slots=True)
class References:
    """The names of rooms and tracks by what events call them."""

    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, conference: JsonObject) -> References:
        """What the rooms and tracks of a conference are called by."""
        listed = (*conference.objects("tracks"), *conference.objects("rooms"))
        called = ((each.text_of(key), each.text_of("name")) for each in listed for key in _REFERRED)
        return cls({key: name for key, name in called if key and name})

    def resolved(self, value: Json | None) -> Json | None:
        """What a value names: the name that stands in it, else that of the room or track it refers to."""
        if not isinstance(value, dict) or plain_text(value.get("name")).strip():
            return value
        called = [plain_text(value.get(key)) for key in _REFERRED]
        return next((self.names[key] for key in called if key in self.names), called[1])


def flat_texts(texts: Mapping[str, Fact[str]]) -> dict[str, Fact[str]]:
    """The texts of such an event as schedule.json has them: the moment of its start is its date."""
    found = {name: fact for name, fact in texts.items() if name != "start"}
    if start := texts.get("start"):
        found["date"] = start
    if kind := texts.get("type"):  # "LIGHTNING_TALK", "META"
        found["type"] = Fact(kind.value.replace("_", " ").lower().replace("meta", "other"), kind.place)
    return found
