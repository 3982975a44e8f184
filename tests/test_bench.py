"""The benchmark's job is one that can be done: its templates show what the views hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from site_gen.build import plan_site
from site_gen.problems import ProblemLog
from tests.bench.__main__ import HERE, PAGES_ONLY
from tests.bench.corpus import make_corpus
from tests.bench.emit import emit_plenary


def test_the_equal_job_makes_a_page_of_every_paper_and_no_exports(tmp_path: Path) -> None:
    corpus = make_corpus(20)
    emit_plenary(corpus, tmp_path, related_papers="no", figures="no")
    shutil.copytree(HERE / "templates", tmp_path / "templates")
    command = [sys.executable, str(PAGES_ONLY), "build", "--project", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    site = tmp_path / "_site"
    assert {page.parent.name for page in site.glob("2026/papers/*/index.html")} == {
        paper.id for paper in corpus.papers
    }
    assert "<footer>SynthConf 2026</footer>" in (site / "2026/papers/index.html").read_text(encoding="utf-8")
    exports = {path.suffix for path in site.rglob("*") if path.is_file()} & {".bib", ".ris", ".zip", ".ics"}
    assert exports == set()


def test_a_thousand_papers_publish_at_most_nine_files_each(tmp_path: Path) -> None:
    emit_plenary(make_corpus(1000), tmp_path)
    site = plan_site(tmp_path, ProblemLog())
    assert site
    assert len(site.pages) + len(site.files) + len(site.post_build_files) <= 9000
