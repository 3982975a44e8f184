"""Writes the pages of the reference into the content of the manual: `python -m docs.reference`."""

from __future__ import annotations

from pathlib import Path

from docs.reference import codes, commands, exports, fields, looks, sources, words
from docs.reference.page import ReferencePage, front_matter

FOLDER = Path(__file__).parent.parent / "content" / "pages"

PAGES: tuple[ReferencePage, ...] = (
    ReferencePage("reference-content", "Content files", fields.body),
    ReferencePage("reference-commands", "Commands and options", commands.body),
    ReferencePage("reference-sources", "Source formats and columns", sources.body),
    ReferencePage("reference-exports", "Pages and files for programs", exports.body),
    ReferencePage("reference-looks", "Templates and styles", looks.body),
    ReferencePage("reference-words", "Words of the interface", words.body),
    ReferencePage("reference-problems", "Problems", codes.body),
)


def main(folder: Path = FOLDER) -> None:
    """Write each page where it is not so already."""
    for order, page in enumerate(PAGES, 1):
        file, text = folder / f"{page.id}.md", front_matter(page, order) + page.body()
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
