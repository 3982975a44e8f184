"""A session of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Edition, Kind, Listed
from site_gen.site.events import Event, SessionEvents
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import ScheduleOf, SessionOf


def _titles(contents: Catalogue, subject: SessionOf) -> Iterator[str]:
    """The title of a session, and those of the talks in it that are no papers."""
    session = contents.editions[subject.edition].sessions[subject.session]
    yield from (title for title in (session.title, *(slot.title for slot in session.slots)) if title)


def _papers(contents: Catalogue, subject: SessionOf) -> Iterator[Listed]:
    slots = contents.editions[subject.edition].sessions[subject.session].slots
    yield from ((subject.edition, paper) for paper in dict.fromkeys(slot.paper for slot in slots) if paper)


def _events(
    _contents: Catalogue, edition: Edition, session: SessionEvents
) -> Iterator[tuple[SessionOf, Event]]:
    yield from ((SessionOf(edition.conference.id, session.session.id), event) for event in session.all)


SESSION = Kind(
    name="session",
    subject=SessionOf,
    package=__package__,
    subjects=each_of_editions(SessionOf, lambda edition: edition.sessions),
    route=lambda subject: f"{subject.edition}/sessions/{subject.session}/",
    events=_events,
    template="session.html",
    markdown="session.md",
    has_share_card=True,
    section=lambda _, subject: ScheduleOf(subject.edition),
    ids=lambda _, subject: (subject.session, f"{subject.edition}/{subject.session}"),
    titles=_titles,
    has_origins=True,
    papers=_papers,
    written=lambda subject: ("sessions", subject.edition, subject.session),
    is_one_of_many=True,
    edition_names=("sessions",),
)
