"""Where an edition comes from: its own fields, and how much there is in it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.origins.evidence import ELSEWHERE
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.problems import Place
from site_gen.site.subjects import EditionOf

_DERIVED = "derived: the series' title and the edition's id"


def _facts(project: Project, subject: EditionOf) -> Iterator[Fact]:
    edition = subject.edition
    conference = project.site.catalogue.editions[edition].conference
    evidence = project.evidence("conference", edition, edition, conference)
    written = project.content.mapping(paths.conference(edition), project.problems) or {}
    yield Fact("id", edition, Place(f"{paths.CONTENT}/{edition}"), remark="the name of its folder")
    for field in evidence.fields:
        if field not in ELSEWHERE:
            derived = Fact(field, str(evidence.fields[field]), remark=_DERIVED)
            yield evidence.fact(field) if field in written else derived
    if conference.year:
        is_written = "year" in written
        place, remark = (evidence.place("year"), "") if is_written else (None, "derived: the edition's id")
        yield Fact("year", str(conference.year), place, remark=remark)
    for section in ("papers", "sessions", "awards"):
        number = len(getattr(conference, section))
        where = Place(paths.file_of(section, edition, "*")) if number else None
        yield Fact(section, str(number), where, remark="explain one by its id")


ORIGINS = Origins(lambda _, subject: f"edition {subject.edition}", _facts)
