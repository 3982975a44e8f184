"""One function a command: what it runs, in the order of the flow, and how it ended.

Problems go into the log that a step is given; what a command needs is imported when it runs, for a build
without changes needs little.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.app import options as asked
from site_gen.app.clock import latest_day
from site_gen.app.ending import Ending, concluded, count, forbids, refused
from site_gen.app.fetching import fetch
from site_gen.app.last_build import LastBuild, built_of, digests_of, note_built, note_stale
from site_gen.app.last_ingest import is_ingested, last_messages, note_ingested, sources_of
from site_gen.app.terminal import asker, progress, say, short
from site_gen.graph.fingerprints import RunCache, fingerprint
from site_gen.problems import ExitStatus, PlainProblem, Problem, ProblemLog, Stop
from site_gen.publish.folder import real
from site_gen.text import counted
from site_gen.workers import in_background

if TYPE_CHECKING:
    from site_gen.build import Built
    from site_gen.content import CachedFiles

Step = Callable[[ProblemLog], Ending]
"""A part of a command that has its problems, and its ending, for itself."""


def steps(options: asked.Options) -> Sequence[Step]:  # noqa: C901  # one case a command
    """What a command does, in order; one that is refused is the last."""
    match options:
        case asked.IngestAndBuild():
            return partial(ingest_changed, options), partial(build, options)
        case asked.Ingest():
            return (partial(ingest, options),)
        case asked.Fetch():
            return (partial(fetch, options),)
        case asked.Build():
            return (partial(build, options),)
        case asked.Serve():
            return (partial(serve, options),)
        case asked.Check():
            return (partial(check, options),)
        case asked.Explain():
            return (partial(explain, options),)
        case asked.Changes():
            return (partial(changes, options),)
        case asked.New():
            return (partial(new, options),)
        case asked.Deploy():
            return partial(ingest_changed, options), partial(deploy, options)


def ingest_changed(options: asked.IngestAndBuild | asked.Deploy, problems: ProblemLog) -> Ending:
    """Source documents → content/, where a document or content changed since the last time."""
    return Ending() if is_ingested(options.project) else _ingest(options, problems)


def ingest(options: asked.Ingest, problems: ProblemLog) -> Ending:
    """Source documents → content/; where nothing changed it says what reading all again would."""
    files = [_inside(options.project, file) for file in options.files]
    known = None if files or options.clean or options.take_files else last_messages(options.project)
    if known is None or (options.strict and known[0]):
        return _ingest(options, problems, files)
    found, lines, closing = known
    problems.extend(map(Problem.of_plain, found))
    for line in lines:
        say(line)
    return Ending(closing=closing)


def _ingest(options: asked.ProjectOptions, problems: ProblemLog, files: Sequence[str] = ()) -> Ending:
    """Ingest all, or what these documents say."""
    from site_gen.app.ingestion import ingest_documents, pdf_lines, take_files

    sources = sources_of(options.project)
    ingested, lines, pdfs = ingest_documents(options.project, problems, files, strict=options.strict)
    is_taken = isinstance(options, asked.Ingest) and options.take_files
    proposed = take_files(options.project, pdfs) if is_taken else pdf_lines(pdfs)
    for line in [*lines, *proposed]:
        say(line)
    ending = concluded(problems, ingested.closing, strict=options.strict)
    if ending.refusal and ingested.is_written:
        rest = f"{count(problems)}; what is wrong is left out, the rest is in content/"
        goes_on = isinstance(options, asked.IngestAndBuild)
        return Ending(ExitStatus.CONTENT, ingested.closing, rest, goes_on=goes_on)
    was_saved = sources != sources_of(options.project)  # while this ran
    if ending.status == ExitStatus.OK and not (files or was_saved or proposed):
        again = ingested.again
        found = [each.plain for each in problems.all if each not in ingested.news]
        note_ingested(options.project, (found, again.lines, again.closing) if again else None)
    return ending


def _inside(project: Path, file: str) -> str:
    """A file as the paths of content/ are written; raises Stop for one outside the project."""
    path = real(Path(file))
    if not path.is_relative_to(project):
        raise Stop(ExitStatus.USAGE, f"{file} is not in the project {project}")
    return path.relative_to(project).as_posix()


def build(options: asked.ProjectOptions, problems: ProblemLog) -> Ending:
    """content/ → the published folder."""
    read = digests_of(options.project)
    run_cache, inputs = RunCache(options.project, "build"), _build_inputs(options, read)
    if not options.clean and (ending := _as_before(run_cache.get(inputs), options, problems)):
        return ending
    built = _make(options, problems)
    if built is None:
        return refused(problems)
    note_built(options.project, options.out, LastBuild(read, options.asked_for))
    run_cache.put(inputs, ([problem.plain for problem in problems.all], built.editions, built.papers))
    return _built(built.editions, built.papers, built.published.written, options)


def _as_before(
    cached: tuple[list[PlainProblem], int, int] | None, options: asked.ProjectOptions, problems: ProblemLog
) -> Ending | None:
    """The ending of a build for which nothing changed, neither what it reads nor what it published."""
    from site_gen.publish import is_untouched

    if cached is None or not is_untouched(options.project, options.out):
        return None
    found, editions, papers = cached
    problems.extend(map(Problem.of_plain, found))
    return _built(editions, papers, 0, options)


def _make(options: asked.ProjectOptions, problems: ProblemLog) -> Built | None:
    # Both take some 0.2 s: content is read by another process while this one imports what makes pages.
    read = partial(_read_content, options.project, options.clean)
    reading = in_background(read, options.jobs) if options.jobs > 1 else dict
    from site_gen.build import build as make_site

    return make_site(
        options.project,
        options.out,
        problems,
        base_url=options.base_url,
        strict=options.strict,
        clean=options.clean,
        jobs=options.jobs,
        asked_for=options.asked_for,
        reading=reading,
        progress=progress("Drawing cards"),
    )


def _read_content(project: Path, clean: bool) -> CachedFiles:
    from site_gen.content import Content, ContentCache

    content = Content(project, ContentCache.of(project, clean=clean))
    content.draft(ProblemLog())  # what it finds goes with what was read, to the log of the build
    return content.cache.added


def _build_inputs(options: asked.ProjectOptions, read: Mapping[str, str]) -> str:
    """The fingerprint of all that a build reads, and of the options."""
    wanted = (str(options.out), options.base_url, options.strict, options.asked_for)
    return fingerprint([], __version__, sorted(read.items()), *wanted)


def _built(editions: int, papers: int, written: int, options: asked.ProjectOptions) -> Ending:
    done = f"Built {counted(editions, 'edition')}, {counted(papers, 'paper')} → {short(options.out)}"
    has_makefile = (options.project / "Makefile").is_file()
    see = "make serve" if has_makefile else f"make serve ARGS='--project {short(options.project)}'"
    return Ending(closing=f"{done} ({counted(written, 'file')} written)    See it: {see}")


def serve(options: asked.Serve, _problems: ProblemLog) -> Ending:
    """Preview: plan the site on every change, each with a log of its own, and keep the last good one."""
    from tempfile import TemporaryDirectory

    from site_gen.preview import ResidentSite
    from site_gen.preview import serve as serve_site

    documents, found = "", tuple[Problem, ...]()

    def ingest_changed_documents(problems: ProblemLog) -> bool:
        """An edit of content alone needs no ingest; what the last one found is reported again.

        False where a problem forbids that anything is written.
        """
        nonlocal documents, found
        now = sources_of(options.project)
        if now == documents:
            problems.extend(found)
            return True
        from site_gen.app.ingestion import ingest_documents

        ingested, lines, _ = ingest_documents(options.project, problems)
        for line in lines if ingested.changes else ():
            say(line)
        found = tuple(problems.all)
        documents = now if ingested.is_written else ""
        return ingested.is_written

    gc.disable()  # the server looks for what is no more in use when nothing happens
    with TemporaryDirectory(prefix="plenary-") as folder:
        site = ResidentSite(
            options.project,
            Path(folder),
            base_url=options.base_url,
            strict=options.strict,
            asked_for=options.asked_for,
        )

        def rebuild(problems: ProblemLog) -> bool:
            if not ingest_changed_documents(problems):
                return False
            of_site = ProblemLog()  # an error of ingest that is left out does not forbid the site
            is_planned = site.plan(of_site)
            problems.extend(of_site.all)
            return is_planned

        serve_site(options.project, site, options.host, options.port, rebuild, say, site.origin)
    return Ending()


def check(options: asked.Check, problems: ProblemLog) -> Ending:
    """The published folder and content → problems."""
    from site_gen.check import check as check_site
    from site_gen.scaffold import is_example, report_examples

    folder = real(options.folder or options.out)
    checked = check_site(options.project, folder, problems, options.against, today=latest_day())
    note_stale(options.project, folder, problems)
    is_untouched = is_example(options.project)  # then nothing was forgotten: it says so once
    if options.public or not is_untouched:
        report_examples(options.project, "error" if options.public else "warning", problems)
    pages, links = counted(checked.pages, "page"), counted(checked.links, "link")
    closing = f"Checked {pages}, {links} in {short(folder)}: {count(problems)}"
    closing += "; all of it is still the example, which is not published" if is_untouched else ""
    status = ExitStatus.CONTENT if forbids(problems, options.strict) else ExitStatus.OK
    return Ending(status, closing)


def explain(options: asked.Explain, problems: ProblemLog) -> Ending:
    """Where every fact of a page, paper or person came from, or what a problem code means."""
    from site_gen.explain import explain as explain_facts
    from site_gen.explain import find_code

    if code := find_code(options.what):  # content may be wrong: that is why somebody asks
        return Ending(closing=str(code))
    explanation = explain_facts(options.project, options.what, problems)
    status = ExitStatus.CONTENT if problems.errors else ExitStatus.OK
    return refused(problems) if explanation is None else Ending(status, str(explanation))


def changes(options: asked.Changes, problems: ProblemLog) -> Ending:
    """What changed since the published site → drafts in content/, for an organiser to approve."""
    from site_gen.changes import draft_changes

    today = date.today()  # the organiser's
    return concluded(problems, str(draft_changes(options.project, options.against, problems, today)))


def new(options: asked.New, _problems: ProblemLog) -> Ending:
    """A new project with an example, or in a project its next edition."""
    from site_gen.scaffold import Answers, add_edition, create, is_project

    answers = Answers(
        title=options.title,
        first_day=options.first_day,
        time_zone=options.time_zone,
        edition=options.edition,
        example=options.example,
    )
    if is_project(options.directory):
        return Ending(closing=str(add_edition(options.directory, answers)))
    return Ending(closing=str(create(options.directory, answers, asker())))


def deploy(options: asked.Deploy, problems: ProblemLog) -> Ending:
    """Build, check, and the published folder → where visitors see it."""
    from site_gen.app.deployment import deploy as publish_site

    return publish_site(_as_built(options), build, problems)


def _as_built(options: asked.Deploy) -> asked.Deploy:
    """The options of a deployment, with the exports that the last build was asked for."""
    built = built_of(options.project, options.out)
    return replace(options, asked_for=options.asked_for or built.asked_for) if built else options
