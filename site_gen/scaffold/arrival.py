"""Which examples must go before the source documents are linked.

An example that is still there would take part in linking as an organiser's own word: a real session
called "Lunch" would get the times of the invented one.
"""

from __future__ import annotations

from pathlib import Path

from site_gen.content import Content
from site_gen.ingest.documents import read_documents
from site_gen.problems import ProblemLog
from site_gen.scaffold.manifest import examples_left
from site_gen.scaffold.retirement import Retirement, retirement


def retirement_before_ingest(project: Path) -> Retirement:
    """What must become of the examples before this ingest; nothing where no document brings their kind.

    Nothing is written yet: `write_files(project, planned.files)` before the ingest, and where that
    ends with an error `write_files(project, planned.before)`. Costs nothing once the example is gone.
    """
    if all(example.group == "words" for example in examples_left(project)):
        return Retirement()
    return retirement(project, _kinds(project))


def _kinds(project: Path) -> set[str]:
    """The kinds of what the documents hold; what is wrong with them is told by the ingest itself."""
    problems = ProblemLog()
    content = Content(project)
    series = content.series(problems)
    if series is None:
        return set()
    readings = [source.reading for source in read_documents(content, series, problems)]
    found = {"papers": any(any(True for _ in reading.every_paper()) for reading in readings)}
    found["sessions"] = any(reading.sessions for reading in readings)
    return {kind for kind, is_there in found.items() if is_there}
