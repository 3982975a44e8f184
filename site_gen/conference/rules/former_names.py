"""Hidden former names stay hidden in the organisers' own words too: biographies, news, notes, pages."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from site_gen.conference import Authorship, Conference, Editor, Member, Participant, Series
from site_gen.problems import Locate, ProblemLog
from site_gen.text import fold

_Steps = tuple[str | int, ...]
_IN_CONFERENCE = (
    "title", "description", "editors", "deadlines", "announcements", "sponsors", "committees", "rooms",
)  # fmt: skip


def validate_former_names(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Report every text that would publish a hidden former name.

    Names in bylines, sessions and committees are no such texts: they are shown as the person's own. Papers
    are as their authors published them.
    """
    hidden = _hidden_names(series)
    if not hidden:
        return
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(hidden))) + r")\b")
    for conference in series.conferences:
        for steps, text in _texts_of(conference):
            if pattern.search(fold(text)):
                what = "a former name that is hidden would be published here"
                problems.error("hidden-name", what, locate(*steps), "write the person's present name")


def _hidden_names(series: Series) -> frozenset[str]:
    """The hidden names, folded, that nobody goes by."""
    hidden = {fold(each.name) for author in series.authors for each in author.former_names if each.hidden}
    return frozenset(hidden - {fold(author.name) for author in series.authors})


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
