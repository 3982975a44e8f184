"""All exports together: equal counts on the real site, the same bytes twice, no hidden name."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import get_args

from bibtexparser.entrypoint import parse_string
from lxml import etree  # type: ignore[import-untyped]  # the package has no types

from site_gen.conference import (
    Author,
    Authorship,
    Award,
    Conference,
    FormerName,
    Paper,
    Participant,
    Series,
    Session,
)
from site_gen.exports import EXPORTS, POST_BUILD_EXPORTS
from site_gen.exports.citations.bibtex import BIBTEX
from site_gen.exports.data.markdown import MARKDOWN
from site_gen.site import Site
from site_gen.site.exports import Linked
from site_gen.site.subjects import PaperOf
from tests.rendering import exported, real_site

EDITIONS = {"2021": 5, "2022": 36, "2023": 46}
BASE = "https://example.org/"


def bodies(site: Site) -> dict[str, bytes]:
    """Every file of a site by its route, but for pictures, of which a large site has many."""
    files = [file for file in site.files if file.export.name != "share-card"]
    return {file.route: file.export.body(site, file.subject) for file in files}


@cache
def real_files() -> Mapping[str, bytes]:
    """Every export of the real site by its route."""
    return bodies(real_site(BASE))


def text(route: str) -> str:
    return real_files()[route].decode()


def test_every_export_tells_of_as_many_papers() -> None:
    sitemap = text("sitemap.xml")
    for edition, number in EDITIONS.items():
        counts = {
            "JSON": len(json.loads(text(f"{edition}/conference.json"))["papers"]),
            "BibTeX": len(parse_string(text(f"{edition}/papers.bib")).entries),
            "RIS": text(f"{edition}/papers.ris").count("\r\nER  - \r\n"),
            "CSL": len(json.loads(text(f"{edition}/papers.csl.json"))),
            "CSV": len(list(csv.DictReader(io.StringIO(text(f"{edition}/papers.csv"), newline="")))),
            "Atom": len(etree.fromstring(real_files()[f"{edition}/papers.xml"]).findall("{*}entry"))
            if f"{edition}/papers.xml" in real_files()
            else number,
            "Markdown": len(re.findall(r"^- \[", text(f"{edition}/papers/index.md"), re.MULTILINE)),
            "sitemap": len(re.findall(rf"<loc>{BASE}{edition}/papers/[^/<]+/</loc>", sitemap)),
        }
        assert counts == dict.fromkeys(counts, number)
    series = {
        "BibTeX": len(parse_string(text("papers.bib")).entries),
        "RIS": text("papers.ris").count("\r\nER  - \r\n"),
        "CSL": len(json.loads(text("papers.csl.json"))),
        "llms.txt": len(
            re.findall(r"^- \[.*\]\([^ ]*/papers/[^/ ]+/index\.md\)", text("llms.txt"), re.MULTILINE)
        ),
    }
    assert series == dict.fromkeys(series, 87)


def test_every_paper_has_its_files_beside_its_page() -> None:
    site = real_site(BASE)
    for page in site.pages:
        if isinstance(page.subject, PaperOf):
            own = page.subject.paper
            files = [page.route + name for name in (f"{own}.bib", "index.md")]
            exports = (BIBTEX, MARKDOWN)
            assert [site.file_address(export, page.subject) for export in exports] == files


def test_two_builds_give_the_same_bytes() -> None:
    planned_anew = real_site.__wrapped__(BASE)
    assert bodies(planned_anew) == real_files()


def test_files_are_utf8_without_a_byte_order_mark() -> None:
    for route, body in real_files().items():
        assert not body.startswith(b"\xef\xbb\xbf"), route
        body.decode()


def test_names_of_exports_are_unique_and_no_two_files_of_one_are_of_the_same() -> None:
    names = [export.name for export in EXPORTS]
    assert len(set(names)) == len(names)
    assert {*get_args(Linked)} <= {*names, *(export.name for export in POST_BUILD_EXPORTS)}
    files = [(file.export.name, file.subject) for file in real_site(BASE).files]
    assert len(set(files)) == len(files)


def test_a_hidden_name_is_in_no_byte_of_any_export() -> None:
    author = Author(
        id="zoe-new",
        name="Zoe New",
        family="New",
        aliases=("Maximilian Oldname",),
        former_names=(FormerName(name="Maximilian Oldname", hidden=True),),
    )
    printed = Authorship(name="Maximilian Oldname", family="Oldname", affiliations=("X",))
    conference = Conference(
        id="2022",
        title="S",
        year=2022,
        papers=(Paper(id="p", title="P", authors=(printed,)),),
        sessions=(Session(id="s", people=(Participant(name="Maximilian Oldname"),)),),
        awards=(Award(id="a", name="A", papers=("p",)),),
    )
    files = exported(Series(title="S", authors=(author,), conferences=(conference,)), base_url=BASE)
    everything = "".join([*files, *files.values()])
    assert not re.search("maximilian|oldname", everything, re.IGNORECASE)
    assert everything.count("Zoe New") > 5
