"""What content holds of an edition before an ingest, with what is remembered of where it came from."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.conference import Conference, Paper, Session
from site_gen.content import Content, paths
from site_gen.content.provenance import is_source_id
from site_gen.ingest.known import Known, KnownId, KnownPaper, KnownSession
from site_gen.ingest.merge import EntityKey, Fields, place_of
from site_gen.ingest.records import NOWHERE
from site_gen.problems import Place


def known_of(
    content: Content,
    conference: Conference,
    provenance: Mapping[EntityKey, Fields],
    present_names: Mapping[str, str],
) -> Known:
    """What content holds of an edition; a deleted paper is known by what is remembered of it."""
    digests = {
        key: {name: each.digest for name, each in fields.items() if not is_source_id(name)}
        for key, fields in provenance.items()
    }
    papers = {paper.id: paper for paper in conference.papers}
    sessions = {session.id for session in conference.sessions}
    deleted_papers = sorted(
        entity for kind, entity in provenance if kind == "papers" and entity not in papers
    )
    deleted_sessions = sorted(
        entity for kind, entity in provenance if kind == "sessions" and entity not in sessions
    )
    return Known(
        papers=tuple(
            KnownPaper(
                paper=paper,
                place=content.locate("papers", conference.id, paper.id),
                provenance=digests.get(("papers", paper.id), {}),
                origin=_origin(provenance.get(("papers", paper.id), {})),
                ids=_ids(provenance.get(("papers", paper.id), {})),
            )
            for paper in [*conference.papers, *(Paper(id=each) for each in deleted_papers)]
        ),
        sessions=tuple(
            KnownSession(
                session=session,
                place=Place(paths.sessions(conference.id)),
                provenance=digests.get(("sessions", session.id), {}),
                counted_in=_counted_in(provenance.get(("sessions", session.id), {})),
            )
            for session in [*conference.sessions, *(Session(id=each) for each in deleted_sessions)]
        ),
        deleted=frozenset([*deleted_papers, *deleted_sessions]),
        present_names=present_names,
    )


def _origin(fields: Fields) -> Place:
    """The first place where a source said something of an entity."""
    named = (each for name, each in fields.items() if not is_source_id(name))
    return min((place_of(place) for each in named for place in each.places), default=NOWHERE)


def _counted_in(fields: Fields) -> frozenset[str]:
    return fields["number"].files if "number" in fields else frozenset()


def _ids(fields: Fields) -> dict[str, KnownId]:
    return {name: KnownId(each.digest, each.files) for name, each in fields.items() if is_source_id(name)}
