"""Where content says what stands on a built page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_gen.problems import Place
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Origins:
    """The content files that pages are made of, by the page's file."""

    project: Path
    sources: Mapping[str, Place]

    @classmethod
    def of(cls, project: Path, site: Site | None) -> Origins:
        """The origins of a site's pages; none where content is wrong."""
        return cls(project, {page.file: page.source for page in site.pages} if site else {})

    def hint(self, file: str) -> str:
        """What to say of the origin of a page; empty where no content file is about it alone."""
        source = self.sources.get(file)
        if source is None or not _OWN_FILE.search(source.file):
            return ""
        return f"the page is made of {source}"

    def written(self, file: str, url: str) -> Place | None:
        """The place in content where a link of a page is written; None where no such line is found.

        In content it may be written from another folder: the end of the address is looked for.
        """
        source = self.sources.get(file)
        text = self._text(source.file) if source else ""
        for end in _ends(url):
            found = re.search(_WRITTEN.format(end=re.escape(end)), text)
            if source and found:
                return Place(source.file, text.count("\n", 0, found.start("end")) + 1)
        return None

    def _text(self, file: str) -> str:
        try:
            return (self.project / file).read_text(encoding="utf-8", errors="replace")
        except OSError:  # the page was made of it; now it is gone, and the page's own place must do
            return ""


# The content file of one paper or prose page.
_OWN_FILE = re.compile(r"/(?:papers|pages)/")

# A link in Markdown, an address in angle brackets, or the `url:` of a content file.
_WRITTEN = r"(?:\]\(|<|\]:[ ]*|url:[ ]*[\"']?)(?:\.{{0,2}}/)*(?P<end>{end})(?=[\s)>\"'}},]|$)"


def _ends(url: str) -> Iterator[str]:
    """The address, then what is left of it without its first folders."""
    yield url
    end = re.sub(r"^(?:\.{0,2}/)+", "", url)
    while end:
        yield end
        end = end.partition("/")[2]
