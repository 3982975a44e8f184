"""Whether the proceedings are whole: papers without a PDF, where others of their edition have one."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place, ProblemLog
from site_gen.site import Edition, Site


def note_missing_pdfs(site: Site, problems: ProblemLog) -> None:
    """Note, once for an edition that has some PDFs, which of its papers have none, here or elsewhere."""
    here = {(file.edition, file.paper) for file in site.paper_files if file.kind == "pdf"}
    for edition_id, edition in site.catalogue.editions.items():
        if any((edition_id, paper) in here for paper in edition.papers):
            lacking = [paper for paper in _without_link(edition) if (edition_id, paper) not in here]
            if lacking:
                what = f"{len(lacking)} of {len(edition.papers)} papers have no PDF: {', '.join(lacking)}"
                hint = "put <paper>.pdf here, or a link of type pdf into the paper"
                problems.warning("no-pdf", what, Place(f"content/{edition_id}/files"), hint)


def _without_link(edition: Edition) -> Iterator[str]:
    for paper in edition.papers.values():
        if paper.status != "withdrawn" and all(link.rel != "pdf" for link in paper.links):
            yield paper.id
