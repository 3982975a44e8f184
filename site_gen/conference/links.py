"""Typed links, of papers, sessions, conferences and the series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.scalars import Line, Url

LinkRel = Literal["pdf", "slides", "poster", "video", "code", "doi", "stream", "register", "website", "paper"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A typed link. `title` is what a reader sees where the type alone does not say enough."""

    rel: LinkRel
    url: Url
    title: Line | None = None
