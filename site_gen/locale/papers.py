"""The words of the index of papers, of related papers, and of figures.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.text import counted

MAP_LEAD = (
    "Every dot is a paper. Papers that speak of the same lie together, and groups near each other share more "
    "words than those far apart. The groups are listed below, the most typical papers of each first."
)


@dataclass(frozen=True)  # of the bases of Words only one may have slots
class PapersWords:
    """The words around lists of papers."""

    any_award: str = "Any award"
    any_of: str = "All"
    author_filter: str = "Author"
    by_first_author: str = "First author"
    by_programme: str = "Programme"
    by_title: str = "Title"
    career: str = "Over the editions"
    figures: str = "Figures"
    find_papers: str = "Find papers"
    map: str = "Map of the papers"
    map_lead: str = MAP_LEAD
    map_award: str = "with an award"
    map_others: str = "Other papers"
    more_figures: str = "Figures of all editions"
    names: str = "Names"
    new_people: str = "First time here"
    newcomers: str = "New and returning people"
    no_paper_matches: str = "No paper matches."
    number: str = "Number"
    on_its_page: str = "The abstract could not be loaded. It is on the paper’s page."
    order: str = "Order"
    papers_shown: str = "{shown} of {all} papers"
    prolific: str = "People with most papers"
    related_papers: str = "Related papers"
    returning_people: str = "Wrote before"
    session: str = "Session"
    subject: str = "Subject"
    subjects: str = "What the papers speak of"
    subjects_over_editions: str = "What they speak of, over the editions"
    team_average: str = "Names on a paper, on average"
    team_sizes: str = "Names on a paper"
    title_words: str = "Words"


def speak_of(words: Sequence[str]) -> str:
    """Why two papers are related: "Both speak of “sparsity” and “GPU kernel”."."""
    quoted = [f"“{word}”" for word in words]
    *first, last = quoted
    return f"Both speak of {', '.join(first)} and {last}." if first else f"Both speak of {last}."


SUBJECTS_NOTE = (
    "Counted are papers that have a word or name among the 25 that tell them most from the others. "
    "What more than a quarter of all papers share tells none from another, and is left out."
)
NEWCOMERS_NOTE = "Counted over the editions on this site."
LAST_TEAM = 10


def team_of(size: int) -> str:
    """The names on a paper: "1 name", "9 names", "10 names or more"."""
    return counted(size, "name") + (" or more" if size == LAST_TEAM else "")


def names_on_average(number: str) -> str:
    """How many names are on a paper, of a number as "4.9"."""
    return f"{number} names on a paper, on average"


def teams_note(papers: int) -> str:
    """What is left out of the sizes of teams; empty where nothing is."""
    if not papers:
        return ""
    return f"Without {counted(papers, 'paper')} whose names are not all known."


def figures_of(title: str) -> str:
    """The description of a page of figures."""
    return f"{title} in figures: papers, people, newcomers, team sizes, subjects."


def map_of(title: str) -> str:
    """The description of a map of papers."""
    return f"The papers of {title} by what they speak of."
