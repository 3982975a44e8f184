"""The machine-readable files: each can be read, every address in them exists, and all counts are equal."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import TypeAlias
from urllib.parse import urlsplit
from xml.etree import ElementTree

from site_gen.check.links import Addresses
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted, first_of

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_BIBTEX_ENTRY = re.compile(rb"^@(?!(?:string|comment|preamble)\b)\w+\s*[{(]", re.IGNORECASE | re.MULTILINE)
_MOST_NAMED = 5


def check_exports(
    exports: Mapping[str, bytes],
    pages: Set[str],
    listed: Set[str],
    addresses: Addresses,
    problems: ProblemLog,
) -> None:
    """Check the exports, by path.

    `pages` are the pages that show something, `listed` those of them that a sitemap names.
    """
    documents = {
        path: _json(path, body, problems) for path, body in exports.items() if path.endswith(".json")
    }
    for path, document in documents.items():
        _check_addresses(path, document, addresses, problems)
        if path.endswith("/conference.json") and isinstance(document, dict):
            edition = path.removesuffix("conference.json")
            for kind in ("papers", "sessions"):
                _compare(path, kind, _ids(document.get(kind)), _folders(pages, f"{edition}{kind}/"), problems)
            _check_bibtex(f"{edition}papers.bib", exports, _ids(document.get("papers")), path, problems)
    if isinstance(documents.get("authors.json"), list):
        _compare(
            "authors.json", "authors", _ids(documents["authors.json"]), _folders(pages, "authors/"), problems
        )
    for path, body in exports.items():
        if path.endswith(".xml"):
            root = _xml(path, body, problems)
            if path == "sitemap.xml" and root is not None:
                _check_sitemap([each.text or "" for each in root.iter(_LOC)], listed, addresses, problems)


def _json(path: str, body: bytes, problems: ProblemLog) -> Json:
    try:
        document: Json = json.loads(body)
    except UnicodeDecodeError:
        problems.error("not-utf8", "the file is not UTF-8", Place(path), "build again")
    except json.JSONDecodeError as error:
        problems.error("broken-json", f"not JSON: {error.msg}", Place(path, error.lineno, error.colno))
    except RecursionError:
        problems.error("broken-json", "not JSON that can be read: nested too deep", Place(path))
    else:
        return document
    return None


def _xml(path: str, body: bytes, problems: ProblemLog) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        line, column = error.position
        problems.error("broken-xml", f"not XML: {error.msg.split(':')[0]}", Place(path, line, column + 1))
        return None


def _check_addresses(path: str, document: Json, addresses: Addresses, problems: ProblemLog) -> None:
    for url in _urls(document):
        inside = addresses.inside(url)
        parts = urlsplit(url if inside is None else inside)
        if not parts.scheme and not parts.netloc and addresses.file(parts.path.removeprefix("/")) is None:
            problems.error("broken-link", f"the url '{url}' leads to no file of the site", Place(path))


def _urls(document: Json) -> Iterator[str]:
    """Every "url" in a document, however deep."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            url = value.get("url")
            if isinstance(url, str):
                yield url
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _ids(items: Json) -> list[str]:
    found = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [own for own in found if isinstance(own, str)]


def _folders(pages: Set[str], parent: str) -> set[str]:
    """The names of the pages that lie just below a page."""
    names = (
        page.removeprefix(parent).removesuffix("/index.html") for page in pages if page.startswith(parent)
    )
    return {name for name in names if name != "index.html" and "/" not in name}


def _compare(path: str, kind: str, ids: Sequence[str], pages: Set[str], problems: ProblemLog) -> None:
    differing = [f"no page of {_some(set(ids) - pages)}"] if set(ids) - pages else []
    differing += [f"only a page of {_some(pages - set(ids))}"] if pages - set(ids) else []
    differing += [f"twice {_some(_repeated(ids))}"] if len(ids) != len(set(ids)) else []
    if differing:
        what = f"{len(ids)} {kind} here, {counted(len(pages), 'page')} of {kind}: {'; '.join(differing)}"
        problems.error("counts-differ", what, Place(path), "build again")


def _check_bibtex(
    path: str, exports: Mapping[str, bytes], papers: Sequence[str], other: str, problems: ProblemLog
) -> None:
    if path in exports and (entries := len(_BIBTEX_ENTRY.findall(exports[path]))) != len(papers):
        what = f"{counted(entries, 'entry', 'entries')} here, {counted(len(papers), 'paper')} in {other}"
        problems.error("counts-differ", what, Place(path), "build again")


def _check_sitemap(urls: Sequence[str], listed: Set[str], addresses: Addresses, problems: ProblemLog) -> None:
    place = Place("sitemap.xml")
    files = [_file_of(url, addresses.inside, addresses) for url in urls]
    for url, file in zip(urls, files, strict=True):
        if file is None:
            problems.error("broken-link", f"'{url}' is no page of the site", place)
    for file in sorted(_repeated([file for file in files if file])):
        problems.error("counts-differ", f"'{file}' stands twice", place)
    missing = listed - {file for file in files if file}
    if missing:
        what = f"{counted(len(urls), 'address', 'addresses')} here, {counted(len(listed), 'page')}: "
        problems.error("counts-differ", f"{what}no address of {_some(missing)}", place, "build again")


def _file_of(url: str, inside: Callable[[str], str | None], addresses: Addresses) -> str | None:
    route = inside(url)
    return None if route is None else addresses.file(route)


def _repeated(values: Sequence[str]) -> set[str]:
    return {value for value, number in Counter(values).items() if number > 1}


def _some(names: Set[str]) -> str:
    """Names in order, at most a few of them."""
    return first_of([f"'{name}'" for name in sorted(names)], _MOST_NAMED)
