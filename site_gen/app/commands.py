"""One function a command: what it runs, in the order of the flow, and what it says at the end.

What a command needs is imported when it runs: a build without changes needs little.
"""

from __future__ import annotations

import gc
from argparse import Namespace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.app.terminal import asker, close, confirmer, count, say, short, warn
from site_gen.graph.fingerprints import RunCache, fingerprint
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.text import counted
from site_gen.workers import in_background

if TYPE_CHECKING:
    from site_gen.build import Built
    from site_gen.content import CachedFiles
    from site_gen.problems import Place
    from site_gen.site import Page


def ingest_and_build(options: Namespace) -> int:
    """No command: ingest what changed, then build."""
    options.files = []
    return _bring_in(options, anew=False) or build(options)


def ingest(options: Namespace) -> int:
    """Source documents → content/."""
    return _bring_in(options, anew=True)


def _bring_in(options: Namespace, *, anew: bool) -> int:
    """Ingest; unless `anew`, only where a source document or content changed since the last time."""
    run_cache = RunCache(options.project, "ingest")
    folders = [options.project / "content"]
    if not anew and run_cache.get(fingerprint(folders, __version__)) is not None:
        return ExitStatus.OK
    from site_gen.app.bringing_in import bring_in

    problems = ProblemLog()
    files = [_inside(options.project, file) for file in options.files]
    ingested, lines = bring_in(options.project, problems, files, strict=options.strict)
    for line in lines:
        say(line)
    status = close(problems, options.strict, f"{ingested.summary} → content/" if ingested.sources else "")
    if status == ExitStatus.OK and not options.files:
        run_cache.put(fingerprint(folders, __version__), True)
    return status


def build(options: Namespace) -> int:
    """content/ → the published folder."""
    run_cache = RunCache(options.project, "build")
    inputs = _build_inputs(options)
    cached = None if options.clean else run_cache.get(inputs)
    if cached is not None:
        from site_gen.publish import is_untouched

        if is_untouched(options.project, options.out):
            messages, editions, papers = cached
            warn(messages)
            say(_built(editions, papers, 0, options))
            return ExitStatus.OK
    problems = ProblemLog()
    # To collect garbage takes a tenth of a build, and unshares the memory of its processes.
    gc.disable()
    try:
        built = _make(options, problems, options.jobs)
    finally:
        gc.enable()
    if built is None:
        return close(problems, options.strict, "")
    run_cache.put(inputs, ([str(problem) for problem in problems.all], built.editions, built.papers))
    # A warning that came while building is no error any more: with --strict nothing would have been built.
    return close(problems, False, _built(built.editions, built.papers, built.published.written, options))


def _make(options: Namespace, problems: ProblemLog, jobs: int) -> Built | None:
    # Both take some 0.2 s: content is read by another process while this one imports what makes pages.
    read = partial(_read_content, options.project, options.clean)
    reading = in_background(read, jobs) if jobs > 1 else dict
    from site_gen.build import build as make_site

    return make_site(
        options.project,
        options.out,
        problems,
        base_url=options.base_url,
        strict=options.strict,
        clean=options.clean,
        jobs=jobs,
        asked_for=options.asked_for,
        reading=reading,
    )


def _read_content(project: Path, clean: bool) -> CachedFiles:
    from site_gen.content import Content, ContentCache

    content = Content(project, ContentCache.of(project, clean=clean))
    content.draft(ProblemLog())
    return content.cache.added


def _build_inputs(options: Namespace) -> str:
    """The fingerprint of all that a build reads: the project, our own templates and code, the options."""
    ours = Path(__file__).parents[1]
    folders = [options.project / name for name in ("content", "templates", "static")]
    folders += [ours, *(ours.parent / name for name in ("templates", "static"))]
    asked = (str(options.out), options.base_url, options.strict, options.asked_for)
    return fingerprint(folders, __version__, *asked)


