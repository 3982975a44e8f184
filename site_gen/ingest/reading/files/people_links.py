"""The home pages of those who speak, where a page links their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_gen.conference import Participant
from site_gen.conference.scalars import is_url
from site_gen.ingest.reading.files.page_anchors import PageLink, called, own_hosts
from site_gen.ingest.record_changes import Record, each_changed, with_changed_records
from site_gen.ingest.records import Reading
from site_gen.text import words
from site_gen.values import replace

_LEFT = "links of names"  # what is not taken: they lead to pages of the site itself


def with_homepages(reading: Reading, links: Sequence[PageLink]) -> Reading:
    """A reading whose speakers have the pages that their names lead to, of these links of its page.

    Pages of the site that it was copied from are nobody's home page: they are counted.
    """
    if not links:
        return reading
    names = {tuple(words(each.name)) for each in _people(reading) if each.homepage is None}
    named = {name: found[0] for name, found in called(links).items() if name in names}
    own = own_hosts(named.values())
    pages = {name: link.address for name, link in named.items() if link.is_page and link.host not in own}
    left = sum(link.host in own for link in named.values())
    if left:
        reading = replace(reading, not_taken={**reading.not_taken, _LEFT: left})
    return _with_pages(reading, {name: page for name, page in pages.items() if is_url(page)})


def _people(reading: Reading) -> Iterator[Participant]:
    yield from (person for people in reading.every_people() for person in people.value)
    yield from (person.value for person in reading.people)


def _with_pages(reading: Reading, pages: Mapping[tuple[str, ...], str]) -> Reading:
    if not pages:
        return reading

    def person(each: Participant) -> Participant:
        page = pages.get(tuple(words(each.name)))
        return replace(each, homepage=page) if page and each.homepage is None else each

    def linked(record: Record) -> Record:
        if record.people is None:
            return record
        return replace(record, people=replace(record.people, value=each_changed(person, record.people.value)))

    changed = with_changed_records(reading, slot=linked, session=linked)
    return replace(changed, people=tuple(replace(each, value=person(each.value)) for each in reading.people))
