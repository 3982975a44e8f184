"""Rules over the volumes of an edition: each of its papers is in one of them."""

from __future__ import annotations

from site_gen.conference import Conference
from site_gen.conference.rules.references import report_unknown
from site_gen.problems import Locate, ProblemLog
from site_gen.text import counted
from site_gen.text.suggestions import listed


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
