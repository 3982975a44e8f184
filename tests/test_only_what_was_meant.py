"""Nothing goes online that the organiser did not mean: what the terminal says of it, command by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import in_project as ran

SITE = "title: Owls\ntime_zone: UTC\n"
EDITION = "title: Owls 2027\nfirst_day: 2027-05-03\n"


def write(project: Path, files: dict[str, str]) -> Path:
    """A project, or more files of it."""
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return project


def sessions_in(*rooms: str) -> str:
    """Sessions one after the other, each in a room."""
    return "\n".join(
        f"- id: talks-{chr(ord('a') + number)}\n  title: Talks {number}\n  date: 2027-05-03\n"
        f"  start: '{9 + number:02}:00'\n  room: {room}\n"
        for number, room in enumerate(rooms)
    )


def in_rooms(project: Path, *rooms: str) -> Path:
    """A project with a session in each of these rooms."""
    return write(
        project,
        {
            "content/site.yaml": SITE,
            "content/2027/conference.yaml": EDITION,
            "content/2027/sessions.yaml": sessions_in(*rooms),
        },
    )


def rooms_of(project: Path) -> dict[str, str]:
    """The heading of every page of a room."""
    pages = sorted((project / "_site/2027/rooms").glob("*/index.html"))
    return {
        page.parent.name: page.read_text().partition("<h1")[2].partition(">")[2].partition("<")[0].strip()
        for page in pages
    }


def test_rooms_whose_names_make_one_slug_have_an_address_each(tmp_path: Path) -> None:
    rooms = ("Hall A", "Hall-A", "Hall a", "C++", "'C#'", "Straße", "Strasse", "CON")
    status, output = ran(in_rooms(tmp_path, *rooms), "build")
    assert (status, "error" in output) == (0, False), output
    assert rooms_of(tmp_path) == {
        "c": "C++",
        "c-room-jfbken": "C#",
        "con-room-bbednk": "CON",
        "hall-a": "Hall A",
        "hall-a-room-nccpfn": "Hall-A",
        "strasse": "Straße",
    }
    assert ran(tmp_path, "check")[0] == 0


def test_a_room_that_is_listed_may_be_spelled_otherwise(tmp_path: Path) -> None:
    project = in_rooms(tmp_path, "Straße", "hall  a")
    listed = "rooms: [{id: s, name: Strasse}, {id: a, name: Hall A}]\n"
    write(project, {"content/2027/conference.yaml": EDITION + listed})
    status, output = ran(project, "build")
    assert (status, "error" in output) == (0, False), output
    assert rooms_of(project) == {"a": "Hall A", "s": "Strasse"}


def test_of_a_file_that_is_wrong_only_its_mistake_is_told(tmp_path: Path) -> None:
    edition = "title: Owls\ntime_zone: Europe/Atlantis\nvolumes: [{id: main, title: Main}]\n"
    files = {
        "content/2027/conference.yaml": edition,
        "content/2027/papers/p.yaml": "title: P\nvolume: main\n",
    }
    status, output = ran(
        write(in_rooms(tmp_path, "Barn"), {"content/site.yaml": "title: Owls\n", **files}), "build"
    )
    assert (status, output.splitlines()) == (
        1,
        [
            "content/2027/conference.yaml:2:1: error: there is no time zone 'Europe/Atlantis'; a zone has "
            "the name of a place, as Europe/Berlin or America/Los_Angeles [wrong-value]",
            "1 error, 0 warnings; nothing changed",
        ],
    )


def test_the_address_of_a_room_does_not_pass_to_another_one(tmp_path: Path) -> None:
    ran(in_rooms(tmp_path / "now", "Hall A"), "build", "--out", str(tmp_path / "before"))
    ran(in_rooms(tmp_path / "now", "Hall A", "Hall-A"), "build")
    assert ran(tmp_path / "now", "check", "--against", str(tmp_path / "before"))[0] == 0
    ran(in_rooms(tmp_path / "now", "Hall-A", "Hall A"), "build")
    status, output = ran(tmp_path / "now", "check", "--against", str(tmp_path / "before"))
    assert (status, output.splitlines()[1:]) == (
        1,
        [
            "content/2027/conference.yaml: error: the address '2027/rooms/hall-a/' showed 'Hall A' and is "
            "that of 'Hall-A' now [address-taken]",
            "    hint: list the rooms there, so that each keeps its address:",
            "          rooms:",
            '            - {id: hall-a-room-nccpfn, name: "Hall-A"}',
            '            - {id: hall-a, name: "Hall A"}',
        ],
    )
    listed = f"{EDITION}{output[output.index('rooms:') :]}"
    write(tmp_path / "now", {"content/2027/conference.yaml": listed})
    assert ran(tmp_path / "now", "build")[0] == 0
    assert ran(tmp_path / "now", "check", "--against", str(tmp_path / "before"))[0] == 0


def test_a_room_of_a_source_keeps_its_address_when_one_of_the_same_slug_comes_before_it(
    tmp_path: Path,
) -> None:
    rows = ["date,start,end,title,room", "2027-06-02,9:00,10:00,Owls by Night,Hall A"]
    first = {"content/site.yaml": SITE, "content/2027/conference.yaml": EDITION}
    write(tmp_path, {**first, "content/sources/p.csv": "\n".join(rows)})
    assert ran(tmp_path, "ingest")[0] == 0
    assert "rooms:" not in (tmp_path / "content/2027/conference.yaml").read_text()
    rows.insert(1, "2027-06-01,9:00,10:00,Owls by Day,Hall-A")
    write(tmp_path, {"content/sources/p.csv": "\n".join(rows)})
    for _ in "twice":
        assert ran(tmp_path, "ingest")[0] == 0
        ran(tmp_path, "build")
        assert rooms_of(tmp_path) == {"hall-a": "Hall A", "hall-a-room-nccpfn": "Hall-A"}


ADDRESS = "https://owls.example.org/"


def test_deploy_builds_what_was_edited_since(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path / "project", "Hall A"), tmp_path / "www"
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "deploy", str(www), "--yes")[0] == 0  # nothing was built before
    edition = {"content/2027/conference.yaml": f"{EDITION}venue: The Barn\ntime_zone: Europe/Berlin\n"}
    write(project, {**edition, "static/root/owl.txt": "hoot\n"})
    status, output = ran(project, "check")
    assert (status, output.splitlines()[1:]) == (
        1,
        [
            "_site: error: the site is older than content/, static/: it does not show the last changes "
            "[stale-site]",
            "    hint: run `build`; `deploy` builds by itself",
        ],
    )
    status, output = ran(project, "deploy", str(www), "--dry-run")
    assert (status, "owl.txt" in output, (www / "owl.txt").exists()) == (0, True, False)
    assert ran(project, "check")[0] == 0
    write(project, {"content/2027/conference.yaml": f"{EDITION}venue: The Tower\n"})
    assert ran(project, "deploy", str(www), "--yes")[0] == 0
    assert "The Tower" in (www / "2027/index.html").read_text()
    assert (www / "owl.txt").read_text() == "hoot\n"


def test_a_room_that_is_renamed_leads_on_by_itself(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path / "project", "Hall A", "Hall A", "Barn"), tmp_path / "www"
    write(project, {"content/site.yaml": f"# ours\n{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "deploy", str(www), "--yes")[0] == 0
    in_rooms(project, "Kepler", "Kepler", "Barn")
    write(project, {"content/site.yaml": f"# ours\n{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "build")[0] == 0
    status, output = ran(project, "check", "--against", str(www))
    line = "- {old: 2027/rooms/hall-a/, new: 2027/rooms/kepler/}"
    assert (status, output.count(line), output.count("[address-vanished]")) == (1, 1, 1)
    status, output = ran(project, "deploy", str(www), "--yes")
    assert (status, "2027/rooms/hall-a/ leads to 2027/rooms/kepler/" in output) == (0, True), output
    assert "rooms/kepler/" in (www / "2027/rooms/hall-a/index.html").read_text()
    assert (project / "content/site.yaml").read_text() == (
        f"# ours\n{SITE}base_url: {ADDRESS}\n"
        "redirects:\n  - old: '2027/rooms/hall-a/'\n    new: '2027/rooms/kepler/'\n"
    )
    assert ran(project, "deploy", str(www), "--yes")[1].count("leads to") == 0


def test_a_redirect_that_is_written_as_the_hint_says_works(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path / "project", "Hall A", "Barn"), tmp_path / "www"
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "deploy", str(www), "--yes")[0] == 0
    in_rooms(project, "Hall A")
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\n"})
    status, output = ran(project, "deploy", str(www), "--yes")
    lines = [line.partition(": - ")[2] for line in output.splitlines() if "hint: say where" in line]
    assert (status, len(lines)) == (1, 2)  # the barn, and the talks in it
    written = "".join(f"  - {line}\n" for line in lines)
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\nredirects:\n{written}"})
    status, output = ran(project, "deploy", str(www), "--yes")
    assert (status, (www / "2027/rooms/barn/index.html").is_file()) == (0, True), output


def test_deploy_keeps_what_the_build_before_was_asked_for(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path / "project", "Hall A"), tmp_path / "www"
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "build", "--single-file")[0] == 0
    single = {path.name for path in (project / "_site").rglob("*.html")}
    assert ran(project, "deploy", str(www), "--yes")[0] == 0
    assert {path.name for path in www.rglob("*.html")} == single


def test_a_build_that_fails_is_not_deployed(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path / "project", "Hall A"), tmp_path / "www"
    write(project, {"content/site.yaml": f"{SITE}base_url: {ADDRESS}\n"})
    assert ran(project, "build")[0] == 0
    write(project, {"content/2027/conference.yaml": f"{EDITION}venu: The Barn\n"})
    status, output = ran(project, "deploy", str(www), "--yes")
    assert (status, output.splitlines()) == (
        1,
        [
            "content/2027/conference.yaml:3:1: error: unknown key 'venu' [unknown-key]",
            "    hint: did you mean 'venue'?",
            "1 error, 0 warnings; nothing changed",
        ],
    )
    assert not www.exists()


PROGRAMME = """Day,Start,End,Session,Room
2027-05-03,09:00,10:00,Opening,Hall A
2027-05-03,10:00,10:30,Coffee,Hall A
"""
FILL = "    hint: bring its text back; if it shall hold nothing delete it, or write [] into a list"


def ingested(project: Path) -> Path:
    """A project whose two sessions came from a document, with an award, built."""
    files = {
        "content/site.yaml": SITE,
        "content/2027/conference.yaml": EDITION,
        "content/2027/awards.yaml": "- id: best\n  name: Best\n",
        "content/sources/programme.csv": PROGRAMME,
    }
    assert ran(write(project, files))[0] == 0
    return project


def commented(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())


def test_a_file_that_lost_its_text_is_no_deletion(tmp_path: Path) -> None:
    project = ingested(tmp_path)
    site = {path: path.read_bytes() for path in (project / "_site").rglob("*") if path.is_file()}
    for name in ("sessions.yaml", "awards.yaml", "conference.yaml"):
        file = f"content/2027/{name}"
        text = (project / file).read_text()
        for left, state in (("", "is empty"), (commented(text), "holds comments only")):
            write(project, {file: left})
            for command in ((), ("ingest",), ("build",)):
                status, output = ran(project, *command)
                assert (status, "Traceback" in output) == (1, False), output
                assert f"{file}:1: error: the file {state} [empty-file]\n{FILL}\n" in output
            assert (project / file).read_text() == left
        write(project, {file: text})
    assert site == {path: path.read_bytes() for path in (project / "_site").rglob("*") if path.is_file()}
    assert ran(project)[0] == 0


def test_a_file_of_the_example_that_lost_its_text_is_named(tmp_path: Path) -> None:
    new = ("--title", "Owls", "--first-day", "2027-05-03", "--time-zone", "UTC")
    assert ran(tmp_path, "new", str(tmp_path / "conf"), *new)[0] == 0
    project = tmp_path / "conf"
    (project / "content/sources/papers.csv").write_text("title,authors\nHow Owls Turn,Ada Abel\n", "utf-8")
    for file in ("2027/conference.yaml", "2027/sessions.yaml", "2027/awards.yaml", "site.yaml"):
        before = (project / "content" / file).read_text("utf-8")
        for text in ("", "\n", "# my notes\n", "---\n"):
            (project / "content" / file).write_text(text, encoding="utf-8")
            for command in ("ingest", "build"):
                status, output = ran(project, command)
                found = (status, f"content/{file}" in output, "Traceback" in output)
                assert found == (1, True, False), (text, output)
        (project / "content" / file).write_text(before, encoding="utf-8")
    assert ran(project)[0] == 0


def test_a_list_of_sessions_that_is_gone_asks_and_an_empty_list_answers(tmp_path: Path) -> None:
    project = ingested(tmp_path)
    (project / "content/2027/sessions.yaml").unlink()
    status, output = ran(project)
    assert (status, [line for line in output.splitlines() if "[lost-file]" in line or "hint" in line]) == (
        1,
        [
            "content/2027/sessions.yaml: error: the file is gone, and 2 sessions with it [lost-file]",
            "    hint: bring it back; if all shall go, write [] in it",
        ],
    )
    write(project, {"content/2027/sessions.yaml": "[]\n"})
    assert ran(project)[0] == 0
    assert (project / "content/2027/sessions.yaml").read_text() == "[]\n"


def test_a_merge_that_was_not_finished_is_named(tmp_path: Path) -> None:
    project = ingested(tmp_path)
    conflict = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> theirs\n"
    write(
        project,
        {
            "content/2027/conference.yaml": EDITION + conflict.format("venue: Barn\n", "venue: Tower\n"),
            "content/pages/travel.md": "---\ntitle: Travel\n---\n"
            + conflict.format("By bus.\n", "By train.\n"),
        },
    )
    hint = "    hint: keep what is right of both sides, without the lines of <<<<<<<, ======= and >>>>>>>"
    status, output = ran(project, "build")
    assert (status, output.splitlines()) == (
        1,
        [
            "content/2027/conference.yaml:3: error: a merge of git was not finished here [merge-conflict]",
            hint,
            "content/pages/travel.md:4: error: a merge of git was not finished here [merge-conflict]",
            hint,
            "2 errors, 0 warnings; nothing changed",
        ],
    )
    write(
        project, {"content/2027/conference.yaml": EDITION, "content/pages/travel.md": "---\ntitle: T\n---\n"}
    )
    rows = PROGRAMME.splitlines(keepends=True)
    write(project, {"content/sources/programme.csv": "".join(rows[:2]) + conflict.format(rows[2], rows[2])})
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[:2]) == (
        1,
        [
            "content/sources/programme.csv:3: error: a merge of git was not finished here [merge-conflict]",
            hint,
        ],
    )


def test_an_address_is_kept_once_the_site_is_published_for_it(tmp_path: Path) -> None:
    project, www = in_rooms(tmp_path, "Hall A"), tmp_path / "www"
    site = project / "content/site.yaml"
    page = write(project, {"static/root/2027/index.html": "in the way"}) / "static/root/2027/index.html"
    status, output = ran(project, "deploy", str(www), "--yes", "--base-url", f"{ADDRESS}wrong/")
    assert (status, "nothing was published" in output, site.read_text("utf-8")) == (1, True, SITE)
    page.unlink()
    status, output = ran(project, "deploy", str(www), "--yes", "--base-url", ADDRESS)
    assert (status, site.read_text("utf-8")) == (0, f"{SITE}base_url: {ADDRESS}\n")
    assert f"\nWritten into content/site.yaml: base_url: {ADDRESS}\n" in output
    assert f'"canonical" href="{ADDRESS}' in (www / "index.html").read_text("utf-8")
    assert "[stale-site]" not in ran(project, "check")[1]
    status, output = ran(project, "deploy", str(www), "--yes")
    assert (status, "nothing to change" in output, "site.yaml" in output) == (0, True, False)
    status, output = ran(project, "deploy", str(www), "--yes", "--base-url", "https://other.example/")
    assert (status, site.read_text("utf-8")) == (0, f"{SITE}base_url: {ADDRESS}\n")
    assert (
        "content/site.yaml: warning: the site is built for https://other.example/, "
        f"but base_url says {ADDRESS} [other-address]\n"
        f"    hint: without --base-url it is built for {ADDRESS}\n"
    ) in output


def test_example_text_is_not_deployed(tmp_path: Path) -> None:
    project, www = tmp_path / "conf", tmp_path / "www"
    answers = ("--title", "Owls", "--first-day", "2027-05-03", "--time-zone", "Europe/Berlin")
    assert ran(tmp_path, "new", str(project), *answers)[0] == 0
    status, output = ran(project, "deploy", str(www), "--yes", "--base-url", ADDRESS)
    assert (status, www.exists()) == (1, False)
    hint = "write your own or delete it; to keep it as it is, take its line out of content/.example.yaml"
    assert (
        "content/2027/conference.yaml:11: error: 'venue', 'address' (line 12), 'location' (line 13), "
        "'description' (line 14), 'links' (line 23), 'deadlines' (line 35), 'announcements' (line 49), "
        "'sponsors' (line 58), 'committees' (line 71), 'rooms' (line 89) and 1 more "
        "are still of the example [example-text]\n"
        f"    hint: {hint}\n"
    ) in output
    assert "'phase'" not in output
    assert output.endswith("0 warnings; nothing was published\n")


def test_a_page_that_no_build_made_is_named(tmp_path: Path) -> None:
    project = in_rooms(tmp_path, "Hall A")
    assert ran(project, "build")[0] == 0
    write(project, {"_site/2027/old/index.html": "<h1>Last year's call</h1>"})
    status, output = ran(project, "check")
    assert (status, output.splitlines()[1:]) == (
        0,
        [
            "2027/old/index.html: warning: no build made this page [foreign-page]",
            "    hint: delete it; or to publish it with the site, put it into static/root/",
        ],
    )


@pytest.mark.parametrize(
    ("days", "edition"),
    [
        (("Mon 11 Sep", "Tue 12 Sep"), "2028"),
        (("13 Sep", "14 Sep"), None),  # 2028 says no last day
        (("Mon 13 Sep",), "2027"),
        (("Mon 11 Sep", "Mon 13 Sep"), None),
        (("Sun 1 Oct",), None),
        (("11/9",), None),
    ],
)
def test_days_without_a_year_tell_the_edition_where_they_fit_one(
    tmp_path: Path, days: tuple[str, ...], edition: str | None
) -> None:
    rows = "".join(f"{day},9:00-10:00,Session {number}\n" for number, day in enumerate(days))
    files = {
        "content/site.yaml": "title: Owls\ntime_zone: UTC\n",
        "content/2027/conference.yaml": "title: A\nfirst_day: 2027-09-13\nlast_day: 2027-09-14\n",
        "content/2028/conference.yaml": "title: B\nfirst_day: 2028-09-11\n",
        "content/sources/programme.csv": f"Day,Time,Session\n{rows}",
    }
    output = ran(write(tmp_path, files), "ingest")[1]
    reported = f"programme CSV, edition {edition}, as its days say" if edition else "[unknown-edition]"
    assert (reported in output, [path.parent.name for path in tmp_path.glob("content/*/sessions.yaml")]) == (
        True,
        [edition] if edition else [],
    )
