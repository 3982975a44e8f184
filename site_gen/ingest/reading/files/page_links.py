"""The links of a page: around the title of a paper, or in a word behind it that says what it leads to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit

from site_gen.conference.identifiers import Doi
from site_gen.ingest.reading.files.page_signs import has_elements, is_page
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.links import link_field, links_fact
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.title_links import LINKS
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze, words
from site_gen.values import dataclass, replace

_MARKED = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]{1,400})\]\((?P<address>https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
)
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
_FEWEST_PAGES = 3  # of one host, behind most titles: these are pages of the site that the list is copied from
_AROUND = "url"  # the field of links that says only that it is one
_ANY = ("", _AROUND, "link", "howpublished", "ee")


@dataclass(frozen=True, slots=True)
class _PageLink:
    """A link with its words, and where these begin in the file."""

    words: str
    address: str
    place: Place


def with_page_links(reading: Reading, written: Document) -> Reading:
    """A reading of a page, as it is written, whose papers have the links that it shows for them.

    Links to pages of the site that the list was copied from have no place here: they are counted. A format
    that takes links itself is left alone, as is a page on which they stand above the titles.
    """
    papers = [paper for paper in reading.every_paper() if paper.title]
    if reading.format.shape == "marks" or not papers or any(paper.links for paper in papers):
        return reading
    links = list(_links(written))
    around, left = _around_titles(links, papers)
    behind = _behind_titles(links, reading)
    if left:
        reading = replace(reading, not_taken={**reading.not_taken, LINKS: left})
    if not around and not behind:
        return reading
    ignored = ProblemLog()  # an address that nobody may follow is no link

    def linked(record: PaperRecord) -> PaperRecord:
        if record.title is None:
            return record
        fields = {_AROUND: around.get(record.title.place), **behind.get(record.title.place, {})}
        named = {name: Fact(each.address, each.place) for name, each in fields.items() if each}
        links = links_fact(named, ignored)
        dois = [Fact(each.url, links.place) for each in links.value if each.rel == "doi"] if links else []
        doi = record.doi or identifier_fact(Doi, next(iter(dois), None), ignored)
        return replace(record, links=links, doi=doi)

    return with_changed_records(reading, paper=linked)


def _around_titles(
    links: Iterable[_PageLink], papers: Iterable[PaperRecord]
) -> tuple[Mapping[Place, _PageLink], int]:
    """The links whose words are titles, by their places; and how many lead to the site of the list itself.

    Of several with the same words the first in the line of the title or below it counts.
    """
    called: dict[tuple[str, ...], list[_PageLink]] = defaultdict(list)
    for link in links:
        called[tuple(words(link.words))].append(link)
    found: dict[Place, _PageLink] = {}
    for title in (paper.title for paper in papers if paper.title):
        if alike := called.get(tuple(words(title.value))):
            at = bisect_left(alike, title.place.line, key=lambda link: link.place.line)
            found[title.place] = alike[at if at < len(alike) else 0]
    pages = [each for each in found.values() if _is_page(each)]
    hosts = Counter(_host(each.address) for each in pages)
    own = {host for host, count in hosts.items() if count >= max(_FEWEST_PAGES, len(found) / 2)}
    taken = {at: each for at, each in found.items() if not (_is_page(each) and _host(each.address) in own)}
    return taken, len(found) - len(taken)


def _is_page(link: _PageLink) -> bool:
    """Whether a link leads to a page that may be any: no file, identifier or well-known library."""
    found = links_fact({_AROUND: Fact(link.address, link.place)}, ProblemLog())
    return found is None or found.value[0].rel == "website"


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _behind_titles(links: Iterable[_PageLink], reading: Reading) -> Mapping[Place, Mapping[str, _PageLink]]:
    """The links behind each title whose word says what they lead to, by the place of the title.

    There are none where one stands above all titles, or two of one word behind a title: the second is that of
    a paper that is not read.
    """
    titles = {paper.title.place for paper in reading.every_paper() if paper.title}
    begun = sorted({*titles, *_other_places(reading)})
    found: dict[Place, dict[str, _PageLink]] = defaultdict(dict)
    for link in links:
        name = _named(link.words)
        if name:
            at = bisect_right(begun, link.place) - 1
            if at < 0 or name in found[begun[at]]:
                return {}
            found[begun[at]][name] = link
    return {place: found[place] for place in titles if place in found}


def _other_places(reading: Reading) -> Iterator[Place]:
    """Where sessions begin, and what is in them and no paper."""
    for session in reading.sessions:
        yield session.place
        yield from (slot.place for slot in session.slots if slot.paper is None)


def _named(text: str) -> str:
    """The field of links that a word says; empty where it says none, or only that it is a link."""
    word = text.strip("[]() ").lower()
    name = word if word in ("doi", "arxiv") else link_field(word.removesuffix(" link").removesuffix(" page"))
    return "" if name in _ANY else name


def _links(document: Document) -> Iterator[_PageLink]:
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
                yield _PageLink(plain(match["words"]), match["address"], place)


class _Anchors(HTMLParser):
    """Collects the links of a page with their words."""

    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[_PageLink] = []
        self._document = document
        self._address, self._words = "", list[str]()
        self._place: Place | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link, which ends one that is open."""
        if tag == "a":
            self._end()
            address = (dict(attrs).get("href") or "").strip()
            self._address = address.replace(" ", "%20") if _ABSOLUTE.match(address) else ""

    def handle_endtag(self, tag: str) -> None:
        """End a link."""
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
            self.links.append(_PageLink(squeeze("".join(self._words)), self._address, self._place))
        self._address, self._words, self._place = "", [], None
