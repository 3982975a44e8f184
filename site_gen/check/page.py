"""One HTML page as a check sees it: its links and anchors, and what it must have or must not have."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from site_gen.check.tags import Tag, tags

# What a browser fetches by itself, and what it only links to; `link` is told by its rel.
_LOADS = (
    "audio src", "embed src", "frame src", "iframe src", "image href", "image xlink:href", "img src",
    "input src", "object data", "script src", "source src", "track src", "use href", "use xlink:href",
    "video poster", "video src",
)  # fmt: skip
_LINKS = ("a href", "area href", "blockquote cite", "del cite", "form action", "ins cite", "q cite")
_ADDRESSES = {**dict.fromkeys(_LOADS, True), **dict.fromkeys(_LINKS, False)}
_LOADING_RELS = frozenset(
    ["apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload", "preconnect",
     "prefetch", "preload", "shortcut", "stylesheet"]
)  # fmt: skip
# What `allow:` in site.yaml calls what an element loads, or where it sends a form.
_KINDS = {
    "iframe": "frame", "frame": "frame", "img": "image", "image": "image", "input": "image", "use": "image",
    "audio": "media", "video": "media", "source": "media", "track": "media", "script": "script",
    "form": "form",
}  # fmt: skip
_DATA_TYPES = frozenset(["application/json", "application/ld+json"])

Attributes = Sequence[tuple[str, str]]

# Most tags have a class and nothing else.
_SAYS_NOTHING = re.compile(r'\s+class="[^"]*"')


class Link(NamedTuple):
    """An address on a page; `loads` where a browser fetches it without being asked.

    `kind` is what site.yaml calls that under `allow:`; empty for what may never come from elsewhere.
    """

    url: str
    line: int
    loads: bool
    kind: str = ""


class Picture(NamedTuple):
    """A picture that a page shows, and the classes that say how."""

    url: str
    classes: tuple[str, ...]


class Fault(NamedTuple):
    """What is wrong with a page itself."""

    code: str
    what: str
    line: int


@dataclass(slots=True)
class PageFacts:
    """What was found on one page. `ids` tells the line of each anchor; `canonical` is empty without one."""

    language: str = ""
    title: str = ""
    canonical: str = ""
    main_headings: list[int] = field(default_factory=list)
    is_redirect: bool = False
    is_unlisted: bool = False
    ids: dict[str, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_html(html: str) -> PageFacts:
    """Read a page; nothing in it makes this fail."""
    reader = _Reader(html)
    for tag in tags(html):
        reader.read(tag)
    return reader.facts


def structure_faults(facts: PageFacts) -> list[Fault]:
    """What every page must have: a language, a title and one main heading."""
    faults = []
    if not facts.language.strip():
        faults.append(Fault("no-language", "the page does not tell its language (html lang)", 1))
    if not facts.title.strip():
        faults.append(Fault("no-title", "the page has no title", 1))
    if not facts.main_headings:
        faults.append(Fault("no-h1", "the page has no h1", 1))
    elif len(facts.main_headings) > 1:
        faults.append(Fault("several-h1", "the page has a second h1", facts.main_headings[1]))
    return faults


class _Reader:
    """Gathers the facts of a page, tag after tag."""

    def __init__(self, html: str) -> None:
        self.facts = PageFacts()
        self._html = html
        self._start, self._counted, self._lines = 0, 0, 1
        self._templates = 0
        self._policy = ""

    def read(self, tag: Tag) -> None:
        """Note what a tag says."""
        name, self._start = tag.name, tag.start
        if name == "template":
            self._templates += -1 if tag.closes else 1
        if tag.closes:
            return
        if name == "title":
            self.facts.title = self.facts.title or tag.text
        elif name == "h1":
            self.facts.main_headings.append(self._line)
        elif name == "style":
            self._style(tag.text)
        elif name == "script":
            self._script(dict(tag.attributes()))
        if tag.written and not _SAYS_NOTHING.fullmatch(tag.written):
            self._attributes(name, tag.attributes())

    @property
    def _line(self) -> int:
        """The line of the tag that is read."""
        self._lines += self._html.count("\n", self._counted, self._start)
        self._counted = self._start
        return self._lines

    def _attributes(self, tag: str, attrs: Attributes) -> None:
        for name, value in attrs:
            loads = _ADDRESSES.get(f"{tag} {name}")
            if loads is False and self._templates and value.startswith("#"):
                continue  # to what the script that shows the template makes as well
            if loads is not None:
                self.facts.links.append(Link(value, self._line, loads, _KINDS.get(tag, "")))
            elif name != "class":  # the most frequent one
                self._attribute(tag, name, value)
        if tag == "img":
            values = dict(attrs)
            self.facts.pictures.append(Picture(values.get("src", ""), tuple(values.get("class", "").split())))
        elif tag == "link":
            self._link(dict(attrs))
        elif tag == "meta":
            self._meta(dict(attrs))
        elif tag == "html":
            self.facts.language = dict(attrs).get("lang", "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self._id(value)
        elif name == "name" and tag == "a":
            self.facts.ids.setdefault(value, self._line)
        elif name in ("srcset", "imagesrcset"):
            self._source_set(value)
        elif name == "style":
            self._fault("inline-style", f"a style attribute on <{tag}>")
        elif name.startswith("on"):
            self._fault("inline-handler", f"{name} on <{tag}>")

    def _id(self, own: str) -> None:
        if own in self.facts.ids:
            what = f"the id '{own}' stands twice, first in line {self.facts.ids[own]}"
            self.facts.faults.append(Fault("duplicate-id", what, self._line))
        else:
            self.facts.ids[own] = self._line

    def _source_set(self, candidates: str) -> None:
        for candidate in candidates.split(", "):  # a comma without a space is part of an address
            if candidate.strip():
                self.facts.links.append(Link(candidate.split()[0], self._line, loads=True, kind="image"))

    def _link(self, attributes: dict[str, str]) -> None:
        rels, url = attributes.get("rel", "").lower().split(), attributes.get("href")
        if url is not None:
            kind = "style" if "stylesheet" in rels else "image" if "icon" in rels else ""
            self.facts.links.append(Link(url, self._line, not _LOADING_RELS.isdisjoint(rels), kind))
            if "canonical" in rels:
                self.facts.canonical = url

    def _style(self, text: str) -> None:
        """A style element is right only where the page's own policy names its digest."""
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in self._policy:
            self._fault("inline-style", "a style element")

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content", "")
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            self._policy = content
        elif attributes.get("http-equiv", "").lower() == "refresh":
            self.facts.is_redirect = True
            url = content.partition(";")[2].strip()
            self.facts.links.append(Link(url[4:].strip("'\" "), self._line, loads=False))
        elif attributes.get("name", "").lower() == "robots" and "noindex" in content.lower():
            self.facts.is_unlisted = True

    def _script(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "").lower()
        if "src" not in attributes and kind not in _DATA_TYPES:
            self._fault("inline-script", "a script element")

    def _fault(self, code: str, what: str) -> None:
        self.facts.faults.append(
            Fault(code, f"{what}: pages hold no script or style of their own", self._line)
        )
