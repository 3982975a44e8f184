"""Examples go as soon as real content of their kind comes; what an organiser edited stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from site_gen.content import Plain, edit_item, edit_mapping, read_yaml, write_files
from site_gen.problems import ProblemLog
from site_gen.scaffold.manifest import MANIFEST, Example, Group, examples_left, load, text_of, written
from site_gen.scaffold.parts import parts, without
from site_gen.text import counted
from site_gen.values import dataclass

# An invented programme of real papers would be a lie, so it goes with the invented papers.
_GO_WITH: Mapping[str, tuple[Group, ...]] = {
    "papers": ("papers", "sessions", "awards"),
    "sessions": ("sessions",),
    "awards": ("awards",),
}
_PHASE, _PHASE_OF_PAPERS = "phase", "accepted"


@dataclass(frozen=True, slots=True)
class Retirement:
    """What becomes of the files of a project: their texts after and before, None where there is none.

    `lines` say it. Nothing is written yet; `write_files(project, before)` takes it back.
    """

    files: dict[str, str | None] = field(default_factory=dict)
    before: dict[str, str | None] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def retire_examples(project: Path, kinds: Iterable[str]) -> list[str]:
    """Remove the examples in whose place real content of these kinds ("papers", "sessions", "awards") comes.

    What refers to them is edited; what an organiser edited stays. Returns what to tell, nothing where
    there was no example. Raises Stop where the disk refuses.
    """
    planned = retirement(project, kinds)
    write_files(project, planned.files)
    return planned.lines


def retirement(project: Path, kinds: Iterable[str]) -> Retirement:
    """What `retire_examples` does, before it is written."""
    kinds = frozenset(kinds)
    groups = {group for kind in kinds for group in _GO_WITH[kind]}
    going = [example for example in examples_left(project) if example.group in groups]
    if not going:
        return Retirement()
    texts = _Texts(project)
    for file, names in _by_file(going).items():
        texts.files[file] = without(texts[file], names) if names else None
    _edit_references(texts, going)
    _keep_shown(texts, going)
    if "papers" in groups and "sessions" not in kinds:
        _set_phase(texts, going)
    texts.files[MANIFEST] = _manifest_without(project, groups)
    before = {file: text_of(project, file) for file in texts.files}
    return Retirement(texts.files, before, _lines(project, going, groups))


class _Texts:
    """The texts of a project's files: as they become, else as they are."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.files: dict[str, str | None] = {}

    def __getitem__(self, file: str) -> str:
        """The text of a file; empty where there is none."""
        return (self.files[file] if file in self.files else text_of(self.project, file)) or ""

    def content(self) -> Iterator[str]:
        """The texts of all content files that stay."""
        for path in sorted((self.project / "content").rglob("*")):
            file = path.relative_to(self.project).as_posix()
            if path.suffix in (".yaml", ".md") and file != MANIFEST:
                yield self[file]


def _by_file(going: Sequence[Example]) -> dict[str, list[str]]:
    """The names of the parts that go, by file; none of a file that goes as a whole. The phase never goes."""
    names: dict[str, list[str]] = defaultdict(list)
    for example in going:
        if example.name != _PHASE:
            names[example.file] += [example.name] if example.name else []
    return dict(names)


def _edit_references(texts: _Texts, going: Sequence[Example]) -> None:
    """Take what has gone out of the sessions, awards and changes that stay."""
    papers = {Path(example.file).stem for example in going if "/papers/" in example.file}
    sessions = {example.name for example in going if example.file.endswith("sessions.yaml")}
    has_tracks = not any(example.name == "tracks" for example in going)
    for folder in {Path(example.file).parts[1] for example in going if example.file.startswith("content/")}:
        for name, edited in _EDITED:
            file = f"content/{folder}/{name}"
            for item in _items(texts[file]):
                changes = edited(item, papers, sessions, has_tracks)
                if changes:
                    # In flow style it cannot be edited; the build tells what it still refers to.
                    with suppress(ValueError, KeyError):
                        texts.files[file] = edit_item(texts[file], str(item.get("id")), changes)


