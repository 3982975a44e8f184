"""What a PDF says of itself, as far as it stands there in plain letters: titles, and texts of first pages."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from io import BytesIO

from site_gen.ingest.reading.texts.archives import BROKEN
from site_gen.text import squeeze

# The end is never looked for beyond the next beginning: what has none is passed over once.
_TEXT = re.compile(rb"\(((?:\\.|[^\\()])*+)(\)?)", re.DOTALL)
# What a PDF is called stands in one of its dictionaries, or in its metadata as XML.
_STATED = re.compile(
    rb"/Title\s*(?:\(((?:\\.|[^\\()]|\([^()]*\))*)\)|<([0-9A-Fa-f\s]+)>)"
    rb"|<dc:title>.{0,200}?<rdf:li[^<>]*>([^<>]+)<",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[^0-7])")
LARGEST = 200_000_000  # bytes of a PDF in an archive
_MOST_STREAMS, _UNFOLDED = 40, 300_000  # and bytes that each may unfold to
READ, READ_AT_END = 3_000_000, 300_000  # bytes of a PDF in which its title is looked for


def holds_pdfs(held: bytes) -> bool:
    """Whether a file is a PDF, or an archive that holds one."""
    if held.startswith(b"%PDF"):
        return True
    if not held.startswith(b"PK"):
        return False
    with suppress(*BROKEN), zipfile.ZipFile(BytesIO(held)) as archive:
        return bool(pdfs_in(archive))
    return False


def pdfs_in(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The PDFs in an archive, as it lists them; what macOS notes beside each is none."""
    found = [each for each in archive.infolist() if each.filename.lower().endswith(".pdf")]
    return [each for each in found if each.file_size <= LARGEST and not each.filename.startswith("__MACOSX/")]


def stated_titles(body: bytes) -> Iterator[str]:
    """What a PDF says that it is called; its chapters say so too."""
    for part in (body, *_unfolded(body)):
        for literal, digits, marked in _STATED.findall(part):
            held = bytes.fromhex(_even(digits)) or _ESCAPE.sub(_unescaped, literal)
            coded = "utf-16" if held.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8"
            text = squeeze(unescape(marked.decode("utf-8", "replace")) or held.decode(coded, "replace"))
            if text:
                yield text


def _even(digits: bytes) -> str:
    """Digits without white space; the last byte may lack its second one."""
    plain = b"".join(digits.split()).decode()
    return plain if len(plain) % 2 == 0 else f"{plain}0"


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8) & 255]) if match[1].isdigit() else match[1]


def _unfolded(body: bytes) -> Iterator[bytes]:
    """The first streams and the last, unfolded where they are folded as most are."""
    parts = body.split(b"endstream")[:-1]
    streams = [part.partition(b"stream")[2].strip(b"\r\n") for part in parts]
    last = streams[max(_MOST_STREAMS, len(streams) - _MOST_STREAMS) :]
    for stream in (*streams[:_MOST_STREAMS], *last):
        try:
            yield zlib.decompressobj().decompress(stream, _UNFOLDED)
        except zlib.error:
            continue


def printed_texts(body: bytes) -> Iterator[str]:
    """The texts that are printed on the first pages, as far as they stand in plain letters."""
    yield from (text for text in _literals(body[:READ]) if len(text) > 5)
    for plain in _unfolded(body):
        yield "".join(_literals(plain))


def _literals(body: bytes) -> Iterator[str]:
    return (held.decode("latin-1") for held, end in _TEXT.findall(body) if end)
