"""Web pages saved as HTML are read as the text that a browser copies, with places in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_gen.ingest.reading.files.front_matter import without_front_matter
from site_gen.ingest.reading.files.page_signs import has_elements, is_page
from site_gen.ingest.reading.files.parts_apart import classes_set_apart
from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.records import Document
from tests.ingested import ingested
from tests.test_ingest import read, run, write

RESEARCHR = """\
<!DOCTYPE html>
<html><head><title>FOO 2026</title><script>var a = "<p>x";</script></head><body>
<nav><ul><li><a href="#">Home</a></li></ul></nav>
<div class="day-wrapper"><h4><div>Wed 6 Jul</div></h4>
<table class="session-table">
  <tr class="session-details">
    <td></td><td><div class="slot-label">09:30 - 11:00</div></td><td>
      <div class="info">Trees<span class="pull-right">Main Track</span> at <a>Hall 2</a><br/>
      <small>Chair(s): <a>Ann Bee<span class="prog-aff">MIT</span></a></small></div>
  <tr class="hidable">
    <td><div><div class="start-time">09:30</div><strong>15m</strong></div>
      <div class="event-type">Talk</div></td>
    <td><strong><a href="#">Fast Trees &amp; Slow
      Owls</a></strong>
      <div class="prog-track">Main Track</div>
      <div class="performers"><a>Cy Dee<i class="aff">Queen's University</i></a>, <a>Eva Eff</a></div>
      <a>DOI</a></td></tr>
