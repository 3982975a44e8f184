"""What a word means: an id, a route, a content file, a name or a title → the subject that it names."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_gen.content import digest
from site_gen.content.provenance import is_source_id
from site_gen.explain.problem_codes import problem_codes
from site_gen.origins.project import Project, origins_of
from site_gen.problems import ExitStatus, Stop
from site_gen.site import AnyKind, File, PostBuildFile, Site, Subject, file_route
from site_gen.site.subjects import PaperOf, PartOf
from site_gen.text import fold

_LINE = re.compile(r"(?::\d+){1,2}$")
_MOST_CANDIDATES = 8


def find(site: Site, project: Path, what: str) -> Subject:
    """What `what` names.

    An address or id decides, then a whole title or name, then a part of one. Raises Stop where nothing
    or more than one thing is meant.
    """
    addresses, titles = _addresses(site), _titles(site)
    wanted = fold(what)
    part = {key for title, keys in titles.items() if wanted and wanted in title for key in keys}
    whole_words = re.compile(rf"\b{re.escape(wanted)}\b")
    words = {key for title, keys in titles.items() if wanted and whole_words.search(title) for key in keys}
    steps = (
        *(addresses.get(each, set()) for each in spellings(what, project, site.base_url)),
        titles.get(wanted, set()),
        words,
        part,
    )
    found: set[Subject] = next((keys for keys in steps if keys), set())
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise Stop(ExitStatus.USAGE, f"'{what}' may be: {_listed(site, found)}", "name one of them")
    near = difflib.get_close_matches(wanted, [*addresses, *titles], n=3, cutoff=0.5)
    keys = {key for name in near for key in (*addresses.get(name, ()), *titles.get(name, ()))}
    hint = (
        f"nearest: {_listed(site, keys)}"
        if keys
        else "name a paper, person, session, award, page or content file"
    )
    code = difflib.get_close_matches(what, problem_codes(), n=1, cutoff=0.8)
    hint = f"the problem code is {code[0]}" if code else hint
    raise Stop(ExitStatus.USAGE, f"nothing here is called '{what}'", hint)


def numbered(project: Project, what: str) -> Subject | None:
    """The submission that its source gave a number ("46"); None where none has it.

    Raises Stop where it is a number in several editions.
    """
    number, site = what.strip().lstrip("#"), project.site
    if not number.isdecimal() or number in site.catalogue.editions:
        return None
    found = {
        subject
        for kind in site.kinds.values()
        if origins_of(kind).is_numbered
        for subject in kind.subjects(site.catalogue)
        if any(
            is_source_id(field) and known.digest == digest(number)
            for field, known in project.evidence_of(subject).provenance.items()
        )
    }
    if len(found) > 1:
        raise Stop(ExitStatus.USAGE, f"'{what}' may be: {_listed(site, found)}", "name one of them")
    return next(iter(found), None)


def _path_of(url: str) -> str:
    """The path of an address; what is none as it is."""
    try:
        return urlsplit(url).path
    except ValueError:
        return url


def spellings(what: str, project: Path, base_url: str | None) -> Iterator[str]:
    """The addresses that a word may stand for, the most likely first."""
    text = what.strip()
    if base_url and f"{text}/".startswith(base_url):
        text = text[len(base_url) :]
    elif text.startswith(("http://", "https://")):
        text = unquote(_path_of(text))
        yield from (text.strip("/").split("/", skipped)[-1] for skipped in range(text.count("/")))
    if Path(text).is_absolute() and Path(text).is_relative_to(project):
        text = Path(text).relative_to(project).as_posix()
    text = _LINE.sub("", text.partition("?")[0]).removeprefix("_site/").removeprefix("./")
    text = text.removesuffix("index.html").strip("/").lower()
    yield text
    yield text.replace("/#", "/").replace("#", "/")
    if "/" in text and "." in text.rpartition("/")[2]:  # a file beside a page
        yield text.rpartition("/")[0]


def _subjects(site: Site) -> Iterator[tuple[AnyKind, Subject]]:
    """All that may be meant, with its kind."""
    return ((kind, subject) for kind in site.kinds.values() for subject in kind.subjects(site.catalogue))


def _addresses(site: Site) -> dict[str, set[Subject]]:
    """Everything that addresses of pages and files, ids and content files name."""
    found: dict[str, set[Subject]] = defaultdict(set)
    for kind, subject in _subjects(site):
        for name in (kind.route(subject).strip("/"), *kind.ids(site.catalogue, subject)):
            found[name].add(subject)
    files: tuple[File | PostBuildFile, ...] = (*site.files, *site.post_build_files)
    for file in files:
        found[file.route].add(file.subject.whole if isinstance(file.subject, PartOf) else file.subject)
    for each in site.paper_files:
        found[file_route(each)].add(PaperOf(each.edition, each.paper))
    return found


def _titles(site: Site) -> dict[str, set[Subject]]:
    """Everything that has a title or name, by it folded."""
    found: dict[str, set[Subject]] = defaultdict(set)
    for kind, subject in _subjects(site):
        for title in kind.titles(site.catalogue, subject):
            found[fold(title)].add(subject)
    return found


def _listed(site: Site, subjects: Iterable[Subject]) -> str:
    """Subjects as addresses to choose from."""
    names = sorted(site.kind_of(subject).route(subject).strip("/") or "/" for subject in subjects)
    more = len(names) - _MOST_CANDIDATES
    return ", ".join(names[:_MOST_CANDIDATES]) + (f" and {more} more" if more > 0 else "")
