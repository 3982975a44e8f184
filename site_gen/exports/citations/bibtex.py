"""`.bib`: the papers as BibTeX, for LaTeX and reference managers."""

from __future__ import annotations

from site_gen.cards.references import reference
from site_gen.exports.citations.bibliographies import bibliographies, has_abstracts, listing_papers
from site_gen.graph.queries import fragment
from site_gen.site import Export, Site, Subject
from site_gen.writers.bibtex import bibtex


def _body(site: Site, subject: Subject) -> bytes:
    if not has_abstracts(subject):
        entries = (_entry(site, *paper) for paper in site.papers(subject))
    else:
        entries = (_entry_with_abstract(site, *paper) for paper in site.papers(subject))
    return "\n".join(f"{entry}\n" for entry in entries).encode()


@fragment
def _entry_with_abstract(site: Site, edition: str, paper: str) -> str:
    abstract = site.catalogue.editions[edition].papers[paper].abstract
    return bibtex(reference(site, edition, paper), abstract or "")


@fragment
def _entry(site: Site, edition: str, paper: str) -> str:
    return bibtex(reference(site, edition, paper))


BIBTEX = Export(
    name="bibtex",
    files=bibliographies("bib"),
    body=_body,
    media_type="application/x-bibtex",
    specification="https://ctan.org/pkg/bibtex",
    of_page=listing_papers,
    is_archived=True,
)
