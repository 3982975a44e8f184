"""The source formats: each a parser for documents of one sort. A new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from site_gen.ingest.formats.acl.collection import ACL_ANTHOLOGY
from site_gen.ingest.formats.bibtex.entries import BIBTEX
from site_gen.ingest.formats.dblp.dblp_json import DBLP_JSON
from site_gen.ingest.formats.dblp.dblp_xml import DBLP_XML
from site_gen.ingest.formats.frab.pretalx_talks import PRETALX
from site_gen.ingest.formats.frab.schedule_json import FRAB_JSON
from site_gen.ingest.formats.frab.schedule_xml import FRAB_XML
from site_gen.ingest.formats.icalendar import ICALENDAR
from site_gen.ingest.formats.indico.exports import INDICO
from site_gen.ingest.formats.lists.abstracts_book import ABSTRACTS_BOOK
from site_gen.ingest.formats.lists.accepted import ACCEPTED_LIST
from site_gen.ingest.formats.lists.invited_speakers import INVITED_SPEAKERS
from site_gen.ingest.formats.mini_conf.calendar import MINICONF_CALENDAR
from site_gen.ingest.formats.mini_conf.papers import MINICONF_PAPERS
from site_gen.ingest.formats.openreview import OPENREVIEW
from site_gen.ingest.formats.own_json import OWN_JSON
from site_gen.ingest.formats.pages.awards import AWARDS_PAGE
from site_gen.ingest.formats.pages.posters import POSTERS_PAGE
from site_gen.ingest.formats.pages.schedule import SCHEDULE_PAGE
from site_gen.ingest.formats.papers_cool import PAPERS_COOL
from site_gen.ingest.formats.programmes.dated_sessions import DATED_SESSIONS
from site_gen.ingest.formats.programmes.dpg import DPG
from site_gen.ingest.formats.programmes.papercept import PAPERCEPT
from site_gen.ingest.formats.programmes.programme_lines import PROGRAMME_LINES
from site_gen.ingest.formats.programmes.researchr import RESEARCHR
from site_gen.ingest.formats.programmes.smart_program import SMART_PROGRAM
from site_gen.ingest.formats.programmes.timed_lines import TIMED_LINES
from site_gen.ingest.formats.references.crossref import CROSSREF
from site_gen.ingest.formats.references.csl_json import CSL_JSON
from site_gen.ingest.formats.references.endnote import ENDNOTE
from site_gen.ingest.formats.references.endnote_xml import ENDNOTE_XML
from site_gen.ingest.formats.references.medline import MEDLINE
from site_gen.ingest.formats.references.ris import RIS
from site_gen.ingest.formats.references.web_of_science import WEB_OF_SCIENCE
from site_gen.ingest.formats.sessionize import SESSIONIZE
from site_gen.ingest.formats.tables.any_csv import ANY_CSV
from site_gen.ingest.formats.tables.cmt import CMT
from site_gen.ingest.formats.tables.easychair import EASYCHAIR
from site_gen.ingest.formats.tables.grid_csv import GRID_CSV
from site_gen.ingest.formats.tables.hotcrp import HOTCRP
from site_gen.ingest.formats.tables.labelled import LABELLED_LIST
from site_gen.ingest.formats.tables.markdown import MARKDOWN_TABLES
from site_gen.ingest.formats.tables.numbered_talks import NUMBERED_TALKS
from site_gen.ingest.formats.tables.object_list import OBJECT_LIST
from site_gen.ingest.formats.tables.own_csv import OWN_CSV
from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV
from site_gen.ingest.formats.tables.speakers import SPEAKERS
from site_gen.ingest.formats.tables.xml_list import XML_LIST
from site_gen.ingest.formats.virtual_site import VIRTUAL_SITE
from site_gen.ingest.reading.files.front_matter import has_objects
from site_gen.ingest.records import SourceFormat

__all__ = [
    "ACCEPTED_LIST",
    "ANY_CSV",
    "OBJECT_LIST",
    "PROGRAMME_CSV",
    "SOURCE_FORMATS",
    "candidates",
    "detect",
    "sureness",
]

SOURCE_FORMATS: tuple[SourceFormat, ...] = (
    AWARDS_PAGE, SCHEDULE_PAGE, POSTERS_PAGE, PAPERS_COOL, BIBTEX,
    SMART_PROGRAM, RESEARCHR, PAPERCEPT, DPG, TIMED_LINES, PROGRAMME_LINES, DATED_SESSIONS,
    INVITED_SPEAKERS, ABSTRACTS_BOOK, ACCEPTED_LIST, LABELLED_LIST, MARKDOWN_TABLES,
    HOTCRP, EASYCHAIR, CMT, OPENREVIEW, ANY_CSV, PROGRAMME_CSV, NUMBERED_TALKS, SPEAKERS,
    FRAB_JSON, FRAB_XML, PRETALX, ICALENDAR, OWN_CSV,
    MINICONF_PAPERS, MINICONF_CALENDAR, VIRTUAL_SITE, ACL_ANTHOLOGY,
    WEB_OF_SCIENCE, MEDLINE, ENDNOTE, ENDNOTE_XML, RIS, CSL_JSON, CROSSREF, DBLP_XML, DBLP_JSON,
    OBJECT_LIST, XML_LIST, INDICO, SESSIONIZE, GRID_CSV, OWN_JSON,
)  # fmt: skip


def detect(text: str) -> SourceFormat | None:
    """The format that recognises the text most surely; None where none does."""
    return next(candidates(text), None)


def candidates(text: str) -> Iterator[SourceFormat]:
    """The formats that recognise the text, the surest first, and no other that is half as sure.

    What this program wrote is of one alone. A general format is none of what a system's own is surer of.
    Those behind the first are looked for when they are asked for: some take long, and most are not needed.
    """
    first, known = _surest(text), _known_scores(text)
    if first is None:
        return
    yield first
    if first.is_own:
        return
    half = known[first.name] / 2
    others = [each for each in _possible(text) if each is not first and not each.is_general]
    scores = {each.name: _score(each, text, known) for each in others if each.surest > half}
    for each in sorted(others, key=lambda each: -scores.get(each.name, 0)):
        if scores.get(each.name, 0) > half:
            yield each


def _surest(text: str) -> SourceFormat | None:
    """The format that is surest of a text; of several the first of all formats."""
    best, known, possible = 0, _known_scores(text), _possible(text)
    for each in sorted(possible, key=lambda each: -each.surest):
        if each.surest >= max(best, 1):
            best = max(best, _score(each, text, known))
    return next((each for each in possible if best and known.get(each.name) == best), None)


def _possible(text: str) -> Sequence[SourceFormat]:
    """The formats that a text may be of: objects are no lines of a page."""
    if not has_objects(text):
        return SOURCE_FORMATS
    return [each for each in SOURCE_FORMATS if not each.is_of_lines]


def sureness(text: str) -> int:
    """How surely the format that is surest recognises the text."""
    surest = _surest(text)
    return _known_scores(text)[surest.name] if surest else 0


def _score(source_format: SourceFormat, text: str, known: dict[str, int]) -> int:
    """How surely a format recognises a text; what is known of the text it is not asked again."""
    if source_format.name not in known:
        known[source_format.name] = source_format.recognise(text)
    return known[source_format.name]


def _known_scores(text: str) -> dict[str, int]:
    return _scores(blake2b(text.encode("utf-8", "surrogatepass")).digest())


@lru_cache(maxsize=4)  # both copies of a page, and the text that is read at last
def _scores(_digest: bytes) -> dict[str, int]:
    """What the formats that were asked say of a text, by their names: more is put in as more are asked."""
    return {}
