"""content/ → Series: every file read, every mistake of all of them told in one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from site_gen.conference import (
    Author,
    Award,
    Change,
    Conference,
    Paper,
    ProsePage,
    Room,
    Series,
    Session,
    SourceDocument,
)
from site_gen.content import paths
from site_gen.content.cache import ContentCache, status_of
from site_gen.content.files import decoded, entries, read_bytes
from site_gen.content.plain import Plain, Step, expand_keys, is_blank
from site_gen.content.schema import only_writable, validated
from site_gen.content.written import Written
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import is_safe_name
from site_gen.values import dataclass

Entity = TypeVar("Entity")
Read = TypeVar("Read")

_UNKNOWN_ZONE = "Africa/Abidjan"  # of a wrong file, a place: nothing is said of the zone that it lacks


@dataclass(frozen=True, slots=True)
class Content(Written):
    """The folder content/ of a project as values of the model; a file that `cache` holds is not parsed."""

    cache: ContentCache = field(default_factory=ContentCache, repr=False, compare=False)

    def series(self, problems: ProblemLog) -> Series | None:
        """All of content/ as one value; None where anything is wrong, after telling what.

        Raises Stop where there is no content/site.yaml, or where a file cannot be read.
        """
        series = self.draft(problems)
        return None if problems.errors else series

    def draft(self, problems: ProblemLog) -> Series:
        """All of content/ as far as it is right, so that rules over the whole can be held against it.

        What is wrong is told; a paper or session then keeps nothing but its id. Raises Stop as above.
        """
        known = ProblemLog()
        if self.text(paths.SITE, known) is None and not known.errors:
            hint = "`new DIR` makes a project; the smallest one is this file with `title:`"
            raise Stop(ExitStatus.USAGE, f"there is no {paths.SITE} in {self.project}", hint)
        series = self._one(Series, paths.SITE, {}, problems) or Series(
            title="untitled", time_zone=_UNKNOWN_ZONE
        )
        conferences = [self.conference(each, series, problems) for each in self.editions(problems)]
        authors = self._many(Author, paths.AUTHORS, problems)
        pages = self._pages("", problems)
        return replace(series, authors=tuple(authors), conferences=tuple(conferences), pages=pages)

    def editions(self, problems: ProblemLog) -> list[str]:
        """The ids of the editions, sorted: the folders of content/ that are not something else."""
        found = []
        for entry in entries(self.project, paths.CONTENT, problems):
            file = f"{paths.CONTENT}/{entry.name}"
            if not entry.is_dir():
                if entry.name.endswith((".yaml", ".yml", ".md")) and file not in paths.SERIES_FILES:
                    hint = f"known: {', '.join(paths.SERIES_FILES)}"
                    problems.warning("unknown-file", "nothing reads this", Place(file), hint)
            elif entry.name not in paths.NOT_EDITIONS:
                found.append(entry.name)
        return [edition for edition in found if _is_edition(edition, problems)]

    def conference(self, edition: str, series: Series, problems: ProblemLog) -> Conference:
        """One edition with its papers, sessions, awards and pages; without a file of its own too."""
        title = f"{series.title} {edition}"
        given: dict[str, Plain] = {"id": edition, "title": title}
        if edition.isdigit() and len(edition) == 4:
            given["year"] = edition
        file = paths.conference(edition)
        conference = self._one(Conference, file, given, problems)
        sessions = self._many(Session, paths.sessions(edition), problems, stub=_session_stub)
        papers = self.papers(edition, problems)
        if conference is None:  # which tracks and volumes there are is not known
            conference = Conference(id=edition, title=title, time_zone=_UNKNOWN_ZONE)
            sessions = [replace(session, track=None) for session in sessions]
            papers = [replace(paper, volume=None) for paper in papers]
        names = _names_by_id(conference.rooms)
        sessions = [_with_room_names(session, names) for session in sessions]
        for kind in ("rooms", "tracks", "volumes"):
            self._report_repeated(file, "id", [each.id for each in getattr(conference, kind)], problems, kind)
        self._report_unknown_files(edition, problems)
        return replace(
            conference,
            papers=tuple(papers),
            sessions=tuple(sessions),
            awards=tuple(self._many(Award, paths.awards(edition), problems)),
            changes=tuple(self._many(Change, paths.changes(edition), problems)),
            pages=self._pages(edition, problems),
        )

    def papers(self, edition: str, problems: ProblemLog) -> list[Paper]:
        """The papers of an edition, by id."""
        papers = []
        names: dict[str, str] = {}
        for entry in entries(self.project, f"{paths.CONTENT}/{edition}/papers", problems):
            file = f"{paths.CONTENT}/{edition}/papers/{entry.name}"
            if (other := names.setdefault(entry.name.lower(), entry.name)) != entry.name:
                what = f"'{entry.name}' and '{other}' differ only by case"
                problems.error("same-name", what, Place(file), "some systems keep only one of them")
            if not entry.name.endswith(".yaml"):
                problems.warning("unknown-file", "not a paper: its name does not end in .yaml", Place(file))
            elif paper := self._read(file, None, self._paper, problems):
                papers.append(paper)
        return papers

    def _paper(self, text: str | None, file: str, problems: ProblemLog) -> Paper | None:
        """A paper; its id alone where the file is wrong, None where it is empty."""
        paper_id = _stem(file)
        written = self.keys_of(text, file, problems)
        if written is None:
            return Paper(id=paper_id) if problems.errors else None
        if "title" in written and is_blank(written["title"]):
            what = "the title is empty"
            hint = "write the title, or take the key away"
            problems.warning("empty-title", what, self.place(file, ["title"]), hint)
        keys = {"id": paper_id, **expand_keys(written)}
        if isinstance(keys["id"], str) and keys["id"] != paper_id:
            what = f"the id '{keys['id']}' is not the name of the file"
            hint = f"rename the file to {keys['id']}.yaml"
            problems.error("wrong-id", what, self.place(file, ["id"]), hint)

        def where(steps: Sequence[Step]) -> Place:
            return self.place(file, steps[1:])

        return validated(Paper, [keys], where, problems)[0] or Paper(id=paper_id)

    def source_documents(self, problems: ProblemLog) -> list[SourceDocument]:
        """The entries of sources.yaml, in their order."""
        return self._many(SourceDocument, paths.SOURCES, problems, key="file")

    def _read(
        self,
        file: str,
        given: object,
        make: Callable[[str | None, str, ProblemLog], Read],
        problems: ProblemLog,
    ) -> Read:
        """What `make` makes of the text of a file and of what is given, or made of the same before.

        Its log has the problems of this file alone. The text is None where there is none or it is wrong.
        """
        status = status_of(f"{self.project}/{file}")
        standing = self.cache.standing(file, status, given, problems)
        if standing:
            made: Read = standing[0]
            return made
        unread = ProblemLog()
        body = read_bytes(self.project, file, unread)
        if unread.errors:
            problems.extend(unread.all)
            return make(None, file, unread)

        def read(log: ProblemLog) -> Read:
            return make(None if body is None else decoded(body, file, log), file, log)

        return self.cache.value(file, body, given, read, problems, status)

    def _one(
        self, kind: type[Entity], file: str, given: dict[str, Plain], problems: ProblemLog
    ) -> Entity | None:
        def make(text: str | None, file: str, log: ProblemLog) -> Entity | None:
            keys = self.mapping_of(text, file, log)
            if keys is None and not given and log.errors:
                return None

            def where(steps: Sequence[Step]) -> Place:
                return self.place(file, steps[1:]) if keys or given else Place(file, 1)

            written = only_writable(kind, keys or {}, where, log)
            found = validated(kind, [{**given, **written}], where, log)
            return found[0] if found else None

        return self._read(file, given, make, problems)

    def _many(
        self,
        kind: type[Entity],
        file: str,
        problems: ProblemLog,
        key: str = "id",
        stub: Callable[[dict[str, Plain]], Entity | None] = lambda _: None,
    ) -> list[Entity]:
        """The entities of a list; `stub` makes what stays of a wrong one."""

        def make(text: str | None, file: str, log: ProblemLog) -> list[Entity]:
            items = self.items_of(text, file, log, key)

            def where(steps: Sequence[Step]) -> Place:
                return self.place(file, steps)

            self._report_repeated(file, key, [item.get(key) for item in items], log)
            found = zip(validated(kind, items, where, log), items, strict=True)
            entities = [entity or stub(item) for entity, item in found]
            return [entity for entity in entities if entity]

        return self._read(file, key, make, problems)

    def _report_repeated(
        self, file: str, key: str, values: Sequence[Plain], problems: ProblemLog, *steps: Step
    ) -> None:
        first: dict[str, int] = {}
        for number, value in enumerate(values):
            if isinstance(value, str) and first.setdefault(value, number) != number:
                line = self.place(file, [*steps, first[value]]).line
                what = f"the {key} '{value}' stands twice, first in line {line}"
                problems.error("duplicate-id", what, self.place(file, [*steps, number]))

    def _pages(self, edition: str, problems: ProblemLog) -> tuple[ProsePage, ...]:
        folder = f"{paths.CONTENT}/{edition}/pages" if edition else f"{paths.CONTENT}/pages"
        pages = []
        for entry in entries(self.project, folder, problems):
            file = f"{folder}/{entry.name}"
            if not entry.name.endswith(".md"):
                problems.warning("unknown-file", "not a page: its name does not end in .md", Place(file))
            elif page := self._read(file, None, self._page, problems):
                pages.append(page)
        return tuple(pages)

    def _page(self, text: str | None, file: str, problems: ProblemLog) -> ProsePage | None:
        from site_gen.content.pages import read_page  # late: it imports yaml

        page = None if text is None else read_page(text, file, problems)
        if page is None:
            return None

        def where(steps: Sequence[Step]) -> Place:
            return self.place(file, steps[1:])

        written = only_writable(ProsePage, page.keys, where, problems)
        keys = {"id": _stem(file), **written, "markdown": page.markdown, "line": str(page.line)}
        return validated(ProsePage, [keys], where, problems)[0]

    def _report_unknown_files(self, edition: str, problems: ProblemLog) -> None:
        for entry in entries(self.project, f"{paths.CONTENT}/{edition}", problems):
            known = paths.EDITION_FOLDERS if entry.is_dir() else paths.EDITION_FILES
            if entry.name not in known:
                file = f"{paths.CONTENT}/{edition}/{entry.name}"
                hint = f"known: {', '.join(sorted(known))}"
                problems.warning("unknown-file", "nothing reads this", Place(file), hint)


def _is_edition(edition: str, problems: ProblemLog) -> bool:
    if is_safe_name(edition):
        return True
    what = f"'{edition}' cannot be the id of an edition: use a-z, 0-9 and hyphens"
    problems.error("wrong-value", what, Place(f"{paths.CONTENT}/{edition}"))
    return False


def _session_stub(item: dict[str, Plain]) -> Session | None:
    session_id = item.get("id")
    return Session(id=session_id) if isinstance(session_id, str) else None


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def _names_by_id(rooms: Sequence[Room]) -> dict[str, str]:
    """The name of each room by its id, where no room is called so."""
    names = {room.name for room in rooms}
    return {room.id: room.name for room in rooms if room.id not in names}


def _with_room_names(session: Session, names: Mapping[str, str]) -> Session:
    """A session whose rooms are called by their names, where it names ids."""
    if names.keys().isdisjoint((*session.rooms, *(slot.room or "" for slot in session.slots))):
        return session
    return replace(
        session,
        room=names.get(session.room or "", session.room),
        other_rooms=tuple(names.get(room, room) for room in session.other_rooms),
        slots=tuple(replace(slot, room=names.get(slot.room or "", slot.room)) for slot in session.slots),
    )
