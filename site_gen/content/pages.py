"""Prose pages: front matter in YAML between two lines of `---`, then Markdown."""

from __future__ import annotations

from dataclasses import replace

from site_gen.content.plain import Plain, expand_keys
from site_gen.content.reading import TURNING, read_yaml, report_turning
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A prose page as written: the keys of its front matter, its Markdown and the line it begins on."""

    keys: dict[str, Plain]
    markdown: str
    line: int


def read_page(text: str, file: str, problems: ProblemLog) -> WrittenPage | None:
    """A prose page; None for a wrong one, after telling why."""
    lines, end = _lines(text), _end(text)
    if not end:
        _report_missing(lines, file, problems)
        return None
    before = len(problems.errors)
    keys = _read_keys(lines[1:end], file, problems)
    if not isinstance(keys, dict):
        if len(problems.errors) == before:
            what = "the front matter has no keys"
            problems.error("front-matter", what, Place(file, 1), "add `title: …`")
        return None
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if found := TURNING.search(line):
            report_turning(found[0], Place(file, number, found.start() + 1), problems)
    return WrittenPage(expand_keys(keys), "\n".join(lines[end + 1 :]), end + 2)


def _report_missing(lines: list[str], file: str, problems: ProblemLog) -> None:
    """Report front matter that is not there, or not closed; then its first lines may be wrong too."""
    if lines[0].rstrip() != _FENCE:
        hint = "begin with a line of ---, then `title: …`, then a line of ---"
        problems.error("front-matter", "the page has no front matter", Place(file, 1), hint)
        return
    before = len(problems.errors)
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    _read_keys(lines[1:end], file, problems)
    if len(problems.errors) == before:
        hint = "write a line of --- after the last key"
        problems.error("front-matter", "the front matter is not closed", Place(file, end), hint)


def _read_keys(lines: list[str], file: str, problems: ProblemLog) -> Plain:
    """What lines of front matter say, from line 2 on; an error at their end is that of the last one."""
    found = ProblemLog()
    keys = read_yaml("\n" + "\n".join(lines), file, found)
    last = len(lines) + 1
    problems.extend(
        replace(problem, place=Place(file, last), excerpt=lines[-1] if lines else "")
        if problem.place.line > last
        else problem
        for problem in found.all
    )
    return keys


def front_matter(text: str) -> str:
    """The YAML of a page's front matter, on the lines on which it stands in the page."""
    return "\n" + "\n".join(_lines(text)[1 : _end(text)])


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _end(text: str) -> int:
    """The number of the line of the second fence, from 0; 0 where there is no front matter."""
    fences = [number for number, line in enumerate(_lines(text)) if line.rstrip() == _FENCE]
    return fences[1] if len(fences) > 1 and fences[0] == 0 else 0
