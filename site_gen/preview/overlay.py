"""What the preview adds to a page on its way out: scripts, where it is edited, the last build's problems."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from html import escape

from site_gen.locale import ENGLISH
from site_gen.problems import Problem, printable

PATH = "/__preview__/"
NEWS = f"{PATH}problems"

_WORDS = ENGLISH.words.preview  # beside the problems, which are English
_SHOWN = 20
_HEAD_END = re.compile(rb"</head\s*>|</body\s*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def with_preview(
    html: bytes, version: str, host: str, port: int, problems: Sequence[Problem], bar: str = ""
) -> bytes:
    """A page with the preview's scripts and, at its end, the bar and the problems if there are any.

    `version` is the page's digest, `host` a Host header that was checked.
    """
    html = _before(_HEAD_END.search(html), html, _scripts(version, host, port))
    ends = list(_BODY_END.finditer(html))
    return _before(ends[-1] if ends else None, html, bar + overlay(problems))


def _before(found: re.Match[bytes] | None, html: bytes, addition: str) -> bytes:
    place = found.start() if found else len(html)
    return b"".join((html[:place], addition.encode(), html[place:]))


def _scripts(version: str, host: str, port: int) -> str:
    # Livereload's script reads from its own address where to connect, and not from a path like ours.
    name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
    query = f"host={name}&port={port}&mindelay=250&maxdelay=2000"
    return (
        f'<script src="{PATH}client.js" data-page="{version}" defer></script>'
        f'<script src="{PATH}livereload.js?{escape(query)}" defer></script>'
    )


def edit_bar(place: str, report: str) -> str:
    """Where a page is edited, as HTML, and the way to the report."""
    return (
        f'<div id="plenary-bar" lang="en" dir="ltr"><link rel="stylesheet" href="{PATH}preview.css">'
        f'{_WORDS.edit.format(place=place)} · <a href="{report}">{_WORDS.to_report}</a></div>'
    )


def overlay(problems: Sequence[Problem]) -> str:
    """The problems as they stand over a page, all their text inert; empty when there are none."""
    if not problems:
        return ""
    more = len(problems) - _SHOWN
    items = "".join(_item(problem) for problem in problems[:_SHOWN])
    return (
        f'<div id="plenary-problems" role="alert" lang="en" dir="ltr" data-digest="{digest(problems)}">'
        f'<link rel="stylesheet" href="{PATH}preview.css">'
        f"<p><strong>{ENGLISH.counted(_WORDS.unbuilt, len(problems))}</strong> {_WORDS.stays}</p>"
        f'<button type="button" hidden>{_WORDS.dismiss}</button>'
        f"<ol>{items}</ol>"
        f"{f'<p>{_WORDS.more.format(number=more)}</p>' if more > 0 else ''}</div>"
    )


def _item(problem: Problem) -> str:
    excerpt = f"<pre>{_inert(problem.excerpt)}</pre>" if problem.excerpt else ""
    hint = f"<p>{_WORDS.hint.format(hint=_inert(problem.hint))}</p>" if problem.hint else ""
    return (
        f"<li><p><code>{_inert(str(problem.place))}</code>: {problem.severity}: {_inert(problem.what)}"
        f" <small>[{_inert(problem.code)}]</small></p>{excerpt}{hint}</li>"
    )


def _inert(text: str) -> str:
    return escape("\n".join(printable(line) for line in text.split("\n")))


def digest(problems: Sequence[Problem]) -> str:
    """Tells one set of problems from another; empty for none."""
    return hashlib.sha256(repr(problems).encode(errors="replace")).hexdigest() if problems else ""
