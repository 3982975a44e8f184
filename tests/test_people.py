"""Which printed name is which person, and which names are published."""

from __future__ import annotations

import pytest

from site_gen.conference import Author, Authorship, Conference, FormerName, Paper, Participant, Series
from site_gen.conference.family_names import family_name
from site_gen.conference.people import People, best_spelling, gather
from site_gen.problems import Place, ProblemLog


def locate(kind: str, edition: str = "", entity: str = "", *steps: str | int) -> Place:
    """A place that spells out what was asked for."""
    return Place("/".join([kind, edition, entity, *map(str, steps)]))


def people(*bylines: list[str | Authorship], authors: tuple[Author, ...] = ()) -> tuple[People, list[str]]:
    """The people of bylines, one paper each (p1, p2, …), and the problems."""
    papers = tuple(
        Paper(
            id=f"p{number}",
            authors=tuple(Authorship(name=each) if isinstance(each, str) else each for each in byline),
        )
        for number, byline in enumerate(bylines, 1)
    )
    series = Series(title="T", authors=authors, conferences=(Conference(id="e", title="E", papers=papers),))
    problems = ProblemLog()
    return gather(series, locate, problems), [str(problem) for problem in problems.all]


def shown(found: People) -> dict[str, tuple[str, list[str]]]:
    """Name and papers of every person by id."""
    return {
        author.id: (author.name, [each.paper for each in found.papers[author.id]])
        for author in found.authors.values()
    }


def test_names_that_differ_by_case_accent_and_normal_form_are_one_person() -> None:
    found, problems = people(["JOSÉ LÓPEZ"], ["Jose\u0301 López"], ["Jose Lopez"], ["José Lopes"])
    assert shown(found) == {
        "jose-lopes": ("José Lopes", ["p4"]),
        "jose-lopez": ("Jose\u0301 López", ["p1", "p2", "p3"]),
    }
    assert problems == []


def test_aliases_and_former_names_are_the_person_and_a_paper_counts_once() -> None:
    ada = Author(
        id="ada", name="Ada Lovelace", aliases=("A. King",), former_names=(FormerName(name="Ada Byron"),)
    )
    found, problems = people(["A. King", "Ada Byron"], ["ADA LOVELACE"], authors=(ada,))
    assert (shown(found), problems) == ({"ada": ("Ada Lovelace", ["p1", "p2"])}, [])


def test_an_id_that_reads_like_a_name_is_not_that_name() -> None:
    found, _ = people(["wang"], ["Wei Wang"], authors=(Author(id="wang", name="Wei Wang"),))
    assert shown(found) == {"wang": ("Wei Wang", ["p2"]), "wang-2ac812": ("wang", ["p1"])}


def test_two_people_of_one_name_are_told_apart_by_the_byline() -> None:
    authors = (Author(id="wei-1", name="Wei Wang"), Author(id="wei-2", name="Wei Wang"))
    found, problems = people(
        [Authorship(name="Wei Wang", author="wei-1")],
        [Authorship(name="Wei Wang", author="wei-2")],
        ["Wei Wang"],
        [Authorship(name="Wei Wang", author="wei-3")],
        authors=authors,
    )
    assert shown(found) == {"wei-1": ("Wei Wang", ["p1"]), "wei-2": ("Wei Wang", ["p2"])}
    assert problems == [
        "papers/e/p3/authors/0: error: 'Wei Wang' is the name of several people [homonym]\n"
        "    hint: add `author:` to the name, with wei-1 or wei-2",
        "papers/e/p4/authors/0: error: no person 'wei-3' [unknown-author]\n    hint: did you mean 'wei-2'?",
    ]


