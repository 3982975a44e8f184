"""Documents that say different things of one session: the best one counts, and what others say is told."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.command import output_of
from tests.ingested import ingested_together

PAGE = """# Programme

## Monday, 3 March 2031

### 09:00–10:00 Session 1: Maps (Room A)

- {first}Maps of Nowhere. Ira Lot
- {second}Maps of Everywhere. Jan Mot, Kai Fox

### 10:30–11:30 Session 2: Globes (Room B)

- {third}Globes for Ants. Kit Nott
"""
SHEET = """date,start,end,session,room,title,presenter,status
2031-03-03,{0},Session 1: Maps,Room A,Maps of Nowhere,Ira Lot,cancelled
2031-03-03,{1},Session 1: Maps,Room A,Maps of Everywhere,Kai Fox,
{2},Session 2: Globes,Room C,Globes for Ants,Kit Nott,
"""


def said_otherwise(folder: Path) -> dict[str, list[str]]:
    report = yaml.safe_load((folder / "content/2031/ingest-report.yaml").read_text("utf-8"))
    return {
        each["what"]: [other["says"] for other in each["others"]] for each in report.get("said_otherwise", [])
    }


def test_what_one_programme_leaves_out_of_its_talks_is_taken_from_another(tmp_path: Path) -> None:
    documents = {
        "page.md": PAGE.format(first="", second="", third=""),
        "sheet.csv": SHEET.format("09:00,09:30", "09:30,10:00", "2031-03-03,10:30,11:30"),
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [each["slots"] for each in sessions] == [
        [
            {
                "paper": "maps-of-nowhere",
                "start": "09:00",
                "end": "09:30",
                "people": ["Ira Lot"],
                "status": "cancelled",
            },
            {"paper": "maps-of-everywhere", "start": "09:30", "end": "10:00", "people": ["Kai Fox"]},
        ],
        [{"paper": "globes-for-ants", "people": ["Kit Nott"]}],
    ]
    assert said_otherwise(tmp_path) == {"sessions/session-2-globes room": ["Room C"]}


def test_times_that_contradict_are_told_and_a_moved_session_is_one(tmp_path: Path) -> None:
    documents = {
        "page.md": PAGE.format(first="09:00 ", second="09:30 ", third="10:30 "),
        "sheet.csv": SHEET.format("09:15,09:45", "09:45,10:15", "2031-03-04,10:30,11:30"),
    }
    output, _, sessions = ingested_together(tmp_path, documents)
    assert [(str(each["date"]), each["start"], len(each["slots"])) for each in sessions] == [
        ("2031-03-03", "09:00", 2),
        ("2031-03-03", "10:30", 1),
    ]
    assert said_otherwise(tmp_path) == {
        "sessions/session-1-maps start": ["09:15"],
        "sessions/session-1-maps end": ["10:15"],
        "sessions/session-1-maps slots 1": ["start 09:15", "end 09:45"],
        "sessions/session-1-maps slots 2": ["start 09:45", "end 10:15"],
        "sessions/session-2-globes room": ["Room C"],
        "sessions/session-2-globes date": ["2031-03-04"],
    }
    assert "8 said otherwise" in output


def test_the_opening_of_a_workshop_is_not_that_of_its_conference(tmp_path: Path) -> None:
    documents = {
        "main.txt": "Wednesday 10 September 2031\n09:00-09:30 Opening\n09:30-10:00 Coffee break\n"
        "10:00-12:00 Session 1: Repair\n14:00-17:00 Workshop on Rust\n17:00-17:10 Closing\n",
        "workshop.txt": "Wednesday 10 September 2031\n14:00-14:10 Opening\n14:10-15:00 Session 1: Iron\n"
        "15:00-15:30 Coffee break\n15:30-16:30 Discussion\n16:30-17:00 Closing\n",
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["start"], each["title"]) for each in sessions] == [
        ("09:00", "Opening"),
        ("09:30", "Coffee break"),
        ("10:00", "Session 1: Repair"),
        ("14:00", "Workshop on Rust"),
        ("17:00", "Closing"),
        ("14:00", "Opening"),
        ("14:10", "Session 1: Iron"),
        ("15:00", "Coffee break"),
        ("15:30", "Discussion"),
        ("16:30", "Closing"),
    ]


def test_talks_do_not_keep_times_outside_of_a_session_that_a_better_document_moves(tmp_path: Path) -> None:
    documents = {
        "corrections.csv": "date,start,end,session,room\n2031-03-03,09:30,11:00,Session 1: Maps,Blue Hall\n",
        "page.md": PAGE.format(first="09:00 ", second="09:30 ", third="10:30 "),
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert (sessions[0]["start"], sessions[0]["room"]) == ("09:30", "Blue Hall")
    assert sessions[0]["slots"] == [{"paper": "maps-of-nowhere"}, {"paper": "maps-of-everywhere"}]
    assert said_otherwise(tmp_path)["sessions/session-1-maps slots 2"] == ["start 09:30"]


def test_who_counts_for_times_counts_for_those_of_talks_too(tmp_path: Path) -> None:
    sheet = SHEET.replace("cancelled", "").format
    files = {
        "content/site.yaml": "title: Owls\ntime_zone: UTC\n",
        "content/sources.yaml": '- file: sources/old.csv\n  edition: "2031"\n'
        '- file: sources/new.csv\n  edition: "2031"\n  precedence: [start, end]\n',
        "content/sources/old.csv": sheet("09:00,09:30", "09:30,10:00", "2031-03-03,10:30,11:30"),
        "content/sources/new.csv": sheet("09:40,10:00", "10:00,10:20", "2031-03-03,10:30,11:30"),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    output_of(tmp_path, "ingest")
    [maps, _] = yaml.safe_load((tmp_path / "content/2031/sessions.yaml").read_text("utf-8"))
    assert (maps["start"], maps["end"]) == ("09:40", "10:20")
    assert [(each["start"], each["end"]) for each in maps["slots"]] == [
        ("09:40", "10:00"),
        ("10:00", "10:20"),
    ]
    assert said_otherwise(tmp_path)["sessions/session-1-maps slots 1"] == ["start 09:00", "end 09:30"]


def test_two_workshops_at_one_time_share_no_sessions(tmp_path: Path) -> None:
    page = """# Workshop on {name}

