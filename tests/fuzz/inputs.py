"""The inputs: what is mutated, by which grammar, and how the bytes are spoilt in the end."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from tests.edits.project import FILES, content_files, names
from tests.edits.samples import Samples
from tests.fuzz.lines import as_page, bibtex_text, calendar_text, lines_text, markup_text, table_text
from tests.fuzz.trees import json_text, yaml_text
from tests.mutants import MUTATIONS, pages

Grammar = Callable[[str, random.Random], str]
CONTENT = "content"
LARGEST = 1_000_000  # bytes: a book of a thousand abstracts
_TABLES = ("cmt", "csv", "easychair", "grid-csv", "hotcrp", "own-csv", "programme-csv")


@dataclass(frozen=True)
class Input:
    """A file of a project: where it stands, its bytes, and what was done to them."""

    name: str
    path: str
    body: bytes


def inputs(count: int, seed: int, only: str = "") -> Iterator[Input]:
    """So many inputs, each of which depends on its number and the seed alone; `only` names a format."""
    sorts = [name for name in (*sorted(_documents()), CONTENT) if only in ("", name)]
    for number in range(count):
        choice = random.Random(f"{seed} {number}")
        name = sorts[number % len(sorts)]
        yield _content(choice) if name == CONTENT else _document(name, choice)


@cache
def _documents() -> dict[str, list[str]]:
    """The texts of the cases of each source format."""
    found: dict[str, list[str]] = {}
    for name, text in pages():
        found.setdefault(name, []).append(text)
    return found


def _document(name: str, choice: random.Random) -> Input:
    text = choice.choice(_documents()[name])
    done = []
    for _ in range(choice.choice((1, 1, 2))):
        mutation = choice.choice(
            (grammar_of(name, text), grammar_of(name, text), lines_text, *MUTATIONS[-1:])
        )
        text = mutation(text, choice)
        done.append(mutation.__name__)
    if choice.random() < 0.05 and not text.lstrip().startswith(("{", "[", "<")):
        text = as_page(text, choice)
        done.append("as_page")
    # Most documents say their year in their name, so that they get as far as content.
    path = choice.choice(("x-2026", "x-2026", "x-2026", "x"))
    return Input(f"{name}: {', '.join(done)}", f"content/sources/{path}.txt", encoded(text, choice))


def grammar_of(name: str, text: str) -> Grammar:
    """The grammar that a document is written in."""
    start = text.lstrip()
    if start.startswith(("{", "[{", "[\n")):
        return json_text
    if start.startswith("<"):
        return markup_text
    if start.startswith("BEGIN:V"):
        return calendar_text
    if name == "bibtex":
        return bibtex_text
    if name == "acl-anthology" and ":" in start.partition("\n")[0]:
        return yaml_text
    return table_text if name in _TABLES else lines_text


def _content(choice: random.Random) -> Input:
    """A content file with every key that it may have, one of its values or lines changed."""
    file = choice.choice(content_files(FILES))
    entity = Samples(choice, names(FILES, file.edition), strange=0).entity(file.entity, choice.random())
    text = yaml.safe_dump([entity] if file.is_list else entity, allow_unicode=True, sort_keys=False)
    grammar: Grammar = choice.choice((yaml_text, yaml_text, yaml_text, lines_text))
    text = grammar(text, choice)
    if file.path.endswith(".md"):
        text = f"---\n{text}---\n" + lines_text("Text of [it](x).\n\n- one\n\n| a | b |\n|---|---|\n", choice)
    return Input(f"{CONTENT}: {grammar.__name__}", file.path, encoded(text, choice))


def encoded(text: str, choice: random.Random) -> bytes:
    """The bytes of a text: mostly UTF-8, sometimes of another encoding, or spoilt."""
    text = text[:LARGEST]  # what is repeated twice is soon all of the memory
    body = text.encode("utf-8", "replace")[:LARGEST]
    match choice.randrange(40):
        case 0:
            return text.encode(choice.choice(("utf-16", "utf-16-le", "utf-32")), "replace")
        case 1:
            return text.encode(choice.choice(("latin-1", "cp1252", "cp932", "utf-7")), "replace")
        case 2:
            return b"\xef\xbb\xbf" * choice.choice((1, 2)) + body
        case 3:
            return body.replace(b"\n", choice.choice((b"\r\n", b"\r", b"\x0b", b"\xe2\x80\xa8", b"\x85")))
        case 4:
            at = choice.randrange(len(body) + 1)
            return body[:at] + choice.choice((b"\0", b"\xff", b"\xed\xa0\x80", b"\xc3", b"\x1a")) + body[at:]
        case 5:
            return body[: choice.randrange(len(body) + 1)]
    return body
