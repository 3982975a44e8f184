"""What outputs are of: a value for each thing that has a page, by ids alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class OfSeries:
    """What belongs to the series as a whole."""

    @property
    def edition(self) -> str:
        """Empty: it is of no edition."""
        return ""


@dataclass(frozen=True, slots=True)
class OfEdition:
    """What belongs to an edition, by the id of its folder in content/."""

    edition: str

    def with_sessions(self, sessions: Iterable[str]) -> Iterator[SessionOf]:
        """Sessions of this edition, by their ids."""
        return (SessionOf(self.edition, session) for session in sessions)


Subject: TypeAlias = OfSeries | OfEdition


@dataclass(frozen=True, slots=True)
class SeriesHome(OfSeries):
    """The home of the series; also what is of the whole site."""


@dataclass(frozen=True, slots=True)
class AuthorsIndex(OfSeries):
    """Everybody who has a page."""


@dataclass(frozen=True, slots=True)
class PersonOf(OfSeries):
    """A person over all editions."""

    person: str


@dataclass(frozen=True, slots=True)
class AwardHistory(OfSeries):
    """The awards of all editions."""


@dataclass(frozen=True, slots=True)
class SearchPage(OfSeries):
    """The page that searches."""


@dataclass(frozen=True, slots=True)
class MyProgramme(OfSeries):
    """A reader's own programme."""


@dataclass(frozen=True, slots=True)
class DataPage(OfSeries):
    """The list of all exports."""


@dataclass(frozen=True, slots=True)
class OfflinePage(OfSeries):
    """What can be read without a network."""


@dataclass(frozen=True, slots=True)
class NotFoundPage(OfSeries):
    """What a host shows at an address that leads nowhere."""


@dataclass(frozen=True, slots=True)
class RedirectOf(OfSeries):
    """An address that moved: its old route and the new one; `person` is whose alias it was, else empty."""

    old: str
    new: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class EditionOf(OfEdition):
    """An edition: its home, and what is of all of it."""


@dataclass(frozen=True, slots=True)
class ScheduleOf(OfEdition):
    """The days of an edition in short."""


@dataclass(frozen=True, slots=True)
class DayOf(OfEdition):
    """A day of an edition's programme."""

    day: date


@dataclass(frozen=True, slots=True)
class SessionOf(OfEdition):
    """A session of an edition."""

    session: str


@dataclass(frozen=True, slots=True)
class PapersOf(OfEdition):
    """All papers of an edition."""


@dataclass(frozen=True, slots=True)
class PaperOf(OfEdition):
    """A paper of an edition."""

    paper: str


@dataclass(frozen=True, slots=True)
class BookletOf(OfEdition):
    """All abstracts of an edition, for print."""


@dataclass(frozen=True, slots=True)
class AwardsOf(OfEdition):
    """The awards of an edition."""


@dataclass(frozen=True, slots=True)
class AwardOf(OfEdition):
    """An award of an edition; it stands on the page of its awards."""

    award: str


@dataclass(frozen=True, slots=True)
class RoomOf(OfEdition):
    """A room of an edition."""

    room: str


@dataclass(frozen=True, slots=True)
class RoomScreenOf(OfEdition):
    """The screen before a room of an edition."""

    room: str


@dataclass(frozen=True, slots=True)
class TrackOf(OfEdition):
    """A track of an edition."""

    track: str


@dataclass(frozen=True, slots=True)
class VolumeOf(OfEdition):
    """A volume of an edition's proceedings."""

    volume: str


@dataclass(frozen=True, slots=True)
class CommitteesOf(OfEdition):
    """The committees of an edition."""


@dataclass(frozen=True, slots=True)
class ChangesOf(OfEdition):
    """What changed in the programme of an edition."""


@dataclass(frozen=True, slots=True)
class MapOf(OfEdition):
    """The map of an edition's papers."""


@dataclass(frozen=True, slots=True)
class ChairsOf(OfEdition):
    """The cards of those who chair an edition's sessions."""


@dataclass(frozen=True, slots=True)
class LabelsOf(OfEdition):
    """The labels of an edition's poster boards."""


@dataclass(frozen=True, slots=True)
class FiguresOf(OfEdition):
    """Figures of an edition; of the series where `edition` is ""."""


@dataclass(frozen=True, slots=True)
class ProseOf(OfEdition):
    """A page of the organisers' own words; of the series where `edition` is ""."""

    page: str


@dataclass(frozen=True, slots=True)
class PartOf(OfSeries):
    """One of several files of an export that are of one subject."""

    whole: Subject
    name: str
