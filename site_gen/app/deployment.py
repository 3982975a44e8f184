"""Content → the published folder → where visitors see it: built and checked before it goes out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from site_gen.app.clock import latest_day
from site_gen.app.ending import Ending, refused
from site_gen.app.options import Deploy
from site_gen.app.terminal import asker, confirmer, say
from site_gen.check import Read, ended_addresses, note_succeeded, note_vanished, renamed
from site_gen.check import check as check_site
from site_gen.content import Content
from site_gen.content.paths import SITE
from site_gen.deploy import Prompts, save_redirects
from site_gen.deploy import deploy as publish_site
from site_gen.problems import ExitStatus, ProblemLog
from site_gen.publish import Manifest
from site_gen.scaffold import report_examples

Build = Callable[[Deploy, ProblemLog], Ending]
"""Builds the site, with a log for its problems."""


def deploy(options: Deploy, build: Build, problems: ProblemLog) -> Ending:
    """Build, check and publish; nothing is published where a problem forbids it."""
    of_build = ProblemLog()

    def rebuild(address: str) -> bool:
        is_built = False
        try:
            ending = build(replace(options, base_url=address or None), of_build)
            is_built = ending.status == ExitStatus.OK
        finally:  # a Stop too: what was found so far is reported
            if not is_built:
                problems.extend(of_build.all)
        if is_built:
            say(ending.closing.partition("    ")[0])
        return is_built

    def review() -> None:
        check_site(options.project, options.out, problems, today=latest_day())
        report_examples(options.project, "error", problems)
        reported = set(problems.all)  # what both find is reported once
        problems.extend(problem for problem in of_build.all if problem not in reported)

    def vanished(
        published: Manifest, manifest: Manifest, is_redirect: Callable[[str], bool], found: ProblemLog
    ) -> None:
        ended = ended_addresses(Content(options.project).series(ProblemLog()))
        note_vanished(published, manifest, is_redirect, found, ended)

    def redirect_renamed(paths: Collection[str], before: Read, now: Read) -> bool:
        moved = save_redirects(options.project, renamed(paths, before, now))
        for old, new in moved.items():
            say(f"Written into {SITE}: {old} leads to {new}, as it is called now")
        return bool(moved)

    prompts = Prompts(
        rebuild=rebuild,
        review=review,
        note_vanished=vanished,
        note_succeeded=note_succeeded,
        redirect_renamed=redirect_renamed,
        log=say,
        confirm=confirmer(options.yes),
        ask=asker(),
    )
    deployed = publish_site(
        options.project,
        options.out,
        problems,
        prompts,
        target=options.target,
        base_url=options.base_url,
        dry_run=options.dry_run,
    )
    if deployed is None:
        return refused(problems, "nothing was published")
    for line in deployed.listing if options.dry_run else ():
        say(line)
    return Ending(closing=deployed.closing)
