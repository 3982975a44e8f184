"""`/my/`: a reader's own programme."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import MyProgramme


def _subjects(contents: Catalogue) -> Iterator[MyProgramme]:
    if any(edition.papers or edition.sessions for edition in contents.editions.values()):
        yield MyProgramme()


MY = Kind(
    name="my",
    subject=MyProgramme,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "my/",
    template="my.html",
    menu=lambda site, _: site.locale.words.my.title,
    in_all_packs=True,
    is_in_sitemap=False,
    series_names=("my",),
)
