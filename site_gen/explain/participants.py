"""People who have no page, as those who only chair a session: where they are named."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.origins.facts import Explanation, Fact
from site_gen.origins.project import Project
from site_gen.site.subjects import SessionOf
from site_gen.text import fold


def explain_participant(project: Project, name: str) -> Explanation | None:
    """The sessions that name somebody; None where none does."""
    wanted = fold(name)
    facts = tuple(_facts(project, wanted)) if wanted else ()
    return (
        Explanation(f"person {name}, who has no page: neither author nor speaker", facts) if facts else None
    )


def _facts(project: Project, wanted: str) -> Iterator[Fact]:
    for edition, of in project.site.catalogue.editions.items():
        for session in of.sessions.values():
            roles = [each.role for each in session.people if fold(each.name) == wanted]
            if not roles:
                continue
            subject = SessionOf(edition, session.id)
            evidence = project.evidence_of(subject)
            title = f"{session.title or 'untitled'} (/{project.site.address(subject)})"
            yield Fact(roles[0], title, evidence.place("people"), evidence.sources("people"))
