"""What a digital library lists among the papers of a volume, and nobody wrote, is counted and left out."""

from __future__ import annotations

from pathlib import Path

from tests.test_ingest import run, write

XPLORE = """\
"Document Title",Authors,"Author Affiliations","Publication Year","Start Page","End Page","DOI"
"[Front cover]","","","2024","C1","C1","10.1109/O.2024.00001"
"Fast Owls","A. Lee; B. O'Roe","MIT, USA; ETH Zurich, Switzerland","2024","1","8","10.1109/O.2024.00012"
"[Re] Slow Owls","C. Dee","TU Delft, The Netherlands","2024","9","12","10.1109/O.2024.00013"
"""


def test_pages_of_the_volume_are_no_papers(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2024.csv": XPLORE})
    ingested, reported = run(tmp_path)
    papers = sorted(path.stem for path in (tmp_path / "content/2024/papers").iterdir())
    assert (papers, reported) == (["fast-owls", "re-slow-owls"], [])
    assert "pages of the volume (1)" in ingested.lines[0]
