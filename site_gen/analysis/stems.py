"""One stem for all forms of a word: "training", "trained" and "trains" speak of the same.

The inflections of English are taken off (M. F. Porter, "An algorithm for suffix stripping", 1980, steps 1
and 5a), with the plurals that they miss. Derivation stays: "compiler" and "compilation" are two words.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.analysis.stop_words import OF_LANGUAGES, STOP_WORDS
from site_gen.text import fold

_IRREGULAR = {
    **{f"{processor}pus": f"{processor}pu" for processor in "cgnt"},
    "analyses": "analysis", "appendices": "appendix", "axes": "axis", "bases": "basis", "children": "child",
    "corpora": "corpus", "criteria": "criterion", "crises": "crisis", "diagnoses": "diagnosis",
    "embed": "embed", "feet": "foot", "genera": "genus", "hypotheses": "hypothesis", "indexes": "index",
    "indices": "index",
    "matrixes": "matrix", "matrices": "matrix", "maxima": "maximum", "men": "man", "mice": "mouse",
    "minima": "minimum", "optima": "optimum", "parentheses": "parenthesis", "phenomena": "phenomenon",
    "series": "series", "species": "species", "spectra": "spectrum", "syntheses": "synthesis",
    "theses": "thesis", "vertexes": "vertex", "vertices": "vertex", "women": "woman",
}  # fmt: skip
_LANGUAGE = "\u241f"  # between a word and the language of its text; no word has it, and it is no space
_LONGEST = 64  # letters of a word; what is longer is something else, and its syllables would take long
_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_SYLLABLES = re.compile(r"(?:[aeiou]|(?<=[^aeiou])y)+(?:[^aeiouy]|^y|(?<=[aeiou])y)")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")
_SHORT_END = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")


def of_language(word: str, language: str) -> str:
    """A word with the mark of the language of its text, a primary tag; an English one needs none."""
    return word if language == "en" else f"{word}{_LANGUAGE}{language}"


def as_printed(word: str) -> str:
    """A word without the mark of its language."""
    return word.partition(_LANGUAGE)[0]


@cache
def stem(word: str) -> str:
    """The stem of a word as a text has it; empty for one that carries no meaning of its own.

    Case and accents do not count. Words in capitals ("SGD", "GPUs") and those of other scripts keep
    their form, but for an "s" behind capitals. A number is no word, nor is a single letter. A word of
    another language than English (see `of_language`) keeps all its endings.
    """
    word, _, language = word.partition(_LANGUAGE)
    bare = fold(max(re.split("['’]", word), key=len))
    stop_words = OF_LANGUAGES.get(language, frozenset()) if language else STOP_WORDS
    if len(bare) < 2 or bare in stop_words or not any(map(str.isalpha, bare)):
        return ""
    if language:
        return bare
    if not (bare.isascii() and bare.isalpha()) or word.isupper() or len(bare) > _LONGEST:
        return bare
    if word[:-1].isupper() and word.endswith("s"):
        return bare[:-1]
    return _IRREGULAR.get(bare) or _without_last_e(_without_ending(_without_plural(bare)))


def _without_plural(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ias", "news")):
        return word
    if word.endswith("ies"):
        return word[:-3] + ("y" if len(word) > 4 else "ie")
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _syllables(word[:-3]) else word
    for ending in ("ed", "ing"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 1 and _VOWEL.search(bare):
            return _mended(bare)
    return word[:-1] + "i" if word.endswith("y") and _VOWEL.search(word[:-1]) else word


def _mended(bare: str) -> str:
    """A stem with what its ending took away or doubled: "pipelin" → "pipeline", "plann" → "plan"."""
    if bare.endswith(("at", "bl", "iz")):
        return bare + "e"
    if _DOUBLED.search(bare) or (bare.endswith("ll") and _syllables(bare) > 1):
        return bare[:-1]
    if _syllables(bare) == 1 and _SHORT_END.search(bare):
        return bare + "e"
    return bare[:-1] + "i" if bare.endswith("y") and _VOWEL.search(bare[:-1]) else bare


def _without_last_e(word: str) -> str:
    if not word.endswith("e"):
        return word
    bare = word[:-1]
    count = _syllables(bare)
    return bare if count > 1 or (count == 1 and not _SHORT_END.search(bare)) else word


def _syllables(word: str) -> int:
    """How often a consonant follows vowels: what the algorithm calls the measure."""
    return len(_SYLLABLES.findall(word))
