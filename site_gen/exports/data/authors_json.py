"""`authors.json`: everybody who has a page, by id, with their papers in the order of the editions."""

from __future__ import annotations

from site_gen.cards.cards import open_aliases
from site_gen.conference import Author
from site_gen.exports.data.members import Members
from site_gen.exports.data.schema_parts import ADDRESS, TEXT, list_of, object_of, text
from site_gen.graph.queries import fragment
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series
from site_gen.site.subjects import AuthorsIndex, PersonOf
from site_gen.text.json_text import json_list, written

_PAPER = object_of("a paper", {"edition": TEXT, "id": TEXT})
AUTHOR = Members(
    "a person over all editions",
    Author,
    ("id", "url", "name", "aliases", "papers", "family", "orcid", "homepage"),
    {"url": ADDRESS, "papers": list_of(_PAPER), "family": text("where it is not the last word of the name")},
)


def _body(site: Site, _subject: Subject) -> bytes:
    return json_list(_author(site, author) for author in sorted(site.catalogue.people.authors))


@fragment
def _author(site: Site, author_id: str) -> str:
    people = site.catalogue.people
    author, wrote = people.authors[author_id], people.papers.get(author_id, ())
    return written(
        AUTHOR.of(
            author,
            url=site.address(PersonOf(author_id)),
            aliases=[*open_aliases(people, author)],
            papers=[{"edition": each.edition, "id": each.paper} for each in wrote],
        )
    )


AUTHORS_JSON = Export(
    name="authors-json",
    files=of_series("authors.json", AuthorsIndex),
    body=_body,
    media_type="application/json",
    specification="https://www.rfc-editor.org/rfc/rfc8259",
)
