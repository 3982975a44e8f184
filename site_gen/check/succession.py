"""An address shows for ever what it showed first: a person's, a paper's, a session's or a room's."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping

from site_gen.check.renamed import Read, decoded, listed
from site_gen.conference.room_ids import room_id
from site_gen.content.paths import AUTHORS, SITE, conference
from site_gen.problems import Place, ProblemLog
from site_gen.publish import PEOPLE_JSON, says_what_is_where
from site_gen.text import fold, words
from site_gen.values import dataclass

_ENTRY = f"give both an entry in {AUTHORS}, and this id to the first"
_OWN_ID = "give what is new an id of its own, and the old one its place again"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page shows, by which it is known again; what an export does not say is empty.

    `names` are those of a person, or the telling words of a title, folded; `others` the papers of a person,
    or the people of a paper; `guid` is the id that a source gave a session.
    """

    title: str
    names: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    guid: str = ""


Pages = Mapping[str, _Shown]


def note_succeeded(paths: Collection[str], before: Read, now: Read, problems: ProblemLog) -> None:
    """Report every address that shows somebody or something else than it did when it was published.

    `paths` are the published files. What their exports do not say cannot be told apart.
    """
    for path in sorted(filter(says_what_is_where, paths)):
        old, new = decoded(before(path)), decoded(now(path))
        if path == PEOPLE_JSON:
            _report(_taken_people(_people(old), _people(new)), Place(AUTHORS), _ENTRY, problems)
        else:
            edition = path.partition("/")[0]
            _report(_taken(_papers(old), _papers(new), _is_other_paper), Place(SITE), _OWN_ID, problems)
            _report(_taken(_sessions(old), _sessions(new), _is_other_session), Place(SITE), _OWN_ID, problems)
            rooms, place = (_rooms(old), _rooms(new)), Place(conference(edition))
            _report(_taken_rooms(*rooms), place, _listed_rooms(*rooms), problems)


Taken = Iterator[tuple[str, _Shown, _Shown]]


def _report(taken: Taken, place: Place, hint: str, problems: ProblemLog) -> None:
    for address, old, new in taken:
        showed = "something else" if old.title == new.title else f"'{old.title}'"
        what = f"the address '{address}' showed {showed} and is that of '{new.title}' now"
        problems.error("address-taken", what, place, hint)


def _taken(before: Pages, now: Pages, is_other: Callable[[_Shown, _Shown], bool]) -> Taken:
    for address in sorted(before.keys() & now.keys()):
        if is_other(before[address], now[address]):
            yield address, before[address], now[address]


def _taken_people(before: Pages, now: Pages) -> Taken:
    """Who has somebody's address: of another name and other papers, or while that one stands elsewhere."""
    places: dict[str, set[str]] = {}
    for address, shown in now.items():
        for each in shown.names | shown.others:
            places.setdefault(each, set()).add(address)
    for address in sorted(before.keys() & now.keys()):
        old, new = before[address], now[address]
        moved = [each for each in old.others - new.others if each in places]
        is_other_name = not old.names & new.names
        if old.others & new.others:
            taken = is_other_name and any(each in places for each in old.names)
        else:
            taken = is_other_name or (
                bool(moved) and any(places[each] & _homes(old, places) for each in moved)
            )
        if taken:
            yield address, old, new


def _homes(shown: _Shown, places: Mapping[str, set[str]]) -> set[str]:
    """Where those of the same names stand."""
    return {address for name in shown.names for address in places.get(name, ())}


def _is_other_paper(old: _Shown, new: _Shown) -> bool:
    """Whether no word of the title and none of the people is the same; what is unknown proves nothing."""
    if not (old.names and new.names and old.others and new.others):
        return False
    return not old.names & new.names and not old.others & new.others


def _is_other_session(old: _Shown, new: _Shown) -> bool:
    return bool(old.guid and new.guid) and old.guid != new.guid


def _taken_rooms(before: Pages, now: Pages) -> Taken:
    """Rooms whose address another one has, while they stand elsewhere; a renamed one keeps its own."""
    names = {fold(shown.title) for shown in now.values()}
    return _taken(
        before, now, lambda old, new: fold(old.title) != fold(new.title) and fold(old.title) in names
    )


def _listed_rooms(before: Pages, now: Pages) -> str:
    """The lines that give every room the address that it had."""
    ids = {fold(shown.title): _id_of(address) for address, shown in before.items()}
    taken = set(ids.values())
    lines = []
    for shown in now.values():
        own = ids.get(fold(shown.title)) or room_id(shown.title, taken)
        taken.add(own)
        lines.append(f"  - {{id: {own}, name: {json.dumps(shown.title, ensure_ascii=False)}}}")
    return "\n".join(["list the rooms there, so that each keeps its address:", "rooms:", *lines])


def _id_of(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _mappings(value: object) -> Iterator[Mapping[str, object]]:
    yield from (each for each in (value if isinstance(value, list) else ()) if isinstance(each, dict))


def _people(document: object) -> Pages:
    found = {}
    for person in _mappings(document):
        aliases = person.get("aliases")
        names = [str(person.get("name")), *(map(str, aliases) if isinstance(aliases, list) else ())]
        papers = {f"{each.get('edition')}/{each.get('id')}" for each in _mappings(person.get("papers"))}
        found[str(person.get("url"))] = _Shown(names[0], frozenset(map(fold, names)), frozenset(papers))
    return found


def _papers(document: object) -> Pages:
    return {
        str(paper.get("url")): _Shown(
            str(paper.get("title") or paper.get("id")),
            frozenset(word for word in words(str(paper.get("title") or "")) if len(word) > 3),
            frozenset(fold(str(each.get("name"))) for each in listed(paper, "authors") if each.get("name")),
        )
        for paper in listed(document, "papers")
    }


def _rooms(document: object) -> Pages:
    return {str(room.get("url")): _Shown(str(room.get("name"))) for room in listed(document, "rooms")}


def _sessions(document: object) -> Pages:
    return {
        str(session.get("url")): _Shown(
            str(session.get("title") or session.get("id")), guid=str(session.get("guid") or "")
        )
        for session in listed(document, "sessions")
    }