def _items(text: str) -> list[dict[str, Plain]]:
    value = read_yaml(text, "", ProblemLog()) if text else None
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _mended_session(
    session: dict[str, Plain], papers: set[str], sessions: set[str], has_tracks: bool
) -> dict[str, Plain]:
    changes: dict[str, Plain] = {}
    slots = session.get("slots")
    if isinstance(slots, list) and any(_names(slot, papers) for slot in slots):
        left: list[Plain] = [slot for each in slots if (slot := _without_paper(each, papers))]
        changes["slots"] = left or None
    if session.get("part_of") in sessions:
        changes["part_of"] = None
    if not has_tracks and session.get("track"):
        changes["track"] = None
    return changes


def _mended_award(award: dict[str, Plain], papers: set[str], *_: object) -> dict[str, Plain]:
    listed = award.get("papers")
    if not isinstance(listed, list) or papers.isdisjoint(each for each in listed if isinstance(each, str)):
        return {}
    left: list[Plain] = [paper for paper in listed if paper not in papers]
    return {"papers": left or None}


def _mended_change(
    change: dict[str, Plain], papers: set[str], sessions: set[str], *_: object
) -> dict[str, Plain]:
    gone = {"paper": papers, "session": sessions}
    return {key: None for key, ids in gone.items() if change.get(key) in ids}


def _names(slot: Plain, papers: set[str]) -> bool:
    return isinstance(slot, dict) and slot.get("paper") in papers


def _without_paper(slot: Plain, papers: set[str]) -> Plain:
    """A slot that names a paper that went: with a title of its own it stays, else it goes."""
    if not isinstance(slot, dict) or slot.get("paper") not in papers:
        return slot
    return {key: value for key, value in slot.items() if key != "paper"} if slot.get("title") else None


_EDITED = (
    ("sessions.yaml", _mended_session),
    ("awards.yaml", _mended_award),
    ("changes.yaml", _mended_change),
)


def _keep_shown(texts: _Texts, going: Sequence[Example]) -> None:
    """A picture that content still names stays."""
    held = "\n".join(texts.content())
    for example in going:
        if example.file.startswith("static/") and example.file.removeprefix("static/") in held:
            del texts.files[example.file]


def _set_phase(texts: _Texts, going: Sequence[Example]) -> None:
    """Of a conference whose papers are known, and not yet its programme."""
    for example in going:
        if example.name == _PHASE:
            texts.files[example.file] = edit_mapping(texts[example.file], {_PHASE: _PHASE_OF_PAPERS})


def _manifest_without(project: Path, groups: set[Group]) -> str | None:
    left = {group: {} if group in groups else held for group, held in load(project).items()}
    return written(left) if any(left.values()) else None


def _lines(project: Path, going: Sequence[Example], groups: set[Group]) -> list[str]:
    numbers = {
        "paper": sum("/papers/" in example.file for example in going),
        "session": sum(example.file.endswith("sessions.yaml") for example in going),
        "award": sum(example.file.endswith("awards.yaml") for example in going),
    }
    counts = [counted(number, noun) for noun, number in numbers.items() if number]
    lines = [f"The example goes, for real content came: {', '.join(counts)}"] if counts else []
    untouched = {example.key for example in going}
    manifest = load(project)
    entities = [key for group in groups for key in manifest[group] if "conference.yaml" not in key]
    edited = [key for key in entities if key not in untouched and _is_there(project, key)]
    return [*lines, *(f"kept, for you edited it: {key}" for key in sorted(edited)), *_words_left(project)]


def _words_left(project: Path) -> list[str]:
    """What no document brings, and an organiser has to write."""
    names: dict[str, list[str]] = defaultdict(list)
    for example in examples_left(project):
        if example.group == "words":
            names[example.file] += [example.name] if example.name else []
    return [
        f"still an example, for you to replace: {file}" + (f" ({', '.join(held)})" if held else "")
        for file, held in names.items()
        if file.startswith("content/")
    ]


def _is_there(project: Path, key: str) -> bool:
    file, _, name = key.partition("#")
    text = text_of(project, file)
    return text is not None and (not name or any(part.name == name for part in parts(text)))
