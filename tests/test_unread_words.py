"""Words of a page that nothing that is read holds are told: nothing is lost without a word."""

from __future__ import annotations

from pathlib import Path

import yaml

from site_gen.ingest.formats.lists.accepted import ACCEPTED_LIST
from site_gen.ingest.plausible.unplaced import report_unplaced
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading
from site_gen.problems import ProblemLog
from tests.ingested import ingested

PROGRAMME = """Monday 2 June 2031
9:00-9:30 Opening
9:30-10:30 Session 1: Nests
Warm nests in cold towns
Ann Lee, Bo Roe
10:30-11:00 Coffee break
11:00-12:00 Session 2: Barns
Old barns and new owls
Cy Dee, Di Fay
12:00-13:00 Lunch
"""
LIST = """Accepted papers of OWLS 2031

How owls turn their heads
Ann Lee, Bob Roe

Nests in old barns
Eva Eff, Gus Hah

Owls at noon and night
Ida Joy, Kim Lee

"""


def told(folder: Path, name: str, text: str) -> list[str]:
    output, _, _ = ingested(folder, name, text)
    return [line.partition("warning: ")[2] for line in output.splitlines() if "[unread-words]" in line]


def test_a_heading_below_all_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "accepted.txt", f"{LIST}Best Paper Awards\n") == [
        "nothing that is read holds 'Best Paper Awards' of 'Best Paper Awards' [unread-words]"
    ]


def test_a_byline_that_is_passed_over_is_told(tmp_path: Path) -> None:
    entry = "**{}**\n\n_{}_\n\nAbstract\n\n{}\n\n"
    names = ("Ann Lee ({}), Bob Roe ({})", "Eva Eff ({}), Gus Hah ({})", "Ida Joy ({}), Kim Lou ({})")
    bylines = (each.format("Owl University", "Barn College") for each in names)
    titles = ("Grey Owls on the Wing", "Nests in Old Barns", "Mice by Night and Noon")
    texts = (
        "Owls fly at night. We call what we saw Grey Owls on the Wing, for they were grey.",
        "Barns are old. This is what Eva Eff (Barn College), Gus Hah (Owl University) and a cat found there.",
        "Mice run at night, and some at noon.",
    )
    text = "".join(map(entry.format, titles, bylines, texts))
    assert told(tmp_path, "accepted.txt", text) == [
        "nothing that is read holds 'Ida Joy Kim Lou' of 'Ida Joy (Owl University), Kim Lou (Barn College)'"
        " [unread-words]"
    ]


def test_words_of_a_script_without_spaces_are_found_in_longer_ones() -> None:
    page = Document("x.txt", "森の中のふくろうたちの鳴き声\nふくろうの鳴き声\n最優秀論文賞授賞式\n")
    title = Fact("森の中のふくろうたちの鳴き声について、ふくろうの夜", page.place(1))
    papers = (PaperRecord(place=page.place(1), title=title),)
    problems = ProblemLog()
    report_unplaced(Reading(document=page, format=ACCEPTED_LIST, papers=papers), page, problems)
    assert [(each.place.line, each.what) for each in problems.all] == [
        (3, "nothing that is read holds '最優秀論文賞授賞式' of '最優秀論文賞授賞式'")
    ]


def test_a_page_of_which_all_is_read_tells_of_no_word(tmp_path: Path) -> None:
    assert told(tmp_path, "programme.txt", PROGRAMME) == []


def test_an_address_is_no_word_that_a_message_shows(tmp_path: Path) -> None:
    assert told(tmp_path, "accepted.txt", f"{LIST}Mail: ann.somebody@barnowls.example\n") == []


def test_the_report_says_which_lines_are_passed_over(tmp_path: Path) -> None:
    ingested(tmp_path, "accepted.txt", f"Full papers\n\n{LIST}Contact\nWrite to us about anything.\n")
    report = yaml.safe_load((tmp_path / "content/2031/ingest-report.yaml").read_text("utf-8"))
    assert report["documents"][0]["lines_passed_over"] == "1, 3, 14-15"
