"""`<edition>/offline.json` and the packs that it names: what a reader saves for times without a network.

The first one is small, for it says what saving would cost. A pack tells of every address in it how large its
file is and how it is told from a later one. PDFs, archives and the other files beside pages are in none.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from site_gen.graph.queries import resource
from site_gen.site import Naming, Output, Page, PostBuildExport, Site, Subject
from site_gen.site.subjects import EditionOf, PartOf

PACK_NAMES = ("programme", "papers", "people")

_ASSETS = "assets/"
_ON_EVERY_PAGE = (".css", ".js")
_NAMED_ASSET = re.compile(rb"""assets/[^"'\s<>()?#,&]+""")
_SHORT = 16  # hexadecimal digits of a sha256


def _files(site: Site) -> Iterator[Naming]:
    for edition in site.catalogue.editions:
        for pack in PACK_NAMES:
            yield PartOf(EditionOf(edition), pack), f"{edition}/offline/{pack}.json"
        yield EditionOf(edition), f"{edition}/offline.json"


def _reads(site: Site, subject: Subject, outputs: Mapping[str, Output]) -> Iterator[Output]:
    """The pages of a pack, with those of the programme the assets, some of which these name; of all packs
    the packs themselves."""
    if not isinstance(subject, PartOf):
        packs = (PartOf(subject, each) for each in PACK_NAMES)
        yield from (outputs[site.file_address(PACKS, each)] for each in packs)
        return
    yield from (outputs[file] for file in _pages_of(site)[subject.whole.edition, subject.name])
    if subject.name == "programme":
        yield from (output for path, output in outputs.items() if path.startswith(_ASSETS))


@resource
def _pages_of(site: Site) -> Mapping[tuple[str, str], Sequence[str]]:
    """The files of the pages of every pack, and of what their scripts ask for, by edition and pack."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in site.pages:
        for edition, pack in _packs_of(site, page):
            found[edition, pack].append(page.file)
    for file in site.files:
        if file.export.pack:
            editions = [file.subject.edition] if file.subject.edition else site.catalogue.editions
            for edition in editions:
                found[edition, file.export.pack].append(file.route)
    return found


def _packs_of(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    editions = site.catalogue.editions if page.kind.in_all_packs else editions_of(site, page)
    yield from ((edition, page.kind.pack) for edition in editions)


def _body(subject: Subject, reads: Sequence[Output], read: Callable[[str], bytes]) -> bytes:
    if isinstance(subject, EditionOf):
        return _document({"packs": [_summary(output, read(output.path)) for output in reads]})
    pages = [output for output in reads if not output.path.startswith(_ASSETS)]
    assets = [output for output in reads if output.path.startswith(_ASSETS)]
    named = {path for page in pages for path in _NAMED_ASSET.findall(read(page.path))} if assets else set()
    assets = [each for each in assets if each.path.encode() in named or each.path.endswith(_ON_EVERY_PAGE)]
    return _document(
        {output.path.removesuffix("index.html"): _digest_and_size(output) for output in (*pages, *assets)}
    )


def _digest_and_size(output: Output) -> list[str | int]:
    return [output.sha256[:_SHORT], output.size]


def _summary(output: Output, pack: bytes) -> dict[str, str | int]:
    files = json.loads(pack)
    return {
        "name": output.path.rpartition("/")[2].removesuffix(".json"),
        "list": output.path,
        "digest": output.sha256[:_SHORT],
        "files": len(files),
        "size": sum(size for _, size in files.values()),
    }


def _document(value: Mapping[str, object]) -> bytes:
    """JSON with one line an entry of the outermost object."""
    lines = (f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(entry, separators=(',', ':'))}"
             for name, entry in sorted(value.items()))  # fmt: skip
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


PACKS = PostBuildExport("packs", _files, _reads, _body)


def editions_of(site: Site, page: Page) -> list[str]:
    """The editions that a page is of: a person's, those of their papers; none for one of the series, and for
    one that says all again for print, or nothing."""
    return list(page.kind.editions(site, page.subject)) if page.kind.pack else []