</table></div><footer>Legal</footer></body></html>
"""

LIST = """\
<html><body><h1>Accepted papers 2026</h1>
<ul><li><b>Fast trees in practice</b><br><i>Ann Lee, Bob Roe</i></li>
<li><b>Slow owls of the north</b><br><i>Carl Doe and Wen Xu</i></li></ul>
</body></html>
"""

TABLE = """\
<html><body><h3>Monday, 8 June 2026</h3>
<table><tr><th>Time</th><th>Session</th></tr>
<tr><td>09:00 - 10:00</td><td>Owls <b>by</b> night</td></tr></table></body></html>
"""


def test_a_page_is_copied_as_a_browser_does_with_the_places_of_its_lines() -> None:
    page = copied(Document("x.html", RESEARCHR), "plain")
    assert page.text.split("\n") == [
        "Wed 6 Jul",
        "\t09:30 - 11:00",
        "\tTrees Main Track at Hall 2",
        "Chair(s): Ann Bee (MIT)",
        "09:30",
        "15m",
        "Talk",
        "\tFast Trees & Slow Owls",
        "Main Track",
        "Cy Dee (Queen's University), Eva Eff",
        "DOI",
    ]
    assert [page.place(line).line for line in range(1, 12)] == [4, 7, 8, 9, 11, 11, 12, 13, 15, 16, 17]


def test_marks_are_copied_where_they_tell_something() -> None:
    assert copied(Document("x.html", LIST), "marked").text.split("\n") == [
        "# Accepted papers 2026",
        "* **Fast trees in practice**",
        "*Ann Lee, Bob Roe*",
        "* **Slow owls of the north**",
        "*Carl Doe and Wen Xu*",
    ]
    assert copied(Document("x.html", TABLE), "marked").text.split("\n") == [
        "### Monday, 8 June 2026",
        "| Time | Session |",
        "|---|---|",
        "| 09:00 - 10:00 | Owls **by** night |",
    ]


def test_only_pages_are_pages() -> None:
    assert [is_page(text) for text in (LIST, "<!doctype HTML>\n", "<schedule/>", "# <html>", "")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_a_saved_programme_comes_in_with_its_session_and_its_talk(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2022.html": RESEARCHR})
    ingested, reported = run(tmp_path)
    assert (reported, ingested.lines[:1]) == (
        [],
        ["content/sources/2022.html: programme of researchr, edition 2022, as its name says:"
         " 1 read, 1 new, 1 session, 1 missing"],
    )  # fmt: skip
    assert read(tmp_path, "papers/fast-trees-slow-owls.yaml").partition("title:")[2].splitlines() == [
        " Fast Trees & Slow Owls",
        "authors:",
        "  - name: Cy Dee",
        "    affiliations:",
        "      - Queen's University",
        "  - Eva Eff",
    ]


def test_a_saved_list_and_a_saved_table_come_in(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/list.html": LIST, "content/sources/table.html": TABLE})
    _, reported = run(tmp_path)
    assert reported == []
    papers = sorted(path.name for path in (tmp_path / "content/2026/papers").iterdir())
    assert papers == ["fast-trees-in-practice.yaml", "slow-owls-of-the-north.yaml"]
    assert "title: Owls by night" in (tmp_path / "content/2026/sessions.yaml").read_text(encoding="utf-8")


GRID = """\
<html><body><h2>Tuesday, 13 July 2027</h2><table>
<tr><th>Time</th><th>Aula</th><th>Hall 2</th></tr>
<tr><td>09:00 - 10:00</td><td colspan="2">Keynote: Owls<br>Ann Lee</td></tr>
<tr><td>10:00 - 11:00</td><td><p>Session 1: Nests</p><p>Chair: Bob Roe</p></td>
<td rowspan=2>Workshop: Barns</td></tr>
<tr><td>11:00 - 12:00</td><td>Session 2: a|b</td></tr>
</table></body></html>
"""

LAID_OUT = """\
<html><body><table><tr><td>Menu</td><td>
<h3>Monday, July 12, 2027</h3>
<div><span class="t">9:00 AM – 10:00 AM</span> <span class="n">Keynote: Owls</span>
<span class="r">Aula</span></div>
<p>Ann Lee, Owl Institute</p>
<div><span class="t">10:30 AM – 12:00 PM</span> <span class="n">Session 1: Nests</span
><span class="r">Hall 2</span>
<ul><li><span class="p">Fast Nests for All</span> — <span class="a">Bob Roe, Cy Dee</span></li></ul></div>
<div><span class="t">1:30 PM – 2:00 PM</span> <span class="n">Panel: What next?</span>
<span class="r">Aula</span></div>
</td></tr></table></body></html>
"""


def test_a_saved_grid_keeps_cells_that_go_over_several_columns_and_rows(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2027.html": GRID})
    assert run(tmp_path)[1] == []
    assert sessions(tmp_path) == [
        ("Keynote: Owls", "09:00", "10:00", None, ["Ann Lee"]),
        ("Session 1: Nests", "10:00", "11:00", "Aula", ["Bob Roe"]),
        ("Workshop: Barns", "10:00", "12:00", "Hall 2", []),
        ("Session 2: a|b", "11:00", "12:00", "Aula", []),
    ]


def test_parts_of_a_line_that_have_classes_of_their_own_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2027.html": LAID_OUT})
    assert run(tmp_path)[1] == []
    assert sessions(tmp_path) == [
        ("Keynote: Owls", "09:00", "10:00", "Aula", ["Ann Lee"]),
        ("Session 1: Nests", "10:30", "12:00", "Hall 2", []),
        ("Panel: What next?", "13:30", "14:00", "Aula", []),
    ]
    paper = tmp_path / "content/2027/papers/fast-nests-for-all.yaml"
    assert "  - Bob Roe\n  - Cy Dee\n" in paper.read_text("utf-8")


def test_an_element_that_ends_behind_its_line_leaves_nothing_in_it() -> None:
    text = '<html><body><span class="t">Fast Owls<br></span> [pdf]</body></html>'
    assert copied(Document("x.html", text), "plain").text == "Fast Owls\n[pdf]"


def test_times_beside_what_takes_place_are_lines_and_marks_tell_people(tmp_path: Path) -> None:
    page = """\
