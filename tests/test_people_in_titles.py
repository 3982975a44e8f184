"""Who stands beside the titles of talks in tables speaks there, or is told; awards are the papers'."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested, ingested_together

TABLE = """# Conference 2031

## Montag, 2. Juni 2031

| Zeit | Programm | Raum |
|---|---|---|
| 09:00–10:00 | Keynote: Why Owls Turn — Prof. Ann Lee | Aula |
| 10:00–10:30 | Coffee | Foyer |
| 10:30–12:00 | Tutorial: Building Nests (Bob Roe, Barn University) | R1 |
| 10:30–12:00 | Tutorial: Breaking Eggs — Cy Dee (Egg School) | R2 |
| 12:00–13:00 | Panel: Whither Wings? — Di Fay, Ed Gum | Aula |
| 13:00–13:20 | Flo Hart (Barn University): How Eagles Build | R1 |
| 13:20–13:40 | Gus Ives: When Storks Leave | R1 |
| 13:40–14:00 | Hal Jay: Why Eggs Roll | R1 |
"""
TITLES = """Date,Start,End,Title
2031-06-02,09:00,10:00,Owl Eyes: How They Turn
2031-06-02,10:00,11:00,Nests at Night – A Study
2031-06-02,11:00,11:30,Egg Shells: Why They Break
2031-06-02,11:30,12:00,Workshop on Birds (Flo Hart)
2031-06-02,11:45,12:00,Nest Songs: What They Say
2031-06-02,12:00,12:30,Panel: Owls – Future Directions
2031-06-02,12:30,13:00,Business Meeting (Great Hall)
"""


def test_people_beside_the_titles_of_a_table_speak_there(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.md", TABLE)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Keynote: Why Owls Turn", ["Ann Lee"]),
        ("Coffee", None),
        ("Tutorial: Building Nests", [{"name": "Bob Roe", "affiliation": "Barn University"}]),
        ("Tutorial: Breaking Eggs", [{"name": "Cy Dee", "affiliation": "Egg School"}]),
        ("Panel: Whither Wings?", ["Di Fay", "Ed Gum"]),
        ("How Eagles Build", [{"name": "Flo Hart", "affiliation": "Barn University"}]),
        ("When Storks Leave", ["Gus Ives"]),
        ("Why Eggs Roll", ["Hal Jay"]),
    ]
    assert "warning" not in output
    assert {str(each["date"]) for each in sessions} == {"2031-06-02"}


COLONS = """Monday, 9 June 2031

9:15 {}: Owls at sea
10:00 Coffee break
10:30 {}: Lessons from the Field
11:00 - 12:00 Session 2
- Bo Roe: Owls on land
- Owls in the wild
"""


def test_two_words_before_the_colons_of_rows_are_people_where_more_says_so(tmp_path: Path) -> None:
    topics = COLONS.format("Wild Birds", "Open Science")
    output, _, sessions = ingested(tmp_path / "topics", "programme.txt", topics)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Wild Birds: Owls at sea", None),
        ("Coffee break", None),
        ("Open Science: Lessons from the Field", None),
        ("Session 2", None),
    ]
    assert output.count("[doubtful-name]") == 3
    people = COLONS.format("Dr. Ann Lee", "C. Dee (ETH Zurich)")
    _, _, sessions = ingested(tmp_path / "people", "programme.txt", people)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Owls at sea", ["Ann Lee"]),
        ("Coffee break", None),
        ("Lessons from the Field", [{"name": "C. Dee", "affiliation": "ETH Zurich"}]),
        ("Session 2", None),
    ]


def test_two_words_with_capitals_alone_are_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.csv", TITLES)
    assert [(each["title"], each.get("kind"), each.get("people")) for each in sessions] == [
        ("Owl Eyes: How They Turn", None, None),
        ("Nests at Night – A Study", None, None),
        ("Egg Shells: Why They Break", None, None),
        ("Workshop on Birds (Flo Hart)", "workshop", None),
        ("Nest Songs: What They Say", None, None),
        ("Panel: Owls – Future Directions", "panel", None),
        ("Business Meeting", None, None),
    ]
    assert [line for line in output.splitlines() if "doubtful-name" in line] == [
        f"content/sources/programme.csv:{line}: warning: '{title}' is read as a title: nobody is told to "
        "speak [doubtful-name]"
        for line, title in (
            (2, "Owl Eyes: How They Turn"),
            (4, "Egg Shells: Why They Break"),
            (5, "Workshop on Birds (Flo Hart)"),
            (6, "Nest Songs: What They Say"),
        )
    ]


AWARDS = """Tuesday, June 3, 2031

