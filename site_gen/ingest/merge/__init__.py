"""Merging: what the sources say into content/, without ever taking an editor's work back.

The unit is a field of an entity. What differs from what provenance remembers was edited by hand and
wins; what is remembered but gone was deleted by hand and stays away; what no provenance knows was
made by hand and wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from site_gen.content import Content, Plain, digest, fields_to_plain, paths
from site_gen.ingest.assemble import Alias, Assembled, AssembledEntity
from site_gen.ingest.merge.changes import Change, session_changes
from site_gen.ingest.merge.fields import FieldsMerged, Kept, MayChange, merge_fields
from site_gen.ingest.merge.provenance import (
    EntityKey,
    Fields,
    Remembered,
    load_provenance,
    place_texts,
    provenance_text,
)
from site_gen.ingest.merge.shelves import FileShelf, ListShelf, Shelf, order_before
from site_gen.model import Author, Conference
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, slug

__all__ = ["Change", "EntityKey", "Fields", "Kept", "Merged", "load_provenance", "merge"]

EntityKind = Literal["papers", "sessions", "awards", "conference", "authors"]
_ONE: Mapping[str, Any] = {
    "papers": "paper", "sessions": "session", "awards": "award",
    "conference": "conference", "authors": "author",
}  # fmt: skip


@dataclass(slots=True)
class Merged:
    """What an ingest makes of an edition's content; nothing is written yet.

    `files` are texts by path, None for a file that goes. `gone` are entities that an organiser
    deleted and that the sources still have.
    """

    files: dict[str, str | None] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    kept: list[tuple[EntityKey, Kept, Place]] = field(default_factory=list)
    gone: list[tuple[EntityKey, tuple[str, ...]]] = field(default_factory=list)


def merge(
    content: Content,
    conference: Conference,
    authors: Sequence[Author],
    assembled: Assembled,
    remembered: Mapping[EntityKey, Fields],
    may_change: MayChange,
    problems: ProblemLog,
) -> Merged:
    """Merge an assembled edition into its content. `authors` are the entries of authors.yaml."""
    merger = _Merger(content, conference, remembered, may_change, problems)
    merger.conference(assembled)
    merger.papers(assembled)
    merger.listed("sessions", assembled.sessions)
    merger.listed("awards", assembled.awards)
    merger.aliases(assembled.aliases, authors)
    return merger.merged


class _Merger:
    """Goes through the entities of one edition and gathers what becomes of them."""

    def __init__(
        self,
        content: Content,
        conference: Conference,
        remembered: Mapping[EntityKey, Fields],
        may_change: MayChange,
        problems: ProblemLog,
    ) -> None:
        self.merged = Merged()
        self._content = content
        self._conference = conference
        self._remembered = remembered
        self._may_change = may_change
        self._problems = problems

    def conference(self, assembled: Assembled) -> None:
        edition = self._conference.id
        facts = {"proceedings": assembled.proceedings, "volume": assembled.volume}
        sourced = {
            name: (fact.value, place_texts((fact.place,))) for name, fact in facts.items() if fact is not None
        }
        file = paths.conference(edition)
        exists = self._content.text(file, ProblemLog()) is not None
        current = {edition: fields_to_plain(self._conference)} if exists else {}
        shelf = FileShelf(self._content, current, lambda _: file, _schema("conference", depth=1))
        if exists:
            self._entity("conference", edition, sourced, shelf, None)
        else:
            named = {"title": (self._conference.title, ())}
            self._add("conference", edition, {**named, **sourced}, shelf, None)
        self._take_files(shelf)

    def papers(self, assembled: Assembled) -> None:
        current = {paper.id: fields_to_plain(paper) for paper in self._conference.papers}

        def file_of(paper: str) -> str:
            return paths.paper(self._conference.id, paper)

        shelf = FileShelf(self._content, current, file_of, _schema("paper", depth=2))
        for entity in assembled.papers:
            self._entity("papers", entity.value.id, _sourced(entity), shelf, None)
        self._dropped("papers", {entity.value.id for entity in assembled.papers}, shelf)
        self._take_files(shelf)

    def listed(self, kind: EntityKind, entities: Sequence[AssembledEntity[Any]]) -> None:
        held = getattr(self._conference, kind)
        current = {entity.id: fields_to_plain(entity) for entity in held}
        file = paths.file_of(kind, self._conference.id)
        shelf = ListShelf(self._content, current, file, _schema(kind, depth=1))
        ids = [entity.value.id for entity in entities]
        for entity in entities:
            after = order_before(ids, entity.value.id, shelf.current)
            self._entity(kind, entity.value.id, _sourced(entity), shelf, after)
        self._dropped(kind, set(ids), shelf)
        self._take_files(shelf)

    def aliases(self, aliases: Sequence[Alias], authors: Sequence[Author]) -> None:
        """Add each alias that was never added before to the person's entry in authors.yaml."""
        current = {author.id: fields_to_plain(author) for author in authors}
        shelf = ListShelf(self._content, current, paths.AUTHORS, _schema("authors", depth=0))
        known = {fold(name): author.id for author in authors for name in (author.name, *author.aliases)}
        found: dict[str, dict[str, Remembered]] = defaultdict(dict)
        for alias in aliases:
            author_id = known.get(fold(alias.name)) or slug(alias.name, limit=100)
            before = self._remembered.get(("authors", author_id), {})
            spelling = fold(alias.alias)
            if spelling not in before and spelling not in known:
                self._add_alias(alias, author_id, shelf)
                known[spelling] = author_id
            found[author_id][spelling] = Remembered(digest(alias.alias), place_texts((alias.place,)))
        for author_id, remembered in found.items():
            self._remember(("authors", author_id), remembered)
        self._take_files(shelf)

    def _add_alias(self, alias: Alias, author_id: str, shelf: Shelf) -> None:
        held = shelf.current.get(author_id)
        before = held.get("aliases") if held else None
        aliases: list[Plain] = [*(before if isinstance(before, list) else []), alias.alias]
        if held is None:
            shelf.add(author_id, {"name": alias.name, "aliases": aliases}, None)
        else:
            shelf.change(author_id, {"aliases": aliases})
        shelf.current[author_id] = {**(held or {"name": alias.name}), "aliases": aliases}
        self._say("added", "authors", author_id, f"alias {alias.alias}", alias.place)

    def _entity(
        self,
        kind: EntityKind,
        entity: str,
        sourced: Mapping[str, tuple[Plain, tuple[str, ...]]],
        shelf: Shelf,
        after: str | None,
    ) -> None:
        remembered = self._remembered.get((kind, entity), {})
        if entity in shelf.current:
            self._update(kind, entity, sourced, shelf)
        elif remembered:
            self.merged.gone.append(((kind, entity), _all_places(sourced)))
        else:
            self._add(kind, entity, sourced, shelf, after)

    def _add(
        self,
        kind: EntityKind,
        entity: str,
        sourced: Mapping[str, tuple[Plain, tuple[str, ...]]],
        shelf: Shelf,
        after: str | None,
    ) -> None:
        if not self._may_change(Remembered("", _all_places(sourced)).files):
            return
        fields = {name: value for name, (value, _) in sourced.items()}
        shelf.add(entity, fields, after)
        shelf.current[entity] = fields
        remembered = {
            name: Remembered(digest(value), places) for name, (value, places) in sourced.items() if places
        }
        self._remember((kind, entity), remembered)
        self._say(
            "added", kind, entity, _title(fields), Place(paths.file_of(kind, self._conference.id, entity))
        )

    def _update(
        self,
        kind: EntityKind,
        entity: str,
        sourced: Mapping[str, tuple[Plain, tuple[str, ...]]],
        shelf: Shelf,
    ) -> None:
        current = shelf.current[entity]
        merged = merge_fields(sourced, current, self._remembered.get((kind, entity), {}), self._may_change)
        self._remember((kind, entity), merged.remembered)
        for kept in merged.kept:
            place = shelf.place(entity, "" if kept.verdict == "deleted" else kept.field)
            self.merged.kept.append(((kind, entity), kept, place))
        if not merged.changes:
            return
        place = shelf.place(entity)
        try:
            shelf.change(entity, merged.changes)
        except ValueError as error:
            self._problems.error("flow-style", f"cannot be changed: {error}", place, "write one key a line")
            return
        self._say_changes(kind, entity, current, merged, place)

    def _say_changes(
        self, kind: EntityKind, entity: str, current: Mapping[str, Plain], merged: FieldsMerged, place: Place
    ) -> None:
        if kind == "sessions":
            self.merged.changes += session_changes(entity, current, merged.changes, place)
        elif "title" in merged.changes:
            self._say("retitled", kind, entity, f"{_title(current)} → {_title(merged.changes)}", place)
        else:
            self._say("changed", kind, entity, ", ".join(merged.changes), place)

    def _dropped(self, kind: EntityKind, sourced: set[str], shelf: Shelf) -> None:
        """Entities that no source names any more. Sessions and awards go; a paper's file stays."""
        for entity in sorted(shelf.current.keys() - sourced):
            remembered = self._remembered.get((kind, entity))
            if not remembered:
                continue
            files = frozenset(file for field in remembered.values() for file in field.files)
            edited = any(
                name not in remembered or digest(value) != remembered[name].digest
                for name, value in shelf.current[entity].items()
            )
            if isinstance(shelf, ListShelf) and not edited and self._may_change(files):
                self._say("dropped", kind, entity, _title(shelf.current[entity]), shelf.place(entity))
                shelf.remove(entity)
                self.merged.files[paths.provenance(self._conference.id, kind, entity)] = None
            else:
                hint = "delete it, or give it a status"
                what = f"no source names the {_ONE[kind]} '{entity}' any more"
                self._problems.warning("not-in-sources", what, shelf.place(entity), hint)

    def _remember(self, key: EntityKey, remembered: Fields) -> None:
        if remembered != self._remembered.get(key, {}):
            file = paths.provenance(self._conference.id, *key)
            self.merged.files[file] = provenance_text(remembered) if remembered else None

    def _say(self, what: Any, kind: EntityKind, entity: str, detail: str, place: Place) -> None:
        self.merged.changes.append(Change(what, _ONE[kind], entity, detail, place))

    def _take_files(self, shelf: Shelf) -> None:
        self.merged.files.update(shelf.files())


def _sourced(entity: AssembledEntity[Any]) -> dict[str, tuple[Plain, tuple[str, ...]]]:
    return {
        name: (value, place_texts(entity.sources.get(name) or entity.places))
        for name, value in fields_to_plain(entity.value).items()
    }


def _all_places(sourced: Mapping[str, tuple[Plain, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for _, places in sourced.values() for place in places))


def _title(fields: Mapping[str, Plain]) -> str:
    return str(fields.get("title") or fields.get("name") or "untitled")


def _schema(name: str, depth: int) -> str:
    return f"yaml-language-server: $schema={'../' * depth}schema/{name}.json"
