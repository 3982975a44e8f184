"""People of one name whom their source tells apart are two people, in one byline too."""

from __future__ import annotations

import json
import re
from pathlib import Path

from site_gen.build import build
from site_gen.check import check
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

TIDES = """\
<collection id="2025.tides">
  <volume id="1">
    <meta><booktitle>Workshop on Tides</booktitle><editor><first>Bo</first><last>Muster</last></editor>
    <year>2025</year></meta>
    <paper id="1"><title>Tides in rivers</title>
      <author id="ming-li-tj"><first>Ming</first><last>Li</last>
        <variant script="hani"><first>明</first><last>李</last></variant></author>
      <author id="ming-li-pk"><first>Ming</first><last>Li</last></author>
    </paper>
    <paper id="2"><title>A retracted claim</title>
      <author><first>Ada</first><last>Beispiel</last></author>
      <retracted date="2025-09-01">The data were wrong.</retracted>
    </paper>
  </volume>
</collection>
"""
BIBLIOGRAPHY = """\
@inproceedings{a, author = {J{\\"o}rg M{\\"u}ller 0001}, title = {Waves of the north}, year = 2025}
"""
BOTH = (
    BIBLIOGRAPHY
    + """\
@inproceedings{b, author = {J{\\"o}rg M{\\"u}ller 0002}, title = {Waves of the south}, year = 2025}
"""
)


def made(project: Path, file: str, text: str) -> list[dict[str, object]]:
    """The people of the site that this document makes."""
    (project / "content/sources").mkdir(parents=True, exist_ok=True)
    (project / "content/site.yaml").write_text("title: Tides\nbase_url: https://x.example/\n")
    (project / "content/sources" / file).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    ingest(project, problems)
    build(project, project / "_site", problems)
    assert [str(problem) for problem in problems.errors] == []
    people: list[dict[str, object]] = json.loads((project / "_site/authors.json").read_text("utf-8"))
    return people


