"""The links of a page: around the title of a paper, or in a word behind it that says what it leads to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_gen.conference.identifiers import Doi
from site_gen.ingest.reading.files.page_anchors import PageLink, called, links_of, own_hosts
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.links import link_field, links_fact
from site_gen.ingest.reading.titles.title_links import LINKS
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import words
from site_gen.values import replace

_AROUND = "url"  # the field of links that says only that it is one
_ANY = ("", _AROUND, "link", "howpublished", "ee")


def with_page_links(reading: Reading, written: Document) -> Reading:
    """A reading of a page, as it is written, whose papers have the links that it shows for them.

    Links to pages of the site that the list was copied from have no place here: they are counted. A format
    that takes links itself is left alone, as is a page on which they stand above the titles.
    """
    papers = [paper for paper in reading.every_paper() if paper.title]
    if reading.format.shape == "marks" or not papers or any(paper.links for paper in papers):
        return reading
    links = list(links_of(written))
    around, left = _around_titles(links, papers)
    behind = _behind_titles(links, reading)
    left += sum(_named(link.words) != "" for link in links) - sum(map(len, behind.values()))
    if left:
        reading = replace(reading, not_taken={**reading.not_taken, LINKS: left})
    if not around and not behind:
        return reading
    ignored = ProblemLog()  # an address that nobody may follow is no link

    def linked(record: PaperRecord) -> PaperRecord:
        if record.title is None:
            return record
        fields = {_AROUND: around.get(record.title), **behind.get(record.title.place, {})}
        named = {name: Fact(each.address, each.place) for name, each in fields.items() if each}
        links = links_fact(named, ignored)
        dois = [Fact(each.url, links.place) for each in links.value if each.rel == "doi"] if links else []
        doi = record.doi or identifier_fact(Doi, next(iter(dois), None), ignored)
        return replace(record, links=links, doi=doi)

    return with_changed_records(reading, paper=linked)


def _around_titles(
    links: Iterable[PageLink], papers: Iterable[PaperRecord]
) -> tuple[Mapping[Fact[str], PageLink], int]:
    """The links whose words are titles, by these; and how many lead to the site of the list itself.

    Of several with the same words the first in the line of the title or below it counts.
    """
    by_words = called(links)
    found: dict[Fact[str], PageLink] = {}
    for title in (paper.title for paper in papers if paper.title):
        if alike := by_words.get(tuple(words(title.value))):
            at = bisect_left(alike, title.place.line, key=lambda link: link.place.line)
            found[title] = alike[at if at < len(alike) else 0]
    own = own_hosts(found.values())
    taken = {at: each for at, each in found.items() if not (each.is_page and each.host in own)}
    return taken, len(found) - len(taken)


def _behind_titles(links: Iterable[PageLink], reading: Reading) -> Mapping[Place, Mapping[str, PageLink]]:
    """The links behind each title whose word says what they lead to, by the place of the title.

    There are none where one stands above all titles, or two of one word behind a title: the second is that of
    a paper that is not read. Titles in one cell of a table have one place, and no links behind them.
    """
    places = Counter(paper.title.place for paper in reading.every_paper() if paper.title)
    titles = {place for place, count in places.items() if count == 1}
    begun = sorted({*places, *_other_places(reading)})
    found: dict[Place, dict[str, PageLink]] = defaultdict(dict)
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
