"""Check: days in feeds that have not come; the day that it is comes from whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from site_gen.build import build
from site_gen.check import check
from site_gen.problems import ProblemLog
from tests.command import output_of

CONTENT = {
    "site.yaml": "title: S\n",
    "2025/conference.yaml": """\
title: S 2025
time_zone: Europe/Berlin
first_day: 2030-06-01
last_day: 2030-06-02
announcements:
  - date: 2025-05-04
    title: The programme is out
  - title: Come all
    date: 2025-05-05
deadlines:
  - name: Papers are due
    date: 2029-12-01
""",
    "2025/papers/owls.yaml": """\
title: Owls
corrected: 2052-05-04
revisions:
  - version: '1'
    date: 2025-05-04
  - version: '2'
    date: 2025-06-01
""",
    "2025/papers/larks.yaml": "title: Larks\ncorrected: 2025-05-04\n",
    "2025/papers/wrens.yaml": "title: Wrens\ncorrected: 2052-05-04\ndraft: yes\n",
    "2025/changes.yaml": """\
- id: lunch
  date: 2026-05-03
  text: Lunch is at noon.
- id: dinner
  date: 2026-05-03
  text: Dinner is at eight.
  draft: yes
- id: tea
  date: 2025-05-03
  text: Tea is at four.
""",
}
SAID = [
    "content/2025/changes.yaml:2:3: warning: the change 'lunch' is dated 2026-05-03, which is still to come "
    "[future-date]",
    "    hint: feeds give this day at once: mend its year, or wait until then",
    "content/2025/conference.yaml:9:5: warning: the announcement 'Come all' is dated 2025-05-05, which is "
    "still to come [future-date]",
    "    hint: feeds give this day at once: mend its year, or wait until then",
    "content/2025/papers/owls.yaml:2:1: warning: the correction of 'owls' is dated 2052-05-04, which is "
    "still to come [future-date]",
    "    hint: feeds give this day at once: mend its year, or wait until then",
    "content/2025/papers/owls.yaml:7:5: warning: version 2 of 'owls' is dated 2025-06-01, which is still to "
    "come [future-date]",
    "    hint: feeds give this day at once: mend its year, or wait until then",
]


def written(project: Path, files: Mapping[str, str]) -> Path:
    """A project with these content files."""
    for path, text in files.items():
        file = project / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project


def test_each_day_of_a_feed_that_has_not_come_is_a_warning_at_its_line(tmp_path: Path) -> None:
    project, out = written(tmp_path, CONTENT), tmp_path / "_site"
    assert build(project, out, ProblemLog())

    def reported(today: date | None) -> list[str]:
        problems = ProblemLog()
        check(project, out, problems, today=today)
        found = [problem for problem in problems.all if problem.code == "future-date"]
        return [line for problem in found for line in str(problem).splitlines()]

    assert reported(date(2025, 5, 4)) == SAID
    assert reported(date(2052, 5, 3)) == SAID[4:6]
    assert reported(date(2052, 5, 4)) == []
    assert reported(None) == []


def test_commands_know_the_day_and_a_build_does_not(tmp_path: Path) -> None:
    paper = "title: Owls\ncorrected: 2999-05-04\n"
    conference = "title: S\ntime_zone: Europe/Berlin\nfirst_day: 2025-06-01\n"
    files = {"2025/conference.yaml": conference, "2025/papers/owls.yaml": paper}
    project = written(tmp_path, {"site.yaml": "title: S\nbase_url: https://s.example/\n", **files})

    def found(*arguments: str) -> list[str]:
        lines = output_of(project, *arguments).splitlines()
        return [line for line in lines if "[future-date]" in line]

    said = (
        "content/2025/papers/owls.yaml:2:1: warning: the correction of 'owls' is dated 2999-05-04, which is "
        "still to come [future-date]"
    )
    assert found("build") == []
    assert found("check") == [said]
    assert found("deploy", "--yes", str(tmp_path / "www")) == [said]
