"""The links of an entry's lines: "[On Nests](https://…)", "On Nests (https://…)", "[pdf](…)" below them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_gen.conference import Link
from site_gen.ingest.reading.entries.list_cuts import Entry
from site_gen.ingest.reading.metadata.links import link_field, links_fact
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.records import Document, Fact
from site_gen.problems import ProblemLog

_MARKED = re.compile(r"(?<!!)\[(?P<word>[^\[\]]+)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)")
_BARE = re.compile(r"(?<![\w(\"'=/])\(?<?(https?://[^\s<>()]*[^\s<>().,;:])")
_RELATIVE = re.compile(r"[./\w][\w./%-]*\.[a-z]{2,4}\b|/")  # "/papers/3.pdf", whose site nothing says
_ALONE = re.compile(r"[\s|,;·()-]*")


def entry_links(
    document: Document, entries: Sequence[Entry], problems: ProblemLog
) -> tuple[Mapping[int, Fact[tuple[Link, ...]]], int]:
    """The links of entries by the numbers of their first lines, and how many lead into a site.

    Those of people are none of their papers.
    """
    if "](" not in document.text and "://" not in document.text:
        return {}, 0
    lines = document.text.split("\n")
    found: dict[int, Fact[tuple[Link, ...]]] = {}
    relative = 0
    for entry in entries:
        numbers = {line.number for line in entry.lines}
        below = max(numbers) + 1
        if below <= len(lines) and _is_row_of_links(lines[below - 1]):
            numbers.add(below)
        texts = {number: lines[number - 1] for number in sorted(numbers)}
        urls = (match["url"] for text in texts.values() for match in _MARKED.finditer(text))
        relative += sum(not url.startswith("http") and _RELATIVE.match(url) is not None for url in urls)
        if links := _links(document, texts, problems):
            found[entry.lines[0].number] = links
    return found, relative


def _is_row_of_links(text: str) -> bool:
    """Whether a line holds links and nothing else."""
    return "](" in text and _ALONE.fullmatch(_MARKED.sub("", text)) is not None


def _links(
    document: Document, lines: Mapping[int, str], problems: ProblemLog
) -> Fact[tuple[Link, ...]] | None:
    fields: dict[str, list[str]] = defaultdict(list)
    places: dict[str, int] = {}
    for number, text in lines.items():
        for name, url in _addresses(text):
            fields[name].append(url)
            places.setdefault(name, number)
    facts = {name: Fact(" ".join(urls), document.place(places[name])) for name, urls in fields.items()}
    return links_fact(facts, problems)


def _addresses(text: str) -> list[tuple[str, str]]:
    """The addresses in a line, each with the field that its words name."""
    marked = [
        (link_field(plain(match["word"]).lower()) or "url", match["url"])
        for match in _MARKED.finditer(text)
        if match["url"].startswith("http") and not names_people(plain(match["word"]))
    ]
    return [*marked, *(("url", url) for url in _BARE.findall(_MARKED.sub("", text)))]
