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


KENKYUKAI = """フクロウ研究会 2031

2031年9月8日（月）

10:00-11:00 セッション1：夜の飛行（座長：森 健太）
10:00 夜道を見つけるフクロウ（山田 太郎, 大阪大学）
10:30 電話で数えるミソサザイ（佐藤 花子，京都大学；鈴木 一郎，東京大学）
11:00-11:30 昼休み
"""


def test_people_in_wide_brackets_behind_titles_are_their_authors(tmp_path: Path) -> None:
    output, papers, sessions = ingested(tmp_path, "programme.txt", KENKYUKAI)
    assert "warning" not in output
    assert papers == ["夜道を見つけるフクロウ", "電話で数えるミソサザイ"]
    assert shown(sessions)[:1] == ["10:00 | セッション1：夜の飛行 | 森 健太 @ chair"]
    counted = (tmp_path / "content/2031/papers/dianhuadeshuerumisosazai.yaml").read_text("utf-8")
    assert [name in counted for name in ("佐藤 花子", "京都大学", "鈴木 一郎", "東京大学")] == [True] * 4


JORNADAS = """JORNADAS DE ORNITOLOGÍA

JUEVES 3 DE ABRIL DE 2031
09:30 h. Inauguración. Ana López (Decana) y Juan Gil (Vicerrector)
10:00 h. "El búho urbano". Pedro Sanz (CSIC)
10:45 h. "Nidos caja a caja". Marta Vega (UAM)
11:30 h. Descanso
12:00 h. Round table: Luz y aves
         Luis Rey, Eva Paz
14:00 h. Fin de la jornada
Zoom link follows.
"""


def test_who_opens_stands_behind_a_full_stop_and_a_sentence_is_no_room(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programa.txt", JORNADAS)
    assert shown(sessions) == [
        "09:30 | Inauguración | Ana López @ Decana, Juan Gil @ Vicerrector",
        "10:00 | El búho urbano | Pedro Sanz @ CSIC",
        "10:45 | Nidos caja a caja | Marta Vega @ UAM",
        "11:30 | Descanso | break",
        "12:00 | Round table: Luz y aves | panel | Luis Rey, Eva Paz",
        "14:00 | Fin de la jornada",
    ]
    assert "programa.txt:11:1: warning: nothing tells what this line is" in output


MEETUP = """<html><body><h1>Nest Devs Meetup – 12 November 2031</h1><div class="agenda">
<div class="item"><span class="time">18:00</span> <span class="t">Doors open</span></div>
<div class="item"><span class="time">18:30</span> <span class="t">Twigs in use</span>
 <span class="s">Ann Lee, Owl Inc</span></div>
<div class="item"><span class="time">19:15</span> <span class="t">Break</span></div>
<div class="item"><span class="time">19:30</span> <span class="t">Testing nests</span>
 <span class="s">Bob Roe &amp; Cy Dee, Barn Ltd</span></div>
<div class="item"><span class="time">20:15</span> <span class="t">Networking</span></div>
</div></body></html>
"""


def test_a_company_behind_names_is_where_they_work(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "agenda.html", MEETUP)
    assert shown(sessions) == [
        "18:00 | Doors open",
        "18:30 | Twigs in use | Ann Lee @ Owl Inc",
        "19:15 | Break | break",
        "19:30 | Testing nests | Bob Roe @ Barn Ltd, Cy Dee @ Barn Ltd",
        "20:15 | Networking",
    ]


UNMARKED = """<html><body><h1>Nest Devs Meetup – 12 November 2031</h1>
<div><span>18:30</span> <span>Twigs in use</span> <span>Ann Lee, Owl Inc</span></div>
<div><span>19:15</span> <span>Break</span></div>
<div><span>19:30</span> <span>Testing nests</span> <span>Bob Roe, Barn Ltd</span></div>
<div><span>20:15</span> <span>Networking</span></div>
</body></html>
"""


def test_a_title_that_ends_in_a_company_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "agenda.html", UNMARKED)
    assert shown(sessions) == [
        "18:30 | Twigs in use Ann Lee, Owl Inc",
        "19:15 | Break | break",
        "19:30 | Testing nests Bob Roe, Barn Ltd",
        "20:15 | Networking",
    ]
    assert output.count("[doubtful-name]") == 2