Monday, 1 September 2031, {room}

- 09:00 Welcome
- 09:10 Keynote: {name} and More. {first}
- 10:00 Coffee
- 10:30 {name} Talk One. {second}
- 11:00 {name} Talk Two. {third}
"""
    documents = {
        "roots.md": page.format(
            name="Roots", room="Room 5", first="Ann Able", second="Bo Bak", third="Cy Cole"
        ),
        "leaves.md": page.format(
            name="Leaves", room="Room 6", first="Di Dun", second="Ed Eco", third="Fay Go"
        ),
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["start"], each.get("room")) for each in sessions if each["title"] != "Coffee"] == [
        (start, room) for room in ("Room 5", "Room 6") for start in ("09:00", "09:10", "10:30", "11:00")
    ]


def test_sessions_are_called_by_their_ids_elsewhere(tmp_path: Path) -> None:
    documents = {
        "papers.json": """[{"id": "1", "title": "Roots of Roots", "authors": "Ann Able", "session": "S1"},
{"id": "2", "title": "Leaves of Leaves", "authors": "Cy Cole", "session": "S2"}]""",
        "sessions.json": """[{"id": "S1", "name": "Roots", "date": "2031-09-01", "start": "10:00"},
{"id": "S2", "name": "Leaves", "date": "2031-09-01", "start": "11:00"}]""",
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["title"], each["start"], each["slots"]) for each in sessions] == [
        ("Roots", "10:00", [{"paper": "roots-of-roots"}]),
        ("Leaves", "11:00", [{"paper": "leaves-of-leaves"}]),
    ]


def test_sessions_at_one_time_with_the_same_papers_are_one_whatever_they_are_called(tmp_path: Path) -> None:
    programme = "Monday, 2 June 2031\n09:00-10:30 Session 1: {}\n09:00 {}\n{}\n09:30 {}\n{}\n10:00 {}\n{}\n"
    owls, elms = ("Owls and Oaks", "Ann Able"), ("Elms and Emus", "Bo Baker")
    documents = {
        "draft.txt": programme.format("Owls", *owls, *elms, "Figs and Foxes", "Cy Cole"),
        "final.txt": programme.format("Owls and Others", *elms, *owls, "Hares and Hats", "Ed Eco"),
    }
    output, _, sessions = ingested_together(tmp_path, documents)
    assert [each["title"] for each in sessions] == ["Session 1: Owls"]
    assert "the paper 'hares-and-hats' is in a session here, and in none of the site" in output
    assert said_otherwise(tmp_path) == {
        "sessions/session-1-owls title": ["Session 1: Owls and Others"],
        "sessions/session-1-owls slots": ["Hares and Hats"],
        "sessions/session-1-owls slots 1": ["start 09:30"],
        "sessions/session-1-owls slots 2": ["start 09:00"],
    }


def test_tracks_days_and_names_that_documents_write_otherwise_are_the_same(tmp_path: Path) -> None:
    head = "date,start,end,track,session,title,authors\n"
    documents = {
        "overview.txt": "Monday 2 June\n09:00-10:00 Session 1: Trees\n"
        "Tuesday 3 June\n09:00-10:00 Session 2: Leaves\n",
        "a.csv": f"{head}02/06/2031,09:00,09:30,Research,Session 1: Trees,Elms and Emus,Park Jisoo\n",
        "b.csv": f"{head}03/06/2031,09:00,09:30,Research Track,Session 2: Leaves,Owls and Oaks,Ann Able\n",
        "c.bib": "@inproceedings{b,title={Elms and Emus},author={Park, Ji-soo}}",
    }
    _, titles, sessions = ingested_together(tmp_path, documents)
    assert titles == ["Elms and Emus", "Owls and Oaks"]
    assert [(each["title"], each["end"], each["track"], len(each["slots"])) for each in sessions] == [
        ("Session 1: Trees", "10:00", "research", 1),
        ("Session 2: Leaves", "10:00", "research", 1),
    ]


def test_other_institutions_of_one_person_are_told(tmp_path: Path) -> None:
    documents = {
        "papers.csv": "title,authors,affiliations\n"
        "Maps of Nowhere,Ira Lot; Jan Mot,Oslo; ETH Zürich\n"
        "Globes for Ants,Kit Nott,Bonn\n",
        "papers.json": """[
{"title": "Maps of Nowhere", "authors": [
  {"name": "Ira Lot", "affiliation": "Bergen"}, {"name": "Jan Mot", "affiliation": "ETH Zurich"}]},
{"title": "Globes for Ants", "authors": [{"name": "Kit Nott", "affiliation": ""}]}
]""",
        "programme.csv": "date,start,end,session,title,speaker,affiliation\n"
        "2031-03-03,09:00,10:00,Keynote: Maps,,Lea Pott,Turku\n"
        "2031-03-03,10:00,10:30,Session 1: Ants,Ants at Home,Max Quill,Lund\n"
        "2031-03-03,10:30,11:00,Session 1: Ants,Ants Abroad,Ned Roe,Pisa\n",
        "speakers.csv": "name,affiliation\nLea Pott,Vaasa\nMax Quill,Lund\nNed Roe,Porto\n",
    }
    ingested_together(tmp_path, documents)
    assert said_otherwise(tmp_path) == {
        "papers/maps-of-nowhere authors": ["Ira Lot: Bergen"],
        "sessions/keynote-maps people": ["Lea Pott: Vaasa"],
        "sessions/session-1-ants slots 2": ["Ned Roe: Porto"],
    }


def test_a_title_without_its_subtitle_or_in_another_spelling_is_that_paper_of_the_same_authors(
    tmp_path: Path,
) -> None:
    documents = {
        "a.csv": """title,authors
