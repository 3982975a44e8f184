"""Pure functions on text: what is compared, sorted, shown and made an address of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text import counted, fold, is_safe_name, join_slug, slug, sort_key, squeeze, words
from site_gen.text.folding import ARABIC, LETTERS


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [("  a \n\t b ", "a b"), ("Jose\u0301", "José"), ("a\u00a0\u2003b", "a b"), ("\u3000", ""), ("", "")],
)
def test_squeezed_text_has_single_spaces_and_is_composed(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José  LÓPEZ", "jose lopez"),
        ("Jose\u0301 Lo\u0301pez", "jose lopez"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ＡＢＣ", "abc"),
        ("泽浩 刘", "泽浩 刘"),
        ("각", "각"),
        (" Torsten\nHoefler ", "torsten hoefler"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("Þórður Ægisson", "thordur aegisson"),
        ("Işıl YILDIRIM", "isil yildirim"),
        ("Søren Ødegård, Œuvre", "soren odegard, oeuvre"),
        ("Ħal Ŧ Ŋ ẞ", "hal t ng ss"),
        ("Ɓala Ɗan Ƙaya", "bala dan kaya"),
        ("أحمد إلى آل ٱلله", "احمد الي ال الله"),
        ("مُحَمَّـــد", "محمد"),
        ("مدرسة کتاب علی", "مدرسه كتاب علي"),
        ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
        ("مؤتمر قائد", "موتمر قايد"),
        ("علی\u200cرضا \u2067x\u2069", "عليرضا x"),
    ],
)
def test_folded_text_forgets_case_accents_and_spacing(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_and_squeezing_twice_is_the_same_as_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert squeeze(squeeze(text)) == squeeze(text)
    assert fold(squeeze(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "limit", "slugged"),
    [
        ("Fast & Slow: A Study", 60, "fast-slow-a-study"),
        ("It's O’Brien", 60, "its-obrien"),
        ("Ünïcödé", 60, "unicode"),
        ("泽浩 刘", 60, "zehao-liu"),
        ("Łukasz Đorđević & Þórður Ægisson", 60, "lukasz-dordevic-thordur-aegisson"),
        ("one two three", 7, "one-two"),
        ("one two three", 6, "one"),
        ("x" * 100, 60, "x" * 60),
        ("…", 60, ""),
        ("", 60, ""),
    ],
)
def test_a_slug_is_cut_at_a_word(text: str, limit: int, slugged: str) -> None:
    assert slug(text, limit) == slugged


@given(st.text())
def test_a_slug_is_a_safe_name_unless_it_is_a_devices(text: str) -> None:
    made = slug(text)
    assert made == "" or is_safe_name(made) or is_safe_name(f"{made}-x")
    assert len(made) <= 60


@pytest.mark.parametrize("name", ["a", "2022", "a-b_c.d", "console", "com10", "x" * 120])
def test_a_safe_name(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "A", "é", "a b", "a/b", "a\\b", ".", "..", ".a", "a.", "a..b", "-a", "a-", "a\n", "con", "nul.html",
     "com1", "lpt9.x", "x" * 121],
)  # fmt: skip
def test_an_unsafe_name(name: str) -> None:
    assert not is_safe_name(name)


def test_names_sort_as_a_reader_looks_them_up() -> None:
    names = ["Zimmer", "Ångström", "de Vries", "Ana", "刘", "ana", "Öz"]
    assert sorted(names, key=sort_key) == ["Ana", "ana", "Ångström", "de Vries", "刘", "Öz", "Zimmer"]


def test_names_sort_with_the_letters_that_they_fold_to() -> None:
    names = ["Ødegård", "Ozan", "Łukasz", "Lukas", "Ægir", "Adam", "Zed"]
    assert sorted(names, key=sort_key) == ["Adam", "Ægir", "Lukas", "Łukasz", "Ødegård", "Ozan", "Zed"]


def test_the_search_of_a_browser_folds_the_same_letters() -> None:
    script = Path("static/js/search-words.js").read_text(encoding="utf-8")
    written = {name: "".join(re.findall(r'"([^"]*)"', value)) for name, value in _constants(script)}
    assert (written["LETTERS"], written["ARABIC"]) == (LETTERS, ARABIC)


def _constants(script: str) -> list[tuple[str, str]]:
    return re.findall(r"^const (\w+) =\n(.*?);$", script, re.MULTILINE | re.DOTALL)


def test_words_counts_and_joined_slugs() -> None:
    assert words("Fast, faster – FAST!") == ["fast", "faster", "fast"]
    assert join_slug(["a", "bc"], 3) == "a"
    assert [counted(0, "paper"), counted(1, "paper"), counted(2, "entry", "entries")] == [
        "0 papers",
        "1 paper",
        "2 entries",
    ]
