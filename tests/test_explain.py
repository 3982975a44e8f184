"""Explain: each fact of a paper, person, session or page with its place in content and in the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.content import digest
from site_gen.explain import explain
from site_gen.problems import ExitStatus, ProblemLog, Stop

CONTENT = {
    "content/site.yaml": "title: X\nbase_url: https://x.example/sub/\nredirects: [{old: gone, new: 2022/}]\n"
    "time_zone: UTC\n",
    "content/authors.yaml": "- id: ann-lee\n  name: Ann Lee\n  aliases:\n  - 安 李\n  - A. Lee\n",
    "content/2022/papers/cora.yaml": (
        "title: The CoRa Compiler\n"
        "authors:\n"
        "- Ann Lee\n"
        "- name: Bob van Ray\n"
        "  family: van Ray\n"
        "- missing: others\n"
        "abstract: Cut here…\n"
        "links:\n"
        "- rel: code\n"
        "  url: https://a.example\n"
    ),
    "content/2022/papers/graphs.yaml": "authors:\n- 安 李\n",
    "content/2022/sessions.yaml": (
        "- id: morning\n"
        "  title: Morning\n"
        "  kind: oral\n"
        "  date: 2022-08-29\n"
        "  start: 8:45\n"
        "  room: Hall A\n"
        "  people:\n"
        "  - name: ANN LEE\n"
        "    role: chair\n"
        "  slots:\n"
        "  - paper: cora\n"
        "  - start: 9:00\n"
        "- id: evening\n"
        "  slots:\n"
        "  - title: Why Owls?\n"
    ),
    "content/2022/awards.yaml": "- id: best\n  name: Best Paper\n  papers:\n  - graphs\n  - cora\n",
    "content/2022/pages/venue.md": "---\ntitle: Venue\n---\n\nCome.\n",
    "content/2022/provenance/papers/cora.yaml": (
        f"title: {{digest: {digest('The CoRa Compiler')}, "
        "from: [content/sources/a.bib:2, content/sources/b.txt:7]}\n"
        "authors: {digest: 0000, from: [content/sources/a.bib:3]}\n"
        f"abstract: {{digest: {digest('Cut here…')}, from: [content/sources/b.txt:9]}}\n"
        "pages: {digest: 0000, from: [content/sources/a.bib:5]}\n"
    ),
    "content/2022/provenance/papers/graphs.yaml": (
        f"hotcrp number: {{digest: {digest('46')}, from: [content/sources/b.txt:7]}}\n"
    ),
    "content/2022/provenance/sessions/morning.yaml": (
        f"slots: {{digest: {digest([{'paper': 'cora'}, {'start': '09:00'}])}, "
        "from: [content/sources/s.txt:4, content/sources/s.txt:5]}\n"
    ),
    "content/2022/provenance/authors/ann-lee.yaml": "安 李: {from: [content/sources/b.txt:8]}\n",
    **{f"content/sources/{name}": "" for name in ("a.bib", "b.txt", "s.txt")},
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two papers, one ingested and edited, one made by hand."""
    for path, text in CONTENT.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def explained(project: Path, what: str) -> str:
    """What is said of a word."""
    problems = ProblemLog()
    explanation = explain(project, what, problems)
    assert problems.all == []
    return str(explanation)


