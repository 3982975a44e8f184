"""A paper that a corrected export does not accept any more: it leaves content, and nothing names it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.ingested import ingested
from tests.test_ingest import edit, read, run, texts, write

HEAD = "ID,Title,Authors,Abstract,Decision\n"
FAST = "1,Fast Trees by Night,Ada Lovelace; Grace Hopper,We make trees fast.,{}\n"
SLOW = "2,Slow Graphs of Owls,Alan Turing,Graphs are slow and we say why.,{}\n"
PROGRAMME = """\
Date,Start,End,Session,Paper
2022-08-29,08:45,10:00,Trees,1
2022-08-29,08:45,10:00,Trees,2
"""
EXPORT, GONE = "content/sources/2022.csv", "fast-trees-by-night"
NAMED_BY_THE_PROGRAMME = [
    "content/sources/programme-2022.csv:2: warning: this names a paper that content/sources/2022.csv:2 does "
    "not accept; it is left out [not-accepted]",
    "    hint: take it out of this document",
]


def export(fast: str = "Accept", slow: str = "Accept") -> str:
    """The export of a submission system with these decisions."""
    return HEAD + FAST.format(fast) + SLOW.format(slow)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project after its first ingest, with both papers in one session."""
    files = {EXPORT: export(), "content/sources/programme-2022.csv": PROGRAMME}
    write(tmp_path, files)
    _, reported = run(tmp_path)
    assert reported == []
    return tmp_path


def correct(project: Path, text: str) -> None:
    """Put a corrected export in place of the first one."""
    (project / EXPORT).write_text(text)


def problems_of_content(project: Path) -> list[str]:
    """What an ingest tells beside that the programme names what is not accepted."""
    _, reported = run(project)
    assert reported[-2:] == NAMED_BY_THE_PROGRAMME
    return reported[:-2]


def files_naming(project: Path, *words: str) -> list[str]:
    """The files of content, but for the sources, whose name or text has one of these words in any case."""
    return [
        name
        for name, (text, _) in texts(project).items()
        if not name.startswith("content/sources/")
        and any(word.lower() in f"{name}\n{text.decode()}".lower() for word in words)
    ]


@pytest.mark.parametrize("decision", ["Reject", "Withdrawn", ""])
def test_its_file_and_its_memory_go_and_its_slot_is_empty(project: Path, decision: str) -> None:
    correct(project, export(fast=decision))
    ingested, reported = run(project)
    kind = {"Reject": "rejected", "Withdrawn": "withdrawn", "": "undecided"}[decision]
    assert reported == NAMED_BY_THE_PROGRAMME
    assert ingested.lines == [
        "content/sources/2022.csv: HotCRP, edition 2022, as its name says: 1 accepted paper, 1 name; "
        f"not imported: 1 {kind} row",
        "content/sources/programme-2022.csv: programme CSV, edition 2022, as its name says: "
        "1 read, 1 joined, 1 session, 1 missing",
        "content/sources/2022.csv: 1 paper that content held not accepted any more (line 2): "
        "taken out of content",
    ]
    assert ingested.summary == "Read 2 source documents: 0 papers added, 0 changed, 1 paper taken away"
    assert read(project, "sessions.yaml").endswith("  slots:\n    - {}\n    - paper: slow-graphs-of-owls\n")
    assert files_naming(project, "fast", "trees by", "lovelace") == []


def test_a_bibliography_that_lists_it_does_not_bring_it_back(tmp_path: Path) -> None:
    bibliography = """\
@inproceedings{owls, title = {Slow Graphs of Owls}, author = {Alan Turing}, year = 2022}
@inproceedings{trees, title = {Fast Trees by Night}, author = {Ada Lovelace and Grace Hopper}, year = 2022}
"""
    write(tmp_path, {EXPORT: export(fast="Reject"), "content/sources/2022.bib": bibliography})
    ingested, reported = run(tmp_path)
    assert reported == [
        "content/sources/2022.bib:2: warning: this names a paper that content/sources/2022.csv:2 does not "
        "accept; it is left out [not-accepted]",
        "    hint: take it out of this document",
    ]
    assert [str(change) for change in ingested.changes] == [
        "added: conference 2022: Toy 2022",
        "added: paper slow-graphs-of-owls: Slow Graphs of Owls",
    ]
    assert files_naming(tmp_path, "fast", "trees by", "lovelace") == []


