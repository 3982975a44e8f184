"""`index.md` beside a page: the same in Markdown, for language models and all who prefer plain text.

Unless content asks for all exports, whose version would say no more than others do has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Export, Naming, Site, Subject


def _files(site: Site) -> Iterator[Naming]:
    are_all_files = site.catalogue.series.exports == "all"
    for page in site.pages:
        if page.kind.markdown and (are_all_files or page.kind.has_markdown(site, page.subject)):
            yield page.subject, f"{page.route}index.md"


def _body(site: Site, subject: Subject) -> bytes:
    return site.markdown(subject, "../" * site.address(subject).count("/")).encode()


MARKDOWN = Export(
    name="markdown",
    files=_files,
    body=_body,
    media_type="text/markdown",
    shows_view=True,
    specification="https://spec.commonmark.org/",
)