<html><body><h2>Monday 12 July 2027</h2><table>
<tr><td>09:00</td><td><b>Opening</b></td></tr>
<tr><td>09:15-10:00</td><td><b>Keynote: Owls</b><br>Ann Lee (Owl Institute)</td></tr>
<tr><td>10:45–12:15</td><td><b>Session 1: Nests</b> (chair: Bob Roe)
<ul><li>Cy Dee, Eva Eff: <i>Fast Nests for All</i></li><li>Gus Hah: <i>Barns at Night</i></li></ul></td></tr>
<tr><td>12:15-13:00</td><td><strong>Talk</strong> Slow Owls <em>Ida Joy</em></td></tr></table></body></html>
"""
    write(tmp_path, {"content/sources/2027.html": page})
    assert run(tmp_path)[1] == []
    assert [(each[0], each[1], each[4]) for each in sessions(tmp_path)] == [
        ("Opening", "09:00", []),
        ("Keynote: Owls", "09:15", ["Ann Lee"]),
        ("Session 1: Nests", "10:45", ["Bob Roe"]),
        ("Talk: Slow Owls", "12:15", ["Ida Joy"]),
    ]
    paper = tmp_path / "content/2027/papers/fast-nests-for-all.yaml"
    assert "  - Cy Dee\n  - Eva Eff\n" in paper.read_text("utf-8")


def sessions(project: Path) -> list[tuple[str, str, str, str | None, list[str]]]:
    """Title, start, end, room and people of every session of 2027."""
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    return [
        (
            each["title"], each["start"], each.get("end", ""), each.get("room"),
            [who if isinstance(who, str) else who["name"] for who in each.get("people", ())],
        )
        for each in held
    ]  # fmt: skip


MIXED = """\
### Day 1 (Mon, 16 Nov 2026)

<h6 id="one"></h6>
| Time | Event |
|------|-------|
| 09:00 | Keynote <br> Chair: Ann Lee |

<div class="papers">
<h2>Accepted papers</h2>
<ul>
<li><b>Counting Owls</b> <i>Bob Roe</i></li>
</ul>
</div>
"""


def test_elements_inside_markdown_are_read_and_its_lines_stay_lines() -> None:
    assert has_elements(MIXED)
    assert copied(Document("x.md", MIXED), "marked").text.strip().split("\n") == [
        "### Day 1 (Mon, 16 Nov 2026)",
        "",
        "| Time | Event |",
        "|------|-------|",
        "| 09:00 | Keynote <br> Chair: Ann Lee |",
        "",
        "## Accepted papers",
        "* **Counting Owls** *Bob Roe*",
    ]


def test_lines_of_markdown_among_elements_keep_their_places() -> None:
    page = copied(Document("x.md", MIXED), "marked")
    numbered = {text: page.place(number) for number, text in enumerate(page.text.split("\n"), 1) if text}
    assert {text: (place.line, place.column) for text, place in numbered.items()} == {
        "### Day 1 (Mon, 16 Nov 2026)": (1, 1),
        "| Time | Event |": (4, 1),
        "|------|-------|": (5, 1),
        "| 09:00 | Keynote <br> Chair: Ann Lee |": (6, 1),
        "## Accepted papers": (9, 5),
        "* **Counting Owls** *Bob Roe*": (11, 8),
    }


SHOWN_APART = """\
<html><body><h2>Tuesday, 13 July 2027</h2><table>
<tr><th>Time</th><th>Aula</th><th>Hall 2</th></tr>
<tr><td>09:00 - 10:00</td><td><div><a href="#a">Lee</a><span class="tip">On Owls</span></div></td>
<td><div><a href="#b">Roe</a><sup>†</sup><span class="tip">Barns at Night</span></div></td></tr>
<tr><td>10:00 - 11:00</td><td><div><a href="#c">Dee</a><span class="tip">Fast Nests</span></div></td>
<td><div><a href="#d">Hah</a><span class="tip">π is not 4</span></div></td></tr>
<tr><td>11:00 - 12:00</td><td><div><a href="#e">Joy</a><span class="tip">How to Count Owls</span></div></td>
<td><div><a href="#f">Kay</a><span class="tip">A Study of Barns in the Far North</span></div></td></tr>
</table></body></html>
"""


def test_what_a_page_shows_apart_is_not_glued_to_the_words_before_it(tmp_path: Path) -> None:
    assert copied(Document("x.html", SHOWN_APART), "plain").text.split("\n")[2:4] == [
        "09:00 - 10:00",
        "Lee On Owls",
    ]
    write(tmp_path, {"content/sources/2027.html": SHOWN_APART})
    assert run(tmp_path)[1] == []
    held = yaml.safe_load((tmp_path / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [(each["title"], each["description"]) for each in held] == [
        ("Lee", "On Owls"),
        ("Roe†", "Barns at Night"),
        ("Dee", "Fast Nests"),
        ("Hah", "π is not 4"),
        ("Joy", "How to Count Owls"),
        ("Kay", "A Study of Barns in the Far North"),
    ]


def test_words_that_a_word_processor_cuts_stay_whole() -> None:
    page = "".join(
        f'<p><span class="a">{one}</span><span class="b">{other}</span></p>\n'
        for one, other in (("Intro", "duction"), ("Owls in Bar", "ns"), ("Nes", "ts"), ("Hall ", "Two"))
    )
    text = f"<html><body>{page}</body></html>"
    assert classes_set_apart(text) == frozenset()


CITED = """\
<html><body><h2>Monday 1 June 2026</h2>
<table><tr><th>Time</th><th>Aula</th><th>Hall 2</th></tr>
<tr><td>9:00-10:00</td><td>Fast Owls</td><td>Slow Nests</td></tr>
<tr><td>10:00-11:00</td><td>Barns</td><td>Trees</td></tr></table>
<h2>Abstracts</h2>
<h4>Ida Joy: Fast Owls</h4><p>{text}</p><p>{text}</p>
<ul><li>A. Lee. "Owls by Night". Journal of Owls 77, 2008.</li></ul>
<h4>Kay Hah: Slow Nests</h4><p>{text}</p><p>{text}</p>
<ul><li>B. Roe and C. Dee. "Counting All the Owls". Owl Letters 3, 2011.</li></ul>
<h4>Gus Eff: Barns</h4><p>{text}</p><p>{text}</p>
<ul><li>D. Eff. "Nests on the Roof". Preprint, 2018.</li></ul>
</body></html>
"""


def test_what_an_abstract_cites_is_no_paper_of_the_page(tmp_path: Path) -> None:
    text = "We look at owls, as others did before us, and count them where they sit. " * 4
    write(tmp_path, {"content/sources/2026.html": CITED.format(text=text)})
    assert run(tmp_path)[1] == []
    assert not (tmp_path / "content/2026/papers").exists()
    assert "title: Slow Nests" in (tmp_path / "content/2026/sessions.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("---\nlayout: page\ntitle: Papers\n---\n{% include x.html %}\n- Owls\n", "\n\n\n\n\n- Owls\n"),
        (
            "---\nlayout: page\npapers:\n- title: Owls\n---\nText\n",
            "\nlayout: page\npapers:\n- title: Owls\n",
        ),
        ("---\n- title: Owls\n", "---\n- title: Owls\n"),
        ("A\n---\nb: c\n---\n", "A\n---\nb: c\n---\n"),
    ],
)
def test_front_matter_is_no_text_of_the_page(text: str, read: str) -> None:
    assert without_front_matter(Document("x.md", text)).text == read


LIQUID = """---
layout: page
title: Accepted Papers
---
- [Owls at Night]({{site.baseurl }}/data/1.pdf).<br>
Michael Cox, Zed Mohammad and Othalia Larue.

