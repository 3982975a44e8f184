"""Ingest through its front door: small projects, what content holds after it, what is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from site_gen.ingest import Ingested, ingest
from site_gen.problems import ProblemLog, Stop

BIB = """\
@inproceedings{a, title={Fast Trees}, author={Lovelace, Ada and Hopper, Grace}, year={2022},
  abstract={We make trees fast.}}
@inproceedings{b, title={Slow Graphs}, author={Turing, Alan}, year={2022},
  abstract={Graphs are slow and we say why.}}
"""
PAGE = """\
Registration Desk: Registration Desk Mon 29 Aug 07:00 a.m.
Oral: Trees Mon 29 Aug 08:45 a.m.
[ Exhibit Hall A ]
We make trees fast.
Oral: Graphs Mon 29 Aug 10:00 a.m.
[ Exhibit Hall A ]
Graphs are slow and we say why.
"""


def write(project: Path, files: dict[str, str]) -> Path:
    """A project of these files, with the smallest site.yaml where none is given."""
    for name, text in {"content/site.yaml": "title: Toy\n", **files}.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return project


def run(project: Path, *only: str) -> tuple[Ingested, list[str]]:
    """An ingest and what it told, as lines."""
    problems = ProblemLog()
    ingested = ingest(project, problems, only)
    return ingested, [line for problem in problems.all for line in str(problem).splitlines()]


def texts(project: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and modification time of every file, those apart that only save work."""
    return {
        path.relative_to(project).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(project.rglob("*"))
        if path.is_file() and ".plenary" not in path.parts
    }


def read(project: Path, file: str) -> str:
    """The text of a content file of 2022."""
    return (project / "content/2022" / file).read_bytes().decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project after its first ingest."""
    write(tmp_path, {"content/sources/2022.bib": BIB, "content/sources/page-2022.txt": PAGE})
    _, reported = run(tmp_path)
    assert reported == []
    return tmp_path


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    path = project / "content" / file
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def test_a_second_ingest_changes_no_byte_and_no_modification_time(project: Path) -> None:
    before = texts(project)
    ingested, reported = run(project)
    assert ingested.summary == "Read 2 source documents: 0 papers added, 0 changed"
    assert (ingested.changes, ingested.written, reported) == ([], [], [])
    assert texts(project) == before


def test_a_title_corrected_by_hand_wins_and_is_told_with_both_places(project: Path) -> None:
    edit(project, "2022/papers/fast-trees.yaml", "title: Fast Trees", "# checked\ntitle: Faster Trees  # sic")
    before = read(project, "papers/fast-trees.yaml")
    ingested, reported = run(project)
    assert (ingested.changes, reported) == (
        [],
        [
            "content/2022/papers/fast-trees.yaml:3:1: warning: 'title' of 'fast-trees' was edited by hand and"
            " is kept; content/sources/2022.bib:1 says 'Fast Trees' [kept-edited]"
        ],
    )
    assert read(project, "papers/fast-trees.yaml") == before
    before_all = texts(project)
    run(project)
    assert texts(project) == before_all


def test_an_edited_field_whose_source_changes_too_is_a_conflict_with_both_places(project: Path) -> None:
    edit(project, "2022/papers/fast-trees.yaml", "title: Fast Trees", "title: Faster Trees")
    edit(project, "sources/2022.bib", "title={Fast Trees}", "title={Fast Decision Trees}")
    ingested, reported = run(project)
    assert ([str(change) for change in ingested.changes], reported) == (
        [],
        [
            "content/2022/papers/fast-trees.yaml:2:1: warning: 'title' of 'fast-trees' was edited by hand and"
            " is kept, though its source changed; content/sources/2022.bib:1 says 'Fast Decision Trees' "
            "[kept-conflict]"
        ],
    )
    assert "title: Faster Trees\n" in read(project, "papers/fast-trees.yaml")


def test_an_untouched_field_follows_its_source_and_comments_stay(project: Path) -> None:
    edit(
        project,
        "2022/papers/fast-trees.yaml",
        "title: Fast Trees\n",
        "title: Fast Trees  # good\n\n# people\n",
    )
    edit(project, "sources/2022.bib", "title={Fast Trees}", "title={Fast Decision Trees}")
    ingested, reported = run(project)
    assert ([str(change) for change in ingested.changes], reported) == (
        ["retitled: paper fast-trees: Fast Trees → Fast Decision Trees"],
        [],
    )
    assert read(project, "papers/fast-trees.yaml") == (
        "# yaml-language-server: $schema=../../schema/paper.json\n"
        "title: Fast Decision Trees  # good\n\n# people\n"
        "authors:\n  - Ada Lovelace\n  - Grace Hopper\nabstract: We make trees fast.\n"
    )


def test_what_was_deleted_by_hand_stays_away_and_is_told(project: Path) -> None:
    edit(project, "2022/papers/fast-trees.yaml", "abstract: We make trees fast.\n", "")
    (project / "content/2022/papers/slow-graphs.yaml").unlink()
    sessions = read(project, "sessions.yaml")
    start = sessions.index("- id: graphs")
    (project / "content/2022/sessions.yaml").write_text(sessions[:start])
    before = texts(project)
    for _ in range(2):
        ingested, reported = run(project)
        assert (ingested.changes, reported) == (
            [],
            [
                "content/2022/papers/fast-trees.yaml:1:1: warning: 'abstract' of 'fast-trees' was deleted by"
                " hand and is not brought back; content/sources/2022.bib:2 says otherwise [kept-deleted]",
                "content/sources/2022.bib:3: warning: the paper 'slow-graphs' was deleted by hand and is not"
                " brought back [deleted-by-hand]",
                "content/sources/page-2022.txt:5:7: warning: the session 'graphs' was deleted by hand and is"
                " not brought back [deleted-by-hand]",
            ],
        )
    changed = {name for name, text in texts(project).items() if before.get(name) != text}
    assert changed == {"content/2022/ingest-report.yaml"}


def test_a_corrected_schedule_keeps_every_id_and_its_changes_are_named(project: Path) -> None:
    edit(project, "2022/sessions.yaml", "- id: trees\n", "# chair wanted\n- id: trees\n")
    corrected = """\
