"""Problems: printed on lines that a terminal and an editor understand, in the order of their places."""

from __future__ import annotations

import pytest

from site_gen.problems import Place, Problem, ProblemLog, printable


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("error", "c", "what", Place("a.yaml", 2, 3)), "a.yaml:2:3: error: what [c]"),
        (Problem("warning", "c", "what", Place("a.yaml", 2)), "a.yaml:2: warning: what [c]"),
        (Problem("error", "c", "what", Place("a.yaml")), "a.yaml: error: what [c]"),
        (
            Problem("error", "c", "what", Place("a.yaml", 1, 1), hint="do\n- this", excerpt="a: [b"),
            "a.yaml:1:1: error: what [c]\n    | a: [b\n    hint: do\n          - this",
        ),
        (
            Problem("error", "c", "no 'a\nb\x1b[31m\u202e\u2028'", Place("x\n.yaml", 1)),
            "x\\u000a.yaml:1: error: no 'a\\u000ab\\u001b[31m\\u202e\\u2028' [c]",
        ),
    ],
)
def test_a_problem_is_printed_with_its_place_and_a_way_out(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_of_a_line_without_end_a_problem_prints_its_ends() -> None:
    problem = Problem(
        "warning", "c", f"'{'a' * 5000}' is no name", Place("a.txt", 1), excerpt="b" * 400 + "c" * 200
    )
    assert str(problem) == (
        f"a.txt:1: warning: '{'a' * 199} … {'a' * 188}' is no name [c]\n    | {'b' * 200} … {'c' * 200}"
    )


def test_problems_come_once_and_in_the_order_of_their_places() -> None:
    problems = ProblemLog()
    problems.warning("w", "late", Place("b.yaml"))
    problems.error("e", "second", Place("a.yaml", 10))
    problems.error("e", "first", Place("a.yaml", 9, 2))
    problems.error("e", "first", Place("a.yaml", 9, 2))
    problems.extend([Problem("warning", "w", "late", Place("b.yaml"))])
    assert [problem.what for problem in problems.all] == ["first", "second", "late"]
    assert [problem.what for problem in problems.errors] == ["first", "second"]
    assert [problem.what for problem in problems.warnings] == ["late"]


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert (
        printable("Zürich – 泽浩\t\x07\x9b\u200b\ud800") == "Zürich – 泽浩\\u0009\\u0007\\u009b\\u200b\\ud800"
    )
