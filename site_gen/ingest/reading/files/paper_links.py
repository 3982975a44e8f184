"""The links of a page: around the title of a paper, or in a word behind it that says what it leads to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.conference.identifiers import Doi
from site_gen.ingest.reading.files.page_anchors import PageLink, called, own_hosts
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.links import link_field, links_fact
from site_gen.ingest.reading.titles.title_links import LINKS
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading
from site_gen.problems import Place, ProblemLog
from site_gen.text import words
from site_gen.values import replace

_AROUND = "url"  # the field of links that says only that it is one
_ANY = ("", _AROUND, "link", "howpublished", "ee")


def with_paper_links(reading: Reading, links: Sequence[PageLink]) -> Reading:
    """A reading whose papers have those of these links of its page that are theirs, and that it has not read.

    Links to pages of the site that the list was copied from have no place here: they are counted, as are
    those that stand above the titles.
    """
    papers = [paper for paper in reading.every_paper() if paper.title]
    if not papers or not links:
        return reading
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
        found = links_fact(named, ignored)
        if found is None:
            return record
        dois = [Fact(each.url, found.place) for each in found.value if each.rel == "doi"]
        doi = record.doi or identifier_fact(Doi, next(iter(dois), None), ignored)
        own = record.links or Fact((), found.place)
        more = [each for each in found.value if each.url not in {link.url for link in own.value}]
        return replace(record, links=replace(own, value=(*own.value, *more)), doi=doi)

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

    There are none where the first stands above all titles and none below the last one: each may be of the
    next one. Behind a title with two of one word there is a paper that is not read, in one cell of a table
    there are several titles at one place: whose the links are, nothing says.
    """
    places = Counter(paper.title.place for paper in reading.every_paper() if paper.title)
    begun = sorted({*places, *_other_places(reading)})
    found: dict[Place, dict[str, list[PageLink]]] = defaultdict(lambda: defaultdict(list))
    is_above = False
    for link in links:
        if name := _named(link.words):
            at = bisect_right(begun, link.place) - 1
            is_above = is_above or at < 0
            if at >= 0:
                found[begun[at]][name].append(link)
    if is_above and begun[-1] not in found:
        return {}
    return {
        place: {name: own for name, (own, *_) in of_title.items()}
        for place, of_title in found.items()
        if places[place] == 1 and all(len(each) == 1 for each in of_title.values())
    }


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
