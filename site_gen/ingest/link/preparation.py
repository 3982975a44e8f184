"""What the readings of an edition need before they are linked: whole days and titles, and one zone."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.conference import Conference
from site_gen.ingest.known import Known
from site_gen.ingest.link.described import with_described
from site_gen.ingest.link.edition_days import with_edition_days
from site_gen.ingest.link.languages import without_language
from site_gen.ingest.link.lettered_zones import with_offsets
from site_gen.ingest.link.local_zone import ZoneSought, edition_zone
from site_gen.ingest.link.localtime import in_local_time
from site_gen.ingest.link.paper_sessions import with_named_papers
from site_gen.ingest.link.parted_titles import with_parted_titles
from site_gen.ingest.link.presenters import with_presenters
from site_gen.ingest.link.refused import without_refused
from site_gen.ingest.link.submissions import accepted_only
from site_gen.ingest.link.talk_labels import with_labelled_talks
from site_gen.ingest.link.talks_of_sessions import with_talks_of_sessions
from site_gen.ingest.reading.metadata.own_places import with_own_places
from site_gen.ingest.records import Fact, Reading
from site_gen.problems import ProblemLog


def prepared(
    readings: Sequence[Reading],
    conference: Conference,
    known: Known,
    language: str,
    sought: ZoneSought,
    problems: ProblemLog,
) -> tuple[list[Reading], Fact[str] | None]:
    """The readings of an edition with accepted papers alone and times on its own clocks; and the zone that
    they state, None where they state none or content has its own.

    `language` is that of the series: only another one is worth a word.
    """
    accepted = without_language(with_parted_titles(accepted_only(readings), known), language)
    named = map(with_own_places, with_named_papers(without_refused(accepted, problems), known))
    held = with_presenters(list(named), known)
    dated = with_edition_days(held, conference, problems)
    offset = with_offsets(dated, sought.own or sought.default, conference.year)
    zone = edition_zone(offset, sought, problems)
    local = in_local_time(offset, sought.own or (zone.value if zone else sought.default))
    return with_described(with_talks_of_sessions(with_labelled_talks(local), problems)), zone
