"""Assembling: records in, the edition's entities with the places of every field out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from datetime import time as clock
from pathlib import Path

import pytest

from site_gen.conference import Authorship, Award, Conference, Paper, Participant, Session, Slot
from site_gen.ingest.assemble import (
    Assembled,
    CutAbstract,
    DocumentReport,
    FilledSlot,
    Held,
    Missing,
    Repeat,
    SimilarNames,
    assemble,
)
from site_gen.ingest.assemble.ids import LONGEST, make_ids, naming, no_words
from site_gen.ingest.formats import detect
from site_gen.ingest.known import Known, KnownPaper
from site_gen.ingest.link import link
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

ROOT = Path(__file__).parent.parent
RAGGED = (
    "There is often variation in the shape of a model's input. This paper presents CoRa, a compiler for it."
)
FUSION = (
    "We study the fusion of operators in a compiler named Apollo. Apollo looks at graphs and at loops alike."
)
SPARSE = "Sparse vectors are hard for graphics processors since their degrees are skewed and memory is short."
GRAVITY = (
    "Apples fall to the ground; so does the moon, in a way. We find one law for both and measure it at home."
)


def source_format(published: bool = False, ordered: bool = True) -> SourceFormat:
    return SourceFormat(
        name="bibtex" if published else "page",
        title="Test",
        recognise=lambda _: 0,
        read=lambda _document, _problems: pytest.fail("not read"),
        is_published=published,
        is_ordered=ordered,
    )


def byline(names: str) -> tuple[Authorship, ...]:
    """Names with commas between; "_" is a missing one, "…" stands for "and others"."""
    missing = {"_": Authorship(missing="one"), "…": Authorship(missing="others")}
    return tuple(missing.get(name, Authorship(name=name)) for name in names.split(", "))


def record(place: Place, title: str = "", authors: str = "", text: str = "", award: str = "") -> PaperRecord:
    return PaperRecord(
        place=place,
        title=Fact(title, place) if title else None,
        authors=Fact(byline(authors), place) if authors else None,
        abstract=Fact(text, place) if text else None,
        award=Fact(award, place) if award else None,
    )


def page(path: str, *papers: tuple[str, ...], stated: int | None = None, precedence: int = 0) -> Reading:
    """A page with papers (title, authors, text, award), one a line; a ".bib" is published, without order."""
    source = Document(path, "", precedence)
    published = path.endswith(".bib")
    return Reading(
        document=source,
        format=source_format(published, not published),
        papers=tuple(record(source.place(line), *fields) for line, fields in enumerate(papers, start=1)),
        stated=Fact(stated, source.place(9)) if stated is not None else None,
    )


def session_record(
    place: Place,
    title: str = "",
    day: PartialDay | None = None,
    start: clock | None = None,
    speaker: str = "",
    slots: Sequence[tuple[str, str]] = (),
) -> SessionRecord:
    """An oral session; its slots (text, room) stand on the lines after it, an empty text is an empty slot."""
    at = [replace(place, line=place.line + number) for number in range(1, len(slots) + 1)]
    return SessionRecord(
        place=place,
        kind=Fact("oral", place),
        title=Fact(title, place) if title else None,
        day=Fact(day, place) if day else None,
        start=Fact(start, place) if start else None,
        people=Fact((Participant(name=speaker),), place) if speaker else None,
        slots=tuple(
            SlotRecord(
                place=line,
                paper=record(line, text=text) if text else None,
                room=Fact(room, line) if room else None,
            )
            for line, (text, room) in zip(at, slots, strict=True)
        ),
    )


def programme(*sessions: SessionRecord, path: str = "programme.txt") -> Reading:
    return Reading(document=Document(path, ""), format=source_format(), sessions=sessions)


def at(line: int, path: str = "programme.txt") -> Place:
    return Place(path, line)


def assembled(
    *readings: Reading,
    year: int | None = 2022,
    known: Known | None = None,
    problems: ProblemLog | None = None,
) -> Assembled:
    known, log = known or Known(), problems or ProblemLog()
    held = Held(Conference(id="2022", title="2022", year=year))
    return assemble(held, readings, link(readings, known, repr, log), known, log)


def papers(found: Assembled) -> list[Paper]:
    return [paper.value for paper in found.papers]


def bylines(*printed: str) -> list[str]:
    """The byline out of those of one paper, the published one first, then the aliases."""
    pages = [page("a.bib", ("Padding", printed[0]))]
    pages += [page(f"{number}.txt", ("Padding", names)) for number, names in enumerate(printed[1:])]
    found = assembled(*pages)
    (paper,) = papers(found)
    shown = ", ".join(
        each.name or {"one": "_", "others": "…"}[each.missing or "one"] for each in paper.authors
    )
    return [shown, *(f"{alias.alias} = {alias.name}" for alias in found.aliases)]


def test_every_field_comes_from_its_best_source() -> None:
    found = assembled(
        page("a.txt", ("ragged tensors", "ada LOVELACE, Alan Turing", f"{RAGGED[:70]}…")),
        page("b.bib", ("Ragged Tensors", "Ada Lovelace, Alan Turing")),
        page("c.txt", ("Ragged Tensors", "", RAGGED)),
    )
    (paper,) = found.papers
    assert paper.value == Paper(
        id="ragged-tensors",
        title="Ragged Tensors",
        authors=byline("Ada Lovelace, Alan Turing"),
        abstract=RAGGED,
    )
    a, b, c = Place("a.txt", 1), Place("b.bib", 1), Place("c.txt", 1)
    assert paper.sources == {"title": (b, a, c), "authors": (b, a), "abstract": (c, a)}


def test_an_abstract_is_not_completed_by_a_text_that_begins_otherwise() -> None:
    cut = f"{RAGGED[:70]}…"
    found = assembled(
        page("a.txt", ("Padding", "Ada Lovelace", cut)), page("b.txt", ("Padding", "Ada Lovelace", FUSION))
    )
    assert [paper.abstract for paper in papers(found)] == [cut]
    assert found.report.cut_abstracts == (CutAbstract("padding", Place("a.txt", 1)),)


def test_a_text_that_another_document_prints_longer_is_not_complete() -> None:
    found = assembled(
        page("a.txt", ("Padding", "Ada Lovelace", RAGGED[:71])),
        page("b.txt", ("Padding", "Ada Lovelace", RAGGED)),
    )
    assert [paper.abstract for paper in papers(found)] == [RAGGED]


# Bylines of one paper, the published one first, then what becomes of them: the byline and aliases.
BYLINES = [
    """
    Yan Wang, Yanfei Wang, Tianzi Xiao, Fengwei Yu
    Yan Wang, yanfei wang, tianzi xiaotian, Fengwei Yu
    -> Yan Wang, Yanfei Wang, Tianzi Xiao, Fengwei Yu | tianzi xiaotian = Tianzi Xiao
    """,
    """
    Ke Hong, Zehao Liu, Yu Wang
    Ke Hong, 泽浩 刘, Yu Wang
    -> Ke Hong, Zehao Liu, Yu Wang | 泽浩 刘 = Zehao Liu
    """,
    """
    Corey J. Nolet, Divye Gala, John Zedlewski, Tim Oates
    _, Divye Gala, Tim Oates
    -> Corey J. Nolet, Divye Gala, John Zedlewski, Tim Oates
    """,
    """
    _, Divye Gala, Tim Oates
    Corey J. Nolet, Divye Gala, Tim Oates
    -> Corey J. Nolet, Divye Gala, Tim Oates
    """,
    """
    Ada Lovelace, …
    ada lovelace, Alan Turing, Tim Oates
    -> Ada Lovelace, Alan Turing, Tim Oates
    """,
    """
    Ada Lovelace, Alan Turing, …
    Ada Lovelace, Alan Turing
    -> Ada Lovelace, Alan Turing, …
    """,
    """
    Zirui Xu, Zirui Xu, Fuxun Yu
    Zirui Xu, Fuxun Yu, Zirui Xu
    -> Zirui Xu, Fuxun Yu
    """,
    """
    Qianqi Sun, Lei Chen
    Lei Chen, Sun Qianqi
    -> Qianqi Sun, Lei Chen | Sun Qianqi = Qianqi Sun
    """,
]
# Nothing is certain of the other names here: another order, a longer gap, two strangers in a row.
UNCERTAIN = [
    """
    Ada Lovelace, Alan Turing, Tim Oates
    Tim Oates, A. Turing, Ada Lovelace
    -> Ada Lovelace, Alan Turing, Tim Oates
    """,
    """
    Ada Lovelace, Alan Turing, Tim Oates
    Ada Lovelace, Al T., Bo, Tim Oates
    -> Ada Lovelace, Alan Turing, Tim Oates
    """,
    """
    Ada Lovelace, Al Turing, Bo Xu, Tim Oates
    Ada Lovelace, Xi Ma, Hu Li, Tim Oates
    -> Ada Lovelace, Al Turing, Bo Xu, Tim Oates
    """,
]


@pytest.mark.parametrize("case", [*BYLINES, *UNCERTAIN])
def test_bylines_give_the_published_spelling_and_aliases_where_they_align(case: str) -> None:
    *printed, expected = (line.strip() for line in case.strip().splitlines())
    assert "-> " + " | ".join(bylines(*printed)) == expected


def test_an_alias_of_two_people_is_nobodys() -> None:
    found = assembled(
        page("a.bib", ("Padding", "Yan Wang, Tim Oates"), ("Gravity", "Yu Wang, Isaac Newton")),
        page("b.txt", ("Padding", "Y. Wang, Tim Oates"), ("Gravity", "Y. Wang, Isaac Newton")),
    )
    assert found.aliases == ()


def ids(*fields: tuple[str, ...], known: Known | None = None) -> dict[str, str]:
    """The id for each line of a page."""
    found = assembled(page("a.txt", *fields), known=known)
    return {str(paper.places[0]): paper.value.id for paper in found.papers}


def test_ids_are_made_of_title_or_author_and_words_or_words() -> None:
    long = "Communication-Efficient Graph Neural Networks with Probabilistic Neighborhood Expansion"
    assert ids(
        (long,), ("", "José López, Ada Lovelace", RAGGED), ("", "", FUSION), ("Con",), ("", "", "Aux")
    ) == {
        "a.txt:1": "communication-efficient-graph-neural-networks-with",
        "a.txt:2": "jose-lopez-there-is-often-variation-in",
        "a.txt:3": "we-study-the-fusion-of-operators-in-a",
        "a.txt:4": "con-paper",
        "a.txt:5": "aux-paper",
    }


def test_ids_of_untitled_papers_by_one_long_name_are_short_enough_for_any_system() -> None:
    name, words = f"{'Abc ' * 29}X", "abc-" * 24
    assert (len(name), ids(("", name), ("", name, RAGGED), ("", name, SPARSE))) == (
        117,
        {"a.txt:1": f"{words}paper-kbmclj", "a.txt:2": f"{'abc-' * 29}x", "a.txt:3": f"{words}paper-doliob"},
    )


def test_each_of_many_equal_papers_has_an_id() -> None:
    made = make_ids([naming(["a" * 200], no_words, "same", LONGEST)] * 3000, (), "paper")
    assert (len(set(made)), max(map(len, made))) == (3000, 120)


def test_equal_ids_get_further_words_whatever_the_order_of_lines() -> None:
    first, second = ("Editorial", "Tim Oates", SPARSE), ("Editorial", "Ada Lovelace", RAGGED)
    assert ids(first, second) == {"a.txt:1": "editorial-sparse", "a.txt:2": "editorial"}
    assert ids(second, first) == {"a.txt:1": "editorial", "a.txt:2": "editorial-sparse"}


def test_a_known_paper_keeps_its_id_and_no_other_gets_it() -> None:
    held = Known(
        papers=(
            KnownPaper(
                paper=Paper(id="editorial", title="On Padding"),
                place=Place("content/2022/papers/editorial.yaml"),
                provenance={"title": repr("On Padding")},
            ),
        )
    )
    assert ids(("On Padding", "", RAGGED), ("Editorial", "", FUSION), known=held) == {
        "a.txt:1": "editorial",
        "a.txt:2": "editorial-we",
    }


def test_awards_keep_the_order_of_the_page_and_each_paper_once() -> None:
    found = assembled(
        page(
            "a.txt",
            ("Zebra", "", "", "Best Paper"),
            ("Apple", "", "", "Test of Time"),
            ("Mango", "", "", "best paper"),
            ("Zebra", "", "", "Best Paper"),
        )
    )
    assert [award.value for award in found.awards] == [
        Award(id="best-paper", name="Best Paper", papers=("zebra", "mango")),
        Award(id="test-of-time", name="Test of Time", papers=("apple",)),
    ]
    assert found.awards[0].sources["papers"] == (Place("a.txt", 1), Place("a.txt", 3))


def test_a_session_takes_the_room_that_its_slots_share_and_keeps_empty_slots() -> None:
    found = assembled(
        programme(
            session_record(
                at(1), "Compilers", PartialDay(29, 8, weekday=0), clock(13),
                slots=[(RAGGED, "Hall A"), ("", "Hall A"), (FUSION, "")],
            )
        ),
        page("b.bib", ("CoRa: The Shape of Input", "Tim Oates"), ("Apollo: Fusion of Operators", "Bo Xu")),
    )  # fmt: skip
    (session,) = found.sessions
    assert session.value == Session(
        id="compilers",
        title="Compilers",
        kind="oral",
        date=date(2022, 8, 29),
        start=clock(13),
        room="Hall A",
        slots=(Slot(paper="cora-the-shape-of-input"), Slot(), Slot(paper="apollo-fusion-of-operators")),
    )
    assert session.sources["room"] == (at(2),)
    assert session.sources["slots"] == (at(2), at(3), at(4))
    assert Missing("paper", "compilers", at(3)) in found.report.documents[1].missing


def test_slots_in_several_rooms_keep_them() -> None:
    found = assembled(programme(session_record(at(1), "Compilers", slots=[(RAGGED, "A"), (FUSION, "B")])))
    assert (found.sessions[0].value.room, [slot.room for slot in found.sessions[0].value.slots]) == (
        None,
        ["A", "B"],
    )


def test_a_weekday_that_contradicts_the_date_is_an_error_that_names_the_right_one() -> None:
    problems = ProblemLog()
    assembled(programme(session_record(at(1), "Compilers", PartialDay(29, 8, weekday=1))), problems=problems)
    assert [str(problem) for problem in problems.all] == [
        "programme.txt:1: error: 29 August 2022 is not a Tuesday [weekday-contradiction]\n"
        "    hint: 29 August 2022 is a Monday (2022 is the year of the edition)"
    ]


def test_a_day_of_an_unknown_year_stays_unknown_with_a_warning() -> None:
    problems = ProblemLog()
    reading = programme(session_record(at(1), "Compilers", PartialDay(29, 8, weekday=1)))
    found = assembled(reading, year=None, problems=problems)
    assert found.sessions[0].value.date is None
    assert [problem.code for problem in problems.warnings] == ["no-year"]


def test_two_programmes_that_tell_one_session_give_it_once() -> None:
    day = PartialDay(29, 8)
    found = assembled(
        programme(session_record(at(1), "Compilers", day), session_record(at(2), "Break", day, clock(10))),
        programme(session_record(at(1, "b.txt"), "compilers", day, clock(13)), path="b.txt"),
    )
    assert [(each.value.id, each.value.start, each.places) for each in found.sessions] == [
        ("compilers", clock(13), (at(1, "b.txt"), at(1))),
        ("break", clock(10), (at(2),)),
    ]


def test_an_end_of_one_programme_before_the_start_of_another_is_left_out() -> None:
    day = PartialDay(29, 8)
    ended = replace(session_record(at(1, "b.txt"), "Graphs", day), end=Fact(clock(9), at(1, "b.txt")))
    problems = ProblemLog()
    found = assembled(
        programme(session_record(at(1, "a.txt"), "Graphs", day, clock(10)), path="a.txt"),
        programme(ended, path="b.txt"),
        problems=problems,
    )
    assert [(session.value.start, session.value.end) for session in found.sessions] == [(clock(10), None)]
    assert [(problem.code, problem.place) for problem in problems.all] == [
        ("ends-before-start", at(1, "b.txt"))
    ]


def test_session_ids_take_date_and_start_where_the_title_is_taken() -> None:
    day = PartialDay(29, 8)
    found = assembled(
        programme(
            session_record(at(1), "Break", day, clock(10)),
            session_record(at(2), "Break", day, clock(15, 30)),
            session_record(at(3), "Break", PartialDay(30, 8), clock(10)),
            session_record(at(4), "", None, None, "Kunle Olukotun"),
        )
    )
    assert [each.value.id for each in found.sessions] == [
        "break",
        "break-2022-08-29",
        "break-2022-08-30",
        "oral-kunle-olukotun",
    ]


AWARDS = [("", "Ada Lovelace", RAGGED), ("", "Isaac Newton", GRAVITY), ("", "Alan Turing", FUSION)]


@pytest.mark.parametrize(
    ("listed", "slots", "filled"),
    [
        (page("awards.txt", *AWARDS), [RAGGED, "", FUSION], True),
        (page("awards.txt", *AWARDS, stated=3), [RAGGED, "", FUSION], True),
        (page("awards.txt", *AWARDS, stated=51), [RAGGED, "", FUSION], False),
        (page("awards.txt", *AWARDS), [FUSION, "", RAGGED], False),
        (page("awards.txt", *AWARDS), [RAGGED, "", ""], False),
        (page("awards.txt", *AWARDS), [RAGGED, "", FUSION, SPARSE], False),
        (page("awards.bib", *AWARDS), [RAGGED, "", FUSION], False),
        (page("awards.txt", *AWARDS[:2]), [RAGGED, ""], False),
    ],
)
def test_an_empty_slot_is_filled_only_by_a_complete_list_in_the_same_order(
    listed: Reading, slots: list[str], filled: bool
) -> None:
    found = assembled(
        listed, programme(session_record(at(1), "Awards", slots=[(text, "") for text in slots]))
    )
    gravity = "isaac-newton-apples-fall-to-the-ground"
    why = "awards.txt lists 3 papers in this order; the other 2 are the same, and this one is left"
    expected = FilledSlot("awards", 2, gravity, at(3), why)
    assert found.report.filled_slots == ((expected,) if filled else ())
    assert (gravity in [slot.paper for slot in found.sessions[0].value.slots]) is filled


def test_the_report_counts_what_became_of_every_document() -> None:
    found = assembled(
        page(
            "a.txt",
            ("", "Ada Lovelace, _", RAGGED),
            ("", "Ada Lovelace, _", RAGGED),
            ("Gravity",),
            stated=51,
        ),
        page("b.txt", ("The CoRa Compiler", "Ada Lovelace, Tim Oates"), ("Motion",), precedence=1),
    )
    assert found.report.documents == (
        DocumentReport(
            document="a.txt", format="page", edition="2022", read=3, sessions=0, joined=0, new=2,
            repeats=(
                Repeat("the-cora-compiler", "The CoRa Compiler", (Place("a.txt", 1), Place("a.txt", 2))),
            ),
            stated=Fact(51, Place("a.txt", 9)), passed_over=(), doubtful=(),
            missing=(
                Missing("abstract", "gravity", Place("a.txt", 3)),
                Missing("authors", "gravity", Place("a.txt", 3)),
            ),
            unknown=2,
        ),
        DocumentReport(
            document="b.txt", format="page", edition="2022", read=2, sessions=0, joined=1, new=1, repeats=(),
            stated=None, passed_over=(), doubtful=(),
            missing=(
                Missing("abstract", "motion", Place("b.txt", 2)),
                Missing("authors", "motion", Place("b.txt", 2)),
            ),
            unknown=1,
            otherwise=1,
        ),
    )  # fmt: skip


def test_similar_names_are_suggested_and_never_joined() -> None:
    found = assembled(
        page(
            "a.txt",
            ("Apple", "J. Dean, Sanjay Ghemawat"),
            ("Mango", "Jeff Dean, Sanjay Gemawat"),
            ("Zebra", "Yu Wang, Yue Wang, Li Yu"),
            ("Quince", "Li Xu, Wei Yu"),
        )
    )
    assert found.report.similar_names == (
        SimilarNames("J. Dean", "Jeff Dean", Place("a.txt", 1), Place("a.txt", 2)),
        SimilarNames("Sanjay Gemawat", "Sanjay Ghemawat", Place("a.txt", 2), Place("a.txt", 1)),
    )


def real(year: str, with_bibtex: bool = True) -> list[Reading]:
    """The readings of an edition of the real sources."""
    readings = []
    for path in sorted((ROOT / "content" / "sources").iterdir()):
        if year in path.name and (with_bibtex or path.suffix != ".bib"):
            source = Document(f"content/sources/{path.name}", path.read_text(encoding="utf-8"))
            detected = detect(source.text)
            assert detected
            readings.append(detected.read(source, ProblemLog()))
    return readings


def test_the_real_monday_of_2022_has_its_sessions_and_slots() -> None:
    problems = ProblemLog()
    found = assembled(*real("2022"), problems=problems)
    sessions = [session.value for session in found.sessions]
    assert [(each.id, each.kind, str(each.start)[:5], len(each.slots)) for each in sessions] == [
        ("registration-check-in-desk", "registration", "07:00", 0),
        ("outstanding-papers", "oral", "08:45", 5),
        ("systems-for-ml-and-ml-for-systems-a-virtuous-cycle", "invited-talk", "None", 0),
        ("the-future-of-mlsys-industry-and-academia", "panel", "11:30", 0),
        ("gemmini-enabling-systematic-deep-learning-architecture", "tutorial", "None", 0),
        ("time-series-anomaly-detection-tools-techniques-tricks", "tutorial", "None", 0),
        ("distributed-and-parallel-learning", "oral", "13:00", 4),
        ("ml-compilers-runtime", "oral", "14:15", 4),
        ("systems-for-ml-1", "oral", "16:00", 5),
        ("welcome-reception", "social", "17:30", 0),
    ]  # fmt: skip
    slots = [slot for session in found.sessions for slot in session.value.slots]
    assert (
        len(slots),
        [slot.is_empty for slot in slots].index(True),
        sum(slot.is_empty for slot in slots),
    ) == (18, 7, 1)
    assert [(each.session, each.position) for each in found.report.filled_slots] == [
        ("outstanding-papers", 3)
    ]
    assert problems.all == []


def test_the_real_awards_stand_in_page_order() -> None:
    assert [
        award.value.papers for award in (*assembled(*real("2021")).awards, *assembled(*real("2022")).awards)
    ] == [
        (
            "cortex-a-compiler-for-recursive-deep-learning-models",
            "data-movement-is-all-you-need-a-case-study-on-optimizing",
            "in-network-aggregation-for-shared-machine-learning-clusters",
            "tt-rec-tensor-train-compression-for-deep-learning",
            "a-deep-learning-based-cost-model-for-automatic-code",
        ),
        (
            "pathways-asynchronous-distributed-dataflow-for-ml",
            "quadralib-a-performant-quadratic-neural-network-library-for",
            "random-offset-block-embedding-robe-for-compressed-embedding",
            "ml-exray-visibility-into-ml-deployment-on-the-edge",
            "gpu-semiring-primitives-for-sparse-neighborhood-methods",
        ),
    ]


def test_the_real_bylines_give_four_aliases_of_2023_and_lose_nobody() -> None:
    found = assembled(*real("2023"), year=2023)
    assert [(alias.name, alias.alias) for alias in found.aliases] == [
        ("Qianqi Sun", "Sun Qianqi"),
        ("Tianzi Xiao", "tianzi xiaotian"),
        ("Zehao Liu", "泽浩 刘"),
        ("Zhicheng Li", "Li zhicheng"),
    ]
    names = [[authorship.name for authorship in paper.authors] for paper in papers(found)]
    assert ["Salman Avestimehr", "A. Jain", "Zachary DeVito"] in [byline[-3:] for byline in names]
    assert "Colby Banbury" in {name for byline in names for name in byline}
    assert "colby banbury" not in {name for byline in names for name in byline}


def test_the_real_pages_alone_invent_no_title() -> None:
    untitled = {
        year: sum(paper.title is None for paper in papers(assembled(*real(year, with_bibtex=False))))
        for year in ("2021", "2022", "2023")
    }
    assert untitled == {"2021": 5, "2022": 10, "2023": 46}


@pytest.mark.parametrize("year", ["2021", "2022", "2023"])
def test_the_real_edition_is_the_same_in_any_order_of_documents(year: str) -> None:
    readings = real(year)
    expected = assembled(*readings)
    for seed in range(3):
        random.Random(seed).shuffle(readings)
        assert assembled(*readings) == expected
