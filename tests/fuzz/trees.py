"""Mutations of JSON and YAML: what is nested, moved, repeated, or of another type."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import TypeAlias

import yaml

from tests.fuzz.values import strange, times

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"
Holder: TypeAlias = "dict[str, Tree] | list[Tree]"
DEEP = 3000


def json_text(text: str, choice: random.Random) -> str:
    """A JSON text with a few of its values changed; one that is none, as it is."""
    try:
        tree = [json.loads(text)]
    except (ValueError, RecursionError):
        return text
    _change(tree, choice)
    mutant = json.dumps(tree[0], ensure_ascii=choice.random() < 0.5, indent=choice.choice((None, 1)))
    return _once_more(mutant, choice)


def yaml_text(text: str, choice: random.Random) -> str:
    """A YAML text with a few of its values changed; one that is none, as it is."""
    try:
        tree = [yaml.load(text, yaml.BaseLoader)]
    except (yaml.YAMLError, RecursionError):
        return text
    _change(tree, choice)
    try:
        mutant = yaml.safe_dump(tree[0], allow_unicode=True, sort_keys=False)
    except RecursionError:
        return "[" * DEEP
    return _once_more(mutant, choice)


def _once_more(text: str, choice: random.Random) -> str:
    """Now and then, something that no tree can hold: values nested without end, an alias of itself."""
    if choice.random() > 0.05:
        return text
    return choice.choice(("[" * DEEP, '{"a":' * DEEP, text * 2, f"&a [{text}, *a]", text[: len(text) // 2]))


def _change(tree: list[Tree], choice: random.Random) -> None:
    for _ in range(choice.randint(1, 3)):
        choice.choice(_CHANGES)(tree, choice)


def _places(tree: Holder) -> Iterator[tuple[Holder, str | int]]:
    """Every value of a tree, as what holds it and its key."""
    items: list[tuple[str | int, Tree]] = [*(tree.items() if isinstance(tree, dict) else enumerate(tree))]
    for key, value in items:
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _some(tree: list[Tree], choice: random.Random) -> tuple[Holder, str | int]:
    return choice.choice([*_places(tree)] or [(tree, 0)])


def _get(holder: Holder, key: str | int) -> Tree:
    return holder[key]  # type: ignore[index]  # the key is of its holder


def _put(holder: Holder, key: str | int, value: Tree) -> None:
    holder[key] = value  # type: ignore[index]  # the key is of its holder


def _replace(tree: list[Tree], choice: random.Random) -> None:
    holder, key = _some(tree, choice)
    others: tuple[Tree, ...] = (None, True, 0, -1, 1e308, [], {}, [[]], {"": ""}, 10**300)
    _put(holder, key, strange(choice) if choice.random() < 0.7 else choice.choice(others))


def _swap(tree: list[Tree], choice: random.Random) -> None:
    one, other = _some(tree, choice), _some(tree, choice)
    first, second = _get(*one), _get(*other)
    _put(*one, json.loads(json.dumps(second)))
    _put(*other, json.loads(json.dumps(first)))


def _nest(tree: list[Tree], choice: random.Random) -> None:
    holder, key = _some(tree, choice)
    value = _get(holder, key)
    for _ in range(choice.choice((1, 1, 2, 60))):
        value = [value] if choice.random() < 0.5 else {strange(choice)[:50]: value}
    _put(holder, key, value)


def _repeat(tree: list[Tree], choice: random.Random) -> None:
    holder, key = _some(tree, choice)
    value = _get(holder, key)
    number = times(choice) if len(json.dumps(value)) < 2000 else 3
    is_list = isinstance(value, list)
    _put(holder, key, value * number if isinstance(value, list | str) else [value] * number)
    if not is_list and isinstance(holder, dict) and choice.random() < 0.3:
        holder.update({f"{key}{each}": value for each in range(number)})


def _drop(tree: list[Tree], choice: random.Random) -> None:
    holder, key = _some(tree, choice)
    if isinstance(holder, dict):
        del holder[str(key)]
    elif holder is not tree:
        del holder[int(key)]


def _rename(tree: list[Tree], choice: random.Random) -> None:
    keyed = [(holder, key) for holder, key in _places(tree) if isinstance(holder, dict)]
    if keyed:
        holder, key = choice.choice(keyed)
        new = choice.choice([strange(choice)[:200], str(choice.choice(keyed)[1])])
        holder[new] = holder.pop(str(key))


_CHANGES: tuple[Callable[[list[Tree], random.Random], None], ...] = (
    _replace, _replace, _swap, _nest, _repeat, _drop, _rename,
)  # fmt: skip
