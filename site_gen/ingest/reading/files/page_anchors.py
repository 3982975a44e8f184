"""The links of a page to other sites, each with its words and the place where these begin in the file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit

from site_gen.ingest.reading.files.page_signs import has_elements, is_page
from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.texts.marked_text import WEB_LINK, plain
from site_gen.ingest.records import Document, Fact
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze, words
from site_gen.values import dataclass

_MARKED = re.compile(rf"(?<!!){WEB_LINK.pattern}")
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
_MENUS = frozenset(["nav", "footer"])
_FEWEST_PAGES = 3  # of one host: most links lead there, and no other


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link with its words, and where these begin in the file."""

    words: str
    address: str
    place: Place

    @property
    def is_page(self) -> bool:
        """Whether it leads to a page that may be any: no file, identifier or well-known library."""
        found = links_fact({"url": Fact(self.address, self.place)}, ProblemLog())
        return found is None or found.value[0].rel == "website"

    @property
    def host(self) -> str:
        """The host that it leads to; empty where the address is broken."""
        try:
            return urlsplit(self.address).netloc
        except ValueError:
            return ""


def called(links: Iterable[PageLink]) -> Mapping[tuple[str, ...], list[PageLink]]:
    """The links by the words that they are called, in their order."""
    found: dict[tuple[str, ...], list[PageLink]] = defaultdict(list)
    for link in links:
        found[tuple(words(link.words))].append(link)
    return found


def own_hosts(links: Collection[PageLink]) -> frozenset[str]:
    """The hosts of pages to which at least half of these links lead: the site that a page was copied from."""
    hosts = Counter(each.host for each in links if each.is_page)
    return frozenset(host for host, count in hosts.items() if count >= max(_FEWEST_PAGES, len(links) / 2))


def links_of(document: Document) -> Iterator[PageLink]:
    """The links of a page to other sites, in its order."""
    if not _ABSOLUTE.search(document.text):
        return
    if is_page(document.text) or has_elements(document.text):
        page = _Anchors(document)
        page.feed(document.text)
        page.close()
        yield from page.links
    elif "](http" in document.text:
        for number, line in enumerate(document.text.split("\n"), start=1):
            for match in _MARKED.finditer(line):
                place = document.place(number, match.start("words") + 1)
                yield PageLink(plain(match["words"]), match["address"], place)


class _Anchors(HTMLParser):
    """Collects the links of a page with their words."""

    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[PageLink] = []
        self._document = document
        self._address, self._words = "", list[str]()
        self._place: Place | None = None
        self._menus = 0  # that are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link, which ends one that is open; in menus there are none of what a page lists."""
        self._menus += tag in _MENUS
        if tag == "a" and not self._menus:
            self._end()
            address = (dict(attrs).get("href") or "").strip()
            self._address = address.replace(" ", "%20") if _ABSOLUTE.match(address) else ""

    def handle_endtag(self, tag: str) -> None:
        """End a link."""
        self._menus = max(self._menus - (tag in _MENUS), 0)
        if tag == "a":
            self._end()

    def handle_data(self, data: str) -> None:
        """Take the words of a link."""
        if self._address:
            if self._place is None and data.strip():
                line, offset = self.getpos()
                self._place = self._document.place(line, offset + 1)
            self._words.append(data)

    def _end(self) -> None:
        if self._address and self._place:
            self.links.append(PageLink(squeeze("".join(self._words)), self._address, self._place))
        self._address, self._words, self._place = "", [], None