def test_it_comes_back_at_its_address_when_it_is_accepted_after_all(project: Path) -> None:
    before = {name: text for name, (text, _) in texts(project).items()}
    correct(project, export(fast="Reject"))
    run(project)
    correct(project, export())
    ingested, reported = run(project)
    assert (reported, [str(change) for change in ingested.changes]) == (
        [],
        [
            "added: paper fast-trees-by-night: Fast Trees by Night",
            "slot dropped: session trees: an empty slot",
            "slot added: session trees: fast-trees-by-night",
        ],
    )
    assert {name: text for name, (text, _) in texts(project).items()} == before


def test_a_retitled_and_rejected_paper_is_known_by_its_text(project: Path) -> None:
    correct(project, export(fast="Reject").replace("Fast Trees by Night", "Quick Trees"))
    assert (run(project)[0].summary, files_naming(project, "trees by", "quick")) == (
        "Read 2 source documents: 0 papers added, 0 changed, 1 paper taken away",
        [],
    )


def test_what_an_organiser_edited_stays_until_they_decide(project: Path) -> None:
    edit(project, f"2022/papers/{GONE}.yaml", "We make trees fast.", "We make trees faster.")
    correct(project, export(fast="Reject"))
    before = texts(project)
    assert problems_of_content(project) == [
        "content/2022/papers/fast-trees-by-night.yaml:1:1: error: content/sources/2022.csv:2 does not accept "
        "this paper any more, and it was edited by hand [accepted-no-more]",
        "    hint: delete the file; or delete content/2022/provenance/papers/fast-trees-by-night.yaml, and "
        "the paper is your own",
    ]
    assert texts(project) == before

    (project / f"content/2022/provenance/papers/{GONE}.yaml").unlink()
    assert problems_of_content(project) == []
    assert "We make trees faster." in read(project, f"papers/{GONE}.yaml")


def test_a_comment_is_an_edit_too(project: Path) -> None:
    edit(project, f"2022/papers/{GONE}.yaml", "title:", "# a note\ntitle:")
    correct(project, export(fast="Reject"))
    assert problems_of_content(project)[0] == (
        "content/2022/papers/fast-trees-by-night.yaml:1:1: error: content/sources/2022.csv:2 does not accept "
        "this paper any more, and it was edited by hand [accepted-no-more]"
    )


def test_a_page_that_an_organiser_marked_as_withdrawn_stays(project: Path) -> None:
    edit(project, f"2022/papers/{GONE}.yaml", "title:", "status: withdrawn\ntitle:")
    correct(project, export(fast="Withdrawn"))
    assert problems_of_content(project) == []
    assert "status: withdrawn" in read(project, f"papers/{GONE}.yaml")


def test_slots_and_awards_of_an_organiser_lose_the_paper_and_nothing_else(project: Path) -> None:
    edit(
        project,
        "2022/sessions.yaml",
        f"    - paper: {GONE}\n",
        f"    # the opening\n    - paper: {GONE}\n      title: Owls, a surprise\n      start: 08:45\n",
    )
    write(project, {"content/2022/awards.yaml": f"- id: best\n  name: Best Paper\n  papers: [{GONE}]\n"})
    correct(project, export(fast="Reject"))
    assert [line for line in problems_of_content(project) if "error" in line] == []
    assert read(project, "sessions.yaml").endswith(
        "  # the opening\n  slots:\n    - title: Owls, a surprise\n      start: '08:45'\n"
        "    - paper: slow-graphs-of-owls\n"
    )
    assert read(project, "awards.yaml") == "- id: best\n  name: Best Paper\n"


