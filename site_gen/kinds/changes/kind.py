"""What changed in the programme of an edition."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import ChangesOf

CHANGES = Kind(
    name="changes",
    subject=ChangesOf,
    package=__package__,
    subjects=one_of_editions(ChangesOf, lambda _, edition: edition.changes),
    made_of="changes",
    route=lambda subject: f"{subject.edition}/changes/",
    template="changes.html",
    markdown="changes.md",
    menu=lambda site, _: site.locale.words.changes,
    edition_names=("changes",),
)