KONGRE = """Kuş Araştırmaları Kongresi 2031

12 Mayıs 2031 Pazartesi
11:00-12:30 Oturum 1: Yuvalar (Oturum Başkanı: Elif Çelik)
11:00 Ağaçta yuva – Can Yıldız, Ece Şahin
11:30 Çatıda yuva – Deniz Arslan
12:30-13:30 Öğle yemeği
"""


def test_talks_whose_titles_keep_a_name_are_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "program.txt", KONGRE)
    assert shown(sessions) == [
        "11:00 | Oturum 1: Yuvalar | Elif Çelik @ chair",
        "  11:00 | Ağaçta yuva – Can Yıldız, Ece Şahin",
        "  11:30 | Çatıda yuva – Deniz Arslan",
        "12:30 | Öğle yemeği | break",
    ]
    assert output.count("[doubtful-name]") == 2


HALLS = """SCHEDULE, Friday 12 September 2031

Hall A
09:00 Opening
09:30 Fast nests - Bob Roe
10:00 Slow nests - Cy Dee

Hall B
09:30 Egg shells - Dan Poe
10:00 Egg white - Eve Foe
"""


def test_rooms_that_head_rows_are_those_of_the_rows_below(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "schedule.txt", HALLS)
    assert shown(sessions) == [
        "09:00 | Opening | Hall A",
        "09:30 | Fast nests | Hall A | Bob Roe",
        "10:00 | Slow nests | Hall A | Cy Dee",
        "09:30 | Egg shells | Hall B | Dan Poe",
        "10:00 | Egg white | Hall B | Eve Foe",
    ]


TUTORIALS = """<html><body><h1>Tutorials – Sunday, 31 August 2031</h1>
<table><thead><tr><th>Time</th><th>Room 1</th><th>Room 2</th></tr></thead><tbody>
<tr><td>09:00–12:00</td><td>T1: Nests<br>(Ann Lee, Barn University)</td>
<td>T2: Eggs<br>(Bob Roe, Cy Dee)</td></tr>
<tr><td>12:00–13:00</td><td colspan="2">Lunch</td></tr>
<tr><td>13:00–16:00</td><td>T3: Wings<br>(Dan Poe, Egg School)</td><td></td></tr>
</tbody></table></body></html>
"""


def test_people_in_brackets_below_titles_of_a_grid_are_read(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "tutorials.html", TUTORIALS)
    assert shown(sessions) == [
        "09:00 | T1: Nests | tutorial | Room 1 | Ann Lee @ Barn University",
        "09:00 | T2: Eggs | tutorial | Room 2 | Bob Roe, Cy Dee",
        "12:00 | Lunch | break",
        "13:00 | T3: Wings | tutorial | Room 1 | Dan Poe @ Egg School",
    ]


UILEN = """Symposium Uilen 2031
Vrijdag 5 september 2031, Zaal 2

09.30 uur Ontvangst met koffie
10.10 uur Lezing: Uilen - dr. Anna de Vries (Universiteit Utrecht)
10.50 uur Nestkasten - Piet Jansen
11.20 uur Pauze
11.45 uur Ringonderzoek - Els Visser en Tom Smit
"""


def test_hours_by_their_dutch_word_begin_rows_whose_names_are_read_or_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programma.txt", UILEN)
    assert [(each["start"], each["title"], each.get("room")) for each in sessions] == [
        ("09:30", "Ontvangst met koffie", None),
        ("10:10", "Lezing: Uilen - dr. Anna de Vries (Universiteit Utrecht)", "Zaal 2"),
        ("10:50", "Nestkasten", "Zaal 2"),
        ("11:20", "Pauze", None),
        ("11:45", "Ringonderzoek", "Zaal 2"),
    ]
    assert [row.get("people", []) for row in sessions[2:]] == [
        ["Piet Jansen"],
        [],
        ["Els Visser", "Tom Smit"],
    ]
    assert output.count("[doubtful-name]") == 1


