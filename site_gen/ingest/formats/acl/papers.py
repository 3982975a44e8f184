"""The papers of a collection of the anthology."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.conference import Authorship, Link, LinkRel, Revision
from site_gen.conference.identifiers import Doi, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import read_paragraphs, read_url
from site_gen.ingest.formats.acl.marked import (
    ANTHOLOGY,
    called,
    file_address,
    in_own_script,
    markdown,
    text_of,
)
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.times.moments import read_moment
from site_gen.ingest.records import Document, Fact, PaperRecord, PaperStatus, Variant
from site_gen.problems import ProblemLog
from site_gen.text import fold, slug, squeeze
from site_gen.values import dataclass

_DATED = {"erratum": "erratum", "retracted": "retraction"}
_KNOWN = frozenset(
    ["title", "author", "abstract", "award", "url", "pages", "doi", "bibkey", "video", "attachment",
     "revision", "retracted", "removed", "editor", "erratum", "language"]
)  # fmt: skip
_ATTACHMENTS: tuple[tuple[str, LinkRel], ...] = (
    ("poster", "poster"), ("presentation", "slides"), ("slides", "slides"),
    ("software", "code"), ("code", "code"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperReader:
    """Reads the papers of one collection; `ambiguous` are the names, folded, that several people have."""

    document: Document
    problems: ProblemLog
    private: PrivateValues
    ambiguous: frozenset[str]

    def stands(self, paper: XmlElement) -> bool:
        """Whether a paper was not removed; that is counted. One that was retracted keeps its page."""
        is_gone = paper.first("removed") is not None
        self.private.count("withdrawn rows", is_gone)
        return not is_gone

    def papers(self, paper: XmlElement, volume_id: str) -> Iterator[PaperRecord]:
        """The record of a paper in a volume, and one more for each further award."""
        record = self._paper(paper, volume_id)
        yield record
        for award in paper.all("award")[1:]:
            yield replace(record, award=self._line(award))

    def _paper(self, paper: XmlElement, volume_id: str) -> PaperRecord:
        for each in paper.children:
            if each.name not in _KNOWN and (each.text.strip() or each.attributes):
                self.private.leave(each.name)
            if each.name in _DATED and each.attributes.get("date"):
                self.private.leave(f"date of {_DATED[each.name]}")
        return PaperRecord(
            place=paper.place,
            title=self._line(paper.first("title")),
            authors=self._authors(paper.all("author")),
            abstract=self._abstract(paper.first("abstract")),
            award=self._line(paper.first("award")),
            links=self._links(paper),
            volume=Fact(volume_id, paper.place),
            pages=identifier_fact(PageRange, self._line(paper.first("pages")), self.problems),
            doi=identifier_fact(Doi, self._line(paper.first("doi")), self.problems),
            submission=self._line(paper.first("url")),
            language=language_fact(self._line(paper.first("language"))),
            note=self._line(paper.first("retracted")),
            status=_retracted(paper),
            revisions=self._revisions(paper.all("revision")),
            variants=tuple(self._variants(paper.all("author"))),
        )

    def _line(self, element: XmlElement | None) -> Fact[str] | None:
        text = squeeze(self.private.without_addresses(markdown(element))) if element else ""
        return Fact(text, element.place) if element and text else None

    def _abstract(self, element: XmlElement | None) -> Fact[str] | None:
        text = read_paragraphs(self.private.without_addresses(markdown(element))) if element else ""
        return Fact(text, element.place) if element and text else None

    def _authors(self, authors: Sequence[XmlElement]) -> Fact[tuple[Authorship, ...]] | None:
        names = [self.name(author) for author in authors]
        return authors_fact(self.document, names, self.problems) if names else None

    def name(self, author: XmlElement) -> PrintedName:
        """The name of an author or editor."""
        first, last = (text_of(author, name) for name in ("first", "last"))
        affiliations = (squeeze(markdown(each)) for each in author.all("affiliation"))
        name = one_name(first, last, author.place.line, tuple(each for each in affiliations if each))
        return replace(name, called=called(author) or self._usual_id(name.name))

    def _usual_id(self, name: str) -> str:
        """What the anthology calls one without an id, where another one of this name has an id."""
        return slug(name) if fold(name) in self.ambiguous else ""

    def _variants(self, authors: Sequence[XmlElement]) -> Iterator[Variant]:
        """Other spellings of names, as in the script of their own, and ORCID iDs."""
        for author in authors:
            name, stated = self.name(author), author.attributes.get("orcid", "").strip()
            orcid = identifier_fact(Orcid, Fact(stated, author.place), self.problems) if stated else None
            if orcid:
                yield Variant(name.name, "", name.called, author.place, orcid.value.text)
            for each in author.all("variant"):
                if spelling := squeeze(in_own_script(each)):
                    yield Variant(name.name, spelling, name.called, each.place)

    def _revisions(self, revisions: Sequence[XmlElement]) -> Fact[tuple[Revision, ...]] | None:
        """The versions of a paper with their files, days and reasons."""
        found = [each for element in revisions if (each := self._revision(element))]
        return Fact(tuple(found), revisions[0].place) if found else None

    def _revision(self, element: XmlElement) -> Revision | None:
        version, name = (element.attributes.get(each, "").strip() for each in ("id", "href"))
        stated, reason = element.attributes.get("date", "").strip(), self._line(element)
        moment = read_moment(stated) if stated else None
        if stated and moment is None:
            self.problems.warning("bad-day", f"'{stated[:40]}' is not a day", element.place, "it is left out")
        url = file_address(name)
        is_linked = bool(name) and self.is_safe(element, url)
        if not version:
            return None
        return Revision(
            version=version,
            date=moment.day if moment else None,
            note=reason.value if reason else None,
            url=url if is_linked else None,
        )

    def _links(self, paper: XmlElement) -> Fact[tuple[Link, ...]] | None:
        """The PDF and the page in the anthology, and what else it keeps of the paper."""
        found = [
            (replace(link, url=read_url(link.url)), element.place)
            for element, link in _addresses(paper)
            if self.is_safe(element, link.url)
        ]
        return Fact(tuple(dict.fromkeys(link for link, _ in found)), found[0][1]) if found else None

    def is_safe(self, element: XmlElement, url: str) -> bool:
        """Whether an address may be linked; else that is reported."""
        try:
            read_url(url)
        except ValueError as error:
            self.problems.warning("bad-address", str(error), element.place, "the link is left out")
            return False
        return True


def _addresses(paper: XmlElement) -> Iterator[tuple[XmlElement, Link]]:
    """Where a paper's files and page are: what is no address is a name in the anthology."""
    for element in paper.all("url"):
        name = element.text.strip()
        if name.startswith(("https://", "http://")):
            yield element, Link(rel="pdf", url=name)
        elif name:
            yield element, Link(rel="pdf", url=file_address(name))
            yield element, Link(rel="paper", url=f"{ANTHOLOGY}/{name}/")
    for erratum in paper.all("erratum"):
        name = (erratum.attributes.get("href") or erratum.text).strip()
        if name:
            yield erratum, Link(rel="website", url=file_address(name), title="Erratum")
    for video in paper.all("video"):
        name = (video.attributes.get("href") or video.text).strip()
        if name:
            url = name if "://" in name else f"{ANTHOLOGY}/{name}"
            yield video, Link(rel="video", url=url)
    for attachment in paper.all("attachment"):
        kind, name = attachment.attributes.get("type", "").lower(), attachment.text.strip()
        named: list[LinkRel] = [rel for word, rel in _ATTACHMENTS if word in kind]
        if name:
            url = name if "://" in name else f"{ANTHOLOGY}/attachments/{name}"
            title = None if named or not kind else kind.capitalize()
            yield attachment, Link(rel=next(iter(named), "website"), url=url, title=title)


def _retracted(paper: XmlElement) -> Fact[PaperStatus] | None:
    element = paper.first("retracted")
    return Fact("withdrawn", element.place) if element else None
