"""Ids, made once: out of words, never out of numbers or positions; the same whatever the document order."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from site_gen.markup.symbols import LETTERS, symbol
from site_gen.text import is_safe_name, join_slug, slug_words
from site_gen.values import dataclass

_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\})?")
_OPERATORS = frozenset(
    ["log", "ln", "exp", "min", "max", "sup", "inf", "lim", "sin", "cos", "tan", "det", "arg"]
)
USUAL = 60  # characters of an id that needs no further words
LONGEST = 120
_FEWEST, _DIGEST = 6, 10  # letters of a digest, as far as they are needed
_MOST = 16  # of a digest and a count behind it; room for so many is made


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """What an entity can be called after.

    `words` make the usual id. `further` gives those taken one after another where another entity has it.
    `content` is all that is known of the entity, for telling apart what the words do not. Few ever need
    these two: nothing is made of them before.
    """

    words: tuple[str, ...]
    further: Callable[[], Iterable[str]]
    content: object


def no_words() -> Iterable[str]:
    """The further words of what has none."""
    return ()


def naming(
    usual: Iterable[str], further: Callable[[], Iterable[str]], content: object, limit: int = USUAL
) -> Naming:
    """How to name an entity; words that go beyond the usual limit come first of the further ones."""
    all_words = list(usual)
    fitting = join_slug(all_words, limit).split("-") if all_words else []
    # A single word may be cut; no further word then repeats its rest.
    rest = all_words[len(fitting) :]
    return Naming(tuple(fitting), lambda: (*rest, *further()), content)


def own_naming(own_ids: Iterable[str], content: object) -> Naming | None:
    """How to name an entity that a file of this program tells with its id; None for any other."""
    own = next((each for each in own_ids if is_safe_name(each) and len(each) <= LONGEST), "")
    return Naming(tuple(own.split("-")), no_words, content) if own else None


def first_words(text: str | None, count: int | None = None) -> list[str]:
    """The first words of a text as they stand in an id; of TeX the names of signs, and of what has a name
    with a capital ("\\LaTeX", "\\OwlNet"), no other commands.
    """
    return slug_words(_COMMAND.sub(_named_sign, text[:5000]))[:count] if text else []


def _named_sign(command: re.Match[str]) -> str:
    name = command[1]
    if letter := LETTERS.get(name, ""):
        return letter
    is_word = symbol(name) or name in _OPERATORS or not name.islower()
    return f" {name} " if is_word else " "


def make_ids(namings: Sequence[Naming], taken: Iterable[str], kind: str) -> list[str]:
    """An id for each entity; among those that want the same one the order of their content decides."""
    used = set(taken)
    ids = [""] * len(namings)
    wanting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, each in enumerate(namings):
        wanting[each.words].append(position)
    for _, positions in sorted(wanting.items()):
        for position, choices in _in_order([(each, namings[each]) for each in positions], kind):
            ids[position] = next(each for each in choices if _is_free(each, used))
            used.add(ids[position])
    return ids


def _in_order(alike: Sequence[tuple[int, Naming]], kind: str) -> Iterator[tuple[int, Iterator[str]]]:
    """Those that want the same id, in the order of their content, each with its choices."""
    if len(alike) == 1:
        yield alike[0][0], _choices(alike[0][1], kind)
        return
    equal: dict[str, Iterator[str]] = {}  # the next one goes on where the last one found its id
    for content, position, naming in sorted((repr(each.content), at, each) for at, each in alike):
        yield position, equal.setdefault(content, _choices(naming, kind))


def _is_free(candidate: str, used: set[str]) -> bool:
    return candidate not in used and is_safe_name(candidate)


def _choices(naming: Naming, kind: str) -> Iterator[str]:
    """Longer and longer ids; where all words are the same, the kind, then letters of a digest; no end.

    Of those that are made of one content a later one is longer, or as long and behind it in the alphabet.
    """
    parts = list(naming.words)
    if parts:
        yield "-".join(parts)
    for word in naming.further():
        parts.append(word)
        if len("-".join(parts)) > LONGEST:
            break
        yield "-".join(parts)
    stem = "-".join([*naming.words, kind])
    yield stem
    if len(stem) + 1 + _MOST > LONGEST:
        stem = f"{join_slug(list(naming.words), LONGEST - len(kind) - 2 - _MOST)}-{kind}"
    letters = _in_letters(hashlib.sha256(repr(naming.content).encode()).hexdigest())
    for length in range(_FEWEST, _DIGEST):
        yield f"{stem}-{letters[:length]}"
    for number in count():  # of many equal ones each needs an id
        yield f"{stem}-{letters[:_DIGEST]}{_in_letters(f'{number:x}')}"


def _in_letters(hexadecimal: str) -> str:
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hexadecimal)
