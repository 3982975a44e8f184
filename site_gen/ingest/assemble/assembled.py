"""What assembling gives: the entities of an edition, where each field came from, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Generic, Literal, TypeVar

from site_gen.conference import Award, Paper, Session
from site_gen.ingest.link import Doubt
from site_gen.ingest.records import Fact
from site_gen.problems import Place
from site_gen.values import dataclass

E = TypeVar("E", bound="Paper | Session | Award")


CalledBySources = tuple[str, tuple[Place, ...]]
"""An id by which sources call an entity, and where they do."""


OtherValue = tuple[str, Place]


@dataclass(frozen=True, slots=True)
class AssembledEntity(Generic[E]):
    """A paper, session or award out of its records.

    `sources` tells for every field that has a value which places say it, best first; for `slots`
    the place of every slot, for `papers` of an award the place of every paper. `places` are all
    records that it was made of. `ids` are those by which its sources call it. `others` are for a field
    what other places say instead, in one line, and where.
    """

    value: E
    sources: Mapping[str, tuple[Place, ...]]
    places: tuple[Place, ...]
    ids: Mapping[str, CalledBySources] = field(default_factory=dict)
    others: Mapping[str, tuple[OtherValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """Another spelling of a person's name, proven by two aligned bylines; `place` is where it stands.

    `author` is the person's id where the name is that of several. Without a spelling it is an ORCID iD.
    """

    name: str
    alias: str
    place: Place
    author: str = ""
    orcid: str = ""


MissingPart = Literal["title", "authors", "name", "abstract", "time", "paper"]


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """What no source says of a paper or session: for a slot without its paper the session's id."""

    part: MissingPart
    id: str
    place: Place


@dataclass(frozen=True, slots=True, order=True)
class CutAbstract:
    """An abstract that ends in "…" in every source that begins as it does."""

    paper: str
    place: Place


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """An empty slot that another document's complete list filled; `why` tells which and how."""

    session: str
    position: int
    paper: str
    place: Place
    why: str


@dataclass(frozen=True, slots=True, order=True)
class SimilarNames:
    """Two spellings that may be one person. Never joined: an entry of authors.yaml would do it."""

    left: str
    right: str
    left_place: Place
    right_place: Place


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """A field of an entity ("papers/x title") that other places tell otherwise than the one that counts."""

    what: str
    taken: Place
    others: tuple[OtherValue, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A paper that stands in one document several times: in a talk and a poster session, or by mistake."""

    paper: str
    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one source document.

    Of `read` paper records those of `repeats` stand in it several times, `joined` are of papers that a
    document of better precedence gives too, `new` are the others; `unknown` tells how many of these
    content did not hold. `stated` is set where the document states another count than was found.
    `passed_over` are lines, `not_imported` counts by kind what is not for the public, `not_taken` by its name
    what has no place here. `names` counts the
    names in an export of accepted papers, `people` those whom a table of people describes, `otherwise` the
    values of `said_otherwise` that it says instead of another document.
    """

    document: str
    format: str
    edition: str
    read: int
    sessions: int
    joined: int
    new: int
    repeats: tuple[Repeat, ...]
    stated: Fact[int] | None
    passed_over: tuple[int, ...]
    doubtful: tuple[Doubt, ...]
    missing: tuple[Missing, ...]
    not_imported: Mapping[str, int] = field(default_factory=dict)
    not_taken: Mapping[str, int] = field(default_factory=dict)
    remark: str = ""
    names: int = 0
    unknown: int = 0
    people: int = 0
    otherwise: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What an organiser should know of an ingest; it says the same after a second one."""

    documents: tuple[DocumentReport, ...] = ()
    cut_abstracts: tuple[CutAbstract, ...] = ()
    filled_slots: tuple[FilledSlot, ...] = ()
    similar_names: tuple[SimilarNames, ...] = ()
    said_otherwise: tuple[SaidOtherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """An edition out of its records: papers ordered by id, sessions and awards in page order.

    `edition` are the fields of the conference itself, in the order of a new file; `aliases` belong to people.
    `refused` are the ids of papers that content holds, and where a source does not accept them any more.
    """

    papers: tuple[AssembledEntity[Paper], ...] = ()
    sessions: tuple[AssembledEntity[Session], ...] = ()
    awards: tuple[AssembledEntity[Award], ...] = ()
    edition: Mapping[str, Fact[Any]] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    refused: Mapping[str, Place] = field(default_factory=dict)
    report: Report = Report()
