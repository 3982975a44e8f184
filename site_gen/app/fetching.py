"""The command `fetch`: documents that have an address → content/sources/."""

from __future__ import annotations

from datetime import date

from site_gen.app import options as asked
from site_gen.app.ending import Ending, concluded
from site_gen.app.terminal import say
from site_gen.problems import ProblemLog


def fetch(options: asked.Fetch, problems: ProblemLog) -> Ending:
    """Source documents by their addresses; one that does not come leaves the others alone."""
    from site_gen.fetch import fetch as fetch_documents  # late: no other command needs the network

    fetched = fetch_documents(
        options.project, problems, today=date.today(), accept=options.accept, http=options.http
    )
    for line in fetched.lines:
        say(line)
    return concluded(problems, fetched.closing, strict=options.strict)
