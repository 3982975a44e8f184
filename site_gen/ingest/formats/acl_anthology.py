"""XML of the ACL Anthology: a collection of volumes with their papers (github.com/acl-org/acl-anthology)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_gen.conference import Authorship, Editor, Link, LinkRel, Revision
from site_gen.conference.identifiers import Doi, Isbn
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import read_paragraphs, read_url
from site_gen.ingest.reading.author_lists import one_name
from site_gen.ingest.reading.identifiers import identifier_fact
from site_gen.ingest.reading.moments import read_moment
from site_gen.ingest.reading.month_days import days_of
from site_gen.ingest.reading.names import PrintedName, authors_fact
from site_gen.ingest.reading.placed_xml import XmlElement, read_xml
from site_gen.ingest.reading.private_values import PrivateValues
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PaperStatus,
    ProceedingsRecord,
    Reading,
    SourceFormat,
    Variant,
)
from site_gen.problems import ProblemLog
from site_gen.text import fold, slug, squeeze

_HEAD = 4_000
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<collection\s[^>]*\bid=", re.DOTALL)
_ANTHOLOGY = "https://aclanthology.org"
_KNOWN = frozenset(
    ["title", "author", "abstract", "award", "url", "pages", "doi", "bibkey", "video", "attachment",
     "revision", "retracted", "removed", "editor"]
)  # fmt: skip
_ATTACHMENTS: tuple[tuple[str, LinkRel], ...] = (
    ("poster", "poster"), ("presentation", "slides"), ("slides", "slides"),
    ("software", "code"), ("code", "code"),
)  # fmt: skip


def recognise(text: str) -> int:
    """How surely a text is a collection of the anthology."""
    return 99 if _ROOT.match(text[:_HEAD]) and "<volume" in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every paper of every volume; one that was taken back is counted."""
    root = read_xml(document, problems)
    if root is None:
        return Reading(document=document, format=ACL_ANTHOLOGY)
    volumes = root.all("volume")
    reader = _Reader(document, problems, PrivateValues(), _told_apart(volumes))
    papers = [paper for volume in volumes for paper in volume.all("paper") if reader.stands(paper)]
    first, last = days_of(_only(_facts(volumes, "month")), _only(_facts(volumes, "year")))
    return Reading(
        document=document,
        format=ACL_ANTHOLOGY,
        papers=tuple(reader.paper(paper) for paper in papers),
        edition=_only(_facts(volumes, "year")),
        proceedings=ProceedingsRecord(
            proceedings=_of_all(volumes, "booktitle"),
            publisher=_only(_facts(volumes, "publisher")),
            editors=reader.editors(volumes),
            isbn=identifier_fact(Isbn, _of_all(volumes, "isbn"), problems),
            location=_only(_facts(volumes, "address")),
            first_day=first,
            last_day=last,
        ),
        not_imported=reader.private.counts,
        not_taken={**_of_volumes(volumes), **reader.private.not_taken},
    )


def _told_apart(volumes: Sequence[XmlElement]) -> frozenset[str]:
    """The names, folded, that the anthology calls by an id of their own, and which others may have too."""
    papers = (paper for volume in volumes for paper in volume.all("paper"))
    return frozenset(
        fold(f"{_text_of(author, 'first')} {_text_of(author, 'last')}")
        for paper in papers
        for author in paper.all("author")
        if _called(author)
    )


def _called(author: XmlElement) -> str:
    return author.attributes.get("id", "").strip()


def _facts(volumes: Sequence[XmlElement], name: str) -> Iterator[Fact[str]]:
    for volume in volumes:
        for element in volume.each("meta", name):
            yield Fact(squeeze(_markdown(element)), element.place)


def _of_volumes(volumes: Sequence[XmlElement]) -> dict[str, int]:
    """What volumes say of themselves and an edition can say only once, by its name."""
    names = ("booktitle", "shortbooktitle", "publisher", "editor", "isbn", "doi", "address", "month")
    said = {name: [_texts(volume, name) for volume in volumes] for name in names}
    return {f"{name} of volumes": sum(map(len, texts)) for name, texts in said.items() if len(set(texts)) > 1}


