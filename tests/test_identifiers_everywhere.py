"""One form of every identifier, from a pasted one in content or sources to each page and export."""

from __future__ import annotations

from pathlib import Path

from site_gen.build import build
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

SITE = "title: Small\nbase_url: https://s.example/\ncontact: mailto:chair@s.example\n"
AUTHORS = "- id: ada-bee\n  name: Ada Bee\n  orcid: "
EDITION = "title: Small 2026\nproceedings: Proceedings of Small\npublisher: Small Press\n"
PAPER = "title: Trees\nauthors: [Ada Bee]\n"
PASTED = {
    "content/site.yaml": SITE,
    "content/authors.yaml": f"{AUTHORS}HTTP://ORCID.ORG/000000021694233x\n",
    "content/2026/conference.yaml": f"{EDITION}issn: eISSN 2434561x\nisbn: ISBN 978-1-86197-271-2\n",
    "content/2026/papers/trees.yaml": f"{PAPER}doi: HTTP://DX.DOI.ORG/10.1000/Trees_1.\npages: pp. 1201-9\n",
}
PLAIN = {
    "content/site.yaml": SITE,
    "content/authors.yaml": f"{AUTHORS}0000-0002-1694-233X\n",
    "content/2026/conference.yaml": f"{EDITION}issn: 2434-561X\nisbn: 9781861972712\n",
    "content/2026/papers/trees.yaml": f"{PAPER}doi: 10.1000/trees_1\npages: 1201–1209\n",
}
SOURCE = """@inproceedings{trees, title={Trees}, author={Bee, Ada}, year={2026},
  doi={DOIS}, pages={1201--1209}, isbn={978-1-86197-271-2}}
"""


def write(project: Path, files: dict[str, str]) -> Path:
    for file, text in files.items():
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text(text, encoding="utf-8")
    return project


def published(project: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    problems = ProblemLog()
    assert build(project, project / "_site", problems), problems.all
    files = (path for path in sorted((project / "_site").rglob("*")) if path.is_file())
    return {path.relative_to(project / "_site").as_posix(): path.read_bytes() for path in files}


def ingested(project: Path) -> tuple[dict[str, str], list[str]]:
    """What content holds after an ingest, without what only the program reads, and the problems."""
    problems = ProblemLog()
    ingest(project, problems)
    texts = {
        path.relative_to(project / "content").as_posix(): path.read_text("utf-8")
        for path in sorted((project / "content/2026").rglob("*.yaml"))
        if "provenance" not in path.parts and path.name != "ingest-report.yaml"
    }
    return texts, [str(problem) for problem in problems.all]


def test_what_is_pasted_makes_the_site_that_the_one_form_makes(tmp_path: Path) -> None:
    pasted, plain = published(write(tmp_path / "a", PASTED)), published(write(tmp_path / "b", PLAIN))
    assert [file for file in plain if pasted[file] != plain[file]] == []
    assert pasted.keys() == plain.keys()
    entry = pasted["2026/papers.bib"].decode()
    assert [line.strip() for line in entry.splitlines() if line.split("=")[0].strip() in _NUMBERS] == [
        "pages     = {1201--1209},",
        "isbn      = {9781861972712},",
        "issn      = {2434-561X},",
        "doi       = {10.1000/trees_1}",
    ]
    page = pasted["2026/papers/trees/index.html"].decode()
    assert '<a href="https://doi.org/10.1000/trees_1">10.1000/trees_1</a>' in page
    assert 'href="https://orcid.org/0000-0002-1694-233X"' in pasted["authors/ada-bee/index.html"].decode()


_NUMBERS = ("pages", "isbn", "issn", "doi")


def test_an_edit_that_only_writes_an_identifier_in_another_way_is_no_conflict(tmp_path: Path) -> None:
    source = SOURCE.replace("DOIS", "https://doi.org/10.1000/Trees")
    write(tmp_path, {"content/site.yaml": "title: Small\n", "content/sources/a.bib": source})
    first, _ = ingested(tmp_path)
    paper = first["2026/papers/trees.yaml"]
    assert [line for line in paper.splitlines() if line.startswith(("doi:", "pages:"))] == [
        "pages: '1201–1209'",
        "doi: '10.1000/trees'",
    ]
    edited = paper.replace("doi: '10.1000/trees'", "doi: https://doi.org/10.1000/TREES")
    edited = edited.replace("pages: '1201–1209'", "pages: pp. 1201-9")
    write(tmp_path, {"content/2026/papers/trees.yaml": edited})
    source = SOURCE.replace("DOIS", "doi:10.1000/TREES.")
    write(tmp_path, {"content/sources/a.bib": source})
    assert ingested(tmp_path) == ({**first, "2026/papers/trees.yaml": edited}, [])


def test_a_wrong_identifier_of_a_source_is_told_and_the_paper_stays(tmp_path: Path) -> None:
    source = SOURCE.replace("DOIS", "soon").replace("1201--1209", "9--1")
    source = source.replace("978-1-86197-271-2", "978-1-86197-271-1")
    write(tmp_path, {"content/site.yaml": "title: Small\n", "content/sources/a.bib": source})
    texts, problems = ingested(tmp_path)
    assert problems == [
        "content/sources/a.bib:2: warning: 'soon' is not a DOI [bad-doi]\n"
        "    hint: it is left out; write it as 10.1000/182, or as https://doi.org/10.1000/182",
        "content/sources/a.bib:2: warning: '978-1-86197-271-1' is not an ISBN: "
        "its last digit does not fit the others [bad-isbn]\n"
        "    hint: it is left out; one of its digits is wrong; copy it again from where it stands",
        "content/sources/a.bib:2: warning: the pages '9–1' end before they begin [bad-pages]\n"
        "    hint: it is left out; write the first page first",
    ]
    assert [line for line in texts["2026/papers/trees.yaml"].splitlines() if not line.startswith("#")] == [
        "title: Trees",
        "authors:",
        "  - Ada Bee",
    ]
