"""A source format is one module and one line: the one of CONTRIBUTING.md, added to a copy of the program."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.newcomer import copy_of_program
from tests.rendering import PROJECT
from tests.test_floors import breaches

DOCUMENT = """\
PAPERS 2026
Fast Trees | Ada Lovelace; Alan Turing

Slow Owls
"""


def with_the_format(folder: Path) -> Path:
    """The program, with the module of CONTRIBUTING.md and its line."""
    copy_of_program(folder)
    formats = folder / "site_gen" / "ingest" / "formats"
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    module = textwrap.dedent(text.partition("   ```python\n")[2].partition("   ```\n")[0])
    (formats / "paper_list.py").write_text(module, encoding="utf-8")
    register = (formats / "__init__.py").read_text(encoding="utf-8")
    assert "VIRTUAL_SITE, ACL_ANTHOLOGY,\n" in register
    register = register.replace(
        "VIRTUAL_SITE, ACL_ANTHOLOGY,\n", "VIRTUAL_SITE, ACL_ANTHOLOGY, PAPER_LIST,\n"
    )
    line = "from site_gen.ingest.formats.paper_list import PAPER_LIST\n"
    (formats / "__init__.py").write_text(
        register.replace(
            "from site_gen.ingest.formats.papers_cool", f"{line}from site_gen.ingest.formats.papers_cool"
        ),
        encoding="utf-8",
    )
    return folder


def test_a_source_format_is_a_module_and_a_line(tmp_path: Path) -> None:
    program = with_the_format(tmp_path / "program")
    sources = tmp_path / "mine" / "content" / "sources"
    sources.mkdir(parents=True)
    (sources.parent / "site.yaml").write_text("title: Mine\n")
    (sources / "list.txt").write_text(DOCUMENT)
    run = subprocess.run(
        [sys.executable, "build.py", "--project", str(tmp_path / "mine"), "ingest"],
        cwd=program, capture_output=True, text=True, check=False,
    )  # fmt: skip
    papers = sources.parent / "2026" / "papers"
    assert run.stderr.splitlines() == [
        "content/sources/list.txt:4: warning: no '|' stands before the authors [no-authors]",
        "    hint: write: title | names",
    ]
    assert (
        run.stdout.splitlines()[0]
        == "content/sources/list.txt: list of papers, edition 2026, as line 1 says: 2 read, 2 new, 3 missing"
    )
    assert {path.name: path.read_text().partition("\n")[2] for path in sorted(papers.iterdir())} == {
        "fast-trees.yaml": "title: Fast Trees\nauthors:\n  - Ada Lovelace\n  - Alan Turing\n",
        "slow-owls.yaml": "title: Slow Owls\n",
    }
    assert breaches(program / "site_gen") == []
