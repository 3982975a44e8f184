"""Pages that call their badges and labels otherwise: values stay right, or a problem says where not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from site_gen.ingest.formats import candidates
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document, Reading
from site_gen.problems import Problem, ProblemLog

CASES = Path(__file__).parent / "cases" / "sources"
PAGES = ("smart-program", "researchr", "accepted-list", "papers-cool", "posters-page", "markdown-tables")
BADGE = re.compile(r"\[(\w{2,8})( ?\d*)\]$")
LABEL = re.compile(r"^(Abstract|CHAIRS?|LOCATION|Location|Authors|Poster|PRESENTER|Talk)\b")
MUTANTS = 250


def pages() -> list[str]:
    """The inputs of the cases of these formats."""
    parts = [part for page in PAGES for part in (CASES / f"{page}.txt").read_text("utf-8").split("==== ")[1:]]
    return [part.partition("\n")[2].partition("\n----\n")[0] for part in parts]


def through(text: str) -> tuple[Reading | None, set[str]]:
    """What the gate lets through of a text, and its problems without their places."""
    found, problems = candidates(text), ProblemLog()
    if not found:
        return None, {"unknown-format"}
    reading = read_plausibly(found[0], Document("x.txt", text), problems, found[1:])
    return reading, {_plain(problem) for problem in problems.all}


def _plain(problem: Problem) -> str:
    return f"{problem.code} {problem.place.line}"


def values(reading: Reading | None) -> Iterator[str]:
    """Titles, names, abstracts and names of sessions."""
    for paper in reading.every_paper() if reading else ():
        yield paper.title.value if paper.title else ""
        yield from (author.name or "" for author in (paper.authors.value if paper.authors else ()))
        yield " ".join(paper.abstract.value.split()) if paper.abstract else ""
    for session in reading.sessions if reading else ():
        yield session.title.value if session.title else ""
        yield from (slot.title.value for slot in session.slots if slot.title)


def mutated(text: str, choice: random.Random) -> str:
    """The text with another letter at the end of its badges or of one of its labels, wherever they stand."""
    letter = choice.choice("bcdfghjklmnpqtvwxz")
    lines = text.split("\n")
    labels = sorted({match[1] for line in lines if (match := LABEL.match(line))})
    label = choice.choice(labels) if labels and choice.random() < 0.7 else None
    if label is None:
        return "\n".join(BADGE.sub(lambda match: f"[{match[1]}{letter}{match[2]}]", line) for line in lines)
    return "\n".join(re.sub(rf"^{label}\b", f"{label}{letter}", line) for line in lines)


def test_a_page_with_other_words_is_read_right_or_with_a_problem() -> None:
    choice = random.Random(20261128)
    texts = pages()
    silent, tried = [], 0
    for _ in range(MUTANTS):
        text = choice.choice(texts)
        mutant = mutated(text, choice)
        before, known = through(text)
        after, problems = through(mutant)
        tried += mutant != text
        invented = set(values(after)) - set(values(before)) - {""}
        if invented and problems <= known:
            silent.append((mutant, sorted(invented)))
    print(f"{len(silent)} of {tried} mutants came in wrong without a word")
    assert silent == []
