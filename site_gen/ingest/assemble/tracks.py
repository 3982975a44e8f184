"""The tracks that sessions belong to: those that content lists, and new ones by the names in the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from site_gen.conference import Track
from site_gen.ingest.assemble.held import Held
from site_gen.ingest.assemble.ids import first_words, make_ids, naming, no_words
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, Reading
from site_gen.problems import ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Tracks:
    """The ids of tracks by their names, folded; and the list that content should hold, if it is ingest's."""

    ids: Mapping[str, str] = field(default_factory=dict)
    listed: Fact[tuple[Track, ...]] | None = None

    def id_of(self, name: str) -> str | None:
        """The id of a track; None for one that an editor's list does not have."""
        return self.ids.get(_key(name))


def _key(name: str) -> str:
    """A track's name for comparing: "Research Track" is "Research"."""
    words = [word for word in fold(name).split() if word not in ("track", "tracks")]
    return " ".join(words) or fold(name)


def assemble_tracks(
    readings: Sequence[Reading], held: Held, precedence: Precedence, problems: ProblemLog
) -> Tracks:
    """The tracks that the sources name; known ones keep their ids, the others follow in page order."""
    tracks = held.conference.tracks
    ids = {_key(each.id): each.id for each in tracks} | {_key(each.name): each.id for each in tracks}
    lists = [each.conference.tracks for each in readings if each.conference.tracks]
    listed = [(track, each.place) for each in lists for track in each.value]
    stated = {_key(track.name): track.id for track, _ in listed}
    named = precedence.listed(
        [
            *(Fact(track.name, place) for track, place in listed),
            *(session.track for reading in readings for session in reading.sessions),
        ]
    )
    first: dict[str, Fact[str]] = {}
    for fact in named:
        first.setdefault(_key(fact.value), fact)
    unknown = [fact for name, fact in first.items() if name not in ids]
    if "tracks" in held.closed:
        _report_unknown(unknown, problems)
        return Tracks(ids)
    new = _new_tracks(unknown, stated, ids.values())
    known = [track for track in tracks if {_key(track.id), _key(track.name)} & first.keys()]
    ids |= {_key(track.name): track.id for track in new}
    return Tracks(ids, Fact((*known, *new), named[0].place) if known or new else None)


def _new_tracks(unknown: Sequence[Fact[str]], stated: Mapping[str, str], taken: Iterable[str]) -> list[Track]:
    """The tracks that content does not hold, with the ids of a file of ours as far as they are free."""
    taken = set(taken)
    own = {name: each for name, each in stated.items() if each and each not in taken}
    nameless = [fact for fact in unknown if _key(fact.value) not in own]
    made = iter(
        make_ids(
            [naming(first_words(fact.value), no_words, fact.value) for fact in nameless],
            {*taken, *own.values()},
            "track",
        )
    )
    return [Track(id=own.get(_key(fact.value)) or next(made), name=fact.value) for fact in unknown]


def _report_unknown(tracks: Sequence[Fact[str]], problems: ProblemLog) -> None:
    for fact in tracks:
        what = f"the track '{fact.value}' is not one of those in conference.yaml"
        problems.warning("unknown-track", what, fact.place, "its sessions stay without a track: add it there")
