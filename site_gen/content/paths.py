"""Where things are written: the names of files in content/."""

from __future__ import annotations

import re

CONTENT = "content"
SITE = f"{CONTENT}/site.yaml"
AUTHORS = f"{CONTENT}/authors.yaml"
SOURCES = f"{CONTENT}/sources.yaml"
SOURCE_DOCUMENTS = f"{CONTENT}/sources"
SCHEMAS = f"{CONTENT}/schema"

SERIES_FILES = (SITE, AUTHORS, SOURCES)
NOT_EDITIONS = frozenset(["sources", "pages", "schema"])
EDITION_FILES = frozenset(
    ["conference.yaml", "sessions.yaml", "awards.yaml", "changes.yaml", "ingest-report.yaml"]
)
EDITION_FOLDERS = frozenset(["papers", "pages", "provenance", "files"])


def conference(edition: str) -> str:
    """The file of an edition's own facts."""
    return f"{CONTENT}/{edition}/conference.yaml"


def paper(edition: str, paper_id: str) -> str:
    """The file of a paper."""
    return f"{CONTENT}/{edition}/papers/{paper_id}.yaml"


def sessions(edition: str) -> str:
    """The file of an edition's sessions."""
    return f"{CONTENT}/{edition}/sessions.yaml"


def files(edition: str) -> str:
    """The folder of the files of an edition's papers."""
    return f"{CONTENT}/{edition}/files"


def awards(edition: str) -> str:
    """The file of an edition's awards."""
    return f"{CONTENT}/{edition}/awards.yaml"


def changes(edition: str) -> str:
    """The file of an edition's changes of the programme."""
    return f"{CONTENT}/{edition}/changes.yaml"


def report(edition: str) -> str:
    """The report of the last ingest of an edition."""
    return f"{CONTENT}/{edition}/ingest-report.yaml"


def page(edition: str, page_id: str) -> str:
    """The file of a prose page; edition "" for a page of the series."""
    return f"{CONTENT}/{edition}/pages/{page_id}.md" if edition else f"{CONTENT}/pages/{page_id}.md"


def provenance(edition: str, kind: str, entity: str) -> str:
    """The file that remembers where an entity's fields came from; kind as "papers" or "sessions"."""
    return f"{CONTENT}/{edition}/provenance/{kind}/{entity}.yaml"


def file_of(kind: str, edition: str = "", entity: str = "") -> str:
    """The content file in which an entity of this kind is written."""
    match kind:
        case "papers":
            return paper(edition, entity)
        case "pages":
            return page(edition, entity)
        case "sessions":
            return sessions(edition)
        case "awards":
            return awards(edition)
        case "changes":
            return changes(edition)
        case "conference" | "rooms" | "tracks" | "volumes":
            return conference(edition)
        case "authors":
            return AUTHORS
        case "sources":
            return SOURCES
        case "series":
            return SITE
    raise ValueError(f"nothing of kind {kind!r} is written in content")


_SHEET = re.compile(r"(.+\.(?:xlsx|xlsm|xls|ods))#.*", re.IGNORECASE)


def sheet_path(file: str, sheet: str) -> str:
    """The path of a document that is a sheet of a workbook with several."""
    return f"{file}#{sheet}"


def sheet_of(path: str) -> str:
    """The sheet of a workbook that a document is; empty for any other document."""
    match = _SHEET.fullmatch(path)
    return path[len(match[1]) + 1 :] if match else ""


def document_file(path: str) -> str:
    """The file of a document: the workbook of a sheet, else the document itself."""
    match = _SHEET.fullmatch(path)
    return match[1] if match else path
