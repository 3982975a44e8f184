"""Papers out of groups of records: every field from the best source that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from operator import attrgetter
from typing import Any, TypeVar

from site_gen.conference import Authorship, Link, Paper
from site_gen.ingest.assemble.abstracts import best_abstract
from site_gen.ingest.assemble.assembled import Alias, AssembledEntity, CalledBySources, OtherValue
from site_gen.ingest.assemble.bylines import joined_byline
from site_gen.ingest.assemble.edition import usual_licence
from site_gen.ingest.assemble.ids import LONGEST, Naming, first_words, make_ids, naming, own_naming
from site_gen.ingest.assemble.other_descriptions import other_descriptions
from site_gen.ingest.assemble.other_values import other_values
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.known import Known
from site_gen.ingest.link import Group
from site_gen.ingest.link.evidence import are_other_titles
from site_gen.ingest.reading.metadata.source_ids import FORMER_TITLE, ids_of_paper
from site_gen.ingest.records import Fact, PaperRecord, Variant
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold
from site_gen.values import dataclass

T = TypeVar("T")

# Of one source, whole.
_PLAIN = (
    "volume",
    "pages",
    "doi",
    "licence",
    "language",
    "keywords",
    "note",
    "status",
    "erratum",
    "corrected",
    "revisions",
)
_plain_of: Callable[[PaperRecord], tuple[Fact[Any] | None, ...]] = attrgetter(*_PLAIN)


@dataclass(frozen=True, slots=True)
class PapersFound:
    """The papers of an edition, the id for the place of every record, and the spellings met.

    `licence` is what most papers have for theirs; only the others have it as a fact of their own.
    """

    papers: tuple[AssembledEntity[Paper], ...]
    ids: Mapping[Place, str]
    aliases: tuple[Alias, ...]
    licence: Fact[str] | None = None


@dataclass(slots=True)
class _Draft:
    """A paper that may still be without its id."""

    group: Group
    fields: dict[str, object]
    sources: dict[str, tuple[Place, ...]]
    aliases: list[Alias]
    others: dict[str, tuple[OtherValue, ...]] = field(default_factory=dict)


def assemble_papers(
    groups: Sequence[Group],
    known: Known,
    precedence: Precedence,
    volumes: Mapping[str, str],
    problems: ProblemLog,
) -> PapersFound:
    """Make the papers; known ones keep their ids. What documents only mention makes no paper, nor does what
    says nothing of it. `volumes` are the ids of volumes by those in the sources."""
    described = [group for group in groups if not all(record.is_mention for record in group.records)]
    drafts = [draft for group in described if _says_something(draft := _draft(group, precedence), problems)]
    for draft in drafts:
        _take_volume(draft, volumes)
        _report_titles(draft.group, precedence, problems)
    licence = _take_usual_licence(drafts)
    new = [draft for draft in drafts if draft.group.known is None]
    taken = {each.paper.id for each in known.papers} | known.deleted
    made = iter(make_ids([_naming(draft, known) for draft in new], taken, "paper"))
    papers: list[AssembledEntity[Paper]] = []
    ids = {record.place: group.known for group in groups if group.known for record in group.records}
    for draft in drafts:
        paper_id = draft.group.known or next(made)
        paper = Paper(id=paper_id, **draft.fields)  # type: ignore[arg-type]  # _draft pairs names and types
        places = tuple(record.place for record in draft.group.records)
        papers.append(
            AssembledEntity(
                paper,
                draft.sources,
                places,
                _ids(draft.group, draft.fields.get("title"), precedence),
                draft.others,
            )
        )
        ids.update(dict.fromkeys(places, paper_id))
    papers.sort(key=lambda paper: paper.value.id)
    aliases = tuple(alias for draft in drafts for alias in draft.aliases)
    return PapersFound(tuple(papers), ids, aliases, licence)


def _says_something(draft: _Draft, problems: ProblemLog) -> bool:
    if draft.fields.keys() - {"volume"} or draft.group.known:
        return True
    what = "this entry says nothing of a paper: no title, no authors, no text"
    hint = "it is left out: complete it, or take it out of the document"
    problems.warning("empty-record", what, draft.group.records[0].place, hint)
    return False


def _take_volume(draft: _Draft, volumes: Mapping[str, str]) -> None:
    """Say the volume by its id; where the edition has none of that, it is left out."""
    name = draft.fields.pop("volume", None)
    sources = draft.sources.pop("volume", ())
    if isinstance(name, str) and name in volumes:
        draft.fields["volume"], draft.sources["volume"] = volumes[name], sources


def _ids(group: Group, title: object, precedence: Precedence) -> dict[str, CalledBySources]:
    """What the sources of a paper call it: of each kind of id that of the best one."""
    ids: dict[str, CalledBySources] = {}
    for record in group.records:
        for own in ids_of_paper(record, precedence.readings[record.place.file].format):
            if own.name == FORMER_TITLE and own.fact.value == fold(str(title or "")):
                continue  # it still has it
            value, places = ids.get(own.name, (own.fact.value, ()))
            if value == own.fact.value:
                ids[own.name] = (value, (*places, own.fact.place))
    return ids


def _take_usual_licence(drafts: Sequence[_Draft]) -> Fact[str] | None:
    """The licence that becomes the conference's, taken away from the papers that have it."""
    usual = usual_licence([_fact(draft, "licence") for draft in drafts])
    for draft in drafts:
        if usual and draft.fields["licence"] == usual.value:
            del draft.fields["licence"], draft.sources["licence"]
    return usual


