"""`<edition>/archive.zip`: the data of an edition in one file, to be kept where sites do not last.

It holds the edition's own exports and CITATION.cff as they are published, and SHA256SUMS of all of them,
which `sha256sum --check` reads. Nothing in it is compressed: another version of zlib would make other
bytes of the same content.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from site_gen.graph.queries import resource
from site_gen.site import Output, PostBuildExport, Site, Subject
from site_gen.site.naming import of_editions, with_papers

_SUMS = "SHA256SUMS"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o100644 << 16
_UNIX = 3


def _reads(site: Site, subject: Subject, outputs: Mapping[str, Output]) -> Iterator[Output]:
    """The kept files that lie directly in the edition's folder, by their names."""
    yield from (outputs[file] for file in _archived(site)[subject.edition])


@resource
def _archived(site: Site) -> Mapping[str, Sequence[str]]:
    """The files that are kept of every edition."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in site.files:
        folder, _, name = file.route.rpartition("/")
        if file.export.is_archived and folder in site.catalogue.editions and name:
            found[folder].append(file.route)
    return {edition: sorted(files) for edition, files in found.items()}


def _body(subject: Subject, reads: Sequence[Output], read: Callable[[str], bytes]) -> bytes:
    folder = f"{subject.edition}/"
    sums = "".join(f"{each.sha256}  {each.path.removeprefix(folder)}\n" for each in reads)
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for path in sorted([folder + _SUMS, *(each.path for each in reads)]):
            archive.writestr(_entry(path), sums if path == folder + _SUMS else read(path))
    return written.getvalue()


def _entry(name: str) -> ZipInfo:
    """An entry that says nothing of the machine: a fixed date, a fixed system, the same rights."""
    entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
    entry.create_system, entry.external_attr = _UNIX, _READABLE_BY_ALL
    return entry


ARCHIVE = PostBuildExport(
    "archive",
    of_editions("archive.zip", with_papers),
    _reads,
    _body,
    is_listed=True,
    media_type="application/zip",
)