Oral: Trees Mon 29 Aug 11:45 a.m.
[ Exhibit Hall A ]
We make trees fast.
[ Exhibit Hall A ]
Oral: Graphs and More Mon 29 Aug 10:00 a.m.
[ Exhibit Hall A ]
Graphs are slow and we say why.
"""
    (project / "content/sources/page-2022.txt").write_text(corrected)
    ingested, reported = run(project)
    assert [str(change) for change in ingested.changes] == [
        "moved: session trees: 08:45 → 11:45",
        "slot added: session trees: an empty slot",
        "retitled: session graphs: Graphs → Graphs and More",
        "dropped: session registration-desk: Registration Desk",
    ]
    assert read(project, "sessions.yaml") == (
        "# yaml-language-server: $schema=../schema/sessions.json\n"
        "# chair wanted\n"
        "- id: trees\n  title: Trees\n  kind: oral\n  date: 2022-08-29\n  start: '11:45'\n"
        "  room: Exhibit Hall A\n  slots:\n    - paper: fast-trees\n    - {}\n\n"
        "- id: graphs\n  title: Graphs and More\n  kind: oral\n  date: 2022-08-29\n  start: '10:00'\n"
        "  room: Exhibit Hall A\n  slots:\n    - paper: slow-graphs\n"
    )
    assert sorted(path.name for path in (project / "content/2022/provenance/sessions").iterdir()) == [
        "graphs.yaml",
        "trees.yaml",
    ]
    before = texts(project)
    assert run(project)[0].changes == []
    assert texts(project) == before
    assert reported == [
        "content/sources/page-2022.txt:4:1: warning: no paper stands in this slot [empty-slot]",
        "    hint: it is kept, empty",
    ]


def test_a_dropped_session_that_somebody_edited_stays(project: Path) -> None:
    edit(
        project, "2022/sessions.yaml", "- id: registration-desk\n", "- id: registration-desk\n  room: Lobby\n"
    )
    edit(project, "sources/page-2022.txt", "Registration Desk: Registration Desk Mon 29 Aug 07:00 a.m.\n", "")
    ingested, reported = run(project)
    assert ([str(change) for change in ingested.changes], reported) == (
        ["dropped: session registration-desk: Registration Desk; kept until you delete it"],
        [
            "content/2022/sessions.yaml:2:3: warning: no source names the session 'registration-desk' any"
            " more [not-in-sources]",
            "    hint: delete it, or give it a status",
        ],
    )


def test_a_new_session_stands_where_its_page_has_it(project: Path) -> None:
    edit(
        project,
        "sources/page-2022.txt",
        "Registration Desk:",
        "Break: Coffee Mon 29 Aug 06:00 a.m.\nRegistration Desk:",
    )
    edit(project, "sources/page-2022.txt", "Oral: Graphs", "Break: Tea Mon 29 Aug 09:30 a.m.\nOral: Graphs")
    ingested, _ = run(project)
    assert [str(change) for change in ingested.changes] == [
        "added: session coffee: Coffee",
        "added: session tea: Tea",
    ]
    ids = [line[6:] for line in read(project, "sessions.yaml").splitlines() if line.startswith("- id: ")]
    assert ids == ["coffee", "registration-desk", "trees", "tea", "graphs"]


def test_a_paper_made_by_hand_is_joined_with_its_source_and_keeps_its_words(tmp_path: Path) -> None:
    mine = "title: Fast trees!\nauthors: [Ada Lovelace, Grace Hopper] # both\nabstract: We make trees fast.\n"
    write(tmp_path, {"content/2022/papers/mine.yaml": mine, "content/sources/2022.bib": BIB})
    edit(
        tmp_path,
        "sources/2022.bib",
        "abstract={We make trees fast.}",
        "pages={1--9}, abstract={We make trees fast.}",
    )
    ingested, reported = run(tmp_path)
    assert [str(change) for change in ingested.changes] == [
        "added: conference 2022: Toy 2022",
        "changed: paper mine: pages",
        "added: paper slow-graphs: Slow Graphs",
    ]
    assert reported == [
        "content/2022/papers/mine.yaml:1:1: warning: 'title' of 'mine' was made by hand and is kept;"
        " content/sources/2022.bib:1 says 'Fast Trees' [kept-made-by-hand]"
    ]
    assert read(tmp_path, "papers/mine.yaml") == f"{mine}pages: '1–9'\n"


def test_files_with_the_line_ends_of_windows_keep_them(project: Path) -> None:
    for file in ("papers/fast-trees.yaml", "sessions.yaml"):
        path = project / "content/2022" / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = {file: read(project, file) for file in ("papers/fast-trees.yaml", "sessions.yaml")}
    edit(project, "sources/2022.bib", "title={Fast Trees}", "title={Fast Decision Trees}")
    edit(project, "sources/page-2022.txt", "Oral: Trees Mon 29 Aug 08:45", "Oral: Trees Mon 29 Aug 08:55")
    run(project)
    assert {file: read(project, file) for file in before} == {
        "papers/fast-trees.yaml": before["papers/fast-trees.yaml"].replace(
            "Fast Trees", "Fast Decision Trees"
        ),
        "sessions.yaml": before["sessions.yaml"].replace("08:45", "08:55"),
    }


def test_a_named_document_limits_what_may_change(project: Path) -> None:
    edit(project, "sources/2022.bib", "title={Fast Trees}", "title={Fast Decision Trees}")
    edit(project, "sources/page-2022.txt", "Oral: Trees Mon 29 Aug 08:45", "Oral: Trees Mon 29 Aug 08:55")
    ingested, _ = run(project, "content/sources/page-2022.txt")
    assert [str(change) for change in ingested.changes] == ["moved: session trees: 08:45 → 08:55"]
    assert [str(change) for change in run(project)[0].changes] == [
        "retitled: paper fast-trees: Fast Trees → Fast Decision Trees"
    ]


def test_a_named_file_that_is_no_source_document_is_a_mistake_of_usage(project: Path) -> None:
    with pytest.raises(Stop, match=r"content/site\.yaml is not a source document"):
        run(project, "content/site.yaml")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("2022/papers/fast-trees.yaml", b"tilte: Fast Trees\n"),
        ("sources.yaml", b"- file: sources/none.txt\n"),
    ],
)
def test_where_one_thing_is_wrong_no_file_changes(project: Path, file: str, text: bytes) -> None:
    edit(project, "sources/page-2022.txt", "Oral: Trees Mon 29 Aug 08:45", "Oral: Trees Mon 29 Aug 08:55")
    (project / "content" / file).write_bytes(text)
    before = texts(project)
    problems = ProblemLog()
    ingested = ingest(project, problems)
    assert ([problem.place.file for problem in problems.errors], ingested.written) == (
        [f"content/{file}"],
        [],
    )
    assert texts(project) == before


@pytest.mark.parametrize(
    ("file", "text", "changed"),
    [
        ("2022.bib", b"title={Caf\xe9}", ["content/2022/sessions.yaml"]),
        ("2022.bib", b"", ["content/2022/sessions.yaml"]),
        ("page-2022.txt", b"nothing of the kind", []),
    ],
)
def test_of_a_document_that_cannot_be_read_nothing_changes(
    project: Path, file: str, text: bytes, changed: list[str]
) -> None:
    edit(project, "sources/page-2022.txt", "Oral: Trees Mon 29 Aug 08:45", "Oral: Trees Mon 29 Aug 08:55")
    (project / "content/sources" / file).write_bytes(text)
    problems = ProblemLog()
    ingested = ingest(project, problems)
    written = [each for each in ingested.written if "/provenance/" not in each and "report" not in each]
    assert ([problem.place.file for problem in problems.errors], written) == (
        [f"content/sources/{file}"],
        changed,
    )


def test_with_strict_a_warning_keeps_content_as_it_is(project: Path) -> None:
    edit(project, "2022/papers/fast-trees.yaml", "title: Fast Trees", "title: Faster Trees")
    edit(project, "sources/page-2022.txt", "Oral: Trees Mon 29 Aug 08:45", "Oral: Trees Mon 29 Aug 08:55")
    before = texts(project)
    assert ingest(project, ProblemLog(), strict=True).written == []
    assert texts(project) == before


def test_content_that_is_written_in_one_line_cannot_be_changed(project: Path) -> None:
    (project / "content/2022/papers/fast-trees.yaml").write_text(
        "{title: Fast Trees, abstract: We make trees fast.}\n"
    )
    edit(project, "sources/2022.bib", "title={Fast Trees}", "title={Fast Decision Trees}")
    before = texts(project)
    _, reported = run(project)
    assert (
        "content/2022/papers/fast-trees.yaml:1:1: error: cannot be changed: not written with one key a line"
        " [flow-style]" in reported
    )
    assert texts(project) == before


def test_two_ingests_of_one_project_write_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    for name, files in (("one", ["2022.bib", "page-2022.txt"]), ("two", ["page-2022.txt", "2022.bib"])):
        for file in files:
            text = BIB if file == "2022.bib" else PAGE
            write(tmp_path / name, {f"content/sources/{file}": text})
        run(tmp_path / name)
    one, two = ({file: text for file, (text, _) in texts(tmp_path / name).items()} for name in ("one", "two"))
    assert one == two


EQUAL = "Poster\nAnn Bee · Cy Dee\n" * 80 + "Poster\nEva Eff\nWe draw owls, in a sentence that says so.\n"
TWICE = "Date,Start,Session\n2022-08-29,10:00,Coffee\n2022-08-29,10:00,Coffee\n2022-08-29,10:00,Coffee\n"


@pytest.mark.parametrize("source", [{"posters-2022.txt": EQUAL}, {"programme-2022.csv": TWICE}])
def test_what_nothing_tells_apart_keeps_its_ids(tmp_path: Path, source: dict[str, str]) -> None:
    write(tmp_path, {f"content/sources/{name}": text for name, text in source.items()})
    assert [line for line in run(tmp_path)[1] if "error" in line] == []
    before = texts(tmp_path)
    assert run(tmp_path)[0].changes == []
    assert texts(tmp_path) == before


def test_titles_and_names_that_look_cut_are_told_with_their_place(tmp_path: Path) -> None:
    table = (
        "title,authors\nOwls and the,Ann Bee\nTrees (a survey,Cy Dee\nGraphs,Eva Eff (Nest\n"
        "On (0; 1] and $[0, 1)$,Bo An\nWhat Are We Waiting For,Gus van de-\n"
    )
    write(tmp_path, {"content/sources/2022.csv": table})
    assert [line for line in run(tmp_path)[1] if "cut" in line] == [
        "content/sources/2022.csv:2: warning: this title looks cut: 'Owls and the' [cut-title]",
        "content/sources/2022.csv:3: warning: this title looks cut: 'Trees (a survey' [cut-title]",
        "content/sources/2022.csv:4: warning: this name looks cut: 'Eva Eff (Nest' [cut-name]",
        "content/sources/2022.csv:6: warning: this name looks cut: 'Gus van de-' [cut-name]",
    ]


def test_a_cut_title_of_a_programme_is_told_where_several_papers_begin_so(tmp_path: Path) -> None:
    papers = (
        "title,authors\nMapping Owls by Night,Ann Bee\nMapping Owls by Day,Cy Dee\n"
        "A Barn of Straw (at Last),Eva Eff\n"
    )
    programme = (
        "Day,Time,Session,Talk,Status,Bemerkung\n2022-08-29,9:00-10:00,Owls,Mapping Owls by…,,\n"
        ",,,A Barn of Straw (at…,,needs a beamer\n,,,Mapping Owls by Day,cancelled,\n,,,And Then…,,\n"
    )
    write(tmp_path, {"content/sources/2022.csv": papers, "content/sources/when-2022.csv": programme})
    ingested, reported = run(tmp_path)
    assert [line for line in reported if " cut" in line] == [
        "content/sources/when-2022.csv:2: warning: this title is cut: 'Mapping Owls by…'; 2 papers begin so: "
        "'Mapping Owls by Day', 'Mapping Owls by Night' [cut-title]"
    ]
    assert ingested.lines[1] == (
        "content/sources/when-2022.csv: programme CSV, edition 2022, as its name says: 2 read, 2 joined, "
        "1 session, 1 doubtful, 2 missing; not imported: remark"
    )


def test_objects_whose_texts_hold_paragraphs_of_a_page_are_none(tmp_path: Path) -> None:
    texts = "".join(
        f"- title: Owls {name}\n  speakers:\n  - name: {name} Lee\n"
        f'  abstract: "<p>Owls of {name} are many.</p>\\\n    \\ <p>We count them.</p>\n\n<p>Again.</p>"\n'
        for name in ("Ann", "Bob", "Cy", "Di", "Eve", "Flo")
    )
    write(tmp_path, {"content/sources/talks-2022.yaml": texts})
    run(tmp_path)
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (tmp_path / "content/2022/papers").iterdir()
    ]
    assert sorted((paper["title"], *paper["authors"]) for paper in papers) == [
        (f"Owls {name}", f"{name} Lee") for name in ("Ann", "Bob", "Cy", "Di", "Eve", "Flo")
    ]


def test_a_title_that_only_says_what_kind_of_talk_it_is_is_no_beginning_of_another(tmp_path: Path) -> None:
    papers = "title,authors\nOpening Keynote: Barns,Ann Bee\nMapping Owls: A Study,Cy Dee\n"
    programme = (
        "Day,Time,Session,Talk,Speaker\n2022-08-29,9:00-10:00,Morning,Opening Keynote,Eva Eff\n"
        ",,,Mapping Owls,Cy Dee\n"
    )
    write(tmp_path, {"content/sources/2022.csv": papers, "content/sources/when-2022.csv": programme})
    run(tmp_path)
    slots = yaml.safe_load((tmp_path / "content/2022/sessions.yaml").read_text("utf-8"))[0]["slots"]
    assert slots == [
        {"title": "Opening Keynote", "people": ["Eva Eff"]},
        {"paper": "mapping-owls-a-study", "people": ["Cy Dee"]},
    ]


def test_a_row_that_moved_or_was_called_off_says_so_and_a_remark_where_it_was(tmp_path: Path) -> None:
    papers = "title,authors\nOwls,Ann Bee\nMice,Cy Dee\nBarns,Eva Eff\n"
    programme = (
        "Day,Time,Session,Talk,Status,Remarks\n2022-08-29,9:00-10:00,Night Birds,Owls,,moved from Hall B\n"
        ",,,Mice,cancelled,she is ill\n,,,Tea,cancelled,\n"
        "2022-08-30,9:00-10:00,Small Things,Owls,,bring a torch\n"
        ",,,Barns,moved,from Hall C\n"
    )
    write(tmp_path, {"content/sources/2022.csv": papers, "content/sources/when-2022.csv": programme})
    ingested, reported = run(tmp_path)
    assert reported == []
    assert ingested.lines[1] == (
        "content/sources/when-2022.csv: programme CSV, edition 2022, as its name says: 4 read, 3 joined, "
        "1 repeated, 2 sessions, 3 missing; not imported: remark, 1 cancelled row; "
        "cancelled: 'Tea' (line 4); repeated: 'Owls' (lines 2, 5)"
    )
    slots = read(tmp_path, "sessions.yaml").split("  slots:\n")[1:]
    assert [part.partition("\n\n")[0] for part in slots] == [
        "    - paper: owls\n      status: moved\n      note: moved from Hall B\n"
        "    - paper: mice\n      status: cancelled",
        "    - paper: owls\n    - paper: barns\n      status: moved\n",
    ]


def test_a_table_of_people_says_more_of_those_in_the_programme_and_who_is_in_none(tmp_path: Path) -> None:
    programme = (
        "Day,Time,Session,Chair,Talk,Speaker\n"
        "2022-08-29,9:00-10:00,Night Birds,Dr. Ola Pan,On Owls,Zoë Lee (Bern)\n"
    )
    people = "Name,Affiliation,Bio\nOla Pan,Leeds,Ola *listens*.\nZoe Lee,Basel,Zoë counts.\nNo Body,Home,\n"
    write(tmp_path, {"content/sources/2022.csv": programme, "content/sources/people-2022.csv": people})
    ingested, reported = run(tmp_path)
    assert reported == []
    assert ingested.lines[1] == (
        "content/sources/people-2022.csv: table of people, edition 2022, as its name says: 3 people, "
        "1 said otherwise; in no session: 'No Body' (line 4)"
    )
    lines = map(str.strip, read(tmp_path, "sessions.yaml").split("\n"))
    assert [line for line in lines if re.match("- name|role|affil|biog", line)] == [
        "- name: Ola Pan", "role: chair", "affiliation: Leeds", "biography: 'Ola *listens*.'",
        "- name: Zoë Lee", "affiliation: Bern", "biography: Zoë counts.",
    ]  # fmt: skip


def test_what_only_documents_said_that_are_not_here_stays(tmp_path: Path) -> None:
    programme = (
        "Day,Start,Session,Talk,Speaker\n2022-08-29,9:00-10:00,Night Birds,On Owls,Ola Pan\n"
        "2022-08-29,10:00-11:00,Day Mice,On Mice,Zoë Lee\n"
    )
    people = "Name,Affiliation,Bio\nOla Pan,Leeds,Ola listens.\nNo Body,Home,\n"
    write(tmp_path, {"content/sources/2022.csv": programme, "content/sources/people-2022.csv": people})
    run(tmp_path)
    held = read(tmp_path, "sessions.yaml")
    assert "biography: Ola listens." in held
    (tmp_path / "content/sources/2022.csv").unlink()  # as in a clone, where what git ignores is missing
    ingested, reported = run(tmp_path)
    assert (read(tmp_path, "sessions.yaml"), ingested.changes) == (held, [])
    assert reported == [
        "content/sources/2022.csv: warning: this document is not here: what content has of it stays "
        "[not-here]",
        "    hint: bring it back; or delete what only it says, and it is forgotten",
    ]
    write(tmp_path, {"content/sources/2022.csv": programme, "content/sources/people-2022.csv": "x"})
    assert "error" in run(tmp_path)[1][0]  # half saved: whom it described stays described
    assert read(tmp_path, "sessions.yaml") == held


def test_a_programme_says_who_its_speakers_are(tmp_path: Path) -> None:
    programme = (
        "Day,Start,Session,Talk,Speaker,Bio\n2022-12-07,9:00,Keynote,On Mud,Ada Kern,She *listens* to mud.\n"
        '2022-12-07,10:00,Duo,On Sand,"Tim Ode, Eva Eff",They measure.\n'
    )
    write(tmp_path, {"content/sources/when-2022.csv": programme})
    ingested, _ = run(tmp_path)
    assert "; not taken: biography (1)" in ingested.lines[0]  # nobody knows of whom it is
    lines = map(str.strip, read(tmp_path, "sessions.yaml").split("\n"))
    assert [line for line in lines if "Kern" in line or "biography" in line] == [
        "- name: Ada Kern", "biography: 'She *listens* to mud.'",
    ]  # fmt: skip


def test_the_closing_line_calls_a_paper_new_once(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2022.bib": BIB})
    assert (
        run(tmp_path)[0].lines[0]
        == "content/sources/2022.bib: BibTeX, edition 2022, as line 1 says: 2 read, 2 new"
    )
    assert run(tmp_path)[0].lines == [
        "content/sources/2022.bib: BibTeX, edition 2022, as line 1 says: 2 read"
    ]


PRETALX = """<schedule><conference><title>Trees 26</title><start>2022-08-29</start>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day date="2022-08-29"><room name="Hall">
<event guid="11111111-1111-5111-8111-111111111111"><title>Owls</title><start>09:00</start>
<track>Birds &amp; Trees</track></event></room></day></schedule>
"""


def test_title_zone_and_tracks_are_those_that_a_schedule_says(tmp_path: Path) -> None:
    site = "title: T\ntime_zone: America/Los_Angeles\n"
    project = write(tmp_path, {"content/site.yaml": site, "content/sources/x.xml": PRETALX})
    run(project)
    assert [line for line in read(project, "conference.yaml").splitlines() if line[:1] != "#"] == [
        "title: Trees 26",
        "time_zone: Europe/Brussels",
        "tracks:",
        "  - id: birds-trees",
        "    name: Birds & Trees",
        "rooms:",
        "  - id: hall",
        "    name: Hall",
    ]
    assert "track: birds-trees" in read(project, "sessions.yaml")
    before = texts(project)
    run(project)
    assert texts(project) == before


def test_a_track_that_an_editors_list_lacks_is_a_warning(tmp_path: Path) -> None:
    conference = "title: Mine\ntracks:\n- id: fish\n  name: Fish\n"
    files = {
        "content/site.yaml": "title: T\n",
        "content/sources/x.xml": PRETALX,
        "content/2022/conference.yaml": conference,
    }
    project = write(tmp_path, files)
    _, reported = run(project)
    assert reported == [
        "content/sources/x.xml:4:1: warning: the track 'Birds & Trees' is not one of those in conference.yaml"
        " [unknown-track]",
        "    hint: its sessions stay without a track: add it there",
    ]
    assert read(project, "conference.yaml") == (
        f"{conference}time_zone: Europe/Brussels\nrooms:\n  - id: hall\n    name: Hall\n"
    )
