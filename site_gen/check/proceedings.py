"""Whether the proceedings are whole: papers without a PDF, where others of their edition have one."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Paper
from site_gen.problems import Place, ProblemLog
from site_gen.site import Edition, Site
from site_gen.text import first_of

_NAMED = 5  # papers that are named one by one


def note_missing_pdfs(site: Site, problems: ProblemLog) -> None:
    """Note, once for an edition that has some PDFs, which of its papers have none, here or elsewhere."""
    for edition_id, edition in site.catalogue.editions.items():
        here = {file.paper for file in site.paper_files if (file.edition, file.kind) == (edition_id, "pdf")}
        linked = {paper for paper, each in edition.papers.items() if _has_link(each)}
        lacking = [paper for paper in _published(edition) if paper not in here | linked]
        if lacking and here | linked:
            what = f"{len(lacking)} of {len(edition.papers)} papers have no PDF: {first_of(lacking, _NAMED)}"
            hint = f"put <paper>.pdf into content/{edition_id}/files, or a link of type pdf into the paper"
            folder = "files" if here else "papers"
            problems.warning("no-pdf", what, Place(f"content/{edition_id}/{folder}"), hint)


def _published(edition: Edition) -> Iterator[str]:
    return (paper.id for paper in edition.papers.values() if paper.status != "withdrawn")


def _has_link(paper: Paper) -> bool:
    return any(link.rel == "pdf" for link in paper.links)
