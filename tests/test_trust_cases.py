"""Every case of trust is held by a test that exists; one that none tries says why."""

from __future__ import annotations

import re

from tests.rendering import PROJECT
from tests.trust_cases import CASES, NOT_TRIED

COUNTS = {"I": 16, "C": 29, "R": 21, "P": 12, "V": 9, "S": 6, "E": 8, "Y": 4, "N": 25}


def test_every_case_is_in_the_table_once() -> None:
    ids = [f"{kind}{number:02}" for kind, count in COUNTS.items() for number in range(1, count + 1)]
    assert sorted([*CASES, *NOT_TRIED]) == sorted(ids)


def test_every_test_of_the_table_exists() -> None:
    tests = {
        f"{path.stem.removeprefix('test_')}::{name}"
        for path in (PROJECT / "tests").glob("test_*.py")
        for name in re.findall(r"^def test_(\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    titles = {
        f"{test}: {title}"
        for test, folder in (("content_loading::case", "content"), ("sources::case", "sources"))
        for path in (PROJECT / "tests/cases" / folder).glob("*.txt")
        for title in re.findall(r"^==== (.*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named = [(case, test) for case, listed in CASES.items() for test in listed.split(" & ")]
    assert [f"{case}: {test}" for case, test in named if test not in tests | titles] == []
    assert [case for case, test in named if test.endswith("::case")] == []  # which of them?
