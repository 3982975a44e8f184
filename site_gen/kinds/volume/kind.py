"""A volume of an edition's proceedings, where there are several."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Kind, Listed
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import PapersOf, VolumeOf


def _ids(_contents: Catalogue, subject: VolumeOf) -> Iterator[str]:
    """Its own, and those in which archives name the year before the volume ("2022.acl-long")."""
    yield from (subject.volume, f"{subject.edition}/{subject.volume}", f"{subject.edition}.{subject.volume}")


def _papers(contents: Catalogue, subject: VolumeOf) -> list[Listed]:
    papers = contents.editions[subject.edition].in_volume.get(subject.volume, ())
    return [(subject.edition, paper) for paper in papers]


VOLUME = Kind(
    name="volume",
    subject=VolumeOf,
    package=__package__,
    subjects=each_of_editions(VolumeOf, lambda edition: edition.volumes),
    route=lambda subject: f"{subject.edition}/volumes/{subject.volume}/",
    template="volume.html",
    markdown="volume.md",
    section=lambda _, subject: PapersOf(subject.edition),
    results=lambda locale: {"volume": (locale.words.volume, locale.words.volumes)},
    ids=_ids,
    titles=lambda contents, subject: (contents.editions[subject.edition].volumes[subject.volume].title,),
    papers=_papers,
    pack="papers",
    written=lambda subject: ("volumes", subject.edition, subject.volume),
    is_one_of_many=True,
    edition_names=("volumes",),
)
