"""`sw.js`: the service worker at the root of the site, so that it may stand before all of it.

What it does is in `static/worker.js`. Here it only gets a version: another one where the page of what can be
read offline, a style sheet or a script is another one, so that browsers fetch these before they are needed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from site_gen.site import Output, PostBuildExport, Site, Subject
from site_gen.site.naming import of_series
from site_gen.site.subjects import OfflinePage

_WORKER = re.compile(r"assets/worker\.[0-9a-f]{8}\.js")


def _reads(site: Site, _subject: Subject, outputs: Mapping[str, Output]) -> Iterator[Output]:
    yield outputs[site.address(OfflinePage()) + "index.html"]
    yield from (
        output
        for path, output in outputs.items()
        if path.startswith("assets/") and path.endswith((".css", ".js"))
    )


def _body(_subject: Subject, reads: Sequence[Output], _read: Callable[[str], bytes]) -> bytes:
    version = hashlib.sha256("".join(output.sha256 for output in reads).encode()).hexdigest()[:16]
    worker = next(output.path for output in reads if _WORKER.fullmatch(output.path))
    return f'const VERSION = "{version}";\nimportScripts("{worker}");\n'.encode()


WORKER = PostBuildExport("worker", of_series("sw.js"), _reads, _body)
