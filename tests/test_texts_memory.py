"""What the Markdown engine made of texts is remembered from build to build, and only that."""

from __future__ import annotations

from pathlib import Path

from site_gen.markup.memory import Memory


def begun(folder: Path, code: str = "one") -> Memory:
    """A memory at the begin of a build."""
    memory = Memory()
    memory.begin(folder / "texts", code)
    return memory


def loud(text: str) -> str:
    """What stands in for the engine."""
    return text.upper()


def never(text: str) -> str:
    """An engine that is not needed."""
    raise AssertionError(text)


def test_a_text_is_made_once(tmp_path: Path) -> None:
    first = begun(tmp_path)
    assert first.made("block", "text", loud) == "TEXT"
    first.save()
    assert begun(tmp_path).made("block", "text", never) == "TEXT"


def test_what_is_wanted_of_a_text_tells_it_apart(tmp_path: Path) -> None:
    memory = begun(tmp_path)
    assert memory.made("block", "text", loud) == "TEXT"
    assert memory.made("plain", "text", str.title) == "Text"


def test_a_text_that_no_build_shows_any_more_is_forgotten(tmp_path: Path) -> None:
    for texts in (["old", "kept"], ["kept"]):
        memory = begun(tmp_path)
        for text in texts:
            memory.made("block", text, loud)
        memory.save()
    assert list(begun(tmp_path).used()) == []
    memory = begun(tmp_path)
    assert memory.made("block", "kept", never) == "KEPT"
    assert memory.made("block", "old", str.title) == "Old"


def test_other_code_makes_its_own(tmp_path: Path) -> None:
    memory = begun(tmp_path)
    memory.made("block", "text", loud)
    memory.save()
    assert begun(tmp_path, "other").made("block", "text", str.title) == "Text"


def test_what_served_another_process_is_kept_too(tmp_path: Path) -> None:
    first = begun(tmp_path)
    first.made("block", "known", loud)
    first.save()
    parent, worker = begun(tmp_path), begun(tmp_path)
    worker.made("block", "known", never)
    worker.made("block", "new", loud)
    parent.learn(worker.used())
    parent.save()
    after = begun(tmp_path)
    assert [after.made("block", text, never) for text in ("known", "new")] == ["KNOWN", "NEW"]