- [Active Owls and Their Methods]({{site.baseurl}}/data/3.pdf). <br>
Mark Sol and John Tso.

- [The Long Game of Owls]({{< ref "owls.md" >}})<br>
Marge Shane, Jesse English and Ser Niren.
"""


def test_an_address_that_a_generator_writes_with_blanks_is_no_part_of_a_title(tmp_path: Path) -> None:
    assert ingested(tmp_path, "papers.md", LIQUID)[1] == [
        "Active Owls and Their Methods",
        "Owls at Night",
        "The Long Game of Owls",
    ]


SCRIPT = """/* what the page shows */
var schedule = [
  {"day": "Saturday, May 17, 2031", "events": [
    {"startTime": "08:45", "endTime": "09:15", "event": "Registration"},
    {"startTime": "09:15", "endTime": "12:00", "event": "How owls hear", "venue": "Hall A"}]}
];

const posters = [{"day": "Sunday, May 18, 2031", "events": [
    {"startTime": "10:00", "endTime": "11:00", "event": "Posters"}]}];
"""


def test_the_lists_that_a_script_holds_for_its_page_are_read(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "schedule.js", SCRIPT)
    assert " error: " not in output
    assert [(each["title"], str(each["date"]), each["start"], each["end"]) for each in sessions] == [
        ("Registration", "2031-05-17", "08:45", "09:15"),
        ("How owls hear", "2031-05-17", "09:15", "12:00"),
        ("Posters", "2031-05-18", "10:00", "11:00"),
    ]


TIMES_WITH_PEOPLE = """<html><body><h1>OWL 2031</h1><h2>Monday, June 2, 2031</h2>
<table><tr><th>Time</th><th>Event</th></tr>
<tr><td>9:00-10:30</td><td><b>Session 1: Woods</b></td></tr>
<tr><td></td><td>Chair: Zed Young</td></tr>
<tr><td>9:00-9:30</td><td>Trees that sing<br>Ann Lee, Bo Dee</td></tr>
<tr><td>9:30-10:00</td><td>Owls at noon<br>Cy Roe, Di Fay</td></tr>
<tr><td>10:30-11:00</td><td>Coffee</td></tr></table></body></html>
"""


def test_a_table_of_times_whose_cells_have_lines_is_read_by_lines(tmp_path: Path) -> None:
    _, titles, sessions = ingested(tmp_path, "programme.html", TIMES_WITH_PEOPLE)
    assert titles == ["Owls at noon", "Trees that sing"]
    assert [(each["title"], each.get("people"), each.get("slots")) for each in sessions] == [
        (
            "Session 1: Woods",
            [{"name": "Zed Young", "role": "chair"}],
            [
                {"paper": "trees-that-sing", "start": "09:00", "end": "09:30"},
                {"paper": "owls-at-noon", "start": "09:30", "end": "10:00"},
            ],
        ),
        ("Coffee", None, None),
    ]


ROWS_OF_ONE_CELL = """<html><body><h1>OWL 2031</h1><h2>Monday, June 2, 2031</h2>
<table>
<tr class="time"><td colspan="2">9:00 – 10:00</td></tr>
<tr><td></td><td><span>How owls hear</span></td></tr>
<tr class="break"><td colspan="2">10:00 – 10:30 &nbsp; Coffee break</td></tr>
<tr class="time"><td colspan="2">10:30 – 12:00</td></tr>
<tr class="session"><td colspan="2">Session 1: Wings</td></tr>
<tr><td></td><td><div>Fast wings of small owls</div><div>Ann Lee, Bob Roe</div></td></tr>
<tr><td></td><td><div>Wings that make no noise</div><div>Cy Dee and Dan Fox</div></td></tr>
</table></body></html>
"""


def test_a_table_whose_rows_are_of_one_cell_is_read_by_lines(tmp_path: Path) -> None:
    output, titles, sessions = ingested(tmp_path, "program.html", ROWS_OF_ONE_CELL)
    assert titles == ["Fast wings of small owls", "Wings that make no noise"], output
    assert [(each["title"], each["start"], each["end"], len(each.get("slots", ()))) for each in sessions] == [
        ("How owls hear", "09:00", "10:00", 0),
        ("Coffee break", "10:00", "10:30", 0),
        ("Session 1: Wings", "10:30", "12:00", 2),
    ]


SPANS_IN_CELLS = """<html><body><h1>OWL 2031</h1><h2>Monday, June 2, 2031</h2>
<table>
<tr class="session"><td class="time">9:00</td><td>Session 1 - Counting, Sampling and Synthesis</td></tr>
<tr><td class="time">9:40</td><td>
  <span class="talk">Fast wings of small owls</span>
  <span class="who">Ann Lee, Bob Roe</span></td></tr>
