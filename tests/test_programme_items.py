"""Items of a programme with labels below them, and sessions whose times stand in brackets."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested

LABELLED = """# Monday, June 2, 2031

* 09:00: Opening
* 09:30: Session #1 - Short Talks (Topic: Woods, Session Chair: Ann Lee)
  * Trees that Sing
    * Lead Author: Bo Dee
    * Time: 5 minutes
  * [Nests: An Essay](/papers/2.pdf)
    * Lead Author: Cy Roe
    * Time: 15 minutes
    * Speaker: Di Fay
* 10:30: Coffee
* 11:00: Session #2 - Short Talks (Topic: Barns)
  * Owls at Noon
    * Lead Author: Ed Gum
    * Time: 5 minutes
"""
IN_BRACKETS = """# Programme of OWL 2031

## Monday, June 2, 2031

### Woods (Session #1: 11.00 - 12.30)

* Ann Lee and Bo Dee. **Trees that Sing**
* Cy Roe. **Nests in Barns**

### (Session #2: 14.00 - 15.30)

* Di Fay and Ed Gum. **Owls at Noon**
* Flo Hart. **Mice at Night**
"""
OTHERS = """# Programme

## Monday, June 2, 2031

### 9:00 - 10:30 Session 1: Woods

- Trees that Sing
  Ann Lee et al.
- Nests in Barns
  Bo Dee and others
- Owls at Noon
  Cy Roe, Di Fay, et al.

### 11:00 - 12:30 Session 2: Barns

- Mice at Night
  Ed Gum et al.
"""
LISTED = """# Accepted papers

Presented on Monday, 9:00 - 10:30, in the old barn of the village behind the wood

Trees that Sing
Ann Lee, Bo Dee

Nests in Barns
Cy Roe, Di Fay

Owls at Noon
Ed Gum, Flo Hart
"""

HOURS = """# The week

*9:00 AM - 12:30 PM (CET)*<br />
**[Workshop]** Owls and what they hold at night<br />
**[Workshop]** Nests of the north

*2:00 PM - 3:30 PM (CET)*<br />
- **Trees that Sing**, Ann Lee and Bo Dee
- **Nests in Barns**, Cy Roe and Di Fay

*4:00 PM - 5:30 PM (CET)*<br />
**[Tutorial]** Counting all the crows
"""

BESIDE_TABLES = """# Monday, 5 May 2031

| Time | Event |
| --- | --- |
| 09:00-10:00 | Session 1 |
| 10:00-10:30 | Coffee |

#### Session 1

09:00-09:20 Trees that Sing
Ann Lee and Bo Dee

09:20-09:40 Nests in Barns
Cy Roe

09:40-10:00 Owls at Noon
Di Fay
"""

BELOW_A_PART = """# Monday, 5 May 2031

| Time | Session | Chair |
| --- | --- | --- |
| 09:00-10:00 | Session 1: Woods | |
| | **Trees - part 1** | Ann Lee |
| | Trees that Sing, Bo Dee and Cy Roe | |
| | Nests in Barns, Di Fay | |
| 10:00-10:30 | Coffee | |
"""

REFUSED = """title,date,start,end,decision
Owls,2031-05-05,09:00,10:00,rejected
Bats,2031-05-05,10:00,11:00,rejected
"""

QUOTED = """# Monday, 5 May 2031

<span class="time">8:45–9:00</span> Opening remarks

<span class="time">9:00–10:00</span> Session 1: Woods

