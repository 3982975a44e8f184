"""An organiser's evening: 113 made-up papers, a programme typed by hand, corrections, online, next year."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.command import in_project as ran

NEW = ("--title", "Owl Conference", "--first-day", "2027-05-03", "--time-zone", "Europe/Berlin")
PRIVATE = (
    "content/sources/{}: now in .gitignore, for it may hold addresses, scores, refused papers, "
    "remarks or comments"
)
ADDRESS = "https://user.github.io/conf/"
FIRST_TEXT = "Ada Bruno Chiara Dmitri Elif Farid Greta Hiro Ines Jonas Kofi"
LAST_TEXT = "Abel Bravo Castel Dorn Engel Fabbri Gomez Hahn Ito Jansen Kowal Lund Moor"
_HOW_TEXT = "Quiet Slow Bright Hidden Broken Gentle Distant Early Hollow Narrow Patient Silver Crooked"
HOW = _HOW_TEXT.split()
_WHAT_TEXT = "Rivers Bridges Ledgers Lanterns Orchards Harbours Compilers Tides Parsers Gardens"
WHAT = _WHAT_TEXT.split()
_WORK_TEXT = "Sampling Mapping Ranking Sorting Tracing Folding Weighing Pruning Counting"
WORK = _WORK_TEXT.split()
PAPERS = range(1, 114)
DAYS = ("3-May", "Tue 4 May", "5.5.2027")
KEYNOTES = (
    "Why Owls Turn Their Heads / Maria Nordin (Lund)",
    "The Second Keynote / Paul Weiss",
    "What We Forgot / Eva Lind",
)
TYPED = (  # the same times, as three people type them
    ("8-9", "9–9:50", "10", "10:30–12", "13–14:30", "15–16:30"),
    ("8h-9h", "9.00–9.50", "10am", "10h30-12h", "1pm-2:30pm", "15 – 16.30"),
    ("8 to 9", "9am to 9:50am", "10.00", "10.30 - 12", "13h à 14h30", "3 pm - 4:30 pm"),
)
MEANT = (
    ("08:00", "09:00"), ("09:00", "09:50"), ("10:00", None),
    ("10:30", "12:00"), ("13:00", "14:30"), ("15:00", "16:30"),
)  # fmt: skip


def title(number: int) -> str:
    """The title of a paper."""
    how, what, work = HOW[number % 13], WHAT[number % 10], WORK[number % 9]
    return (
        f"{work} {how} {what}",
        f"{work} {how} {what}: A Study of Small Errors",
        f"On the {work} of {how} {what}",
        f"How {how} {what} Change What {work} Can Do When Data Are Few",
    )[number % 4]


def name(number: int) -> dict[str, str]:
    """Who wrote a paper; everybody one."""
    return {"first": FIRST_TEXT.split()[number % 11], "last": LAST_TEXT.split()[number % 13]}


def export(numbers: Sequence[int], **titles: str) -> str:
    """What HotCRP exports: papers with addresses, and 37 that were rejected."""
    papers = [
        {
            "pid": number,
            "title": titles.get(f"paper{number}", title(number)),
            "authors": [{**name(number), "email": "a@secret.example"}],
            "abstract": f"We look at {title(number).lower()}. It is short.",
            "decision": "Accepted" if number in numbers else "Rejected",
        }
        for number in range(1, 151)
    ]
    return json.dumps(papers, indent=1)


def talk(number: int) -> str:
    """A title as typed into the programme: some are cut."""
    whole = title(number)
    return whole[: len(whole) * 2 // 3].rstrip() + "…" if number % 17 == 0 else whole


def programme(cancelled: int = 0) -> list[list[str]]:
    """Day, time, session, room, two chairs, talk, status and remarks; merged cells are blank."""
    numbers, rows, count = iter(PAPERS), [], 0
    for day, times, keynote in zip(DAYS, TYPED, KEYNOTES, strict=True):
        rows.append([day, times[0], "Registration", "Foyer", "", "", "", "", ""])
        rows.append(["", times[1], "Keynote", "Hall A", "Prof. Dr. Ana Belmonte (Oslo)", "", keynote, "", ""])
        rows.append(["", times[2], "Coffee", "Foyer", "", "", "", "", ""])
        for time in times[3:]:
            for room in ("Hall A", "Hall B"):
                count += 1
                papers = [number for _, number in zip(range(6 + count % 2), numbers, strict=False)]
                head = ["", time if room == "Hall A" else "", f"Session {count}: Owls", room]
                chairs = [f"Dr. Chair {WHAT[count % 10]}", "Hiro Ito (Kyoto)" if room == "Hall A" else ""]
                for position, number in enumerate(papers):
                    status, remark = (
                        "cancelled" if number == cancelled else "",
                        "beamer" if number == 5 else "",
                    )
                    first = [*head, *chairs] if position == 0 else [""] * 6
                    rows.append([*first, talk(number), status, remark])
    return rows


def sheet(rows: Sequence[Sequence[str]]) -> str:
    """A spreadsheet as CSV, with a title above its header."""
    header = "Day,Time,Session,Room,C1,C2,Talk,Status,Remarks"
    return (
        "\n".join(["Owl Conference 2027: programme,,,,,,,,", ",,,,,,,,", header, *map(",".join, rows)]) + "\n"
    )


def sessions(project: Path) -> list[dict[str, Any]]:
    """The programme as content has it."""
    found: list[dict[str, Any]] = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    return found


def titles(project: Path) -> dict[str, str]:
    """The titles of the papers by their ids."""
    papers = (project / "content/2027/papers").glob("*.yaml")
    return {path.stem: yaml.safe_load(path.read_text("utf-8"))["title"] for path in papers}


def git(*arguments: str | Path) -> str:
    """What git says."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def online(project: Path, name: str) -> Path:
    """What visitors see: the branch that a host publishes."""
    www = project.parent / name
    git("clone", "-q", "--branch", "gh-pages", project.parent / "conf.git", www)
    return www


