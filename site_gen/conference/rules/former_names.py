"""Hidden former names stay hidden in the organisers' own words too: biographies, news, notes, pages."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from site_gen.conference import Authorship, Conference, Editor, Member, Participant, Series
from site_gen.conference.former_names import hidden_names, hidden_slugs, holds_slug
from site_gen.problems import Locate, ProblemLog
from site_gen.text import fold, slug

_PUBLISHED = "a former name that is hidden would be published here"
_Steps = tuple[str | int, ...]
_IN_CONFERENCE = (
    "title", "description", "editors", "volumes", "deadlines", "announcements", "sponsors",
    "committees", "rooms",
)  # fmt: skip


def validate_former_names(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Report every text that would publish a hidden former name.

    Names in bylines, sessions and committees are no such texts: they are shown as the person's own. Papers
    are as their authors published them.
    """
    hidden = hidden_names(series.authors)
    if not hidden:
        return
    _validate_ids(series, locate, problems)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(hidden))) + r")\b")
    for conference in series.conferences:
        for steps, text in _texts_of(conference):
            if pattern.search(fold(text)):
                problems.error("hidden-name", _PUBLISHED, locate(*steps), "write the person's present name")


def _validate_ids(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Ids stand in addresses; a title that prints the name itself stays as it was published."""
    slugs = hidden_slugs(series.authors)
    for redirect in series.redirects:
        if any(holds_slug(f"{redirect.old} {redirect.new}", each) for each in slugs):
            hint = "take the redirect away: the old address ends"
            problems.error("hidden-name", _PUBLISHED, locate("series"), hint)
    for conference in series.conferences:
        for kind in ("papers", "sessions"):
            for each in getattr(conference, kind):
                if any(
                    holds_slug(each.id, part) and part not in slug(each.title or "", 1000) for part in slugs
                ):
                    hint = "`python build.py ingest` gives it another id"
                    problems.error("hidden-name", _PUBLISHED, locate(kind, conference.id, each.id), hint)


def _texts_of(conference: Conference) -> Iterator[tuple[_Steps, str]]:
    """The texts of a conference, with what `locate` finds their places by."""
    edition = conference.id
    for name in _IN_CONFERENCE:
        yield from _texts(getattr(conference, name), ("conference", edition, "", name))
    for session in conference.sessions:
        yield from _texts(session, ("sessions", edition, session.id))
    for change in conference.changes:
        if not change.draft:
            yield from _texts(change, ("changes", edition, change.id))
    for page in conference.pages:
        yield ("pages", edition, page.id), f"{page.title}\n{page.markdown}"


def _texts(value: object, steps: _Steps) -> Iterator[tuple[_Steps, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, (*steps, position))
    elif dataclasses.is_dataclass(value):
        is_person = isinstance(value, Participant | Member | Editor | Authorship)
        for field in dataclasses.fields(value):
            if not (is_person and field.name == "name"):
                yield from _texts(getattr(value, field.name), (*steps, field.name))
