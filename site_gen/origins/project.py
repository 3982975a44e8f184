"""What `explain` tells of the subjects of a kind, and the project of which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Generic, TypeVar

from site_gen.content import Content, fields_to_plain
from site_gen.content.provenance import entity_provenance
from site_gen.graph.tables import raw
from site_gen.origins.evidence import Evidence, other_values
from site_gen.origins.facts import Fact
from site_gen.problems import ProblemLog
from site_gen.site import AnyKind, Catalogue, Site, Subject
from site_gen.values import dataclass

S = TypeVar("S", bound=Subject)


@dataclass(frozen=True, slots=True)
class Project:
    """The content of a project, and the site that it makes."""

    content: Content
    site: Site
    problems: ProblemLog

    def evidence(self, section: str, edition: str, entity: str, value: object) -> Evidence:
        """What is known of an entity; section as "papers", `value` is the entity itself."""
        provenance = entity_provenance(self.content, edition, section, entity, self.problems)
        others = other_values(self.content.project, edition, section, entity)
        fields = fields_to_plain(raw(value))
        return Evidence(self.content, section, edition, entity, fields, provenance, others)

    def evidence_of(self, subject: Subject) -> Evidence:
        """What is known of a subject that ingest writes."""
        kind = self.site.kind_of(subject)
        section, edition, entity = kind.written(subject)[:3]
        return self.evidence(section, edition, entity, origins_of(kind).entity(self.site.catalogue, subject))

    def paper_called(self, edition: str, paper: str) -> str:
        """A paper that others name, by its title and id."""
        papers = self.site.catalogue.editions[edition].papers
        title = papers[paper].title if paper in papers else None
        return f"{title or 'an untitled paper'} ({edition}/{paper})"

    def line(self, subject: Subject) -> Fact:
        """What is called so, where it stands, and which document says it: one line of a list."""
        kind, contents = self.site.kind_of(subject), self.site.catalogue
        origins = origins_of(kind)
        heading = origins.heading(self.site, subject)
        if not origins.is_ingested:
            called = next(iter(kind.titles(contents, subject)), "") or self.site.view(subject).about.title
            return Fact(heading, called, kind.source(contents, subject))
        evidence = self.evidence_of(subject)
        field = "name" if "name" in evidence.fields else "title"
        when = (evidence.fields.get(each) for each in ("date", "start"))
        shown = " ".join(str(each) for each in (*when, evidence.fields.get(field) or "untitled") if each)
        return Fact(heading, shown, evidence.place(), evidence.sources(field), evidence.remark(field))


def _not_ingested(_contents: Catalogue, subject: Subject) -> object:
    raise ValueError(f"ingest writes no {subject}")


@dataclass(frozen=True, slots=True)
class Origins(Generic[S]):
    """What `explain` tells of the subjects of a kind: a `heading`, and where each of its `facts` comes from.

    `entity` is what content says of one whose fields ingest writes and remembers. Of one that `is_numbered`
    a source gives the number that people call it by.
    """

    heading: Callable[[Site, S], str]
    facts: Callable[[Project, S], Iterable[Fact]]
    entity: Callable[[Catalogue, S], object] = _not_ingested
    is_numbered: bool = False

    @property
    def is_ingested(self) -> bool:
        """Whether ingest writes such subjects."""
        return self.entity is not _not_ingested


def origins_of(kind: AnyKind) -> Origins[Any]:
    """What is told of the subjects of a kind: its own ORIGINS, else what is told of any page."""
    package = kind.package if kind.has_origins else __package__
    found: Origins[Any] = import_module(f"{package}.{'origins' if kind.has_origins else 'pages'}").ORIGINS
    return found
