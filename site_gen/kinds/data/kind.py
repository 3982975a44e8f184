"""`/data/`: the list of all exports."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import DataPage


def _subjects(contents: Catalogue) -> Iterator[tuple[DataPage, Place]]:
    yield DataPage(), contents.locate("series")


DATA = Kind(
    name="data",
    subject=DataPage,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "data/",
    template="data.html",
    markdown="data.md",
    menu=lambda site, _: site.locale.words.data,
    in_foot=True,
    has_source=lambda *_: False,
    series_names=("data",),
)