def begun(folder: Path) -> Path:
    """A new project, where the evening begins."""
    assert ran(folder, "new", str(folder / "conf"), *NEW)[0] == 0
    return folder / "conf"


def papers_come_in_and_the_example_goes(project: Path) -> None:
    (project / "content/sources/hotcrp.json").write_text(export(PAPERS), encoding="utf-8")
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[1:4], output.splitlines()[-1]) == (
        0,
        [
            "added: 113 papers",
            PRIVATE.format("hotcrp.json"),
            "The example goes, for real content came: 6 papers, 16 sessions, 1 award",
        ],
        "Read 1 source document: 113 papers, 113 people added, 0 changed → content/",
    )


def every_slot_is_at_its_paper_and_every_time_is_right(project: Path) -> None:
    (project / "content/sources/programme.csv").write_text(sheet(programme()), encoding="utf-8")
    status, output = ran(project, "ingest")
    lines = output.splitlines()
    assert (status, lines[1:]) == (
        0,
        [
            "content/sources/programme.csv: programme CSV, edition 2027, the only one: 113 read, 113 joined, "
            "27 sessions, 6 doubtful; not imported: remark",
            "added: 27 sessions",
            PRIVATE.format("programme.csv"),
            "Read 2 source documents: 27 sessions with 116 slots, 14 people added, 0 changed → content/",
        ],
    )
    held, named = sessions(project), titles(project)
    slots = [slot for session in held for slot in session.get("slots", ())]
    assert [named[slot["paper"]] for slot in slots if "paper" in slot] == [title(number) for number in PAPERS]
    assert [slot["people"] for slot in slots if "paper" not in slot] == [
        [{"name": "Maria Nordin", "affiliation": "Lund"}],
        ["Paul Weiss"],
        ["Eva Lind"],
    ]
    times = [time for meant in MEANT for time in [meant] * (2 if meant in MEANT[3:] else 1)]
    assert [(str(each["date"]), each["start"], each.get("end")) for each in held] == [
        (f"2027-05-0{day}", *time) for day in (3, 4, 5) for time in times
    ]
    assert held[3]["people"] == [
        {"name": "Chair Bridges", "role": "chair"},
        {"name": "Hiro Ito", "role": "chair", "affiliation": "Kyoto"},
    ]
    assert "beamer" not in (project / "content/2027/sessions.yaml").read_text("utf-8")


