"""Layouts that no reader knows, and pages of other readers: right values, or a problem says where not."""

from __future__ import annotations

from tests.mutants import misread, silent


def test_a_page_of_another_layout_is_read_right_or_with_a_problem() -> None:
    tried, found = silent(120, seed=1)
    print(f"{len(found)} of {tried} mutants came in wrong without a word")
    assert found == []


def test_a_reader_fed_the_pages_of_another_gives_the_right_values_or_a_problem() -> None:
    assert misread() == []
