"""The one writer of the output folder: it is always the whole old site or the whole new one."""

from site_gen.publish.manifest import MANIFEST, Entry, Manifest
from site_gen.publish.planned_outputs import PlannedOutput
from site_gen.publish.publication import Publication, Published
from site_gen.publish.published import (
    PEOPLE_JSON,
    NotPublished,
    published_file,
    published_manifest,
    says_what_is_where,
)
from site_gen.publish.untouched import is_untouched

__all__ = [
    "MANIFEST", "PEOPLE_JSON", "Entry", "Manifest", "NotPublished", "PlannedOutput", "Publication",
    "Published", "is_untouched", "published_file", "published_manifest", "says_what_is_where",
]  # fmt: skip
