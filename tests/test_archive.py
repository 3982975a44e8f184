"""The archive of an edition: its data, sums that hold, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import date
from zipfile import ZIP_STORED, ZipFile

from site_gen.conference import Conference, Editor, Paper, Series, Session
from site_gen.conference.identifiers import Isbn
from site_gen.content import read_yaml
from site_gen.exports.bundles.archive import ARCHIVE
from site_gen.problems import ProblemLog
from site_gen.publish import Entry
from tests.rendering import exported, planned

SERIES = Series(
    title='S: "quoted" # {x}',
    base_url="https://x.example/s",
    conferences=(
        Conference(id="2021", title="S 2021"),
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            first_day=date(2022, 8, 29),
            location="Santa Clara",
            volume="4",
            isbn=Isbn.read("978-1-57586-990-2"),
            editors=(Editor(name="Ada Bee"), Editor(name="Li")),
            licence="CC-BY-4.0",
            papers=(Paper(id="p", title="P"),),
            sessions=(Session(id="s", title="Talks"),),
        ),
    ),
)


def archives() -> dict[str, bytes]:
    """Every archive by its route, made of the exports that are published."""
    site = planned(SERIES, post_build=[ARCHIVE])
    bodies = {file.route: file.export.body(site, file.subject) for file in site.files}
    outputs = {
        route: Entry(route, len(body), hashlib.sha256(body).hexdigest()) for route, body in bodies.items()
    }
    return {
        file.route: file.export.body(
            file.subject, tuple(file.export.reads(site, file.subject, outputs)), bodies.__getitem__
        )
        for file in site.post_build_files
    }


def unpacked() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(archives()["2022/archive.zip"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_edition_with_papers_has_an_archive_of_its_data_as_published() -> None:
    assert list(archives()) == ["2022/archive.zip"]
    files, published = unpacked(), exported(SERIES)
    assert sorted(files) == list(files) == [
        "2022/CITATION.cff",
        "2022/SHA256SUMS",
        "2022/conference.json",
        "2022/papers.bib",
        "2022/papers.csl.json",
        "2022/papers.csv",
        "2022/papers.ris",
        "2022/sessions.csv",
    ]  # fmt: skip
    files.pop("2022/SHA256SUMS")
    assert {name: body.decode() for name, body in files.items()} == {name: published[name] for name in files}


def test_the_sums_are_those_of_all_other_files() -> None:
    files = unpacked()
    sums = dict(re.findall(r"^([0-9a-f]{64})  (.+)$", files.pop("2022/SHA256SUMS").decode(), re.MULTILINE))
    assert sums == {
        hashlib.sha256(body).hexdigest(): name.removeprefix("2022/") for name, body in files.items()
    }


def test_the_citation_is_yaml_that_quotes_what_it_must() -> None:
    problems = ProblemLog()
    citation = read_yaml(unpacked()["2022/CITATION.cff"].decode(), "CITATION.cff", problems)
    assert problems.all == []
    assert citation == {
        "cff-version": "1.2.0",
        "message": "Cite a paper by its own entry in papers.bib; cite this data as below.",
        "type": "dataset",
        "title": "Papers and programme of S 2022",
        "authors": [{"name": 'S: "quoted" # {x}'}],
        "url": "https://x.example/s/2022/",
        "references": [
            {
                "type": "proceedings",
                "title": "S 2022",
                "authors": [{"name": 'S: "quoted" # {x}'}],
                "editors": [{"family-names": "Bee", "given-names": "Ada"}, {"family-names": "Li"}],
                "conference": {"name": "S 2022", "location": "Santa Clara", "date-start": "2022-08-29"},
                "volume": "4",
                "isbn": "9781575869902",
                "year": "2022",
                "license": "CC-BY-4.0",
            }
        ],
    }


def test_no_entry_tells_of_the_machine() -> None:
    with ZipFile(io.BytesIO(archives()["2022/archive.zip"])) as archive:
        found = {
            (entry.date_time, entry.create_system, entry.external_attr, entry.compress_type, entry.extra)
            for entry in archive.infolist()
        }
    assert found == {((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, ZIP_STORED, b"")}
