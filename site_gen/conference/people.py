"""People over all editions: which name as printed is which person."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.conference import Author, Authorship, Conference, Editor, Member, Paper, Participant, Series
from site_gen.conference.former_names import hidden_slugs
from site_gen.conference.participants import Steps, all_participants
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import fold, is_safe_name, slug
from site_gen.text.suggestions import suggestion

Printed = Authorship | Participant | Member | Editor
"""A name as printed: in a byline, a session, a committee, among the editors."""

_LONGEST_ID = 100
_SUFFIX_LENGTH = 7  # characters behind an id that another person has
_SPEAKING = frozenset({"speaker", "presenter", "panelist"})


@dataclass(frozen=True, slots=True)
class AuthoredPaper:
    """One paper of a person, by its edition's id and its own."""

    edition: str
    paper: str


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who wrote a paper, speaks in a session or stands in authors.yaml, by id.

    `papers` are in the order of the editions. `ids` tells the person of each folded name that only
    one person has; `hidden` are the folded names that must not be published. No hidden name is
    among the aliases and former names of an author.
    """

    authors: Mapping[str, Author]
    papers: Mapping[str, tuple[AuthoredPaper, ...]]
    ids: Mapping[str, str]
    hidden: Collection[str] = frozenset()

    def id_of(self, printed: Printed) -> str | None:
        """The id of the person behind a printed name; None for a missing name and for a stranger."""
        if printed.author:
            return printed.author
        return self.ids.get(fold(printed.name)) if printed.name else None

    def shown_name(self, printed: Printed) -> str | None:
        """The name to publish: as printed, but never a hidden former name; None for a missing one."""
        if printed.name is None or fold(printed.name) not in self.hidden:
            return printed.name
        who = self.id_of(printed)
        return self.authors[who].name if who else None


@dataclass(slots=True)
class _Mentions:
    """A person as bylines or a programme show them: names, each paper once, and where the first name is."""

    names: list[Authorship] = field(default_factory=list)
    papers: dict[int, AuthoredPaper] = field(default_factory=dict)
    first: Steps = ()

    def wrote(self, edition: str, paper: Paper, position: int) -> None:
        """Note a name in the byline of a paper."""
        self.first = self.first or ("papers", edition, paper.id, "authors", position)
        self.names.append(paper.authors[position])
        self.papers[id(paper)] = AuthoredPaper(edition, paper.id)

    def speaks(self, name: str, steps: Steps) -> None:
        """Note a name in a programme, unless a byline has it."""
        if not self.papers:
            self.first = self.first or steps
            self.names.append(Authorship(name=name))


def gather(series: Series, locate: Locate, problems: ProblemLog) -> People:
    """Find the people of a series.

    Names that are equal after folding are one person; authors.yaml joins and parts beyond that. A
    name that several of its entries share is an error until the byline says which one is meant. Who
    only speaks comes behind all authors, who keep their ids.
    """
    names = _DeclaredNames(series.authors)
    declared: dict[str, _Mentions] = {author.id: _Mentions() for author in series.authors}
    others: dict[str, _Mentions] = defaultdict(_Mentions)
    for conference, paper, position, authorship in _bylines(series.conferences):
        name = fold(authorship.name or "")
        who = authorship.author or names.single.get(name)
        if authorship.author is None and name in names.shared:
            place = locate("papers", conference.id, paper.id, "authors", position)
            _report_homonym(authorship.name, names.shared[name], place, problems)
        elif who is None:
            others[name].wrote(conference.id, paper, position)
        elif who in declared:
            declared[who].wrote(conference.id, paper, position)
        else:
            place = locate("papers", conference.id, paper.id, "authors", position)
            _report_unknown(who, declared, place, problems)
    for steps, name in _speakers(series.conferences):
        if fold(name) not in names.single and fold(name) not in names.shared:
            others[fold(name)].speaks(name, steps)
    led_away = _led_away(series)
    taken = declared.keys() | hidden_slugs(series.authors) | led_away.keys()
    found, displaced = _found_authors(others, taken)
    people = _people(series.authors, names, declared, others, found)
    for name in sorted(displaced):
        _check_displaced(people, name, displaced[name], led_away, locate(*others[name].first), problems)
    _check_participants(series, people, names, locate, problems)
    _check_entries(series.authors, people, locate, problems)
    return people


class _DeclaredNames:
    """The names in authors.yaml, folded: the person of each `single` one, and who `shared` the others."""

    def __init__(self, entries: Sequence[Author]) -> None:
        owners: dict[str, dict[str, None]] = defaultdict(dict)
        for author in entries:
            for name in (author.name, *author.aliases, *(former.name for former in author.former_names)):
                owners[fold(name)][author.id] = None
        self.single = {name: next(iter(people)) for name, people in owners.items() if len(people) == 1}
        self.shared = {name: list(people) for name, people in owners.items() if len(people) > 1}


def _people(
    entries: Sequence[Author],
    names: _DeclaredNames,
    declared: Mapping[str, _Mentions],
    others: Mapping[str, _Mentions],
    found: Mapping[str, Author],
) -> People:
    authors = {author.id: _published(author, declared[author.id].names) for author in entries}
    papers = {author.id: tuple(declared[author.id].papers.values()) for author in entries}
    ids = dict(names.single)
    for name in sorted(found):
        author = found[name]
        authors[author.id] = author
        papers[author.id] = tuple(others[name].papers.values())
        ids[name] = author.id
    return People(authors, papers, ids, frozenset().union(*map(_hidden_names, entries)))


def _bylines(conferences: Sequence[Conference]) -> Iterator[tuple[Conference, Paper, int, Authorship]]:
    for conference in conferences:
        for paper in conference.papers:
            for position, authorship in enumerate(paper.authors):
                if authorship.name:
                    yield conference, paper, position, authorship


def _speakers(conferences: Sequence[Conference]) -> Iterator[tuple[Steps, str]]:
    """The names of those who say something in sessions, where the name alone tells who it is."""
    for conference in conferences:
        for steps, each in all_participants(conference):
            if each.role in _SPEAKING and not each.author:
                yield steps, each.name


def _published(author: Author, printed: Sequence[Authorship]) -> Author:
    """An entry of authors.yaml without its hidden names, with the family name that a byline tells."""
    hidden = _hidden_names(author)
    shown = [authorship for authorship in printed if fold(authorship.name or "") not in hidden]
    return _with_family(
        replace(
            author,
            aliases=tuple(alias for alias in author.aliases if fold(alias) not in hidden),
            former_names=tuple(former for former in author.former_names if fold(former.name) not in hidden),
        ),
        shown,
    )


def _hidden_names(author: Author) -> frozenset[str]:
    hidden = (fold(former.name) for former in author.former_names if former.hidden)
    return frozenset(hidden) - {fold(author.name)}


def _found_authors(
    others: Mapping[str, _Mentions], declared: Collection[str]
) -> tuple[dict[str, Author], dict[str, str]]:
    """Those whom no entry names, by folded name, and the slugs of those who are called otherwise.

    Who wrote first has the plain id: nobody takes it over.
    """
    found: dict[str, Author] = {}
    displaced: dict[str, str] = {}
    taken = set(declared)
    for name, each in others.items():
        spelling = best_spelling([authorship.name for authorship in each.names if authorship.name])
        own_slug = slug(spelling, limit=_LONGEST_ID)
        own = Author(id=_disambiguated(spelling, own_slug, taken), name=spelling)
        found[name] = _with_family(own, each.names)
        taken.add(own.id)
        if own.id != own_slug:
            displaced[name] = own_slug
    return found, displaced


def person_id(name: str, taken: Collection[str]) -> str:
    """The id of a person who has none yet, beside those that are taken."""
    return _disambiguated(name, slug(name, limit=_LONGEST_ID), taken)


def _disambiguated(name: str, own_slug: str, taken: Collection[str]) -> str:
    """The slug of a name; with more behind it where it is no id, or that of another person."""
    if own_slug and own_slug not in taken and own_slug != "author" and is_safe_name(own_slug):
        return own_slug
    # Two names that fold differently may still transliterate alike (李娜, 李纳).
    return (own_slug or "author") + f"-{hashlib.sha256(name.encode()).hexdigest()}"[:_SUFFIX_LENGTH]


def best_spelling(names: Sequence[str]) -> str:
    """Of spellings of one name the one to show: in mixed case, then with accents, then the most used."""

    def rank(item: tuple[str, int]) -> tuple[bool, bool, int, str]:
        name, uses = item
        return name in (name.lower(), name.upper()), name.isascii(), -uses, name

    if len(set(names)) == 1:  # as nearly all
        return names[0]
    return min(Counter(names).items(), key=rank)[0]


def _with_family(author: Author, printed: Sequence[Authorship]) -> Author:
    """The author with the family name that a byline tells, unless the entry has one."""
    families = [authorship.family for authorship in printed if authorship.family]
    return replace(author, family=families[0]) if families and not author.family else author


def _check_participants(
    series: Series, people: People, names: _DeclaredNames, locate: Locate, problems: ProblemLog
) -> None:
    """Speakers, chairs, committees and editors need not be authors, but who they are must be clear."""
    for conference in series.conferences:
        for steps, each in _with_roles(conference):
            shared = names.shared.get(fold(each.name)) if each.author is None else None
            if shared:
                _report_homonym(each.name, shared, locate(*steps), problems)
            elif each.author and each.author not in people.authors:
                _report_unknown(each.author, people.authors, locate(*steps), problems)


def _led_away(series: Series) -> Mapping[str, str]:
    """The ids whose addresses lead elsewhere by a redirect: who comes with such a name is another person."""
    old = {each.old.strip("/"): each.new for each in series.redirects}
    return {route.removeprefix("authors/"): new for route, new in old.items() if route.startswith("authors/")}


def _check_displaced(
    people: People, name: str, wanted: str, led_away: Mapping[str, str], place: Place, problems: ProblemLog
) -> None:
    """Two names that fold differently may have one slug; which of them gets it shall not change."""
    author = people.authors[people.ids[name]]
    if wanted in led_away or wanted in people.authors:
        why = f"leads to '{led_away[wanted]}'" if wanted in led_away else f"is {people.authors[wanted].name}"
        what = f"'{author.name}' is called '{author.id}', as '{wanted}' {why}"
        hint = "give both an entry in authors.yaml, so that their addresses stay"
        problems.warning("similar-ids", what, place, hint)


def _with_roles(conference: Conference) -> Iterator[tuple[Steps, Participant | Member | Editor]]:
    """Everybody in sessions, slots and committees, and the editors, with what `locate` finds the place by."""
    yield from all_participants(conference)
    for committee_position, committee in enumerate(conference.committees):
        committee_steps = ("conference", conference.id, "", "committees", committee_position)
        for position, member in enumerate(committee.members):
            yield (*committee_steps, "members", position), member
    for position, editor in enumerate(conference.editors):
        yield ("conference", conference.id, "", "editors", position), editor
    for volume in conference.volumes:
        for position, editor in enumerate(volume.editors):
            yield ("volumes", conference.id, volume.id, "editors", position), editor


def _check_entries(entries: Sequence[Author], people: People, locate: Locate, problems: ProblemLog) -> None:
    for author in entries:
        if author.id in {slug(name, limit=_LONGEST_ID) for name in _hidden_names(author)}:
            what = f"the id '{author.id}' would publish a hidden former name"
            place = locate("authors", "", author.id, "id")
            problems.error("hidden-name", what, place, "give the person another id")
        for position, other in enumerate(author.not_same_as):
            if other not in people.authors:
                place = locate("authors", "", author.id, "not_same_as", position)
                _report_unknown(other, people.authors, place, problems)


def _report_homonym(name: str | None, owners: Sequence[str], place: Place, problems: ProblemLog) -> None:
    hint = f"add `author:` to the name, with {' or '.join(owners)}"
    problems.error("homonym", f"'{name}' is the name of several people", place, hint)


def _report_unknown(wanted: str, known: Collection[str], place: Place, problems: ProblemLog) -> None:
    hint = suggestion(wanted, known, "add an entry with this id to authors.yaml")
    problems.error("unknown-author", f"no person '{wanted}'", place, hint)
