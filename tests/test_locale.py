"""How the interface counts, lists and writes days, and how other words take the place of English ones."""

import re
from dataclasses import replace
from datetime import date, time
from typing import Any, get_args

import pytest

from docs.languages import catalogue
from site_gen.conference import Series
from site_gen.locale import ENGLISH, Forms, Locale, Noun, languages, locale_of, translated
from site_gen.locale.catalogues import FOLDER
from site_gen.locale.sentences import place_of, untitled_paper
from site_gen.locale.words import Words
from site_gen.problems import Place, ProblemLog
from site_gen.site.interface import interface


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


RUSSIAN = Locale("ru", "ru", translated(Words(), Russian()))


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


def test_thousands_are_parted_as_the_language_parts_them() -> None:
    languages = ("en", "de", "de-AT", "ar", "ar-EG")
    assert {tag: locale_of(tag).number(1234567) for tag in languages} == {
        "en": "1,234,567", "de": "1.234.567", "de-AT": "1.234.567", "ar": "1,234,567", "ar-EG": "١٬٢٣٤٬٥٦٧",
    }  # fmt: skip
    assert ENGLISH.count("paper", 1200) == "1,200 papers"


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


GERMAN, ARABIC = locale_of("de"), locale_of("ar")


@pytest.mark.parametrize("tag", languages())
def test_a_language_has_every_word(tag: str) -> None:
    assert locale_of(tag).lacking == ()


@pytest.mark.parametrize("tag", languages())
def test_a_catalogue_is_what_the_tool_writes_and_fills_in_what_english_fills_in(tag: str) -> None:
    text = (FOLDER / f"{tag}.po").read_text(encoding="utf-8")
    assert catalogue(tag) == text
    for entry in text.split("\n\n")[1:]:
        entry_texts = dict(re.findall(r'^(msg\S+) "(.*)"$', entry, re.M))
        path, english = entry_texts.pop("msgctxt"), entry_texts.pop("msgid")
        english = entry_texts.pop("msgid_plural", english)
        for name, each in entry_texts.items():
            counted = "{number}" if "[" in name else ""  # "one" and "two" may say it in words
            assert _places(each) | {counted} == _places(english) | {counted}, path


def _places(text: str) -> set[str]:
    return {*re.findall(r"\{\w+\}|`\w+`|<\w+>", text), ""}


def test_german_counts_lists_and_dates() -> None:
    assert [GERMAN.count("paper", number) for number in (0, 1, 2)] == [
        "0 Beiträge",
        "1 Beitrag",
        "2 Beiträge",
    ]
    assert GERMAN.listed(["A", "B", "C"]) == "A, B und C"
    assert GERMAN.day(date(2022, 8, 29)) == "Montag, 29. August 2022"
    assert GERMAN.span(date(2021, 4, 5), date(2021, 4, 9)) == "5.–9. April 2021"
    assert (place_of(GERMAN, 2, 5), GERMAN.decimal(49)) == ("2. von 5", "4,9")
    assert locale_of("DE-de").words is not ENGLISH.words
    assert locale_of("de-AT").day(date(2022, 1, 3)) == "Montag, 3. Jänner 2022"


def test_arabic_has_six_forms_and_digits_of_its_own_where_they_are_usual() -> None:
    assert [ARABIC.count("paper", number) for number in (0, 1, 2, 3, 11, 100)] == [
        "لا أوراق", "ورقة واحدة", "ورقتان", "3 أوراق", "11 ورقة", "100 ورقة",
    ]  # fmt: skip
    assert ARABIC.day(date(2022, 8, 29)) == "الاثنين، 29 أغسطس 2022"
    egypt = locale_of("ar-EG")
    assert egypt.day(date(2022, 8, 29)) == "الاثنين، ٢٩ أغسطس ٢٠٢٢"
    assert (egypt.count("paper", 12), egypt.clock(time(9, 30)), egypt.decimal(49)) == (
        "١٢ ورقة",
        "٠٩:٣٠",
        "٤٫٩",
    )
    assert locale_of("ar-EG", "latn").count("paper", 12) == "12 ورقة"
    assert locale_of("en", "arab").count("paper", 12) == "١٢ papers"
    assert [each.for_scripts for each in (ENGLISH, GERMAN, ARABIC, egypt)] == [
        "", "", "ar-u-nu-latn", "ar-EG-u-nu-arab",
    ]  # fmt: skip


