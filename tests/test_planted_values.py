"""Every value of the model is found in every form of its subject, or stands on one list with the reason.

A site is made with a value of its own in every field of the model (`tests/planting`). Where one is missing
in a form (its page, its Markdown, conference.json, calendars, bibliographies …), the form lacks it by
mistake, or ABSENT says why it has no place there. What ABSENT lists and a form shows all the same fails
too, so that the list stays as short as it can be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Literal

import pytest

import site_gen.conference as model
from site_gen.conference import Paper, SourceDocument
from site_gen.conference.scalars import Flag, Id, Line
from site_gen.values import dataclass
from tests.planting.forms import FORMS, Form, PlantedSite
from tests.planting.planter import Planted, Planter
from tests.planting.scalars import Unknown

Cell = tuple[str, str]
"""A form by its name, and the path of a field."""

_PEOPLE = "edition.sessions.people edition.sessions.slots.people"
_LINKS = "edition.sessions.links edition.sessions.slots.links"

# Forms (all that have a place for it), owners, their fields, and why the forms do not show them.
ABSENT: tuple[tuple[str, str, str, str], ...] = (
    # What is published nowhere, or works without being read.
    ("all", "series", "related_papers figures cards pictures exports digits",
     "A switch of what is made, which nobody reads."),
    ("all", "series", "words",
     "The words of pages themselves, which are not told of."),
    ("all", "series.theme", "name css",
     "They name style sheets, whose rules are joined to that of the site."),
    ("all", "series.theme.fonts", "italic",
     "A switch: whether a font is upright is nothing that a text would say."),
    ("all", "series.authors.former_names", "hidden",
     "A hidden name is in no published byte, and of the others nothing is to be said."),
    ("all", "edition.changes edition.papers edition.sessions edition.awards edition.pages series.pages",
     "draft",
     "A draft is in no published byte."),
    ("all", "edition.pages series.pages", "order line",
     "The place in the menu, and where the text begins in its content file."),
    ("BibTeX CSL-JSON CSV Crossref HTML Markdown RIS linked-data llms-full.txt search", "edition.papers",
     "corrected",
     "The day of a correction on this site: it moves the entry in feeds."),
    ("BibTeX CSL-JSON CSV Crossref RIS", "edition.papers.revisions", "version date note url",
     "A paper is cited and listed as it is now; its page tells what it was."),
    ("linked-data", "edition.papers.revisions", "date note url",
     "The same."),
    ("search", "edition.papers.revisions", "version url",
     "A number and an address that nobody types."),
    ("Markdown", "series.allow", "frame image media script style font connect form",
     "Which hosts a page may load from is said in its head, to browsers."),
    ("calendar linked-data schedule.json schedule.xml search", "edition.sessions", "access",
     "Its page says it, and the day is chosen from by it."),
    ("schedule.json search", "edition.rooms", "access",
     "The page of the room says it."),
    ("calendar", "edition.sessions", "attendance",
     "The format has no place for it: it names the stream, and no venue where all is online."),
    # Pages.
    ("HTML Markdown", "edition.pages series.pages", "part_of",
     "The page that it is part of lists it, and stands above it in the breadcrumb, by its title."),
    ("HTML Markdown", "series", "time_zone",
     "It stands in for that of editions which name none; this one does."),
    ("HTML Markdown", "series.theme", "accent accent_dark on_band serif sans",
     "The looks are in the style sheet."),
    ("HTML Markdown", "series.theme.fonts", "family file weight",
     "The looks are in the style sheet."),
    ("HTML Markdown", "series.authors", "not_same_as",
     "It keeps two people apart, who each have a page; whom one could be mistaken for is no fact of either."),
    ("HTML Markdown", "edition", "year",
     "The dates of the edition say it."),
    ("HTML Markdown", "edition", "phase",
     "It puts in order what the page shows, and is not said itself."),
    ("HTML Markdown feeds", "edition.awards", "id",
     "An anchor, which no text says."),
    ("HTML Markdown", "edition.changes", "id",
     "An anchor, which no text says."),
    ("HTML Markdown", "edition", "time_zone",
     "It is said beside times, which stand on the pages of days and sessions."),
    ("HTML Markdown", "edition", "day_change",
     "It decides under which day a night is listed."),
    ("HTML Markdown llms-full.txt linked-data search CSV", "edition.sessions edition.sessions.slots", "guid",
     "The id of another system tells readers nothing; JSON and schedules have it."),
    ("HTML Markdown llms-full.txt linked-data search CSV calendar", _PEOPLE, "guid number",
     "The id of another system tells readers nothing; JSON and schedules have it."),
    ("HTML Markdown search", "edition.rooms", "guid",
     "The id of another system tells readers nothing; JSON and schedules have it."),
    ("HTML Markdown", "edition", "acronym",
     "What programs call it tells readers nothing; JSON and schedules have it."),
    ("HTML Markdown llms-full.txt linked-data search CSV", "edition.sessions", "number",
     "The id of another system tells readers nothing; JSON and schedules have it."),
    ("calendar", "edition.sessions", "number",
     "A calendar calls its events by a text, the UID."),
    # Markdown.
    ("Markdown", "series", "base_url",
     "Its links are relative, so that they hold wherever it lies."),
    ("Markdown", "series", "repository contact",
     "Mistakes are mended and reported from the page."),
    ("Markdown", "series edition.sponsors", "logo logo_dark",
     "Text has no pictures."),
    ("Markdown", "edition.hero", "picture alt credit",
     "Text has no pictures."),
    ("Markdown", "edition.sponsors", "alt",
     "It stands for a logo; in text that is the name."),
    ("Markdown llms-full.txt", _PEOPLE, "picture alt",
     "Text has no pictures."),
    ("Markdown llms-full.txt", "series edition.papers edition.sessions", "language",
     "Markdown has no mark for the language of a text."),
    ("Markdown llms-full.txt", "edition.sessions", "end_date",
     "A mark behind the time says by how many days it is later."),
    ("Markdown llms-full.txt", "edition.sessions.slots", "date end_date",
     "A mark behind the time says by how many days it is later."),
    ("Markdown", "series.theme", "band band_dark",
     "The looks are in the style sheet."),
    ("Markdown", "series.redirects", "old new",
     "An address that moved has no Markdown."),
    # conference.json.
    ("JSON", "edition.pages", "markdown",
     "A page of prose is listed with its address; its words are the page and its Markdown."),
    # Linked data.
    ("linked-data", "edition.sponsors", "tier",
     "schema.org has no place for it in the sponsor of an event."),
    ("linked-data", "edition.sponsors", "logo logo_dark alt",
     "The page has the picture; programs are told whose it is."),
    ("linked-data", "edition.papers.authors", "missing",
     "schema.org has no word for an author who is not known."),
    ("linked-data", "edition.papers", "note",
     "schema.org has no place for a remark of the organisers."),
    ("linked-data", "edition.papers.links", "url title",
     "schema.org takes the PDF and the same paper elsewhere, not links of any type."),
    ("HTML Markdown calendar llms-full.txt search share-card", "edition.sessions", "kind",
     "Where its type says more, that stands in the place of the kind."),
    ("linked-data", "edition.sessions", "kind type track note",
     "schema.org has no place for it in an event."),
    ("linked-data", _PEOPLE, "role",
     "It decides who performs and who organises, which are the words of schema.org."),
    ("linked-data", _PEOPLE, "picture alt",
     "The page has the picture; programs are told whose it is."),
    ("linked-data", _LINKS, "rel url title",
     "schema.org takes the address of an event, not links of any type."),
    ("linked-data", "edition.sessions.slots",
     "title type date start end end_date room board status note description",
     "A session names its people and papers; a talk is no event of its own there."),
    # The search.
    ("search", "series.authors", "orcid homepage",
     "Nobody types an address or a number to find a person."),
    ("search", f"{_PEOPLE} edition.committees.members", "homepage",
     "Nobody types an address or a number to find a person."),
    ("search", "edition.sessions.slots", "type",
     "A type finds hundreds; the title of a talk finds one."),
    ("search", f"{_PEOPLE} edition.committees.members", "role",
     "A role finds hundreds; the name of who has it finds one."),
    ("search", "edition.papers.authors", "missing",
     "Who is not known cannot be looked for."),
    ("search", "edition.papers", "pages doi licence language",
     "What is looked for are titles, people and words; these stand on the page that is found."),
    ("search", "edition.papers.links", "rel url title",
     "What is looked for are titles, people and words; these stand on the page that is found."),
    ("search", "edition.sessions", "end end_date language",
     "A result shows when a session begins; the rest stands on the page that is found."),
    ("search", "edition.sessions.slots", "date end end_date",
     "A result shows when a talk begins; the rest stands on the page that is found."),
    ("search", "edition.sessions.links", "rel url title",
     "What is looked for are titles, people and words; these stand on the page that is found."),
    ("search", "edition.sessions.slots.links", "url title",
     "What is looked for are titles, people and words; these stand on the page that is found."),
    ("search", _PEOPLE, "picture alt",
     "Pictures are not looked for."),
    # Calendars and schedules.
    ("calendar", "edition.sessions", "language",
     "The language of a component says in what its texts are written, not what is spoken."),
    ("calendar", _PEOPLE, "homepage picture alt biography",
     "A calendar names who speaks; more of them is on the page that its event leads to."),
    ("schedule.xml schedule.json", _PEOPLE, "author",
     "The format tells people apart by a guid, which is made of it."),
    ("schedule.json", "edition.rooms", "id",
     "The format tells rooms apart by a guid, which is made of it."),
    ("schedule.xml", "edition.sessions.slots", "end end_date",
     "The format has a duration in its stead."),
    ("schedule.xml schedule.json", "edition.sessions.slots", "status",
     "Where the session has moved, its event says that, and not that a talk in it is late too."),
    # Bibliographies.
    ("BibTeX RIS CSL-JSON", "edition.papers", "id",
     "An entry has a key of names, year and title; the address of a paper with a DOI is that."),
    ("BibTeX RIS CSL-JSON Crossref", "edition.papers.authors", "affiliations author",
     "A bibliography has the printed names alone."),
    ("BibTeX RIS CSL-JSON Crossref", "edition.papers.links", "url title",
     "A bibliography takes one address, and that is the DOI or the publisher's page."),
    ("Crossref", "edition.papers.authors", "missing",
     "The schema takes contributors with a name."),
    ("Crossref", "edition.papers", "keywords status note",
     "The schema has no place for it."),
    ("Crossref", "edition.papers", "language",
     "The schema takes two letters of a language, and this one has three."),
    ("Crossref", "edition.papers", "erratum",
     "An erratum is deposited as a work of its own."),
    ("BibTeX RIS CSL-JSON", "edition.volumes", "front_matter",
     "The entry of a paper has one DOI and one address, which are the paper's."),
    ("Crossref linked-data", "edition.volumes", "front_matter",
     "A deposit, and schema.org, have no place for it."),
    ("linked-data", "edition.volumes", "isbn",
     "schema.org takes the ISBN of a book."),
    ("BibTeX RIS CSL-JSON Crossref", "edition.volumes.editors", "affiliation author homepage",
     "A bibliography has the printed names alone."),
    ("search", "edition.volumes", "number isbn doi publisher front_matter",
     "What is looked for are titles and people; these stand on the page that is found."),
    ("search", "edition.volumes.editors", "affiliation homepage",
     "What is looked for are titles and people; these stand on the page that is found."),
    # Tables and feeds.
    ("CSV", "edition.papers.links edition.sessions.links", "title",
     "A cell holds the addresses of links of one type."),
    ("CSV", "edition.sessions.people", "role",
     "There is a column for each role, and so no cell says it."),
    ("CSV", "edition.papers.links edition.sessions.links", "rel",
     "There is a column for each type of a link, and so no cell says it."),
    ("CSV", "edition.sessions.people", "affiliation homepage picture alt biography",
     "A cell holds the names of people."),
    ("CSV", "edition.sessions.slots", "type date start end end_date room board status note description",
     "A row is a session: its papers and talks are named, and no more of them."),
    ("CSV", "edition.sessions.slots.people", "role affiliation homepage picture alt biography",
     "A row is a session: its papers and talks are named, and no more of them."),
    ("CSV", "edition.sessions.slots.links", "rel url title",
     "A row is a session: its papers and talks are named, and no more of them."),
    ("feeds", "edition.changes", "session",
     "An entry leads to the change on its page, which leads on to the session."),
)  # fmt: skip


def test_every_value_is_in_every_form_of_its_subject() -> None:
    assert sorted(_missing(Planter()) - set(_cells())) == []


def test_no_form_shows_what_the_list_says_that_it_lacks() -> None:
    assert sorted(set(_cells()) - _missing(Planter())) == []
    assert [cell for cell, rows in Counter(_cells()).items() if rows > 1] == []


def test_every_class_of_the_model_is_planted() -> None:
    planter = Planter()
    PlantedSite(planter)
    classes = {each for name in model.__all__ if is_dataclass(each := getattr(model, name))}
    # What sources.yaml says of documents is read by ingest alone, and published nowhere.
    assert classes - planter.classes == {SourceDocument}


def test_a_text_that_is_added_to_anything_is_missed_in_every_form_of_it() -> None:
    planter = Planter()
    PlantedSite(planter)
    added = Planter({each: _with_field(each, Line | None) for each in planter.classes})
    missing = {cell for cell in _missing(added) if cell[1].endswith(".motto")}
    mottos = {each.path for each in added.planted if each.path.endswith(".motto")}
    owners = {each.path.rpartition(".")[0] for each in planter.planted}
    assert mottos == {f"{owner}.motto" for owner in owners}
    assert missing == {(form.name, motto) for motto in mottos for form in FORMS if form.has_place_for(motto)}
    assert {motto for name, motto in missing if name == "HTML"} == mottos


@pytest.mark.parametrize(
    ("hint", "message"),
    [
        (complex, "edition.papers.motto is of a new type: say in SCALARS or IDENTIFIERS what its values are"),
        (Id | None, "edition.papers.motto is an id: say in REFERENCES what it refers to"),
        (Flag, "edition.papers.motto is a switch: say in SWITCHES how it is set"),
        (
            Literal["a", "b"],
            "edition.papers.motto is one of ('a', 'b'): say in CHOICES which words show them",
        ),
    ],
)
def test_what_cannot_be_planted_says_what_to_add(hint: object, message: str) -> None:
    with pytest.raises(Unknown, match=re.escape(message)):
        Planter({Paper: _with_field(Paper, hint)}).series()


def _with_field(cls: type, hint: object) -> type:
    """A class of the model with one more field, which may be absent."""
    plain = type(cls.__name__, (cls,), {"__annotations__": {"motto": hint}, "motto": None})
    return dataclass(frozen=True, slots=True, kw_only=True)(plain)


def _missing(planter: Planter) -> set[Cell]:
    """The fields with a value that a form of its subject does not show, each with the form."""
    site = PlantedSite(planter)
    text = cache(lambda form, subject: _squashed(form.text(site, subject)))
    return {
        (form.name, each.path)
        for form in FORMS
        for each in planter.planted
        if form.has_place_for(each.path) and not _is_in(text(form, site.subject(each.path)), each)
    }


def _squashed(text: str) -> str:
    """A text with a space where JSON, calendars and machine times put a letter between two values."""
    return re.sub(r"(?<=\d)t(?=\d)", " ", text.lower().replace("\\n", " "))


def _is_in(text: str, planted: Planted) -> bool:
    """Whether a text shows a value in one of its shapes, as words of their own."""
    return any(
        all(re.search(rf"(?<![a-z0-9]){re.escape(part.lower())}(?![a-z0-9])", text) for part in shape)
        for shape in planted.shapes
    )


def _cells() -> Iterator[Cell]:
    """What the list says, cell by cell."""
    return (cell for row in ABSENT for cell in _cells_of(*row))


def _cells_of(names: str, owners: str, fields: str, _reason: str) -> Iterator[Cell]:
    for path in (f"{owner}.{field}" for owner in owners.split() for field in fields.split()):
        yield from ((each.name, path) for each in FORMS if _is_meant(each, names, path))


def _is_meant(form: Form, names: str, path: str) -> bool:
    return form.has_place_for(path) and (names == "all" or form.name in names.split())
