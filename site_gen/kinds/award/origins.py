"""Where an award comes from: its name, and each of its papers."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.award.kind import award_of
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site.subjects import AwardOf


def _facts(project: Project, subject: AwardOf) -> Iterator[Fact]:
    award, evidence = award_of(project.site.catalogue, subject), project.evidence_of(subject)
    yield evidence.fact("name")
    for position, paper in enumerate(award.papers):
        yield Fact(
            f"paper {position + 1}",
            project.paper_called(subject.edition, paper),
            evidence.place("papers", position),
            evidence.source_of("papers", position, len(award.papers)),
            evidence.remark("papers"),
        )


ORIGINS = Origins(lambda _, subject: f"award {subject.edition}/{subject.award}", _facts, award_of)