<tr><td class="time">10:00</td><td>
  <span class="talk">Wings that make no noise</span>
  <span class="who">Cy Dee, Dan Fox</span></td></tr>
<tr><td>10:20</td><td><span class="badge">New</span> <span class="talk">Coffee break</span></td></tr>
<tr class="session"><td class="time">10:50</td><td>Session 2 - Owls and Towns</td></tr>
<tr><td class="time">10:50</td><td>
  <span class="talk">Owls in towers</span>
  <span class="who">Eve Gold</span></td></tr>
</table></body></html>
"""


def test_spans_of_a_cell_are_a_title_and_its_people(tmp_path: Path) -> None:
    output, titles, sessions = ingested(tmp_path, "program.html", SPANS_IN_CELLS)
    assert titles == ["Fast wings of small owls", "Owls in towers", "Wings that make no noise"], output
    assert [(each["title"], each["start"], each.get("people")) for each in sessions] == [
        ("Session 1 - Counting, Sampling and Synthesis", "09:00", None),
        ("Fast wings of small owls", "09:40", None),
        ("Wings that make no noise", "10:00", None),
        ("New Coffee break", "10:20", None),
        ("Session 2 - Owls and Towns", "10:50", None),
    ]


AFFILIATED = """<html><body><ul>
<li><b>Trees</b><br>Ann Lee<span class="affil">(Owls (North) Ltd)</span>,
 Bo Dee<span class="affil">(MIT)</span>