def _fact(draft: _Draft, name: str) -> Fact[str] | None:
    value = draft.fields.get(name)
    return Fact(value, draft.sources[name][0]) if isinstance(value, str) else None


def _draft(group: Group, precedence: Precedence) -> _Draft:
    """The fields of a paper that have a value, and their sources."""
    records = group.records
    draft = _Draft(group, {}, {}, [])

    def take(name: str, value: object, facts: Iterable[Fact[T]]) -> None:
        draft.fields[name] = value
        draft.sources[name] = tuple(dict.fromkeys(fact.place for fact in facts))

    # A mention names a paper as somebody typed it.
    titled = [record for record in records if record.title and not record.is_mention] or records
    if titles := precedence.published((record.title for record in titled), "title"):
        alike = [fact for fact in titles if fold(fact.value) == fold(titles[0].value)]
        take("title", titles[0].value, alike)
        draft.others["title"] = other_values(titles[0].value, titles)
    if bylines := precedence.published((record.authors for record in records), "authors"):
        byline, draft.aliases = joined_byline(bylines)
        draft.aliases += stated_aliases(each for record in records for each in record.variants)
        take("authors", byline, bylines)
        others = other_values(bylines[0].value, bylines)
        draft.others["authors"] = (*others, *other_descriptions(byline, bylines))
    abstracts = precedence.listed((record.abstract for record in records), "abstract")
    if abstract := best_abstract(abstracts):
        take("abstract", abstract[0].value, abstract[1])
        taken = frozenset(abstract[1])
        unlike = [fact for fact in abstracts if fact not in taken]
        draft.others["abstract"] = other_values(abstract[0].value, unlike)
    if links := precedence.published((record.links for record in records), "links"):
        take("links", _all_links(links), links)
    for name, held in zip(_PLAIN, zip(*map(_plain_of, records), strict=True), strict=True):
        if any(held) and (facts := precedence.published(held, name)):
            take(name, facts[0].value, [fact for fact in facts if fact.value == facts[0].value])
            draft.others[name] = other_values(facts[0].value, facts)
    return draft


def _report_titles(group: Group, precedence: Precedence, problems: ProblemLog) -> None:
    """Report where another document has quite another title than the one that counts only by its order."""
    titles = precedence.published((each.title for each in group.records if not each.is_mention), "title")
    for other in titles[1:]:
        first = titles[0]
        is_settled, is_other = (
            precedence.published_first(each.place, "title")[:2] for each in (first, other)
        )
        if (
            is_settled == is_other
            and first.place.file != other.place.file
            and are_other_titles(first.value, other.value)
        ):
            what = f"'{other.value}' is '{first.value}' of {first.place}, whose title counts"
            hint = "if this one is newer, give its document `precedence: [title]` in sources.yaml"
            problems.warning("two-titles", what, other.place, hint)


def stated_aliases(variants: Iterable[Variant]) -> list[Alias]:
    """The spellings, and ORCID iDs, that a source itself gives beside a name."""
    return [Alias(each.name, each.spelling, each.place, each.called, each.orcid) for each in variants]


def _all_links(facts: Sequence[Fact[tuple[Link, ...]]]) -> tuple[Link, ...]:
    """Every link once, those of the best source first."""
    links: dict[tuple[str, str], Link] = {}
    for fact in facts:
        for link in fact.value:
            links.setdefault((link.rel, link.url), link)
    return tuple(links.values())


def _naming(draft: _Draft, known: Known) -> Naming:
    """What a paper is called after: its title, else first author and five words, else eight words."""
    fields = draft.fields
    own = own_naming((record.own_id for record in draft.group.records), _content(fields))
    if own:
        return own
    title, abstract, authors = fields.get("title"), fields.get("abstract"), fields.get("authors")

    def names() -> list[str]:
        return [known.present_names.get(fold(name), name) for name in _names(authors)]

    def of_text() -> list[str]:
        return first_words(abstract if isinstance(abstract, str) else None, 40)

    def of_people() -> list[str]:
        return [word for name in names() for word in first_words(name)]

    if of_title := first_words(title if isinstance(title, str) else None):
        return naming(of_title, lambda: [*of_text(), *of_people()], _content(fields))
    first = [word for name in names()[:1] for word in first_words(name)]
    count = 5 if first else 8

    def further() -> list[str]:
        return [*of_text()[count:], *of_people()[len(first) :]]

    return naming([*first, *of_text()[:count]], further, _content(fields), LONGEST)


def _names(authors: object) -> list[str]:
    listed = authors if isinstance(authors, tuple) else ()
    return [each.name for each in listed if isinstance(each, Authorship) and each.name]


def _content(fields: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(fields.items(), key=lambda item: item[0]))
