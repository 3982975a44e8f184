"""What content files said is cached by their bytes: the same values, the same problems, no parsing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import time_ns

import pytest

from site_gen.conference import Paper, Series
from site_gen.content import Content, ContentCache
from site_gen.problems import Problem, ProblemLog
from tests.rendering import PROJECT
from tests.test_content_loading import read_cases, write


def with_cache(project: Path, code: str = "one") -> Content:
    """The content of a project with the cache that lies in it."""
    return Content(project, ContentCache(project / ".plenary" / "content", code))


def papers(content: Content) -> list[Paper]:
    """The papers of 2022, when nothing is wrong."""
    problems = ProblemLog()
    found = content.papers("2022", problems)
    content.cache.save()
    assert problems.all == []
    return found


def drafted(project: Path) -> tuple[Series, list[Problem]]:
    """All of a project's content, and what is told of it."""
    problems = ProblemLog()
    content = with_cache(project)
    series = content.draft(problems)
    content.cache.save()
    return series, problems.all


@pytest.mark.parametrize("files", [case[1] for case in read_cases()], ids=[case[0] for case in read_cases()])
def test_what_is_cached_is_what_was_read(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    read = drafted(tmp_path)
    assert drafted(tmp_path) == read


def test_the_real_content_is_cached_whole(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(PROJECT / "content")
    read = drafted(tmp_path)
    content = with_cache(tmp_path)
    assert (content.draft(ProblemLog()), content.cache.added) == (read[0], {})


def test_only_a_file_with_other_bytes_is_read_again(tmp_path: Path) -> None:
    files = {f"content/2022/papers/{name}.yaml": f"title: {name.upper()}\n" for name in ("a", "b")}
    write(tmp_path, files)
    assert papers(with_cache(tmp_path)) == [Paper(id="a", title="A"), Paper(id="b", title="B")]
    (tmp_path / "content/2022/papers/a.yaml").write_text("title: New\n", encoding="utf-8")
    (tmp_path / "content/2022/papers/b.yaml").touch()
    content = with_cache(tmp_path)
    assert papers(content) == [Paper(id="a", title="New"), Paper(id="b", title="B")]
    assert list(content.cache.added) == ["content/2022/papers/a.yaml"]


def test_the_name_of_an_edition_without_a_file_follows_the_series(tmp_path: Path) -> None:
    write(tmp_path, {"content/2022/papers/a.yaml": "title: A\n"})
    for title in ("Old", "New"):
        (tmp_path / "content/site.yaml").write_text(f"title: {title}\n", encoding="utf-8")
        content = with_cache(tmp_path)
        (conference,) = content.draft(ProblemLog()).conferences
        content.cache.save()
        assert conference.title == f"{title} 2022"


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 4000])
def test_a_damaged_cache_is_no_cache(tmp_path: Path, damage: bytes) -> None:
    write(tmp_path, {"content/2022/papers/a.yaml": "title: A\n"})
    papers(with_cache(tmp_path))
    file = tmp_path / ".plenary" / "content"
    file.write_bytes(file.read_bytes()[:100] + damage)
    content = with_cache(tmp_path)
    assert papers(content) == [Paper(id="a", title="A")]
    assert list(content.cache.added) == ["content/2022/papers/a.yaml"]


def test_what_another_version_read_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, {"content/2022/papers/a.yaml": "title: A\n"})
    papers(with_cache(tmp_path, "one"))
    content = with_cache(tmp_path, "other")
    papers(content)
    assert list(content.cache.added) == ["content/2022/papers/a.yaml"]


def test_what_is_cached_needs_no_parser(tmp_path: Path) -> None:
    write(tmp_path, {"content/2022/papers/a.yaml": "title: A\n", "content/2022/sessions.yaml": "- id: s\n"})
    content = with_cache(tmp_path)
    content.draft(ProblemLog())
    content.cache.save()
    program = (
        "import sys; from pathlib import Path; from site_gen.content import Content, ContentCache;"
        "from site_gen.problems import ProblemLog;"
        "Content(Path('.'), ContentCache(Path('.plenary/content'), 'one')).draft(ProblemLog());"
        "print(sorted({'pydantic', 'yaml', 'markdown_it', 'jinja2'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PROJECT)!r}); {program}"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_what_a_file_said_stands_while_its_status_does() -> None:
    cache, log = ContentCache(), ProblemLog()
    long_ago, now = (5, 1, 1, 7), (5, time_ns(), 1, 7)
    assert cache.value("a", b"first", "given", lambda _: 1, log, long_ago) == 1
    assert cache.value("b", b"first", "given", lambda _: 2, log, now) == 2
    asked = [("a", long_ago, "given"), ("a", long_ago, "other"), ("a", now, "given"), ("a", None, "given"),
             ("b", now, "given"), ("c", long_ago, "given")]  # fmt: skip
    assert [cache.standing(*each, log) for each in asked] == [(1,), None, None, None, None, None]
