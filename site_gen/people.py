"""People over all editions: which name as printed is which person."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.model import Author, Authorship, Conference, Paper, Participant, Series
from site_gen.problems import Locate, ProblemLog
from site_gen.text import fold, slug


@dataclass(frozen=True, slots=True)
class PaperOf:
    """One paper of a person: the edition's id and the paper."""

    edition: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who wrote a paper or stands in authors.yaml, by id.

    `papers` are in the order of the editions. `ids` tells the person of each folded name that only
    one person has; `hidden` are the folded names that must not be published.
    """

    authors: Mapping[str, Author]
    papers: Mapping[str, tuple[PaperOf, ...]]
    ids: Mapping[str, str]
    hidden: frozenset[str] = frozenset()

    def id_of(self, printed: Authorship | Participant) -> str | None:
        """The id of the person behind a printed name; None for a missing name and for a stranger."""
        if printed.author:
            return printed.author
        return self.ids.get(fold(printed.name)) if printed.name else None

    def shown_name(self, printed: Authorship | Participant) -> str | None:
        """The name to publish: as printed, but never a hidden former name; None for a missing one."""
        if printed.name is None or fold(printed.name) not in self.hidden:
            return printed.name
        who = self.id_of(printed)
        return self.authors[who].name if who else None


def gather(series: Series, locate: Locate, problems: ProblemLog) -> People:
    """Find the people of a series.

    Names that are equal after folding are one person; authors.yaml joins and parts beyond that. A
    name that several of its entries share is an error until the byline says which one is meant.
    """
    ids, shared = _declared_names(series.authors)
    declared = {author.id for author in series.authors}
    printed: dict[str, list[Authorship]] = defaultdict(list)
    written: dict[str, dict[int, PaperOf]] = defaultdict(dict)
    for conference, paper, position, authorship in _bylines(series.conferences):
        name = fold(authorship.name or "")
        who = authorship.author or ids.get(name) or name
        if authorship.author is None and name in shared:
            place = locate("papers", conference.id, paper.id, "authors", position)
            hint = f"add `author:` to the name, with {' or '.join(shared[name])}"
            problems.error("homonym", f"'{authorship.name}' is the name of several people", place, hint)
        elif authorship.author is not None and authorship.author not in declared:
            place = locate("papers", conference.id, paper.id, "authors", position)
            problems.error("unknown-author", f"no person '{authorship.author}' in authors.yaml", place)
        else:
            printed[who].append(authorship)
            written[who][id(paper)] = PaperOf(conference.id, paper)
    return _people(series.authors, ids, printed, written)


def _people(
    entries: Sequence[Author],
    ids: dict[str, str],
    printed: Mapping[str, list[Authorship]],
    written: Mapping[str, dict[int, PaperOf]],
) -> People:
    authors = {author.id: _with_family(author, printed.get(author.id, ())) for author in entries}
    papers = {author.id: tuple(written.get(author.id, {}).values()) for author in entries}
    for name in sorted(printed.keys() - authors.keys()):
        author = _found_author(printed[name], taken=authors)
        authors[author.id] = author
        papers[author.id] = tuple(written[name].values())
        ids[name] = author.id
    hidden = (fold(former.name) for author in entries for former in author.former_names if former.hidden)
    return People(authors, papers, ids, frozenset(hidden))


def _declared_names(entries: Sequence[Author]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The person of each name in authors.yaml, and the names that several people share."""
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for author in entries:
        for name in (author.name, *author.aliases, *(former.name for former in author.former_names)):
            owners[fold(name)][author.id] = None
    single = {name: next(iter(people)) for name, people in owners.items() if len(people) == 1}
    return single, {name: list(people) for name, people in owners.items() if len(people) > 1}


def _bylines(conferences: Sequence[Conference]) -> Iterator[tuple[Conference, Paper, int, Authorship]]:
    for conference in conferences:
        for paper in conference.papers:
            for position, authorship in enumerate(paper.authors):
                if authorship.name:
                    yield conference, paper, position, authorship


def _found_author(printed: Sequence[Authorship], taken: Mapping[str, Author]) -> Author:
    """The author that only bylines tell of, with the best spelling and an id of its own."""
    name = best_spelling([authorship.name for authorship in printed if authorship.name])
    own_id = slug(name, limit=100) or "author"
    if own_id in taken or own_id == "author":
        # Two names that fold differently may still transliterate alike (李娜, 李纳).
        own_id += "-" + hashlib.sha256(name.encode()).hexdigest()[:6]
    return _with_family(Author(id=own_id, name=name), printed)


def best_spelling(names: Sequence[str]) -> str:
    """Of spellings of one name the one to show: in mixed case, then with accents, then the most used."""

    def rank(item: tuple[str, int]) -> tuple[bool, bool, int, str]:
        name, uses = item
        return name in (name.lower(), name.upper()), name.isascii(), -uses, name

    return min(Counter(names).items(), key=rank)[0]


def _with_family(author: Author, printed: Sequence[Authorship]) -> Author:
    """The author with the family name that a byline tells, unless the entry has one."""
    families = [authorship.family for authorship in printed if authorship.family]
    return replace(author, family=families[0]) if families and not author.family else author


def family_name(author: Author) -> str:
    """The name an author is listed under: what a source or entry tells, else the last word."""
    if author.family:
        return author.family
    parts = author.name.split()
    while len(parts) > 1 and fold(parts[-1]).strip(".") in ("jr", "sr", "ii", "iii", "iv"):
        parts.pop()
    return parts[-1]
