"""Plain values → YAML text that any reader of YAML gets the same text from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import yaml

from site_gen.content.plain import Plain

WIDTH = 100  # characters of a folded line, without its indentation

# What no version of YAML takes for anything but text may stand without quotes.
_BARE = re.compile(r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9 .,()/+&;_'’–-]*[A-Za-zÀ-ɏ0-9.)'’])?")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~/?&=%+-]*[A-Za-z0-9/]")
_DAYS = frozenset(["date", "end_date", "first_day", "last_day", "retrieved"])
_FLAGS = frozenset(["draft"])
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS_WITH_MEANING = frozenset(
    ["y", "yes", "n", "no", "true", "false", "on", "off", "null", "none", "nan", "inf"]
)
# Folding breaks at a space between two other characters; the rest of a line must be printable.
_FOLDABLE = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")

# What single quotes can hold on one line.
_PLAIN = re.compile(r"[^\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*")


def write_mapping(mapping: Mapping[str, Plain], comment: str = "") -> str:
    """A file that holds one entity, with a comment as its first line where one is given."""
    head = f"# {comment}\n" if comment else ""
    return head + "".join(write_key(key, value) for key, value in mapping.items())


def write_list(items: Sequence[Mapping[str, Plain]], comment: str = "") -> str:
    """A file that holds a list of entities, one blank line between two."""
    head = f"# {comment}\n" if comment else ""
    return head + "\n".join(write_item(item) for item in items)


def write_item(item: Mapping[str, Plain], indent: int = 0) -> str:
    """An item of a list: its keys, the first after the hyphen."""
    text = "".join(write_key(key, value, indent + 2) for key, value in item.items())
    return " " * indent + "- " + text[indent + 2 :]


def write_key(key: str, value: Plain, indent: int = 0) -> str:
    """A key with its value, each line indented, ended by a line break."""
    start = _key(key, indent)
    if isinstance(value, str):
        shown = f">-\n{_folded(value, indent + 2)}" if _is_long(value) else f"{_line(value, key)}\n"
        return f"{start} {shown}"
    if isinstance(value, dict) and value:
        return start + "\n" + "".join(write_key(*pair, indent + 2) for pair in value.items())
    if isinstance(value, list) and value:
        return start + "\n" + "".join(_write_value(item, indent + 2) for item in value)
    return f"{start}{_empty(value)}\n"


@lru_cache(maxsize=1024)  # those of entities are few, and come back in each
def _key(key: str, indent: int) -> str:
    return f"{' ' * indent}{write_scalar(key)}:"


@lru_cache(maxsize=4096)  # a place comes back in each field that is said there, a room in each session
def write_scalar(text: str) -> str:
    """A text on one line, quoted where it must be."""
    if _BARE.fullmatch(text) and text.lower() not in _WORDS_WITH_MEANING:
        return text
    return text if _ADDRESS.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    """The text in single quotes, or in double ones where it needs escapes."""
    if _PLAIN.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    written: str = yaml.dump(
        text, Dumper=yaml.CSafeDumper, allow_unicode=True, width=2**30, default_style='"'
    )
    return written.removesuffix("\n")


def _write_value(value: Plain, indent: int) -> str:
    if isinstance(value, str):
        return f"{' ' * indent}- {write_scalar(value)}\n"
    if isinstance(value, dict) and value:
        return write_item(value, indent)
    if isinstance(value, list) and value:
        return f"{' ' * indent}-\n" + "".join(_write_value(item, indent + 2) for item in value)
    return f"{' ' * indent}-{_empty(value)}\n"


def _line(text: str, key: str) -> str:
    is_bare = (key in _DAYS and _DAY.fullmatch(text)) or (key in _FLAGS and text in ("yes", "no"))
    return text if is_bare else write_scalar(text)


def _empty(value: Plain) -> str:
    """What stands behind a sign for no value, or one that holds nothing."""
    if value is None:
        return ""
    return " {}" if isinstance(value, dict) else " []"


def _is_long(text: str) -> bool:
    if len(text) <= WIDTH and "\n" not in text:
        return False
    lines = text.split("\n")
    return (
        text == text.strip()
        and bool(_FOLDABLE.fullmatch(text))
        and all(line == line.strip() for line in lines)
    )


def _folded(text: str, indent: int) -> str:
    """The lines of a folded block: a break inside a paragraph is one more than it stands for."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [*(_wrapped(paragraph) if paragraph else ()), ""]
    return "".join(" " * indent + line + "\n" if line else "\n" for line in lines[:-1])


def _wrapped(paragraph: str) -> list[str]:
    lines, start = [], 0
    while len(paragraph) - start > WIDTH:
        cut = paragraph.rfind(" ", start + 1, start + WIDTH)
        while cut > start and (paragraph[cut - 1] == " " or paragraph[cut + 1] == " "):
            cut = paragraph.rfind(" ", start + 1, cut)
        if cut <= start:
            cut = _next_single_space(paragraph, start + WIDTH)
        if cut < 0:
            break
        lines.append(paragraph[start:cut])
        start = cut + 1
    return [*lines, paragraph[start:]]


def _next_single_space(text: str, start: int) -> int:
    match = re.compile(r"(?<=[^ ]) (?=[^ ])").search(text, start)
    return match.start() if match else -1
