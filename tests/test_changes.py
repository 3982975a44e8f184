"""`changes`: what differs from the published site is drafted once, in words, for an organiser to approve."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import build
from site_gen.changes import Drafted, draft_changes
from site_gen.problems import ExitStatus, ProblemLog, Stop
from tests.serving import Host, served

TODAY = date(2026, 9, 13)
BEFORE = {
    "content/site.yaml": "title: NordSys\n",
    "content/2026/conference.yaml": "title: NordSys 2026\ntime_zone: Europe/Oslo\n",
    "content/2026/papers/disks.yaml": "title: Cold Disks\nauthors: [Jon Dahl]\n",
    "content/2026/papers/logs.yaml": "title: Logs on Ice\nauthors: [Siri Aas]\n",
    "content/2026/papers/nets.yaml": "title: Nets\nauthors: [Li Wei]\n",
    "content/2026/sessions.yaml": """\
- id: keynote
  title: Computing under Ice
  kind: invited-talk
  date: 2026-09-14
  start: 9:00
  end: 10:00
  room: Hall A
- id: storage
  title: Storage
  kind: oral
  date: 2026-09-14
  start: 10:30
  slots:
  - {paper: disks, start: '10:30'}
  - {paper: logs, start: '11:00'}
  - {title: 'Closing words', start: '11:30'}
- id: buoys
  title: Build a Buoy
  kind: tutorial
  date: 2026-09-15
