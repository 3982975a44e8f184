"""content/ → Series: every file read, every mistake of all of them told in one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from site_gen.content import paths
from site_gen.content.files import entries, read_text
from site_gen.content.pages import front_matter, read_page
from site_gen.content.plain import expand_keys, is_blank
from site_gen.content.reading import Plain, Step, YamlTree, read_tree, read_yaml
from site_gen.content.schema import only_writable, validated
from site_gen.model import (
    Author,
    Award,
    Change,
    Conference,
    Paper,
    ProsePage,
    Series,
    Session,
    SourceDocument,
)
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import is_safe_name

Entity = TypeVar("Entity")


@dataclass(frozen=True, slots=True)
class Content:
    """The folder content/ of a project."""

    project: Path
    _trees: dict[str, YamlTree | None] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        series = self._one(Series, paths.SITE, {}, problems) or Series(title="untitled")
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
        if conference is None:  # which tracks there are is not known
            conference = Conference(id=edition, title=title)
            sessions = [replace(session, track=None) for session in sessions]
        self._tell_repeated(file, "id", [room.id for room in conference.rooms], problems, "rooms")
        self._tell_repeated(file, "id", [track.id for track in conference.tracks], problems, "tracks")
        self._tell_strangers(edition, problems)
        return replace(
            conference,
            papers=tuple(self.papers(edition, problems)),
            sessions=tuple(sessions),
            awards=tuple(self._many(Award, paths.awards(edition), problems)),
            changes=tuple(self._many(Change, paths.changes(edition), problems)),
            pages=self._pages(edition, problems),
        )

    def papers(self, edition: str, problems: ProblemLog) -> list[Paper]:
        """The papers of an edition, by id."""
        files, items = [], []
        names: dict[str, str] = {}
        for entry in entries(self.project, f"{paths.CONTENT}/{edition}/papers", problems):
            file = f"{paths.CONTENT}/{edition}/papers/{entry.name}"
            if (other := names.setdefault(entry.name.lower(), entry.name)) != entry.name:
                what = f"'{entry.name}' and '{other}' differ only by case"
                problems.error("same-name", what, Place(file), "some systems keep only one of them")
            if not entry.name.endswith(".yaml"):
                problems.warning("unknown-file", "not a paper: its name does not end in .yaml", Place(file))
            elif keys := self._paper(file, problems):
                files.append(file)
                items.append(keys)

        def where(steps: Sequence[Step]) -> Place:
            return self.place(files[int(steps[0])], steps[1:])

        papers = validated(Paper, items, where, problems)
        return [paper or Paper(id=_stem(file)) for paper, file in zip(papers, files, strict=True)]

    def _paper(self, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        """The keys of a paper; its id alone where the file is wrong, None where it is empty."""
        paper_id = _stem(file)
        before = len(problems.errors)
        written = self._keys(file, problems)
        if written is None:
            return {"id": paper_id} if len(problems.errors) > before else None
        if "title" in written and is_blank(written["title"]):
            what = "the title is empty"
            hint = "write the title, or take the key away"
            problems.warning("empty-title", what, self.place(file, ["title"]), hint)
        keys = {"id": paper_id, **expand_keys(written)}
        if isinstance(keys["id"], str) and keys["id"] != paper_id:
            what = f"the id '{keys['id']}' is not the name of the file"
            hint = f"rename the file to {keys['id']}.yaml"
            problems.error("wrong-id", what, self.place(file, ["id"]), hint)
        return keys

    def source_documents(self, problems: ProblemLog) -> list[SourceDocument]:
        """The entries of sources.yaml, in their order."""
        return self._many(SourceDocument, paths.SOURCES, problems, key="file")

    def mapping(self, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        """The keys of a file that holds one entity; None where there is no such file or it is wrong."""
        written = self._keys(file, problems)
        return None if written is None else expand_keys(written)

    def listed(self, file: str, problems: ProblemLog, key: str = "id") -> list[dict[str, Plain]]:
        """The items of a file that holds a list of entities; none where there is no such file."""
        value = self._plain(file, problems)
        items = value if isinstance(value, list) else []
        strangers = [number for number, item in enumerate(items) if not isinstance(item, dict)]
        if strangers or (value is not None and not isinstance(value, list)):
            hint = f"begin each item with '- {key}: …'"
            what = "this file holds a list of items with keys"
            problems.error("not-a-list", what, self.place(file, strangers[:1]), hint)
            return []
        return [expand_keys(item) for item in items if isinstance(item, dict)]

    def text(self, file: str, problems: ProblemLog) -> str | None:
        """The text of a file as it stands; None where there is none or it is wrong, after telling so."""
        return read_text(self.project, file, problems)

    def place(self, file: str, steps: Sequence[Step]) -> Place:
        """The place in a file of what steps lead to. Reads the file again: only problems need it."""
        if file not in self._trees:
            text = self.text(file, ProblemLog()) or ""
            self._trees[file] = read_tree(front_matter(text) if file.endswith(".md") else text)
        tree = self._trees[file]
        return Place(file, *tree.position(steps)) if tree else Place(file)

    def locate(self, kind: str, edition: str = "", entity: str = "", *steps: Step) -> Place:
        """The place of an entity, or of what is inside it; without steps the file alone for a paper."""
        file = paths.file_of(kind, edition, entity)
        if kind in ("papers", "pages", "conference", "series"):
            return self.place(file, steps) if steps else Place(file)
        if kind in ("rooms", "tracks"):
            return self.place(file, [kind, entity, *steps])
        return self.place(file, [entity, *steps]) if entity else Place(file)

    def source(self, kind: str, edition: str = "", entity: str = "") -> Place:
        """The file of an entity; unlike `locate` it costs nothing."""
        return Place(paths.file_of(kind, edition, entity))

    def _keys(self, file: str, problems: ProblemLog) -> dict[str, Plain] | None:
        value = self._plain(file, problems)
        if value is None or isinstance(value, dict):
            return value
        problems.error("not-keys", "this file holds keys and values", Place(file, 1))
        return None

    def _plain(self, file: str, problems: ProblemLog) -> Plain:
        text = self.text(file, problems)
        if text is None:
            return None
        before = len(problems.errors)
        value = read_yaml(text, file, problems)
        if value is None and len(problems.errors) == before:
            problems.warning("empty-file", "the file is empty", Place(file, 1))
        return value

    def _one(
        self, kind: type[Entity], file: str, given: dict[str, Plain], problems: ProblemLog
    ) -> Entity | None:
        before = len(problems.errors)
        keys = self.mapping(file, problems)
        if keys is None and not given and len(problems.errors) > before:
            return None

        def where(steps: Sequence[Step]) -> Place:
            return self.place(file, steps[1:]) if keys or given else Place(file, 1)

        written = only_writable(kind, keys or {}, where, problems)
        found = validated(kind, [{**given, **written}], where, problems)
        return found[0] if found else None

    def _many(
        self,
        kind: type[Entity],
        file: str,
        problems: ProblemLog,
        key: str = "id",
        stub: Callable[[dict[str, Plain]], Entity | None] = lambda _: None,
    ) -> list[Entity]:
        """The entities of a list; `stub` makes what stays of a wrong one."""
        items = self.listed(file, problems, key)

        def where(steps: Sequence[Step]) -> Place:
            return self.place(file, steps)

        self._tell_repeated(file, key, [item.get(key) for item in items], problems)
        found = zip(validated(kind, items, where, problems), items, strict=True)
        entities = [entity or stub(item) for entity, item in found]
        return [entity for entity in entities if entity]

    def _tell_repeated(
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
        files, items = [], []
        for entry in entries(self.project, folder, problems):
            file = f"{folder}/{entry.name}"
            if not entry.name.endswith(".md"):
                problems.warning("unknown-file", "not a page: its name does not end in .md", Place(file))
            elif keys := self._page(file, entry.name.removesuffix(".md"), problems):
                files.append(file)
                items.append(keys)

        def where(steps: Sequence[Step]) -> Place:
            return self.place(files[int(steps[0])], steps[1:])

        return tuple(page for page in validated(ProsePage, items, where, problems) if page)

    def _page(self, file: str, page_id: str, problems: ProblemLog) -> dict[str, Plain] | None:
        text = self.text(file, problems)
        page = None if text is None else read_page(text, file, problems)
        if page is None:
            return None

        def where(steps: Sequence[Step]) -> Place:
            return self.place(file, steps[1:])

        written = only_writable(ProsePage, page.keys, where, problems)
        return {"id": page_id, **written, "markdown": page.markdown, "line": str(page.line)}

    def _tell_strangers(self, edition: str, problems: ProblemLog) -> None:
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
