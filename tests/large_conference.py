"""A made-up conference of the size of the largest ones, with all that such a conference has.

1,200 papers unless told otherwise, over four days in eight rooms: talks in parallel, six poster sessions that
share all papers, keynotes, six workshops with parts, tutorials, a panel, sponsors, committees, deadlines,
news, prose pages. The same size gives the same files.

`python -m tests.large_conference DIR [PAPERS]` writes it as a project, to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from site_gen.content import Plain, paths, write_files, write_list, write_mapping
from site_gen.text import slug
from tests.bench.corpus import Corpus, MadePaper, make_corpus

PAPERS = 1200
EDITION = "2026"
FIRST_DAY = date(2026, 12, 7)
DAYS = [(FIRST_DAY + timedelta(number)).isoformat() for number in range(4)]

TRACKS = (
    "Languages and Speech", "Seeing Machines", "Decisions", "Theory of Learning",
    "Systems and Hardware", "Trust and Safety", "Models that Generate", "Science and Society",
)  # fmt: skip
ROOMS = ("Blue Hall", "Green Hall", "Red Hall", "Room 1.1", "Room 1.2", "Room 2.1", "Room 2.2", "Great Hall")
FOYER, EXHIBITION = "Foyer", "Exhibition Hall"
LABS = (
    "University of Graz", "ETH Zürich", "Tsinghua University", "Université Laval", "KAIST", "IIT Madras",
    "Universidade de São Paulo", "TU München", "Makerere University", "Institute of Small Models",
)  # fmt: skip
KEYNOTES = (
    ("Ines Okafor", "Learning with Almost No Examples"),
    ("Jun-ho Baek", "A Thousand Languages in One Model"),
    ("Hans-Jörg Weiß", "What Nobody Knows about Generalisation"),
    ("María José Álvarez", "Telescopes that Learn"),
    ("Zhang Wei", "Training on Ten Thousand Machines"),
)
WORKSHOPS = (
    "Small Language Models", "Learning for the Climate", "Robots at Home",
    "Fairness in Practice", "Graphs and Geometry", "Learning in African Languages",
)  # fmt: skip
ORGANISERS = ("Kim Voorbeeld", "Ana Exemplo", "Max Beispiel", "Eva Esimerkki", "Jan Przykład", "Ida Eksempel")
PARTS = (
    ("Welcome", "09:00", "09:15"),
    ("Invited talk", "09:15", "10:15"),
    ("Contributed talks", "10:45", "12:15"),
    ("Second invited talk", "13:30", "14:30"),
    ("Posters and discussion", "15:00", "17:00"),
)
TUTORIALS = ("Causes and Effects", "Private Data", "Fast Kernels", "Diffusion from the Ground Up")
TIERS = {"Platinum": 3, "Gold": 4, "Silver": 5, "Bronze": 4}
TALKS = {  # start of a block of talks → those of its papers
    "10:30": ("10:30", "11:00", "11:30", "12:00"),
    "14:00": ("14:00", "14:30", "15:00"),
    "15:45": ("15:45", "16:15", "16:45"),
}
POSTERS = (("12:30", "14:00"), ("17:30", "19:30"))
BOARDS_A_ROW = 40

_Keys = dict[str, Plain]


def large_conference(papers: int = PAPERS) -> dict[str, str]:
    """The files of the project by their paths."""
    corpus = make_corpus(papers)
    files = {
        paths.SITE: write_mapping(_series()),
        paths.conference(EDITION): write_mapping(_conference(corpus)),
        paths.sessions(EDITION): write_list([*_programme(corpus.papers)]),
        paths.awards(EDITION): write_list([*_awards(corpus.papers)]),
        **_prose(),
        **_pictures(),
    }
    for number, paper in enumerate(corpus.papers):
        files[paths.paper(EDITION, paper.id)] = write_mapping(_paper(number, paper, corpus))
    return files


def _series() -> _Keys:
    return {
        "title": "LargeConf",
        "base_url": "https://large.example/",
        "description": "The conference on learning machines.",
        "contact": "mailto:chairs@large.example",
    }


def _conference(corpus: Corpus) -> _Keys:
    names = list(corpus.authors.values())
    chairs: list[Plain] = [
        {"name": names[-number], "role": role, "affiliation": _lab(number)}
        for number, role in enumerate(("General chair", "Programme chair", "Workshop chair", "Web chair"), 1)
    ]
    return {
        "title": "LargeConf 2026",
        "first_day": DAYS[0],
        "last_day": DAYS[-1],
        "time_zone": "Europe/Vienna",
        "venue": "Congress Centre",
        "location": "Vienna, Austria",
        "phase": "programme",
        "description": "Four days of talks, posters, workshops and tutorials on learning machines.",
        "proceedings": "Proceedings of LargeConf",
        "volume": "12",
        "publisher": "Large Press",
        "issn": "2640-3498",
        "links": [{"rel": "register", "url": "https://large.example/register", "title": "Register"}],
        "deadlines": [
            {"name": "Abstracts", "date": "2026-05-10", "time": "23:59", "zone": "AoE"},
            {"name": "Papers", "date": "2026-05-17", "time": "23:59", "zone": "AoE"},
            {"name": "Early registration", "date": "2026-11-01", "link": "https://large.example/register"},
        ],
        "announcements": [
            {"date": "2026-11-20", "title": "The programme is out", "text": "All talks have *rooms*."},
            {"date": "2026-10-01", "title": "Registration is open"},
        ],
        "sponsors": [*_sponsors()],
        "committees": [
            {"name": "Organisers", "members": chairs},
            {"name": "Area chairs", "members": [*names[:80]]},
        ],
        "rooms": [{"id": slug(name), "name": name} for name in (*ROOMS, EXHIBITION, FOYER)],
        "tracks": [{"id": slug(name), "name": name} for name in TRACKS],
    }


def _sponsors() -> Iterator[_Keys]:
    for tier, count in TIERS.items():
        for number in range(1, count + 1):
            name = f"{tier.lower()}-{number}"
            logo = f"sponsors/{name}.svg"
            yield {
                "name": f"{tier} {number}", "tier": tier, "url": f"https://{name}.example/", "logo": logo,
            }  # fmt: skip


def _paper(number: int, paper: MadePaper, corpus: Corpus) -> _Keys:
    authors: list[Plain] = [
        {"name": corpus.authors[author], "affiliations": [_lab(len(corpus.authors[author]))]}
        for author in paper.authors
    ]
    links = ["paper", *(["pdf"] if number % 3 != 1 else []), *(["code", "video"] if number % 3 == 0 else [])]
    keys: _Keys = {
        "title": paper.title,
        "authors": authors,
        "abstract": paper.abstract,
        "keywords": [TRACKS[number % len(TRACKS)].lower(), *(["news"] if number % 5 == 0 else [])],
        "links": [{"rel": rel, "url": f"https://papers.example/{rel}/{number}"} for rel in links],
        "pages": f"{number * 12 + 1}–{number * 12 + 12}",
    }
    return keys | _exceptions(number)


def _exceptions(number: int) -> _Keys:
    """What few papers have: another language, no abstract, a withdrawal."""
    exceptions: dict[int, _Keys] = {
        3: {"title": "面向小模型的高效推理", "abstract": "本文提出一种推理方法。", "language": "zh"},
        4: {"title": "Apprendre à l’échelle du continent : une étude", "language": "fr"},
        5: {"abstract": None},
        6: {"status": "withdrawn", "note": "Withdrawn by its authors."},
        7: {"licence": "CC-BY-4.0", "doi": "10.5555/large.7"},
    }
    return exceptions.get(number, {})


def _lab(number: int) -> str:
    return LABS[number % len(LABS)]


def _awards(papers: Sequence[MadePaper]) -> Iterator[_Keys]:
    for place, name in enumerate(("Outstanding Paper", "Honourable Mention", "Test of Time")):
        yield {"id": slug(name), "name": name, "papers": [paper.id for paper in papers[place::97][:3]]}


def _programme(papers: Sequence[MadePaper]) -> Iterator[_Keys]:
    """All sessions: talks take papers from the front, posters all of them once."""
    talks = iter(papers)
    for number, day in enumerate(DAYS, 1):
        yield _session(f"registration-{number}", "Registration", "registration", day, "07:30", "09:00", FOYER)
        yield _session(f"coffee-{number}", "Coffee", "break", day, "10:15", "10:30", FOYER)
        if number < len(DAYS):
            yield from _talks(number, day, talks)
            yield from _posters(number, day, papers)
    yield from _keynotes()
    yield from _workshops(DAYS[-1])
    yield from _tutorials(DAYS[-1])
    yield _session("reception", "Reception", "social", DAYS[0], "20:00", "22:00", FOYER)
    yield _session("panel", "Panel: Who reads all this?", "panel", DAYS[1], "17:30", "18:30", ROOMS[-1]) | {
        "people": [{"name": "Ines Okafor", "role": "chair"}, {"name": "Zhang Wei", "role": "panelist"}]
    }
    yield _session("closing", "Closing and awards", "other", DAYS[-1], "17:15", "18:00", ROOMS[-1])


def _session(session_id: str, title: str, kind: str, *when_and_where: str) -> _Keys:
    day, start, end, room = when_and_where
    keys: _Keys = {"id": session_id, "title": title, "kind": kind, "date": day}
    return {**keys, "start": start, "end": end, "room": room}


def _talks(number: int, day: str, papers: Iterator[MadePaper]) -> Iterator[_Keys]:
    """A block of talks in every room at the same time; one was moved, and a talk of it cancelled."""
    for block, (start, starts) in zip("abc", TALKS.items(), strict=True):
        end = {"a": "12:30", "b": "15:30", "c": "17:15"}[block]
        for room, track in zip(ROOMS, TRACKS, strict=True):
            session_id = f"talks-{number}{block}-{slug(track)}"
            slots: list[Plain] = [
                {"paper": paper.id, "start": at} for at, paper in zip(starts, papers, strict=False)
            ]
            keys = _session(session_id, f"{track} {number}{block}", "oral", day, start, end, room)
            keys |= {"track": slug(track), "slots": slots}
            if session_id == "talks-1b-decisions":
                keys |= {"status": "moved", "note": "Now in Red Hall, not in Room 2.1."}
            yield keys


def _posters(number: int, day: str, papers: Sequence[MadePaper]) -> Iterator[_Keys]:
    count = len(POSTERS) * (len(DAYS) - 1)
    for place, (start, end) in enumerate(POSTERS):
        which = (number - 1) * len(POSTERS) + place
        shown = papers[len(papers) * which // count : len(papers) * (which + 1) // count]
        slots: list[Plain] = [
            {"paper": paper.id, "board": f"{chr(65 + at // BOARDS_A_ROW)}{at % BOARDS_A_ROW + 1}"}
            for at, paper in enumerate(shown)
        ]
        title = f"Poster session {which + 1}"
        yield _session(f"posters-{which + 1}", title, "poster", day, start, end, EXHIBITION) | {
            "slots": slots
        }


def _keynotes() -> Iterator[_Keys]:
    for number, (name, title) in enumerate(KEYNOTES):
        day, evening = DAYS[number % 3], number >= 3
        start, end = ("19:30", "20:00") if evening else ("09:15", "10:15")
        speaker: Plain = {
            "name": name,
            "affiliation": _lab(number),
            "picture": f"people/{slug(name)}.svg",
            "alt": f"Portrait of {name}",
            "biography": f"{name} has taught at {_lab(number)} for ten years.",
        }
        yield _session(slug(title), title, "invited-talk", day, start, end, ROOMS[-1]) | {
            "people": [speaker, {"name": "Robin Muster", "role": "chair"}],
            "description": "What two decades have taught us.\n\nAnd what to do *next*.",
            "links": [{"rel": "stream", "url": "https://large.example/stream"}],
        }


def _workshops(day: str) -> Iterator[_Keys]:
    for number, (title, room) in enumerate(zip(WORKSHOPS, ROOMS, strict=False), 1):
        workshop = f"workshop-{number}"
        yield _session(workshop, f"Workshop: {title}", "workshop", day, "09:00", "17:00", room) | {
            "people": [{"name": ORGANISERS[number - 1], "role": "organiser", "affiliation": _lab(number)}],
            "description": "A day of invited and contributed talks.",
        }
        for part, (name, start, end) in enumerate(PARTS, 1):
            kind = "invited-talk" if "nvited" in name else "other"
            yield _session(f"{workshop}-{part}", name, kind, day, start, end, room) | {"part_of": workshop}


def _tutorials(day: str) -> Iterator[_Keys]:
    for number, title in enumerate(TUTORIALS):
        start, end = (("09:00", "12:00"), ("14:00", "17:00"))[number % 2]
        room = ROOMS[len(WORKSHOPS) + number // 2]
        yield _session(f"tutorial-{number + 1}", f"Tutorial: {title}", "tutorial", day, start, end, room) | {
            "people": [{"name": f"Tutor {chr(65 + number)}", "affiliation": _lab(number)}]
        }


def _prose() -> Mapping[str, str]:
    pages = {"travel": EDITION, "accessibility": EDITION, "code-of-conduct": "", "privacy": ""}
    return {
        paths.page(edition, page): f"---\ntitle: {page.replace('-', ' ').capitalize()}\n---\n\n"
        "Text with a [link](https://large.example/) and a list:\n\n- one\n- two\n"
        for page, edition in pages.items()
    }


def _pictures() -> Mapping[str, str]:
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="60" viewBox="0 0 {0} 60">'
    logo = start.format(160) + '<circle cx="30" cy="30" r="20" fill="#355c7d"/></svg>\n'
    portrait = start.format(60) + '<circle cx="30" cy="24" r="14" fill="#c06c84"/></svg>\n'
    logos = {f"static/{sponsor['logo']}": logo for sponsor in _sponsors()}
    return logos | {f"static/people/{slug(name)}.svg": portrait for name, _ in KEYNOTES}


def main(folder: str, papers: str = str(PAPERS)) -> None:
    """Write the conference as a project."""
    write_files(Path(folder), dict(large_conference(int(papers))))


if __name__ == "__main__":
    main(*sys.argv[1:])
