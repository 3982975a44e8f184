"""Spellings that the sources prove to be one person's, and ORCID iDs: added to authors.yaml once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_gen.conference import Author
from site_gen.conference.people import person_id
from site_gen.content import Content, Plain, digest, fields_to_plain, paths, schema_comment
from site_gen.ingest.assemble import Alias
from site_gen.ingest.link import Person
from site_gen.ingest.merge.entity_files import ListFile, report_style
from site_gen.ingest.merge.fields import Limits
from site_gen.ingest.merge.merged import Merged
from site_gen.ingest.merge.provenance import EntityKey, FieldProvenance, Fields, place_texts
from site_gen.problems import ProblemLog
from site_gen.text import fold

_ORCID = "orcid:"  # before it among the spellings in provenance, none of which has a colon


def merge_aliases(
    content: Content,
    authors: Sequence[Author],
    aliases: Mapping[str, Sequence[Alias]],
    provenance: Mapping[str, Mapping[EntityKey, Fields]],
    limits: Limits,
    read: frozenset[str],
    problems: ProblemLog,
    people: Sequence[Person] = (),
) -> Merged:
    """Add the aliases that each edition proves to the entries of their people.

    An alias that was added in any edition before, and is no longer there, was taken away by hand. One
    that ingest added goes again when the documents that proved it are there and prove it no more.
    """
    merger = _AliasMerger(content, authors, provenance, limits, read, problems)
    for person in people:
        if limits.may_change(frozenset([person.place.file])):
            merger.enter(person)
    for edition in sorted(aliases):
        for alias in aliases[edition]:
            if limits.may_change(frozenset([alias.place.file])):
                merger.take(edition, alias)
    return merger.finished()


class _AliasMerger:
    """Goes through the aliases of all editions: they share one authors.yaml."""

    def __init__(
        self,
        content: Content,
        authors: Sequence[Author],
        provenance: Mapping[str, Mapping[EntityKey, Fields]],
        limits: Limits,
        read: frozenset[str],
        problems: ProblemLog,
    ) -> None:
        current = {author.id: fields_to_plain(author) for author in authors}
        self._file = ListFile(content, current, paths.AUTHORS, schema_comment("authors", depth=0))
        self._merged = Merged()
        self._limits, self._read = limits, read
        self._problems = problems
        self._owners = _owners(authors)
        self._before = {
            (edition, entity): fields
            for edition, of_edition in provenance.items()
            for (kind, entity), fields in of_edition.items()
            if kind == "authors"
        }
        self._once_added = {(entity, name) for (_, entity), fields in self._before.items() for name in fields}
        self._now: dict[tuple[str, str], dict[str, FieldProvenance]] = defaultdict(dict)

    def enter(self, person: Person) -> None:
        """Add somebody who shares a name with others, once: who is there stays as an editor left it."""
        if person.id in self._file.current:
            return
        try:
            self._file.add(person.id, {"name": person.name}, self._file.last)
        except ValueError as error:
            report_style(error, self._file.place(person.id), self._problems)
        self._file.current[person.id] = {"name": person.name}
        self._owners.setdefault(fold(person.name), []).append(person.id)
        self._merged.record_change("added", "authors", person.id, person.name, person.place)

    def take(self, edition: str, alias: Alias) -> None:
        """Add an alias unless it is there, was there before, or its name is that of several people."""
        owners = [alias.author] if alias.author else self._owners.get(fold(alias.name), [])
        if len(owners) > 1:
            return
        author = owners[0] if owners else person_id(alias.name, self._file.current)
        if alias.orcid:
            self._take_orcid(edition, author, alias)
            return
        spelling = fold(alias.alias)
        if spelling not in self._owners and (author, spelling) not in self._once_added:
            self._add(author, alias)
            self._owners.setdefault(fold(alias.name), [author])
            self._owners[spelling] = [author]
        self._now[edition, author][spelling] = FieldProvenance(
            digest(alias.alias), place_texts((alias.place,))
        )

    def _take_orcid(self, edition: str, author: str, alias: Alias) -> None:
        """Add the ORCID iD of somebody who has none, unless it was there before."""
        held = self._file.current.get(author) or {}
        if "orcid" not in held and (author, _ORCID) not in self._once_added:
            self._enter(author, alias.name, {"orcid": alias.orcid})
            self._owners.setdefault(fold(alias.name), [author])
            self._merged.record_change("added", "authors", author, f"ORCID iD {alias.orcid}", alias.place)
        self._now[edition, author][_ORCID] = FieldProvenance(digest(alias.orcid), place_texts((alias.place,)))

    def _add(self, author: str, alias: Alias) -> None:
        before = (self._file.current.get(author) or {}).get("aliases")
        aliases: list[Plain] = [*(before if isinstance(before, list) else []), alias.alias]
        self._enter(author, alias.name, {"aliases": aliases})
        self._merged.record_change("added", "authors", author, f"alias {alias.alias}", alias.place)

    def _enter(self, author: str, name: str, fields: dict[str, Plain]) -> None:
        """Write fields of somebody, who may be new in the file."""
        held = self._file.current.get(author)
        entry = held or {"name": name}
        try:
            if held is None:
                self._file.add(author, {**entry, **fields}, self._file.last)
            else:
                self._file.change(author, fields)
        except ValueError as error:
            report_style(error, self._file.place(author), self._problems)
        self._file.current[author] = {**entry, **fields}

    def finished(self) -> Merged:
        """All that becomes of the aliases."""
        keys = sorted({*self._before, *self._now})
        editions: dict[str, list[str]] = defaultdict(list)
        for edition, author in keys:
            editions[author].append(edition)
        for edition, author in keys:
            before, now = self._before.get((edition, author), {}), self._now[edition, author]
            unproven = {
                spelling: each
                for spelling, each in before.items()
                if spelling not in now and each.files <= self._read and self._limits.may_drop(each.files)
            }
            fields = {**{name: each for name, each in before.items() if name not in unproven}, **now}
            if fields != before:
                self._merged.record_provenance(edition, "authors", author, fields)
            for spelling, each in unproven.items():
                others = [other for other in editions[author] if other != edition]
                if not any(self._is_proven(other, author, spelling) for other in others):
                    take_away = self._take_orcid_away if spelling == _ORCID else self._take_away
                    take_away(author, each)
        self._merged.files.update(self._file.changed())
        return self._merged

    def _is_proven(self, edition: str, author: str, spelling: str) -> bool:
        """Whether an edition proves an alias, or proved it when it was last read."""
        key = (edition, author)
        return spelling in self._before.get(key, {}) or spelling in self._now.get(key, {})

    def _take_away(self, author: str, alias: FieldProvenance) -> None:
        """Take away an alias that is as ingest wrote it; an entry that then says nothing goes with it."""
        held = self._file.current.get(author, {})
        listed = held.get("aliases")
        aliases: list[Plain] = list(listed) if isinstance(listed, list) else []
        left = [each for each in aliases if digest(each) != alias.digest]
        if left != aliases:
            gone = next(each for each in aliases if each not in left)
            self._drop(author, "aliases", left or None, f"alias {gone}")

    def _take_orcid_away(self, author: str, stated: FieldProvenance) -> None:
        """Take away an ORCID iD that is as ingest wrote it."""
        orcid = self._file.current.get(author, {}).get("orcid")
        if orcid and digest(orcid) == stated.digest:
            self._drop(author, "orcid", None, f"ORCID iD {orcid}")

    def _drop(self, author: str, name: str, left: Plain, what: str) -> None:
        """Write what is left of a field; an entry that then says nothing but a name goes with it."""
        held, place = self._file.current.get(author, {}), self._file.place(author)
        is_bare = not left and held.keys() == {"name", name} and author == person_id(str(held["name"]), {})
        try:
            if is_bare:
                self._file.remove(author)
            else:
                self._file.change(author, {name: left})
        except ValueError as error:
            report_style(error, place, self._problems)
        self._merged.record_change("dropped", "authors", author, what, place)


def _owners(authors: Sequence[Author]) -> dict[str, list[str]]:
    """The people of each folded name in authors.yaml; a former name is one too."""
    owners: dict[str, list[str]] = defaultdict(list)
    for author in authors:
        former = (each.name for each in author.former_names)
        for name in sorted({fold(name) for name in (author.name, *author.aliases, *former)}):
            owners[name].append(author.id)
    return dict(owners)
