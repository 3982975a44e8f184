"""Why an address leads to another one."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.origins.evidence import BY_HAND
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site.subjects import RedirectOf


def _facts(project: Project, subject: RedirectOf) -> Iterator[Fact]:
    content = project.content
    if subject.person:
        place, remark = content.locate("authors", "", subject.person, "aliases"), "derived: an alias"
    else:
        all_old = [each.old.strip("/") for each in project.site.catalogue.series.redirects]
        position = all_old.index(subject.old.strip("/"))
        place, remark = content.locate("series", "", "", "redirects", position), BY_HAND
    yield Fact("leads to", subject.new, place, remark=remark)


ORIGINS = Origins(lambda _, subject: f"redirect {subject.old}", _facts)
