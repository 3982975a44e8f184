"""`<edition>/changes.xml`: what changed in the programme of an edition, for feed readers."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.changes import change_card
from site_gen.exports.feeds.feeds import Entry, Feed, written, written_entry
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_editions
from site_gen.site.subjects import ChangesOf


def _body(site: Site, subject: Subject) -> bytes:
    conference = site.catalogue.editions[subject.edition].conference
    page, route = site.address(ChangesOf(conference.id)), site.file_address(CHANGES_FEED, subject)
    title = f"{conference.title}: {site.locale.words.changes}"
    entries = [written_entry(site, route, entry) for entry in _entries(site, conference.id)]
    return written(site, Feed(route, title, page, entries))


def _entries(site: Site, edition: str) -> Iterator[Entry]:
    page = site.address(ChangesOf(edition))
    dated = [(change.date, change) for change in site.catalogue.editions[edition].changes if change.date]
    for day, change in sorted(dated, key=lambda pair: pair[0], reverse=True):
        card = change_card(site, edition, change)
        anchor = f"{page}#{card.id}"
        yield Entry(anchor, f"{card.kind}: {card.text.plain}", anchor, day)


CHANGES_FEED = Export(
    name="changes-feed",
    files=of_editions("changes.xml", lambda _, edition: edition.changes, ChangesOf),
    body=_body,
    media_type="application/atom+xml",
    specification="https://www.rfc-editor.org/rfc/rfc4287",
)
