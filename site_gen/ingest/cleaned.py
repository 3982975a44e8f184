"""What is done to every reading, whatever its format: then each value is what it is called, and no more."""

from __future__ import annotations

from collections.abc import Callable

from site_gen.ingest.reading.entries.byline_labels import without_byline_labels
from site_gen.ingest.reading.entries.lives_in_texts import with_lives
from site_gen.ingest.reading.entries.numbered_papers import with_numbered_papers
from site_gen.ingest.reading.entries.people_in_titles import with_people_in_titles
from site_gen.ingest.reading.entries.sessions_again import with_sessions_once
from site_gen.ingest.reading.entries.volume_pages import without_volume_pages
from site_gen.ingest.reading.metadata.join_links import without_join_links
from site_gen.ingest.reading.metadata.own_places import with_own_places
from site_gen.ingest.reading.people.orcids import with_orcids
from site_gen.ingest.reading.people.people import with_people
from site_gen.ingest.reading.tables.title_status import with_title_status
from site_gen.ingest.reading.texts.empty_texts import without_empty_texts
from site_gen.ingest.reading.texts.hash_tags import without_hash_tags
from site_gen.ingest.reading.texts.session_labels import without_session_labels
from site_gen.ingest.reading.texts.shared_tails import without_shared_tails
from site_gen.ingest.reading.texts.tex_texts import without_tex
from site_gen.ingest.reading.titles.award_words import with_title_awards
from site_gen.ingest.reading.titles.awards_of_people import with_awards_of_people
from site_gen.ingest.reading.titles.ceremony_speakers import with_ceremony_speakers
from site_gen.ingest.reading.titles.closing_rows import with_ends_of_sessions
from site_gen.ingest.reading.titles.family_names import with_family_names
from site_gen.ingest.reading.titles.labelled_speakers import with_labelled_speakers
from site_gen.ingest.reading.titles.paper_labels import without_paper_labels
from site_gen.ingest.reading.titles.rooms_behind_people import with_rooms_behind_people
from site_gen.ingest.reading.titles.speaker_tails import with_speakers
from site_gen.ingest.reading.titles.speakers_first import with_speakers_first
from site_gen.ingest.reading.titles.title_attendance import with_attendance
from site_gen.ingest.reading.titles.title_codes import with_boards
from site_gen.ingest.reading.titles.title_lengths import without_title_lengths
from site_gen.ingest.reading.titles.title_links import without_title_links
from site_gen.ingest.reading.titles.title_numbers import with_numbers
from site_gen.ingest.reading.titles.title_rooms import with_title_rooms
from site_gen.ingest.reading.titles.title_tails import without_title_tails
from site_gen.ingest.reading.titles.title_times import without_title_times
from site_gen.ingest.reading.titles.title_types import with_session_types, with_types
from site_gen.ingest.records import Reading

_STEPS: tuple[Callable[[Reading], Reading], ...] = (
    without_volume_pages, without_hash_tags, without_title_tails, without_title_links, without_join_links,
    without_empty_texts, with_numbered_papers, without_session_labels, without_title_times,
    without_title_lengths, with_title_status, with_attendance, with_title_rooms, with_boards,
    without_paper_labels, with_numbers, with_title_awards, with_awards_of_people,
    with_types, with_session_types, with_own_places, without_tex, with_people, with_orcids,
    without_byline_labels, with_labelled_speakers, with_speakers_first, with_people_in_titles,
    with_own_places,  # again, for papers that were titles
    with_speakers, with_ceremony_speakers, with_family_names, with_ends_of_sessions,
    without_shared_tails, with_lives, with_rooms_behind_people, with_sessions_once,
)  # fmt: skip

_OF_EVERY_FORMAT = frozenset((
    without_volume_pages, without_hash_tags, without_join_links, without_empty_texts, without_session_labels,
    with_own_places, without_tex, with_people, with_orcids, without_shared_tails, with_sessions_once,
))  # fmt: skip
"""Steps for our own files and published titles too; the others part what was typed beside a value from it."""


def cleaned(reading: Reading) -> Reading:
    """A reading after all steps that its format needs."""
    for step in _STEPS:
        if reading.format.is_copied or step in _OF_EVERY_FORMAT:
            reading = step(reading)
    return reading
