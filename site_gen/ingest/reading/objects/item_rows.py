"""Lists of objects, whatever their keys, as rows of a table: talks with what their sessions and days say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.column_values import LINKS
from site_gen.ingest.reading.columns.columns import Columns, column_name
from site_gen.ingest.reading.objects.item_columns import PEOPLE, columns_of_items, keys_of_names, kids_of
from site_gen.ingest.reading.objects.item_mentions import PAPERS, named_papers, papers_in, texts_under
from site_gen.ingest.reading.objects.item_slots import by_slots
from site_gen.ingest.reading.objects.item_texts import (
    cell_text,
    details_of_people,
    is_scalar_list,
    people_text,
)
from site_gen.ingest.reading.objects.item_titles import TITLES, below_speakers, unwrapped
from site_gen.ingest.reading.objects.named_kinds import with_kinds
from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.reading.objects.placed_json import Json
from site_gen.ingest.reading.tables.table import Cell
from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.times.printed_zones import with_zone, without_zone_in_name
from site_gen.ingest.reading.times.typed_days import is_weekday
from site_gen.values import dataclass, replace

_SAMPLE = 200  # objects by which the keys of a list are understood
# What a session, a day or a room says for all that stands in it, by what it is there.
OF_SESSION: Mapping[str, str] = {
    "title": "session", "session": "session", "talk": "session", "start": "session_start",
    "end": "session_end", "abstract": "session_description", "session_description": "session_description",
    "chair": "chair", "organiser": "organiser", "kind": "kind", "room": "room", "date": "date",
    "track": "track", "time": "session_time", "number": "session_id",
}  # fmt: skip
_CLOCKS = frozenset(["start", "end", "time", "session_start", "session_time"])
_OF_SPEAKERS, _WHEN = _CLOCKS | {"speaker"}, frozenset(["start", "end", "time", "date"])
# What the objects of a list are by its key, where they hold the talks or sessions of one of them.
_HOLDERS: Mapping[str, str] = {
    "rooms": "room", "locations": "room", "venues": "room", "halls": "room", "stages": "room",
    "tracks": "track", "streams": "track", "days": "date",
}  # fmt: skip
# What several keys of one object may each say, and what parts it: "speaker1", "speaker2"; "url", "arxiv".
_SEVERAL: Mapping[str, str] = dict.fromkeys(LINKS, "\n") | dict.fromkeys(PEOPLE, "; ")
_OF_TALK = frozenset(["title", "talk", "paper", "authors"])
_ONE = ("track", "room")  # of which an object is in one
_ONLY_WHEN = frozenset(["title", "start", "end", "date", "time", "room"])
_OF_PAPER = re.compile(r"paper|submission")  # the start of a key that names a paper by its number
_COUNTED_DAY = re.compile(r"day[ _-]?(\d{1,2})", re.IGNORECASE)
_ID = re.compile(r"(?=\S*\d)[\w.-]{1,40}")


@dataclass(slots=True)
class Entry:
    """A row to be: the cells of each field, and what is of no field by the name of its key."""

    line: int
    cells: dict[str, Cell] = field(default_factory=dict)
    others: dict[str, Cell] = field(default_factory=dict)


def entries_of(
    items: Sequence[Item], above: Mapping[str, Cell] | None = None, key: str = "", room: str = ""
) -> Iterator[Entry]:
    """The entries of a list of objects, and of the lists inside them; `above` is said for all of them.

    `key` is that of the list: what lies in "rooms" is a room and no session. `room` is that by which what
    holds the list says its own: the "venue" of a paper is none where its session has a "room".
    """
    named = items if above and "session" in above else with_kinds(items, key)
    listed = below_speakers([part for item in named for part in by_slots(unwrapped(item))])
    keys = list(dict.fromkeys(name for item in listed[:_SAMPLE] for name in item.members))
    columns = columns_of_items(keys, listed[:_SAMPLE])
    if room and _is_lesser_room(keys, columns, room):
        columns = replace(columns, of_field={f: at for f, at in columns.of_field.items() if f != "room"})
    held = _HOLDERS.get(column_name(key))
    names = keys_of_names(keys, columns, listed[:_SAMPLE])
    shared = {**(above or {}), **(_day_of_key(items[0], key) if items else {})}
    for item in listed:
        yield from _entries(item, keys, columns, names, shared, held, room)


def _is_lesser_room(keys: Sequence[str], columns: Columns, room: str) -> bool:
    """Whether the key of a room is a less sure name of one than that by which what is above says its own."""
    sure = {name: rank for rank, name in enumerate(PROGRAMME_FIELDS["room"])}
    own = (column_name(keys[at]) for at in columns.of_field.get("room", ())[:1])
    return any(sure.get(column_name(room), 0) < sure.get(name, 0) for name in own)


def _entries(
    item: Item,
    keys: Sequence[str],
    columns: Columns,
    named: Collection[str],
    above: Mapping[str, Cell],
    holder: str | None,
    room: str,
) -> Iterator[Entry]:
    kids = kids_of(item, keys, columns)
    own = _own(item, keys, columns, named, {key for key, _ in kids})
    is_timed = bool({**above, **own.cells}.keys() & {*_CLOCKS, "date"})
    mentions = texts_under(item, keys, columns, "paper") or (_take_papers(item, own) if is_timed else [])
    if mentions and item.name and not own.others and not own.cells.keys() & set(TITLES):
        own.cells["session"] = Cell(item.name, item.place.line)
    if not kids and not mentions:
        yield from _in_each_session(own, above, texts_under(item, keys, columns, "session"))
        return
    of_all = _shared_cells(own, item, holder)
    shared = {**above, **of_all}
    clocks = _clocks(own)
    # It is told once, not for each talk.
    for_first = {**own.others, **_unshared(own, {**of_all, **clocks}, keys, columns)}
    for mention in mentions:
        named = "number" if _ID.fullmatch(mention.text) else "paper"
        yield Entry(mention.line, {**shared, named: mention}, for_first)
        for_first = {}
    room = keys[columns.of_field["room"][0]] if "room" in own.cells else room
    for key, inside in kids:
        held = list(entries_of(inside, shared, key, room))
        if _are_of_untitled(held, clocks, key):
            yield Entry(own.line, {**shared, **_of_session(own), "session": Cell("", own.line)}, own.others)
            for_first, clocks = {}, {"session": Cell("", own.line)}  # the session above is theirs
        _take_ids_of_talks(held, of_all)
        for each in held:
            each.cells |= {} if each.cells.keys() & _CLOCKS and "session" not in clocks else clocks
        if len(held) == 1 and "session" in shared and not held[0].cells.keys() - _ONLY_WHEN - shared.keys():
            people = {field: cell for field, cell in own.cells.items() if field in PEOPLE}
            for_first = {name: cell for name, cell in for_first.items() if cell not in people.values()}
            _make_session(held[0], people)
        title = of_all.get("session")
        if title and held and all(each.cells.get("session") is not title for each in held):
            for_first = {"session": title, **for_first}  # those in it are sessions themselves
        if held:
            held[0].others, for_first = {**for_first, **held[0].others}, {}
        yield from held


def _take_ids_of_talks(held: Sequence[Entry], session: Mapping[str, Cell]) -> None:
    """Take what talks call the id of their session for one of their own, where it tells them apart."""
    ids = {each.cells["session_id"].text for each in held if "session_id" in each.cells}
    if "session" in session and ids and ("session_id" in session or len(ids) == len(held) > 1):
        for each in held:
            if (cell := each.cells.pop("session_id", None)) and cell is not session.get("session_id"):
                each.others.setdefault("session id", cell)
            each.cells |= {field: cell for field, cell in session.items() if field == "session_id"}


def _make_session(entry: Entry, people: Mapping[str, Cell]) -> None:
    """Let the only entry in a session, which only says when that is, be the session, with its people."""
    entry.cells = {**people, **entry.cells}
    entry.cells.pop("title", None)
    entry.cells |= {OF_SESSION[f]: entry.cells.pop(f) for f in ("start", "end") if f in entry.cells}


def _take_papers(item: Item, own: Entry) -> list[Cell]:
    """The papers that a session holds by their titles or ids, under a key that says nothing else then."""
    mentions = papers_in(item) if own.cells.keys() & set(TITLES) else []
    if mentions:
        text = cell_text(item.members[named_papers(item)])
        own.cells = {field: cell for field, cell in own.cells.items() if cell.text != text}
        own.others.pop(named_papers(item), None)
    return mentions


def _are_of_untitled(held: Sequence[Entry], clocks: Mapping[str, Cell], key: str) -> bool:
    """Whether entries are the talks of a session that has a time and no title."""
    are_titled = all("title" in each.cells and "session" not in each.cells for each in held)
    return bool(clocks) and len(held) > 1 and are_titled and column_name(key) in PAPERS


def _of_session(own: Entry) -> dict[str, Cell]:
    """What an object says of itself as a session."""
    return {OF_SESSION[field]: cell for field, cell in own.cells.items() if field in OF_SESSION}


def _clocks(own: Entry) -> dict[str, Cell]:
    """The time of an object that says nothing else: what stands beside each other in it is then."""
    is_more = own.cells.keys() & {*TITLES, "date"}
    return {} if is_more else {field: cell for field, cell in own.cells.items() if field in _CLOCKS}


def _in_each_session(own: Entry, above: Mapping[str, Cell], sessions: Sequence[Cell]) -> Iterator[Entry]:
    """An object without others in it: once, or in each of the sessions that it lists."""
    if not own.cells:
        return
    if "session" in own.cells and "number" in own.cells and not own.cells.keys() & _OF_TALK:
        own.cells["session_id"] = own.cells.pop("number")
    own.cells = {**above, **own.cells}
    yield own
    for session in sessions[1:]:
        yield Entry(own.line, {**own.cells, "session": session})
    if len(sessions) > 1:
        own.cells["session"] = sessions[0]


def _own(
    item: Item, keys: Sequence[str], columns: Columns, named: Collection[str], kids: Collection[str]
) -> Entry:
    """What an object says itself, without the lists of other entries in it; `named` are keys of names."""
    entry = Entry(item.place.line)
    of_key = {keys[index]: field for field, indices in columns.of_field.items() for index in indices}
    for key, value in item.members.items():
        if key in kids:
            continue
        place = item.places.get(key, item.place)
        field = of_key.get(key)
        text = people_text(value, key not in named) if field in PEOPLE else cell_text(value)
        if field in _WHEN and (zone := without_zone_in_name(key)[1]):
            text = with_zone(text, zone)
        if field in PEOPLE and text:
            for name, detail in details_of_people(value).items():
                entry.others.setdefault(f"{key} {name}", Cell(detail, place.line))
        if field == "number" and "session" in columns.of_field and _OF_PAPER.match(column_name(key)):
            field = "paper"
        is_list = isinstance(value, list) and not is_scalar_list(value)
        is_of_several = field in _ONE and len(item.inner.get(key, ())) > 1
        is_list_of_others = is_list and (field in TITLES or is_of_several)
        is_read = field and text.strip() and not is_list_of_others
        if field and is_read and (field not in entry.cells or field in _SEVERAL):
            held = entry.cells.get(field)
            joined = _with_others(held.text, text, _SEVERAL[field]) if held else text
            entry.cells[field] = Cell(joined, held.line if held else place.line)
        elif (field != "paper" or _holds_objects(value)) and value not in (None, False, "", [], {}):
            entry.others[key] = Cell(cell_text(value) or "…", place.line)
    _join_description(entry)
    return entry


def _holds_objects(value: Json) -> bool:
    """Whether a value is no text and no list of texts, which mention papers."""
    return isinstance(value, (list, dict)) and not is_scalar_list(value)


def _with_others(held: str, text: str, sign: str) -> str:
    """What two keys of one meaning say; where one says all of the other, that one, as it parts it better."""
    said, more = (set(re.split(r"[,;\n]\s*|\s(?:and|&)\s", each.strip("; "))) for each in (held, text))
    if said == more:
        return max(held, text, key=lambda each: each.count(sign.strip(" ")))
    if said <= more or more <= said:
        return held if more <= said else text
    return f"{held.rstrip('; ')}{sign}{text}"


def _join_description(entry: Entry) -> None:
    """Take what a talk says beside its abstract, or instead, for the rest of it, as pretalx shows both."""
    key = next((key for key in entry.others if column_name(key) == "description"), "")
    if not key or "authors" in entry.cells or not entry.cells.keys() & _OF_SPEAKERS:
        return
    rest = entry.others.pop(key)
    abstract = entry.cells.get("abstract", rest)
    text = abstract.text if rest.text.strip() in abstract.text else f"{abstract.text.rstrip()}\n\n{rest.text}"
    entry.cells["abstract"] = Cell(text, abstract.line)


def _shared_cells(own: Entry, item: Item, holder: str | None) -> dict[str, Cell]:
    """What a session says for its talks, or a day or room for its sessions."""
    if holder and (name := next((own.cells[each] for each in TITLES if each in own.cells), None)):
        of_others = {each: cell for each, cell in own.cells.items() if each in ("date", "room", "track")}
        return {holder: name, **_day_of_key(item, item.name), **of_others}
    is_session = any(field in own.cells for field in TITLES)
    shared = {
        of_session: own.cells[field]
        for field, of_session in OF_SESSION.items()
        if field in own.cells and (is_session or field in ("date", "room", "track"))
    }
    if not is_session and "speaker" in own.cells:  # a person with the talks that they give
        shared["speaker"] = own.cells["speaker"]
    title = shared.get("session")
    if title and _is_day(title.text):  # "Monday, 8 April" is no session
        return {"date": title}
    if title and "date" in shared and is_weekday(title.text):
        return {"date": shared["date"]}
    return {**_day_of_key(item, item.name), **shared}


def _unshared(
    own: Entry, shared: Mapping[str, Cell], keys: Sequence[str], columns: Columns
) -> dict[str, Cell]:
    """What a session says that is not told for its talks, by the names of its keys."""
    shared_ids = {id(cell) for cell in shared.values()}
    return {
        keys[index]: own.cells[field]
        for field, indices in columns.of_field.items()
        for index in indices[:1]
        if field in own.cells and field != "paper" and id(own.cells[field]) not in shared_ids
    }


def _day_of_key(item: Item, key: str) -> dict[str, Cell]:
    if counted := _COUNTED_DAY.fullmatch(key):
        return {"date": Cell(f"Day {counted[1]}", item.place.line)}
    return {"date": Cell(key, item.place.line)} if _is_day(key) or is_weekday(key) else {}


def _is_day(text: str) -> bool:
    when = find_when(text) if 5 < len(text) < 50 else None
    return when is not None and when.begin == 0 and not when.after and when.day is not None
