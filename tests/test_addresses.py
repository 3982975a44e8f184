"""An address stays with whoever, or whatever, had it first."""

from __future__ import annotations

from pathlib import Path

from site_gen.build import build
from site_gen.check import check
from site_gen.problems import ProblemLog

EDITIONS = {
    "site.yaml": "title: Strokes\nbase_url: https://s.example.org/\n",
    "2025/conference.yaml": "title: Strokes 2025\n",
    "2026/conference.yaml": "title: Strokes 2026\n",
}


def write(project: Path, content: dict[str, str]) -> None:
    """Write content files, for an empty text none."""
    for name, text in content.items():
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8") if text else file.unlink()


def built(project: Path, content: dict[str, str], out: str) -> Path:
    """The published folder of a project after these edits."""
    write(project, content)
    problems = ProblemLog()
    build(project, project / out, problems)
    assert problems.errors == []
    return project / out


def compared(project: Path, before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What `check --against` says of a site built before and after some edits; warnings are left out."""
    old = built(project, EDITIONS | before, "old")
    new = built(project, after, "_site")
    problems = ProblemLog()
    check(project, new, problems, str(old))
    return [str(problem) for problem in problems.errors]


def titles(project: Path) -> dict[str, str]:
    """The names on the pages of people, by address."""
    pages = sorted((project / "_site/authors").glob("*/index.html"))
    return {page.parent.name: page.read_text("utf-8").split("<h1>")[1].split("</h1>")[0] for page in pages}


def test_a_name_in_another_spelling_is_no_newcomer(tmp_path: Path) -> None:
    before = {"2026/papers/paper-1.yaml": 'title: "Paper number 1"\nauthors: ["Łukasz Nowak"]\n'}
    after = {"2026/papers/paper-2.yaml": 'title: "Paper number 2"\nauthors: ["Lukasz Nowak"]\n'}
    assert compared(tmp_path, before, after) == []
    assert titles(tmp_path) == {"lukasz-nowak": "Łukasz Nowak"}


def test_who_comes_in_a_later_edition_gets_another_address(tmp_path: Path) -> None:
    before = {"2025/papers/a.yaml": "title: Old paper\nauthors: [Anne-Marie Roux]\n"}
    after = {"2026/papers/b.yaml": "title: New paper\nauthors: [Anne Marie Roux]\n"}
    assert compared(tmp_path, before, after) == []
    assert titles(tmp_path) == {
        "anne-marie-roux": "Anne-Marie Roux",
        "anne-marie-roux-951209": "Anne Marie Roux",
    }


def test_a_newcomer_by_hand_who_would_take_an_address_over_is_an_error_of_check(tmp_path: Path) -> None:
    before = {"2026/papers/b.yaml": "title: Old paper\nauthors: [李娜]\n"}
    after = {"2026/papers/a.yaml": "title: New paper\nauthors: [李纳]\n"}
    assert compared(tmp_path, before, after) == [
        "content/authors.yaml: error: the address 'authors/lina/' showed '李娜' and is that of '李纳' now "
        "[address-taken]\n    hint: give both an entry in content/authors.yaml, and this id to the first",
    ]


def test_homonyms_that_change_places_are_an_error(tmp_path: Path) -> None:
    two = "- {id: ming-li-1, name: Ming Li}\n- {id: ming-li-2, name: Ming Li}\n"
    before = {
        "authors.yaml": two,
        "2026/papers/a.yaml": "title: A\nauthors: [{name: Ming Li, author: ming-li-1}]\n",
        "2026/papers/b.yaml": "title: B\nauthors: [{name: Ming Li, author: ming-li-2}]\n",
    }
    after = {
        "2026/papers/a.yaml": "title: A\nauthors: [{name: Ming Li, author: ming-li-2}]\n",
        "2026/papers/b.yaml": "title: B\nauthors: [{name: Ming Li, author: ming-li-1}]\n",
    }
    assert [line.partition(" [")[0] for line in compared(tmp_path, before, after)] == [
        f"content/authors.yaml: error: the address 'authors/ming-li-{number}/' showed something else "
        "and is that of 'Ming Li' now"
        for number in (1, 2)
    ]


def test_a_new_name_and_a_new_title_are_no_newcomers(tmp_path: Path) -> None:
    before = {
        "authors.yaml": "- {id: ada-byron, name: Ada Byron}\n",
        "2026/papers/a.yaml": "title: Looms that weave\nauthors: [Ada Byron]\n",
    }
    after = {
        "authors.yaml": "- {id: ada-byron, name: Ada Lovelace, aliases: [Ada Byron]}\n",
        "2026/papers/a.yaml": "title: Engines of another kind\nauthors: [Ada Byron, Bo Muster]\n",
    }
    assert compared(tmp_path, before, after) == []


def test_another_paper_under_an_id_is_an_error(tmp_path: Path) -> None:
    before = {"2026/papers/a.yaml": "title: Looms that weave\nauthors: [Ada Byron]\n"}
    after = {"2026/papers/a.yaml": "title: Tides of small harbours\nauthors: [Bo Muster]\n"}
    assert [line.partition(" [")[0] for line in compared(tmp_path, before, after)] == [
        "content/site.yaml: error: the address '2026/papers/a/' showed 'Looms that weave' and is that of "
        "'Tides of small harbours' now",
        "content/site.yaml: error: the address 'authors/ada-byron/' is published, and this build has it no "
        "more",
    ]


def test_screens_of_rooms_and_cards_of_chairs_end_with_their_edition(tmp_path: Path) -> None:
    before = {
        "2026/conference.yaml": "title: Strokes 2026\nphase: live\ntime_zone: Europe/Rome\n"
        "rooms: [{id: hall, name: Hall}]\n",
        "2026/sessions.yaml": "- {id: a, title: A, date: 2026-05-04, start: '09:00', room: Hall, "
        "people: [{name: Bo Muster, role: chair}]}\n",
    }
    after = {"2026/conference.yaml": before["2026/conference.yaml"].replace("live", "archive")}
    assert compared(tmp_path, before, after) == []
    assert (tmp_path / "old/2026/rooms/hall/screen/index.html").exists()
    assert (tmp_path / "old/2026/chair-cards/index.html").exists()
    assert not (tmp_path / "_site/2026/rooms/hall/screen").exists()


def test_who_has_a_name_that_leads_elsewhere_gets_another_address(tmp_path: Path) -> None:
    content = EDITIONS | {
        "site.yaml": EDITIONS["site.yaml"] + "redirects: [{old: authors/ann-bee/, new: authors/ann-cy/}]\n",
        "2026/papers/a.yaml": "title: Old paper\nauthors: [Ann Cy]\n",
        "2026/papers/b.yaml": "title: New paper\nauthors: [Ann Bee]\n",
    }
    write(tmp_path, content)
    problems = ProblemLog()
    build(tmp_path, tmp_path / "_site", problems)
    assert [str(each) for each in problems.all if each.code != "empty-edition"] == [
        "content/2026/papers/b.yaml:2:11: warning: 'Ann Bee' is called 'ann-bee-ce934c', as "
        "'ann-bee' leads to 'authors/ann-cy/' [similar-ids]\n"
        "    hint: give both an entry in authors.yaml, so that their addresses stay",
    ]
    assert titles(tmp_path) == {
        "ann-bee": "This page has moved",
        "ann-bee-ce934c": "Ann Bee",
        "ann-cy": "Ann Cy",
    }
