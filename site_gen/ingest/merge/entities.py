"""Merging the entities of one edition: each is new, updated, kept away or dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from site_gen.conference import Conference
from site_gen.content import (
    Content,
    Plain,
    digest,
    fields_to_plain,
    paths,
    schema_comment,
)
from site_gen.ingest.assemble import Assembled, AssembledEntity
from site_gen.ingest.merge.absent import Absent
from site_gen.ingest.merge.changes import session_changes
from site_gen.ingest.merge.entity_files import EntityFiles, ListFile, SeparateFiles, report_style
from site_gen.ingest.merge.fields import FieldsMerged, Limits, merge_fields, of_the_past
from site_gen.ingest.merge.merged import ONE, EntityKind, Merged
from site_gen.ingest.merge.provenance import (
    EntityKey,
    FieldProvenance,
    Fields,
    is_source_id,
    remembered,
)
from site_gen.ingest.merge.refusals import without_papers
from site_gen.ingest.merge.session_slots import SLOTS, SessionSlots
from site_gen.ingest.merge.sourced import (
    Sourced,
    all_places,
    edition_sourced_of,
    ids_of,
    sourced_of,
    with_left_out_papers,
)  # fmt: skip
from site_gen.problems import Place, ProblemLog

_CHOSEN = ("title", "time_zone")  # an editor's own is no conflict: any zone can show any time


class EditionMerger:
    """Goes through the entities of one edition and gathers what becomes of them."""

    def __init__(
        self,
        content: Content,
        conference: Conference,
        provenance: Mapping[EntityKey, Fields],
        limits: Limits,
        problems: ProblemLog,
    ) -> None:
        self.merged = Merged()
        self._content = content
        self._conference = conference
        self._provenance = provenance
        self._limits = limits
        self._problems = problems
        self._slots = SessionSlots({}, {}, provenance, limits)
        self._ids: Mapping[str, Fields] = {}
        self._absent = Absent(limits, problems)

    def conference(self, assembled: Assembled) -> None:
        """Merge what the sources say of the edition itself; a new one gets a file with its title."""
        edition = self._conference.id
        file = paths.conference(edition)
        exists = self._content.text(file, ProblemLog()) is not None
        facts = {
            name: fact
            for name, fact in assembled.edition.items()
            if not exists or name not in _CHOSEN or self._is_open(name)
        }
        sourced = edition_sourced_of(self._conference, facts, self._problems)
        if not exists:
            sourced = {"title": (self._conference.title, ()), **sourced}
        current = {edition: fields_to_plain(self._conference)} if exists else {}
        files = SeparateFiles(self._content, current, lambda _: file, schema_comment("conference", depth=1))
        self._entity("conference", edition, sourced, files, None)
        self.merged.files.update(files.changed())

    def _is_open(self, field: str) -> bool:
        """Whether no editor chose the value of a field."""
        held = getattr(self._conference, field)
        before = self._provenance.get(("conference", self._conference.id), {}).get(field)
        return held is None or (before is not None and before.digest == digest(held))

    def papers(self, assembled: Assembled) -> None:
        """Merge the papers, each in a file of its own; of one that only a programme names all stays."""
        papers, refused = assembled.papers, assembled.refused
        named = {slot.paper for each in assembled.sessions for slot in each.value.slots}
        current = {paper.id: fields_to_plain(paper) for paper in self._conference.papers}

        def file_of(paper: str) -> str:
            return paths.paper(self._conference.id, paper)

        files = SeparateFiles(self._content, current, file_of, schema_comment("paper", depth=2))
        self._ids = {entity.value.id: ids_of(entity) for entity in papers}
        for entity, sourced in zip(papers, sourced_of(papers, self._problems), strict=True):
            self._entity("papers", entity.value.id, sourced, files, None)
        for paper in sorted(current.keys() - {entity.value.id for entity in papers}):
            known = self._provenance.get(("papers", paper))
            if known is None or (paper in named and paper not in refused):
                continue
            if papers or paper in refused or not self._absent.keep(("papers", paper), known):
                self._without_source(paper, refused.get(paper), files)
        self.merged.files.update(files.changed())

    def listed(self, kind: EntityKind, entities: Sequence[AssembledEntity[Any]]) -> None:
        """Merge the sessions or awards, which stand in one list in the order of their page."""
        held = getattr(self._conference, kind)
        current = {entity.id: fields_to_plain(entity) for entity in held}
        file = paths.file_of(kind, self._conference.id)
        files = ListFile(self._content, current, file, schema_comment(kind, depth=1))
        before: str | None = None
        all_sourced = sourced_of(entities, self._problems)
        if kind == "sessions":
            ids = [entity.value.id for entity in entities]
            slots = {
                each: fields[SLOTS][0]
                for each, fields in zip(ids, all_sourced, strict=True)
                if SLOTS in fields
            }
            self._slots = SessionSlots(slots, current, self._provenance, self._limits)
        for entity, sourced in zip(entities, all_sourced, strict=True):
            self._entity(kind, entity.value.id, sourced, files, before)
            before = entity.value.id if entity.value.id in files.current else before
        for entity_id in sorted(current.keys() - {entity.value.id for entity in entities}):
            if (kind, entity_id) in self._provenance:
                self._drop(kind, entity_id, files, has_others=bool(entities))
        self._empty_places(files)
        self.merged.files.update(files.changed())

    def _entity(
        self, kind: EntityKind, entity: str, sourced: Sourced, files: EntityFiles, after: str | None
    ) -> None:
        if entity in files.current:
            self._update(kind, entity, sourced, files)
        elif (kind, entity) in self._provenance:
            self.merged.gone.append(((kind, entity), all_places(sourced)))
        elif self._limits.may_change(FieldProvenance("", all_places(sourced)).files):
            self._add(kind, entity, sourced, files, after)

    def _add(
        self, kind: EntityKind, entity: str, sourced: Sourced, files: EntityFiles, after: str | None
    ) -> None:
        fields = {name: value for name, (value, _) in sourced.items()}
        if kind == "sessions":
            fields = self._slots.added(fields)
        place = Place(paths.file_of(kind, self._conference.id, entity))
        try:
            files.add(entity, fields, after)
        except ValueError as error:
            report_style(error, place, self._problems)
            return
        files.current[entity] = fields
        provenance = {
            name: remembered(name, value, places) for name, (value, places) in sourced.items() if places
        }
        if provenance:
            provenance |= self._ids.get(entity, {}) if kind == "papers" else {}
            self.merged.record_provenance(self._conference.id, kind, entity, provenance)
        self.merged.record_change("added", kind, entity, _title(fields), place)

    def _update(self, kind: EntityKind, entity: str, sourced: Sourced, files: EntityFiles) -> None:
        current = files.current[entity]
        before = self._provenance.get((kind, entity), {})
        if kind == "sessions":
            sourced = self._slots.completed(sourced, current, before)
        elif kind == "awards":
            sourced = with_left_out_papers(sourced, current, before, self._limits)
        merged = merge_fields(sourced, current, before, self._limits)
        if kind == "sessions":
            self._slots.merge(entity, sourced.get(SLOTS), current, before, merged)
        if kind == "papers" and merged.provenance:  # what is all made by hand remembers nothing
            ids = self._ids.get(entity, {}).items()
            merged.provenance |= {name: each for name, each in ids if self._limits.may_change(each.files)}
        if merged.provenance != before:
            self.merged.record_provenance(self._conference.id, kind, entity, merged.provenance)
        for edit in merged.hand_edits:
            place = files.place(entity, *edit.steps)
            self.merged.hand_edits.append(((kind, entity), edit, place))
        if not merged.changes:
            return
        place = files.place(entity)
        try:
            files.change(entity, merged.changes)
        except ValueError as error:
            report_style(error, place, self._problems)
            return
        files.current[entity] = {
            name: value for name, value in {**current, **merged.changes}.items() if value is not None
        }
        self._say_changes(kind, entity, current, merged, place)

    def _say_changes(
        self, kind: EntityKind, entity: str, current: Mapping[str, Plain], merged: FieldsMerged, place: Place
    ) -> None:
        if kind == "sessions":
            before = {**current, **without_papers(current, self.merged.refused)}
            changed = {name: value for name, value in merged.changes.items() if value != before.get(name)}
            self.merged.changes += session_changes(entity, before, changed, place)
        elif "title" in merged.changes:
            self.merged.record_change(
                "retitled", kind, entity, f"{_title(current)} → {_title(merged.changes)}", place
            )
        else:
            self.merged.record_change("changed", kind, entity, ", ".join(merged.changes), place)

    def _drop(self, kind: EntityKind, entity: str, files: ListFile, *, has_others: bool) -> None:
        """Take away a session or award that no source names any more, unless somebody edited it.

        Where no document tells of any such thing, those that did may only be missing here: all stays.
        """
        provenance = self._provenance[kind, entity]
        if not has_others and self._absent.keep((kind, entity), provenance):
            return
        if self._is_edited(kind, entity, files):
            if kind == "sessions":
                self._let_go(entity, files)
            self._warn_of_dropped(kind, entity, files)
        elif self._limits.may_drop(frozenset(file for each in provenance.values() for file in each.files)):
            place = files.place(entity)
            try:
                files.remove(entity)
            except ValueError as error:
                report_style(error, place, self._problems)
                return
            self.merged.record_change("dropped", kind, entity, _title(files.current.pop(entity)), place)
            self.merged.record_provenance(self._conference.id, kind, entity, {})

    def _let_go(self, session: str, files: ListFile) -> None:
        """Take the talks that stand in other sessions now out of one that no source names any more."""
        try:
            if changes := self._slots.without_moved(session, files.current[session]):
                files.change(session, changes)
        except ValueError as error:
            report_style(error, files.place(session), self._problems)

    def _without_source(self, paper: str, refused: Place | None, files: SeparateFiles) -> None:
        """A paper that no source gives any more stays, unless one refuses it and nobody edited it."""
        if refused is None or not self._limits.may_drop(frozenset([refused.file])):
            self._warn_of_dropped("papers", paper, files)
        elif files.current[paper].get("status") == "withdrawn":
            return
        elif self._is_edited("papers", paper, files) or not files.is_as_written(paper):
            what = f"{refused} does not accept this paper any more, and it was edited by hand"
            memory = paths.provenance(self._conference.id, "papers", paper)
            hint = f"delete the file; or delete {memory}, and the paper is your own"
            self._problems.error("accepted-no-more", what, files.place(paper), hint)
        else:
            files.remove(paper)
            self.merged.record_provenance(self._conference.id, "papers", paper, {})
            self.merged.refused[paper] = refused

    def _is_edited(self, kind: EntityKind, entity: str, files: EntityFiles) -> bool:
        held = {name: digest(value) for name, value in files.current[entity].items()}
        remembered_fields = self._provenance[kind, entity].items()
        return held != {name: each.digest for name, each in remembered_fields if not is_source_id(name)}

    def _empty_places(self, files: ListFile) -> None:
        """Take the papers that left content out of the sessions or awards that name them."""
        for entity, fields in files.current.items():
            changes = without_papers(fields, self.merged.refused)
            try:
                if changes:
                    files.change(entity, changes)
            except ValueError as error:
                report_style(error, files.place(entity), self._problems)

    def _warn_of_dropped(self, kind: EntityKind, entity: str, files: EntityFiles) -> None:
        provenance = self._provenance[kind, entity]
        past = of_the_past(provenance, self._limits)
        if past != provenance:
            self.merged.record_provenance(self._conference.id, kind, entity, past)
            detail = f"{_title(files.current[entity])}; kept until you delete it"
            self.merged.record_change("dropped", kind, entity, detail, files.place(entity))
        what = f"no source names the {ONE[kind]} '{entity}' any more"
        hint = "delete it, or give it a status"
        self._problems.warning("not-in-sources", what, files.place(entity), hint)


def _title(fields: Mapping[str, Plain]) -> str:
    return str(fields.get("title") or fields.get("name") or "untitled")
