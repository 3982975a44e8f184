"""The words of the index of papers, of related papers, and of figures.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from site_gen.values import dataclass

MAP_LEAD = (
    "Every dot is a paper. Papers that speak of the same lie together, and groups near each other share more "
    "words than those far apart. The groups are listed below, the most typical papers of each first."
)
SUBJECTS_NOTE = (
    "Counted are papers that have a word or name among the 25 that tell them most from the others. "
    "What more than a quarter of all papers share tells none from another, and is left out."
)


@dataclass(frozen=True)  # of the bases of Words only one may have slots
class PapersWords:
    """The words around lists of papers."""

    all_abstracts: str = "Show all abstracts"
    any_award: str = "Any award"
    any_of: str = "All"
    author_filter: str = "Author"
    by_first_author: str = "First author"
    by_programme: str = "Programme"
    by_title: str = "Title"
    career: str = "Over the editions"
    figures: str = "Figures"
    find_papers: str = "Find papers"
    keyword: str = "Keyword"
    map: str = "Map of the papers"
    map_lead: str = MAP_LEAD
    map_award: str = "with an award"
    map_others: str = "Other papers"
    more_figures: str = "Figures of all editions"
    names: str = "Names"
    new_people: str = "First time here"
    newcomers_note: str = "Counted over the editions on this site."
    newcomers: str = "New and returning people"
    no_paper_matches: str = "No paper matches."
    number: str = "Number"
    on_its_page: str = "The abstract could not be loaded. It is on the paper’s page."
    order: str = "Order"
    papers_shown: str = "{shown} of {all} papers"
    prolific: str = "People with most papers"
    read_papers: str = "Read the papers"
    related_papers: str = "Related papers"
    returning_people: str = "Wrote before"
    session: str = "Session"
    subject: str = "Subject"
    subjects: str = "What the papers speak of"
    subjects_note: str = SUBJECTS_NOTE
    subjects_over_editions: str = "What they speak of, over the editions"
    team_average: str = "Names on a paper, on average"
    team_sizes: str = "Names on a paper"
    title_words: str = "Words"
    with_material: str = "With"
