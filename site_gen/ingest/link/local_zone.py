"""The zone in which an edition's programme is shown: what its documents state, never what they look like.

A zone of a place counts before an offset, and both before UTC, which is no proof of a place. What is stated
beats the series' default, and contradicts the edition's own zone only with a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from site_gen.ingest.records import Fact, Reading
from site_gen.problems import ProblemLog
from site_gen.text.zone_names import is_called, is_place, is_utc, meant_zones, place_with_clocks, zone_hint
from site_gen.text.zones import instant, is_offset
from site_gen.values import dataclass

_ANY_TIME = [datetime(2025, 1, 1), datetime(2025, 7, 1)]  # in winter and in summer


@dataclass(frozen=True, slots=True)
class ZoneSought:
    """`own` is the zone that an editor wrote for the edition, `default` that of the series; `file` is where
    the edition's zone is written."""

    own: str | None
    default: str | None
    file: str


@dataclass(frozen=True, slots=True)
class _Begin:
    """A beginning on the clocks of the zone that its document names; without one it is local."""

    day: date
    local: datetime
    zone: Fact[str] | None


def edition_zone(readings: Sequence[Reading], sought: ZoneSought, problems: ProblemLog) -> Fact[str] | None:
    """The zone that the sources state for an edition; None where they state none, or another one holds."""
    begins = [each for reading in readings for each in _begins(reading)]
    stated = [fact for each in readings if (fact := each.conference.time_zone)]
    named = {fact.value: fact for fact in (*stated, *(each.zone for each in begins if each.zone))}
    if _report_unknown(named.values(), begins, stated, sought, problems):
        return None
    if sought.own:
        _report_contradiction(begins, stated, sought, problems)
        return None
    places = [fact for fact in stated if is_place(fact.value)] or [
        fact for name, fact in named.items() if is_place(name)
    ]
    if places:
        return _one_of(places, begins, sought, problems)
    offsets = {name: fact for name, fact in named.items() if is_offset(name)}
    if offsets:
        return _of_offsets(offsets, begins, sought, problems)
    utc = next((fact for name, fact in named.items() if is_utc(name)), None)
    return _of_utc(utc, begins, sought, problems) if utc else None


def _begins(reading: Reading) -> Iterator[_Begin]:
    for session in reading.sessions:
        day = session.day.value if session.day else None
        found = day.in_year(day.year) if day and day.year else None
        if found and session.start:
            local = datetime.combine(found, session.start.value.replace(tzinfo=None))
            yield _Begin(found, local, session.zone)


def _known_zone(stated: Sequence[Fact[str]], sought: ZoneSought) -> str | None:
    """The zone of the place as far as it is known before the times are looked at."""
    places = (fact.value for fact in stated if is_place(fact.value))
    return sought.own or next(places, None) or sought.default


def _report_unknown(
    facts: Iterable[Fact[str]],
    begins: Sequence[_Begin],
    stated: Sequence[Fact[str]],
    sought: ZoneSought,
    problems: ProblemLog,
) -> bool:
    """Report names that are no zone, or that several places may mean; "PDT" is the time of Los Angeles."""
    known = _known_zone(stated, sought)
    found = False
    for fact in facts:
        if is_place(fact.value) or is_offset(fact.value) or is_utc(fact.value):
            continue
        at = [each.local for each in begins if each.zone and each.zone.value == fact.value] or _ANY_TIME
        if known and is_place(known) and all(is_called(known, fact.value, each) for each in at):
            continue
        if known and is_place(known) and any(is_called(known, fact.value, each) for each in _ANY_TIME):
            what = f"{fact.value} is not the time of {known} on that day: read as the time on its clocks"
            problems.warning("zone-contradiction", what, fact.place, "leave the name of the zone out")
            continue
        what = f"'{fact.value}' is no time zone of a place"
        what += f", nor the time of {known}" if known else ""
        hint = zone_hint(fact.value)
        if not known and (meant := meant_zones(fact.value)):
            hint += f"\nor {_hint(sought, meant[0])}"
        problems.error("unknown-zone", what, fact.place, hint)
        found = True
    return found


def _agree(one: str, other: str, begins: Sequence[_Begin]) -> bool:
    """Whether the clocks of two zones show the same whenever something begins."""
    locals_ = [each.local for each in begins] or _ANY_TIME
    return all(
        instant(each.date(), each.time(), one).utcoffset()
        == instant(each.date(), each.time(), other).utcoffset()
        for each in locals_
    )


