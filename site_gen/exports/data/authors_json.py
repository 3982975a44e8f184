"""`authors.json`: everybody who has a page, by id, with their papers in the order of the editions."""

from __future__ import annotations

from site_gen.cards.cards import open_aliases
from site_gen.graph.queries import fragment
from site_gen.markup import safe_url
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series
from site_gen.site.subjects import AuthorsIndex, PersonOf
from site_gen.text.json_text import Json, json_list, written


def _body(site: Site, _subject: Subject) -> bytes:
    return json_list(_author(site, author) for author in sorted(site.catalogue.people.authors))


@fragment
def _author(site: Site, author_id: str) -> str:
    people = site.catalogue.people
    author = people.authors[author_id]
    facts: dict[str, Json] = {
        "id": author_id,
        "url": site.address(PersonOf(author_id)),
        "name": author.name,
        "aliases": [*open_aliases(people, author)],
        "papers": [{"edition": each.edition, "id": each.paper} for each in people.papers.get(author_id, ())],
        "family": author.family,
        "orcid": str(author.orcid) if author.orcid else None,
        "homepage": safe_url(author.homepage) if author.homepage else None,
    }
    return written(facts)


AUTHORS_JSON = Export(
    name="authors-json",
    files=of_series("authors.json", AuthorsIndex),
    body=_body,
    media_type="application/json",
    specification="https://www.rfc-editor.org/rfc/rfc8259",
)
