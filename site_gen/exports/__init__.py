"""The machine-readable files, one module each."""

from __future__ import annotations

from site_gen.exports.bundles import POST_BUILD_EXPORTS
from site_gen.exports.calendar.calendar import CALENDAR
from site_gen.exports.calendar.programme import PROGRAMME
from site_gen.exports.citations.bibtex import BIBTEX
from site_gen.exports.citations.citation_file import CITATION_FILE
from site_gen.exports.citations.crossref import CROSSREF
from site_gen.exports.citations.csl_json import CSL_JSON
from site_gen.exports.citations.ris import RIS
from site_gen.exports.data.authors_json import AUTHORS_JSON
from site_gen.exports.data.conference_json import CONFERENCE_JSON
from site_gen.exports.data.csv_tables import CSV
from site_gen.exports.data.llms import LLMS
from site_gen.exports.data.llms_full import LLMS_FULL
from site_gen.exports.data.markdown import MARKDOWN
from site_gen.exports.data.schemas import SCHEMAS
from site_gen.exports.feeds.atom import ATOM
from site_gen.exports.feeds.changes_feed import CHANGES_FEED
from site_gen.exports.frab.now_json import NOW_JSON
from site_gen.exports.frab.schedule_json import SCHEDULE_JSON
from site_gen.exports.frab.schedule_xml import SCHEDULE_XML
from site_gen.exports.host.host_files import HOST_FILES
from site_gen.exports.host.robots import ROBOTS
from site_gen.exports.host.share_cards import SHARE_CARDS, require_cards
from site_gen.exports.host.sitemap import SITEMAP
from site_gen.exports.host.web_manifest import WEB_MANIFEST
from site_gen.exports.search.index import SEARCH_INDEX
from site_gen.exports.search.opensearch import OPENSEARCH
from site_gen.site import Export

__all__ = ["CONFERENCE_JSON", "EXPORTS", "POST_BUILD_EXPORTS", "require_cards"]

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
