"""Source documents of a made-up conference: each paper in two of ten, each as its system writes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from site_gen.content import Plain, paths, write_list, write_mapping
from tests.bench.corpus import Corpus, MadePaper
from tests.bench.emit import EDITION

_FOLDER = paths.SOURCE_DOCUMENTS
_Write = Callable[[Sequence[MadePaper], Mapping[str, str]], str]


def source_documents(corpus: Corpus) -> dict[str, str]:
    """The project's files: ten documents, of which two and two hold the same fifth of the papers."""
    documents = {}
    for number, (ending, write) in enumerate(_FORMATS):
        part = corpus.papers[number % 5 :: 5]
        documents[f"{_FOLDER}/part-{number}{ending}"] = write(part, corpus.authors)
    return _project([*documents]) | documents


def session_documents(corpus: Corpus, count: int) -> dict[str, str]:
    """The project's files: one schedule.xml with this many sessions."""
    path = f"{_FOLDER}/schedule.xml"
    return _project([path]) | {path: _schedule(count, [*corpus.authors.values()])}


def edited_document(files: Mapping[str, str], number: int) -> tuple[str, str]:
    """A document of the ten with one title changed, other ones for other numbers; and its path."""
    path = f"{_FOLDER}/part-1.bib"
    before, mark, after = files[path].partition("  title = {")
    return path, f"{before}{mark}Revision {number} of {after}"


def _project(documents: Sequence[str]) -> dict[str, str]:
    listed: list[dict[str, Plain]] = [
        {"file": path.removeprefix("content/"), "edition": EDITION} for path in documents
    ]
    return {
        paths.SITE: write_mapping({"title": "SynthConf", "time_zone": "Europe/Vienna"}),
        paths.SOURCES: write_list(listed),
    }


def _papers_cool(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    blocks = [f"| Total: {len(papers)}"]
    for number, paper in enumerate(papers, 1):
        byline = " ; ".join(names[author] for author in paper.authors)
        heading = f"#{number} {paper.title} [PDF] [Copy] [Kimi1] [REL]"
        blocks += [heading, f"Authors: {byline}", paper.abstract]
    return "\n\n".join(blocks) + "\n"


def _bibtex(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    return "\n".join(
        f"@inproceedings{{p{paper.number},\n  title = {{{paper.title}}},\n"
        f"  author = {{{' and '.join(names[author] for author in paper.authors)}}},\n"
        f"  booktitle = {{SynthConf}},\n  year = {{{EDITION}}},\n"
        f"  pages = {{{paper.number * 9}--{paper.number * 9 + 8}}}\n}}\n"
        for paper in papers
    )


def _csv(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["title", "authors", "abstract"])
    for paper in papers:
        rows.writerow([paper.title, "; ".join(names[author] for author in paper.authors), paper.abstract])
    return table.getvalue()


def _json(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    return json.dumps(
        [
            {
                "title": paper.title,
                "authors": [names[author] for author in paper.authors],
                "abstract": paper.abstract,
                "keywords": paper.title.lower().split()[:2],
            }
            for paper in papers
        ],
        indent=1,
    )


def _ris(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    return "".join(
        f"TY  - CPAPER\nTI  - {paper.title}\n"
        + "".join(f"AU  - {names[author]}\n" for author in paper.authors)
        + f"AB  - {paper.abstract}\nPY  - {EDITION}\nER  - \n\n"
        for paper in papers
    )


def _posters(papers: Sequence[MadePaper], names: Mapping[str, str]) -> str:
    blocks = [
        f"Poster\n{paper.title}\n{' · '.join(names[author] for author in paper.authors)}\nAbstract\n\n"
        f"{paper.abstract}\n"
        for paper in papers
    ]
    return "Posters\n" + "\n".join(blocks)


_FORMATS: tuple[tuple[str, _Write], ...] = (
    (".txt", _papers_cool), (".bib", _bibtex), (".csv", _csv), (".json", _json), ("-posters.txt", _posters),
    (".bib", _bibtex), (".csv", _csv), (".json", _json), (".ris", _ris), (".txt", _papers_cool),
)  # fmt: skip


def _schedule(count: int, names: Sequence[str]) -> str:
    """Four days in as many rooms as are needed, eight events a room and day."""
    rooms = max(1, -(-count // 32))
    days = []
    for day in range(4):
        when = (date(2026, 5, 18) + timedelta(day)).isoformat()
        shown = [
            f'<room name="Room {room + 1}">'
            + "".join(
                _event(number, when, 9 + number % 8, names[number % len(names)])
                for number in range(day * rooms * 8 + room * 8, day * rooms * 8 + room * 8 + 8)
                if number < count
            )
            + "</room>"
            for room in range(rooms)
        ]
        days.append(f'<day index="{day + 1}" date="{when}">{"".join(shown)}</day>')
    head = "<conference><acronym>synth</acronym><title>SynthConf 2026</title></conference>"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<schedule>{head}{"".join(days)}</schedule>\n'


def _event(number: int, day: str, hour: int, name: str) -> str:
    return (
        f'<event guid="00000000-0000-4000-8000-{number:012}" id="{number + 1}">'
        f"<date>{day}T{hour:02}:00:00+02:00</date><start>{hour:02}:00</start><duration>00:45</duration>"
        f"<title>Talk {number + 1} on subject {number * 7 % 1000}</title><type>Talk</type>"
        f"<persons><person>{name}</person></persons></event>\n"
    )
