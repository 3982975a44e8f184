"""Slots of sessions in a corrected programme: an edit of one freezes its key, and no talk stands twice."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_gen.content import Plain
from site_gen.content.provenance import slot_digests
from site_gen.ingest import ingest
from site_gen.ingest.merge.slots import Elsewhere, merge_slots
from site_gen.problems import ProblemLog

Slots = list[dict[str, Plain]]
A, B, C = {"paper": "a", "start": "09:00"}, {"paper": "b", "start": "09:30"}, {"paper": "c", "start": "10:00"}
LATER = {"paper": "b", "start": "11:00"}
OFF = {"status": "cancelled"}


def after(was: Slots, held: Slots, now: Slots) -> tuple[list[Plain], list[tuple[int | None, str, str]]]:
    """The slots that come out, and the edits that stay, where no other session has to do with them."""
    remembered = list(map(slot_digests, was))
    merged = merge_slots(now, ["p.csv:1"] * len(now), held, remembered, Elsewhere())
    return merged.slots, [(edit.slot, edit.field, edit.verdict) for edit in merged.edits]


@pytest.mark.parametrize(
    ("was", "held", "now", "slots", "edits"),
    [
        pytest.param([A, B], [A, B | OFF], [A, LATER], [A, LATER | OFF], [], id="a cancelled talk moves"),
        pytest.param([A, B], [A, B | OFF], [B, A], [B | OFF, A], [], id="talks are swapped"),
        pytest.param([A, B], [A | OFF, B], [A, B, C], [A | OFF, B, C], [], id="a talk is added"),
        pytest.param([A, B], [A | OFF, B], [A], [A | OFF], [], id="another talk is dropped"),
        pytest.param(
            [A, B], [A, B | OFF], [A], [A, B | OFF], [(1, "slots", "conflict")], id="an edited one goes"
        ),
        pytest.param([A, B], [A], [LATER, A], [A], [(None, "slots", "deleted")], id="a deleted one"),
        pytest.param([A, B], [B, A], [A, LATER, C], [LATER, C, A], [], id="the editor's order stays"),
        pytest.param([A], [A, C], [A, B], [A, C, B], [], id="a slot made by hand stays"),
        pytest.param([A], [A, C], [A, C, B], [A, C, B], [], id="a source brings what was made by hand"),
        pytest.param([A, {}], [A, {"paper": "x"}], [LATER, {}], [LATER, {"paper": "x"}], [], id="a gap"),
        pytest.param(
            [A, B], [A, {"paper": "b", "start": "12:00"}], [A, LATER], [A, {"paper": "b", "start": "12:00"}],
            [(1, "start", "conflict")], id="an edited time wins",
        ),
        pytest.param(
            [{"guid": "1", "title": "Old"}], [{"guid": "1", "title": "Old"} | OFF],
            [{"guid": "1", "title": "New"}], [{"guid": "1", "title": "New"} | OFF], [],
            id="a guid is stronger than a title",
        ),
        pytest.param(
            [{"title": "Old", "start": "09:00"}], [{"title": "Old", "start": "09:00"} | OFF],
            [{"title": "New", "start": "09:00"}],
            [{"title": "Old", "start": "09:00"} | OFF, {"title": "New", "start": "09:00"}],
            [(0, "slots", "conflict")], id="who is cancelled is not who comes instead",
        ),
    ],
)  # fmt: skip
def test_each_slot_is_merged_for_itself(
    was: Slots, held: Slots, now: Slots, slots: Slots, edits: list[tuple[int | None, str, str]]
) -> None:
    assert after(was, held, now) == (slots, edits)


PAPERS = "id,title,authors\n" + "".join(
    f"{number},Talk {number},{name}\n"
    for number, name in enumerate(("Ada Roe", "Bo Lin", "Cy Fox", "Di Ott"), 1)
)


def programme(*rows: str) -> str:
    """A programme; a row is session, hour and number of a paper."""
    listed = (row.split() for row in rows)
    return "Date,Start,End,Session,Paper\n" + "".join(
        f"2026-05-04,{hour}:00,{hour}:30,{session},{paper}\n" for session, hour, paper in listed
    )


def bring(project: Path, text: str) -> list[str]:
    """An ingest of this programme; the codes of its warnings."""
    (project / "content/sources/programme.csv").write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingest(project, problems)
    assert problems.errors == []
    return [f"{problem.code} {problem.place}" for problem in problems.warnings if "kept" in problem.code]


def sessions(project: Path) -> dict[str, list[str]]:
    """The slots of each session: the paper, and what became of it."""
    text = (project / "content/2026/sessions.yaml").read_text("utf-8")
    return {
        each["id"]: [
            " ".join([slot["paper"], slot.get("status", "")]).strip() for slot in each.get("slots", [])
        ]
        for each in yaml.safe_load(text)
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/2026").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: Owls\ntime_zone: Europe/Berlin\n")
    (tmp_path / "content/2026/conference.yaml").write_text("title: Owls 2026\n")
    (tmp_path / "content/sources/papers.csv").write_text(PAPERS)
    bring(tmp_path, programme("Morning 09 1", "Morning 10 2", "Evening 20 3", "Evening 21 4"))
    assert sessions(tmp_path) == {"morning": ["talk-1", "talk-2"], "evening": ["talk-3", "talk-4"]}
    return tmp_path


def edit(project: Path, old: str, new: str) -> None:
    file = project / "content/2026/sessions.yaml"
    assert file.read_text().count(old) == 1
    file.write_text(file.read_text().replace(old, new))


def test_a_cancelled_talk_that_moves_is_in_one_session_and_still_cancelled(project: Path) -> None:
    edit(project, "    - paper: talk-2\n", "    - paper: talk-2\n      status: cancelled\n")
    edit(project, "    - paper: talk-3\n", "    - paper: talk-3\n      note: Bring a lamp.\n")
    moved = programme("Morning 09 1", "Morning 10 3", "Evening 20 2", "Evening 21 4")
    assert bring(project, moved) == []
    assert sessions(project) == {"morning": ["talk-1", "talk-3"], "evening": ["talk-2 cancelled", "talk-4"]}
    assert "note: Bring a lamp." in (project / "content/2026/sessions.yaml").read_text()
    assert bring(project, moved) == []
    assert sessions(project) == {"morning": ["talk-1", "talk-3"], "evening": ["talk-2 cancelled", "talk-4"]}


def test_a_cancelled_talk_without_an_id_moves_by_its_title(tmp_path: Path) -> None:
    head = "Date,Start,End,Session,Title,Speaker\n"
    rows = [
        "2026-05-04,09:00,10:00,Morning,Otters,Ann Bee\n", "2026-05-04,09:00,10:00,Morning,Minks,Cy Dee\n",
        "2026-05-04,09:00,10:00,Morning,Discussion,\n", "2026-05-04,20:00,21:00,Evening,Bears,Bo Ek\n",
    ]  # fmt: skip
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/2026").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: S\ntime_zone: Europe/Berlin\n")
    (tmp_path / "content/2026/conference.yaml").write_text("title: S 2026\n")
    assert bring(tmp_path, head + "".join(rows)) == []
    for title in ("Minks", "Discussion"):
        edit(tmp_path, f"    - title: {title}\n", f"    - title: {title}\n      status: cancelled\n")
    moved = [row.replace("09:00,10:00,Morning,Minks", "20:00,21:00,Evening,Minks") for row in rows]
    again = "2026-05-04,20:00,21:00,Evening,Discussion,\n"
    assert bring(tmp_path, head + "".join([*moved, again])) == []
    held = yaml.safe_load((tmp_path / "content/2026/sessions.yaml").read_text())
    assert {
        each["id"]: [f"{slot['title']} {slot.get('status', '')}".strip() for slot in each["slots"]]
        for each in held
    } == {
        "morning": ["Otters", "Discussion cancelled"],
        "evening": ["Minks cancelled", "Bears", "Discussion"],
    }


def test_a_talk_that_was_deleted_stays_away_where_its_source_moves_it(project: Path) -> None:
    text = (project / "content/2026/sessions.yaml").read_text()
    slot = text[text.index("    - paper: talk-4") :]
    edit(project, slot, "")
    moved = programme("Morning 09 1", "Morning 10 2", "Morning 11 4", "Evening 20 3")
    assert bring(project, moved) == ["kept-deleted content/2026/sessions.yaml:2:3"]
    assert sessions(project) == {"morning": ["talk-1", "talk-2"], "evening": ["talk-3"]}


def test_a_session_that_is_gone_and_edited_lets_its_talks_go(project: Path) -> None:
    edit(project, "  title: Evening\n", "  title: Evening, with Lamps\n")
    bring(project, programme("Morning 09 1", "Morning 10 2", "Morning 11 3", "Morning 12 4"))
    assert sessions(project) == {"morning": ["talk-1", "talk-2", "talk-3", "talk-4"], "evening": []}


@pytest.mark.parametrize(
    ("title", "speaker", "slots"),
    [
        pytest.param("Growing small trees!", "", [{"paper": "growing-small-trees"}], id="its title alone"),
        pytest.param("Growing Small Trees", "Ann Bee", [{"paper": "growing-small-trees"}], id="an author"),
        pytest.param("Growing small trees", "Cy Dee", None, id="somebody else's talk of that title"),
        pytest.param("Opening", "", None, id="a word that may be anything"),
    ],
)
def test_a_session_that_is_called_like_a_paper_holds_it(
    tmp_path: Path, title: str, speaker: str, slots: Slots | None
) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/2026").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: S\ntime_zone: Europe/Berlin\n")
    (tmp_path / "content/2026/conference.yaml").write_text("title: S 2026\n")
    papers = 'title,authors\n"Growing small trees","Ann Bee"\n"Opening","Ida Fox"\n'
    (tmp_path / "content/sources/papers.csv").write_text(papers)
    bring(tmp_path, f"Date,Start,End,Title,Speaker\n2026-05-04,09:00,10:00,{title},{speaker}\n")
    (session,) = yaml.safe_load((tmp_path / "content/2026/sessions.yaml").read_text("utf-8"))
    assert (session["title"], session.get("slots")) == (title, slots)


@pytest.mark.parametrize(
    "printed",
    [
        "P1 Growing small trees",
        "B-12: Growing Small Trees",
        "(8) Growing small trees",
        "#21 Growing small trees",
        "Growing small trees (Bee)",
    ],
)
def test_a_talk_is_its_paper_behind_a_number_or_before_who_gives_it(tmp_path: Path, printed: str) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/2026").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: S\ntime_zone: Europe/Berlin\n")
    (tmp_path / "content/2026/conference.yaml").write_text("title: S 2026\n")
    (tmp_path / "content/sources/papers.csv").write_text("title,authors\nGrowing small trees,Ann Bee\n")
    bring(tmp_path, f"Date,Start,End,Session,Talk\n2026-05-04,09:00,10:00,Trees,{printed}\n")
    assert sessions(tmp_path) == {"trees": ["growing-small-trees"]}


def test_talks_stand_in_the_order_of_their_times_whatever_that_of_the_rows(project: Path) -> None:
    bring(project, programme("Evening 21 1", "Morning 11 2", "Morning 09 3", "Evening 20 4"))
    assert sessions(project) == {"morning": ["talk-3", "talk-2"], "evening": ["talk-4", "talk-1"]}
