"""What the Markdown engine made of texts is cached from build to build, and only that."""

from __future__ import annotations

from pathlib import Path

from site_gen.markup.text_cache import TextCache


def begun(folder: Path, code: str = "one") -> TextCache:
    """A cache at the begin of a build."""
    cache = TextCache()
    cache.begin(folder / "texts", code)
    return cache


def loud(text: str) -> str:
    """What stands in for the engine."""
    return text.upper()


def never(text: str) -> str:
    """An engine that is not needed."""
    raise AssertionError(text)


def test_a_text_is_made_once(tmp_path: Path) -> None:
    first = begun(tmp_path)
    assert first.made("block", "text", loud) == "TEXT"
    first.save(with_others=False)
    assert begun(tmp_path).made("block", "text", never) == "TEXT"


def test_what_is_wanted_of_a_text_tells_it_apart(tmp_path: Path) -> None:
    cache = begun(tmp_path)
    assert cache.made("block", "text", loud) == "TEXT"
    assert cache.made("plain", "text", str.title) == "Text"


def test_a_text_that_no_build_shows_any_more_leaves_the_cache(tmp_path: Path) -> None:
    for texts in (["old", "kept"], ["kept"]):
        cache = begun(tmp_path)
        for text in texts:
            cache.made("block", text, loud)
        cache.save(with_others=False)
    assert list(begun(tmp_path).used()) == []
    cache = begun(tmp_path)
    assert cache.made("block", "kept", never) == "KEPT"
    assert cache.made("block", "old", str.title) == "Old"


def test_texts_of_builds_of_what_changed_stay_beside_the_others_up_to_a_bound(tmp_path: Path) -> None:
    cache = begun(tmp_path)
    for text in ("one", "two"):
        cache.made("block", text, loud)
    cache.save(with_others=False)
    for text in ("three", "four"):
        cache = begun(tmp_path)
        cache.made("block", text, loud)
        cache.save(with_others=True)
    cache = begun(tmp_path)
    assert [cache.made("block", text, never) for text in ("one", "four")] == ["ONE", "FOUR"]
    cache = begun(tmp_path)
    cache.made("block", "five", loud)
    cache.save(with_others=True)
    cache = begun(tmp_path)
    assert [cache.made("block", text, str.title) for text in ("one", "five")] == ["One", "FIVE"]


def test_other_code_makes_its_own(tmp_path: Path) -> None:
    cache = begun(tmp_path)
    cache.made("block", "text", loud)
    cache.save(with_others=False)
    assert begun(tmp_path, "other").made("block", "text", str.title) == "Text"


def test_what_served_another_process_is_cached_too(tmp_path: Path) -> None:
    first = begun(tmp_path)
    first.made("block", "known", loud)
    first.save(with_others=False)
    parent, worker = begun(tmp_path), begun(tmp_path)
    worker.made("block", "known", never)
    worker.made("block", "new", loud)
    parent.merge(worker.used())
    parent.save(with_others=False)
    after = begun(tmp_path)
    assert [after.made("block", text, never) for text in ("known", "new")] == ["KNOWN", "NEW"]
