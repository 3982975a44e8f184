"""The words of the index of papers, of related papers, and of figures.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)  # of the bases of Words only one may have slots
class PapersWords:
    """The words around lists of papers."""

    any_award: str = "Any award"
    any_of: str = "All"
    author_filter: str = "Author"
    by_first_author: str = "First author"
    by_programme: str = "Programme"
    by_title: str = "Title"
    find_papers: str = "Find papers"
    no_paper_matches: str = "No paper matches."
    on_its_page: str = "The abstract could not be loaded. It is on the paper’s page."
    order: str = "Order"
    papers_shown: str = "{shown} of {all} papers"
    related_papers: str = "Related papers"
    session: str = "Session"
    title_words: str = "Words"


def speak_of(words: Sequence[str]) -> str:
    """Why two papers are related: "Both speak of “sparsity” and “GPU kernel”."."""
    quoted = [f"“{word}”" for word in words]
    *first, last = quoted
    return f"Both speak of {', '.join(first)} and {last}." if first else f"Both speak of {last}."
