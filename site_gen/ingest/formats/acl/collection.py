"""XML of the ACL Anthology: a collection of volumes with their papers (github.com/acl-org/acl-anthology)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.formats.acl.events import left_out_of_events, with_event
from site_gen.ingest.formats.acl.marked import called, text_of
from site_gen.ingest.formats.acl.papers import PaperReader
from site_gen.ingest.formats.acl.volumes import (
    agreed,
    conference_of,
    left_out,
    proceedings_of,
    volume_id,
    volumes_of,
)
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import fold

_HEAD = 4_000
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<collection\s[^>]*\bid=", re.DOTALL)


def recognise(text: str) -> int:
    """How surely a text is a collection of the anthology."""
    return 99 if _ROOT.match(text[:_HEAD]) and "<volume" in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every paper of every volume; one that was taken back is counted."""
    root = read_xml(document, problems)
    if root is None:
        return Reading(document=document, format=ACL_ANTHOLOGY)
    collection, volumes = root.attributes.get("id", ""), root.all("volume")
    reader = PaperReader(document, problems, PrivateValues(), _names_of_several(volumes))
    papers = [
        record
        for volume in volumes
        for paper in volume.all("paper")
        if reader.stands(paper)
        for record in reader.papers(paper, volume_id(collection, volume))
    ]
    found = volumes_of(collection, volumes, reader)
    return Reading(
        document=document,
        format=ACL_ANTHOLOGY,
        papers=tuple(papers),
        edition=agreed(volumes, "year"),
        proceedings=proceedings_of(volumes, found, reader),
        conference=with_event(conference_of(volumes), root),
        volumes=found,
        not_imported=reader.private.counts,
        not_taken={**left_out(volumes), **left_out_of_events(root), **reader.private.not_taken},
    )


def _names_of_several(volumes: Sequence[XmlElement]) -> frozenset[str]:
    """The names, folded, that the anthology calls by an id of their own, and which others may have too."""
    editors = [editor for volume in volumes for editor in volume.each("meta", "editor")]
    authors = [author for volume in volumes for author in volume.each("paper", "author")]
    return frozenset(
        fold(f"{text_of(each, 'first')} {text_of(each, 'last')}")
        for each in (*editors, *authors)
        if called(each)
    )


ACL_ANTHOLOGY = SourceFormat(
    name="acl-anthology", title="XML of the ACL Anthology", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_system=True, parts_names=True,
)  # fmt: skip
