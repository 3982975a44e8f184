"""build.py without exports and the booklet: the job of the generators beside it, which make none."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import site_gen.exports
import site_gen.kinds
from site_gen.exports.data.conference_json import CONFERENCE_JSON
from site_gen.exports.host.web_manifest import WEB_MANIFEST
from site_gen.exports.search.index import SEARCH_INDEX
from site_gen.kinds.booklet.kind import BOOKLET

# Before the build takes them. Pages name the manifest, the index and the data: these stay, empty.
site_gen.exports.EXPORTS = tuple(
    replace(export, body=lambda _site, _key: b"") for export in (CONFERENCE_JSON, SEARCH_INDEX, WEB_MANIFEST)
)
site_gen.exports.POST_BUILD_EXPORTS = ()
# No other has a page of all abstracts with their citations.
site_gen.kinds.KINDS = tuple(kind for kind in site_gen.kinds.KINDS if kind is not BOOKLET)

from site_gen.__main__ import run  # noqa: E402  # after that

if __name__ == "__main__":
    sys.exit(run())
