"""Rules over references: the volume of a paper and the whole of a page are there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from site_gen.conference import Conference, ProsePage
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import counted
from site_gen.text.suggestions import listed, suggestion


def report_unknown(
    kind: str, wanted: str, known: Collection[str], place: Place, problems: ProblemLog
) -> None:
    """Report that there is no such room, paper or session, with the nearest one that there is."""
    hint = suggestion(
        wanted, known, f"the edition has {counted(len(known), kind)}: name one, or bring this one back"
    )
    problems.error(f"unknown-{kind}", f"no {kind} '{wanted}'", place, hint)


def validate_volumes(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    """Report papers in a volume that is not there, and in none where the others are in one."""
    volumes = [volume.id for volume in conference.volumes]
    for paper in conference.papers:
        if paper.volume and paper.volume not in volumes:
            place = locate("papers", conference.id, paper.id, "volume")
            report_unknown("volume", paper.volume, volumes, place, problems)
    outside = [paper.id for paper in conference.papers if not paper.volume]
    if volumes and outside:
        what = f"{counted(len(outside), 'paper')} of {conference.id} in no volume: {listed(outside)}"
        hint = f"write `volume:` into each, as `volume: {volumes[0]}`; else they are cited as in none"
        problems.warning("no-volume", what, locate("conference", conference.id, "", "volumes"), hint)


def validate_prose_pages(
    edition: str, pages: Sequence[ProsePage], locate: Locate, problems: ProblemLog
) -> None:
    """A page is part of one that there is, and that is in a menu itself; edition "" is for the series."""
    known = {page.id: page for page in pages}
    for page in pages:
        if page.part_of is None:
            continue
        place = locate("pages", edition, page.id, "part_of")
        if page.part_of == page.id:
            problems.error("part-of-itself", f"page '{page.id}' is part of itself", place)
        elif (whole := known.get(page.part_of)) is None:
            hint = suggestion(page.part_of, known, f"pages: {', '.join(known)}")
            problems.error("unknown-page", f"no page '{page.part_of}'", place, hint)
        elif whole.part_of:
            what = f"page '{whole.id}' is itself part of '{whole.part_of}'"
            problems.error("part-of-part", what, place, f"`part_of: {whole.part_of}` lists both there")
