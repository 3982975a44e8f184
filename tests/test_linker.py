"""Linking: which records are one paper, shown as the places that stand in one group."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from datetime import time as clock
from functools import cache, partial
from pathlib import Path

import pytest

from site_gen.conference import Authorship, Paper, Session, SessionKind, Slot
from site_gen.ingest.formats import detect
from site_gen.ingest.known import Known, KnownPaper, KnownSession
from site_gen.ingest.link import Linked, link
from site_gen.ingest.link.cut_titles import with_whole_titles
from site_gen.ingest.link.evidence import are_compatible, are_other_titles
from site_gen.ingest.link.traits import name_key
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import Place, ProblemLog
from tests.steps import counted

ROOT = Path(__file__).parent.parent
FORMAT = SourceFormat(
    name="test",
    title="Test",
    recognise=lambda _: 0,
    read=lambda _document, _problems: pytest.fail("not read"),
)
Fields = tuple[str, str, str]

RAGGED = (
    "There is often variation in the shape of a model's input. This paper presents CoRa, a compiler for it."
)
FUSION = (
    "We study the fusion of operators in a compiler named Apollo. Apollo looks at graphs and at loops alike."
)
SPARSE = "Sparse vectors are hard for graphics processors since their degrees are skewed and memory is short."


def byline(names: str) -> tuple[Authorship, ...]:
    """Names with commas between; "_" is a missing one, "…" stands for "and others"."""
    missing = {"_": Authorship(missing="one"), "…": Authorship(missing="others")}
    return tuple(missing.get(name, Authorship(name=name)) for name in names.split(", "))


def record(place: Place, title: str, authors: str, text: str) -> PaperRecord:
    return PaperRecord(
        place=place,
        title=Fact(title, place) if title else None,
        authors=Fact(byline(authors), place) if authors else None,
        abstract=Fact(text, place) if text else None,
    )


def document(path: str, *papers: Fields) -> Reading:
    """A document with papers (title, authors, text), one a line."""
    source = Document(path, "")
    records = tuple(record(source.place(line), *fields) for line, fields in enumerate(papers, start=1))
    return Reading(document=source, format=FORMAT, papers=records)


def submitted(reading: Reading, number: str) -> Reading:
    """A document whose papers have this number in a submission system."""
    papers = (replace(paper, submission=Fact(number, paper.place)) for paper in reading.papers)
    return replace(reading, papers=tuple(papers))


def programme(*sessions: tuple[str, SessionKind, PartialDay | None, clock | None, Sequence[str]]) -> Reading:
    """A schedule with sessions (title, kind, day, start, the texts of its slots), ten lines each."""
    source = Document("programme.txt", "")
    records = []
    for number, (title, kind, day, start, texts) in enumerate(sessions, start=1):
        place = source.place(10 * number)
        slots = tuple(
            SlotRecord(place=at, paper=record(at, "", "", text))
            for at, text in (
                (source.place(10 * number + line), text) for line, text in enumerate(texts, start=1)
            )
        )
        records.append(
            SessionRecord(
                place=place,
                title=Fact(title, place),
                kind=Fact(kind, place),
                day=Fact(day, place) if day else None,
                start=Fact(start, place) if start else None,
                slots=slots,
            )
        )
    return Reading(document=source, format=FORMAT, sessions=tuple(records))


def linked(*readings: Reading, known: Known | None = None) -> Linked:
    return link(readings, known or Known(), repr, ProblemLog())


def groups(found: Linked) -> list[str]:
    """Every group as its places, with the id of the paper of content that it is."""
    return [
        " ".join(
            [str(record.place) for record in group.records] + ([f"= {group.known}"] if group.known else [])
        )
        for group in found.groups
    ]


def doubts(found: Linked) -> list[str]:
    return [f"{doubt.left} {doubt.right} {doubt.why}" for doubt in found.doubts]


def known_paper(paper: Paper, **provenance: object) -> KnownPaper:
    digests = {name: repr(value) for name, value in provenance.items()}
    return KnownPaper(paper=paper, place=Place(f"content/2022/papers/{paper.id}.yaml"), provenance=digests)


def test_equal_titles_join_whatever_their_case_and_punctuation() -> None:
    found = linked(
        document("a.txt", ("CoRa: Ragged Tensors", "", ""), ("Apollo: Fusion", "", "")),
        document("b.txt", ("APOLLO – fusion", "", ""), ("CoRa Ragged  tensors", "", "")),
    )
    assert groups(found) == ["a.txt:1 b.txt:2", "a.txt:2 b.txt:1"]


def test_a_formula_is_one_as_tex_in_unicode_and_as_it_is_typed() -> None:
    titles = (
        (
            "Owls in O($n^2$) Time",
            "Owls in O(n²) Time",
            "Owls in O(n^2) Time",
            r"Owls in $\mathcal{O}(n^{2})$ Time",
        ),
        (r"On $\ell_1$ Nests", "On ℓ₁ Nests", "On l_1 Nests"),
        (r"${\rm AC}^0$ Barns", "AC⁰ Barns", "AC^0 Barns"),
        (r"$\epsilon$-Greedy Mice", "ε-Greedy Mice", "ϵ-greedy mice"),
    )
    readings = [
        document(f"{column}.txt", *((row[column], "", "") for row in titles if column < len(row)))
        for column in range(4)
    ]
    assert groups(linked(*readings)) == [
        "0.txt:1 1.txt:1 2.txt:1 3.txt:1",
        "0.txt:2 1.txt:2 2.txt:2",
        "0.txt:3 1.txt:3 2.txt:3",
        "0.txt:4 1.txt:4 2.txt:4",
    ]


def test_a_title_that_begins_or_ends_another_one_is_no_other_title() -> None:
    titles = [
        ("Owls at Night", "A Field Guide to Owls at Night"),
        ("A Field Guide to Owls at Night", "Owls at Night"),
        ("Owls at Night, Seen from a Barn", "Owls at Night"),
        ("Night Owls", "A Field Guide to Night Owls"),  # two words stand in many titles
        ("Owls at Night", "A Field Guide to Barns at Dusk"),
    ]
    assert [are_other_titles(*each) for each in titles] == [False, False, False, True, True]


def test_a_whole_title_of_several_words_is_known_beside_a_number_or_a_name() -> None:
    papers = document("papers.txt", ("Owls", "Ann Bee", ""), ("Night Owls", "Cy Dee", ""))

    def read_as(printed: str) -> str:
        place = Document("programme.txt", "").place(1)
        mention = PaperRecord(place=place, title=Fact(printed, place), is_mention=True)
        session = SessionRecord(place=place, slots=(SlotRecord(place=place, paper=mention),))
        programme = Reading(document=Document("programme.txt", ""), format=FORMAT, sessions=(session,))
        (_, read), doubts = with_whole_titles([papers, programme], Known(), ProblemLog())
        paper = read.sessions[0].slots[0].paper
        assert paper and paper.title and doubts == ()
        return paper.title.value

    assert {printed: read_as(printed) for printed in ("12. Night Owls", "Night Owls (Cy Dee)")} == {
        "12. Night Owls": "Night Owls",
        "Night Owls (Cy Dee)": "Night Owls",
    }
    assert [read_as(printed) for printed in ("12. Owls", "Owls (Ann Bee)")] == ["12. Owls", "Owls (Ann Bee)"]


def test_equal_titles_of_other_people_stay_apart() -> None:
    found = linked(
        document("a.txt", ("Introduction", "Ada Lovelace, Alan Turing", "")),
        document("b.txt", ("Introduction", "Grace Hopper, Barbara Liskov", "")),
    )
    assert groups(found) == ["a.txt:1", "b.txt:1"]
    assert doubts(found) == ["a.txt:1 b.txt:1 the titles are equal, but not the authors"]


def test_a_title_alone_is_told_to_be_that_of_two_papers_and_nothing_of_its_authors() -> None:
    found = linked(
        document("a.txt", ("Introduction", "Ada Lovelace, Alan Turing", "")),
        document("b.txt", ("Introduction", "Grace Hopper, Barbara Liskov", "")),
        document("c.txt", ("Introduction", "", "")),
    )
    assert groups(found) == ["a.txt:1", "b.txt:1", "c.txt:1"]
    assert doubts(found) == [
        "a.txt:1 b.txt:1 the titles are equal, but not the authors",
        "a.txt:1 c.txt:1 the titles are equal, but so is another paper's",
        "b.txt:1 c.txt:1 the titles are equal, but so is another paper's",
    ]


def test_equal_titles_of_one_person_among_many_others_stay_apart() -> None:
    few, many = (
        "Ada Lovelace, Alan Turing",
        ", ".join(["Ada Lovelace", *(f"Other {each}" for each in "ABCDEFGH")]),
    )
    for one, other in ((few, many), (many, few)):
        found = linked(
            document("a.txt", ("Introduction", one, "")), document("b.txt", ("Introduction", other, ""))
        )
        assert groups(found) == ["a.txt:1", "b.txt:1"]


def test_equal_titles_are_one_paper_where_one_byline_has_some_of_the_names_and_no_other() -> None:
    many = ", ".join(["Ada Lovelace", *(f"Other {each}" for each in "ABCDEFGH")])
    found = linked(
        document("a.txt", ("Compilation for Ragged Tensors", many, "")),
        document("awards.txt", ("Compilation for Ragged Tensors", "Other D", "")),
    )
    assert groups(found) == ["a.txt:1 awards.txt:1"]


def test_a_slip_in_a_title_is_forgiven_where_the_authors_are_the_same() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(
        document("a.txt", ("Compilation for Ragged Tensors with Minimal Padding", authors, "")),
        document("b.txt", ("Compilation for Raged Tensors with Minimal Padding", authors, "")),
    )
    assert groups(found) == ["a.txt:1 b.txt:1"]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Ada Lovelace", ["a.txt:1 b.txt:1"]),  # one of two
        ("Ada Lovelace, Grace Hopper, Barbara Liskov", ["a.txt:1", "b.txt:1"]),
        ("Grace Hopper, Barbara Liskov", ["a.txt:1", "b.txt:1"]),
        ("", ["a.txt:1", "b.txt:1"]),
    ],
)
def test_a_slip_in_a_title_is_forgiven_where_half_of_the_authors_are_the_same(
    authors: str, expected: list[str]
) -> None:
    title = "Compilation for Ragged Tensors with Minimal Padding"
    found = linked(
        document("a.txt", (title, "Ada Lovelace, Alan Turing", "")),
        document("b.txt", (title.replace("Ragged", "Raged"), authors, "")),
    )
    assert groups(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RAGGED, ["a.txt:1 b.txt:1"]),
        (RAGGED[:62] + "Loops and lanes are what this one is on.", ["a.txt:1", "b.txt:1"]),
    ],
    ids=["same text", "same beginning"],
)
def test_without_authors_a_slip_in_a_title_is_forgiven_where_the_texts_are_the_same(
    text: str, expected: list[str]
) -> None:
    title = "Compilation for Ragged Tensors with Minimal Padding"
    found = linked(
        document("a.txt", (title, "Ada Lovelace, Alan Turing", RAGGED)),
        document("b.txt", (title.replace("Ragged", "Raged"), "", text)),
    )
    assert groups(found) == expected


@pytest.mark.parametrize(
    ("corrected", "expected"),
    [
        (("Compiling Ragged Tensors Fast", "Grace Hopper", FUSION), ["a.txt:1 b.txt:1"]),
        (("On Loops", "Ada Lovelace, Alan Turing", FUSION), ["a.txt:1 b.txt:1"]),
        (("On Loops", "Grace Hopper", RAGGED), ["a.txt:1 b.txt:1"]),
        (("On Loops", "Grace Hopper", FUSION), ["a.txt:1", "b.txt:1"]),
    ],
    ids=["title", "authors", "text", "number alone"],
)
def test_of_one_number_one_more_thing_in_common_makes_one_paper(
    corrected: Fields, expected: list[str]
) -> None:
    found = linked(
        submitted(document("a.txt", ("Compiling Ragged Tensors", "Ada Lovelace, Alan Turing", RAGGED)), "12"),
        submitted(document("b.txt", corrected), "12"),
    )
    assert groups(found) == expected


def test_parts_of_a_series_are_two_papers() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(
        document("a.txt", ("Compilation for Ragged Tensors, Part I", authors, RAGGED)),
        document("b.txt", ("Compilation for Ragged Tensors, Part II", authors, "")),
    )
    assert groups(found) == ["a.txt:1", "b.txt:1"]
    assert doubts(found) == ["a.txt:1 b.txt:1 the authors are equal and the titles nearly so"]


def test_a_group_never_holds_two_titles() -> None:
    found = linked(
        document("a.txt", ("Ragged Tensors", "Ada Lovelace, Alan Turing", "")),
        document("b.txt", ("", "Ada Lovelace, Alan Turing", RAGGED)),
        document("c.txt", ("The Shape of Input", "", RAGGED)),
    )
    assert groups(found) == ["a.txt:1", "b.txt:1 c.txt:1"]


def test_texts_join_though_one_is_cut_and_differs_in_a_few_letters() -> None:
    found = linked(
        document("a.txt", ("", "", RAGGED), ("", "", FUSION)),
        document(
            "b.txt", ("", "", FUSION[:80].replace("fusion of", "``fusion'' of") + "…"), ("", "", SPARSE)
        ),
    )
    assert groups(found) == ["a.txt:1", "a.txt:2 b.txt:1", "b.txt:2"]


def test_author_sets_join_in_any_order_with_missing_and_reversed_names() -> None:
    found = linked(
        document("a.txt", ("", "_, Alan Turing, Hopper Grace, Tim Oates, Ada Lovelace", SPARSE)),
        document(
            "b.bib",
            ("On Graphs", "Barbara Liskov, Tim Oates", ""),
            ("On Vectors", "Ada Lovelace, Grace Hopper, Alan Turing, Corey Nolet, Tim Oates", ""),
            ("On Trees", "Ada Lovelace, …", ""),
        ),
    )
    assert groups(found) == ["a.txt:1 b.bib:2", "b.bib:1", "b.bib:3"]


def test_same_authors_with_two_texts_are_two_papers() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(document("a.txt", ("", authors, RAGGED)), document("b.txt", ("", authors, SPARSE)))
    assert groups(found) == ["a.txt:1", "b.txt:1"]


def test_two_papers_of_the_same_authors_are_told_apart_by_words_of_their_titles() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(
        document("a.txt", ("", authors, RAGGED), ("", authors, FUSION)),
        document(
            "b.bib",
            ("Apollo: Automatic Fusion of Operators", authors, ""),
            ("The CoRa Compiler", authors, ""),
        ),
    )
    assert groups(found) == ["a.txt:1 b.bib:2", "a.txt:2 b.bib:1"]


def test_two_papers_of_the_same_authors_stay_doubtful_where_no_word_decides() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(
        document("a.txt", ("", authors, RAGGED)),
        document("b.bib", ("A Tale of Two Cities", authors, ""), ("Great Expectations", authors, "")),
    )
    assert groups(found) == ["a.txt:1", "b.bib:1", "b.bib:2"]
    assert doubts(found) == [
        "a.txt:1 b.bib:1 the authors are equal, but so are another paper's",
        "a.txt:1 b.bib:2 the authors are equal, but so are another paper's",
    ]


def test_the_name_in_a_title_finds_the_text_that_introduces_it() -> None:
    found = linked(
        document("a.txt", ("", "", FUSION), ("", "", RAGGED)),
        document(
            "b.bib",
            ("The CoRa Tensor Compiler: Input of Ragged Shape", "Ada Lovelace", ""),
            ("Apollo: Automatic Fusion of Operators", "Alan Turing", ""),
            ("Gravity: A Study of Falling Apples", "Isaac Newton", ""),
        ),
    )
    assert groups(found) == ["a.txt:1 b.bib:2", "a.txt:2 b.bib:1", "b.bib:3"]


def test_a_text_that_only_mentions_another_papers_name_is_not_that_paper() -> None:
    found = linked(
        document("a.txt", ("", "", f"{SPARSE} It is faster than Apollo.")),
        document("b.bib", ("Apollo: Automatic Fusion of Operators", "Alan Turing", "")),
    )
    assert groups(found) == ["a.txt:1", "b.bib:1"]


def test_a_few_common_words_join_nothing() -> None:
    found = linked(
        document("a.txt", ("", "", SPARSE)),
        document("b.bib", ("Memory of Graphics Processors", "Alan Turing", "")),
    )
    assert groups(found) == ["a.txt:1", "b.bib:1"]


def test_a_copy_whose_byline_was_cut_is_the_same_paper() -> None:
    page = document(
        "page.txt",
        ("", "Ada Lovelace, Alan Tur", RAGGED),
        ("", "Grace Hopper, Ken Iverson", FUSION),
        ("", "Ada Lovelace, Alan Turing, Mary Shaw", RAGGED),
        ("", "Barbara Liskov", FUSION),
    )
    assert groups(linked(page)) == ["page.txt:1 page.txt:3", "page.txt:2", "page.txt:4"]


def test_a_copy_with_two_other_authors_is_another_paper() -> None:
    page = document(
        "page.txt",
        ("", "Ada Lovelace, Grace Hopper, Tim Oates", RAGGED),
        ("", "Ada Lovelace, Barbara Liskov, Ken Iverson", RAGGED),
    )
    assert groups(linked(page)) == ["page.txt:1", "page.txt:2"]


def test_of_two_papers_with_one_title_that_counts_whose_text_is_the_same() -> None:
    found = linked(
        document("a.txt", ("Fast Trees", "Ada Lovelace", RAGGED)),
        document("b.txt", ("Fast Trees", "Ada Lovelace", FUSION), ("Fast Trees", "Ada Lovelace", RAGGED)),
    )
    assert groups(found) == ["a.txt:1 b.txt:2", "b.txt:1"]


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Ji-soo Park", "Jisoo Park", True),
        ("王小明", "Xiaoming Wang", True),
        ("Ann Lee", "Nan Lee", False),
        ("Amy Roe", "May Roe", False),
    ],
)
def test_a_name_in_two_parts_is_the_one_that_they_make(one: str, other: str, are_one: bool) -> None:
    assert are_compatible(name_key(one), name_key(other)) is are_one


def test_a_page_that_prints_a_paper_twice_gives_it_once() -> None:
    authors = "Ada Lovelace, Alan Turing"
    found = linked(
        document(
            "a.txt",
            ("", authors, RAGGED),
            ("", authors, FUSION),
            ("", authors, RAGGED),
            ("", "Tim Oates", FUSION),
        )
    )
    assert groups(found) == ["a.txt:1 a.txt:3", "a.txt:2", "a.txt:4"]


def test_a_third_copy_is_held_against_all_that_the_first_two_tell() -> None:
    page = document(
        "page.txt",
        ("", "", RAGGED),
        ("", "Ada Lovelace, Alan Turing", RAGGED),
        ("", "Grace Hopper, Ken Iverson", RAGGED),
    )
    assert groups(linked(page)) == ["page.txt:1 page.txt:2", "page.txt:3"]


def test_records_of_three_documents_are_bridged_by_the_one_that_has_both() -> None:
    found = linked(
        document("a.txt", ("", "", RAGGED)),
        document("b.txt", ("", "Ada Lovelace, Alan Turing", RAGGED)),
        document("c.bib", ("Padding Considered Harmful", "Ada Lovelace, Alan Turing", "")),
    )
    assert groups(found) == ["a.txt:1 b.txt:1 c.bib:1"]


def test_a_paper_made_by_hand_takes_part_as_a_source_would() -> None:
    hand_made = known_paper(
        Paper(id="padding", title="Padding", authors=byline("Ada Lovelace, Alan Turing"), abstract=RAGGED)
    )
    found = linked(
        document("a.txt", ("", "", RAGGED)),
        document("c.bib", ("Padding", "Ada Lovelace, Alan Turing", "")),
        known=Known(papers=(hand_made,)),
    )
    assert groups(found) == ["a.txt:1 c.bib:1 = padding"]


def test_a_paper_is_recognised_by_what_ingest_remembers_though_every_field_was_edited() -> None:
    edited = Paper(
        id="ragged", title="Padding, Corrected", authors=byline("A. Lovelace"), abstract="Rewritten."
    )
    found = linked(
        document(
            "a.txt", ("Ragged Tensors", "Ada Lovelace", RAGGED), ("Padding, Corrected", "Tim Oates", FUSION)
        ),
        known=Known(papers=(known_paper(edited, title="Ragged Tensors", abstract=RAGGED),)),
    )
    assert groups(found) == ["a.txt:1 = ragged", "a.txt:2"]


def test_a_paper_is_recognised_after_its_source_corrected_the_title() -> None:
    before = Paper(id="ragged", title="Ragged Tensor", authors=byline("Ada Lovelace, Alan Turing"))
    found = linked(
        document(
            "a.bib",
            ("Compiling Ragged Tensors", "Ada Lovelace, Alan Turing", ""),
            ("Gravity", "Isaac Newton", ""),
        ),
        known=Known(papers=(known_paper(before, title="Ragged Tensor"),)),
    )
    assert groups(found) == ["a.bib:1 = ragged", "a.bib:2"]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Ada Lovelace, Alan Turing", ["a.bib:1"]),
        ("Ada Lovelace, Alan Turing, Mary Shaw", ["a.bib:1 = ragged"]),
    ],
    ids=["two", "three"],
)
def test_by_authors_alone_a_paper_with_another_title_is_recognised_where_they_are_three(
    authors: str, expected: list[str]
) -> None:
    before = Paper(id="ragged", title="Ragged Tensor", authors=byline(authors))
    found = linked(
        document("a.bib", ("Why Birds Sing", authors, "")),
        known=Known(papers=(known_paper(before, title="Ragged Tensor"),)),
    )
    assert groups(found) == expected


def test_a_deleted_paper_is_recognised_by_what_is_remembered_of_it() -> None:
    gone = known_paper(Paper(id="ragged"), title="Ragged Tensors", abstract=RAGGED)
    found = linked(
        document("a.txt", ("Ragged Tensors", "Ada Lovelace", RAGGED)),
        known=Known(papers=(gone,), deleted=frozenset(["ragged"])),
    )
    assert groups(found) == ["a.txt:1 = ragged"]


MONDAY = PartialDay(29, 8)
TUESDAY = PartialDay(30, 8)


def known_session(
    session_id: str, title: str, kind: SessionKind, start: clock | None, *papers: str
) -> KnownSession:
    slots = tuple(Slot(paper=paper) for paper in papers)
    session = Session(
        id=session_id,
        title=title,
        kind=kind,
        date=date(2022, 8, 29) if start else None,
        start=start,
        slots=slots,
    )
    return KnownSession(session=session, place=Place("content/2022/sessions.yaml"), provenance={})


def test_sessions_are_recognised_after_they_moved_or_were_retitled() -> None:
    papers = (
        known_paper(Paper(id="ragged", abstract=RAGGED), abstract=RAGGED),
        known_paper(Paper(id="fusion", abstract=FUSION), abstract=FUSION),
    )
    sessions = (
        known_session("break", "Break", "break", clock(10)),
        known_session("break-2022-08-29-1500", "Break", "break", clock(15)),
        known_session("compilers", "Compilers", "oral", clock(13), "ragged", "fusion"),
        known_session("opening", "Opening", "social", clock(8)),
        known_session("welcome", "Welcome", "social", clock(18)),
    )
    found = linked(
        programme(
            ("Break", "break", MONDAY, clock(15), ()),  # 10
            ("Break", "break", MONDAY, clock(10, 30), ()),  # 20, moved
            ("Compilers and Runtimes", "oral", TUESDAY, clock(9), (FUSION, RAGGED)),  # 30, moved and retitled
            ("Reception", "social", MONDAY, clock(18), ()),  # 40, retitled
            ("Opening", "social", TUESDAY, clock(8), ()),  # 50, moved
            ("Sponsors", "other", MONDAY, clock(18), ()),  # 60, new
        ),
        known=Known(papers=papers, sessions=sessions),
    )
    assert {place.line: session for place, session in found.sessions.items()} == {
        10: "break-2022-08-29-1500",
        20: "break",
        30: "compilers",
        40: "welcome",
        50: "opening",
    }


def test_a_session_that_was_retitled_in_content_is_recognised_by_its_remembered_title() -> None:
    edited = replace(
        known_session("lunch", "Midday Meal", "break", clock(12)), provenance={"title": repr("Lunch")}
    )
    found = linked(
        programme(("Lunch", "break", TUESDAY, clock(13), ())),
        known=Known(sessions=(edited,)),
    )
    assert list(found.sessions.values()) == ["lunch"]


def many(count: int) -> tuple[Reading, Reading]:
    """As many papers in a list of titles as in a page of texts, in another order; words from one pool."""
    chance = random.Random(2022)
    pool = ["".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(5000)]
    titles: list[Fields] = []
    texts: list[Fields] = []
    for _ in range(count):
        words = chance.choices(pool, k=8)
        authors = ", ".join(
            dict.fromkeys(" ".join(chance.choices(pool, k=2)) for _ in range(chance.randint(1, 6)))
        )
        titles.append((" ".join(words).title(), authors, ""))
        texts.append(("", authors, "We propose " + " ".join(chance.choices(pool, k=120) + words)))
    texts.reverse()
    return document("titles.bib", *titles), document("texts.txt", *texts)


def test_the_groups_do_not_depend_on_the_order_of_documents_and_hash_seed() -> None:
    titles, texts = many(200)
    expected = {frozenset(group.split()) for group in groups(linked(titles, texts))}
    assert {frozenset(group.split()) for group in groups(linked(texts, titles))} == expected
    code = (
        "from tests.test_linker import *; import hashlib;"
        "print(hashlib.sha256(repr(linked(*many(200))).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1


def test_twice_the_records_are_twice_the_work() -> None:
    steps = {}
    for papers in (500, 1000):
        titles, texts = many(papers)
        found, steps[papers] = counted(partial(linked, titles, texts))
        assert sum(len(group.records) == 2 for group in found.groups) > 0.99 * papers
    assert steps[1000] < 2.5 * steps[500]


def real_readings(year: str, without: tuple[str, ...] = ()) -> list[Reading]:
    """The readings of an edition of the real sources."""
    files = enumerate(sorted(path.name for path in (ROOT / "content" / "sources").iterdir()))
    return [
        real_reading(name, number)
        for number, name in files
        if year in name and not name.endswith(without or "-")
    ]


@cache
def real_reading(name: str, number: int) -> Reading:
    """What a real document says; read once for all tests."""
    source = Document(f"content/sources/{name}", (ROOT / "content/sources" / name).read_text("utf-8"), number)
    source_format = detect(source.text)
    assert source_format
    return source_format.read(source, ProblemLog())


def joined_places(readings: Sequence[Reading]) -> set[frozenset[Place]]:
    return {frozenset(record.place for record in group.records) for group in linked(*readings).groups}


@pytest.mark.parametrize(("year", "papers"), [("2021", 5), ("2022", 36), ("2023", 46)])
def test_the_real_sources_give_every_paper_once_without_a_doubt(year: str, papers: int) -> None:
    found = linked(*real_readings(year))
    assert (len(found.groups), found.doubts) == (papers, ())
    assert all(any(record.title for record in group.records) for group in found.groups)


# Slots of the schedule page (line) and entries of mlsys2022.bib that have nothing else in common
# than words; each was read: the text is about what the title says.
ONLY_BY_WORDS = {
    38: "The CoRa Tensor Compiler: Compilation for Ragged Tensors with Minimal Padding",
    41: "Apollo: Automatic Partition-based Operator Fusion through Layer by Layer Optimization",
    43: "DietCode: Automatic Optimization for Dynamic Tensor Programs",
    45: "Bit-serial Weight Pools: Compression and Arbitrary Precision Execution of Neural Networks on "
    "Resource Constrained Processors",
    48: "MLPerf Mobile Inference Benchmark: An Industry-Standard Open-Source Machine Learning Benchmark for "
    "On-Device AI",
    50: "TorchSparse: Efficient Point Cloud Inference Engine",
    54: "Plumber: Diagnosing and Removing Performance Bottlenecks in Machine Learning Data Pipelines",
    56: "Graphiler: Optimizing Graph Neural Networks with Message Passing Data Flow Graph",
}


def test_slots_that_share_only_words_with_a_title_get_the_right_one() -> None:
    titles = {
        record.place.line: next(each.title.value for each in group.records if each.title)
        for group in linked(*real_readings("2022")).groups
        for record in group.records
        if record.place.file.endswith("monday.txt")
    }
    assert {line: titles[line] for line in ONLY_BY_WORDS} == ONLY_BY_WORDS
    assert len(titles) == 16


@pytest.mark.parametrize(
    "without",
    [
        ("2022.bib",), ("awards.txt",), ("cool.txt",), ("monday.txt",),
        ("awards.txt", "cool.txt"), ("awards.txt", "monday.txt"), ("cool.txt", "monday.txt"),
    ],
)  # fmt: skip
def test_the_joins_stay_the_same_when_a_real_document_is_left_out(without: tuple[str, ...]) -> None:
    everything = joined_places(real_readings("2022"))
    expected = {
        frozenset(place for place in places if not place.file.endswith(without)) for places in everything
    } - {frozenset()}
    assert joined_places(real_readings("2022", without)) == expected


def test_titles_alone_never_find_a_wrong_text() -> None:
    """The harshest case: the real titles of one half and the texts of the other, all names taken away."""
    papers = []
    for year in ("2021", "2022", "2023"):
        for group in linked(*real_readings(year)).groups:
            titles = [record.title.value for record in group.records if record.title]
            texts = [record.abstract.value for record in group.records if record.abstract]
            if texts:
                papers.append((titles[0], texts[0]))
    chance = random.Random(1)
    for size in (3, 6, 12, 25, 40) * 4:
        chance.shuffle(papers)
        titled = document("titles.bib", *((title, "", "") for title, _ in papers[:size]))
        described = document("texts.txt", *(("", "", text) for _, text in papers[size : 2 * size]))
        assert len(linked(titled, described).groups) == 2 * size
