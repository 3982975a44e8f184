"""Questions that people ask a search, with the result that each expects first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.rendering import published
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUESTIONS = Path(__file__).parent / "cases/search/questions.txt"
SESSIONS = """
- {id: long, title: The long view, kind: invited-talk, date: 2030-05-06, start: "09:00", room: Hall A}
- {id: short, title: The short view, kind: invited-talk, date: 2030-05-07, start: "09:00", room: Hall B}
- {id: desk, title: Check-in desk, kind: registration, date: 2030-05-06, start: "08:00"}
- {id: lunch, title: Lunch, kind: break, date: 2030-05-06, start: "12:00"}
- {id: coffee, title: Coffee, kind: break, date: 2030-05-06, start: "10:30"}
- {id: boat, title: Dinner on the boat, kind: social, date: 2030-05-06, start: "19:00"}
- {id: mend, title: Mending together, kind: workshop, date: 2030-05-07, start: "14:00"}
- {id: threads-1, title: Threads I, kind: oral, track: wool, date: 2030-05-07, start: "15:00"}
- {id: threads-2, title: Threads II, kind: oral, track: wool, date: 2030-05-07, start: "16:00"}
- id: posters
  title: First posters
  kind: poster
  date: 2030-05-06
  start: "15:00"
  slots: [{paper: roots, board: A3}, {paper: jar, board: B12}]
"""
CONTENT = {
    "site.yaml": "title: Yarn\n",
    "2030/conference.yaml": """\
title: Yarn 2030
rooms: [{id: a, name: Hall A}, {id: b, name: Hall B}]
tracks: [{id: wool, name: Wool}]
committees: [{name: Programme committee, members: [Ida Falk]}]
sponsors: [{name: Acme Looms, tier: Gold}, {name: Zeta Dyes, tier: Silver}]
""",
    "2030/sessions.yaml": SESSIONS,
    "2030/awards.yaml": "- {id: best, name: Best Paper, papers: [roots]}\n",
    "2030/papers/bert.yaml": "title: 'BERT: Reading both ways'\nabstract: Reading, not lighter.\n",
    "2030/papers/albert.yaml": "title: 'ALBERT: A lighter reader'\nabstract: Less BERT, reading.\n",
    "2030/papers/cpp.yaml": "title: Templates of C++ explained\n",
    "2030/papers/cs.yaml": "title: 'C# for gardeners'\nabstract: Of sheep.\n",
    "2030/papers/c.yaml": "title: C for everyone\n",
    "2030/papers/roots.yaml": "title: Roots and their sums\nauthors: [Ada Okoye]\nabstract: Of trees.\n",
    "2030/papers/floors.yaml": "title: Workshop floors, swept\nauthors: [Albert Ek]\n",
    "2030/papers/jar.yaml": "title: Weather in a jar\nauthors: [Bea Lind]\nabstract: There is rain.\n",
    "2030/pages/conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
    "2030/pages/gardening.md": "---\ntitle: Code of gardening\n---\nWater.\n",
}

# The titles of the first ten results of each query, looked for in the whole index.
ASK = """async ({ file, index, queries }) => {
  const { $search_load, $search_rank } = await import(file);
  let known;
  const files = $search_load.library(new URL(index), (renewed) => { known = renewed; });
  known = await files.titles();
  await files.words();
  await files.runs(known.texts.runs.map((_, run) => run));
  const all = Object.fromEntries($search_rank.FACETS.map((facet) => [facet, new Set()]));
  const results = (query) => $search_rank.search(known, query, all).results.slice(0, 10);
  return queries.map((query) => results(query).map(({ entry }) => entry.title));
}"""


def questions(part: str) -> list[tuple[str, str]]:
    """The queries that are asked of a site, each with the title that is expected."""
    of_part = QUESTIONS.read_text(encoding="utf-8").split(f"== {part}\n")[1].split("\n== ")[0]
    return [
        (query, title) for query, _, title in (line.partition(" | ") for line in of_part.split("\n")) if title
    ]


def answers(page: Page, site: str, folder: Path, queries: list[str]) -> list[list[str]]:
    """The titles that a site answers with."""
    page.goto(f"{site}search/")
    script = next(folder.glob("assets/js/search.*.js")).relative_to(folder).as_posix()
    asked = {"file": f"{site}{script}", "index": f"{site}search/index.json", "queries": queries}
    found: list[list[str]] = page.evaluate(ASK, asked)
    return found


def test_a_hundred_and_nine_questions_are_answered_by_what_people_expect(
    browser: Browser, real_site: str, real_folder: Path, tmp_path: Path
) -> None:
    folder = published(tmp_path, CONTENT)
    ranks: dict[str, int | None] = {}
    with served(folder) as made, window(browser) as (_, page):
        for part, site, of in (("real", real_site, real_folder), ("made", made, folder)):
            asked = questions(part)
            found = answers(page, site, of, [query for query, _ in asked])
            for (query, title), titles in zip(asked, found, strict=True):
                ranks[f"{part}: {query}"] = 1 + titles.index(title) if title in titles else None
    assert {query: rank for query, rank in ranks.items() if rank != 1} == {}
    assert (len(ranks), sum(1 / rank for rank in ranks.values() if rank) / len(ranks)) == (109, 1.0)
