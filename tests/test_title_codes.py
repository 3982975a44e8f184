"""Numbers and codes beside the titles of a list: each list prints them in one way, and titles have none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ingested import ingested

TITLES = (
    "Fast wings of small owls",
    "How owls hear at night",
    "Nests in old towers",
    "Feathers without noise",
)
BYLINES = ("Ann Lee, Bob Roe", "Cy Dee", "Dan Fox, Eve Gold and Fay Hill", "Gil Ivy, Hal Jay")
CODES = (123, 7, 45, 201)


def listed(layout: str, between: str = "\n\n") -> str:
    """A list of papers, each title and its code as in the layout, the authors in the next line."""
    entries = zip(CODES, TITLES, BYLINES, strict=True)
    lines = (f"{layout.format(code=code, title=title)}\n{byline}" for code, title, byline in entries)
    return "Accepted Papers of the Owl Days\n\n" + between.join(lines) + "\n"


def papers(folder: Path, text: str) -> dict[str, Any]:
    """The authors of each paper that is read, by its title."""
    ingested(folder, "accepted.md", text)
    read = [yaml.safe_load(each.read_text("utf-8")) for each in folder.glob("content/2031/papers/*.yaml")]
    return {paper["title"]: paper["authors"] for paper in read}


@pytest.mark.parametrize(
    "layout",
    [
        "#{code} {title}", "#{code}: {title}", "#{code} - {title}", "{code}. {title}", "{code}) {title}",
        "[{code}] {title}", "[P{code}] {title}", "[ID{code}] {title}", "P{code} {title}", "O{code}. {title}",
        "P-{code}: {title}", "S1-{code} {title}", "(#{code}) {title}", "{code} {title}", "{code} - {title}",
        "{code}\t{title}", "{code} | {title}", "No. {code} {title}", "Paper {code}: {title}",
        "Paper ID {code}: {title}", "ID {code} – {title}", "Submission {code}: {title}",
        "ID: {code} Title: {title}", "- **[{code}]** *{title}*<br>", "**#{code}** {title}",
        "{title} (#{code})", "{title} [#{code}]", "#{code}\n{title}", "Paper ID: {code}\n{title}",
        "{code}\n{title}",
    ],
)  # fmt: skip
def test_titles_are_without_their_codes(tmp_path: Path, layout: str) -> None:
    assert papers(tmp_path, listed(layout)) == dict(
        zip(
            TITLES,
            (["Ann Lee", "Bob Roe"], ["Cy Dee"], ["Dan Fox", "Eve Gold", "Fay Hill"], ["Gil Ivy", "Hal Jay"]),
            strict=True,
        )
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("3 lessons of owls", "How owls hear at night", "Nests in old towers", "5 rules for feathers"),
        ("1987 in nests", "1984 in feathers", "1986 and the owls", "1985 at night"),
        ("2D owls at night", "3D owls at night", "4D owls at night", "5D owls at night"),
        ("Part 1: Wings", "Part 2: Feathers", "Part 3: Ears", "Part 4: Nests"),
        ("7 owls", "7 nests of owls", "7 feathers of owls", "7 ears of owls"),
        ("GPT-4 and owls", "Owls and GPT-4", "Nests in old towers", "Feathers without noise"),
    ],
)
def test_numbers_that_are_of_titles_stay(tmp_path: Path, titles: tuple[str, ...]) -> None:
    entries = (f"{title}\n{byline}" for title, byline in zip(titles, BYLINES, strict=True))
    assert set(papers(tmp_path, "Accepted Papers\n\n" + "\n\n".join(entries) + "\n")) == set(titles)


def test_a_number_that_is_called_so_is_that_of_the_submission(tmp_path: Path) -> None:
    ingested(tmp_path, "accepted.md", listed("Paper ID {code}: {title}"))
    (tmp_path / "content/sources/submissions.csv").write_text(
        "Paper ID,Title,Authors,Keywords\n45,Nests in very old towers,Dan Fox; Eve Gold; Fay Hill,nests\n",
        encoding="utf-8",
    )
    sources = tmp_path / "content/sources.yaml"
    sources.write_text(
        sources.read_text("utf-8") + '- file: sources/submissions.csv\n  edition: "2031"\n', encoding="utf-8"
    )
    again, titles, _ = ingested(tmp_path, "accepted.md", listed("Paper ID {code}: {title}"))
    assert titles == sorted(TITLES), again


def test_other_codes_are_told(tmp_path: Path) -> None:
    output, _, _ = ingested(tmp_path, "accepted.md", listed("[P{code}] {title}"))
    assert "not taken: codes beside titles (4)" in output


CODES_OF_SESSIONS = """Accepted papers

1A-1
Hawkmoths of the north
Bo Roe, Ann Lee

1A-2
Silk and its weavers
Cy Dahl

1B-1
Nests in barns
Di Fay and Ed Gum
"""


def test_codes_of_sessions_in_lines_of_their_own_are_no_titles(tmp_path: Path) -> None:
    told, titles, _ = ingested(tmp_path, "accepted.txt", CODES_OF_SESSIONS)
    assert titles == ["Hawkmoths of the north", "Nests in barns", "Silk and its weavers"]
    assert "not taken: codes beside titles (3)" in told
