"""A corpus as the sources of a generator: ours, and Hugo's in the form that suits it best."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from site_gen.content import Plain, write_files, write_list, write_mapping
from tests.bench.corpus import Corpus


def emit_plenary(corpus: Corpus, project: Path) -> None:
    """content/ of a project, one file a paper."""
    edition = "content/2026"
    files: dict[str, str | None] = {
        "content/site.yaml": write_mapping({"title": "SynthConf"}),
        f"{edition}/conference.yaml": write_mapping({"title": corpus.title}),
        f"{edition}/sessions.yaml": _sessions(corpus),
        f"{edition}/awards.yaml": _awards(corpus),
    }
    for paper in corpus.papers:
        files[f"{edition}/papers/{paper.id}.yaml"] = write_mapping(
            {
                "title": paper.title,
                "authors": [corpus.authors[author] for author in paper.authors],
                "abstract": paper.abstract,
            }
        )
    write_files(project, files)


def _sessions(corpus: Corpus) -> str:
    slots: dict[str, list[Plain]] = defaultdict(list)
    for paper in corpus.papers:
        slots[paper.session].append({"paper": paper.id})
    return write_list(
        [
            {
                "id": session.id, "title": session.title, "kind": "oral", "date": session.date,
                "start": session.start, "end": session.end, "room": session.room, "slots": slots[session.id],
            }
            for session in corpus.sessions
        ]  # fmt: skip
    )


def _awards(corpus: Corpus) -> str:
    papers: dict[str, list[Plain]] = defaultdict(list)
    for paper in corpus.papers:
        if paper.award:
            papers[paper.award].append(paper.id)
    return write_list(
        [
            {"id": name.lower().replace(" ", "-"), "name": name, "papers": listed}
            for name, listed in sorted(papers.items())
        ]
    )
