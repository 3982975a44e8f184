"""Every word of the interface with its path, as `words:` of site.yaml and catalogues call it."""

from __future__ import annotations

from dataclasses import dataclass, field

from docs.reference.page import code, table
from site_gen.locale import Forms, Words, translated
from site_gen.locale.plurals import CATEGORIES


def body() -> str:
    """The page: a table of all words."""
    words = _Rows()
    translated(Words(), words)
    return f"{_LEAD}\n\n{table(('Path', 'English'), words.rows)}\n"


@dataclass
class _Rows:
    """Collects a row for each word while they are walked through."""

    rows: list[tuple[str, str]] = field(default_factory=list)

    def text(self, path: str, english: str) -> str:
        self.rows.append((code(path), code(english)))
        return english

    def forms(self, path: str, english: Forms) -> Forms:
        for category in CATEGORIES:
            if text := getattr(english, category):
                self.text(f"{path}.{category}", text)
        return english


_LEAD = (
    "A project says any of these in its own way under `words:` in `content/site.yaml`; a catalogue gives all "
    "of them in another language. What stands in braces is filled in. A phrase that counts has a form for "
    "each category of the language: `zero`, `one`, `two`, `few`, `many` and `other`."
)
