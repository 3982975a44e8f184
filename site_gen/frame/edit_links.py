"""How a reader mends a page: its content file in the repository, and whom to tell of a mistake."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from site_gen.graph.queries import query
from site_gen.site import Page, Site
from site_gen.site.subjects import NotFoundPage
from site_gen.values import dataclass

# What follows a repository in the address of one of its branches, and of a folder in that.
_IN_BRANCH = re.compile(r"(?P<repository>.+?)/(?:-/)?tree/(?P<branch>[^/]+)(?P<folder>/.+)?")


@dataclass(frozen=True, slots=True)
class EditLinks:
    """The full addresses of a page's content file, to edit it, and of where to report a mistake.

    Each is None where it is not known.
    """

    edit: str | None
    report: str | None


def edit_links(site: Site, page: Page, title: str) -> EditLinks | None:
    """How a page is mended; None where neither way is known."""
    series = site.catalogue.series
    if isinstance(page.subject, NotFoundPage) or not (series.repository or series.contact):
        return None
    repository = _repository(site)
    has_source = page.kind.has_source(site, page.subject)
    edit = repository.edit(site.sources[page.subject]) if repository and has_source else None
    address = site.absolute(page.route) or f"/{page.route}"
    mistake = site.locale.words.phrases.mistake_on.format(title=title)
    report: str | None
    if series.contact:
        report = _to_contact(series.contact, mistake, address)
    else:
        report = repository.new_issue(mistake, address) if repository else None
    return EditLinks(edit, report) if edit or report else None


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


@query
def _repository(site: Site) -> _Repository | None:
    """The repository of a site, also of a branch or folder in it; None on a host that is not known."""
    address = (site.catalogue.series.repository or "").rstrip("/")
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


def _to_contact(contact: str, subject: str, text: str) -> str:
    """A message to the contact, filled in where that is an email address."""
    if not contact.lower().startswith("mailto:"):
        return contact
    return f"{contact}{'&' if '?' in contact else '?'}subject={_value(subject)}&body={_value(text)}"


def _value(text: str) -> str:
    return quote(text, safe="")
