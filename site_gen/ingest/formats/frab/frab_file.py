"""What a schedule of frab or pretalx gives: its conference, days, rooms, events and their people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time

from site_gen.conference.programme import Role
from site_gen.ingest.formats.frab.times import DATE, FrabDay, clock_of
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.ingest.reading.times.moments import read_moment
from site_gen.ingest.records import ConferenceRecord, Fact
from site_gen.problems import Place
from site_gen.text import fold, squeeze
from site_gen.text.zone_names import is_place, spelled_zone
from site_gen.values import dataclass

CALLED_OFF_KEYS = ("cancelled", "canceled")
ACRONYM = re.compile(r"[a-z0-9_-]{4,}")  # as the schema has it
_OF_RAILS = re.compile(r" Time \((?:US & )?Canada\)$")
NAMES_OF_PERSON = ("public_name", "full_public_name", "name")
_ROLES: Mapping[str, Role] = {"speaker": "speaker", "moderator": "chair", "host": "chair"}
OF_PERSON = frozenset([*NAMES_OF_PERSON, "biography", "id", "guid", "code"])


@dataclass(frozen=True, slots=True)
class FrabLink:
    """A link or an attachment as the file gives it; type and title may be empty."""

    type: str
    title: str
    url: str
    place: Place


@dataclass(frozen=True, slots=True)
class FrabPerson:
    """A person of an event: the name as printed, and the biography, which may be empty.

    `called` is the `guid`, or another id by which the file tells people apart; these and `number` may be
    empty. `others` are the names of what else is said of the person.
    """

    name: Fact[str]
    biography: str = ""
    guid: str = ""
    number: str = ""
    called: str = ""
    others: tuple[str, ...] = ()
    role: Role = "speaker"


def frab_person(name: Fact[str], members: Mapping[str, str]) -> FrabPerson:
    """A person by what a file says of them."""
    role = _ROLES.get(members.get("role", "").lower())
    known = OF_PERSON | {"role"} if role else OF_PERSON
    others = (key for key, value in members.items() if value and key not in known)
    called = next((f"{key} {members[key]}" for key in ("guid", "code", "id") if members.get(key)), "")
    biography, guid, number = (members.get(key, "") for key in ("biography", "guid", "id"))
    return FrabPerson(name, biography, guid, number, called, tuple(sorted(others)), role or "speaker")


@dataclass(frozen=True, slots=True)
class FrabRoom:
    """A room as the file lists it; the note on the way to it and its guid may be empty."""

    name: Fact[str]
    note: str = ""
    guid: str = ""


@dataclass(frozen=True, slots=True)
class FrabEvent:
    """An event as the file gives it: `texts` by the names of the format, without empty ones.

    `others` are the names of what else it says; `listed_in` is the room under which it stands.
    """

    place: Place
    day: Fact[str] | None
    texts: Mapping[str, Fact[str]]
    persons: tuple[FrabPerson, ...]
    links: tuple[FrabLink, ...]
    others: tuple[str, ...] = ()
    listed_in: str = ""

    def text(self, name: str) -> str:
        """One of the texts; empty where the file has none."""
        return self.texts[name].value if name in self.texts else ""


def room_of(own: Fact[str] | None, above: Fact[str], slug: str = "") -> Fact[str] | None:
    """The room that an event names, as the one above it is called where it names that by its slug."""
    if own is None or not above.value:
        return own or (above if above.value else None)
    is_same = _letters(own.value) in (_letters(above.value), _letters(slug))
    return Fact(above.value, own.place) if is_same else own


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))


@dataclass(frozen=True, slots=True)
class Frab:
    """A schedule: what it says of the conference, who made the file, its events in the file's order."""

    conference: Mapping[str, Fact[str]]
    generator: str
    events: Sequence[FrabEvent]
    days: Sequence[FrabDay] = ()
    rooms: Sequence[FrabRoom] = ()

    @property
    def day_change(self) -> Fact[time] | None:
        """Until when a night belongs to the evening before: as the file says, or as all its days end."""
        stated = clock_of(self.conference.get("day_change"))
        if stated:
            return stated if stated.value != time() else None
        found = [each.change for each in self.days if each.end]
        changes = {each.value if each else None for each in found}
        return found[0] if len(changes) == 1 else None

    @property
    def edition(self) -> ConferenceRecord:
        """What the file says of the conference: how it is called, when and where it is."""
        first, last = (self._day(name) for name in ("start", "end"))
        if not (first and last and first.value <= last.value):
            first = last = None
        return ConferenceRecord(
            title=self._line("title"),
            acronym=self._acronym,
            location=self._line("city"),
            venue=self._line("venue"),
            first_day=first,
            last_day=last,
            time_zone=self._zone(),
            day_change=self.day_change,
        )

    @property
    def distinguishes_people(self) -> bool:
        """Whether its ids are those of people: each has one name, and not every name has several."""
        names: dict[str, set[str]] = defaultdict(set)
        ids: dict[str, list[str]] = defaultdict(list)
        for each in (person for event in self.events for person in event.persons if person.called):
            names[each.called].add(fold(each.name.value))
            ids[fold(each.name.value)].append(each.called)
        recurring = [found for found in ids.values() if len(found) > 1]
        are_numbered_anew = len(recurring) > 1 and all(len(set(found)) == len(found) for found in recurring)
        return not are_numbered_anew and all(len(found) == 1 for found in names.values())

    @property
    def _acronym(self) -> Fact[str] | None:
        """What the file is called, in the small letters of the schema; None where it has none for that."""
        stated = self.conference.get("acronym")
        name = stated.value.lower() if stated else ""
        return Fact(name, stated.place) if stated and ACRONYM.fullmatch(name) else None

    def _zone(self) -> Fact[str] | None:
        """The zone that the file names; frab calls some as Rails does: Berlin, Pacific Time (US & Canada)."""
        stated = self.conference.get("time_zone_name") or self.conference.get("timezone")
        name = stated.value if stated else ""
        place = None if "/" in name else spelled_zone(_OF_RAILS.sub("", name))
        return Fact(place, stated.place) if stated and place and is_place(place) else stated

    def _line(self, name: str) -> Fact[str] | None:
        stated = self.conference.get(name)
        text = squeeze(without_tags(stated.value)) if stated else ""
        return Fact(text, stated.place) if stated and text else None

    def _day(self, name: str) -> Fact[date] | None:
        stated = self.conference.get(name)
        moment = read_moment(stated.value) if stated else None
        return Fact(moment.day, stated.place) if stated and moment else None

    @property
    def address(self) -> str:
        """Where the system is that made the file, for links that name no host; empty where it is not said."""
        found = (self.conference[name].value for name in ("base_url", "url") if name in self.conference)
        return next(found, "")

    @property
    def year(self) -> Fact[str] | None:
        """The year of its first day."""
        first = self.conference.get("start")
        match = DATE.match(first.value) if first else None
        return Fact(match[1][:4], first.place) if match and first else None
