"""Words that a hyphen breaks at the end of a line, as text is copied from a PDF: "ob-", "servations"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.records import Document

_HYPHENS = "-\u2010\u00ad"
_BEGUN = re.compile(rf"(?<![\w@/.-])(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)[{_HYPHENS}]$")
_REST = re.compile(r"(?P<word>[^\W\d_]+(?:-\w+)*)[.,;:?!)\]”’\"']*(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(rf"[^\W\d_]+[{_HYPHENS}]\s*\n\s*[^\W\d_]+")
# "pre- and post-processing": what is left out behind the hyphen comes later.
_SUSPENDED = frozenset(["and", "or", "to", "und", "oder", "bzw", "bis", "et", "ou", "y", "o", "e"])
_SHORTEST = 20  # characters of a line that was broken, its indent among them


def with_whole_words(document: Document) -> Document:
    """The document, each word that goes on in the next line whole in the one in which it began.

    Where nothing else stands in the next line, it is whole there. The hyphen stays where the text prints the
    word with it elsewhere, or both halves as words of their own.
    """
    lines = document.text.split("\n")
    found = [at for at, (above, below) in enumerate(pairwise(lines)) if _is_broken(above, below)]
    if not found:
        return document
    words = frozenset(each.lower() for each in _WORD.findall(_BREAK.sub(" ", document.text)))
    for at in found:
        lines[at], lines[at + 1] = _whole(lines[at].rstrip(), lines[at + 1], words)
    return replace(document, text="\n".join(lines))


def _is_broken(above: str, below: str) -> bool:
    """Whether a line ends in a word that the next one goes on with, in small letters."""
    bare = above.rstrip()
    if bare[-1:] not in _HYPHENS or len(bare) < _SHORTEST:
        return False
    begun, rest = _BEGUN.search(bare), _REST.match(below.lstrip())
    return begun is not None and rest is not None and rest[0][0].islower() and rest[0] not in _SUSPENDED


def _whole(above: str, below: str, words: Collection[str]) -> tuple[str, str]:
    """Both lines, the word whole in the first of them, or in the second if it has no other."""
    begun, rest = _BEGUN.search(above), _REST.match(below.lstrip())
    if begun is None or rest is None:  # the line was one that ended in another word
        return above, below
    indent, left = below[: len(below) - len(below.lstrip())], below.lstrip()[rest.end() :].lstrip()
    gap = "-" if _has_hyphen(begun["word"], rest["word"], words) else ""
    word = f"{begun['word']}{gap}{rest[0]}"
    if left:
        return f"{above[: begun.start()]}{word}", indent + left
    return above[: begun.start()].rstrip(), indent + word


def _has_hyphen(begun: str, rest: str, words: Collection[str]) -> bool:
    """Whether a word has a hyphen where a line breaks it, as the rest of the text tells."""
    one, other = begun.lower(), rest.lower()
    if f"{one}-{other}" in words or f"{one}{other}" in words:
        return f"{one}-{other}" in words
    return "-" in one or "-" in other or (one in words and other in words)
