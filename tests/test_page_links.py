"""Links that a page shows around titles, or behind them in words that say what they lead to."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.records import Document
from tests.command import in_project as ran
from tests.ingested import ingested

HEAD = "# Accepted Papers\n\n"
AROUND = (
    HEAD
    + """\
- [Fast Locks for Barns](https://doi.org/10.5555/12.34). Ann Lee, Bo Roe
- [Slow Keys in Winter](https://owls.example/keys.pdf). Cy Dunn, Di Eck
- [Warm Barns Considered](https://openreview.net/forum?id=x7). Ed Fox, Fay Gul
- [A Study of Old Nests](https://nests.example/). Gus Hay, Ida Jay
"""
)
LINKED = {
    "fast-locks-for-barns": [{"rel": "doi", "url": "https://doi.org/10.5555/12.34"}],
    "slow-keys-in-winter": [{"rel": "pdf", "url": "https://owls.example/keys.pdf"}],
    "warm-barns-considered": [{"rel": "paper", "url": "https://openreview.net/forum?id=x7"}],
    "a-study-of-old-nests": [{"rel": "website", "url": "https://nests.example/"}],
}


def links(folder: Path) -> dict[str, Any]:
    """The links of each paper that has any, by its id."""
    papers = {
        path.stem: yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("content/2031/papers/*")
    }
    return {name: paper["links"] for name, paper in papers.items() if "links" in paper}


def test_links_around_titles_are_those_of_their_papers(tmp_path: Path) -> None:
    ingested(tmp_path, "list.md", AROUND)
    assert links(tmp_path) == LINKED
    paper = yaml.safe_load((tmp_path / "content/2031/papers/fast-locks-for-barns.yaml").read_text("utf-8"))
    assert paper["doi"] == "10.5555/12.34"


def test_a_saved_page_shows_the_same_links(tmp_path: Path) -> None:
    page = """<html><body><nav>
<a href="https://owls.example/Top Paper">Fast Locks for Barns</a></nav>
<h1>Accepted Papers</h1><ul>
<li><a href="https://doi.org/10.5555/12.34"><b>Fast</b> Locks for Barns</a>. Ann Lee, Bo Roe</li>
<li><a href="https://owls.example/keys.pdf">Slow
 Keys in Winter</a>. Cy Dunn, Di Eck</li>
<li><a href="https://openreview.net/forum?id=x7">Warm Barns Considered</a>. Ed Fox, Fay Gul</li>
<li><a href="https://nests.example/">A Study of Old Nests</a>. Gus Hay, Ida Jay</li>
</ul></body></html>
"""
    ingested(tmp_path, "list.html", page)
    assert links(tmp_path) == LINKED


def test_words_behind_a_title_say_what_they_lead_to(tmp_path: Path) -> None:
    text = (
        HEAD
        + """\
- **Fast Locks for Barns**
  Ann Lee, Bo Roe
  [PDF](https://owls.example/1.pdf) [Code](https://code.example/1) [BibTeX](https://owls.example/1.bib)
- **Slow Keys in Winter**
  Cy Dunn, Di Eck
- **Warm Barns Considered**
  Ed Fox, Fay Gul
  [Slides](https://owls.example/3) [Video](https://owls.example/3v) [DOI](https://doi.org/10.5555/12.36)
"""
    )
    ingested(tmp_path, "list.md", text)
    assert links(tmp_path) == {
        "fast-locks-for-barns": [
            {"rel": "pdf", "url": "https://owls.example/1.pdf"},
            {"rel": "code", "url": "https://code.example/1"},
        ],
        "warm-barns-considered": [
            {"rel": "slides", "url": "https://owls.example/3"},
            {"rel": "video", "url": "https://owls.example/3v"},
            {"rel": "doi", "url": "https://doi.org/10.5555/12.36"},
        ],
    }


def test_links_above_titles_are_nobodys(tmp_path: Path) -> None:
    text = (
        HEAD
        + """\
[PDF](https://owls.example/1.pdf)

Fast Locks for Barns
Ann Lee, Bo Roe

[PDF](https://owls.example/2.pdf)

Slow Keys in Winter
Cy Dunn, Di Eck

[PDF](https://owls.example/3.pdf)

Warm Barns Considered
Ed Fox, Fay Gul
"""
    )
    ingested(tmp_path, "list.md", text)
    assert links(tmp_path) == {}


def test_pages_of_the_site_that_a_list_is_copied_from_are_counted(tmp_path: Path) -> None:
    text = (
        HEAD
        + """\
- [Fast Locks for Barns](https://owls.example/talk/1). Ann Lee, Bo Roe
- [Slow Keys in Winter](https://owls.example/talk/2). Cy Dunn, Di Eck
- [Warm Barns Considered](https://owls.example/talk/3). Ed Fox, Fay Gul
"""
    )
    told, titles, _ = ingested(tmp_path, "list.md", text)
    assert (titles, links(tmp_path)) == (
        ["Fast Locks for Barns", "Slow Keys in Winter", "Warm Barns Considered"],
        {},
    )
    assert "not taken: links in titles (3)" in told


def test_links_of_a_word_processor_are_kept(tmp_path: Path) -> None:
    main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    kinds = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    entries = [
        ("Fast", " Locks for Barns", "Ann Lee, Bo Roe"),
        ("Slow", " Keys in Winter", "Cy Dunn, Di Eck"),
        ("Warm", " Barns Considered", "Ed Fox, Fay Gul"),
    ]
    body = "".join(
        f'<w:p><w:hyperlink r:id="rId{number}"><w:r><w:t>{first}</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{second}</w:t></w:r></w:hyperlink>'
        f'<w:r><w:t xml:space="preserve">. {names}</w:t></w:r></w:p>'
        for number, (first, second, names) in enumerate(entries, start=1)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Target="https://owls.example/{number}.pdf" TargetMode="External"/>'
        for number in (1, 2, 3)
    )
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Owls\n")
    (tmp_path / "content/sources.yaml").write_text('- file: sources/list.docx\n  edition: "2031"\n')
    with zipfile.ZipFile(tmp_path / "content/sources/list.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {main} {kinds}><w:body>{body}</w:body></w:document>"
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f"<Relationships {relations}>{targets}</Relationships>"
        )
    status, output = ran(tmp_path, "ingest")
    assert status == 0, output
    assert links(tmp_path) == {
        "fast-locks-for-barns": [{"rel": "pdf", "url": "https://owls.example/1.pdf"}],
        "slow-keys-in-winter": [{"rel": "pdf", "url": "https://owls.example/2.pdf"}],
        "warm-barns-considered": [{"rel": "pdf", "url": "https://owls.example/3.pdf"}],
    }


def test_titles_in_one_cell_have_links_of_their_own(tmp_path: Path) -> None:
    page = """<html><body><h1>Programme</h1><h3>Monday, 9 June 2031</h3><table><tbody>
<tr><td>9:00 – 9:15</td><td>Opening</td></tr><tr><td>9:15 – 10:15</td><td>Welcome by the barn</td></tr>
<tr><td>10:45 – 12:15</td><td><b>Session 1 – Keys</b><br>Chair: Jon Dahl<ul>
<li><a href="https://arxiv.org/abs/2401.1">Fast Locks for Barns</a><br>Ann Lee, Bo Roe</li>
<li>Slow Keys in Winter<br>Cy Dunn, Di Eck <a href="https://owls.example/2.pdf">pdf</a></li>
<li>Warm Barns Considered<br>Ed Fox, Fay Gul</li></ul></td></tr></tbody></table></body></html>
"""
    told, titles, _ = ingested(tmp_path, "page.html", page)
    assert titles == ["Fast Locks for Barns", "Slow Keys in Winter", "Warm Barns Considered"]
    assert "links in titles (1)" in told  # whose the pdf is, nothing says
    paper = yaml.safe_load((tmp_path / "content/2031/papers/slow-keys-in-winter.yaml").read_text("utf-8"))
    assert paper["authors"] == ["Cy Dunn", "Di Eck"]
    assert links(tmp_path) == {
        "fast-locks-for-barns": [{"rel": "paper", "url": "https://arxiv.org/abs/2401.1"}]
    }


@pytest.mark.parametrize(
    ("line", "copied_line"),
    [
        ('Ann Lee, Bo Roe (MIT) <a href="1">pdf</a> | <a href="2">slides</a>', "Ann Lee, Bo Roe (MIT)"),
        ('Ann Lee [<a href="1">PDF</a>] [<a href="2">Code</a>]', "Ann Lee"),
        ('Our <a href="1">code</a> is open.', "Our code is open."),
        ('You get the <a href="1">slides</a>', "You get the slides"),
        ('<a href="1">pdf</a> <a href="2">slides</a>', "pdf slides"),
        ("Bo Roe <a>pdf</a>", "Bo Roe pdf"),
    ],
)
def test_what_a_link_at_the_end_of_a_line_leads_to_is_none_of_its_words(line: str, copied_line: str) -> None:
    page = f"<html><body><p>{line}</p><p>Below</p></body></html>"
    assert copied(Document("x.html", page), "plain").text == f"{copied_line}\nBelow"


def test_who_speaks_has_the_page_that_their_name_leads_to(tmp_path: Path) -> None:
    page = """<html><body><h1>Programme</h1><h2>Monday, 9 June 2031</h2>
<p>9:00-10:00 Keynote: Nests in Towers</p>
<p>Speaker: <a href="https://ada.example/">Ada <b>Abel</b></a>, University of Barns</p>
<p>10:00-11:00 Owls at Noon</p>
<p>Speaker: <a href="#bo">Bo Castel</a></p>
<p>11:00-12:00 Talons</p>
<p>Speaker: <a href="https://cy.example/~cy">Cy Dunn</a></p></body></html>
"""
    _, _, sessions = ingested(tmp_path, "page.html", page)
    assert [each["people"] for each in sessions] == [
        [{"name": "Ada Abel", "affiliation": "University of Barns", "homepage": "https://ada.example/"}],
        ["Bo Castel"],
        [{"name": "Cy Dunn", "homepage": "https://cy.example/~cy"}],
    ]


def test_profiles_on_the_site_that_a_programme_is_copied_from_are_counted(tmp_path: Path) -> None:
    text = """# Programme

## Monday, 9 June 2031

- 9:00-10:00 Keynote: Nests in Towers. Speaker: [Ada Abel](https://owls.example/speakers/1)
- 10:00-11:00 Keynote: Owls at Noon. Speaker: [Bo Castel](https://owls.example/speakers/2)
- 11:00-12:00 Keynote: Talons. Speaker: [Cy Dunn](https://owls.example/speakers/3)
"""
    told, _, sessions = ingested(tmp_path, "page.md", text)
    assert [each["people"] for each in sessions] == [["Ada Abel"], ["Bo Castel"], ["Cy Dunn"]]
    assert "links of names (3)" in told


def test_a_link_that_the_list_itself_reads_takes_none_from_the_others(tmp_path: Path) -> None:
    text = (
        HEAD
        + """\
- Fast Locks for Barns https://code.example/locks
  Ann Lee, Bo Roe
- [Slow Keys in Winter](https://owls.example/keys.pdf)
  Cy Dunn, Di Eck
- Warm Barns Considered
  Ed Fox, Fay Gul
"""
    )
    ingested(tmp_path, "list.md", text)
    assert links(tmp_path) == {
        "fast-locks-for-barns": [{"rel": "website", "url": "https://code.example/locks"}],
        "slow-keys-in-winter": [{"rel": "pdf", "url": "https://owls.example/keys.pdf"}],
    }


def test_a_link_of_the_page_above_its_titles_is_nobodys_and_the_others_stay(tmp_path: Path) -> None:
    text = """# Accepted Papers

All of it: [Code](https://code.example/all)

- **Fast Locks for Barns**
  Ann Lee, Bo Roe
  [PDF](https://owls.example/1.pdf)
- **Slow Keys in Winter**
  Cy Dunn, Di Eck
  [PDF](https://owls.example/2.pdf) [PDF](https://owls.example/2b.pdf)
- **Warm Barns Considered**
  Ed Fox, Fay Gul
  [PDF](https://owls.example/3.pdf)
"""
    told, _, _ = ingested(tmp_path, "list.md", text)
    assert links(tmp_path) == {
        "fast-locks-for-barns": [{"rel": "pdf", "url": "https://owls.example/1.pdf"}],
        "warm-barns-considered": [{"rel": "pdf", "url": "https://owls.example/3.pdf"}],
    }
    assert "links in titles (3)" in told  # that of the page, and two of which one is of another paper


def test_a_link_behind_a_title_is_none_of_it_though_its_address_has_brackets(tmp_path: Path) -> None:
    text = """# Accepted Papers

- **Fast Locks for Barns** [(pdf)](/papers/locks_(1).pdf)
  Ann Lee, Bo Roe
- **Slow Keys in Winter** [(pdf)](/papers/keys_(2).pdf)
  Cy Dunn, Di Eck
- **Warm Barns Considered** [(pdf)](/papers/barns_(3).pdf)
  Ed Fox, Fay Gul
"""
    _, titles, _ = ingested(tmp_path, "list.md", text)
    assert titles == ["Fast Locks for Barns", "Slow Keys in Winter", "Warm Barns Considered"]
