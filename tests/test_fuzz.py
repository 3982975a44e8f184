"""A few inputs that nobody would write; `make fuzz` tries thousands."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.ingest.source_files import text_of
from site_gen.problems import ProblemLog
from tests.fuzz.inputs import CONTENT, Input, inputs
from tests.fuzz.trial import Finding, tried


def test_no_mutated_document_breaks_what_reads_it(tmp_path: Path) -> None:
    assert _findings(inputs_of=62, tmp_path=tmp_path) == []


def test_no_mutated_content_file_breaks_what_loads_it(tmp_path: Path) -> None:
    assert _findings(inputs_of=50, tmp_path=tmp_path, only=CONTENT) == []


def _findings(inputs_of: int, tmp_path: Path, only: str = "") -> list[Finding]:
    tries = tried(inputs(inputs_of, seed=1, only=only), tmp_path, ingested=31, built=1000)
    return [trial.finding for trial in tries if trial.finding]


# Short texts that took minutes, for a pattern tried them in very many ways; and such as broke a reader.
FOUND = {
    "comments before an element": "<!--b-->" * 400 + "<other>",
    "comments before nothing": "# Day 1\n\n" * 400 + "=",
    "a badge that does not end": "#1 Trees [PDF" + " " * 900 + "x\nAuthors: Ann Lee\n",
    "tags that do not end": "---\ntitle: x\n---\n" + "{% a %}" * 300 + "x\n",
    "breaks before a chair": 'Time,Session\n9:00,"Owls' + "\n" * 900 + 'x"\n',
    "initials and a word": "A List of Trees. K." + "\u00e9" * 900 + "7, B. Roe\n" * 9,
    "numbers behind spaces": "9:00 Owls\nAnn" + " " * 900 + "x, Bo Li2\n1MIT; 2ETH\n",
    "a comma a thousand times": "Title,Authors" + "," * 900 + "\n" + "Trees,Ann Lee\n" * 40,
    "macros that name each other": "@string{a = b # b # b}\n@string{b = a # a # a}\n"
    "@inproceedings{x, title = a # b, author={Ann Lee}, year={2026}}\n",
    "comments without ends": "<html><body>" + "<!--" * 50_000,
    "spaces where a pin may be": "Monday 4 May 2026\n9:00 Owls" + " " * 20_000 + "x\n",
    "spaces behind a pin": "Monday 4 May 2026\n9:00 Owls \U0001f4cdA" + " " * 20_000 + "x\n",
    "an award of nothing": "PaperID,PaperTitle,Authors,Award\n1,Trees,Ann Lee,\n2,,,Best Paper\n",
    "cells that are alike": "Monday 4 May 2026\nTime | Talk | Room\n9:00 | Hall A | Hall A\n10:00 x | |\n",
    "columns that nobody knows": ",".join(f"c{each}" for each in range(20_000))
    + "\n"
    + "v," * 19_999
    + "v\n",
    "rules below each other": "# Monday 4 May 2026\n\n| Time | Talk |\n"
    + "|---|---|\n" * 900
    + "| 9:00 | x |\n",
    "lines of marks": "---\n" * 15_000,
    "names below an award": "Best Paper Award\n" + "Ann Bee · Cy Dee\n" * 8000,
    "a page of many digits": f"TY  - CPAPER\nTI  - Owls\nAU  - Bee, An\nSP  - {'12' * 4000}\nER  - \n",
    "a guid that ends in a space": '{"schedule": {"conference": {"title": "Owls", "days": [{"index": 1, '
    '"date": "2031-05-05", "rooms": {"Hall A": [{"guid": "c1", "title": "Owls", "start": "09:00", '
    '"duration": "00:30", "date": "2031-05-05T09:00:00+02:00"}]}}], '
    '"rooms": [{"name": "Hall A", "guid": "a, "}]}}}',
    "spaces behind a title": "- Owls at night" + " \t" * 12_000 + "[pdf](x\n" * 20,
    "a time beside marks": "Monday 4 May 2026\n9:00 - 9:30 Owls\n9:30 - 10:00 **\n10:00 - 11:00 Mice\n",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_what_was_found_is_read_or_refused_in_seconds(tmp_path: Path, text: str) -> None:
    found = Input("found", "content/sources/x-2026.txt", text.encode())
    assert [trial.finding for trial in tried([found], tmp_path, built=2)] == [None]


def test_a_long_word_in_an_unknown_encoding_is_refused_in_seconds(tmp_path: Path) -> None:
    found = Input("found", "content/sources/x-2026.txt", b"ab" * 400_000 + b"\n\xc3\x28")
    assert [trial.finding for trial in tried([found], tmp_path, built=2)] == [None]


def test_a_sign_that_stands_for_very_long_is_told_and_read_as_a_thousand() -> None:
    problems = ProblemLog()
    assert text_of(b"a\nb" + b"-" * 99_999 + b"c", "x.txt", None, problems) == f"a\nb{'-' * 1000}c"
    assert [str(problem).splitlines()[0] for problem in problems.all] == [
        "x.txt:2: warning: over 1000 equal signs, or digits, stand here in a row: so many are read "
        "[repeated-sign]"
    ]


def test_a_number_of_thousands_of_digits_is_told_and_read_as_a_thousand() -> None:
    problems = ProblemLog()
    assert text_of(b"SP  - " + b"12" * 4000, "x.ris", None, problems) == f"SP  - {'12' * 500}"
    assert [problem.code for problem in problems.all] == ["repeated-sign"]
