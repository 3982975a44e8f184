"""What hosts and search engines look for at the top of a site, and find nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from site_gen.assets.asset import ROOT
from site_gen.problems import Place, ProblemLog, printable

_MADE_BY_US = re.compile(r"_headers|_redirects", re.IGNORECASE)
_OF_PROJECTS = re.compile(
    r"\.well-known|cname|(?:robots|humans|ads|app-ads|security)\.txt|google[0-9a-f]+\.html|bingsiteauth\.xml",
    re.IGNORECASE,
)


def report_not_at_top(project: Path, problems: ProblemLog) -> None:
    """Report what lies in static/ and is of use only at the top of the site: it is published under another
    name there."""
    for path in sorted((project / "static").glob("*")):
        made_by_us = _MADE_BY_US.fullmatch(path.name)
        if not made_by_us and not _OF_PROJECTS.fullmatch(path.name):
            continue
        name = printable(path.name)
        what = f"{name} is looked for at the top of a site alone, and this one is not published there"
        own = "delete it: the site has a file of that name already"
        hint = own if made_by_us else f"move it to static/{ROOT}{name}"
        problems.warning("not-at-top", what, Place(f"static/{path.name}"), hint)