def test_a_hidden_former_name_matches_and_is_published_nowhere() -> None:
    jane = Author(
        id="jane",
        name="Jane New",
        aliases=("J. New", "jane old"),
        former_names=(FormerName(name="Jane Old", hidden=True), FormerName(name="Jane Mid")),
    )
    printed = Authorship(name="Jane Old", family="Old")
    found, problems = people([printed], ["Jane Mid"], ["Jane New"], authors=(jane,))
    assert problems == []
    assert shown(found) == {"jane": ("Jane New", ["p1", "p2", "p3"])}
    assert found.authors["jane"] == Author(
        id="jane", name="Jane New", aliases=("J. New",), former_names=(FormerName(name="Jane Mid"),)
    )
    assert found.id_of(printed) == "jane"
    assert found.shown_name(printed) == "Jane New"
    assert found.shown_name(Authorship(name="Jane Mid")) == "Jane Mid"


def test_names_that_transliterate_alike_get_different_ids_and_are_reported() -> None:
    found, problems = people(["李娜"], ["李纳", "Lina"], ["☃"], ["…"])
    assert shown(found) == {
        "lina": ("李娜", ["p1"]),
        "lina-b805b9": ("Lina", ["p2"]),
        "lina-3740cb": ("李纳", ["p2"]),
        "snowman2": ("☃", ["p3"]),
        "author-b49358": ("…", ["p4"]),
    }
    assert problems == [
        "papers/e/p2/authors/0: warning: '李纳' is called 'lina-3740cb', as 'lina' is 李娜 [similar-ids]\n"
        "    hint: give both an entry in authors.yaml, so that their addresses stay",
        "papers/e/p2/authors/1: warning: 'Lina' is called 'lina-b805b9', as 'lina' is 李娜 [similar-ids]\n"
        "    hint: give both an entry in authors.yaml, so that their addresses stay",
    ]


def test_a_name_that_windows_keeps_for_a_device_is_no_id() -> None:
    assert shown(people(["Con"])[0]) == {"con-3b6f52": ("Con", ["p1"])}


def test_a_missing_name_is_nobody() -> None:
    found, _ = people([Authorship(missing="one"), "Ada"])
    assert shown(found) == {"ada": ("Ada", ["p1"])}
    assert found.id_of(Authorship(missing="one")) is None
    assert found.shown_name(Authorship(missing="one")) is None


def test_a_speaker_is_an_author_of_that_name_or_a_stranger() -> None:
    found, _ = people(["Ada Lovelace"])
    assert found.id_of(Participant(name="ADA LOVELACE")) == "ada-lovelace"
    assert found.id_of(Participant(name="Kunle")) is None


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (["JEFF DEAN", "Jeff Dean", "jeff dean"], "Jeff Dean"),
        (["Jose Lopez", "Jose Lopez", "José López"], "José López"),
        (["Ann-Marie", "Ann-marie", "Ann-Marie"], "Ann-Marie"),
        (["B A", "B a"], "B a"),
    ],
)
def test_the_best_spelling_is_in_mixed_case_with_accents_and_frequent(names: list[str], best: str) -> None:
    assert best_spelling(names) == best


@pytest.mark.parametrize(
    ("author", "family"),
    [
        (Author(id="a", name="T. S. Eugene Ng"), "Ng"),
        (Author(id="a", name="Vijay Janapa Reddi", family="Janapa Reddi"), "Janapa Reddi"),
        (Author(id="a", name="Martin Luther King, Jr."), "King"),
        (Author(id="a", name="Henry Ford III"), "Ford"),
        (Author(id="a", name="Jr."), "Jr."),
        (Author(id="a", name="Plato"), "Plato"),
        (Author(id="a", name="刘泽浩"), "刘泽浩"),
    ],
)
def test_the_family_name_is_the_last_word_unless_somebody_tells(author: Author, family: str) -> None:
    assert family_name(author) == family


def test_a_byline_may_tell_the_family_name() -> None:
    found, _ = people(["Vijay Janapa Reddi"], [Authorship(name="Vijay Janapa Reddi", family="Janapa Reddi")])
    assert found.authors["vijay-janapa-reddi"].family == "Janapa Reddi"
