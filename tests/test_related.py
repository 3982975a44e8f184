"""Papers that speak of the same: what words are counted, which papers are found, and what visitors read."""

from __future__ import annotations

from dataclasses import replace
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.analysis import Holders, Relation, Text, read, relations
from site_gen.analysis.corpus import UNIT, sixteenths
from site_gen.analysis.reading import tokens
from site_gen.analysis.relations import likeness
from site_gen.analysis.stems import of_language, stem
from site_gen.conference import Conference, Paper, Series
from tests.rendering import links, rendered, shown


@pytest.mark.parametrize(
    "forms",
    [
        "train trains trained training",
        "prune prunes pruned pruning",
        "cache caches cached caching",
        "model models modeled modelled modeling modelling",
        "plan plans planned planning",
        "share shares shared sharing",
        "query queries queried querying",
        "policy policies",
        "matrix matrices matrixes",
        "bias biases biased",
        "hash hashes hashed hashing",
        "GPU GPUs gpu gpus",
        "LLM LLMs llm",
        "device devices device’s devices'",
        "Lécuyer lecuyer LECUYER",
        "网络 网络",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1
    assert stem(forms.split()[0])


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Netze", "de", "netze"),
        ("Straßen", "de", "strassen"),
        ("und", "de", ""),
        ("the", "de", "the"),
        ("training", "fr", "training"),
        ("النماذج", "ar", "النماذج"),
        ("هذه", "ar", ""),
        ("2022", "ar", ""),
        ("training", "en", "train"),
    ],
)
def test_a_word_of_another_language_keeps_its_endings(word: str, language: str, expected: str) -> None:
    assert stem(of_language(word, language)) == expected


def test_what_is_too_long_for_a_word_is_its_own_stem() -> None:
    assert stem("a" * 20_000 + "ing") == "a" * 20_000 + "ing"


def test_texts_in_german_are_compared_as_german_ones() -> None:
    texts = [
        Text(f"{title} und Kühe", f"Wir zeigen die {title} mit der Arbeit.", language="de")
        for title in ("Flache Netze", "Tiefe Netze", "Gras", "Heu", "Milch", "Klee", "Wiesen", "Ställe")
    ]
    corpus = read(texts)
    assert [[*profile.weights] for profile in corpus.profiles[:3]] == [["netze"], ["netze"], []]
    assert corpus.forms.shown("netze") == "Netze"


@pytest.mark.parametrize(
    "words", ["compiler compilation", "speed spee", "king k", "corpus corp", "H100 H200"]
)
def test_other_words_have_other_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@pytest.mark.parametrize("word", ["the", "However", "propose", "2022", "3.5", "x", "don't"])
def test_words_without_a_meaning_of_their_own_have_no_stem(word: str) -> None:
    assert {stem(token) for token in tokens(word)} <= {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Low-rank GNNs, on GPT-3.", ["Low", "rank", "GNNs", ",", "on", "GPT", "3", "."]),
        (r"up to $1000 \times$ faster", ["up", "to", ",", "faster"]),
        (r"in $O(n^2)$ or \(x\) by \textbf{SGD}", ["in", ",", "or", ",", "by", "SGD"]),
        ("pays $5 and $10 a day", ["pays", "5", "and", "10", "a", "day"]),
        ("code at https://example.org/a-b now", ["code", "at", "now"]),
        ("*fast* `kernels`", ["fast", "kernels"]),
        ("深度学习 works", ["深度", ",", "度学", ",", "学习", "works"]),
        ("हिन्दी की भाषा", ["हिन्दी", "की", "भाषा"]),
        ("обучение моделей", ["обучение", "моделей"]),
        ("l’apprentissage", ["l’apprentissage"]),
    ],
)
def test_a_text_is_read_as_words_without_its_mathematics(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.integers(1, 10**6))
def test_logarithms_are_whole_numbers_of_sixteenths(number: int) -> None:
    assert sixteenths(number) == pytest.approx(16 * log2(number) - 0.5, abs=0.51)


TEXTS = (
    Text("Pruning Transformers", "We prune the attention heads of transformers."),
    Text("Attention Heads in Transformers"),
    Text("Federated Learning on Phones", "Clients of federated learning drop out."),
    Text("A Tree", "Federated learning of gradient boosted trees; clients train trees."),
    Text("Graph Compilers"),
    Text(""),
    Text("图神经网络的训练"),
    Text("分布式图神经网络"),
)


