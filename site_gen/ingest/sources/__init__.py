"""The source formats: each a parser for a family of documents. A new one is a module and a line here."""

from __future__ import annotations

from site_gen.ingest.records import SourceFormat
from site_gen.ingest.sources._cuts import warn_cut
from site_gen.ingest.sources.acl_anthology import ACL_ANTHOLOGY
from site_gen.ingest.sources.any_csv import ANY_CSV
from site_gen.ingest.sources.awards_page import AWARDS_PAGE
from site_gen.ingest.sources.bibtex import BIBTEX
from site_gen.ingest.sources.cmt import CMT
from site_gen.ingest.sources.easychair import EASYCHAIR
from site_gen.ingest.sources.frab_json import FRAB_JSON
from site_gen.ingest.sources.frab_xml import FRAB_XML
from site_gen.ingest.sources.hotcrp import HOTCRP
from site_gen.ingest.sources.icalendar import ICALENDAR
from site_gen.ingest.sources.miniconf_calendar import MINICONF_CALENDAR
from site_gen.ingest.sources.miniconf_papers import MINICONF_PAPERS
from site_gen.ingest.sources.openreview import OPENREVIEW
from site_gen.ingest.sources.own_csv import OWN_CSV
from site_gen.ingest.sources.papers_cool import PAPERS_COOL
from site_gen.ingest.sources.posters_page import POSTERS_PAGE
from site_gen.ingest.sources.programme_csv import PROGRAMME_CSV
from site_gen.ingest.sources.schedule_page import SCHEDULE_PAGE
from site_gen.ingest.sources.virtual_site import VIRTUAL_SITE

__all__ = ["SOURCE_FORMATS", "detect", "warn_cut"]

SOURCE_FORMATS: tuple[SourceFormat, ...] = (
    AWARDS_PAGE, SCHEDULE_PAGE, POSTERS_PAGE, PAPERS_COOL, BIBTEX,
    HOTCRP, EASYCHAIR, CMT, OPENREVIEW, ANY_CSV, PROGRAMME_CSV,
    FRAB_JSON, FRAB_XML, ICALENDAR, OWN_CSV,
    MINICONF_PAPERS, MINICONF_CALENDAR, VIRTUAL_SITE, ACL_ANTHOLOGY,
)  # fmt: skip


def detect(text: str) -> SourceFormat | None:
    """The format that recognises the text most surely; None where none does."""
    scored = [(source_format.recognise(text), source_format) for source_format in SOURCE_FORMATS]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if score > 0 else None