def test_two_people_of_one_name_in_one_byline(tmp_path: Path) -> None:
    people = made(tmp_path, "2025.tides.xml", TIDES)
    assert [(each["id"], each["name"], each["aliases"]) for each in people] == [
        ("ada-beispiel", "Ada Beispiel", []),
        ("ming-li-pk", "Ming Li", []),
        ("ming-li-tj", "Ming Li", ["李明"]),
    ]
    conference = json.loads((tmp_path / "_site/2025/conference.json").read_text("utf-8"))
    assert [(paper["status"], paper["note"]) for paper in conference["papers"]] == [
        ("withdrawn", "The data were wrong."),
        ("published", None),
    ]
    assert [editor["name"] for editor in conference["editors"]] == ["Bo Muster"]
    before = {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    made(tmp_path, "2025.tides.xml", TIDES)
    assert {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()} == before


def test_an_editor_is_the_person_that_the_source_says(tmp_path: Path) -> None:
    of_one = '<editor id="ming-li-pk"><first>Ming</first><last>Li</last></editor>'
    made(tmp_path / "acl", "2025.tides.xml", TIDES.replace("<editor><first>Bo", f"{of_one}<editor><first>Bo"))
    books = (
        '@inproceedings{a, author={J{\\"o}rg M{\\"u}ller 0001}, editor={J{\\"o}rg M{\\"u}ller 0002 and'
        " Prof. Bo Ek and TBA}, booktitle={Waves}, title={Waves of the north}, year=2025}\n"
    )
    made(tmp_path / "bibtex", "a.bib", books)
    assert [
        [
            (editor["id"], editor["name"])
            for editor in json.loads((tmp_path / each / "_site/2025/conference.json").read_text())["editors"]
        ]
        for each in ("acl", "bibtex")
    ] == [
        [("ming-li-pk", "Ming Li"), (None, "Bo Muster")],
        [("jorg-muller-0002", "Jörg Müller"), (None, "Bo Ek")],
    ]


def test_a_number_that_tells_nobody_apart_is_dropped(tmp_path: Path) -> None:
    people = made(tmp_path, "a.bib", BIBLIOGRAPHY)
    assert [(each["id"], each["name"]) for each in people] == [("jorg-muller", "Jörg Müller")]
    assert not (tmp_path / "content/authors.yaml").exists()


def test_who_was_there_keeps_the_address_when_a_namesake_comes(tmp_path: Path) -> None:
    made(tmp_path, "a.bib", BIBLIOGRAPHY)
    (tmp_path / "_site").rename(tmp_path / "old")
    people = made(tmp_path, "a.bib", BOTH)
    assert [(each["id"], each["name"], each["papers"]) for each in people] == [
        ("jorg-muller", "Jörg Müller", [{"edition": "2025", "id": "waves-of-the-north"}]),
        ("jorg-muller-0002", "Jörg Müller", [{"edition": "2025", "id": "waves-of-the-south"}]),
    ]
    problems = ProblemLog()
    check(tmp_path, tmp_path / "_site", problems, str(tmp_path / "old"))
    assert problems.errors == []
    for page in (tmp_path / "_site").rglob("*.html"):
        assert "Müller 000" not in page.read_text("utf-8")


def test_profiles_of_openreview_tell_people_apart_and_mail_addresses_are_never_kept(tmp_path: Path) -> None:
    notes = [
        {"id": f"abc{number}", "forum": f"abc{number}", "number": number, "content": {
            "title": {"value": title}, "authors": {"value": ["Ming Li", "Ann Bee"]},
            "authorids": {"value": [own_id, "ann@bee.example"]},
            "venueid": {"value": "X.org/2025/Conference"}}}
        for number, title, own_id in ((1, "Slow tides", "~Ming_Li1"), (2, "Fast waves", "~Ming_Li7"))
    ]  # fmt: skip
    people = made(tmp_path, "notes.json", json.dumps({"notes": notes}))
    assert [(each["id"], len(list(each["papers"]))) for each in people] == [  # type: ignore[call-overload]  # JSON
        ("ann-bee", 2),
        ("ming-li1", 1),
        ("ming-li7", 1),
    ]
    for path in (tmp_path / "content").rglob("*.yaml"):
        assert "ann@bee" not in path.read_text("utf-8")


def test_speakers_whom_a_schedule_tells_apart_are_two_people_and_stay_so(tmp_path: Path) -> None:
    event = (
        '<event id="{0}"><title>Talk {0}</title><start>1{0}:00</start><duration>01:00</duration>'
        '<persons><person id="{1}">Wei Wang</person></persons></event>'
    )
    events = "".join(event.format(number, person) for number, person in ((1, 7), (2, 8), (3, 7)))
    schedule = (
        "<schedule><conference><title>Owls</title><start>2026-05-04</start>"
        "<time_zone_name>Europe/Berlin</time_zone_name></conference>"
        f'<day index="1" date="2026-05-04"><room name="Aula">{events}</room></day></schedule>'
    )
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Owls\n")
    (tmp_path / "content/sources/schedule.xml").write_text(schedule)
    ingest(tmp_path, ProblemLog())
    sessions = (tmp_path / "content/2026/sessions.yaml").read_text()
    first, second, third = re.findall("author: (.*)", sessions)
    assert (first, second.startswith("wei-wang-"), third) == ("wei-wang", True, "wei-wang")
    assert ingest(tmp_path, ProblemLog()).written == []
    corrected = schedule
    for old, new in (("Talk 1", "Talk 0"), ("Talk 2", "Talk 1"), ("Talk 0", "Talk 2"), ("Talk 3", "Barns")):
        corrected = corrected.replace(old, new)
    (tmp_path / "content/sources/schedule.xml").write_text(corrected)
    ingest(tmp_path, ProblemLog())
    sessions = (tmp_path / "content/2026/sessions.yaml").read_text()
    assert re.findall("title: (.*)", sessions) == ["Talk 2", "Talk 1", "Barns"]
    assert re.findall("author: (.*)", sessions) == [first, second, third]
    assert len(re.findall("- id:", (tmp_path / "content/authors.yaml").read_text())) == 2


def test_ids_that_differ_in_a_sign_alone_stay_two_people_again(tmp_path: Path) -> None:
    text = TIDES.replace("ming-li-tj", "ming-li").replace("ming-li-pk", "ming-li-")
    people = made(tmp_path, "tides2025.xml", text)
    assert ingest(tmp_path, ProblemLog()).written == []
    assert [each["id"] for each in people if each["name"] == "Ming Li"] == ["ming-li", "ming-li-too"]
