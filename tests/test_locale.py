"""How the interface counts, lists and writes days, and how other words take the place of English ones."""

from datetime import date
from typing import get_args

import pytest

from site_gen.locale import ENGLISH, Forms, Locale, Noun, locale_of, translated
from site_gen.locale.dates import DayPatterns
from site_gen.locale.sentences import place_of, untitled_paper
from site_gen.locale.words import Words


class Russian:
    """Another word here and there; what it does not say stays English."""

    def text(self, path: str, english: str) -> str:
        return {"papers": "Доклады", "roles.chair": "Ведущий", "search.kinds.paper.1": "Доклады"}.get(
            path, english
        )

    def forms(self, path: str, english: Forms) -> Forms:
        if path != "nouns.paper":
            return english
        return Forms(
            one="{number} доклад", few="{number} доклада", many="{number} докладов", other="{number} доклада"
        )


RUSSIAN = Locale("ru", "ru", translated(Words(), Russian()), DayPatterns())


@pytest.mark.parametrize(("number", "text"), [(0, "0 papers"), (1, "1 paper"), (2, "2 papers")])
def test_english_counts(number: int, text: str) -> None:
    assert ENGLISH.count("paper", number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 доклад"), (3, "3 доклада"), (5, "5 докладов"), (21, "21 доклад")]
)
def test_a_language_counts_by_its_own_rules(number: int, text: str) -> None:
    assert RUSSIAN.count("paper", number) == text


def test_every_noun_has_its_forms() -> None:
    assert sorted(ENGLISH.words.nouns) == sorted(get_args(Noun))


def test_a_noun_stands_beside_a_number_that_is_shown_apart() -> None:
    assert (ENGLISH.noun("person", 1), ENGLISH.noun("person", 2)) == ("person", "people")


def test_english_numbers_places() -> None:
    assert [ENGLISH.ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
    ]  # fmt: skip
    assert place_of(ENGLISH, 2, 5) == "2nd of 5"


def test_lists_are_those_of_the_language() -> None:
    assert [ENGLISH.listed(list("abc")[:length]) for length in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert RUSSIAN.listed(["{0}", "b", "c"]) == "{0}, b и c"


def test_days_and_spans_of_days() -> None:
    assert ENGLISH.day(date(2022, 8, 29)) == "Monday, 29 August 2022"
    assert RUSSIAN.day(date(2022, 8, 29)) == "понедельник, 29 августа 2022"
    assert ENGLISH.span(date(2021, 4, 5), date(2021, 4, 9)) == "5–9 April 2021"
    assert ENGLISH.span(date(2022, 8, 29), date(2022, 9, 1)) == "29 August – 1 September 2022"
    assert ENGLISH.span(date(2022, 12, 30), date(2023, 1, 2)) == "30 December 2022 – 2 January 2023"
    assert ENGLISH.span(date(2022, 5, 1), None) == "1 May 2022"
    assert ENGLISH.span(None, None) == ""


def test_what_stands_in_for_a_title() -> None:
    assert [untitled_paper(ENGLISH, list("abcde")[:length]) for length in (0, 1, 3, 5)] == [
        "Untitled paper",
        "Untitled paper by a",
        "Untitled paper by a, b and c",
        "Untitled paper by a, b and 3 others",
    ]


def test_a_catalogue_gives_words_by_their_path() -> None:
    words = RUSSIAN.words
    assert (words.papers, words.roles["chair"], words.search.kinds["paper"]) == (
        "Доклады",
        "Ведущий",
        ("Paper", "Доклады"),
    )
    assert (words.awards, words.roles["speaker"]) == ("Awards", "Speaker")


@pytest.mark.parametrize("tag", ["en", "en-US", "de", "zh-Hans"])
def test_a_language_without_words_has_english_ones(tag: str) -> None:
    assert locale_of(tag) is ENGLISH