def test_a_paper_has_a_place_for_every_field(project: Path) -> None:
    assert (
        explained(project, "cora")
        == """\
paper 2022/cora

id: cora
    content/2022/papers/cora.yaml
    (derived: made once from the first title; it never changes; the name of its file)
address: /2022/papers/cora/
    (derived: edition and id)
title: The CoRa Compiler
    content/2022/papers/cora.yaml:1:1 ← content/sources/a.bib:2, content/sources/b.txt:7
authors: 3
    content/2022/papers/cora.yaml:2:1 ← content/sources/a.bib:3
    (edited by hand: the sources say otherwise)
author 1: Ann Lee
    content/2022/papers/cora.yaml:3:3
    (person authors/ann-lee)
author 2: Bob van Ray
    content/2022/papers/cora.yaml:4:3
    (person authors/bob-van-ray)
author 3: (none)
    content/2022/papers/cora.yaml:6:3
    (the source shows that names are missing)
abstract: Cut here…
    content/2022/papers/cora.yaml:7:1 ← content/sources/b.txt:9
    (cut: it ends in …)
links: 1
    content/2022/papers/cora.yaml:8:1
    (made by hand)
link 1: code https://a.example
    content/2022/papers/cora.yaml:9:3
pages: (none)
    not in content ← content/sources/a.bib:5
    (deleted by hand: the sources have it)
award: Best Paper
    content/2022/awards.yaml:5:5
    (made by hand)
session: Morning, slot 1 of 2
    content/2022/sessions.yaml:11:5 ← content/sources/s.txt:4"""
    )


def test_a_person_has_a_place_and_a_rule_for_every_name(project: Path) -> None:
    assert (
        explained(project, "Ann Lee")
        == """\
person authors/ann-lee

id: ann-lee
    content/authors.yaml:1:3
address: /authors/ann-lee/
    (derived: the id)
name: Ann Lee
    content/authors.yaml:2:3
family name: Lee
    (derived: the last word of the name)
alias: 安 李
    content/authors.yaml:4:5 ← content/sources/b.txt:8
    (two bylines of one paper align there)
alias: A. Lee
    content/authors.yaml:5:5
    (made by hand)
paper 2022/cora: Ann Lee, author 1 of 3
    content/2022/papers/cora.yaml:3:3 ← content/sources/a.bib:3
    (the same name; edited by hand: the sources say otherwise)
paper 2022/graphs: 安 李, author 1 of 1
    content/2022/papers/graphs.yaml:2:3
    (an alias in authors.yaml; made by hand)
session 2022/morning: ANN LEE, chair
    content/2022/sessions.yaml:8:5
    (the same name but for case, accents or spaces)"""
    )


def test_a_person_of_bylines_alone_is_derived(project: Path) -> None:
    assert (
        explained(project, "authors/bob-van-ray")
        == """\
person authors/bob-van-ray

id: bob-van-ray
    (derived: the slug of the name)
address: /authors/bob-van-ray/
    (derived: the id)
name: Bob van Ray
    (derived: the best spelling of 1 byline)
family name: van Ray
    (derived: a byline tells it)
paper 2022/cora: Bob van Ray, author 2 of 3
    content/2022/papers/cora.yaml:4:3 ← content/sources/a.bib:3
    (the same name; edited by hand: the sources say otherwise)"""
    )


def test_a_session_tells_of_every_slot_and_an_empty_one_is_empty(project: Path) -> None:
    assert explained(project, "/2022/sessions/morning/").split("\n")[-5:] == [
        "slot 1: The CoRa Compiler (2022/cora)",
        "    content/2022/sessions.yaml:11:5 ← content/sources/s.txt:4",
        "slot 2: 09:00",
        "    content/2022/sessions.yaml:12:5 ← content/sources/s.txt:5",
        "    (empty: no source says what it holds)",
    ]


@pytest.mark.parametrize("number", ["46", "#46"])
def test_a_paper_is_found_by_the_number_of_its_submission(project: Path, number: str) -> None:
    assert explained(project, number).split("\n")[0] == "paper 2022/graphs"


def test_a_talk_is_found_by_its_title(project: Path) -> None:
    assert explained(project, "why owls?").split("\n")[0] == "session 2022/evening"


def test_a_room_that_only_sessions_name_is_derived(project: Path) -> None:
    assert (
        explained(project, "Hall A")
        == """\
page /2022/rooms/hall-a/

kind: room
    (a page of the tool's own: it gathers what other pages say)
title: Hall A
    (derived: named below)
address: /2022/rooms/hall-a/
    (derived: its kind and edition)
made of: content/2022/conference.yaml
    content/2022/conference.yaml
session 2022/morning: 2022-08-29 08:45 Morning
    content/2022/sessions.yaml:1:3
    (made by hand)"""
    )


