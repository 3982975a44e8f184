"""A workshop or camp beside the conference, with a schedule of its own in the same edition."""

from __future__ import annotations

from pathlib import Path

from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

PROGRAMME = """Day,Start,End,Session,Room
2026-07-10,9:00,10:00,Moss,Hall
2026-07-10,10:00,11:00,Fern,Hall
2026-07-10,11:00,12:00,Reed,Hall
"""


CONFERENCE = """# yaml-language-server: $schema=../schema/conference.json
title: S 2026
time_zone: Europe/Rome
rooms:
  - id: tower
    name: Tower
  - id: hall
    name: Hall
"""


def camp(acronym: str, day_change: str, title: str, event: int) -> str:
    """A schedule of one night in the tower."""
    return f"""<schedule><conference><acronym>{acronym}</acronym><title>{title}</title>
<start>2026-07-11</start><end>2026-07-11</end><day_change>{day_change}</day_change>
<time_zone_name>Europe/Rome</time_zone_name></conference>
<day index="1" date="2026-07-11"><room name="Tower"><event id="{event}">
<date>2026-07-11T20:00:00+02:00</date><start>20:00</start><duration>01:00</duration>
<title>Night walk {event}</title></event></room></day></schedule>
"""


def brought_in(folder: Path, conference: str = "", **documents: str) -> tuple[list[str], list[str], str]:
    """The problems of an ingest, its lines on the documents, and the conference that content has then."""
    (folder / "content/sources").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("title: S\n")
    if conference:
        (folder / "content/2026").mkdir()
        (folder / "content/2026/conference.yaml").write_text(conference)
    for name, text in documents.items():
        (folder / "content/sources" / name.replace("_", ".")).write_text(text)
    problems = ProblemLog()
    lines = ingest(folder, problems).lines[: len(documents)]
    written = (folder / "content/2026/conference.yaml").read_text()
    return [str(each) for each in problems.all], lines, written


def test_a_side_event_says_nothing_of_the_whole_edition(tmp_path: Path) -> None:
    problems, lines, conference = brought_in(
        tmp_path, main_csv=PROGRAMME, camp_xml=camp("night-camp", "04:00", "Night Camp", 7)
    )
    assert problems == []
    assert lines == [
        "content/sources/camp.xml: schedule.xml of frab or pretalx, edition 2026, as line 2 says: "
        "1 session; not taken: title of a side event (1), day change of a side event (1), acronym of a side "
        "event (1), first day of a side event (1), last day of a side event (1)",
        "content/sources/main.csv: programme CSV, edition 2026, as the other documents say: 3 sessions",
    ]
    assert conference == CONFERENCE


def test_two_schedules_that_disagree_are_told_until_the_editor_says_which_holds(tmp_path: Path) -> None:
    two = {
        "a_xml": camp("night-camp", "04:00", "Night Camp", 7),
        "b_xml": camp("owl-camp", "06:00", "Owl Camp", 8),
    }
    problems, _, _ = brought_in(tmp_path / "open", **two)
    assert problems == [
        "content/sources/b.xml:1:23: warning: the acronym is 'night-camp' in content/sources/a.xml, which "
        "counts, and 'owl-camp' here [several-values]\n"
        "    hint: say which holds, in content/2026/conference.yaml:\n          acronym: 'night-camp'",
        "content/sources/b.xml:2:47: warning: the day_change is '04:00' in content/sources/a.xml, which "
        "counts, and '06:00' here [several-values]\n"
        "    hint: say which holds, in content/2026/conference.yaml:\n          day_change: '04:00'",
    ]
    conference = 'title: Camps\nyear: 2026\nacronym: camps\nday_change: "05:00"\n'
    file = "content/2026/conference.yaml"
    assert brought_in(tmp_path / "said", conference, **two)[0] == [
        f"{file}:3:1: warning: 'acronym' of '2026' was made by hand and is kept; content/sources/a.xml:1:23 "
        "says 'night-camp' [kept-made-by-hand]",
        f"{file}:4:1: warning: 'day_change' of '2026' was made by hand and is kept; content/sources/"
        "a.xml:2:47 says '04:00' [kept-made-by-hand]",
    ]


def test_two_versions_of_one_sheet_are_told(tmp_path: Path) -> None:
    conference = "title: S 2026\nyear: 2026\n"
    later = PROGRAMME.replace("11:00,12:00", "14:00,15:00")
    problems, _, _ = brought_in(
        tmp_path, conference, programme_csv=PROGRAMME, **{"programme (1)_csv": later, "other_csv": PROGRAMME}
    )
    assert problems == [
        "content/sources/programme.csv: warning: this looks like another version of "
        "content/sources/programme (1).csv, which counts: they share 3 entries [two-versions]\n"
        "    hint: take the old one out, or write for it into content/sources.yaml: ignore: yes",
    ]
