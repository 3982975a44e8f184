"""The small views that pages share: exactly what a partial of the templates shows.

A route of None means that there is nothing to link to; an empty text that there is nothing to show.
`state` is the id of a status, for its looks; `status` says it in words, empty for the usual one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TypeAlias

from markupsafe import Markup

from site_gen import markup
from site_gen.cards.times import Moment
from site_gen.graph.nodes import digest_of
from site_gen.values import dataclass

# HTML that `markup` made and that is safe to show.
Html: TypeAlias = Markup


@dataclass(frozen=True, slots=True)
class Label:
    """A title as HTML and as plain text; `stand_in` where the real title is not known."""

    html: Html
    plain: str
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of paragraphs: as HTML, which is what a template shows of it, and as content has it."""

    html: Html
    text: str

    @classmethod
    def of(cls, text: str | None) -> Passage | None:
        """A text in the Markdown of abstracts; None where there is none."""
        return cls(markup.abstract(text), text) if text else None

    def __html__(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the route of its page: a room, a track, an edition, a letter."""

    name: str
    route: str | None = None


@dataclass(frozen=True, slots=True)
class Titled:
    """A title with the route of its page: the neighbour of a paper or session."""

    title: Label
    route: str


@dataclass(frozen=True, slots=True)
class NamePart:
    """One place in a byline; `missing` says in words that there is no name, `is_body` holds for no person."""

    name: str
    route: str | None = None
    missing: str = ""
    affiliation: str = ""
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a role in a session, slot or committee; a homepage is for those without a page.

    `role` says it in words, `role_id` is its id where it is one of the programme's.
    """

    name: str
    route: str | None
    role: str
    affiliation: str
    homepage: str | None = None
    role_id: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A thing that is known, with its label: a volume, an ISSN."""

    label: str
    text: str

    @classmethod
    def known(cls, texts: Mapping[str, str | None]) -> tuple[Labelled, ...]:
        """Those of some things, by their labels, that are known."""
        return tuple(cls(label, text) for label, text in texts.items() if text)


@dataclass(frozen=True, slots=True)
class OutLink:
    """A link that leaves the site; `rel` is the type of what is there."""

    rel: str
    label: str
    url: str


class Shared:
    """A part of views that is made once in a build, for all pages that show it.

    Its text is the digest of its fields, made once: it is another one where any of them is.
    """

    __slots__ = ("_text",)
    _text: str

    def __repr__(self) -> str:
        try:
            return self._text
        except AttributeError:
            values = tuple(getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
            object.__setattr__(self, "_text", f"{type(self).__name__}({digest_of(values).hex()})")
            return self._text


@dataclass(frozen=True, slots=True, repr=False)
class PaperCard(Shared):
    """A paper in a list."""

    title: Label
    route: str
    byline: tuple[NamePart, ...]
    awards: tuple[Named, ...]
    state: str
    status: str


@dataclass(frozen=True, slots=True, repr=False)
class SlotCard(Shared):
    """A slot of a session; `route` is None for a talk of its own and for an empty slot.

    `star` is what a reader who wants it keeps: the route of its paper's page, else that of the session
    with the talk's name; empty where `is_empty` says that nothing is known of what happens in it.
    `is_whole` where it is all that its session holds, by the same title.
    """

    position: int
    is_whole: bool
    title: Label
    route: str | None
    star: str
    is_empty: bool
    start: Moment | None
    end: Moment | None
    byline: tuple[NamePart, ...]
    people: tuple[Person, ...]
    awards: tuple[Named, ...]
    room: Named | None
    type: str
    board: str
    state: str
    status: str
    note: str
    links: tuple[OutLink, ...]
    description: Passage | None


@dataclass(frozen=True, slots=True, repr=False)
class SessionCard(Shared):
    """A session in a list. `kind` is its id, for the colour; `kind_name` says it in words, and `label` where
    the title does not say it.

    `track`, `attendance`, `access` (with that of its rooms) and `rooms`, also those of its slots, are ids to
    choose it by. `day` is that of the programme, under which its times stand.
    """

    title: Label
    route: str
    kind: str
    kind_name: str
    label: str
    day: Moment | None
    start: Moment | None
    end: Moment | None
    room: Named | None
    other_rooms: tuple[Named, ...]
    attendance: str
    access: tuple[str, ...]
    track: str
    rooms: tuple[str, ...]
    people: tuple[Person, ...]
    state: str
    status: str
    note: str
    contents: str
    part_of: str


@dataclass(frozen=True, slots=True)
class DaySessions:
    """The sessions of one day; `day` is None for those whose day no source gives."""

    day: Moment | None
    route: str | None
    sessions: tuple[SessionCard, ...]


@dataclass(frozen=True, slots=True)
class EditionPapers:
    """The papers of one edition in a list over several."""

    edition: Named
    papers: tuple[PaperCard, ...]
