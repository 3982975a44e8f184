"""An invented conference with all that a reader's own programme meets: overlaps, talks, boards, no times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from site_gen.build import build
from site_gen.problems import ProblemLog
from tests.serving import served

SESSIONS = """
- id: opening
  title: Opening
  kind: invited-talk
  date: 2030-05-06
  start: "09:00"
  end: "10:00"
  room: Hall A
  people: [Ada Okoye]
- id: engines
  title: Engines
  kind: oral
  date: 2030-05-06
  start: "10:00"
  end: "11:30"
  room: Hall A
  slots:
    - {paper: alpha, start: "10:00", end: "10:30"}
    - {paper: beta, start: "10:30", end: "11:00"}
    - {title: 'Wheels, cogs; and C:\\new', start: "11:00", end: "11:30", people: [Bea Lind]}
- id: hands-on
  title: Hands on
  kind: workshop
  date: 2030-05-06
  start: "10:15"
  end: "12:00"
  room: Room 2
- id: first-steps
  title: First steps
  date: 2030-05-06
  start: "10:30"
  end: "11:00"
  part_of: hands-on
- id: posters
  title: Posters
  kind: poster
  date: 2030-05-07
  start: "14:00"
  room: Foyer
  slots:
    - {paper: alpha, board: "7"}
    - {paper: gamma, board: "8"}
- id: dinner
  title: Dinner
  kind: social
"""
PAPERS = {
    "alpha": "title: =HYPERLINK for engines\nauthors: [Ada Okoye, Ünal Çelik]\n",
    "beta": f"title: {'泽浩 and the long way home, ' * 6}again\nauthors: [Bea Lind]\n",
    "gamma": 'title: Gears, "quoted"\nauthors: [Cai Wu]\n',
    "delta": "title: Alone\nauthors: [Dee Roe]\n",
}
FLOATING = """
- id: walk
  title: Walk
  kind: social
  date: 2029-05-06
  start: "09:00"
  end: "10:00"
"""
CONTENT = {
    "site.yaml": "title: Fair\nbase_url: https://fair.example/x/\n",
    "2030/conference.yaml": "title: Fair 2030\ntime_zone: Europe/Berlin\nvenue: Mill\n",
    "2030/sessions.yaml": SESSIONS,
    **{f"2030/papers/{paper}.yaml": text for paper, text in PAPERS.items()},
    "2029/conference.yaml": "title: Fair 2029\nyear: 2029\n",
    "2029/sessions.yaml": FLOATING,
}


def publish(project: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Build the fair into the folder of a project, with some of its content files changed."""
    for name, text in {**CONTENT, **(changed or {})}.items():
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    assert build(project, project / "_site", problems, jobs=1), problems.all
    return project / "_site"


@contextmanager
def fair(project: Path, changed: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address at which the fair is served, with some of its content files changed."""
    with served(publish(project, changed)) as address:
        yield address
