"""How a reader mends a page: its content file in the repository, and whom to tell of a mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from site_gen.locale.sentences import mistake_on
from site_gen.site import Key, Site

# What follows a repository in the address of one of its branches, and of a folder in that.
_IN_BRANCH = re.compile(r"(?P<repository>.+?)/(?:-/)?tree/(?P<branch>[^/]+)(?P<folder>/.+)?")
_WITHOUT_A_FILE = frozenset(["authors", "award-history", "data"])


@dataclass(frozen=True, slots=True)
class Mending:
    """The full addresses of a page's content file, to edit it, and of where to report a mistake.

    Each is None where it is not known.
    """

    edit: str | None
    report: str | None


def mending(site: Site, key: Key, title: str) -> Mending | None:
    """How the page of this key is mended; None where neither way is known."""
    series = site.catalogue.series
    if key == ("not-found",) or not (series.repository or series.contact):
        return None
    repository = _repository(series.repository) if series.repository else None
    file = _source(site, key)
    edit = repository.edit(file) if repository and file else None
    address = site.absolute(site.addresses[key]) or f"/{site.addresses[key]}"
    report: str | None
    if series.contact:
        report = _to_contact(series.contact, mistake_on(site.locale, title), address)
    else:
        report = repository.new_issue(mistake_on(site.locale, title), address) if repository else None
    return Mending(edit, report) if edit or report else None


@dataclass(frozen=True, slots=True)
class _Repository:
    """A repository on a host whose addresses are known.

    `branch` is empty where site.yaml names none; `folder`, with "/" before it, is where the project lies.
    """

    url: str
    is_gitlab: bool
    branch: str
    folder: str

    def edit(self, file: str) -> str:
        """Where a file is edited. Without a branch GitLab can only show it: it edits no HEAD."""
        way = "edit" if self.branch or not self.is_gitlab else "blob"
        way = f"-/{way}" if self.is_gitlab else way
        return f"{self.url}/{way}/{self.branch or 'HEAD'}{self.folder}/{quote(file)}"

    def new_issue(self, title: str, text: str) -> str:
        """The form for a new issue, filled in."""
        title, text = _value(title), _value(text)
        if self.is_gitlab:
            return f"{self.url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}"
        return f"{self.url}/issues/new?title={title}&body={text}"


@lru_cache(maxsize=1)
def _repository(address: str) -> _Repository | None:
    """The repository at an address, also of a branch or folder in it; None on a host that is not known."""
    address = address.rstrip("/")
    found = _IN_BRANCH.fullmatch(address)
    url = (found["repository"] if found else address).removesuffix(".git")
    labels = (urlsplit(url).hostname or "").split(".")
    if not {"github", "gitlab"}.intersection(labels):
        return None
    return _Repository(
        url,
        is_gitlab="gitlab" in labels,
        branch=found["branch"] if found else "",
        folder=found["folder"] or "" if found else "",
    )


def _source(site: Site, key: Key) -> str:
    """The content file of a page; empty where it has none of its own."""
    return _sources(site).get(key, "")


@lru_cache(maxsize=1)
def _sources(site: Site) -> Mapping[Key, str]:
    """The content files of pages; authors.yaml only tells of some people, and lists of all have no file."""
    written = {author.id for author in site.catalogue.series.authors}
    return {
        page.key: page.source.file
        for page in site.pages
        if page.kind.name not in _WITHOUT_A_FILE and (page.kind.name != "author" or page.key[1] in written)
    }


def _to_contact(contact: str, subject: str, text: str) -> str:
    """A message to the contact, filled in where that is an email address."""
    if not contact.lower().startswith("mailto:"):
        return contact
    return f"{contact}{'&' if '?' in contact else '?'}subject={_value(subject)}&body={_value(text)}"


def _value(text: str) -> str:
    return quote(text, safe="")
