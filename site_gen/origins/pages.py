"""What is told of a page that only gathers what others say."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site import Subject
from site_gen.site.subjects import PaperOf


def _facts(project: Project, subject: Subject) -> Iterator[Fact]:
    """What the page is, the content that it is made of, and those whom it lists."""
    site = project.site
    kind, about = site.kind_of(subject), site.view(subject).about
    made_of = kind.source(site.catalogue, subject)
    derived = "derived: its kind" + (" and edition" if subject.edition else "")
    yield Fact("kind", kind.name, remark="a page of the tool's own: it gathers what other pages say")
    yield _title(project, kind.written(subject), about.title)
    yield Fact("address", f"/{site.address(subject)}", remark=derived)
    yield Fact("made of", made_of.file, made_of)
    if about.description:
        yield Fact("shows", about.description, remark="derived")
    yield from map(project.line, kind.gathers(site.catalogue, subject))
    yield from (project.line(PaperOf(*each)) for each in site.papers(subject))


def _title(project: Project, written: tuple[str, ...], title: str) -> Fact:
    """What a page is called: as content says at the place at which it is edited, or by others alone."""
    if not written:
        return Fact("title", title, remark="derived: the words of the interface")
    place = project.content.locate(*written)
    return Fact("title", title, place) if place.line else Fact("title", title, remark="derived: named below")


ORIGINS = Origins(lambda site, subject: f"page /{site.address(subject)}", _facts)