def _interface(**series: Any) -> tuple[Locale, list[str]]:
    problems = ProblemLog()
    found = interface(Series(title="T", **series), lambda *keys: Place(".".join(keys)), problems)
    return found, [f"{each.place.file}: {each.what} ({each.hint})" for each in problems.all]


def test_a_project_says_words_in_its_own_way() -> None:
    words = {"papers": "Artikel", "nouns.paper.one": "{number} Artikel", "search.kinds.paper.1": "Artikel"}
    locale, problems = _interface(language="de", words=words)
    assert problems == []
    assert (locale.words.papers, locale.count("paper", 1), locale.count("paper", 2)) == (
        "Artikel", "1 Artikel", "2 Beiträge",
    )  # fmt: skip
    assert (locale.words.search.kinds["paper"], locale.words.awards) == (
        ("Beitrag", "Artikel"),
        "Auszeichnungen",
    )


def test_a_wrong_word_is_located_and_says_what_may_be_meant() -> None:
    words = {
        "paperz": "Artikel",
        "zzzz": "x",
        "chosen": "{shown} of {al}",
        "skip": "a {b} c",
        "menu": "{",
        "papers": " ",
        "day_patterns.plain": "d. MMMM H",
    }
    locale, problems = _interface(words=words)
    assert locale is ENGLISH
    assert problems == [
        "series...words.chosen: nothing fills in {al} here (it may have {shown}, {all})",
        "series...words.day_patterns.plain: 'H' is no part of a day "
        "(E is the weekday, d the day, M the month, y the year)",
        "series...words.menu: a brace in a word stands around the name of what is filled in ()",
        "series...words.papers: a word says something (take the line away to have ours)",
        "series...words.paperz: no word is called 'paperz' (did you mean 'papers'?)",
        "series...words.skip: nothing fills in {b} here (it has none)",
        "series...words.zzzz: no word is called 'zzzz' (the reference of the manual lists all words)",
    ]


def test_each_language_orders_by_its_own_alphabet() -> None:
    names = ["Zoe", "Öztürk", "Oz", "ياسر", "الخوارزمي", "أحمد", "بشير", "王伟", "1st", "Straße", "Strasse"]
    assert sorted(names, key=ARABIC.order) == [
        "أحمد", "بشير", "الخوارزمي", "ياسر", "1st", "Oz", "Öztürk", "Strasse", "Straße", "王伟", "Zoe",
    ]  # fmt: skip
    assert [ARABIC.initial(each) for each in names] == [
        "Z", "O", "O", "ي", "خ", "ا", "ب", "W", "أخرى", "S", "S",
    ]  # fmt: skip
    assert sorted(names, key=GERMAN.order) == sorted(names, key=ENGLISH.order)
    swedish = replace(ENGLISH, words=replace(Words(), alphabet="abcdefghijklmnopqrstuvwxyzåäö"))
    assert sorted(["Öberg", "Ärlig", "Zorn", "Åberg", "Émile", "Ali"], key=swedish.order) == [
        "Ali", "Émile", "Zorn", "Åberg", "Ärlig", "Öberg",
    ]  # fmt: skip
    assert swedish.initial("åberg") == "Å"


def test_a_language_without_words_is_said_once() -> None:
    locale, problems = _interface(language="fr-CA", words={"papers": "Articles"})
    assert (locale.words.papers, locale.words.awards) == ("Articles", "Awards")
    [problem] = problems
    assert re.sub(r"\d+", "N", problem) == (
        "series...language: N words of the interface have no text in 'fr-CA': they stay English (languages: "
        "en, ar, de; `words:` may say calendar_day, choose, chosen and N more)"
    )


def test_a_catalogue_gives_words_by_their_path() -> None:
    words = RUSSIAN.words
    assert (words.papers, words.roles["chair"], words.search.kinds["paper"]) == (
        "Доклады",
        "Ведущий",
        ("Paper", "Доклады"),
    )
    assert (words.awards, words.roles["speaker"]) == ("Awards", "Speaker")


@pytest.mark.parametrize("tag", ["en", "en-US", "EN", "fr", "zh-Hans", "ar-Latn"])
def test_a_language_without_words_has_english_ones(tag: str) -> None:
    assert locale_of(tag) is ENGLISH
