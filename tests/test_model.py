"""The scalars of content, and the JSON Schemas that editors get."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it comes without types
import pytest
import yaml

from site_gen.conference import scalars
from site_gen.content import paths, schema_comment, schema_files

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (scalars.read_day, "2022-08-29", date(2022, 8, 29)),
        (scalars.read_clock, "8:45", time(8, 45)),
        (scalars.read_clock, "00:00", time(0, 0)),
        (scalars.read_clock, "01:30-07:00", time.fromisoformat("01:30-07:00")),
        (scalars.read_year, "2022", 2022),
        (scalars.read_number, "007", 7),
        (scalars.read_flag, "YES", True),
        (scalars.read_flag, "false", False),
        (scalars.read_line, " NO ", "NO"),
        (scalars.read_paragraphs, " a\n b \n\n \nc\r\n", "a b\n\nc"),
        (scalars.read_url, "https://x.org/a?b=c#d", "https://x.org/a?b=c#d"),
        (scalars.read_url, "mailto:chair@x.org", "mailto:chair@x.org"),
        (scalars.read_url, "slides/a.pdf", "slides/a.pdf"),
        (scalars.read_url, "/2022/a:b", "/2022/a:b"),
        (scalars.read_site_url, "https://x.org/conf", "https://x.org/conf"),
        (scalars.read_time_zone, "America/Los_Angeles", "America/Los_Angeles"),
        (scalars.read_id, "a-b.c_d", "a-b.c_d"),
    ],
)
def test_a_scalar_is_read_from_text(read: Callable[[str], object], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (scalars.read_day, "2022-02-30", "there is no day '2022-02-30'"),
        (scalars.read_day, "22-2-3", "'22-2-3' is not a day; write year-month-day, as 2022-08-29"),
        (scalars.read_day, "3.5.2027", "'3.5.2027' is not a day; write year-month-day, as 2027-08-29"),
        (
            scalars.read_day,
            "２０２２-08-29",
            "'２０２２-08-29' is not a day; write year-month-day, as 2022-08-29",
        ),
        (scalars.read_clock, "24:00", "there is no time '24:00'"),
        (scalars.read_clock, "1.10", "'1.10' is not a time; write it as 08:45"),
        (scalars.read_clock, "8:45 pm", "'8:45 pm' is not a time; write it as 08:45"),
        (scalars.read_clock, "08:45+25:00", "there is no time '08:45+25:00'"),
        (scalars.read_day, "9999-12-31", "9999-12-31 is not between 1900 and 2999"),
        (scalars.read_day, "0001-01-01", "0001-01-01 is not between 1900 and 2999"),
        (scalars.read_year, "22", "'22' is not a year"),
        (scalars.read_number, "-1", "'-1' is not a whole number"),
        (scalars.read_flag, "on", "'on' is neither yes nor no"),
        (scalars.read_line, " ", "a text is empty here"),
        (scalars.read_url, "//x.org/", "'//x.org/' is not an address"),
        (scalars.read_url, "a b", "'a b' is not an address"),
        (
            scalars.read_url,
            "www.acme.example",
            "'www.acme.example' would be a page of this site: write https://www.acme.example",
        ),
        (
            scalars.read_url,
            "acme.com/x",
            "'acme.com/x' would be a page of this site: write https://acme.com/x",
        ),
        (scalars.read_url, "http://[", "'http://[' is not an address"),
        (scalars.read_url, "https://x.org:99999/", "'https://x.org:99999/' is not an address"),
        (scalars.read_url, "https://ex\u2100mple/", "'https://ex\u2100mple/' is not an address"),
        (scalars.read_url, "java\tscript:x", "'java\tscript:x' is not an address"),
        (
            scalars.read_url,
            "JavaScript:alert(1)",
            "'JavaScript:alert(1)' is not allowed: an address begins with http:, https: or mailto:",
        ),
        (
            scalars.read_site_url,
            "x.org",
            "'x.org' is not where a site lives; write it as https://example.org/",
        ),
        (
            scalars.read_time_zone,
            "../etc/passwd",
            "there is no time zone '../etc/passwd'; a zone has the name of a place, as Europe/Berlin or "
            "America/Los_Angeles",
        ),
        (
            scalars.read_time_zone,
            "",
            "there is no time zone ''; a zone has the name of a place, as Europe/Berlin or "
            "America/Los_Angeles",
        ),
        (scalars.read_time_zone, "GMT+2", "there is no time zone 'GMT+2'; write it as +02:00"),
        (scalars.read_time_zone, "Etc/GMT+2", "'Etc/GMT+2' is no time zone of a place; write it as -02:00"),
        (
            scalars.read_time_zone,
            "america/los_angeles",
            "there is no time zone 'america/los_angeles'; write it as America/Los_Angeles",
        ),
        (
            scalars.read_time_zone,
            "America",
            "there is no time zone 'America'; a zone has the name of a place, as Europe/Berlin or "
            "America/Los_Angeles",
        ),
    ],
)
def test_a_scalar_that_is_not_what_it_should_be_says_why(
    read: Callable[[str], object], text: str, why: str
) -> None:
    with pytest.raises(ValueError, match=r".*") as error:
        read(text)
    assert str(error.value) == why


SCHEMAS = {Path(file).stem: json.loads(text) for file, text in schema_files().items()}


def accepts(name: str, text: str) -> bool:
    """Whether an editor would accept this file; it reads scalars as YAML 1.2 does, without dates."""
    value: Any = yaml.load(text, Loader=_Yaml12)
    return bool(jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(value))


class _Yaml12(yaml.SafeLoader):
    """Reads an unquoted date or time as text, as editors do."""


_Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":int"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_schema_is_a_json_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_schemas_are_those_that_the_files_name() -> None:
    assert sorted(SCHEMAS) == [
        "authors", "awards", "changes", "conference", "paper", "sessions", "site", "sources",
    ]  # fmt: skip
    assert [
        (Path(file).parent / schema_comment(name, depth).partition("=")[2]).resolve()
        for file, name, depth in (
            ("/p/content/site.yaml", "site", 0),
            (f"/p/{paths.conference('2022')}", "conference", 1),
            (f"/p/{paths.paper('2022', 'a')}", "paper", 2),
        )
    ] == [Path(f"/p/{paths.SCHEMAS}/{name}.json") for name in ("site", "conference", "paper")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site", "title: T\nbase_url: https://x.org/\nredirects:\n  - old: a\n    new: b\n"),
        ("conference", "year: 2022\nvolume: 4\nfirst_day: 2022-08-29\nrooms:\n  - id: r\n    name: 101\n"),
        ("paper", "title: 2022\nauthors:\n  - Ada\n  - name: Bob\n    affiliations: [X]\n  - missing: one\n"),
        ("paper", "id: a\ntitle:\ndoi: 10.1000/x\n"),
        (
            "sessions",
            "- id: a\n  start: 8:45\n  people:\n    - Ada\n    - {name: B, role: chair}\n  slots: [{}]\n",
        ),
        ("awards", "- id: best\n  name: Best\n  papers: [a]\n"),
        ("authors", "- id: a\n  name: A\n  former_names:\n    - name: B\n      hidden: yes\n"),
        ("sources", "- file: sources/x.bib\n  edition: 2022\n  columns:\n    Title: title\n"),
    ],
)
def test_an_editor_accepts_what_we_read(name: str, text: str) -> None:
    assert accepts(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site", "titel: T\n"),
        ("site", "title: T\nauthors: []\n"),
        ("conference", "papers: []\n"),
        ("paper", "authors: Ada\n"),
        ("paper", "links:\n  - rel: pdff\n    url: x\n"),
        ("sessions", "- title: no id\n"),
        ("sessions", "- id: A b\n"),
        ("sessions", "- id: a\n  date: 29.8.2022\n"),
    ],
)
def test_an_editor_refuses_what_we_refuse(name: str, text: str) -> None:
    assert not accepts(name, text)


def test_an_editor_accepts_the_content_of_this_project() -> None:
    content = ROOT / paths.CONTENT
    files = {
        "site": [content / "site.yaml"],
        "sources": [content / "sources.yaml"],
        "authors": content.glob("authors.yaml"),
        "conference": content.glob("*/conference.yaml"),
        "sessions": content.glob("*/sessions.yaml"),
        "awards": content.glob("*/awards.yaml"),
        "paper": content.glob("*/papers/*.yaml"),
    }
    assert [
        file for name, found in files.items() for file in found if not accepts(name, file.read_text("utf-8"))
    ] == []


def keys_of(schema: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every key that a file may hold, below what it is a key of, and its description."""
    if isinstance(schema, list):
        for each in schema:
            yield from keys_of(each, where)
    elif isinstance(schema, dict):
        for key, each in schema.get("properties", {}).items():
            yield f"{where}: {key}", each.get("description", "")
        for name, each in schema.items():
            yield from keys_of(each, f"{where}/{name}")


def test_every_key_of_every_schema_says_what_it_means() -> None:
    found = [pair for name in sorted(SCHEMAS) for pair in keys_of(SCHEMAS[name], name)]
    assert len(found) > 150
    assert [key for key, description in found if not description.endswith((".", ".)"))] == []
    assert [key for key, description in found if len(description) > 140] == []


def test_an_editor_shows_the_docstring_of_a_field() -> None:
    assert SCHEMAS["paper"]["properties"]["doi"]["description"] == (
        "Its DOI as 10.1000/182; the address of one is taken too."
    )
    assert SCHEMAS["sessions"]["$defs"]["Slot"]["properties"]["start"]["description"] == (
        "When it begins, as 08:45, in the conference's time zone; left out where only the session's time is "
        "known."
    )


def test_the_schemas_in_content_are_those_of_the_model() -> None:
    project = Path(__file__).parents[1]
    held = {file: (project / file).read_text(encoding="utf-8") for file in schema_files()}
    assert held == schema_files()