def _one_of(
    places: Sequence[Fact[str]], begins: Sequence[_Begin], sought: ZoneSought, problems: ProblemLog
) -> Fact[str] | None:
    first = places[0]
    if all(_agree(first.value, each.value, begins) for each in places[1:]):
        _report_offsets(first, begins, problems)
        return first
    of_default = next((fact for fact in places if fact.value == sought.default), None)
    if of_default:
        return None
    names = ", ".join(dict.fromkeys(fact.value for fact in places))
    what = f"the sources name several time zones: {names}"
    other = next(fact for fact in places if fact.value != first.value)
    problems.error("several-zones", what, other.place, _hint(sought, first.value))
    return None


def _report_offsets(place: Fact[str], begins: Sequence[_Begin], problems: ProblemLog) -> None:
    """Warn where a document gives its times another offset than the zone has that it names."""
    for each in begins:
        if each.zone and is_offset(each.zone.value) and each.zone.place.file == place.place.file:
            moment = instant(each.day, each.local.time(), each.zone.value)
            local = moment.astimezone(instant(each.day, each.local.time(), place.value).tzinfo)
            if local.utcoffset() != moment.utcoffset():
                what = (
                    f"this time has the offset {each.zone.value}, which is not that of {place.value} then: "
                    f"{each.local:%H:%M} is {local:%H:%M} there"
                )
                problems.warning("zone-contradiction", what, each.zone.place, "the moment counts")
                return


def _of_offsets(
    offsets: dict[str, Fact[str]], begins: Sequence[_Begin], sought: ZoneSought, problems: ProblemLog
) -> Fact[str] | None:
    timed = [each for each in begins if each.zone and is_offset(each.zone.value)]
    if sought.default and all(_agree(each.zone.value, sought.default, [each]) for each in timed if each.zone):
        return None
    first = next(iter(offsets.values()))
    if len(offsets) > 1 and sought.default and _fits_one(sought.default, timed):
        return None
    if len(offsets) > 1:
        what = f"the times have several offsets ({', '.join(offsets)}), and no source names the time zone"
        problems.error("several-zones", what, first.place, _hint(sought, _likely(timed[:1])))
        return None
    return first


def _fits_one(default: str, timed: Sequence[_Begin]) -> bool:
    """Whether all times of one of the offsets are on the clocks of the series' default zone."""
    fits = {each.zone.value: True for each in timed if each.zone}
    for each in timed:
        if each.zone:
            fits[each.zone.value] &= _agree(each.zone.value, default, [each])
    return any(fits.values())


def _of_utc(
    utc: Fact[str], begins: Sequence[_Begin], sought: ZoneSought, problems: ProblemLog
) -> Fact[str] | None:
    """UTC where nothing else is known: the moments are right, and no place is claimed; a build tells."""
    if sought.default:
        return None
    if any(each.zone is None for each in begins) and any(each.zone for each in begins):
        what = "times in UTC stand beside local ones, and no source names the time zone"
        problems.error("no-place", what, utc.place, _hint(sought, "Europe/Berlin"))
        return None
    return Fact("UTC", utc.place)


def _report_contradiction(
    begins: Sequence[_Begin], stated: Sequence[Fact[str]], sought: ZoneSought, problems: ProblemLog
) -> None:
    """Warn, once a document, where it states another zone than the one that an editor wrote."""
    own = sought.own or ""
    reported: set[str] = set()
    named = [*(each.zone for each in begins if each.zone), *stated]
    for fact in named:
        at = [each for each in begins if each.zone == fact] or begins
        are_letters = not (is_place(fact.value) or is_offset(fact.value))  # of the place's own time, or told
        if are_letters or fact.place.file in reported or _agree(fact.value, own, at):
            continue
        reported.add(fact.place.file)
        what = f"the times are in {_shown(fact.value)} here, and the time_zone of the edition is {own}"
        hint = f"they are converted; if {own} is wrong, mend time_zone: in {sought.file}"
        problems.warning("zone-contradiction", what, fact.place, hint)


def _likely(begins: Sequence[_Begin]) -> str:
    """An example of a place whose clocks show these times; it is only an example."""
    return place_with_clocks([instant(b.day, b.local.time(), b.zone.value) for b in begins if b.zone])


def _shown(name: str) -> str:
    return f"UTC{name}" if is_offset(name) else name


def _hint(sought: ZoneSought, example: str) -> str:
    return f"say where the conference is, in {sought.file}:\ntime_zone: {example}"
