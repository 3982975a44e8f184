"""The language of a site: that of its catalogue, with the words that the project says in another way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache

from site_gen.conference import Series
from site_gen.locale import ENGLISH, Forms, Locale, Words, languages, locale_of, translated
from site_gen.locale.plurals import CATEGORIES
from site_gen.problems import Locate, ProblemLog
from site_gen.text.suggestions import listed, suggestion
from site_gen.values import dataclass

_LETTERS = "EMdy"
_PLACE = re.compile(r"\{(\w+)\}")


def interface(series: Series, locate: Locate, problems: ProblemLog) -> Locale:
    """The locale of a series; what is wrong with its `words:` is reported, and stays as it was."""
    locale, language = locale_of(series.language, series.digits), series.language
    is_foreign = locale.tag == ENGLISH.tag and language.partition("-")[0].lower() != ENGLISH.tag
    if not series.words and not is_foreign and not locale.lacking:
        return locale
    english = _English()
    translated(Words(), english)
    fitting = {}
    for path, text in series.words.items():
        wrong, hint = _fault(path, text, english.texts)
        if wrong:
            problems.error("words", wrong, locate("series", "", "", "words", path), hint)
        else:
            fitting[path] = text
    lacking = english.paths if is_foreign else locale.lacking
    still = [path for path in lacking if path not in fitting and f"{path}.other" not in fitting]
    if still:
        what = f"{len(still)} words of the interface have no text in '{language}': they stay English"
        hint = f"languages: {', '.join((ENGLISH.tag, *languages()))}; `words:` may say {listed(still, 3)}"
        problems.warning("language", what, locate("series", "", "", "language"), hint)
    return _with_words(locale, tuple(fitting.items())) if fitting else locale


def _fault(path: str, text: str, known: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong with a word of a project, and a hint; nothing where it is right."""
    if path not in known:
        return f"no word is called '{path}'", suggestion(
            path, known, "the reference of the manual lists all words"
        )
    if not text.strip():
        return "a word says something", "take the line away to have ours"
    places, allowed = _PLACE.findall(text), _PLACE.findall(known[path])
    if unknown := sorted({*places} - {*allowed}):
        may = f"it may have {listed([f'{{{each}}}' for each in allowed])}" if allowed else "it has none"
        return f"nothing fills in {{{unknown[0]}}} here", may
    letters = re.findall(r"[A-Za-z]", re.sub("'[^']*'", "", text))
    if path.startswith("day_patterns.") and (unknown := sorted({*letters} - {*_LETTERS})):
        return f"'{unknown[0]}' is no part of a day", "E is the weekday, d the day, M the month, y the year"
    if re.search(r"[{}]", _PLACE.sub("", text)):
        return "a brace in a word stands around the name of what is filled in", ""
    return "", ""


@dataclass(slots=True)
class _English:
    """Collects every English text by its path; that of a phrase that counts by each of its forms.

    `paths` has such a phrase once.
    """

    texts: dict[str, str] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)

    def text(self, path: str, english: str) -> str:
        self.texts[path] = english
        self.paths.append(path)
        return english

    def forms(self, path: str, english: Forms) -> Forms:
        self.texts |= {f"{path}.{each}": english.other for each in CATEGORIES}
        self.paths.append(path)
        return english


@dataclass(frozen=True, slots=True)
class _Own:
    """The words of a project."""

    texts: Mapping[str, str]

    def text(self, path: str, english: str) -> str:
        return self.texts.get(path, english)

    def forms(self, path: str, english: Forms) -> Forms:
        own = {each: self.texts.get(f"{path}.{each}", "") for each in CATEGORIES}
        return replace(english, **{each: text for each, text in own.items() if text})


@lru_cache(maxsize=4)
def _with_words(locale: Locale, texts: tuple[tuple[str, str], ...]) -> Locale:
    return replace(locale, words=translated(locale.words, _Own(dict(texts))))
