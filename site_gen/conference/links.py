"""Typed links, of papers, sessions, conferences and the series."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from site_gen.conference.scalars import Line, Url
from site_gen.values import dataclass

LinkRel = Literal[
    "pdf", "slides", "poster", "video", "code", "doi", "stream", "register", "website", "paper", "submit",
    "map", "logo",
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


def anthology_ids(links: Iterable[Link]) -> tuple[str, ...]:
    """What the ACL Anthology calls that which links lead to: "2022.acl-long.1", "P18-1001"."""
    return _ids(links, _ANTHOLOGY)


def archive_ids(links: Iterable[Link]) -> tuple[str, ...]:
    """The same of all archives: "Hk2x" of OpenReview too, which nobody would type."""
    return _ids(links, _ANTHOLOGY, _OPEN_REVIEW)


_ANTHOLOGY = re.compile(
    r"https?://(?:www\.)?aclanthology\.org/((?:\d{4}\.[\w-]+\.|[A-Z]\d\d-)\d+)(?:\.pdf|/|$)"
)
_OPEN_REVIEW = re.compile(r"https?://openreview\.net/(?:forum|pdf)\?(?:[^#]*&)?id=([\w-]+)")


def _ids(links: Iterable[Link], *archives: re.Pattern[str]) -> tuple[str, ...]:
    matches = (pattern.match(link.url) for link in links for pattern in archives)
    return tuple(dict.fromkeys(match[1] for match in matches if match))