def _texts(volume: XmlElement, name: str) -> tuple[str, ...]:
    """What a volume says under a name."""
    return tuple(squeeze(_markdown(each)) for each in volume.each("meta", name))


def _of_all(volumes: Sequence[XmlElement], name: str) -> Fact[str] | None:
    """What every volume says, and says the same; None where it is of some of them only."""
    is_one = len({_texts(volume, name) for volume in volumes}) == 1
    return next(_facts(volumes, name), None) if is_one else None


def _only(facts: Iterator[Fact[str]]) -> Fact[str] | None:
    """What all volumes say; None where they differ."""
    listed = list(facts)
    return listed[0] if len({fact.value for fact in listed}) == 1 else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the papers of one collection."""

    document: Document
    problems: ProblemLog
    private: PrivateValues
    told_apart: frozenset[str]

    def stands(self, paper: XmlElement) -> bool:
        """Whether a paper was not removed; that is counted. One that was retracted keeps its page."""
        is_gone = paper.first("removed") is not None
        self.private.count("withdrawn rows", is_gone)
        return not is_gone

    def paper(self, paper: XmlElement) -> PaperRecord:
        """The record of a paper."""
        for each in paper.children:
            if each.name not in _KNOWN and (each.text.strip() or each.attributes):
                self.private.leave(each.name)
        return PaperRecord(
            place=paper.place,
            title=self._line(paper.first("title")),
            authors=self._authors(paper.all("author")),
            abstract=self._abstract(paper.first("abstract")),
            award=self._line(paper.first("award")),
            links=self._links(paper),
            pages=identifier_fact(PageRange, self._line(paper.first("pages")), self.problems),
            doi=identifier_fact(Doi, self._line(paper.first("doi")), self.problems),
            submission=self._line(paper.first("url")),
            note=self._line(paper.first("retracted")),
            status=_retracted(paper),
            revisions=self._revisions(paper.all("revision")),
            variants=self._variants(paper.all("author")),
        )

    def editors(self, volumes: Sequence[XmlElement]) -> Fact[tuple[Editor, ...]] | None:
        """The editors that all volumes have, each once; None where volumes have their own."""
        if len({_texts(volume, "editor") for volume in volumes}) > 1:
            return None
        listed = [editor for volume in volumes for editor in volume.each("meta", "editor")]
        names = [self._name(editor) for editor in listed]
        editors = dict.fromkeys(Editor(name=name.name, family=name.family) for name in names if name.name)
        return Fact(tuple(editors), listed[0].place) if editors else None

    def _line(self, element: XmlElement | None) -> Fact[str] | None:
        text = squeeze(self.private.without_addresses(_markdown(element))) if element else ""
        return Fact(text, element.place) if element and text else None

    def _abstract(self, element: XmlElement | None) -> Fact[str] | None:
        text = read_paragraphs(self.private.without_addresses(_markdown(element))) if element else ""
        return Fact(text, element.place) if element and text else None

    def _authors(self, authors: Sequence[XmlElement]) -> Fact[tuple[Authorship, ...]] | None:
        names = [self._name(author) for author in authors]
        return authors_fact(self.document, names, self.problems) if names else None

    def _name(self, author: XmlElement) -> PrintedName:
        first, last = (_text_of(author, name) for name in ("first", "last"))
        affiliations = (squeeze(_markdown(each)) for each in author.all("affiliation"))
        name = one_name(first, last, author.place.line, tuple(each for each in affiliations if each))
        return replace(name, called=_called(author) or self._usual_id(name.name))

    def _usual_id(self, name: str) -> str:
        """What the anthology calls one without an id, where another one of this name has an id."""
        return slug(name) if fold(name) in self.told_apart else ""

    def _variants(self, authors: Sequence[XmlElement]) -> tuple[Variant, ...]:
        """Other spellings of names, as in the script of their own."""
        return tuple(
            Variant(name.name, spelling, name.called, each.place)
            for author, name in ((author, self._name(author)) for author in authors)
            for each in author.all("variant")
            if (spelling := squeeze(_variant(each)))
        )

    def _revisions(self, revisions: Sequence[XmlElement]) -> Fact[tuple[Revision, ...]] | None:
        """The versions of a paper with their files, days and reasons."""
        found = [each for element in revisions if (each := self._revision(element))]
        return Fact(tuple(found), revisions[0].place) if found else None

    def _revision(self, element: XmlElement) -> Revision | None:
        version, name = (element.attributes.get(each, "").strip() for each in ("id", "href"))
        said, reason = element.attributes.get("date", "").strip(), self._line(element)
        moment = read_moment(said) if said else None
        if said and moment is None:
            self.problems.warning("bad-day", f"'{said[:40]}' is not a day", element.place, "it is left out")
        url = name if "://" in name else f"{_ANTHOLOGY}/{name}.pdf"
        is_linked = bool(name) and self._is_safe(element, url)
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
            (Link(rel=rel, url=read_url(url)), element.place)
            for element, rel, url in _addresses(paper)
            if self._is_safe(element, url)
        ]
        return Fact(tuple(dict.fromkeys(link for link, _ in found)), found[0][1]) if found else None

    def _is_safe(self, element: XmlElement, url: str) -> bool:
        try:
            read_url(url)
        except ValueError as error:
            self.problems.warning("bad-address", str(error), element.place, "the link is left out")
            return False
        return True


def _addresses(paper: XmlElement) -> Iterator[tuple[XmlElement, LinkRel, str]]:
    """Where a paper's PDF, page, video and attachments are: what is no address is a name in the anthology."""
    for element in paper.all("url"):
        name = element.text.strip()
        if name.startswith(("https://", "http://")):
            yield element, "pdf", name
        elif name:
            yield element, "pdf", f"{_ANTHOLOGY}/{name}.pdf"
            yield element, "paper", f"{_ANTHOLOGY}/{name}/"
    for video in paper.all("video"):
        name = (video.attributes.get("href") or video.text).strip()
        if name:
            yield video, "video", name if "://" in name else f"{_ANTHOLOGY}/{name}"
    for attachment in paper.all("attachment"):
        kind, name = attachment.attributes.get("type", "").lower(), attachment.text.strip()
        named: list[LinkRel] = [rel for word, rel in _ATTACHMENTS if word in kind]
        if name:
            url = name if "://" in name else f"{_ANTHOLOGY}/attachments/{name}"
            yield attachment, next(iter(named), "website"), url


def _retracted(paper: XmlElement) -> Fact[PaperStatus] | None:
    element = paper.first("retracted")
    return Fact("withdrawn", element.place) if element else None


def _variant(variant: XmlElement) -> str:
    """A name in its own script: Han and Hangul put the family name first, without a space."""
    first, last = _text_of(variant, "first"), _text_of(variant, "last")
    if variant.attributes.get("script") in ("hani", "hans", "hant", "kore", "hang", "jpan"):
        return f"{last}{first}"
    return f"{first} {last}".strip()


def _text_of(element: XmlElement, name: str) -> str:
    found = element.first(name)
    return squeeze(_markdown(found)) if found else ""


def _markdown(element: XmlElement) -> str:
    """The text of an element and all in it: formulas between dollars, the rest as it stands."""
    written = "".join(part if isinstance(part, str) else _markdown(part) for part in element.parts)
    return f"${written.strip()}$" if element.name == "tex-math" and written.strip() else written


ACL_ANTHOLOGY = SourceFormat(
    name="acl-anthology", title="XML of the ACL Anthology", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_system=True,
)  # fmt: skip