9:00-10:30 Session 1: Best papers
9:00 Best Paper Award: "Owls at noon". Bo Kim, Di Fay
9:30 Best Demo Award: Singing Machines (Ed Gum)
10:00 Eggs at night (Gus Ives, Flo Hart)
10:30-11:00 Coffee break
11:00-12:00 Session 2
11:00 Nests and Nests (Ann Lee, Bob Roe)
11:30 Legs of Storks (Cy Dee, Eve Foe)
"""
LISTED = """Accepted Papers 2031

Owls at noon
Bo Kim, Di Fay

Singing machines
Ed Gum, Cy Roe

Eggs at Night
Gus Ives, Flo Hart
"""
SLOTS = """Date,Start,End,Title
2031-06-03,09:00,09:30,"Best paper award: ""Owls at noon""\"
2031-06-03,09:30,10:00,Prix du meilleur article : Singing Machines
2031-06-03,10:00,10:30,Distinguished paper talk: Eggs at Night
2031-06-03,10:30,11:00,Best Practices: Owls
"""


def test_an_award_in_the_line_of_a_talk_is_the_papers_however_authors_stand_behind(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.txt", AWARDS)
    assert papers == [
        "Eggs at night", "Legs of Storks", "Nests and Nests", "Owls at noon", "Singing Machines",
    ]  # fmt: skip
    assert [slot["paper"] for slot in sessions[0]["slots"]] == [
        "owls-at-noon", "singing-machines", "eggs-at-night",
    ]  # fmt: skip
    awards = (tmp_path / "content/2031/awards.yaml").read_text("utf-8")
    assert "Best Paper Award" in awards and "Best Demo Award" in awards


def test_a_session_called_by_an_award_and_a_listed_paper_holds_that_paper(tmp_path: Path) -> None:
    _, papers, sessions = ingested_together(tmp_path, {"programme.csv": SLOTS, "accepted.txt": LISTED})
    assert papers == ["Eggs at Night", "Owls at noon", "Singing machines"]
    assert [[slot["paper"] for slot in each.get("slots", ())] for each in sessions] == [
        ["owls-at-noon"], ["singing-machines"], ["eggs-at-night"], [],
    ]  # fmt: skip
    awards = (tmp_path / "content/2031/awards.yaml").read_text("utf-8")
    assert all(
        name in awards for name in ("Best paper award", "Prix du meilleur article", "Distinguished paper")
    )


def test_talks_of_a_table_hold_people_in_their_cells_as_lines_do(tmp_path: Path) -> None:
    rows = [
        "Session,Date,Start,End,Talk 1,Talk 2",
        'Flight,2031-09-08,09:00,10:00,"How owls find the road (Ann Lee, Bo Katz)",Counting wrens (Cy Moor)',
        'Songs,2031-09-08,11:00,12:00,"A grammar of songs (Hanna Vik, Ivo Lund)",',
    ]
    output, _, sessions = ingested(tmp_path, "2031.csv", "\n".join(rows) + "\n")
    assert "warning" not in output
    assert [slot for each in sessions for slot in each["slots"]] == [
        {"paper": "how-owls-find-the-road"},
        {"paper": "counting-wrens"},
        {"paper": "a-grammar-of-songs"},
    ]


def test_who_gives_a_keynote_stands_behind_by(tmp_path: Path) -> None:
    rows = ["Time,Event", "2031-09-08 09:00,Keynote 1 by Ann Lee", "2031-09-08 10:00,Security by Design Now"]
    _, _, sessions = ingested(tmp_path, "2031.csv", "\n".join(rows) + "\n")
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Keynote 1", ["Ann Lee"]),
        ("Security by Design Now", None),
    ]
