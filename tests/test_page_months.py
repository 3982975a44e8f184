"""Days whose headings print a weekday and a number: the page's dates or the edition's tell the month."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.command import in_project as ran
from tests.ingested import ingested

PROGRAMME = """# Programme of the Owl School{dates}

## MONDAY 27

09:00 - 10:00 Why Owls Turn
10:00 - 11:00 Nests in Barns
11:00 - 12:00 Trees that Sing

## TUESDAY 28

09:00 - 10:00 Owls at Noon
"""


def days(folder: Path, dates: str = "", edition: str = "") -> tuple[list[object], str]:
    """The days of the sessions, and what is told."""
    files = {
        "content/site.yaml": "title: Owls\ntime_zone: UTC\n",
        "content/sources.yaml": '- {file: sources/programme.md, edition: "2031"}\n',
        "content/sources/programme.md": PROGRAMME.format(dates=dates),
    }
    if edition:
        files["content/2031/conference.yaml"] = edition
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    _, output = ran(folder, "ingest")
    sessions = folder / "content" / "2031" / "sessions.yaml"
    listed = yaml.safe_load(sessions.read_text("utf-8")) if sessions.exists() else []
    return [str(each.get("date")) for each in listed], output


def test_the_page_says_the_month_once(tmp_path: Path) -> None:
    found, _ = days(tmp_path, ", 27–31 January 2031, Barnton")
    assert found == ["2031-01-27", "2031-01-27", "2031-01-27", "2031-01-28"]


def test_the_days_of_the_edition_tell_the_month(tmp_path: Path) -> None:
    edition = "title: Owls 2031\nfirst_day: 2031-10-26\nlast_day: 2031-10-31\n"
    found, _ = days(tmp_path, "", edition)
    assert found == ["2031-10-27", "2031-10-27", "2031-10-27", "2031-10-28"]


def test_a_day_in_no_month_is_told_with_what_to_add(tmp_path: Path) -> None:
    found, output = days(tmp_path)
    assert found == ["None"] * 4
    assert [line for line in output.splitlines() if "[bad-day]" in line] == [
        "content/sources/programme.md:3:1: error: the 27. of a month: the days of the edition do not tell "
        "which day that is [bad-day]",
        "content/sources/programme.md:9:1: error: the 28. of a month: the days of the edition do not tell "
        "which day that is [bad-day]",
    ]


def test_another_number_is_no_day_of_the_edition(tmp_path: Path) -> None:
    found, output = days(tmp_path, "", "title: Owls 2031\nfirst_day: 2031-11-24\nlast_day: 2031-11-26\n")
    assert found == ["None"] * 4
    assert "[bad-day]" in output


def test_a_number_of_twenty_digits_is_no_day_of_a_month(tmp_path: Path) -> None:
    text = f"Monday, {'5' * 20} May 2031\n9:00 - 10:00 Opening\n10:00 - 11:00 Owls\n11:00 - 12:00 Barns\n"
    output, _, sessions = ingested(tmp_path, "programme.txt", text)
    assert [(each["title"], each["start"], each.get("date")) for each in sessions] == [
        ("Opening", "09:00", None),
        ("Owls", "10:00", None),
        ("Barns", "11:00", None),
    ]
    assert (
        f"content/sources/programme.txt:1:1: error: 2031 has no day {'5' * 20} of month 5 [no-such-day]"
        in output
    )
