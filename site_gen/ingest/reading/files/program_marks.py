"""What stands in a text for programs alone: attributes of headings, comments, fields, scripts around data."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.reading.files.front_matter import JSON, blank
from site_gen.ingest.records import Document

_LONGEST = 400_000  # characters in which a script begins
_ATTRIBUTES = re.compile(r"^(#{1,6}[ \t][^{}\n]{1,300})\{[:#.][^{}\n]{0,100}\}[ \t]*$", re.MULTILINE)
_EXPRESSION = re.compile(r"(?<=\]\() ?[^()\s]{0,200}\{[{%<][^{}()\n]{0,200}\}[^()\s]{0,500}(?=\))")
_ASSIGNED = re.compile(
    r"\s*(?:/\*(?:[^*]|\*(?!/))*\*/\s*)?(?:export\s+default\s+"
    r"|(?:(?:export\s+)?(?:var|let|const)\s+[\w$]+|(?:window|module|exports)\.[\w$]+)\s*=\s*)"
)
_QUOTE = re.compile(r"^(?:>[ \t]?)+(?=[^\s>])", re.MULTILINE)
_FEWEST_QUOTES = 3  # lines of a page
_FIRST_SPAN = re.compile(
    r"^([ \t]*(?:[-*+][ \t]+)?)<span\b[^<>\n]{0,200}>([^<>\n]{1,200})</span>", re.MULTILINE
)
_FURTHER = re.compile(r"^(?:export\s+)?(?:var|let|const)\s+[\w$]+\s*=\s*(?=[\[{])", re.MULTILINE)


def without_attributes(document: Document) -> Document:
    """The text with headings without their attributes: "#### Wednesday, July 12 {#wed}"."""
    has_marks = any(mark in document.text for mark in ("{#", "{:", "{."))
    return replace(document, text=_ATTRIBUTES.sub(r"\1", document.text)) if has_marks else document


def without_assignment(document: Document) -> Document:
    """The JSON of a script that a page loads: "var schedule = [ … ];", each line with its number."""
    found = _ASSIGNED.match(document.text[:_LONGEST])
    if found is None or not JSON.match(document.text[found.end() : found.end() + 200]):
        return document
    data = document.text[found.end() :].rstrip().removesuffix(";")
    return replace(document, text=_spaces(found) + _FURTHER.sub(_spaces, data))


def without_quotes(document: Document) -> Document:
    """Markdown whose quoted lines begin with their words, each at its column: "> - Fast Locks"."""
    if len(_QUOTE.findall(document.text)) < _FEWEST_QUOTES:
        return document
    return replace(document, text=_QUOTE.sub(_spaces, document.text))


def without_first_spans(document: Document) -> Document:
    """Lines that begin with the words of a span: "<span class="time">9:00</span> Opening"."""
    has_spans = "<span" in document.text
    return replace(document, text=_FIRST_SPAN.sub(r"\1\2", document.text)) if has_spans else document


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def with_whole_addresses(document: Document) -> Document:
    """The text with no blank in the address of a link: "[Owls]({{ site.baseurl }}/owls.pdf)"."""
    if "]({" not in document.text and "]( {" not in document.text:
        return document
    whole = _EXPRESSION.sub(lambda match: match[0].strip().replace(" ", "_"), document.text)
    return replace(document, text=whole)


def without_comments(document: Document) -> Document:
    """Markdown without its comments, "<!-- Zoom -->", each line with its number."""
    text = document.text
    if "<!--" not in text or text.lstrip()[:1] in ("<", "{", "[", "@"):
        return document
    kept: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += [text[at:begin], blank(text[begin:end])]
        at = end + 3
    return replace(document, text="".join((*kept, text[at:])))
