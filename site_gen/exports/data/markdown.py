"""`index.md` beside a page: the same in Markdown, for language models and all who prefer plain text."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Export, Naming, Site, Subject


def _files(site: Site) -> Iterator[Naming]:
    for page in site.pages:
        if page.kind.markdown:
            yield page.subject, f"{page.route}index.md", page.source


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
