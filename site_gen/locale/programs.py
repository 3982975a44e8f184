"""The words of the files that guide programs through the site."""

from __future__ import annotations

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ProgramWords:
    """What `llms.txt` says of each file that it leads to."""

    as_json: str = "{title} as JSON"
    as_json_holds: str = "papers, sessions, awards"
    all_papers: str = "All papers as BibTeX"
    everything: str = "Everything in one file"
    everything_holds: str = "every session and every abstract"
    people: str = "People as JSON"
    people_hold: str = "everybody with their papers"
    authors_hold: str = "everybody who has a page"
