"""Records that are changed one by one: what nothing is made of stays the same value."""

from __future__ import annotations

from site_gen.ingest.record_changes import each_changed


def test_values_that_all_stay_are_the_same_tuple() -> None:
    birds = ("Tyto", "Strix")
    assert each_changed(lambda bird: bird, birds) is birds
    assert each_changed(str.upper, birds) == ("TYTO", "STRIX")
    assert each_changed(lambda bird: bird if bird == "Tyto" else "Asio", birds) == ("Tyto", "Asio")
