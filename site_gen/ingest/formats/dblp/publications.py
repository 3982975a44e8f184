"""What DBLP says of a publication in any of its exports, and the record of a paper made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from site_gen.conference.identifiers import Doi, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.people.names import PrintedName, authors_fact, authorship_of
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.ingest.records import Document, Fact, PaperRecord, Variant
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze
from site_gen.values import dataclass

_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\..+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication: its texts by the names of DBLP, its authors and addresses in order, its key.

    `editors` are those of proceedings. `orcids` are those of its authors, by their names as DBLP has them.
    """

    place: Place
    texts: Mapping[str, Fact[str]]
    authors: Sequence[Fact[str]]
    addresses: Sequence[Fact[str]]
    key: str = ""
    editors: Sequence[Fact[str]] = ()
    orcids: Mapping[str, Fact[str]] = field(default_factory=dict)

    def paper(self, document: Document, problems: ProblemLog) -> PaperRecord:
        """The record of the paper that it is."""
        names = [PrintedName(squeeze(without_tags(each.value)), each.place.line) for each in self.authors]
        return PaperRecord(
            place=self.place,
            title=_title(self.texts.get("title")),
            authors=authors_fact(document, names, problems) if names else None,
            links=links_fact(self._links(), problems),
            pages=identifier_fact(PageRange, self.texts.get("pages"), problems),
            doi=identifier_fact(Doi, doi_of(self), problems),
            source_id=Fact(f"dblp:{self.key}", self.place) if self.key else None,
            variants=tuple(self._orcids(problems)),
        )

    def _orcids(self, problems: ProblemLog) -> Iterator[Variant]:
        for name, stated in self.orcids.items():
            person = authorship_of(PrintedName(squeeze(without_tags(name)), stated.place.line))
            orcid = identifier_fact(Orcid, stated, problems)
            if orcid and person.name:
                yield Variant(person.name, "", person.author or "", stated.place, orcid.value.text)

    def _links(self) -> dict[str, Fact[str]]:
        """The DOI, and the first address that is none."""
        doi = doi_of(self)
        other = next((each for each in self.addresses if not _DOI.fullmatch(each.value)), None)
        return {name: fact for name, fact in (("doi", doi), ("ee", other)) if fact}


def doi_of(record: Publication) -> Fact[str] | None:
    """The DOI of a publication, which may stand among its addresses."""
    if "doi" in record.texts:
        return record.texts["doi"]
    found = ((_DOI.fullmatch(each.value), each.place) for each in record.addresses)
    return next((Fact(match[1], place) for match, place in found if match), None)


def _title(fact: Fact[str] | None) -> Fact[str] | None:
    """A title without the full stop that DBLP sets behind each."""
    text = squeeze(without_tags(fact.value)) if fact else ""
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    return Fact(text, fact.place) if fact and text else None
