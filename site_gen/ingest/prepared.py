"""A document as the formats read it: a page as it is copied, columns of spaces with tabs between them."""

from __future__ import annotations

from site_gen.ingest.formats import detect, sureness
from site_gen.ingest.reading.files.broken_words import with_whole_words
from site_gen.ingest.reading.files.folded_parts import unfolded
from site_gen.ingest.reading.files.front_matter import without_front_matter
from site_gen.ingest.reading.files.page_signs import has_elements, is_page
from site_gen.ingest.reading.files.program_marks import (
    with_whole_addresses,
    without_assignment,
    without_attributes,
    without_comments,
    without_first_spans,
    without_quotes,
)
from site_gen.ingest.reading.files.rst_page import as_markdown
from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.reading.files.wiki_page import as_web_page
from site_gen.ingest.reading.programmes.headed_blocks import has_headed_times
from site_gen.ingest.reading.tables.aligned_columns import with_tabs
from site_gen.ingest.records import SURE, Document

_MARKED = 95  # how surely a format knows marks that no page has by chance


def prepared(document: Document) -> tuple[Document, Document]:
    """The document as it is read; beside it, of a saved page, the copy in which headings are marked."""
    page = as_web_page(
        with_whole_addresses(without_comments(without_front_matter(without_assignment(document))))
    )
    written = without_attributes(as_markdown(page))
    return _as_copied(_in_columns(_whole(unfolded(written))))


def _whole(document: Document) -> Document:
    """The document with no word broken; what a program wrote with marks of its own breaks none."""
    whole = with_whole_words(document)
    is_page_of = is_page(document.text) or has_elements(document.text)
    return document if whole is document or is_page_of or _is_marked(document) else whole


def _in_columns(document: Document) -> Document:
    """The document with tabs between its columns; what a program wrote with marks of its own has none.

    In RIS two spaces stand behind each tag, below each other.
    """
    laid_out = with_tabs(document)
    return document if laid_out is document or _is_marked(document) else laid_out


def _is_marked(document: Document) -> bool:
    found = detect(document.text)
    return found is not None and found.shape == "marks" and sureness(document.text) >= _MARKED


def _as_copied(document: Document) -> tuple[Document, Document]:
    """A saved web page as the text that a browser copies, in the style that a format knows most surely.

    Beside it stands the text in which headings and items are marked.
    """
    if not is_page(document.text) and (not has_elements(document.text) or _is_marked(document)):
        bare = without_first_spans(without_quotes(document))
        return bare, bare  # texts of objects may hold elements, at the beginning of lines too
    plain, marked = copied(document, "plain"), copied(document, "marked")
    sure, sure_marked = sureness(plain.text), sureness(marked.text)
    # A weak guess is surer where headings and items are marked, cells where they are those of a table, and
    # titles where each time has a heading below it.
    found = detect(marked.text)
    is_better = (
        sure < SURE or (found is not None and found.shape == "tables") or has_headed_times(marked.text)
    )
    is_marked = sure_marked > sure or (sure_marked == sure and is_better)
    return (marked if is_marked else plain), marked