def test_a_draft_about_it_goes_and_other_changes_stay(project: Path) -> None:
    changes = (
        f"- id: a\n  what: added\n  paper: {GONE}\n  text: New.\n  draft: yes\n\n"
        "- id: b\n  date: 2022-08-01\n  what: other\n  text: Coffee is free.\n"
    )
    write(project, {"content/2022/changes.yaml": changes})
    correct(project, export(fast="Reject"))
    assert problems_of_content(project) == []
    assert read(project, "changes.yaml") == changes.partition("\n\n")[2]


def test_an_approved_change_that_tells_of_it_is_an_error(project: Path) -> None:
    changes = f"- id: a\n  date: 2022-08-01\n  what: added\n  paper: {GONE}\n  text: New.\n"
    write(project, {"content/2022/changes.yaml": changes})
    correct(project, export(fast="Reject"))
    before = texts(project)
    assert problems_of_content(project) == [
        "content/2022/changes.yaml:4:3: error: this tells of a paper that content/sources/2022.csv:2 does "
        "not accept any more [accepted-no-more]",
        "    hint: take the whole change away",
    ]
    assert texts(project) == before


def test_its_title_elsewhere_in_content_is_told_with_the_place(project: Path) -> None:
    write(project, {"content/pages/news.md": "---\ntitle: News\n---\nSee “Fast Trees\nby Night”.\n"})
    correct(project, export(fast="Reject"))
    assert problems_of_content(project) == [
        "content/pages/news.md:4:6: warning: this names a paper that content/sources/2022.csv:2 does not "
        "accept any more [accepted-no-more]",
        "    hint: its title is no longer for the public",
    ]


def test_a_programme_that_names_it_by_its_title_gives_an_empty_slot(project: Path) -> None:
    programme = PROGRAMME.replace("Trees,1", "Trees,Fast Trees by Night")
    (project / "content/sources/programme-2022.csv").write_text(programme)
    correct(project, export(fast="Reject"))
    assert run(project)[1] == NAMED_BY_THE_PROGRAMME
    assert files_naming(project, "fast", "trees by") == []


def test_two_exports_of_one_system_that_disagree_are_an_error(project: Path) -> None:
    write(project, {"content/sources/corrected-2022.csv": export(fast="Reject")})
    assert run(project)[1] == [
        "content/sources/2022.csv:2: error: this paper is accepted here, and not in "
        "content/sources/corrected-2022.csv:2 [decisions-disagree]",
        "    hint: take the export that is out of date out of content/sources/",
    ]


def test_a_paper_that_only_vanishes_from_its_source_is_kept_and_told_once(project: Path) -> None:
    correct(project, HEAD + SLOW.format("Accept"))
    ingested, reported = run(project)
    assert [str(change) for change in ingested.changes if change.entity == "paper"] == [
        "dropped: paper fast-trees-by-night: Fast Trees by Night; kept until you delete it"
    ]
    assert [line for line in reported if "not-in-sources" in line] == [
        "content/2022/papers/fast-trees-by-night.yaml:1:1: warning: no source names the paper "
        "'fast-trees-by-night' any more [not-in-sources]"
    ]
    assert [str(change) for change in run(project)[0].changes] == []


def test_a_list_marks_papers_as_withdrawn_in_many_places(tmp_path: Path) -> None:
    listed = """# Accepted papers

- **Borrowed Time (withdrawn)**. Ida Katz
- **Rust in Peace** (withdrawn). Gil Jones, Hua Li
- **Lifetimes of Stars**. Jo Lam, Kim Min (withdrawn)
- [RETRACTED] **Old News of Old Times**. Max Nord
- **Moving Trees**. Nia Oak
"""
    ingested(tmp_path, "list.md", listed)
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (tmp_path / "content/2031/papers").iterdir()
    ]
    assert sorted((each["title"], each["authors"], each.get("status")) for each in papers) == [
        ("Borrowed Time", ["Ida Katz"], "withdrawn"),
        ("Lifetimes of Stars", ["Jo Lam", "Kim Min"], "withdrawn"),
        ("Moving Trees", ["Nia Oak"], None),
        ("Old News of Old Times", ["Max Nord"], "withdrawn"),
        ("Rust in Peace", ["Gil Jones", "Hua Li"], "withdrawn"),
    ]
