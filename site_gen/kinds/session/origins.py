"""Where a session comes from: its fields, and each of its slots."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Session, Slot
from site_gen.origins.evidence import MADE_ONCE
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site import Catalogue
from site_gen.site.subjects import SessionOf

_FIRST = ("title", "date", "start")


def _session(contents: Catalogue, subject: SessionOf) -> Session:
    return contents.editions[subject.edition].sessions[subject.session]


def _facts(project: Project, subject: SessionOf) -> Iterator[Fact]:
    session, evidence = _session(project.site.catalogue, subject), project.evidence_of(subject)
    yield Fact("id", subject.session, evidence.place("id"), remark=MADE_ONCE)
    yield Fact("address", f"/{project.site.address(subject)}", remark="derived: edition and id")
    yield from map(evidence.fact, _FIRST)
    yield from evidence.rest((*_FIRST, "slots"))
    for position, slot in enumerate(session.slots):
        sources = evidence.source_of("slots", position, len(session.slots))
        remark = "empty: no source says what it holds" if slot.is_empty else ""
        remarks = "; ".join(each for each in (remark, evidence.remark_of_slot(position)) if each)
        value, place = _slot(project, subject.edition, slot), evidence.place("slots", position)
        yield Fact(f"slot {position + 1}", value, place, sources, remarks)


def _slot(project: Project, edition: str, slot: Slot) -> str:
    parts = [f"{slot.start:%H:%M}" if slot.start else "", slot.title or ""]
    if slot.paper:
        parts.append(project.paper_called(edition, slot.paper))
    return " ".join(part for part in parts if part)


ORIGINS = Origins(lambda _, subject: f"session {subject.edition}/{subject.session}", _facts, _session)
