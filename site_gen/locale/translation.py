"""Other words in the stead of the English ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Protocol, TypeVar, cast

from site_gen.locale.plurals import Forms

T = TypeVar("T")


class Catalogue(Protocol):
    """What a language, or a project, says in the stead of a word.

    The path of a word is that of its fields and keys: "search.field", "roles.chair", "data_rule_list.0".
    """

    def text(self, path: str, english: str) -> str:
        """The text that stands for this one, with the same braces."""
        ...

    def forms(self, path: str, english: Forms) -> Forms:
        """The forms of a phrase that counts."""
        ...


def translated(words: T, catalogue: Catalogue, path: str = "") -> T:
    """A tree of words, or a branch of one at a path, with every text as the catalogue gives it."""
    return cast("T", _translated(words, catalogue, path))


def _translated(value: object, catalogue: Catalogue, path: str) -> object:
    if isinstance(value, str):
        return catalogue.text(path, value) if value else value
    if isinstance(value, Forms):
        return catalogue.forms(path, value)
    if isinstance(value, tuple):
        return tuple(_translated(each, catalogue, _below(path, at)) for at, each in enumerate(value))
    if isinstance(value, Mapping):
        return {key: _translated(each, catalogue, _below(path, key)) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{path} is no word: {value!r}")
    below = {each.name: (getattr(value, each.name), _below(path, each.name)) for each in fields(value)}
    return replace(value, **{name: _translated(each, catalogue, at) for name, (each, at) in below.items()})


def _below(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)
