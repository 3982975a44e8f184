"""Whole programmes of small conferences, as organisers type them: what is beside titles, times and people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested


def shown(sessions: list[Any], *names: str) -> list[tuple[Any, ...]]:
    """These fields of each session."""
    return [tuple(each.get(name) for name in ("title", *names)) for each in sessions]


def test_the_half_of_the_day_at_the_end_of_an_interval_is_that_of_its_start(tmp_path: Path) -> None:
    text = """Fungi Forum (May 23, 2031)

9:00am Welcome
11:30am-1:00pm Rusts of Wheat
1:30-3:00pm Molds on Film
3:00pm Close
"""
    _, _, sessions = ingested(tmp_path, "program.txt", text)
    assert shown(sessions, "start", "end") == [
        ("Welcome", "09:00", None),
        ("Rusts of Wheat", "11:30", "13:00"),
        ("Molds on Film", "13:30", "15:00"),
        ("Close", "15:00", None),
    ]


def test_breaks_in_the_column_of_speakers_and_talks_without_a_title(tmp_path: Path) -> None:
    text = """Time,Name,Affiliation,Talk
"Tuesday, 14 January 2031",,,
10:00,Dr. Mona Field,ETH Zürich,Glaciers as Archives
10:45,Coffee,,
11:15,Sarah Njeri,,TBC
12:00,Abe Lund,NTNU,Permafrost Roads
"""
    _, _, sessions = ingested(tmp_path, "speakers.csv", text)
    inside = [(slot["title"], slot["people"]) for each in sessions for slot in each.get("slots", ())]
    assert shown(sessions, "start") == [
        ("Glaciers as Archives", "10:00"),
        ("Coffee", "10:45"),
        ("TBC", "11:15"),
        ("Permafrost Roads", "12:00"),
    ]
    assert inside == [
        ("Glaciers as Archives", [{"name": "Mona Field", "affiliation": "ETH Zürich"}]),
        ("TBC", ["Sarah Njeri"]),
        ("Permafrost Roads", [{"name": "Abe Lund", "affiliation": "NTNU"}]),
    ]


def test_places_behind_titles_and_people(tmp_path: Path) -> None:
    text = """Freitag, 14. März 2031

9.30 Uhr    Begrüßung
9.45 Uhr    Die Glasuren der Werkstatt Böttger
            Dr. Jonas Wirth, Dresden
11.45 Uhr   Ton und Feuer
            Prof. Dr. Karl Lindner und Susanne Beck, Höhr-Grenzhausen
14.00 Uhr   Führung durch die Sammlung (Treffpunkt: Foyer)
15.00 Uhr   Abschlussdiskussion

Bitte melden Sie sich bis Montag an.
"""
    told, _, sessions = ingested(tmp_path, "programm.txt", text)
    assert shown(sessions, "room", "people", "description") == [
        ("Begrüßung", None, None, None),
        (
            "Die Glasuren der Werkstatt Böttger",
            None,
            [{"name": "Jonas Wirth", "affiliation": "Dresden"}],
            None,
        ),
        (
            "Ton und Feuer",
            None,
            [
                {"name": "Karl Lindner", "affiliation": "Höhr-Grenzhausen"},
                {"name": "Susanne Beck", "affiliation": "Höhr-Grenzhausen"},
            ],
            None,
        ),
        ("Führung durch die Sammlung", "Foyer", None, None),
        ("Abschlussdiskussion", None, None, None),
    ]
    assert "programm.txt:11:1: warning: this text stands below the last entry, as below no other" in told


def test_titles_before_names_are_no_ends_of_sentences(tmp_path: Path) -> None:
    text = """Jueves 6 de noviembre de 2031

16:00 Inauguración
16:15 Conferencia: "Los caminos de hierro", Dra. Carmen Ruiz (Universidad de Valladolid)
17:15 Conferencia: "El último fogonero", Lic. Rosa Marcos (Archivo de León)
18:00 Clausura
"""
    _, _, sessions = ingested(tmp_path, "programa.txt", text)
    assert [each[0] for each in shown(sessions)] == [
        "Inauguración",
        'Conferencia: "Los caminos de hierro"',
        'Conferencia: "El último fogonero"',
        "Clausura",
    ]


def test_labels_behind_a_wide_comma_need_no_space(tmp_path: Path) -> None:
    text = """2031年5月17日（星期六）