def test_a_page_that_lists_others_names_the_sources_of_each(project: Path) -> None:
    assert explained(project, "2022/papers").split("\n")[-5:] == [
        "paper 2022/cora: The CoRa Compiler",
        "    content/2022/papers/cora.yaml ← content/sources/a.bib:2, content/sources/b.txt:7",
        "paper 2022/graphs: untitled",
        "    content/2022/papers/graphs.yaml",
        "    (no source says it)",
    ]
    for page, line in {
        "2022/awards": "award 2022/best: Best Paper",
        "/awards/": "award 2022/best: Best Paper",
        "/2022/schedule/2022-08-29/": "session 2022/morning: 2022-08-29 08:45 Morning",
        "authors": "person authors/ann-lee: Ann Lee",
        "/": "edition 2022: X 2022",
    }.items():
        assert line in explained(project, page).split("\n")


def test_an_edition_says_what_is_derived(project: Path) -> None:
    assert (
        explained(project, "2022")
        == """\
edition 2022

id: 2022
    content/2022
    (the name of its folder)
title: X 2022
    (derived: the series' title and the edition's id)
year: 2022
    (derived: the edition's id)
papers: 2
    content/2022/papers/*.yaml
    (explain one by its id)
sessions: 2
    content/2022/sessions.yaml
    (explain one by its id)
awards: 1
    content/2022/awards.yaml
    (explain one by its id)"""
    )


@pytest.mark.parametrize(
    ("what", "heading"),
    [
        ("2022/cora", "paper 2022/cora"),
        ("/2022/papers/cora/", "paper 2022/cora"),
        ("https://x.example/sub/2022/papers/cora/?a=1", "paper 2022/cora"),
        ("http://127.0.0.1:8000/2022/papers/cora/index.html", "paper 2022/cora"),
        ("_site/2022/papers/cora/index.html", "paper 2022/cora"),
        ("2022/papers/cora/cora.bib", "paper 2022/cora"),
        ("content/2022/papers/cora.yaml:3:1", "paper 2022/cora"),
        ("/2022/offline/papers.json", "edition 2022"),
        ("/2022/papers.bib", "page /2022/papers/"),
        ("/llms.txt", "series X"),
        ("the  cora COMPILER", "paper 2022/cora"),
        ("compiler", "paper 2022/cora"),
        ("bob", "person authors/bob-van-ray"),
        ("A. Lee", "person authors/ann-lee"),
        ("best", "award 2022/best"),
        ("/2022/awards/#best", "award 2022/best"),
        ("2022/awards", "page /2022/awards/"),
        ("content/2022/awards.yaml", "page /2022/awards/"),
        ("/awards/", "page /awards/"),
        ("content/2022/sessions.yaml", "page /2022/schedule/"),
        ("/2022/schedule/2022-08-29/", "page /2022/schedule/2022-08-29/"),
        ("2022/papers", "page /2022/papers/"),
        ("authors", "page /authors/"),
        ("content/2022/pages/venue.md", "page 2022/venue"),
        ("gone", "redirect gone/"),
        ("/", "series X"),
    ],
)
def test_a_word_means_an_id_an_address_a_file_a_name_or_a_title(
    project: Path, what: str, heading: str
) -> None:
    assert explained(project, what).split("\n")[0] == heading


@pytest.mark.parametrize(
    ("what", "message", "hint"),
    [
        ("coral", "nothing here is called 'coral'", "nearest: 2022/papers/cora"),
        ("zzz", "nothing here is called 'zzz'", "name a paper, person, session, award, page or content file"),
        ("r", "'r' may be: 2022/awards/#best, 2022/papers/cora, 2022/sessions/morning, authors/bob-van-ray",
         "name one of them"),
    ],
)  # fmt: skip
def test_a_word_that_means_nothing_or_too_much_ends_the_command(
    project: Path, what: str, message: str, hint: str
) -> None:
    with pytest.raises(Stop) as stop:
        explain(project, what, ProblemLog())
    assert (stop.value.status, str(stop.value), stop.value.hint) == (ExitStatus.USAGE, message, hint)