def _built(editions: int, papers: int, written: int, options: Namespace) -> str:
    done = f"Built {counted(editions, 'edition')}, {counted(papers, 'paper')} → {short(options.out)}"
    return f"{done} ({counted(written, 'file')} written)    See it: make serve"


def serve(options: Namespace) -> int:
    """Preview: build on every change, keep the last good site."""
    from site_gen.preview import origin
    from site_gen.preview import serve as serve_site

    pages: dict[str, Page] = {}

    def rebuild(problems: ProblemLog) -> bool:
        nonlocal pages
        from site_gen.app.bringing_in import bring_in

        ingested, lines = bring_in(options.project, problems)
        for line in lines if ingested.changes else ():
            say(line)
        # One process: a forked one would inherit the port of the server.
        built = None if problems.errors else _make(options, problems, jobs=1)
        if built is None:
            return False
        pages = {page.file: page for page in built.pages}
        return True

    def locate(file: str) -> Place | None:
        return origin(options.project, pages[file]) if file in pages else None

    serve_site(options.project, options.out, options.host, options.port, rebuild, say, locate)
    return ExitStatus.OK


def check(options: Namespace) -> int:
    """The published folder and content → problems."""
    from site_gen.check import check as check_site

    problems = ProblemLog()
    folder = (options.folder or options.out).resolve()
    checked = check_site(options.project, folder, problems, options.against)
    warn(str(problem) for problem in problems.all)
    pages, links = counted(checked.pages, "page"), counted(checked.links, "link")
    say(f"Checked {pages}, {links} in {short(folder)}: {count(problems)}")
    wrong = problems.errors or (options.strict and problems.warnings)
    return ExitStatus.CONTENT if wrong else ExitStatus.OK


def explain(options: Namespace) -> int:
    """Where every fact of a page, paper or person came from."""
    from site_gen.explain import explain as explain_facts

    problems = ProblemLog()
    explanation = explain_facts(options.project, options.what, problems)
    if explanation is None:
        return close(problems, False, "")
    for line in str(explanation).splitlines():
        say(line)
    return ExitStatus.OK


def changes(options: Namespace) -> int:
    """What changed since the published site → drafts in content/, for an organiser to approve."""
    from site_gen.changes import draft_changes

    problems = ProblemLog()
    drafted = draft_changes(options.project, options.against, problems, date.today())  # theirs
    return close(problems, options.strict, str(drafted))


def new(options: Namespace) -> int:
    """A new project with an example."""
    from site_gen.scaffold import Wishes, create

    wishes = Wishes(
        title=options.title,
        first_day=options.first_day,
        time_zone=options.time_zone,
        edition=options.edition,
        example=options.example,
    )
    say(str(create(options.directory, wishes, asker())))
    return ExitStatus.OK


def deploy(options: Namespace) -> int:
    """The published folder → where visitors see it."""
    from site_gen.check import check as check_site
    from site_gen.check import note_vanished
    from site_gen.deploy import Front
    from site_gen.deploy import deploy as publish_site

    problems = ProblemLog()

    def review() -> None:
        check_site(options.project, options.out, problems)

    front = Front(
        rebuild=lambda: _make(options, problems, options.jobs) is not None,
        review=review,
        note_vanished=note_vanished,
        tell=say,
        confirm=confirmer(options.yes),
        ask=asker(),
    )
    deployed = publish_site(
        options.project,
        options.out,
        problems,
        front,
        target=options.target,
        base_url=options.base_url,
        dry_run=options.dry_run,
    )
    warn(str(problem) for problem in problems.all)
    if deployed is None:
        warn([f"{count(problems)}; nothing was published"])
        return ExitStatus.CONTENT
    if options.dry_run:
        for line in deployed.listing:
            say(line)
    say(deployed.closing)
    return ExitStatus.OK


def _inside(project: Path, file: str) -> str:
    """A file as the paths of content/ are written; raises Stop for one outside the project."""
    path = Path(file).resolve()
    if not path.is_relative_to(project):
        raise Stop(ExitStatus.USAGE, f"{file} is not in the project {project}")
    return path.relative_to(project).as_posix()