9:00-9:20  开幕式
10:20-10:50 武夷岩茶的火功，报告人：陈晓梅（福建农林大学）
10:50-11:20 宋代点茶复原，报告人：李强（浙江大学）
"""
    _, _, sessions = ingested(tmp_path, "programme.txt", text)
    assert shown(sessions, "people") == [
        ("开幕式", None),
        ("武夷岩茶的火功", [{"name": "陈晓梅", "affiliation": "福建农林大学"}]),
        ("宋代点茶复原", [{"name": "李强", "affiliation": "浙江大学"}]),
    ]


def test_texts_of_talks_that_name_who_gives_them(tmp_path: Path) -> None:
    text = """sessions:
  - name: Kilns
    when: 2031-04-02 10:00 - 11:30
    talks:
      - Wood firing, by Jo Ash
      - Salt glaze, by Di Clay and Ed Burn
      - Ball clay of Devon, by Pat Wren
"""
    _, _, sessions = ingested(tmp_path, "programme.yml", text)
    assert [(slot["title"], slot["people"]) for slot in sessions[0]["slots"]] == [
        ("Wood firing", ["Jo Ash"]),
        ("Salt glaze", ["Di Clay", "Ed Burn"]),
        ("Ball clay of Devon", ["Pat Wren"]),
    ]


def test_a_panel_in_place_of_a_name_and_an_item_that_looks_like_two_people_are_told(tmp_path: Path) -> None:
    rows = '10:00,Ann Lee,Owls\n11:00,"Panel (Lee, Roe)",Who counts owls?\n'
    told = ingested(tmp_path, "programme.csv", f"Time,Speaker,Title\n2031-05-04,,\n{rows}")[0]
    assert "warning: the name 'Panel' says what takes place, and not who speaks [lone-name]" in told
    lists = (
        "Accepted papers\n\n- Learning to Fold. Mei Tan, Jo Ruiz\n- A Robot for Paper. Ana Silva, Lia Reis\n"
    )
    told = ingested(tmp_path / "b", "accepted.txt", f"{lists}\nPosters\n\n- Kirigami Shells. Ben Yu\n")[0]
    assert "accepted.txt:8:1: warning: this item parts into a title and authors as the others do" in told


def test_a_session_that_heads_nothing_is_told_and_no_room(tmp_path: Path) -> None:
    text = """Tuesday 2 December 2031

10.00-10.30: Coffee
10.30-12.00: Parallel sessions
  Session 1A (Room 101): Restoration
  Session 1B (Room 102): Birds
12.00-13.00: Lunch
15.00: Tea
"""
    told, _, sessions = ingested(tmp_path, "programme.txt", text)
    assert shown(sessions, "room", "kind") == [
        ("Coffee", None, "break"),
        ("Parallel sessions", None, None),
        ("Lunch", None, "break"),
        ("Tea", None, "break"),
    ]
    unread = [line.strip(" |") for line in told.splitlines() if line.startswith("    | ")]
    assert unread == ["Session 1A (Room 101): Restoration", "Session 1B (Room 102): Birds"]


def test_people_in_square_brackets_before_colons_and_in_welcomes_are_told(tmp_path: Path) -> None:
    text = """2031年11月8日（土）

10:00-10:05 開会の挨拶 山田太郎（京都大学）
11:00-11:20 三椏紙の強度 ○佐藤健、田中実（東京大学）
11:20-11:40 古文書の修復 ○高橋恵（奈良大学）
"""
    told = ingested(tmp_path / "a", "programme.txt", text)[0]
    assert "warning: '開会の挨拶 山田太郎（京都大学）' is read as a title: nobody is told to speak" in told
    rows = "2031-05-04,10:00,Eels [Ed Elver]\n2031-05-04,11:00,Weirs and Locks\n2031-05-04,12:00,Ponds\n"
    told = ingested(tmp_path / "b", "programme.csv", f"Date,Start,Talk\n{rows}")[0]
    assert "warning: 'Eels [Ed Elver]' is read as a title: nobody is told to speak" in told
    rows = "2031-05-04,10:00,Ann Lee: Silk Moths\n2031-05-04,11:00,Bo Roe & Cy Fox: Mulberries\n"
    told = ingested(tmp_path / "c", "programme.csv", f"Date,Start,Event\n{rows}2031-05-04,12:00,Tea\n")[0]
    assert "warning: 'Ann Lee: Silk Moths' is read as a title: nobody is told to speak" in told


def test_numbers_that_count_the_talks_of_the_whole_page_are_none_of_their_titles(tmp_path: Path) -> None:
    text = """SESSION 1: GLACIERS
Monday 8 December 2031, 10:00-11:30
Chair: Ann Serac

1. Ice cores of the Alps
   Bo Firn (ETH), Cy Snow (CNRS)
