"""What conference.json tells of an edition beside papers and programme: news, volumes, those who make it."""

from __future__ import annotations

from site_gen.cards.prose_pages import in_order
from site_gen.cards.targets import destination
from site_gen.conference import (
    Announcement,
    Change,
    Committee,
    Deadline,
    Editor,
    Hero,
    Member,
    ProsePage,
    Sponsor,
    Volume,
)
from site_gen.exports.data.members import Members
from site_gen.exports.data.schema_parts import ADDRESS, TEXT, list_of, or_null, text
from site_gen.site import Edition, Site
from site_gen.site.subjects import ProseOf, VolumeOf
from site_gen.text.json_text import Json

_ORGANISER = ("id", "name", "affiliation", "homepage")
_NAMED: dict[str, Json] = {"id": or_null(TEXT), "name": or_null(TEXT)}
_TARGET = text("an address, relative to the root of the site")
_EDITOR = Members("an editor of the proceedings", Editor, _ORGANISER, _NAMED)
_MEMBER = Members(
    "a member of a committee; the role is in the committee's own words",
    Member,
    (*_ORGANISER, "role"),
    _NAMED,
)
_COMMITTEE = Members(
    "a committee", Committee, ("name", "members"), {"members": lambda: list_of(_MEMBER.schema)}
)
_SPONSOR = Members(
    "a sponsor; the logos are addresses relative to the root of the site",
    Sponsor,
    ("name", "tier", "url", "logo", "logo_dark", "alt"),
)
_DEADLINE = Members(
    "until when something must be done",
    Deadline,
    ("name", "date", "time", "zone", "note", "link"),
    {"zone": text("AoE, or a name of the IANA database"), "link": _TARGET},
)
_ANNOUNCEMENT = Members(
    "news of the organisers; the text is Markdown",
    Announcement,
    ("date", "title", "text", "link"),
    {"link": _TARGET},
)
_CHANGE = Members(
    "a change of the published programme", Change, ("id", "date", "what", "session", "paper", "text")
)
_PAGE = Members("a page of prose", ProsePage, ("id", "url", "title"), {"url": ADDRESS})
PICTURE = Members(
    "the picture of the edition", Hero, ("picture", "alt", "credit"), {"picture": or_null(ADDRESS)}
)
VOLUME = Members(
    "a volume of the proceedings; what is null or empty is as the edition says it, but for ISBN and DOI",
    Volume,
    ("id", "url", "title", "number", "editors", "isbn", "doi", "publisher", "front_matter"),
    {
        "url": ADDRESS,
        "editors": lambda: list_of({**_EDITOR.schema, "description": "an editor of the volume"}),
    },
)
_LISTS = {
    "editors": _EDITOR,
    "committees": _COMMITTEE,
    "sponsors": _SPONSOR,
    "deadlines": _DEADLINE,
    "announcements": _ANNOUNCEMENT,
    "changes": _CHANGE,
    "pages": _PAGE,
}


def makers_and_news_schemas() -> dict[str, Json]:
    """The schemas of what is told here."""
    return {name: list_of(members.schema) for name, members in _LISTS.items()}


def makers(site: Site, edition: Edition) -> dict[str, Json]:
    """Editors, committees and sponsors, in the order of the organisers' lists."""
    conference = edition.conference
    return {
        "editors": [_organiser(site, _EDITOR, each) for each in conference.editors],
        "committees": [
            _COMMITTEE.of(each, members=[_organiser(site, _MEMBER, member) for member in each.members])
            for each in conference.committees
        ],
        "sponsors": [_sponsor(site, each) for each in conference.sponsors],
    }


def news(site: Site, edition: Edition) -> dict[str, Json]:
    """Deadlines, announcements and approved changes in the order of the content, pages in the menu's."""
    conference, of = edition.conference, edition.conference.id
    zone = site.catalogue.time_zone(of)

    def target(link: str | None) -> str | None:
        return destination(site, of, link) if link else None

    return {
        "deadlines": [
            _DEADLINE.of(each, zone=each.zone or zone, link=target(each.link))
            for each in conference.deadlines
        ],
        "announcements": [
            _ANNOUNCEMENT.of(each, link=target(each.link)) for each in conference.announcements
        ],
        "changes": [_CHANGE.of(each) for each in edition.changes],
        "pages": [
            _PAGE.of(each, url=site.address(ProseOf(of, each.id))) for each in in_order(conference.pages)
        ],
    }


def volume_facts(site: Site, edition: str, volume: Volume) -> Json:
    """What is known of a volume by itself, and not of the edition."""
    editors: list[Json] = [_organiser(site, _EDITOR, each) for each in volume.editors]
    return VOLUME.of(volume, url=site.address(VolumeOf(edition, volume.id)), editors=editors)


def picture(site: Site, hero: Hero | None) -> Json:
    """The picture of an edition by its address; None where it has none of its own."""
    return PICTURE.of(hero, picture=site.static.get(hero.picture)) if hero else None


def _organiser(site: Site, members: Members, printed: Member | Editor) -> dict[str, Json]:
    people = site.catalogue.people
    person = people.id_of(printed)
    return members.of(
        printed, id=person if person in people.authors else None, name=people.shown_name(printed)
    )


def _sponsor(site: Site, sponsor: Sponsor) -> Json:
    logo, logo_dark = (site.static.get(name or "") for name in (sponsor.logo, sponsor.logo_dark))
    return _SPONSOR.of(sponsor, logo=logo, logo_dark=logo_dark)
