"""What the site in a folder was built of, so that one that is older than content is known as such."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_gen import __version__
from site_gen.graph.fingerprints import RunCache, code, fingerprint
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

_OURS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The digests of what a build read, by name, and the exports that it was asked for."""

    read: Mapping[str, str]
    asked_for: tuple[str, ...]


def digests_of(project: Path) -> dict[str, str]:
    """The digest of each folder of a project that a build reads, and of this program."""
    names = ("content", "templates", "static")
    found = {f"{name}/": fingerprint([project / name], __version__) for name in names}
    return found | {"this program": fingerprint([_OURS.parent / name for name in names[1:]], code())}


def note_built(project: Path, out: Path, built: LastBuild) -> None:
    """Note what the site in `out` was built of."""
    RunCache(project, "built").put(fingerprint([], str(out)), (dict(built.read), built.asked_for))


def built_of(project: Path, out: Path) -> LastBuild | None:
    """What the site in `out` was built of; None where that is not known."""
    found = RunCache(project, "built").get(fingerprint([], str(out)))
    return LastBuild(found[0], tuple(found[1])) if found else None


def note_stale(project: Path, out: Path, problems: ProblemLog) -> None:
    """Report that the site in `out` is older than what it is built of."""
    built = built_of(project, out)
    now = digests_of(project)
    changed = [name for name in now if built and built.read.get(name) != now[name]]
    if changed:
        what = f"the site is older than {', '.join(changed)}: it does not show the last changes"
        problems.error("stale-site", what, Place(out.name), "run `build`; `deploy` builds by itself")
