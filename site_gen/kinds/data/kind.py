"""`/data/`: the list of all exports."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import DataPage

DATA = Kind(
    name="data",
    subject=DataPage,
    package=__package__,
    subjects=one_of_series(DataPage),
    route=lambda _: "data/",
    template="data.html",
    markdown="data.md",
    menu=lambda site, _: site.locale.words.data,
    in_foot=True,
    has_source=lambda *_: False,
    series_names=("data",),
)
