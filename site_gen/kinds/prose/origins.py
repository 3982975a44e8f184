"""Where a page of prose comes from: its file."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.origins.evidence import BY_HAND
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.problems import Place
from site_gen.site import Site
from site_gen.site.subjects import ProseOf


def _heading(_site: Site, subject: ProseOf) -> str:
    return f"page {subject.edition}/{subject.page}" if subject.edition else f"page {subject.page}"


def _facts(project: Project, subject: ProseOf) -> Iterator[Fact]:
    page = project.site.catalogue.prose_page(subject.edition, subject.page)
    file = paths.page(subject.edition, subject.page)
    yield Fact("title", page.title, Place(file, 1), remark=BY_HAND)
    yield Fact("text", page.markdown, Place(file, page.line), remark=BY_HAND)


ORIGINS = Origins(_heading, _facts)
