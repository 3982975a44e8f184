"""Changes: how the programme differs from the published one, drafted for an organiser to approve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from site_gen.changes.comparing import compare
from site_gen.changes.draft import DRAFTED_ID, Draft
from site_gen.changes.programme import Programme, read_programme
from site_gen.conference import Change
from site_gen.content import (
    Content,
    ItemList,
    Plain,
    fields_to_plain,
    paths,
    schema_comment,
    write_files,
    write_list,
)
from site_gen.exports import CONFERENCE_JSON
from site_gen.planning import plan_site
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import NotPublished, published_file, published_manifest
from site_gen.site import Edition, File, Site
from site_gen.text import counted
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was drafted: how many changes, in which files. `unpublished` are editions that are new."""

    changes: int
    files: tuple[str, ...]
    unpublished: tuple[str, ...]

    def __str__(self) -> str:
        unknown = f"    Not published there: {', '.join(self.unpublished)}" if self.unpublished else ""
        if not self.changes:
            return f"No change of the programme is left to draft{unknown}"
        drafted = f"{counted(self.changes, 'change')} drafted → {', '.join(self.files)}"
        return f"{drafted}    Approve each by taking its line `draft: yes` away{unknown}"


def draft_changes(project: Path, base: str, problems: ProblemLog, today: date | None = None) -> Drafted:
    """Draft what changed since the site at `base`, a folder or address, was published.

    The drafts stand first in the edition's changes.yaml, with the date `today` where it is given. What
    stands there already is not drafted again; a draft of ours that is out of date gives way. Raises
    Stop where there is no site to compare with.
    """
    published_manifest(base)
    site = plan_site(project, problems)
    if site is None or problems.errors:
        return Drafted(0, (), ())
    texts: dict[str, str | None] = {}
    drafted, unpublished = 0, []
    for file in site.files:
        if file.export is not CONFERENCE_JSON:
            continue
        old = _published(base, file.route)
        if old is None:
            unpublished.append(file.subject.edition)
            continue
        edition = site.catalogue.editions[file.subject.edition]
        new = _Drafts.of(edition, compare(old, _present(site, file), site.locale), today)
        drafted += len(new.added)
        texts |= _edited(Content(project), new, problems)
    if problems.errors:
        return Drafted(0, (), ())
    return Drafted(drafted, tuple(write_files(project, texts)), tuple(unpublished))


@dataclass(frozen=True, slots=True)
class _Drafts:
    """The changes to add to an edition, and the ids of drafts that are out of date."""

    edition: str
    added: tuple[Change, ...]
    outdated: tuple[str, ...]

    @classmethod
    def of(cls, edition: Edition, drafts: Sequence[Draft], today: date | None) -> _Drafts:
        """What is not in content yet of these drafts."""
        written = {change.id: change for change in edition.conference.changes}
        wanted = {draft.id: draft for draft in drafts}
        return cls(
            edition=edition.conference.id,
            added=tuple(draft.change(today) for draft in wanted.values() if draft.id not in written),
            outdated=tuple(
                change.id
                for change in written.values()
                if change.draft and change.id not in wanted and DRAFTED_ID.search(change.id[-9:])
            ),
        )


def _published(base: str, route: str) -> Programme | None:
    """The programme that is published; None where the edition is not."""
    try:
        content = published_file(base, route)
    except NotPublished:
        return None
    programme = read_programme(content)
    if programme is None:
        raise Stop(ExitStatus.ENVIRONMENT, f"the {route} of {base} is not one of ours")
    return programme


def _present(site: Site, file: File) -> Programme:
    programme = read_programme(file.export.body(site, file.subject))
    if programme is None:
        raise ValueError(f"{file.route} cannot be read back")
    return programme


def _edited(content: Content, drafts: _Drafts, problems: ProblemLog) -> dict[str, str | None]:
    """The text of an edition's changes.yaml with the drafts; nothing where it stays as it is."""
    file = paths.changes(drafts.edition)
    if not drafts.added and not drafts.outdated:
        return {}
    text = content.text(file, problems) or ""
    if not text.strip():
        return {file: write_list(_plain(drafts), schema_comment("changes", depth=1))}
    items = ItemList(text)
    try:
        for outdated in drafts.outdated:
            items.remove(outdated)
        for item in reversed(_plain(drafts)):
            items.insert(item, after=None)
    except ValueError:
        what = "a list between brackets cannot be added to"
        problems.error("flow-style", what, Place(file), "write each change on lines of its own: '- id: …'")
    return {file: items.text}


def _plain(drafts: _Drafts) -> list[dict[str, Plain]]:
    return [{"id": change.id, **fields_to_plain(change)} for change in drafts.added]