def shown_relations(texts: tuple[Text, ...]) -> list[list[tuple[int, str]]]:
    """Of each text the related ones with what they share, in words."""
    corpus = read(texts)
    profiles = dict(enumerate(corpus.profiles))
    held = Holders(profiles)
    return [
        [
            (each.other, ", ".join(map(corpus.forms.shown, each.terms)))
            for each in relations(number, profiles, held)
        ]
        for number in profiles
    ]


def test_texts_are_related_by_what_few_of_them_speak_of() -> None:
    assert shown_relations(TEXTS) == [
        [(1, "attention heads, transformers")],
        [(0, "attention heads, transformers")],
        [(3, "federated learning")],
        [(2, "federated learning")],
        [],
        [],
        [(7, "图神, 神经, 经网, 网络")],
        [(6, "图神, 神经, 经网, 网络")],
    ]


def test_words_that_no_headline_has_change_nothing() -> None:
    longer = replace(TEXTS[2], body=f"{TEXTS[2].body} Many thanks to three anonymous clients.")
    assert read((*TEXTS[:2], longer, *TEXTS[3:])) == read(TEXTS)
    topical = replace(TEXTS[2], body=f"{TEXTS[2].body} Trees help.")
    assert read((*TEXTS[:2], topical, *TEXTS[3:])) != read(TEXTS)


def test_one_text_and_no_text_are_related_to_none() -> None:
    assert shown_relations(()) == []
    assert shown_relations((Text("Alone", "Quite alone."),)) == [[]]


def test_a_word_that_all_share_relates_nobody() -> None:
    texts = tuple(Text(f"Learning {letter * 3}") for letter in "abcdefghijklmnop")
    assert shown_relations(texts) == [[] for _ in texts]


WORDS = st.sampled_from(["kernel", "sparse", "graph", "trees", "federated", "clients", "GPUs", "compiler"])
MADE_UP = st.lists(
    st.builds(Text, st.lists(WORDS, max_size=4).map(" ".join), st.lists(WORDS, max_size=12).map(" ".join)),
    max_size=12,
)


@settings(max_examples=60)
@given(MADE_UP)
def test_likeness_is_mutual_and_no_text_is_its_own_relative(texts: list[Text]) -> None:
    profiles = [profile.weights for profile in read(texts).profiles]
    numbered = dict(enumerate(read(texts).profiles))
    held = Holders(numbered)
    for number, own in enumerate(profiles):
        assert sum(weight * weight for weight in own.values()) <= UNIT * UNIT
        related: list[Relation[int]] = list(relations(number, numbered, held))
        assert number not in {each.other for each in related}
        near = [likeness(own, profiles[each.other]) for each in related]
        assert near == sorted(near, reverse=True)
        assert near == [likeness(profiles[each.other], own) for each in related]
        assert all(each.terms for each in related)


@settings(max_examples=30)
@given(MADE_UP)
def test_the_profile_of_a_text_does_not_depend_on_the_order_of_all(texts: list[Text]) -> None:
    assert list(read(texts[::-1]).profiles)[::-1] == list(read(texts).profiles)


PRUNING = Paper(id="pruning", title="Pruning Transformers", abstract="We prune attention heads.")
HEADS = Paper(id="heads", title="Attention Heads in Transformers")
TREES = Paper(id="trees", title="Federated Trees", keywords=("federated learning",))
CLIENTS = Paper(id="clients", title="Clients of Federated Learning")
SERIES = Series(
    title="S",
    conferences=(
        Conference(id="2021", title="S 2021", year=2021, papers=(HEADS,)),
        Conference(id="2022", title="S 2022", year=2022, papers=(CLIENTS, PRUNING, TREES)),
    ),
)


def test_a_paper_names_the_papers_that_speak_of_the_same_in_all_editions() -> None:
    pages = rendered(SERIES)
    page = pages["2022/papers/pruning/"]
    assert links(page, ".related-list a") == {
        "Attention Heads in Transformers": "../../../2021/papers/heads/",
    }
    assert shown(page, ".because") == ["S 2021 Both speak of “attention heads” and “transformers”."]
    assert shown(pages["2022/papers/trees/"], ".because") == ["Both speak of “federated learning”."]


def test_a_withdrawn_paper_is_related_to_none() -> None:
    withdrawn = replace(HEADS, status="withdrawn")
    editions = (replace(SERIES.conferences[0], papers=(withdrawn,)), SERIES.conferences[1])
    pages = rendered(replace(SERIES, conferences=editions))
    assert shown(pages["2022/papers/pruning/"], ".related") == []
    assert shown(pages["2021/papers/heads/"], ".related") == []


def test_a_series_may_want_no_related_papers() -> None:
    pages = rendered(replace(SERIES, related_papers=False))
    assert shown("".join(pages.values()), ".related") == []