<li><b>Nests</b><br>Cy Roe<span class="affil">ETH</span></ul></body></html>
"""


def test_institutions_that_a_page_prints_in_brackets_have_one_pair() -> None:
    assert copied(Document("x.html", AFFILIATED), "plain").text.split("\n") == [
        "Trees",
        "Ann Lee (Owls (North) Ltd), Bo Dee (MIT)",
        "Nests",
        "Cy Roe (ETH)",
    ]


def test_rooms_that_end_links_stand_below_and_the_title_of_the_page_tells_its_year(tmp_path: Path) -> None:
    event = '<h3>{} MST</h3><p><a href="e/1">{}<span class="vs"> {} </span></a></p>\n'
    events = (
        ("8:00am", "Registration + Badges", "North Lobby"),
        ("9:00am", "Growing Trees &amp; Shrubs", "Room 150"),
        ("10:00am", "Closing Remarks", "Room 150"),
    )
    head = "<!DOCTYPE html><html><head><title>Owl Days 2024: Schedule</title></head>"
    page = (
        f"{head}<body><div>Tuesday, November 12</div>{''.join(event.format(*each) for each in events)}</body>"
    )
    write(tmp_path, {"content/sources/list.html": f"{page}</html>"})
    _, reported = run(tmp_path)
    sessions = yaml.safe_load((tmp_path / "content/2024/sessions.yaml").read_text(encoding="utf-8"))
    assert (reported, [(each["title"], each["start"], each["room"]) for each in sessions]) == (
        [],
        [
            ("Registration + Badges", "08:00", "North Lobby"),
            ("Growing Trees & Shrubs", "09:00", "Room 150"),
            ("Closing Remarks", "10:00", "Room 150"),
        ],
    )


SPANS_IN_ITEMS = """<html><body><h1>OWL 2031</h1><h3>Monday, June 2, 2031</h3><ul>
<li><span class="time">09:00 - 09:30</span> <span class="title">Welcome coffee</span></li>
<li><span class="time">09:30 - 10:15</span> <span class="title">The owl economy</span>
 <span class="speaker">Ann Lee</span> <span class="affil">University of Barns</span></li>
<li><span class="time">10:15 - 11:00</span> <span class="title">Owls in court</span>
 <span class="speaker">Bo Dee</span> <span class="affil">Barn Inc.</span></li>
</ul></body></html>
"""


def test_people_of_an_item_stand_apart_with_where_they_work(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "program.html", SPANS_IN_ITEMS)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Welcome coffee", None),
        ("The owl economy", [{"name": "Ann Lee", "affiliation": "University of Barns"}]),
        ("Owls in court", [{"name": "Bo Dee", "affiliation": "Barn Inc."}]),
    ]


def test_the_table_of_a_page_of_notes_with_dates_that_have_a_sign(tmp_path: Path) -> None:
    page = """<html><body><h1>Schedule</h1><table><thead>
<tr><th>Name</th><th>Date</th><th>Speakers</th></tr></thead><tbody>
<tr><td>Opening</td><td><time>@June 8, 2031 9:00 AM → 9:30 AM</time></td><td></td></tr>
<tr><td>Nests in Towers</td><td><time>@June 8, 2031 9:30 AM → 10:30 AM</time></td>
<td>Ada Abel, Bo Castel</td></tr></tbody></table></body></html>
"""
    _, _, sessions = ingested(tmp_path, "page.html", page)
    names = ("title", "start", "end", "people")
    assert [(*map(each.get, names), str(each["date"])) for each in sessions] == [
        ("Opening", "09:00", "09:30", None, "2031-06-08"),
        ("Nests in Towers", "09:30", "10:30", ["Ada Abel", "Bo Castel"], "2031-06-08"),
    ]
