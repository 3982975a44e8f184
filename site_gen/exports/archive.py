"""`<edition>/archive.zip`: the data of an edition in one file, to be kept where sites do not last.

It holds the edition's own exports as they are published, CITATION.cff (https://citation-file-format.github.io)
and SHA256SUMS of all of them, which `sha256sum --check` reads. Nothing in it is compressed: another
version of zlib would make other bytes of the same content.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from site_gen.exports._citation_file import citation_file
from site_gen.problems import Place
from site_gen.site import Catalogue, Export, Key, Site

# The exports whose file of an edition is kept.
_KEPT = frozenset(
    ["conference-json", "schedule-json", "schedule-xml", "calendar", "bibtex", "ris", "csl-json", "csv",
     "crossref"]
)  # fmt: skip
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o100644 << 16
_UNIX = 3


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.papers:
            place = contents.locate("conference", edition_id)
            yield ("archive", edition_id), f"{edition_id}/archive.zip", place


def _body(site: Site, key: Key) -> bytes:
    edition_id = key[1]
    kept = dict(_data(site, edition_id))
    kept["CITATION.cff"] = citation_file(site, edition_id)
    sums = (f"{hashlib.sha256(kept[name]).hexdigest()}  {name}\n" for name in sorted(kept))
    kept["SHA256SUMS"] = "".join(sums).encode()
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name in sorted(kept):
            archive.writestr(_entry(f"{edition_id}/{name}"), kept[name])
    return written.getvalue()


def _data(site: Site, edition_id: str) -> Iterator[tuple[str, bytes]]:
    """The files that lie directly in the edition's folder, by their names."""
    folder = f"{edition_id}/"
    for file in site.files:
        name = file.route.removeprefix(folder)
        if file.export.name in _KEPT and file.route.startswith(folder) and "/" not in name:
            yield name, file.export.body(site, file.key)


def _entry(name: str) -> ZipInfo:
    """An entry that says nothing of the machine: a fixed date, a fixed system, the same rights."""
    entry = ZipInfo(name, _FIRST_DAY_OF_ZIP)
    entry.create_system, entry.external_attr = _UNIX, _READABLE_BY_ALL
    return entry


ARCHIVE = Export(
    name="archive",
    files=_files,
    body=_body,
    title="Archive",
    description="The data of an edition in one zip file, with SHA-256 sums and CITATION.cff.",
    media_type="application/zip",
)
