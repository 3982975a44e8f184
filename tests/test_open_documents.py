"""Documents of OpenDocument (.odt): read as the page that they print."""

from __future__ import annotations

import zipfile
from io import BytesIO

from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.reading.files.word_document import page_of
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
STYLES = f"""<office:document-styles {NAMES}><office:styles>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Emphasis" style:family="text">
<style:text-properties fo:font-style="italic"/></style:style>
</office:styles></office:document-styles>"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="Emphasis"/>
<style:style style:name="T3" style:family="text">
<style:text-properties text:display="none"/></style:style>
"""


def lines(body: str) -> list[str]:
    """The lines of the page that a document with this body prints, which must have no problem."""
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", STYLES)
    problems = ProblemLog()
    page = page_of(held.getvalue(), "x.odt", problems)
    assert (page is not None, problems.all) == (True, [])
    return copied(Document("x.odt", page or ""), "marked").text.split("\n")


def paragraphs(*texts: str, style: str = "") -> str:
    """A paragraph of each text, which may have elements."""
    return "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for text in texts)


def words(text: str, style: str) -> str:
    """Words of a style inside a paragraph."""
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def cell(*texts: str, columns: int = 1, rows: int = 1) -> str:
    """A cell of paragraphs over columns and rows."""
    spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    return f"<table:table-cell {spans}>{paragraphs(*texts)}</table:table-cell>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_what_is_shown_is_read_and_nothing_else() -> None:
    gone = f"<text:changed-region><text:deletion>{paragraphs('gone')}</text:deletion></text:changed-region>"
    note = f"<text:note><text:note-body>{paragraphs('a note')}</text:note-body></text:note>"
    item = f"<text:list-item>{paragraphs('Inside')}</text:list-item>"
    body = (
        f"<text:tracked-changes>{gone}</text:tracked-changes>"
        + paragraphs("Owls 2027", style="P1")
        + f"<text:table-of-content>{paragraphs('Monday<text:tab/>1')}</text:table-of-content>"
        + '<text:h text:outline-level="2">Monday,\n   3 May 2027</text:h>'
        + "<text:section>"
        + paragraphs(
            '9:00<text:tab/>Opening<text:s text:c="2"/>&amp; '
            + words(f"Ada {words('Abel', 'T2')}", "T2")
            + f"{note}, Barn"
        )
        + "</text:section>"
        + paragraphs(
            f"kept{words(' hidden', 'T3')}<text:line-break/>below"
            f"<office:annotation>{paragraphs('a remark')}</office:annotation>"
        )
        + paragraphs(f"All bold{words(' but this', 'T1')}", style="P2")
        + f"<text:list><text:list-item>{paragraphs('An item')}<text:list>{item}</text:list></text:list-item>"
        + "</text:list>"
        + paragraphs(
            f"Beside<draw:frame><draw:text-box>{paragraphs('In a frame')}</draw:text-box></draw:frame>"
        )
    )
    assert lines(body) == [
        "# Owls 2027",
        "## Monday, 3 May 2027",
        "9:00\tOpening & *Ada Abel*, Barn",
        "kept",
        "below",
        "**All bold** but this",
        "* An item",
        "* Inside",
        "Beside",
        "In a frame",
    ]


def test_the_cells_of_tables_go_over_columns_and_rows() -> None:
    covered = "<table:covered-table-cell/>"
    body = (
        '<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>'
        + row(cell("Time"), cell("Hall A"), cell("Hall B"))
        + "</table:table-header-rows>"
        + row(cell("9:00"), cell("Flight", "Ada Abel", rows=2), cell("Night"))
        + row(cell("10:00"), covered, cell("Dawn"))
        + row(cell("11:00"), cell("Coffee", columns=2), covered)
        + "</table:table>"
    )
    assert lines(body) == [
        "| Time | Hall A | Hall B |",
        "|---|---|---|",
        "| 9:00 | Flight<br>Ada Abel | Night |",
        "| 10:00 | ^^ | Dawn |",
        "| 11:00 | Coffee | Coffee |",
    ]