def example_text_is_named_and_not_deployed(project: Path) -> None:
    bare = project.parent / "conf.git"
    git("init", "-q", "--bare", bare)
    git("init", "-q", project)
    settings = {"user.name": "A", "user.email": "a@owls.example", "remote.origin.url": str(bare)}
    for key, value in settings.items():
        git("-C", project, "config", key, value)
    status, output = ran(project, "deploy", "--yes", "--base-url", ADDRESS)
    assert (status, "[example-text]" in output, git("-C", bare, "branch", "--list")) == (1, True, "")
    for page in [*project.glob("content/pages/*"), *project.glob("content/2027/pages/*")]:
        page.unlink()
    conference = project / "content/2027/conference.yaml"
    own_keys = ("title:", "first_day:", "time_zone:", "phase:")
    lines = conference.read_text("utf-8").splitlines(keepends=True)
    own = "".join(line for line in lines if line.startswith(own_keys))
    conference.write_text(f"{own}last_day: 2027-05-05\n", encoding="utf-8")


def what_is_online_is_what_was_meant(project: Path) -> None:
    status, output = ran(project, "deploy", "--yes", "--base-url", ADDRESS)
    assert (status, "error" in output) == (0, False), output
    www = online(project, "first")
    pages = [path.read_text("utf-8") for path in www.rglob("*.html")]
    assert len(list((www / "2027/papers").glob("*/index.html"))) == 113
    assert not [page for page in pages if "(example)" in page or "secret.example" in page or "beamer" in page]


def a_correction_changes_what_it_says_and_goes_online_by_itself(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.glob("content/2027/provenance/**/*.yaml")}
    rows = [
        row for row in programme(cancelled=20) if row[6] != title(6)
    ]  # one talk less: all rows below it move
    (project / "content/sources/programme.csv").write_text(sheet(rows), encoding="utf-8")
    corrected = export(PAPERS, paper7="A Better Title")
    (project / "content/sources/hotcrp.json").write_text(corrected, encoding="utf-8")
    status, output = ran(project, "deploy", "--yes", "--base-url", ADDRESS)
    assert status == 0, output
    named = titles(project)
    slots = [slot for session in sessions(project) for slot in session.get("slots", ())]
    assert [named[slot["paper"]] for slot in slots if slot.get("status") == "cancelled"] == [title(20)]
    assert (len(slots), "A Better Title" in named.values()) == (115, True)
    pages = (online(project, "second") / "2027/papers").glob("*/index.html")
    assert sum("A Better Title</h1>" in page.read_text("utf-8") for page in pages) == 1
    after = {path: path.read_bytes() for path in project.glob("content/2027/provenance/**/*.yaml")}
    changed = sorted(path.stem for path in after if after[path] != before.get(path))
    assert len(changed) < 5, changed


def the_next_edition_is_one_command(project: Path) -> None:
    status, output = ran(
        project, "new", ".", "--edition", "2028", "--first-day", "2028-05-01", "--title", "Owls 2028"
    )
    assert (status, (project / "content/2028/conference.yaml").exists()) == (0, True), output
    dated = "Day,Time,Session\n1 May 2028,9-10,Opening\n"
    (project / "content/sources/next.csv").write_text(dated, encoding="utf-8")
    (project / "content/sources/late.csv").write_text("Title,Authors\nOwls Again,Ada Abel\n", "utf-8")
    status, output = ran(project)
    assert (status, [line.partition(": ")[2].partition(":")[0] for line in output.splitlines()[:3]]) == (
        1,
        [
            "HotCRP, edition 2027, as before",
            "programme CSV, edition 2027, as its days say",
            "programme CSV, edition 2028, as its days say",
        ],
    ), output
    entries = [f'- file: sources/late.csv edition: "{edition}"' for edition in (2027, 2028)]
    assert f"hint: add to content/sources.yaml one of these: {' '.join(entries)} " in " ".join(output.split())
    assert len(list((project / "content/2027/papers").glob("*.yaml"))) == 113


def test_an_evening_in_its_order(tmp_path: Path) -> None:
    project = begun(tmp_path)
    papers_come_in_and_the_example_goes(project)
    every_slot_is_at_its_paper_and_every_time_is_right(project)
    example_text_is_named_and_not_deployed(project)
    what_is_online_is_what_was_meant(project)
    a_correction_changes_what_it_says_and_goes_online_by_itself(project)
    the_next_edition_is_one_command(project)