def test_wrong_content_is_reported_instead(project: Path) -> None:
    (project / "content/2022/awards.yaml").write_text("- id: best\n  tilte: Best\n")
    problems = ProblemLog()

    assert explain(project, "cora", problems) is None
    assert [problem.code for problem in problems.all] == ["missing-key", "unknown-key"]


def test_a_slot_that_another_document_filled_names_both(project: Path) -> None:
    slots = [{"paper": "cora"}, {"start": "09:00"}]
    places = "content/sources/s.txt:4, content/sources/b.txt:7, content/sources/s.txt:5"
    (project / "content/2022/provenance/sessions/morning.yaml").write_text(
        f"slots: {{digest: {digest(slots)}, from: [{places}]}}\n"
    )
    assert explained(project, "morning").split("\n")[-5:-1] == [
        "slot 1: The CoRa Compiler (2022/cora)",
        "    content/2022/sessions.yaml:11:5 ← content/sources/s.txt:4, content/sources/b.txt:7",
        "slot 2: 09:00",
        "    content/2022/sessions.yaml:12:5 ← content/sources/s.txt:5",
    ]


def test_what_no_source_says_any_more_names_no_line_as_its_source(project: Path) -> None:
    (project / "content/2022/provenance/papers/cora.yaml").write_text(
        f"title: {{digest: {digest('The CoRa Compiler')}, last-seen: [content/sources/a.bib:2]}}\n"
        f"abstract: {{digest: {digest('Cut here…')}, from: [content/sources/gone.txt:9]}}\n"
    )
    lines = explained(project, "cora").split("\n")
    title, abstract = lines.index("title: The CoRa Compiler"), lines.index("abstract: Cut here…")
    assert lines[title + 1 : title + 3] == [
        "    content/2022/papers/cora.yaml:1:1",
        "    (no source says this any more; last seen in content/sources/a.bib:2)",
    ]
    assert lines[abstract + 1 : abstract + 3] == [
        "    content/2022/papers/cora.yaml:7:1",
        "    (no source says this any more; last seen in content/sources/gone.txt:9; cut: it ends in …)",
    ]


def test_who_only_chairs_is_told_with_the_sessions_that_say_so(project: Path) -> None:
    sessions = project / "content/2022/sessions.yaml"
    sessions.write_text(f"{sessions.read_text()}  people:\n  - name: Zoë Kay\n    role: chair\n", "utf-8")
    assert explained(project, "zoe kay") == (
        "person zoe kay, who has no page: neither author nor speaker\n"
        "\n"
        "chair: untitled (/2022/sessions/evening/)\n"
        "    content/2022/sessions.yaml:16:3"
    )


def test_a_file_of_no_page_is_told_too(project: Path) -> None:
    (project / "static").mkdir()
    (project / "static/map.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    explanation = explained(project, "/map.svg")
    address = explanation.splitlines()[0].removeprefix("file /")
    assert explanation == (
        f"file /{address}\n"
        "\n"
        f"address: /{address}\n"
        "    (derived: its name, and the digest of its bytes)\n"
        "made of: static/map.svg\n"
        "    static/map.svg"
    )
    for what in (address, f"_site/{address}", f"https://x.example/sub/{address}", "static/map.svg"):
        assert explained(project, what) == explanation
    assert explained(project, "static/screen.css").endswith("made of: static/screen.css\n    (built in)")
    assert explained(project, "build-manifest.json").startswith("file /build-manifest.json\n")


def test_the_nearest_problem_code_is_named(project: Path) -> None:
    with pytest.raises(Stop) as stop:
        explain(project, "unkown-paper", ProblemLog())
    assert stop.value.hint == "the problem code is unknown-paper"
