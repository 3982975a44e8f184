"""What is made of the finished output, one module each."""

from __future__ import annotations

from site_gen.exports.bundles.archive import ARCHIVE
from site_gen.exports.bundles.packs import PACKS
from site_gen.exports.bundles.single_file import SINGLE_FILE
from site_gen.exports.bundles.worker import WORKER
from site_gen.site import PostBuildExport

POST_BUILD_EXPORTS: tuple[PostBuildExport, ...] = (ARCHIVE, PACKS, WORKER, SINGLE_FILE)
