"""Texts written to content files are read again as the same texts, by us and by any reader of YAML."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.conference import Authorship, FormerName, Participant, Session, Slot
from site_gen.content import (
    Plain,
    digest,
    fields_to_plain,
    read_yaml,
    to_plain,
    write_files,
    write_item,
    write_list,
    write_mapping,
)
from site_gen.problems import ExitStatus, ProblemLog, Stop


def ours(text: str) -> Plain:
    """The value of a right YAML text."""
    problems = ProblemLog()
    value = read_yaml(text, "file.yaml", problems)
    assert problems.errors == []
    return value


# Words that make trouble in YAML, and any others; a text of content has no line break or control character.
SIGNS = [
    "- a",
    ": ",
    " #",
    "#",
    "&a",
    "*a",
    "---",
    "...",
    "!!python/x",
    "{{ 7*7 }}",
    "'",
    '"',
    "\\",
    "@",
    "`",
    "%",
]
TYPED = [
    "no",
    "Yes",
    "null",
    "~",
    "1.10",
    "8:45",
    "2022",
    "0x1f",
    "1e3",
    ".inf",
    "2022-08-29",
    "=",
    "<<",
    "?",
    "|",
    ">",
]
CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029\ufeff"
)
PARTS = st.one_of(st.sampled_from([*SIGNS, *TYPED]), st.text(CHARACTERS, min_size=1, max_size=40))
LINES = st.lists(PARTS, min_size=1, max_size=12).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)


@settings(max_examples=120)
@given(TEXTS)
def test_any_text_is_read_again_as_it_was_written(text: str) -> None:
    for written, found in (
        (write_mapping({"title": text}), {"title": text}),
        (write_list([{"id": "a", "keywords": [text]}]), [{"id": "a", "keywords": [text]}]),
        (write_list([{"id": "a", "slots": [{"title": text}]}]), [{"id": "a", "slots": [{"title": text}]}]),
    ):
        assert yaml.safe_load(written) == found
        assert ours(written) == found


PLAINS = st.recursive(
    LINES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "no", "x y"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=80)
@given(st.dictionaries(st.sampled_from(["title", "on", "a b", "1"]), PLAINS, min_size=1))
def test_any_value_is_read_again_as_it_was_written(value: dict[str, Plain]) -> None:
    assert yaml.safe_load(write_mapping(value)) == value
    assert ours(write_mapping(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"title": "A Plain Title, 2 (two)"}, "title: A Plain Title, 2 (two)\n"),
        ({"title": "Systems: A View"}, "title: 'Systems: A View'\n"),
        ({"title": "It's: here"}, "title: 'It''s: here'\n"),
        ({"title": "No"}, "title: 'No'\n"),
        ({"title": "2022-08-29"}, "title: '2022-08-29'\n"),
        ({"date": "2022-08-29", "start": "08:45"}, "date: 2022-08-29\nstart: '08:45'\n"),
        ({"title": "a\tb"}, 'title: "a\\tb"\n'),
        ({"url": "https://x.org/a?b=c"}, "url: https://x.org/a?b=c\n"),
        ({"url": "https://x.org/a#b"}, "url: 'https://x.org/a#b'\n"),
        ({"authors": ["泽浩 刘", {"missing": "one"}]}, "authors:\n  - '泽浩 刘'\n  - missing: one\n"),
        ({"note": ""}, "note: ''\n"),
        ({"title": None}, "title:\n"),
        ({"a": [], "b": {}, "c": {"d": ["e"]}}, "a: []\nb: {}\nc:\n  d:\n    - e\n"),
        (
            {"abstract": f"{'word ' * 21}end.\n\nShort."},
            f"abstract: >-\n  {'word ' * 19}word\n  word end.\n\n\n  Short.\n",
        ),
        ({"abstract": "x" * 101}, f"abstract: >-\n  {'x' * 101}\n"),
        ({"abstract": " " + "x" * 101}, f"abstract: ' {'x' * 101}'\n"),
    ],
)
def test_a_value_is_written_as_a_person_would(value: dict[str, Plain], written: str) -> None:
    assert write_mapping(value) == written


def test_items_of_a_list_have_a_blank_line_between_them() -> None:
    assert write_list([{"id": "a", "papers": ["x"]}, {"id": "b"}], "mine") == (
        "# mine\n- id: a\n  papers:\n    - x\n\n- id: b\n"
    )
    assert write_item({"id": "a", "b": "c"}, 2) == "  - id: a\n    b: c\n"


def test_what_is_absent_or_as_usual_is_left_out_and_a_name_alone_stands_without_its_key() -> None:
    session = Session(
        id="s",
        date=date(2022, 8, 29),
        start=time(8, 45),
        end=time.fromisoformat("09:45-07:00"),
        people=(Participant(name="Ada"), Participant(name="Bob", role="chair")),
        slots=(Slot(), Slot(paper="p")),
    )
    assert fields_to_plain(session) == {
        "date": "2022-08-29",
        "start": "08:45",
        "end": "09:45-07:00",
        "people": ["Ada", {"name": "Bob", "role": "chair"}],
        "slots": [{}, {"paper": "p"}],
    }
    assert to_plain(FormerName(name="Old", hidden=True)) == {"name": "Old", "hidden": "yes"}
    assert to_plain(Authorship(missing="others")) == {"missing": "others"}
    assert digest(session.people) == digest(["Ada", {"role": "chair", "name": "Bob"}])


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    assert write_files(tmp_path, {"a/b.yaml": "x\n", "c.yaml": "y\n"}) == ["a/b.yaml", "c.yaml"]
    before = (tmp_path / "c.yaml").stat().st_mtime_ns
    assert write_files(tmp_path, {"a/b.yaml": None, "c.yaml": "y\n", "d.yaml": None}) == ["a/b.yaml"]
    assert (tmp_path / "c.yaml").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "c.yaml"]


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text("old\n")
    (tmp_path / "taken").write_text("a file, no folder\n")
    with pytest.raises(Stop, match=r"cannot write taken/b\.yaml: ") as stop:
        write_files(tmp_path, {"old.yaml": "new\n", "taken/b.yaml": "x\n"})
    assert stop.value.status == ExitStatus.ENVIRONMENT
    assert (tmp_path / "old.yaml").read_text() == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.yaml", "taken"]
