"""The machine-readable files, one module each."""

from __future__ import annotations

from site_gen.exports.atom import ATOM
from site_gen.exports.authors_json import AUTHORS_JSON
from site_gen.exports.bibtex import BIBTEX
from site_gen.exports.calendar import CALENDAR
from site_gen.exports.changes_feed import CHANGES_FEED
from site_gen.exports.citation_file import CITATION_FILE
from site_gen.exports.conference_json import CONFERENCE_JSON
from site_gen.exports.crossref import CROSSREF
from site_gen.exports.csl_json import CSL_JSON
from site_gen.exports.csv_tables import CSV
from site_gen.exports.host_files import HOST_FILES
from site_gen.exports.late import LATE_EXPORTS
from site_gen.exports.llms import LLMS
from site_gen.exports.llms_full import LLMS_FULL
from site_gen.exports.markdown import MARKDOWN
from site_gen.exports.now_json import NOW_JSON
from site_gen.exports.opensearch import OPENSEARCH
from site_gen.exports.programme import PROGRAMME
from site_gen.exports.ris import RIS
from site_gen.exports.robots import ROBOTS
from site_gen.exports.schedule_json import SCHEDULE_JSON
from site_gen.exports.schedule_xml import SCHEDULE_XML
from site_gen.exports.schemas import SCHEMAS
from site_gen.exports.search_index import SEARCH_INDEX
from site_gen.exports.share_cards import SHARE_CARDS
from site_gen.exports.sitemap import SITEMAP
from site_gen.exports.web_manifest import WEB_MANIFEST
from site_gen.site import Export

__all__ = ["EXPORTS", "LATE_EXPORTS"]

EXPORTS: tuple[Export, ...] = (
    CONFERENCE_JSON,
    AUTHORS_JSON,
    CALENDAR,
    SCHEDULE_XML,
    SCHEDULE_JSON,
    NOW_JSON,
    BIBTEX,
    RIS,
    CSL_JSON,
    CSV,
    CROSSREF,
    PROGRAMME,
    CITATION_FILE,
    SCHEMAS,
    ATOM,
    CHANGES_FEED,
    ROBOTS,
    HOST_FILES,
    OPENSEARCH,
    WEB_MANIFEST,
    SHARE_CARDS,
    MARKDOWN,
    LLMS,
    LLMS_FULL,
    SEARCH_INDEX,
    SITEMAP,
)
