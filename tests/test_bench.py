"""The benchmark measures work that was done: as Hugo's pages, as a clean build, with its goals beside it."""

from __future__ import annotations

from pathlib import Path

from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from tests.bench.__main__ import table
from tests.bench.corpus import make_corpus
from tests.bench.emit import emit_plenary
from tests.bench.measure import Measured, Run
from tests.bench.rows import Bench


def test_the_equal_job_is_hugo_s_page_by_page_and_after_an_edit_a_clean_build_s(tmp_path: Path) -> None:
    bench = Bench(make_corpus(20), tmp_path)
    rows = {row.name: row for row in bench.rows()}
    for name in ("hugo", "equal-cold", "equal-title"):  # the second compares with the first
        run = rows[name].run()
        assert run.cpu > 0
        assert 5 < run.peak < 500
    compared, hugo, _ = bench.verify()
    assert compared == "equal: as a clean build, byte for byte"
    assert hugo.startswith("hugo: 75 files, 74 pages, ")
    exports = {path.suffix for path in tmp_path.glob("equal/_site/**/*.*")} & {".bib", ".ris", ".zip", ".ics"}
    assert exports == set()


def test_the_table_holds_the_goals_of_its_size_beside_what_was_measured() -> None:
    runs = {
        "python": [Run(0.02, 0.02, 10)],
        "hugo": [Run(0.5, 0.9, 160), Run(0.4, 0.8, 150), Run(9, 1, 170)],
        "equal-cold": [Run(0.45, 0.6, 81)],
        "full-abstract": [Run(0.5, 0.5, 70)],
        "copy": [Run(0.1, 0.1, 2)],
    }
    rows = {name: Measured(measured) for name, measured in runs.items()}
    assert [*table(1000, rows)] == [
        "1000 papers             s   CPU s  ÷ Hugo   CPU ÷    MiB   goals",
        "python               0.02    0.02    0.04    0.02     10",
        "hugo                 0.50    0.90    1.00    1.00    160",
        "equal-cold           0.45    0.60    0.90    0.67     81   ÷ Hugo 0.9 ≤ 1 met · MiB 81 ≤ 80 MISSED",
        "full-abstract        0.50    0.50    1.00    0.56     70   ÷ Hugo 1 ≤ 0.6 MISSED",
        "copy                 0.10    0.10    0.20    0.11      2",
    ]
    assert [*table(999, rows)][-2] == "full-abstract        0.50    0.50    1.00    0.56     70"


def test_a_thousand_papers_publish_at_most_nine_files_each(tmp_path: Path) -> None:
    emit_plenary(make_corpus(1000), tmp_path)
    site = plan_site(tmp_path, ProblemLog())
    assert site
    assert len(site.pages) + len(site.files) + len(site.post_build_files) <= 9000
