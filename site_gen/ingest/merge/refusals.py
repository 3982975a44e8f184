"""What else of content must follow when a paper leaves it because its source does not accept it any more.

Nothing that is told names the paper: its title is no longer for the public.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from site_gen.conference import Conference
from site_gen.content import Content, ItemList, Plain, paths
from site_gen.ingest.merge.entity_files import report_style
from site_gen.ingest.merge.merged import Merged
from site_gen.problems import Place, ProblemLog

_FEWEST = 3  # words of a title; a shorter one may be said without meaning the paper


def without_papers(fields: Mapping[str, Plain], gone: Collection[str]) -> dict[str, Plain]:
    """The changes that take papers out of a session or award; a slot keeps what else it says."""
    changes: dict[str, Plain] = {}
    slots, papers = fields.get("slots"), fields.get("papers")
    if isinstance(slots, list) and any(_paper(slot) in gone for slot in slots):
        changes["slots"] = [_emptied(slot) if _paper(slot) in gone else slot for slot in slots]
    if isinstance(papers, list) and any(paper in gone for paper in papers):
        changes["papers"] = [paper for paper in papers if paper not in gone] or None
    return changes


def _paper(slot: Plain) -> str:
    return str(slot.get("paper", "")) if isinstance(slot, dict) else ""


def _emptied(slot: Plain) -> Plain:
    return {key: value for key, value in slot.items() if key != "paper"} if isinstance(slot, dict) else slot


def clear_changes(content: Content, conference: Conference, merged: Merged, problems: ProblemLog) -> None:
    """Take the drafts that tell of papers that left out of changes.yaml; what was approved is an error."""
    file = paths.changes(conference.id)
    outdated = [change for change in conference.changes if change.paper in merged.refused]
    if not outdated:
        return
    items = ItemList(content.text(file, ProblemLog()) or "")
    for change in outdated:
        place = content.place(file, [change.id, "paper"])
        if not change.draft:
            what = f"this tells of a paper that {merged.refused[str(change.paper)]} does not accept any more"
            problems.error("accepted-no-more", what, place, "take the whole change away")
            continue
        try:
            items.remove(change.id)
        except ValueError as error:
            report_style(error, place, problems)
    merged.files[file] = items.text


def report_titles_left(
    content: Content, conference: Conference, merged: Merged, problems: ProblemLog
) -> None:
    """Warn of every place where content still has the title of a paper that left it."""
    titles = {
        paper.title: merged.refused[paper.id]
        for paper in conference.papers
        if paper.id in merged.refused and paper.title
    }
    for file, text in _texts(content, merged):
        for title, refused in titles.items():
            words = title.split()
            found = len(words) >= _FEWEST and re.search(
                r"\s+".join(map(re.escape, words)), text, re.IGNORECASE
            )
            if found:
                before = text[: found.start()]
                place = Place(file, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
                what = f"this names a paper that {refused} does not accept any more"
                problems.warning("accepted-no-more", what, place, "its title is no longer for the public")


def _texts(content: Content, merged: Merged) -> Iterator[tuple[str, str]]:
    """The content files that people write, as they will be."""
    sources = content.project / paths.SOURCE_DOCUMENTS
    for path in sorted((content.project / "content").rglob("*")):
        file = path.relative_to(content.project).as_posix()
        if path.suffix in (".yaml", ".md") and sources not in path.parents and path.is_file():
            text = merged.files[file] if file in merged.files else content.text(file, ProblemLog())
            if text:
                yield file, text
