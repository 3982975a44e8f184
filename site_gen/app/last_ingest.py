"""What the last ingest was of and said, so that one of the same documents and content need not run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_gen import __version__
from site_gen.graph.fingerprints import RunCache, fingerprint, tool
from site_gen.problems import PlainProblem

Messages = tuple[Sequence[PlainProblem], Sequence[str], str]
"""Problems, lines and closing line of an ingest in which nothing changes."""


def is_ingested(project: Path) -> bool:
    """Whether nothing changed since the last ingest."""
    return _cache(project).get(_inputs(project)) is not None


def last_messages(project: Path) -> Messages | None:
    """What an ingest says where nothing changed since the last one; None where it must run to know."""
    return _cache(project).get(_inputs(project)) or None


def note_ingested(project: Path, again: Messages | None) -> None:
    """Note that all is ingested, and what the next ingest says if nothing changes until then."""
    _cache(project).put(_inputs(project), again or ())


def sources_of(project: Path) -> str:
    """The fingerprint of the source documents and of what is said about them."""
    sources = project / "content" / "sources"
    return fingerprint([sources, sources.with_suffix(".yaml")])


def _cache(project: Path) -> RunCache:
    return RunCache(project, "ingest")


def _inputs(project: Path) -> str:
    return fingerprint([project / "content", project / ".gitignore"], __version__, tool())