> - *Trees that Sing* <br /> Ann Lee and Bo Dee [[PDF]](https://owls.example/1), [[Video]](https://owls.example/v1)
> - *Nests in Barns* <br /> Cy Roe
> - *Owls at Noon* <br /> Di Fay and Ed Gum [[PDF]](https://owls.example/3)

<span class="time">10:00–10:30</span> Coffee
"""

DOTTED = """## Tuesday, 6 May 2031

09:00 - 09:15. *opening: welcome to the barn*

09:15 - 10:30. **session 1A: Formal nests** (chair: Ann Lee)

- 09:15 - 09:40: Bo Dee. _A Note on Nests_
- 09:40 - 10:05: Cy Roe and Di Fay. _The importance of trees_

10:30 - 11:00. *coffee break* and demos

- Ed Gum. _Answer Nests for Owls and Others_
- Flo Hart, Gus Ives and Hal Jay. _OpenOwl.ai: A Global Open-source Owl Model_
"""

INVITED = """# Monday, 5 May 2031

- 09:10 - 09:55: **Invited Talk - Ann Lee**
  - **Title**: [Nests for Owls](/slides/1.pdf)
  - **Abstract**: The widespread use of nests has made owls even more open to many risks, and we say why.
- 10:00 - 10:45: **Invited Talk - Bo Dee**
  - **Title**: Barns as they Were
  - **Abstract**: Barns were large once. We look back at what stood in them, and at who took it out again.
- 11:00 - 11:45: **Invited Talk - Cy Roe**
  - **Title**: Why all the Mice Hide
  - **Abstract**: Mice hide. This is known to all who look for them, and it has three reasons, named here.
"""


def authors(folder: Path) -> dict[str, list[object]]:
    """The authors of each paper that was read, by its title."""
    read = [yaml.safe_load(each.read_text("utf-8")) for each in folder.glob("content/2031/papers/*.yaml")]
    return {paper["title"]: paper["authors"] for paper in read}


def test_lines_below_an_item_say_by_labels_who_wrote_it(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.md", LABELLED)
    assert authors(tmp_path) == {
        "Trees that Sing": ["Bo Dee", {"missing": "others"}],
        "Nests: An Essay": ["Cy Roe", {"missing": "others"}],
        "Owls at Noon": ["Ed Gum", {"missing": "others"}],
    }
    assert [(each["title"], each.get("people"), each.get("slots")) for each in sessions] == [
        ("Opening", None, None),
        (
            "Session #1 - Short Talks (Topic: Woods)",
            [{"name": "Ann Lee", "role": "chair"}],
            [{"paper": "trees-that-sing"}, {"paper": "nests-an-essay", "people": ["Di Fay"]}],
        ),
        ("Coffee", None, None),
        ("Session #2 - Short Talks (Topic: Barns)", None, [{"paper": "owls-at-noon"}]),
    ]
    assert "not taken: links in titles (1), time (3)" in output


def test_times_in_brackets_are_those_of_the_session(tmp_path: Path) -> None:
    sessions = ingested(tmp_path, "programme.md", IN_BRACKETS)[2]
    assert [(each["title"], each["start"], each["end"], len(each["slots"])) for each in sessions] == [
        ("Woods (Session #1)", "11:00", "12:30", 2),
        ("Session #2", "14:00", "15:30", 2),
    ]


def test_those_who_are_not_named_are_missing(tmp_path: Path) -> None:
    sessions = ingested(tmp_path, "programme.md", OTHERS)[2]
    assert [(each["title"], len(each["slots"])) for each in sessions] == [
        ("Session 1: Woods", 3),
        ("Session 2: Barns", 1),
    ]
    assert authors(tmp_path) == {
        "Trees that Sing": ["Ann Lee", {"missing": "others"}],
        "Nests in Barns": ["Bo Dee", {"missing": "others"}],
        "Owls at Noon": ["Cy Roe", "Di Fay", {"missing": "others"}],
        "Mice at Night": ["Ed Gum", {"missing": "others"}],
    }


def test_a_list_that_passes_over_times_says_so(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "accepted.md", LISTED)
    assert titles == ["Nests in Barns", "Owls at Noon", "Trees that Sing"]
    assert ": warning: this line says when something takes place: the page is read as a list" in output


def test_times_that_are_more_than_the_papers_of_a_list_make_it_none(tmp_path: Path) -> None:
    output, titles, sessions = ingested(tmp_path, "week.md", HOURS)
    assert (titles, sessions) == ([], [])
    assert (
        ":3:1: error: '*9:00 AM - 12:30 PM (CET)*' says when something takes place: this is no list" in output
    )


def test_times_beside_the_tables_of_a_page_are_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.md", BESIDE_TABLES)
    assert [each["title"] for each in sessions] == ["Session 1", "Coffee"]
    what = (
        "this line says when something takes place, and 2 more like it: only the tables of this page are read"
    )
    assert f":10:1: warning: {what}" in output


def test_talks_below_a_part_of_their_session_are_no_sessions(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.md", BELOW_A_PART)
    assert sessions == []
    what = (
        "'Trees that Sing, Bo Dee and Cy Roe' has no time, and the session above no talks, and 1 more like it"
    )
    assert f":7: error: {what} [no-time]" in output


def test_a_programme_of_which_nothing_is_accepted_says_so(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.csv", REFUSED)
    assert sessions == []
    assert "programme.csv:1: error: none of 2 rows is accepted [none-accepted]" in output


def test_items_in_quotes_and_times_in_spans_are_read(tmp_path: Path) -> None:
    sessions = ingested(tmp_path, "programme.md", QUOTED)[2]
    assert [(each["title"], each["start"], each["end"], len(each.get("slots", []))) for each in sessions] == [
        ("Opening remarks", "08:45", "09:00", 0),
        ("Session 1: Woods", "09:00", "10:00", 3),
        ("Coffee", "10:00", "10:30", 0),
    ]
    assert authors(tmp_path) == {
        "Trees that Sing": ["Ann Lee", "Bo Dee"],
        "Nests in Barns": ["Cy Roe"],
        "Owls at Noon": ["Di Fay", "Ed Gum"],
    }


def test_full_stops_behind_intervals_part_them_and_a_title_with_an_address_is_no_company(
    tmp_path: Path,
) -> None:
    sessions = ingested(tmp_path, "programme.md", DOTTED)[2]
    assert [(each["title"], each["start"], len(each.get("slots", []))) for each in sessions] == [
        ("opening: welcome to the barn", "09:00", 0),
        ("session 1A: Formal nests", "09:15", 2),
        ("coffee break and demos", "10:30", 2),
    ]
    assert authors(tmp_path) == {
        "A Note on Nests": ["Bo Dee"],
        "The importance of trees": ["Cy Roe", "Di Fay"],
        "Answer Nests for Owls and Others": ["Ed Gum"],
        "OpenOwl.ai: A Global Open-source Owl Model": ["Flo Hart", "Gus Ives", "Hal Jay"],
    }


def test_a_room_under_a_misspelt_name_beside_another_one_is_told(tmp_path: Path) -> None:
    text = "title,date,start,end,roomf,venue\nOwls,2031-05-05,09:00,10:00,Hall A,Owl Letters\n"
    output = ingested(tmp_path, "programme.csv", text)[0]
    assert "warning: nobody knows what the column 'roomf' holds [unknown-column]" in output
    assert "hint: did you mean 'room'?" in output


def test_titles_and_texts_below_invited_talks_are_theirs_however_many_there_are(tmp_path: Path) -> None:
    sessions = ingested(tmp_path, "programme.md", INVITED)[2]
    told = [(each["title"], each["people"], each["slots"], each["description"][:10]) for each in sessions]
    assert told == [
        ("Invited Talk", ["Ann Lee"], [{"title": "Nests for Owls"}], "The widesp"),
        ("Invited Talk", ["Bo Dee"], [{"title": "Barns as they Were"}], "Barns were"),
        ("Invited Talk", ["Cy Roe"], [{"title": "Why all the Mice Hide"}], "Mice hide."),
    ]


def test_a_label_below_who_speaks_is_no_part_of_the_title(tmp_path: Path) -> None:
    text = INVITED.replace("  - **Title**", "**Title**").replace("  - **Abstract**", "\n**Abstract**")
    sessions = ingested(tmp_path, "programme.md", f"{text}\n- 12:00 - 12:10: **Closing**\n")[2]
    assert [(each["title"], each["people"]) for each in sessions[:3]] == [
        ("Nests for Owls", ["Ann Lee"]),
        ("Barns as they Were", ["Bo Dee"]),
        ("Why all the Mice Hide", ["Cy Roe"]),
    ]


def test_a_row_of_a_table_is_no_room(tmp_path: Path) -> None:
    text = (
        "| Sunday, May 4, 2031 - Doctoral session | Hall A |\n\n15.00 - 18.00 Registration\n\n"
        "16.00 - 16.05 Opening\n\n16.05 - 17.45 Owls\n\n17.45 - 18.25 Panel with mentors\n"
    )
    sessions = ingested(tmp_path, "programme.md", text)[2]
    assert all("|" not in str(each.get("room")) for each in sessions)
