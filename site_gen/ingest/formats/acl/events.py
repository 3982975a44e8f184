"""The event of a collection: what the anthology calls the conference, and where and when it was."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from site_gen.ingest.formats.acl.marked import markdown
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.ingest.reading.times.month_days import days_of
from site_gen.ingest.records import ConferenceRecord, Fact
from site_gen.text import squeeze

_YEAR = re.compile(r",?\s*(\d{4})$")


def with_event(conference: ConferenceRecord, root: XmlElement) -> ConferenceRecord:
    """What the only event of a collection says beside what its volumes do; its own days count first."""
    events = root.all("event")
    if len(events) != 1:
        return conference
    first, last = _days(events[0])
    return replace(
        conference,
        title=_line(events[0], "title"),
        location=_line(events[0], "location") or conference.location,
        first_day=first or conference.first_day,
        last_day=last if first else conference.last_day,
    )


def left_out_of_events(root: XmlElement) -> dict[str, int]:
    """What is said of events and has no place in an edition, by its name."""
    events = root.all("event")
    found = Counter(f"{each.name} of the event" for event in events for each in event.children)
    found.pop("meta of the event", None)
    unread = [each for each in events if _line(each, "dates") and not _days(each)[0]]
    found.update({"dates of the event": len(unread), "events": len(events) if len(events) > 1 else 0})
    return {name: number for name, number in found.items() if number}


def _days(event: XmlElement) -> tuple[Fact[date] | None, Fact[date] | None]:
    """The first and the last day of "May 5–8, 2024"; nothing where they are not said so."""
    dates = _line(event, "dates")
    year = _YEAR.search(dates.value) if dates else None
    if dates is None or year is None:
        return None, None
    return days_of(Fact(dates.value[: year.start()], dates.place), Fact(year[1], dates.place))


def _line(event: XmlElement, name: str) -> Fact[str] | None:
    element = next(iter(event.each("meta", name)), None)
    text = squeeze(markdown(element)) if element else ""
    return Fact(text, element.place) if element and text else None