""",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def published(tmp_path: Path) -> tuple[Path, Path]:
    """A project, and the folder in which its site was published."""
    project = write(tmp_path / "project", BEFORE)
    problems = ProblemLog()
    assert build(project, tmp_path / "published", problems) is not None, problems.all
    return project, tmp_path / "published"


def edit(project: Path, file: str, *pairs: tuple[str, str]) -> None:
    path = project / "content/2026" / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def drafted(project: Path, base: object) -> Drafted:
    """What is drafted now; that drafts of an earlier run wait is all that is said of content."""
    problems, changes = ProblemLog(), project / "content/2026/changes.yaml"
    waiting = changes.exists() and "draft: yes" in changes.read_text(encoding="utf-8")
    result = draft_changes(project, str(base), problems, TODAY)
    assert [problem.code for problem in problems.all] == (["draft"] if waiting else [])
    return result


def sentences(project: Path) -> list[str]:
    """What the drafts say: their kind and text, as they stand in the file."""
    text = (project / "content/2026/changes.yaml").read_text(encoding="utf-8")
    joined = text.replace(">-\n    ", "").replace("\n    ", " ")
    lines = [line.strip() for line in joined.splitlines()]
    kinds = [line.removeprefix("what: ") for line in lines if line.startswith("what: ")]
    texts = [line.removeprefix("text: ").strip("'") for line in lines if line.startswith("text: ")]
    return [f"{kind}: {text}" for kind, text in zip(kinds, texts, strict=True)]


def test_nothing_is_drafted_where_nothing_changed(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    assert drafted(project, base) == Drafted(0, (), ())
    assert not (project / "content/2026/changes.yaml").exists()


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("10:30", "is now in Hall C (it was in Hall B)."),
        (
            "14:00",
            "is now on Monday, 14 September 2026, 14:00 (it was on Monday, 14 September 2026, 10:30).",
        ),
    ],
)
def test_a_talk_that_goes_to_a_session_of_the_same_title_is_told_by_room_or_time(
    tmp_path: Path, when: str, sentence: str
) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("  start: 10:30\n", "  start: 10:30\n  room: Hall B\n"))
    build(project, base, ProblemLog())
    edit(project, "sessions.yaml", ("  - {paper: logs, start: '11:00'}\n", ""))
    other = f"- id: storage-too\n  title: Storage\n  date: 2026-09-14\n  start: {when}\n  room: Hall C\n"
    sessions = project / "content/2026/sessions.yaml"
    sessions.write_text(f"{sessions.read_text('utf-8')}{other}  slots: [{{paper: logs}}]\n", encoding="utf-8")
    drafted(project, base)
    assert f"moved: “Logs on Ice” {sentence}" in sentences(project)


def test_what_changed_is_drafted_in_the_order_of_the_programme(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(
        project,
        "sessions.yaml",
        ("room: Hall A", "room: Hall B"),
        ("start: 10:30\n", "start: 10:45\n"),
        ("{paper: disks, start: '10:30'}", "{paper: disks, start: '10:30', status: late, note: By train.}"),
        ("  - {paper: logs, start: '11:00'}\n", ""),
        ("Closing words", "Last words"),
        (
            "title: Build a Buoy\n",
            "title: Build Buoys\n  status: cancelled\n  note: Too few took part.\n",
        ),
    )
    new = "- id: panel\n  title: What Is Cold?\n  date: 2026-09-15\n  start: 9:00\n  slots: [{paper: logs}]\n"
    sessions = project / "content/2026/sessions.yaml"
    sessions.write_text(sessions.read_text(encoding="utf-8") + new, encoding="utf-8")
    edit(project, "papers/nets.yaml", ("title: Nets\n", "title: Nets in Snow\nstatus: withdrawn\n"))
    write(project, {"content/2026/papers/more.yaml": "title: More\n"})

    assert str(drafted(project, base)) == (
        "11 changes drafted → content/2026/changes.yaml    Approve each by taking its line `draft: yes` away"
    )
    assert sentences(project) == [
        "room: “Computing under Ice” is now in Hall B (it was in Hall A).",
        "moved: “Storage” is now on Monday, 14 September 2026, 10:45 "
        "(it was on Monday, 14 September 2026, 10:30).",
        "late: “Cold Disks” is late. By train.",
        "retitled: “Closing words” is now called “Last words”.",
        "retitled: “Build a Buoy” is now called “Build Buoys”.",
        "cancelled: “Build Buoys” is cancelled. Too few took part.",
        "added: New: “What Is Cold?”, on Tuesday, 15 September 2026, 09:00.",
        "moved: “Logs on Ice” moved from “Storage” to “What Is Cold?”.",
        "added: New paper: “More”.",
        "retitled: “Nets” is now called “Nets in Snow”.",
        "cancelled: “Nets in Snow” is withdrawn.",
    ]


def test_an_approved_change_is_kept_and_a_second_run_adds_nothing(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    by_hand = "# Newest first.\n\n- id: hand-made\n  date: 2026-09-01\n  text: By hand.   # keep\n"
    write(project, {"content/2026/changes.yaml": by_hand})
    assert drafted(project, base).changes == 1
    changes = project / "content/2026/changes.yaml"
    text = changes.read_text(encoding="utf-8")
    assert text == (
        "# Newest first.\n"
        "\n"
        "- id: room-keynote-0c908e10\n"
        "  date: 2026-09-13\n"
        "  what: room\n"
        "  session: keynote\n"
        "  text: '“Computing under Ice” is now in Hall B (it was in Hall A).'\n"
        "  draft: yes\n"
        "\n"
        "- id: hand-made\n"
        "  date: 2026-09-01\n"
        "  text: By hand.   # keep\n"
    )
    approved = text.replace("  draft: yes\n", "")
    for held in (text, approved):
        changes.write_text(held, encoding="utf-8")
        assert drafted(project, base) == Drafted(0, (), ())
        assert changes.read_text(encoding="utf-8") == held


def test_a_draft_that_a_further_edit_made_wrong_gives_way(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    drafted(project, base)
    edit(project, "sessions.yaml", ("room: Hall B", "room: Hall C"))
    drafted(project, base)
    assert sentences(project) == ["room: “Computing under Ice” is now in Hall C (it was in Hall A)."]


def test_without_a_day_a_draft_has_no_date(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "papers/disks.yaml", ("title: Cold Disks", "title: Colder Disks"))
    assert draft_changes(project, str(base), ProblemLog()).changes == 1
    assert "date:" not in (project / "content/2026/changes.yaml").read_text(encoding="utf-8")


def test_drafts_are_not_shown_and_approved_changes_are(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    drafted(project, base)
    out, changes = tmp_path / "site", project / "content/2026/changes.yaml"
    problems = ProblemLog()
    build(project, out, problems)
    assert [str(problem) for problem in problems.all] == [
        "content/2026/changes.yaml:7:3: warning: 1 drafted change not shown on the site [draft]\n"
        "    hint: approve each by taking its line `draft: yes` away, or take the whole change away"
    ]
    assert not (out / "2026/changes").exists()
    changes.write_text(changes.read_text(encoding="utf-8").replace("  draft: yes\n", ""), encoding="utf-8")
    build(project, out, ProblemLog())
    assert "is now in Hall B (it was in Hall A)." in (out / "2026/changes/index.html").read_text("utf-8")
    assert "is now in Hall B (it was in Hall A)." in (out / "2026/changes.xml").read_text("utf-8")


def test_a_programme_that_is_published_for_the_first_time_is_no_change(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    for name in ("2027/conference.yaml", "2027/papers/x.yaml", "2027/sessions.yaml"):
        write(project, {f"content/{name}": "- id: a\n" if "sessions" in name else "title: X\n"})
    assert drafted(project, base) == Drafted(0, (), ("2027",))


def test_an_edition_that_is_not_published_there_is_named(tmp_path: Path) -> None:
    project, out = published(tmp_path)
    write(project, {"content/2027/conference.yaml": "title: NordSys 2027\n"})
    assert str(draft_changes(project, str(out), ProblemLog(), TODAY)) == (
        "No change of the programme is left to draft    Not published there: 2027"
    )


def test_what_is_gone_is_reported_without_a_page_to_lead_to(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    (project / "content/2026/papers/nets.yaml").unlink()
    sessions = project / "content/2026/sessions.yaml"
    text = sessions.read_text(encoding="utf-8")
    sessions.write_text(text[: text.index("- id: buoys")], encoding="utf-8")
    drafted(project, base)
    assert sentences(project) == [
        "cancelled: “Build a Buoy” is no longer in the programme.",
        "cancelled: A paper is no longer among the papers.",  # it may be one that was rejected after all
    ]
    problems = ProblemLog()
    assert build(project, tmp_path / "site", problems) is not None, problems.all


def test_a_list_between_brackets_is_a_problem_and_stays(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    held = "[{id: one, date: 2026-09-01, text: T}]\n"
    write(project, {"content/2026/changes.yaml": held})
    problems = ProblemLog()
    assert draft_changes(project, str(base), problems, TODAY) == Drafted(0, (), ())
    assert [str(problem) for problem in problems.all] == [
        "content/2026/changes.yaml: error: a list between brackets cannot be added to [flow-style]\n"
        "    hint: write each change on lines of its own: '- id: …'"
    ]
    assert (project / "content/2026/changes.yaml").read_text(encoding="utf-8") == held


def test_the_published_site_may_be_at_an_address(tmp_path: Path) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    with served(base) as address:
        assert drafted(project, address).changes == 1


@pytest.mark.parametrize("status", [404, 410])
def test_an_edition_that_is_not_published_yet_has_no_changes(tmp_path: Path, status: int) -> None:
    project, base = published(tmp_path)
    edit(project, "sessions.yaml", ("room: Hall A", "room: Hall B"))
    with served(base, host=_without_programme(status)) as address:
        assert drafted(project, address) == Drafted(0, (), ("2026",))


@pytest.mark.parametrize("status", [403, 500, 503])
def test_a_host_that_fails_is_not_taken_for_an_edition_that_is_not_published(
    tmp_path: Path, status: int
) -> None:
    project, base = published(tmp_path)
    with served(base, host=_without_programme(status)) as address, pytest.raises(Stop) as stop:
        draft_changes(project, address, ProblemLog())
    assert str(stop.value) == f"{address}2026/conference.json answers {status}"


def _without_programme(status: int) -> type[Host]:
    """A host that has all but the programme, for which it answers something else."""

    class Failing(Host):
        def send_head(self) -> Any:
            if not self.path.endswith("/conference.json"):
                return super().send_head()
            self.send_error(status)
            return None

    return Failing


def test_without_a_published_site_the_command_ends(tmp_path: Path) -> None:
    project, base = published(tmp_path)

    def stopped(against: object) -> tuple[ExitStatus, str]:
        with pytest.raises(Stop) as stop:
            draft_changes(project, str(against), ProblemLog())
        return stop.value.status, str(stop.value).replace(str(tmp_path), "…")

    assert stopped(tmp_path) == (ExitStatus.USAGE, "there is no build-manifest.json in …")
    with served(tmp_path / "project") as address:
        expected = (ExitStatus.ENVIRONMENT, f"{address}build-manifest.json answers 404")
        assert stopped(address) == expected
    write(base, {"2026/conference.json": '{"sessions": [{"id": 1}], "papers": []}'})
    assert stopped(base) == (
        ExitStatus.ENVIRONMENT,
        "the 2026/conference.json of …/published is not one of ours",
    )
