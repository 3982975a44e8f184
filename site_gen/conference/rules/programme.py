"""Rules over a programme: dangling references, and what the rules of times and clashes say."""

from __future__ import annotations

from collections.abc import Collection

from site_gen.conference import Conference, Paper
from site_gen.conference.rules.clashes import validate_clashes, wholes_of
from site_gen.conference.rules.references import report_unknown
from site_gen.conference.rules.times import validate_times
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import fold


def validate_programme(
    conference: Conference, zone: str | None, locate: Locate, problems: ProblemLog
) -> None:
    """Hold the rules of papers, sessions and awards against a conference; its times are in `zone`."""
    _Rules(conference, zone, locate, problems).hold()


class _Rules:
    """The rules of one conference."""

    def __init__(
        self, conference: Conference, zone: str | None, locate: Locate, problems: ProblemLog
    ) -> None:
        self._conference = conference
        self._zone = zone
        self._locate = locate
        self._problems = problems
        self._parents = {session.id: session.part_of for session in conference.sessions}

    def hold(self) -> None:
        self._awards()
        self._references()
        self._rooms()
        self._loops()
        validate_times(self._conference, self._zone, self._locate, self._problems)
        validate_clashes(self._conference, self._zone, self._locate, self._problems)
        for paper in self._conference.papers:
            self._byline(paper)
        if not self._conference.papers and not self._conference.sessions:
            place = self._place("conference", "")
            self._problems.warning("empty-edition", "the edition has no papers and no sessions", place)

    def _awards(self) -> None:
        papers = {paper.id for paper in self._conference.papers}
        for award in self._conference.awards:
            for position, paper in enumerate(award.papers):
                if paper not in papers:
                    self._unknown("paper", paper, papers, self._place("awards", award.id, "papers", position))
                elif paper in award.papers[:position]:
                    place = self._place("awards", award.id, "papers", position)
                    self._problems.error("listed-twice", f"the paper '{paper}' is listed twice", place)

    def _references(self) -> None:
        papers = {paper.id for paper in self._conference.papers}
        sessions = {session.id for session in self._conference.sessions}
        tracks = {track.id for track in self._conference.tracks}
        for session in self._conference.sessions:
            if session.part_of and session.part_of not in sessions:
                place = self._place("sessions", session.id, "part_of")
                self._unknown("session", session.part_of, sessions, place)
            if session.track and session.track not in tracks:
                self._unknown("track", session.track, tracks, self._place("sessions", session.id, "track"))
            for position, slot in enumerate(session.slots):
                if slot.paper and slot.paper not in papers:
                    place = self._place("sessions", session.id, "slots", position, "paper")
                    self._unknown("paper", slot.paper, papers, place)

    def _unknown(self, kind: str, wanted: str, known: Collection[str], place: Place) -> None:
        report_unknown(kind, wanted, known, place, self._problems)

    def _rooms(self) -> None:
        """Where the conference lists its rooms, sessions and slots are in one of them, in any spelling."""
        names = {room.name for room in self._conference.rooms}
        known = set(map(fold, names))
        for session in self._conference.sessions if names else ():
            for room in session.rooms:
                if fold(room) not in known:
                    self._unknown("room", room, names, self._place("sessions", session.id, "room"))
            for position, slot in enumerate(session.slots):
                if slot.room and fold(slot.room) not in known:
                    place = self._place("sessions", session.id, "slots", position, "room")
                    self._unknown("room", slot.room, names, place)

    def _loops(self) -> None:
        for session in self._conference.sessions:
            if session.id in wholes_of(session.id, self._parents):
                place = self._place("sessions", session.id, "part_of")
                self._problems.error("part-of-itself", f"session '{session.id}' is part of itself", place)

    def _byline(self, paper: Paper) -> None:
        for position, authorship in enumerate(paper.authors):
            if (authorship.name is None) == (authorship.missing is None):
                what = "a place in a byline has either `name` or `missing`"
                place = self._place("papers", paper.id, "authors", position)
                self._problems.error("wrong-name", what, place, "`missing: one` stands for an unknown name")
            elif authorship.missing and (authorship.author or authorship.family):
                what = "whose name is missing cannot be a person"
                place = self._place("papers", paper.id, "authors", position)
                self._problems.error("wrong-name", what, place, "write `name:` in the place of `missing:`")

    def _place(self, kind: str, entity: str, *steps: str | int) -> Place:
        return self._locate(kind, self._conference.id, entity, *steps)
