"""What a site wrote gives the same content again: ids, states, wholes and parts, rooms, tracks, volumes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import in_project as ran

SITE = "title: Owls\ntime_zone: Europe/Berlin\n"
CONTENT = {
    "site.yaml": SITE,
    "2026/conference.yaml": """title: Owls 2026
first_day: 2026-05-03
last_day: 2026-05-04
acronym: owls-26
venue: Barn House
address: 1 Lane
location: Leeds, United Kingdom
website: https://barn.example/
phase: archive
description: We meet *owls*.
links:
- {rel: register, url: https://barn.example/register}
deadlines:
- {name: Papers, date: 2026-01-05, time: '23:59', zone: AoE, note: No extensions}
announcements:
- {date: 2026-02-01, title: The programme, text: It is **out**.}
sponsors:
- {name: Straw, tier: Gold, url: https://straw.example/}
committees:
- name: Chairs
  members:
  - {name: Ola Pan, role: General chair, affiliation: Leeds}
rooms:
- {id: aula, name: Hall A, note: First floor, access: [step-free], guid: 0c4f4d0c-77a5-4ad4-8d2b-5b0c4d6a6f01}
- {id: two, name: Room 2}
tracks:
- {id: nests, name: Nests}
- {id: quiet, name: A Quiet Track}
volumes:
- {id: long, title: Long Papers, number: '1', isbn: '9783161484100', doi: 10.5555/owls-long}
- {id: short, title: Short Papers}
""",
    "2026/papers/owls.yaml": """title: How Owls Turn
authors:
- name: Ada Abel*
  affiliations: [ETH Zürich]
- name: Bo Li
abstract: We *ask*.
volume: long
""",
    "2026/papers/map.yaml": "title: A Map of Barns\nauthors:\n- name: Chiara Dorn\nvolume: short\n",
    "2026/papers/gone.yaml": "title: An Idea\nauthors:\n- name: Dee Dee\nvolume: short\nstatus: withdrawn\n",
    "2026/awards.yaml": """- {id: best, name: Best Paper Award, papers: [owls]}
- {id: maps, name: Best Map, papers: [map]}
- {id: night, name: Night Award, papers: [owls]}
""",
    "2026/sessions.yaml": """- id: w
  title: Workshop
  kind: workshop
  date: 2026-05-03
  start: 09:00
  end: '12:00'
  room: Hall A
  other_rooms: [Room 2]
  attendance: hybrid
  access: [captions, sign-language]
  track: nests
- id: w-one
  title: Morning
  kind: oral
  part_of: w
  date: 2026-05-03
  start: 09:00
  end: '10:00'
  room: Hall A
  status: moved
  note: From Room 2.
  slots:
  - paper: owls
  - paper: map
- id: party
  title: Party
  kind: social
  date: 2026-05-03
  start: '22:00'
  end: 02:00
  end_date: 2026-05-04
  status: cancelled
""",
}


def project(folder: Path, files: Mapping[str, str]) -> Path:
    """A project with this content."""
    for name, text in files.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(text, "utf-8")
    return folder


def held(folder: Path) -> dict[str, Any]:
    """The papers and sessions of content, by the names of their files, the sessions by their ids."""
    edition = folder / "content/2026"
    papers = {
        each.stem: yaml.load(each.read_text("utf-8"), yaml.BaseLoader) for each in edition.glob("*/*.yaml")
    }
    for paper in papers.values():
        if "authors" in paper:
            paper["authors"] = [
                each if isinstance(each, dict) else {"name": each} for each in paper["authors"]
            ]
    sessions = yaml.load((edition / "sessions.yaml").read_text("utf-8"), yaml.BaseLoader)
    awards = yaml.load((edition / "awards.yaml").read_text("utf-8"), yaml.BaseLoader)
    return papers | {
        f"{kind} {each['id']}": each
        for kind, found in (("session", sessions), ("award", awards))
        for each in found
    }


@pytest.mark.parametrize("names", [["conference.json"], ["papers.csv", "sessions.csv"]])
def test_a_site_is_read_back_whole_with_its_ids(tmp_path: Path, names: list[str]) -> None:
    site = project(tmp_path / "site", CONTENT)
    assert ran(site, "build", "--base-url", "https://owls.example/")[0] == 0
    again = project(tmp_path / "again", {"site.yaml": SITE})
    (again / "content/sources").mkdir()
    for name in names:
        (again / "content/sources" / name).write_bytes((site / "_site/2026" / name).read_bytes())
    listed = "".join(f"- file: sources/{name}\n  edition: '2026'\n" for name in names)
    (again / "content/sources.yaml").write_text(listed)
    status, output = ran(again, "ingest")
    assert status == 0, output
    found = {
        name: value for name, value in held(again).items() if not name.startswith(("papers", "sessions"))
    }
    assert found == held(site)


def test_the_edition_is_read_back_from_its_json_with_all_that_is_no_file(tmp_path: Path) -> None:
    again = read_again(tmp_path, "conference.json")
    facts = [
        yaml.safe_load((folder / "content/2026/conference.yaml").read_text("utf-8"))
        for folder in (tmp_path / "site", again)
    ]
    assert facts[1].pop("time_zone") == "Europe/Berlin"  # the series says it here
    assert facts[1] == facts[0]


def read_again(folder: Path, name: str) -> Path:
    """A project that ingested a file of the site alone."""
    site = project(folder / "site", CONTENT)
    assert ran(site, "build", "--base-url", "https://owls.example/")[0] == 0
    again = project(folder / "again", {"site.yaml": SITE})
    (again / "content/sources").mkdir()
    source = again / "content/sources" / Path(name).name
    source.write_bytes((site / "_site/2026" / name).read_bytes())
    assert ran(again, "ingest")[0] == 0
    return again


@pytest.mark.parametrize("name", ["schedule.json", "schedule.xml"])
def test_a_schedule_is_read_back_with_ids_parts_states_and_tracks(tmp_path: Path, name: str) -> None:
    again = read_again(tmp_path, name)
    keys = ("id", "part_of", "track", "status", "note", "room", "other_rooms")
    sessions = yaml.safe_load((again / "content/2026/sessions.yaml").read_text("utf-8"))
    assert sorted(tuple(map(each.get, keys)) for each in sessions) == [
        ("w", None, "nests", None, None, "Hall A", ["Room 2"]),
        ("w-one", "w", None, "moved", "From Room 2.", "Hall A", None),
    ]


@pytest.mark.parametrize("name", ["papers.bib", "papers.ris", "papers.csl.json"])
def test_references_tell_which_paper_was_withdrawn(tmp_path: Path, name: str) -> None:
    again = read_again(tmp_path, name)
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (again / "content/2026/papers").glob("*.yaml")
    ]
    assert [each["title"] for each in papers if each.get("status") == "withdrawn"] == ["An Idea"]
    assert len(papers) > 1


@pytest.mark.parametrize("name", ["papers.bib", "papers.ris", "papers.csl.json"])
def test_references_come_back_in_their_volumes(tmp_path: Path, name: str) -> None:
    again = read_again(tmp_path, name)
    volumes = yaml.safe_load((again / "content/2026/conference.yaml").read_text("utf-8"))["volumes"]
    assert sorted(volumes, key=lambda each: each["id"]) == [
        {
            "id": "long", "title": "Long Papers", "number": "1",
            "isbn": "9783161484100", "doi": "10.5555/owls-long",
        },
        {"id": "short", "title": "Short Papers"},
    ]  # fmt: skip
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (again / "content/2026/papers").glob("*.yaml")
    ]
    assert {each["title"]: each["volume"] for each in papers} == {
        "How Owls Turn": "long", "A Map of Barns": "short", "An Idea": "short",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["short.bib", "short.ris", "short.csl.json"])
def test_the_references_of_one_volume_come_back_in_it(tmp_path: Path, name: str) -> None:
    again = read_again(tmp_path, f"volumes/short/{name}")
    text = (again / "content/2026/conference.yaml").read_text("utf-8")
    assert [each["id"] for each in yaml.safe_load(text)["volumes"]] == ["short"]
