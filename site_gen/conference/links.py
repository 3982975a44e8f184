"""Typed links, of papers, sessions, conferences and the series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.scalars import Line, Url

LinkRel = Literal[
    "pdf", "slides", "poster", "video", "code", "doi", "stream", "register", "website", "paper", "submit",
    "map",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A typed link."""

    rel: LinkRel
    """What is there."""
    url: Url
    """The address: https:, http:, mailto:, or a page of this site as papers/x/."""
    title: Line | None = None
    """What a reader sees instead of the name of the type; without it that name is shown."""
