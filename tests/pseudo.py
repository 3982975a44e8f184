"""A pseudo-language: every word of the interface in marks, its letters with accents that English has not."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

from site_gen.locale import ENGLISH, Forms, Locale, translated

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = "àƀćđèƒĝĥìĵķļɱńòþǫŕšťùṽŵẋýž"
_TABLE = str.maketrans(_LETTERS + _LETTERS.upper(), _ACCENTED + _ACCENTED.upper())


def marked(text: str) -> str:
    """A text in marks and accents; what a script or a function fills in stays in its braces."""
    parts = re.split(r"(\{\w+\})", text)
    return f"⟦{''.join(part if part.startswith('{') else part.translate(_TABLE) for part in parts)}⟧"


class _Pseudo:
    def text(self, path: str, english: str) -> str:
        return english if path.startswith(("day_patterns", "alphabet")) else marked(english)

    def forms(self, path: str, english: Forms) -> Forms:  # noqa: ARG002 - every word is treated alike
        return Forms(*(marked(each) if each else "" for each in _forms(english)))


def _forms(english: Forms) -> tuple[str, ...]:
    return (english.other, english.zero, english.one, english.two, english.few, english.many)


# Its days, months and lists are Greek: a name of a month that is not from CLDR would be English.
PSEUDO: Locale = replace(ENGLISH, tag="x-pseudo", cldr="el", words=translated(ENGLISH.words, _Pseudo()))

_FORMS = re.compile(r'"language": "[\w-]+"|"(?:zero|one|two|few|many|other)":')
_ADDRESS = re.compile(r"\S*(?:[/@]|\.\w|\w\.)\S*|<\w+>|#\w\S*|\b_\w+|\b[a-z]+\d{4}\w+|\{\w+\}")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]+")
# What has these letters in every language: zones and their cities, licences, and our own name.
_EVERYWHERE = re.compile(r"\b(?:UTC|EEST|AoE|Athens|CC BY|Plenary)\b")


def english_in(text: str) -> list[str]:
    """The words in English letters of a text, apart from addresses, keys and braces."""
    return _ENGLISH.findall(_EVERYWHERE.sub("", _ADDRESS.sub(" ", _FORMS.sub(" ", text))))


def english_in_page(html: str) -> list[str]:
    """The words in English letters that a visitor of a page reads or hears, or that a script would show."""
    page = _Page()
    page.feed(html)
    page.close()
    return [word for text in page.texts for word in english_in(text)]


def sentences_of_python(code: str) -> Iterator[str]:
    """The strings of a module with words beside one another, but docstrings and what is said of errors."""
    tree = ast.parse(code)
    errors = [node for node in ast.walk(tree) if isinstance(node, ast.Raise | ast.Assert) or _reports(node)]
    silent = {part for node in (*errors, *_docstrings(tree)) for part in ast.walk(node)}
    strings = (each for each in ast.walk(tree) if isinstance(each, ast.Constant) and each not in silent)
    for text in (each.value for each in strings if isinstance(each.value, str)):
        if re.search(r"\b[A-Za-z]{2,} [a-z]{2,}\b", re.sub(r"<[^>]*(?:>|$)", "", text)):
            yield text


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    return (
        node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def _reports(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("error", "warning")
    )


class _Page(HTMLParser):
    """What a page says: texts, attributes that are read out, and what it hands to scripts and programs."""

    _SILENT = ("script", "style", "pre", "code", "annotation")
    _READ_ALOUD = ("aria-label", "alt", "title", "placeholder", "label")
    _META = ("description", "og:title", "og:description", "og:site_name", "og:image:alt")

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in self._SILENT:
            self._inside.append("json" if known.get("type") == "application/ld+json" else tag)
        is_read = known.get("name", known.get("property", "")) in self._META
        read_aloud = {*self._READ_ALOUD, *(["content"] if tag == "meta" and is_read else [])}
        for name, value in known.items():
            is_text = name.startswith("data-") and name != "data-page"  # which names style classes
            if name in read_aloud or (is_text and re.search(r" |^[A-Z]", value)):
                self.texts.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.texts.append(data)
        elif self._inside[-1] == "json":
            self.texts += sentences(json.loads(data))


def sentences(value: object) -> Iterator[str]:
    """The texts in JSON that are more than an id."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in ("@type", "propertyID"):
                yield from sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, str) and (" " in value or value[:1].isupper()):
        yield value