Maps of Every Nowhere: A Survey,Ira Lot; Jan Mot
Modelling the Colour of the Centre,Kit Nott
Tides and Their Tables,Lea Pott; Max Quill
Ants at Home: Part 1,Ned Roe
Ants at Home: Part 2,Ned Roe
""",
        "b.md": """# Accepted Papers

- **Maps of Every Nowhere**
  Ira Lot, Jan Mot
- **Modeling the Color of the Center**
  Kit Nott
- **Tides and Their Tables: A Survey**
  Una Vey, Wim Xu
- **Ants at Home: Part 2**
  Ned Roe
""",
    }
    _, titles, _ = ingested_together(tmp_path, documents)
    assert titles == [
        "Ants at Home: Part 1",
        "Ants at Home: Part 2",
        "Maps of Every Nowhere: A Survey",
        "Modelling the Colour of the Centre",
        "Tides and Their Tables",
        "Tides and Their Tables: A Survey",
    ]
    assert said_otherwise(tmp_path) == {
        "papers/maps-of-every-nowhere-a-survey title": ["Maps of Every Nowhere"],
        "papers/modelling-the-colour-of-the-centre title": ["Modeling the Color of the Center"],
    }


def test_two_titles_of_one_list_are_two_papers_though_they_differ_as_spellings_do(tmp_path: Path) -> None:
    documents = {
        "papers.csv": "title,authors\nFiling with Maps,Ira Lot\nFilling with Maps,Ira Lot\nOn Pots,Kit Nott\n"
        "On Poets,Kit Nott\n"
    }
    _, titles, _ = ingested_together(tmp_path, documents)
    assert titles == ["Filing with Maps", "Filling with Maps", "On Poets", "On Pots"]


def test_a_title_with_a_slip_in_a_programme_is_that_of_the_one_paper_that_is_near(tmp_path: Path) -> None:
    documents = {
        "papers.csv": "title,authors\nThe Tides of Northern Waters,Ira Lot\n"
        "Counting Every Ant by Night 1,Jan Mot\n",
        "programme.csv": "date,start,end,session,title\n"
        "2031-03-03,09:00,09:20,Session 1,The Tides of Nothern Waters\n"
        "2031-03-03,09:20,09:40,Session 1,Counting Every Ant by Night 2\n",
    }
    _, titles, sessions = ingested_together(tmp_path, documents)
    assert titles == ["Counting Every Ant by Night 1", "The Tides of Northern Waters"]
    assert [each["slots"] for each in sessions] == [
        [
            {"paper": "the-tides-of-northern-waters", "start": "09:00", "end": "09:20"},
            {"title": "Counting Every Ant by Night 2", "start": "09:20", "end": "09:40"},
        ]
    ]
    report = yaml.safe_load((tmp_path / "content/2031/ingest-report.yaml").read_text("utf-8"))
    assert [each["doubtful"] for each in report["documents"] if "doubtful" in each] == [
        [
            {
                "records": ["content/sources/programme.csv:2", "content/sources/papers.csv:2"],
                "why": "the title is 'The Tides of Nothern Waters' here; no other one is as near as 'The "
                "Tides of Northern Waters'",
            }
        ]
    ]


def test_awards_and_posters_without_authors_find_their_papers_by_what_is_left_of_the_titles(
    tmp_path: Path,
) -> None:
    documents = {
        "papers.csv": "title,authors\nMaps of Every Nowhere: A Survey,Ira Lot\n"
        "The Tides of Northern Waters,Jan Mot\n",
        "awards.csv": "award,title\nBest Paper,Maps of Every Nowhere\nBest Demo,Globes for Ants\n",
        "posters.csv": "Session,Board,Title\nPosters,A1,The Tides of Nothern Waters\n",
    }
    output, titles, sessions = ingested_together(tmp_path, documents)
    assert titles == ["Globes for Ants", "Maps of Every Nowhere: A Survey", "The Tides of Northern Waters"]
    assert [each["slots"] for each in sessions] == [
        [{"paper": "the-tides-of-northern-waters", "board": "A1"}]
    ]
    assert output.count("1 doubtful") == 2
    assert [line for line in output.splitlines() if "award-alone" in line] == [
        "content/sources/awards.csv:3: warning: no other document has a paper 'Globes for Ants', which is "
        "given an award here [award-alone]"
    ]
    again = output_of(tmp_path, "ingest")
    assert "Read 3 source documents: 0 papers added, 0 changed → content/" in again
    assert "award-alone" in again


def test_an_award_is_one_by_any_name_and_told_where_it_goes_to_different_papers(tmp_path: Path) -> None:
    documents = {
        "papers.csv": "title,authors,award\nMaps of Nowhere,Ira Lot,Best Paper\n"
        "Globes for Ants,Jan Mot,Best Demo\nAnts at Home,Kit Nott,\n",
        "awards.csv": "award,title\nBest Paper Award,Maps of Nowhere\nBest Demo Award,Ants at Home\n",
    }
    output, _, _ = ingested_together(tmp_path, documents)
    awards = yaml.safe_load((tmp_path / "content/2031/awards.yaml").read_text("utf-8"))
    assert awards == [
        {"id": "best-paper", "name": "Best Paper", "papers": ["maps-of-nowhere"]},
        {"id": "best-demo", "name": "Best Demo", "papers": ["globes-for-ants", "ants-at-home"]},
    ]
    assert [line for line in output.splitlines() if "award-differs" in line] == [
        "content/sources/awards.csv:3: warning: 'Best Demo' goes to another paper at "
        "content/sources/papers.csv:3: both have it now [award-differs]"
    ]


def test_a_paper_of_one_doi_and_the_same_authors_is_one_under_another_title(tmp_path: Path) -> None:
    documents = {
        "a.bib": "@inproceedings{a, author={Lot, Ira and Mot, Jan}, title={On Maps and All Else},"
        " year={2031}, doi={10.1234/OWL.1}}\n",
        "b.json": '[{"title": "Maps of Nowhere", "authors": ["Ira Lot", "Jan Mot"], "doi": "10.1234/owl.1"}]',
    }
    _, titles, _ = ingested_together(tmp_path, documents)
    assert titles == ["On Maps and All Else"]
    assert said_otherwise(tmp_path) == {"papers/on-maps-and-all-else title": ["Maps of Nowhere"]}


def test_who_presents_a_paper_is_called_as_in_its_byline(tmp_path: Path) -> None:
    documents = {
        "programme.csv": "date,start,end,session,title,presenter\n"
        "2031-03-03,09:00,09:20,Session 1,Maps of Nowhere,I. Lot\n"
        "2031-03-03,09:20,09:40,Session 1,Globes for Ants,J. Mot\n"
        "2031-03-03,09:40,10:00,Session 1,Ants at Home,Max Quill\n",
        "papers.csv": "title,authors\nMaps of Nowhere,Ira Lot; Jan Mot\n"
        "Globes for Ants,Jan Mot; Jil Mot\nAnts at Home,Kit Nott\n",
    }
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [slot["people"] for each in sessions for slot in each["slots"]] == [
        ["Ira Lot"],
        ["J. Mot"],
        ["Max Quill"],
    ]


def test_other_editors_and_numbers_of_the_proceedings_are_told(tmp_path: Path) -> None:
    documents = {
        "a.bib": "@inproceedings{a, author={Lot, Ira}, title={Maps of Nowhere}, year={2031},"
        " booktitle={Proceedings of Owls 2031}, editor={Hale, Ed}, publisher={Owl Press}}\n",
        "b.ris": "TY  - CPAPER\nTI  - Maps of Nowhere\nAU  - Lot, Ira\nPY  - 2031\nED  - Ives, Flo\n"
        "T2  - Proceedings of Owls 2031\nPB  - OWL Press\nER  - \n",
    }
    output, _, _ = ingested_together(tmp_path, documents)
    assert [line for line in output.splitlines() if "several-values" in line] == [
        "content/sources/b.ris:1: warning: this says otherwise than content/sources/a.bib:1, which counts: "
        "editors of the proceedings [several-values]"
    ]
