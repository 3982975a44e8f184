"""Which column of a table holds the titles, as the others tell: those of papers, of talks, or topics."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.column_values import are_several_words

_TOPICS = frozenset(
    ["topic", "topics", "theme", "thema", "tema", "sujet", "temat", "konu", "主题", "主題", "주제", "chu de"]
)


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
