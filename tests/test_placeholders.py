"""Values that are not known yet, as early programmes have many: they are no rooms and nobody's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.ingest.reading.texts.placeholders import is_placeholder
from tests.ingested import ingested

TABLE = """Date,Start,End,Session,Room,Speaker
2031-05-05,09:00,09:30,Opening,TBA,to be confirmed
2031-05-05,09:30,10:30,Owls at Night,To be announced,Ann Lee
2031-05-05,10:30,11:30,Nests,Aula,N.N.
"""
OBJECTS = """- {title: Opening, date: 2031-05-05, start: "09:00", end: "09:30", room: TBA, speakers: [TBD]}
- {title: Owls at Night, date: 2031-05-05, start: "09:30", end: "10:30", room: tbc, speakers: [Ann Lee, TBD]}
- {title: Nests, date: 2031-05-05, start: "10:30", end: "11:30", room: Aula, speakers: [à confirmer]}
"""
LINES = """# Programme

## Monday, 5 May 2031

09:00 - 09:30 Opening
Room: TBA
Speaker: TBA
09:30 - 10:30 Owls at Night
Room: to be announced
Speaker: Ann Lee
10:30 - 11:30 Nests
Room: Aula
Chair: TBD
"""
CELLS = """**Monday, 5 May 2031**

| Time | Session | Room | Speaker |
|---|---|---|---|
| 09:00–09:30 | Opening | TBA | to be confirmed |
| 09:30–10:30 | Owls at Night | wird noch bekannt gegeben | Ann Lee |
| 10:30–11:30 | Nests | Aula | N.N. |
"""
EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Owls//EN
BEGIN:VEVENT
UID:1@owls.example
DTSTART:20310505T090000Z
DTEND:20310505T093000Z
SUMMARY:Opening
LOCATION:TBA
END:VEVENT
BEGIN:VEVENT
UID:2@owls.example
DTSTART:20310505T093000Z
DTEND:20310505T103000Z
SUMMARY:Owls at Night
LOCATION:To be confirmed
END:VEVENT
BEGIN:VEVENT
UID:3@owls.example
DTSTART:20310505T103000Z
DTEND:20310505T113000Z
SUMMARY:Nests
LOCATION:Aula
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("name", "text", "people"),
    [
        ("programme.csv", TABLE, ["Ann Lee"]),
        ("programme.yml", OBJECTS, ["Ann Lee"]),
        ("programme.txt", LINES, ["Ann Lee"]),
        ("programme.md", CELLS, ["Ann Lee"]),
        ("programme.ics", EVENTS, []),
    ],
)
def test_they_are_nothing_whatever_the_format(
    tmp_path: Path, name: str, text: str, people: list[str]
) -> None:
    _, _, sessions = ingested(tmp_path, name, text)
    assert [(each["title"], each.get("room")) for each in sessions] == [
        ("Opening", None), ("Owls at Night", None), ("Nests", "Aula"),
    ]  # fmt: skip
    assert [person for each in sessions for person in each.get("people", [])] == people


@pytest.mark.parametrize(
    "text",
    [
        *("TBA", "t.b.d.", "(TBC)", "To be announced", "to be confirmed soon", "N/A", "n.a.", "–", "???"),
        *("wird noch bekannt gegeben", "à définir", "por confirmar", "da definire", "待定", "未定"),
    ],
)
def test_it_is_one(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["Na Li", "Tba Room", "A Venir Hall", "1", "To Be or Not to Be", "Not a Number"]
)
def test_it_is_none(text: str) -> None:
    assert not is_placeholder(text)


def test_who_is_independent_is_in_no_room_of_that_name(tmp_path: Path) -> None:
    rows = (
        "Date,Start,End,Session,Speaker\n"
        "2031-05-05,09:00,10:00,Owls,Ann Lee (Room 12)\n"
        "2031-05-05,10:00,11:00,Nests,Bo Dee (independent)\n"
        "2031-05-05,11:00,12:00,Mud,Cy Roe (main hall)\n"
    )
    _, _, sessions = ingested(tmp_path, "programme.csv", rows)
    assert [(each.get("room"), each["people"]) for each in sessions] == [
        ("Room 12", ["Ann Lee"]),
        (None, [{"name": "Bo Dee", "affiliation": "independent"}]),
        ("main hall", ["Cy Roe"]),
    ]


@pytest.mark.parametrize(
    ("names", "told_of"),
    [
        (
            ("Open discussion", "All participants", "TBA by chair", "The organisers"),
            ["Open discussion", "All participants", "TBA by chair", "The organisers"],
        ),
        (
            ("Alle Teilnehmer", "Das Organisationsteam", "Alle"),
            ["Alle Teilnehmer", "Das Organisationsteam", "Alle"],
        ),
        (("Tous les participants", "Tous"), ["Tous les participants", "Tous"]),
        (("全員", "参加者"), ["全員", "参加者"]),
        (("Student Presentations", "Q&A"), ["Student Presentations", "Q&A"]),
        (("Ann All", "Alla Pugacheva", "danah boyd", "Juan de la Cruz", "佐藤 花子"), []),
        (("Lisa Hall", "Deep Rao"), []),
    ],
)
def test_what_stands_in_place_of_a_name_is_told(
    tmp_path: Path, names: tuple[str, ...], told_of: list[str]
) -> None:
    rows = "".join(f"{9 + hour}:00,Topic {hour},{name}\n" for hour, name in enumerate(names))
    told, _, _ = ingested(tmp_path, "programme.csv", f"Time,Session,Speaker\n2031-05-05,,\n{rows}")
    assert [
        line.split("the name '")[1].split("'")[0] for line in told.split("\n") if "the name '" in line
    ] == told_of


def test_all_behind_a_title_are_no_speakers(tmp_path: Path) -> None:
    text = """2031年6月3日
15:00 北のスズメガ（田中 太郎）
15:30 絹とその織り手（佐藤 花子）
16:00 総合討論（全員）
"""
    _, _, sessions = ingested(tmp_path, "program.txt", text)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("北のスズメガ", ["田中 太郎"]),
        ("絹とその織り手", ["佐藤 花子"]),
        ("総合討論（全員）", None),
    ]


def test_what_is_said_of_a_talk_in_japanese_brackets_is_nobody_and_other_names_are_told(
    tmp_path: Path,
) -> None:
    text = """2031年6月3日
15:00 北のスズメガ（田中太郎）
15:30 絹（予定）
16:00 総合討論（座長）
16:30 閉会（司会）
"""
    told, _, sessions = ingested(tmp_path, "program.txt", text)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("北のスズメガ（田中太郎）", None),
        ("絹（予定）", None),
        ("総合討論（座長）", None),
        ("閉会（司会）", None),
    ]
    assert "'北のスズメガ（田中太郎）' is read as a title: nobody is told to speak" in told