2. Moraines
   Di Till (Oslo)

SESSION 2: RIVERS
Monday 8 December 2031, 13:00-14:00
Chair: Ed Weir

3. Braided rivers
   Flo Gravel, Gus Bar (NIWA)
"""
    assert ingested(tmp_path, "programme.txt", text)[1] == [
        "Braided rivers",
        "Ice cores of the Alps",
        "Moraines",
    ]


def test_blank_decisions_beside_withdrawn_ones_are_asked_for(tmp_path: Path) -> None:
    text = "title,authors,status\nOwls,Ann Lee,\nMice,Bo Roe,withdrawn\nEels,Cy Dent,\n"
    told, papers, _ = ingested(tmp_path, "papers.csv", text)
    hint = "hint: if the blank cells are those of accepted papers, write 'accepted' into them"
    assert (papers, "papers.csv:1: error: none of 3 rows is accepted" in told, hint in told) == (
        [],
        True,
        True,
    )


@pytest.mark.parametrize(
    ("prose", "room"),
    [
        ("we meet in room B.07 at 9, as last year.", "room B.07"),
        ("wir treffen uns um 9 Uhr im Hörsaal 2.", "Hörsaal 2"),
        ("on se retrouve en Salle 12 à 9h.", "Salle 12"),
        ("all talks take place in the Main Auditorium of the museum.", "Main Auditorium"),
        ("we meet in the hall a few minutes before the first talk.", None),
    ],
)
def test_a_room_that_a_mail_tells_in_a_sentence_is_told(tmp_path: Path, prose: str, room: str | None) -> None:
    rows = "9:00 Hawkmoths of the north\nBo Roe\n9:30 Silk and its weavers\nAnn Lee\n10:00 Coffee\n"
    told, _, _ = ingested(tmp_path, "mail.txt", f"Dear all,\n\n{prose}\n\n3 June 2031\n\n{rows}")
    found = [line for line in told.split("\n") if "and nothing is read in a room" in line]
    assert [line.partition("warning: ")[2] for line in found] == (
        [f"this line tells of '{room}', and nothing is read in a room [unread-line]"] if room else []
    )
    told, _, _ = ingested(
        tmp_path / "b", "mail.txt", f"Dear all,\n\n{prose}\n\n3 June 2031, Room 4\n\n{rows}"
    )
    assert "read in a room" not in told


def test_hours_alone_are_times_where_intervals_join(tmp_path: Path) -> None:
    text = """3 June 2031
9:15 - 10 Hawkmoths of the north
Bo Roe
10 - 10:45 Silk and its weavers
Ann Lee
10:45 - 11 Coffee
11 - 12 Nests in barns
Cy Dahl
"""
    _, _, sessions = ingested(tmp_path, "program.txt", text)
    assert shown(sessions, "start", "end") == [
        ("Hawkmoths of the north", "09:15", "10:00"),
        ("Silk and its weavers", "10:00", "10:45"),
        ("Coffee", "10:45", "11:00"),
        ("Nests in barns", "11:00", "12:00"),
    ]
    told, _, _ = ingested(tmp_path / "b", "program.txt", text.replace("10 - 10:45", "10:15"))
    assert "program.txt:2:1: error: '10' is no time" in told


@pytest.mark.parametrize(
    ("first", "second", "rooms"),
    [
        (
            "Programme of Tuesday, 3 June 2031, in Hall A",
            "Programme of Wednesday, 4 June 2031, in Hall B",
            ("Hall A", "Hall B"),
        ),
        ("Programm am Dienstag, 3. Juni 2031", "Programm am Mittwoch, 4. Juni 2031", (None, None)),
        ("Programme du mardi 3 juin 2031", "Programme du mercredi 4 juin 2031", (None, None)),
    ],
)
def test_days_in_headings_that_call_themselves_a_programme(
    tmp_path: Path, first: str, second: str, rooms: tuple[str | None, str | None]
) -> None:
    text = f"""{first}

9:00 Hawkmoths of the north
Bo Roe
9:30 Silk and its weavers
Ann Lee

{second}

9:00 Nests in barns
Cy Dahl
"""
    told, _, sessions = ingested(tmp_path, "program.txt", text)
    assert [(*row[:1], str(row[1]), row[2]) for row in shown(sessions, "date", "room")] == [
        ("Hawkmoths of the north", "2031-06-03", rooms[0]),
        ("Silk and its weavers", "2031-06-03", rooms[0]),
        ("Nests in barns", "2031-06-04", rooms[1]),
    ]
    assert "warning" not in told
