"""What a word means: an id, a route, a content file, a name or a title → the subject that it names."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_gen.content import Content, digest
from site_gen.content.provenance import entity_provenance, is_source_id
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.site import Site, Subject
from site_gen.site.subjects import AwardOf, PaperOf
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
        *(addresses.get(each, set()) for each in _spellings(what, project, site.base_url)),
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
    raise Stop(ExitStatus.USAGE, f"nothing here is called '{what}'", hint)


def submission(content: Content, site: Site, what: str, problems: ProblemLog) -> PaperOf | None:
    """The paper of a submission, by the number that its source gave it ("46"); None where none is called so.

    Raises Stop where it is a number in several editions.
    """
    number = what.strip().lstrip("#")
    if not number.isdecimal() or number in site.catalogue.editions:
        return None
    found = {
        PaperOf(edition, paper)
        for edition, each in site.catalogue.editions.items()
        for paper in each.papers
        for field, known in entity_provenance(content, edition, "papers", paper, problems).items()
        if is_source_id(field) and known.digest == digest(number)
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


def _spellings(what: str, project: Path, base_url: str | None) -> Iterator[str]:
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


def _addresses(site: Site) -> dict[str, set[Subject]]:
    """Everything that addresses, ids and content files name."""
    found: dict[str, set[Subject]] = defaultdict(set)
    for page in site.pages:
        for name in (page.route.strip("/"), *page.kind.ids(site.catalogue, page.subject)):
            found[name].add(page.subject)
    for edition_id, edition in site.catalogue.editions.items():
        for award in edition.conference.awards:
            for name in (award.id, f"{edition_id}/{award.id}", f"{edition_id}/awards/{award.id}"):
                found[name].add(AwardOf(edition_id, award.id))
    return found


def _titles(site: Site) -> dict[str, set[Subject]]:
    """Everything that has a title or name, by it folded."""
    found: dict[str, set[Subject]] = defaultdict(set)
    for page in site.pages:
        for title in page.kind.titles(site.catalogue, page.subject):
            found[fold(title)].add(page.subject)
    for edition_id, edition in site.catalogue.editions.items():
        for award in edition.conference.awards:
            found[fold(award.name)].add(AwardOf(edition_id, award.id))
    return found


def _listed(site: Site, subjects: Iterable[Subject]) -> str:
    """Subjects as addresses to choose from."""
    names = sorted(_address(site, subject) for subject in subjects)
    more = len(names) - _MOST_CANDIDATES
    return ", ".join(names[:_MOST_CANDIDATES]) + (f" and {more} more" if more > 0 else "")


def _address(site: Site, subject: Subject) -> str:
    if isinstance(subject, AwardOf):
        return f"{subject.edition}/awards/{subject.award}"
    return site.address(subject).strip("/") or "/"
