"""A page of which next to nothing is an entry is no programme, though a time stands somewhere on it."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested, ingested_together

TITLES = [f"Owls of kind {number} and what becomes of them in spring" for number in range(40)]
PAGE = """Our conference
{}

Monday, 5 May 2031
13:30-18:00
Registration
14:00-17:00
Walk through the town
18:00-21:00
Reception
""".format("\n".join(f"Lee, Ann{'abcdefgh'[at % 8]}.\n{title}" for at, title in enumerate(TITLES)))


def test_a_list_of_papers_beside_some_times_is_no_programme(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "accepted.txt", PAGE)
    assert sessions == []
    assert "82 lines of this page belong to no session: what it lists is not understood" in output


def test_two_papers_of_one_title_and_a_series_are_no_reason_to_refuse_a_list(tmp_path: Path) -> None:
    crossref = """{"message": {"items": [
{"DOI": "10.5555/z.2", "title": ["Growth: Part 1"], "author": [{"given": "Cy", "family": "Dee"}]},
{"DOI": "10.5555/z.3", "title": ["Growth: Part 2"], "author": [{"given": "Cy", "family": "Dee"}]}]}}"""
    table = "title,authors\nSilent Letters,Cal Crow\nSilent Letters,Dee Dove\nLoud,Eva Fay\nSoft,Gus Ho\n"
    output, titles, _ = ingested_together(tmp_path, {"a.json": crossref, "b.csv": table})
    assert titles == ["Growth: Part 1", "Growth: Part 2", "Loud", "Silent Letters", "Silent Letters", "Soft"]
    assert "the title 'Silent Letters' is that of another paper too [implausible-title]" in output


def test_a_row_of_links_is_no_title(tmp_path: Path) -> None:
    page = """Accepted Papers
Title

A Study of Flaky Owls
Research Papers
Ann Able University of Vienna, Bo Baker ETH Zurich
Link to publication DOI Pre-print

Repairing Nests Automatically
Research Papers
Cy Cole KIT, Di Dunn TU Delft
"""
    output, titles, _ = ingested_together(tmp_path, {"accepted.txt": page})
    assert titles == []
    assert "the title 'Link to publication DOI Pre-print' is what links are called by" in output


def test_a_second_list_that_parts_titles_and_names_in_another_way_is_told(tmp_path: Path) -> None:
    text = """# Accepted papers

* **Warm nests in cold towns.** Ann Lee, Bo Katz
* **Old nests and new birds.** Cy Dee, Fay Gee
* **Mice by night.** Di Hay, Gil Roe

## Findings

* Barns in the fog,\t*Jo Kay, Kim Law*
* Hedges and hares,\t*Lou May, Meg Nye*

## Organizers

* General chairs: Ned Orr, Olga Poe
* Local chairs: Pat Quay, Ray Sun
"""
    output, titles, _ = ingested(tmp_path, "accepted.md", text)
    assert titles == ["Mice by night", "Old nests and new birds", "Warm nests in cold towns"]
    assert [line.split(": ", 2)[2] for line in output.splitlines() if "warning: " in line] == [
        "here are 2 items with titles and names, parted in another way than the others:"
        " they are not read [unread-entry]"
    ]
