"""Programmes as other fields and languages type them: what comes in of each, whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested


def shown(sessions: list[Any]) -> list[str]:
    """Sessions and talks, a line each: when, what, where, who."""
    lines = []
    for each in sessions:
        lines.append(_line(str(each.get("start", "")), each))
        lines += [_line("  " + str(slot.get("start", "")), slot) for slot in each.get("slots", ())]
    return lines


def _line(start: str, each: Any) -> str:
    people = [
        one if isinstance(one, str) else " @ ".join(map(str, one.values())) for one in each.get("people", ())
    ]
    parts = (
        start,
        each.get("title") or each.get("paper"),
        each.get("kind"),
        each.get("room"),
        ", ".join(people),
    )
    return " | ".join(part for part in parts if part)


COLLOQUE = """Colloque international « Mémoires du paysage »

Lundi 5 mai 2031
Amphithéâtre B

9h30 Ouverture du colloque – Jeanne Morel (Université de Grange)
9h45 Conférence inaugurale : « Le fleuve et la ville », Paul Verne (EHESS)
10h45 Pause café
Session 1 – Rivières (présidence : Luc Petit)
11h00 Marie Roche (Lyon 2), « Les rives oubliées »
11h30 Karim Sadi (Tunis), « Une carte du Nil »
12h00 Discussion
12h30 Clôture
"""


def test_a_colloquium_has_its_room_and_closes_outside_its_last_session(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", COLLOQUE)
    assert shown(sessions) == [
        "09:30 | Ouverture du colloque | Amphithéâtre B | Jeanne Morel @ Université de Grange",
        "09:45 | Conférence inaugurale : « Le fleuve et la ville » | invited-talk | Amphithéâtre B | "
        "Paul Verne @ EHESS",
        "10:45 | Pause café | break",
        "11:00 | Session 1 – Rivières | Amphithéâtre B | Luc Petit @ chair",
        "  11:00 | les-rives-oubliees",
        "  11:30 | une-carte-du-nil",
        "  12:00 | Discussion",
        "12:30 | Clôture | Amphithéâtre B",
    ]


SYMPOSIUM = """SYMPOSIUM ON BIRD LAW
Friday, November 7, 2031

9:00 – 9:10    Introduction
               Dean Margaret Hall
9:10 – 10:30   Panel I: Owning the Sky
               Moderator: Prof. Alan Reed
               Panelists:
               Ruth Lane, State University
               Omar Haddad, City College
               Mei Chen, Nest Foundation
10:30 – 10:45  Break
10:45 – 12:00  Best poster award
"""


def test_panellists_below_their_label_have_places_of_their_own(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", SYMPOSIUM)
    assert shown(sessions) == [
        "09:00 | Introduction",
        "09:10 | Panel I: Owning the Sky | panel | Alan Reed @ chair, Ruth Lane @ State University, "
        "Omar Haddad @ City College, Mei Chen @ Nest Foundation",
        "10:30 | Break | break",
        "10:45 | Best poster award",
    ]
    assert (
        "programme.txt:5:16: warning: nothing tells what this line is: it is not read [unread-line]" in output
    )


TEACHING = """<html><body><h1>Teaching Day 2031</h1><h2>Saturday, 8 March 2031</h2>
<h3>9.00–9.30 Arrival and coffee</h3>
<h3>10.45–11.45 Workshops A</h3>
<ul><li>Phonics – Sam Hill (Room 12)</li><li>Maths games – Pat Green (Room 14)</li>
<li>Forest school – Lee Park (outside)</li></ul>
<h3>12.00–13.00 Lunch</h3>
</body></html>
"""


def test_a_room_behind_who_speaks_is_no_place_of_work(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.html", TEACHING)
    assert shown(sessions) == [
        "09:00 | Arrival and coffee | break",
        "10:45 | Workshops A | workshop",
        "   | phonics | Room 12",
        "   | maths-games | Room 14",
        "   | forest-school | outside",
        "12:00 | Lunch | break",
    ]


ENCONTRO = """VIII Encontro de Aves Urbanas

Quinta-feira, 9 de outubro de 2031
09h30 – Abertura: Teresa Lima (Diretora), João Reis (Presidente)
11h30 – Comunicações. Moderação: Sofia Cruz
11h30 – Pardais em praças – Ana Sousa, Hugo Pinto
11h50 – Corujas na A1 – Inês Faria
12h30 – Almoço
16h00 – Encerramento
"""


def test_talks_that_begin_with_a_session_that_somebody_leads_are_in_it(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programa.txt", ENCONTRO)
    assert shown(sessions) == [
        "09:30 | Abertura | Teresa Lima @ Diretora, João Reis @ Presidente",
        "11:30 | Comunicações | Sofia Cruz @ chair",
        "  11:30 | pardais-em-pracas",
        "  11:50 | corujas-na-a1",
        "12:30 | Almoço | break",
        "16:00 | Encerramento",
    ]


TAIKAI = """日本フクロウ学会 2031年大会
2031年9月6日（土）

9:10-10:00 基調講演「都市の夜」 佐藤花子（東北大学）
10:00-10:20 休憩
10:20-12:00 セッション1：生態（座長：鈴木一郎）
10:45 冬の餌 伊藤四郎
12:00-13:00 昼食
"""


def test_a_name_behind_a_title_in_wide_quotes_speaks_and_one_without_quotes_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", TAIKAI)
    assert shown(sessions)[0] == "09:10 | 基調講演「都市の夜」 | invited-talk | 佐藤花子 @ 東北大学"
    assert "'冬の餌 伊藤四郎' is read as a title: nobody is told to speak [doubtful-name]" in output
