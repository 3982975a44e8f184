"""The index of the search, and that its scripts read it as it was written."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from site_gen.conference import (
    Author,
    Authorship,
    Award,
    Conference,
    FormerName,
    Paper,
    Participant,
    ProsePage,
    Series,
    Session,
    Slot,
    Track,
)
from site_gen.exports.search.words import number, rising, search_words
from site_gen.text import fold, slug
from tests.rendering import by, exported
from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Script = Callable[[str, str, Any], Any]
"""Calls an expression on (module, argument) with a script of the site by its name."""

HARD = (
    "José  LÓPEZ", "Jose\u0301 Lo\u0301pez", "Müller", "Straße", "STRASSE", "GROẞ", "ΣΊΣΥΦΟΣ", "Ångström",
    "İstanbul ısı", "ﬁne ﬂow", "ｆｕｌｌ　ｗｉｄｔｈ", "x²", "½ cup", "Đorđe", "naïve_name", "Ꮳꮃꭹ", "ᏣᎳᎩ",
    "泽浩 刘", "深度学习系统 GPU", "がぎぐ", "ガギグ", "ｶﾞ", "한국어 처리", "\u1112\u1161\u11ab", "हिन्दी",
    "ภาษาไทย", "a\u0345\u0301b", "q\u0303", "a\u200db", "a\ufeffb", "a\u00a0b\u2028c\x85d\x1ce", "🙂 ok",
    "C++ & C#", "l’été", "don't", "GPT-4", "10.5%", "\u0930\u094d\u0915", "ŉ", "ǅ", "\U00020000\U0002a6d6",
)  # fmt: skip

SERIES = Series(
    title="S",
    authors=(
        Author(
            id="ada-lovelace",
            name="Ada Lovelace",
            aliases=("Ada Byron",),
            former_names=(FormerName(name="Qzx Wvj", hidden=True),),
        ),
    ),
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            papers=(
                Paper(
                    id="on-engines",
                    title="On Engines",
                    authors=(*by("Ada Byron", "José Peña"), Authorship(missing="one")),
                    abstract="Engines weave\npatterns, 织造.",
                    keywords=("looms",),
                ),
                Paper(id="kept-id", title="Looms", authors=by("Ada Lovelace"), status="withdrawn"),
            ),
            tracks=(Track(id="t", name="Machines"),),
            sessions=(
                Session(
                    id="talks",
                    title="Talks",
                    kind="oral",
                    track="t",
                    people=(Participant(name="Somebody Else"), Participant(name="Qzx Wvj")),
                    slots=(Slot(paper="on-engines"), Slot(title="A word", description="Of welcome.")),
                ),
            ),
            awards=(Award(id="best", name="Best", papers=("on-engines",)),),
        ),
    ),
    pages=(ProsePage(id="about", title="About", markdown="# Us\n\nWe [weave](https://example.org/x)."),),
)


def index_of(series: Series) -> dict[str, Any]:
    """The parsed files of the index by name, each without its version."""
    files = {
        route.removeprefix("search/").removesuffix(".json"): json.loads(text)
        for route, text in exported(series).items()
        if route.startswith("search/")
    }
    assert len({document.pop("version") for document in files.values()}) == 1
    return files


def test_the_index_has_every_title_and_name_once_and_no_hidden_one() -> None:
    titles = index_of(SERIES)["index"]
    assert titles["groups"] == [
        {
            "kind": "paper",
            "edition": 0,
            "prefix": "2022/papers/",
            "limit": 60,
            "titles": ["Looms", "On Engines"],
            "ids": ["kept-id", ""],
            "names": ["#", "##"],
            "places": [[], [[4]]],
            "awards": [[], [0]],
            "states": ["Withdrawn", ""],
        },
        {
            "kind": "talk",
            "edition": 0,
            "prefix": "2022/sessions/",
            "limit": 60,
            "titles": ["A word"],
            "ids": ["talks"],
            "places": [[[4]]],
        },
        {"kind": "page", "edition": None, "prefix": "", "limit": 60, "titles": ["About"]},
        {
            "kind": "session",
            "edition": 0,
            "prefix": "2022/sessions/",
            "limit": 60,
            "titles": ["Talks"],
            "names": ["#'"],
            "tracks": [0],
            "labels": [0],
        },
        {
            "kind": "award",
            "edition": 0,
            "prefix": "2022/awards/",
            "limit": 60,
            "titles": ["Best"],
            "ids": ["#best"],
            "awards": [[0]],
        },
        {"kind": "page", "edition": 0, "prefix": "", "limit": 60, "titles": ["S 2022"], "ids": ["2022"]},
        {
            "kind": "track",
            "edition": 0,
            "prefix": "2022/tracks/",
            "limit": 60,
            "titles": ["Machines"],
            "ids": ["t"],
            "tracks": [0],
        },
    ]
    assert titles["people"] == {
        "prefix": "authors/",
        "limit": 100,
        "names": ["Ada Lovelace", "Ada Byron", "José Peña", "Somebody Else"],
        "ids": ["", 0, "jose-pena", ""],
        "aliases": {"0": ["Ada Byron"]},
    }


def test_the_words_of_texts_are_those_that_the_title_lacks() -> None:
    files = index_of(SERIES)
    assert files["words"] == {
        "words": "looms of patterns us we weave welcome 织 造",
        "runs": [9],
    }
    assert files["texts-0"] == {"texts": ["$", "%", "$", "&", "&", "$$", "%", "$", "$"]}


def test_words_stand_in_the_order_in_which_a_script_compares_them() -> None:
    papers = (Paper(id="p", title="T", abstract="\ufa0e \U00020000 a"),)
    files = index_of(Series(title="S", conferences=(Conference(id="e", title="E", papers=papers),)))
    assert files["words"]["words"] == "a \U00020000 \ufa0e"  # as units of UTF-16


def test_a_word_of_too_many_texts_is_not_looked_for_in_them() -> None:
    papers = tuple(
        Paper(id=f"p{place}", title=f"T{place}", abstract="Common words." if place else "Common.")
        for place in range(601)
    )
    files = index_of(Series(title="S", conferences=(Conference(id="e", title="E", papers=papers),)))
    assert (files["words"]["words"], files["texts-0"]["texts"][0]) == ("common words", "")
    assert len(files["texts-0"]["texts"][1]) == 600


def test_a_long_index_is_in_runs_that_follow_each_other() -> None:
    chance = random.Random(5)
    words = sorted({"".join(chance.choices("abcdefgh", k=7)) for _ in range(30_000)})
    papers = tuple(
        Paper(id=f"p{place}", title=f"T{place}", abstract=" ".join(chance.choices(words, k=170)))
        for place in range(700)
    )
    files = index_of(Series(title="S", conferences=(Conference(id="e", title="E", papers=papers),)))
    runs = [files[f"texts-{run}"]["texts"] for run in range(len(files) - 2)]
    assert [len(run) for run in runs] == files["words"]["runs"]
    assert (len(runs), sum(map(len, runs))) == (3, len(files["words"]["words"].split()))
    sizes = [sum(map(len, run)) for run in runs]
    assert max(sizes) - min(sizes) < 20


@pytest.fixture(scope="module")
def script(browser: Browser, real_site: str, real_folder: Path) -> Iterator[Script]:
    """Calls what scripts of the site export."""
    with window(browser) as (_, page):
        page.goto(real_site + "404.html")

        def call(name: str, expression: str, argument: Any) -> Any:
            alone = [*real_folder.glob(f"assets/js/{name}.*.js")]
            (file,) = alone or real_folder.glob("assets/js/search.*.js")
            address = real_site + file.relative_to(real_folder).as_posix()
            of = "" if alone else f".${name.replace('-', '_')}"
            return page.evaluate(
                f"async (argument) => {{ const module = (await import('{address}')){of};"
                f" return {expression}; }}",
                argument,
            )

        yield call


def test_a_script_folds_text_as_the_build_does(script: Script) -> None:
    folded = script("search-words", "argument.map(module.fold)", list(HARD))
    assert dict(zip(HARD, folded, strict=True)) == {text: fold(text) for text in HARD}


def test_a_script_folds_every_character_as_the_build_does(script: Script) -> None:
    known = (
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
        # Of the thousands that are folded alike some stand for all.
        and (code % 97 == 0 or not unicodedata.name(chr(code), "").startswith(("CJK UNIFIED", "HANGUL SYLL")))
    )
    contexts = [f"a{character}b {character}" for character in known]
    # A browser may know a newer or older Unicode than this Python.
    folded = script(
        "search-words",
        "argument.filter((text) => !/\\p{Unassigned}/u.test(text)).map((text) => [text, module.fold(text)])",
        contexts,
    )
    assert [(text, made) for text, made in folded if made != fold(text)] == []
    assert len(folded) > 35_000


def test_a_script_finds_the_words_that_the_build_found(script: Script) -> None:
    chance = random.Random(20221)
    letters = "aZé ̃ßẞΣςİıᏣ刘泽ガが한กาหि１２½-_.,'’(*\\[\"\u00a0\ufeff\U00020000🙂"
    texts = [*HARD, *("".join(chance.choices(letters, k=12)) for _ in range(500))]
    found = script("search-words", "argument.map(module.wordsOf)", texts)
    assert [(text, set(words)) for text, words in zip(texts, found, strict=True)] == [
        (text, search_words(text)) for text in texts
    ]


def test_a_script_reads_the_numbers_that_the_build_wrote(script: Script) -> None:
    chance = random.Random(7)
    values = sorted(
        {*range(100), 2069, 2070, 2071, 95_219, 95_220, *(chance.randrange(10**7) for _ in range(500))}
    )
    assert script("search-index", "module.rising(argument)", rising(values)) == values
    assert script("search-index", "module.numbers(argument)", "".join(map(number, values))) == values
    assert re.search(r'["\\]', rising(values)) is None


def test_a_script_finds_an_id_by_its_title(script: Script) -> None:
    titles = ["On Engines", "  It's -- 4th! ", "x" * 80, "word " * 30, "", "***", "A/B & c"]
    made = script("search-words", "argument.map((title) => module.slug(title, 60))", titles)
    assert made == [slug(title, 60) for title in titles]


def distance(one: str, other: str) -> int:
    """The number of wrong letters between two words: optimal string alignment, as the textbook has it."""
    rows = [[max(i, j) if not i or not j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, j in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        rows[i][j] = min(
            rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1])
        )
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_one_wrong_letter_is_forgiven_in_words_of_four_or_more(script: Script) -> None:
    chance = random.Random(11)
    words = ["".join(chance.choices("ab", k=chance.randint(1, 7))) for _ in range(160)]
    pairs = [[one, other] for one in words for other in words[:60]]
    near = script("search-match", "argument.map(([one, other]) => module.isNear(one, other))", pairs)
    assert [(pair, found) for pair, found in zip(pairs, near, strict=True)] == [
        (pair, len(pair[0]) >= 4 and distance(*pair) <= 1) for pair in pairs
    ]
    starts = script("search-match", "argument.map(([one, other]) => module.startsNear(one, other))", pairs)
    assert starts == [
        len(one) >= 5 and any(distance(one, other[:end]) <= 1 for end in range(len(other) + 1))
        for one, other in pairs
    ]
