"""The papers of an edition as a catalogue gives them: each abstract is a part of the model by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from site_gen.conference import Paper
from site_gen.graph.notes import Graph
from site_gen.graph.tables import Table

_OTHERS = tuple(field.name for field in fields(Paper) if field.name != "abstract")


def papers_of(graph: Graph, edition: str, papers: Sequence[Paper]) -> Table[str, Paper]:
    """The papers of an edition by id, in their order. Who reads one depends on all that it says but its
    abstract; on that, who asks for it."""
    abstracts = Table[str, str | None](
        graph, f"{edition}/abstracts", {paper.id: paper.abstract for paper in papers}
    )
    made: dict[str, _NotedPaper] = {}

    def noted(paper: Paper) -> _NotedPaper:
        return made.get(paper.id) or made.setdefault(paper.id, _NotedPaper(paper, abstracts))

    held = {paper.id: paper for paper in papers}
    return Table(graph, f"{edition}/papers", held, noted, attrgetter(*_OTHERS))


class _NotedPaper(Paper):
    """A paper that looks its abstract up when it is asked for it: most of what shows a paper does not."""

    __slots__ = ("_abstracts",)
    _abstracts: Mapping[str, str | None]

    def __init__(self, paper: Paper, abstracts: Mapping[str, str | None]) -> None:
        for name in _OTHERS:
            object.__setattr__(self, name, getattr(paper, name))
        object.__setattr__(self, "_abstracts", abstracts)

    @property
    def abstract(self) -> str | None:
        """As content has it."""
        return self._abstracts[self.id]
