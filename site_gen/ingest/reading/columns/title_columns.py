"""Which column of a table holds the titles, as the others tell: those of papers, of talks, or topics."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.column_values import are_several_words
from site_gen.ingest.reading.times.programme_times import is_moment

_TOPICS = frozenset(
    ["topic", "topics", "theme", "thema", "tema", "sujet", "temat", "konu", "主题", "主題", "주제", "chu de"]
)

# Names of sessions that may be those of the conference too.
_EVENTS = frozenset(
    ["event", "event title", "event name", "events", "veranstaltung", "evento", "evenement", "programme",
     "program", "programm", "workshop", "symposium", "simposio"]
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FEWEST_OF_EVENT = 3  # rows


def part_titles(of_field: dict[str, tuple[int, ...]], values: Sequence[Sequence[str]]) -> None:
    """Of a title beside that of a talk the rows tell whether it is a session's, or a person's."""
    if "title" in of_field and "talk" in of_field:
        titles = [value.strip() for value in values[of_field["title"][0]]]
        speakers = [
            [v.strip() for v in values[index]]
            for field in ("speaker", "authors")
            for index in of_field.get(field, ())
        ]
        if titles in speakers:
            del of_field["title"]
        elif "session" not in of_field and 2 * len(set(titles)) <= len(titles):
            of_field["session"] = of_field.pop("title")


def leave_conference(
    of_field: dict[str, tuple[int, ...]], names: Sequence[str], values: Sequence[Sequence[str]]
) -> None:
    """An "event" that is the same for talks of several days or rooms, or has a year, is the conference."""
    columns = of_field.get("session", ())
    is_event = len(columns) == 1 and names[columns[0]] in _EVENTS
    if not is_event or of_field.keys().isdisjoint(("title", "talk", "talk_speaker")):
        return
    called = [value.strip() for value in values[columns[0]]]
    if len(called) < _FEWEST_OF_EVENT or len(set(called)) > 1 or not called[0]:
        return
    days = {
        value.strip()[:10] for at in of_field.get("start", ()) for value in values[at] if is_moment(value)
    }
    days |= {value.strip() for at in of_field.get("date", ()) for value in values[at]}
    rooms = {value.strip() for at in of_field.get("room", ()) for value in values[at]}
    if _YEAR.search(called[0]) or max(len(days - {""}), len(rooms - {""})) > 1:
        del of_field["session"]


def recognise_papers(
    of_field: dict[str, tuple[int, ...]], names: Sequence[str], values: Sequence[Sequence[str]]
) -> None:
    """A column called "Paper" holds numbers, or titles, which are of several words.

    Beside sessions it mentions papers; beside their authors alone it has their titles.
    """
    found = [index for index, name in enumerate(names) if name in PROGRAMME_FIELDS["paper"]]
    titles = [index for index in found if are_several_words(values[index])]
    if titles and "authors" in of_field and {"time", "start"} & of_field.keys() and "session" not in of_field:
        of_field.pop("paper", None)
    if titles and not {"title", "talk", "paper"} & of_field.keys():
        numbers = tuple(index for index in of_field.pop("number", ()) if index not in titles)
        of_field |= {"title": (titles[0],)} | ({"number": numbers} if numbers else {})


def recognise_topics(of_field: dict[str, tuple[int, ...]], names: Sequence[str]) -> None:
    """A "topic" beside times, where nothing else is called a title, is what somebody speaks of."""
    is_named = not {"title", "session", "talk", "talk_speaker"}.isdisjoint(of_field)
    if is_named or of_field.keys().isdisjoint(("time", "start")):
        return
    for field in ("track", "keywords"):
        if any(names[at] in _TOPICS for at in of_field.get(field, ())):
            of_field["title"] = of_field.pop(field)
            return