def test_a_person_behind_a_comma_among_places_is_told(tmp_path: Path) -> None:
    text = """Saturday 13 September 2031
9:00-9:15 Welcome
9:15-10:00 Opening of the doors
10:00-10:30 Coffee break
10:30-12:00 Session 1: Nests (Room 2)
  Warm nests in cold towns
  Ann Lee, Bo Katz
  Old nests and new birds
  Cy Dee and Fay Gee, Oslo
  Mice by night
  Di Hay and Ed Ives, Owl Labs
  Mice by day
  Gus Jay and Hal Kay, Owl Labs
12:00 Lunch
13:30-14:30 Tour of the barns
14:30-15:00 Closing
"""
    output, _, _ = ingested(tmp_path, "programme.txt", text)
    assert [line.partition("warning: ")[2] for line in output.splitlines() if "[doubtful-name]" in line] == [
        "'Bo Katz' is read as where 'Ann Lee' works: it may be another author [doubtful-name]"
    ]


POSTERS = """Poster Session A, Tuesday 2 September 2031, 17:00-19:00, Foyer

Owls in fog
Ann Lee, Bob Roe
Mice in corn
Dan Poe, Eve Foe, Fay Goe

Poster Session B, Wednesday 3 September 2031, 17:00-19:00, Foyer

Larks at dawn
Gus Hoe, Ida Jay
Crows in town
Hal Jay, Kim Lo
"""


def test_a_heading_that_says_when_its_session_is_is_told(tmp_path: Path) -> None:
    output, papers, _ = ingested(tmp_path, "posters.txt", POSTERS)
    assert papers == ["Crows in town", "Larks at dawn", "Mice in corn", "Owls in fog"]
    assert output.count("says when it is: that is not read [implausible-session]") == 2


DAYS = """Tagung Eulen

Montag, 9. Juni 2031 – Anreise
18:00 Abendessen

Dienstag, 10. Juni 2031 (Hörsaal 3)
9:00 Eulen im Wald

Mittwoch, 11. Juni 2031 – Ausflug, Aula
9:00 Eulen am Meer
"""


def test_what_stands_beside_a_day_is_its_room_or_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programm.txt", DAYS)
    assert [(str(each["date"]), each["title"], each.get("room")) for each in sessions] == [
        ("2031-06-09", "Abendessen", None),
        ("2031-06-10", "Eulen im Wald", "Hörsaal 3"),
        ("2031-06-11", "Eulen am Meer", "Aula"),
    ]
    assert [line for line in output.splitlines() if "warning" in line] == [
        "content/sources/programm.txt:3:1: warning: 'Anreise' beside this day is not read [unread-line]",
        "content/sources/programm.txt:9:1: warning: 'Ausflug' beside this day is not read [unread-line]",
    ]


ABOVE = """Owls 2031
Monday, 9 June 2031

Section A
A. Bee, Presiding

9:00-9:30 Owls at sea
9:30-10:00 Owls in town
10:00-10:30 Owls asleep
"""
STAGES = """Friday, 13 June 2031

Main Stage
9:00 Opening
9:30 Owls at scale

Tutorial Room
9:30 Feathers in hand
10:45 Nests in hand
"""


def test_lines_between_a_day_and_its_first_time_are_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", ABOVE)
    assert [each["title"] for each in sessions] == ["Owls at sea", "Owls in town", "Owls asleep"]
    assert [line for line in output.splitlines() if "warning" in line] == [
        "content/sources/programme.txt:4:1: warning: this line stands above the first time of its day: it is "
        "not read, nor 1 line like it [unread-line]"
    ]


def test_lines_where_rooms_stand_are_rooms_where_the_times_begin_anew(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", STAGES)
    assert [(each["start"], each["title"], each.get("room")) for each in sessions] == [
        ("09:00", "Opening", "Main Stage"),
        ("09:30", "Owls at scale", "Main Stage"),
        ("09:30", "Feathers in hand", "Tutorial Room"),
        ("10:45", "Nests in hand", "Tutorial Room"),
    ]
