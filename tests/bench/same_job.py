"""Whether two generators did the same job: the same pages, and on each the same text."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.bench.emit import EDITION

_MAIN = re.compile(r"<main>(.*?)</main>", re.DOTALL)
_NO_TEXT = re.compile(r"<annotation.*?</annotation>|<[^>]*>", re.DOTALL)  # a formula's source is no text
# Where our pages lie, by the section of Hugo's.
_OURS = {
    "papers": f"{EDITION}/papers",
    "authors": "authors",
    "sessions": f"{EDITION}/sessions",
    "days": f"{EDITION}/schedule",
}


def same_pages(ours: Path, theirs: Path) -> int:
    """How many pages both have. Raises AssertionError for one that is not there, or says something else."""
    count = 0
    for page, twin in _pairs(ours, theirs):
        assert page.is_file(), f"no page {page}"
        ours_says, theirs_says = _letters(page), _letters(twin)
        assert ours_says == theirs_says, f"{page} and {twin} differ: {_more(ours_says, theirs_says)}"
        count += 1
    assert count, f"no pages in {theirs}"
    return count


def same_bytes(left: Path, right: Path) -> None:
    """Raises AssertionError unless two folders hold the same files with the same bytes."""
    ours, others = _files(left), _files(right)
    assert ours == others, f"only in one of both: {sorted(ours ^ others)[:5]}"
    differ = [name for name in sorted(ours) if (left / name).read_bytes() != (right / name).read_bytes()]
    assert not differ, f"{len(differ)} files differ: {differ[:5]}"


def size_of(folder: Path) -> tuple[int, int, int]:
    """Files, HTML pages, and bytes in a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return (
        len(files),
        sum(path.suffix == ".html" for path in files),
        sum(each.stat().st_size for each in files),
    )


def _pairs(ours: Path, theirs: Path) -> Iterator[tuple[Path, Path]]:
    yield ours / EDITION / "papers/index.html", theirs / "index.html"
    yield ours / EDITION / "awards/index.html", theirs / "awards/all/index.html"
    for section, folder in _OURS.items():
        for page in sorted(theirs.glob(f"{section}/*/index.html")):
            yield ours / folder / page.parent.name / "index.html", page


def _letters(page: Path) -> Counter[str]:
    """Letters and digits of what a page says, in any order: both make mathematics in their own way."""
    main = _MAIN.search(page.read_text(encoding="utf-8"))
    assert main, f"{page} has no <main>"
    return Counter(filter(str.isalnum, html.unescape(_NO_TEXT.sub("", main[1]))))


def _more(ours: Counter[str], theirs: Counter[str]) -> str:
    return f"more in ours {dict(ours - theirs)}, in theirs {dict(theirs - ours)}"


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
