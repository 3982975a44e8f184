"""Whatever is edited, a build on top of another is the build from nothing: the same bytes and problems."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.build import build
from site_gen.problems import ProblemLog

Edit = tuple[str, str | None]
"""A file of a project and its new text; None where it is removed."""

CONFERENCE = "title: S 2026\nfirst_day: 2026-05-18\ntime_zone: Europe/Berlin\n"
FIRST = "title: First\nauthors:\n  - Ada Byron\n  - Bo Li\nabstract: Old *news* of $x^2$.\n"
SECOND = "title: Second\nauthors:\n  - Bo Li\nabstract: Plain text.\nkeywords:\n  - news\n"
SESSIONS = (
    "- id: one\n  title: One\n  kind: oral\n  date: 2026-05-18\n  start: '09:00'\n  room: Hall\n"
    "  slots:\n    - paper: first\n    - paper: second\n"
)
FILES = {
    "content/site.yaml": "title: S\nbase_url: https://s.example/\n",
    "content/2026/conference.yaml": CONFERENCE,
    "content/2026/papers/first.yaml": FIRST,
    "content/2026/papers/second.yaml": SECOND,
    "content/2026/sessions.yaml": SESSIONS,
}
VARIANTS: Mapping[str, tuple[str | None, ...]] = {
    "content/site.yaml": (
        "title: S\nbase_url: https://s.example/\n",
        "title: Other\nrelated_papers: no\nfigures: no\n",
        "title: S\nbase_url: https://s.example/sub/\nthemes: unknown\n",
    ),
    "content/authors.yaml": (
        None,
        "- id: bo-li\n  name: Bo Li\n  aliases:\n    - Ada Byron\n",
        "- id: bo-li\n  name: Bo Q. Li\n  former_names:\n    - name: Bo Li\n      hidden: yes\n",
    ),
    "content/2026/conference.yaml": (CONFERENCE, CONFERENCE + "venue: A Hall\n", None, "title: [\n"),
    "content/2026/papers/first.yaml": (
        FIRST,
        FIRST.replace("Old", "New"),
        FIRST.replace("First", "Number `1`"),
        FIRST.replace("Ada Byron", "Cy Twombly"),
        "title: ''\n",
        None,
    ),
    "content/2026/papers/second.yaml": (SECOND, SECOND + "status: withdrawn\n", SECOND + "pages: 1-2\n"),
    "content/2026/papers/third.yaml": (None, "title: Third\nauthors:\n  - Ada Byron\n  - Dee\n", ""),
    "content/2026/sessions.yaml": (
        SESSIONS,
        SESSIONS.replace("09:00", "10:30"),
        SESSIONS.replace("Hall", "Room 2").replace("- paper: second", "- title: A talk"),
        "[]\n",
        None,
    ),
    "content/2026/awards.yaml": (None, "- id: best\n  name: Best Paper\n  papers:\n    - second\n"),
    "content/pages/call.md": (None, "---\ntitle: Call\n---\nSee [it](2026/papers/first).\n"),
    "content/2026/files/first.pdf": (None, "%PDF-1.4\n", "%PDF-1.7\n"),
    "templates/track.html": (None, "{{ nothing }}\n"),
    "templates/404.html": (None, "Nothing here.\n", "{{ broken\n"),
    "static/own.css": (None, "p { color: red }\n", "p { color: blue }\n"),
}
EDITS = st.sampled_from([(file, text) for file, texts in VARIANTS.items() for text in texts])


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    """Bring files of a project to what they shall be."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")


def told(folder: Path) -> list[str]:
    """What a build of a project tells."""
    problems = ProblemLog()
    build(folder, folder / "_site", problems, jobs=1)
    return [str(problem) for problem in problems.all]


def published(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a published site."""
    site = folder / "_site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@settings(max_examples=5, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_a_build_after_any_edits_is_a_build_from_nothing(edits: list[Edit]) -> None:
    with TemporaryDirectory() as kept, TemporaryDirectory() as new:
        write(Path(kept), FILES)
        last_good, problems = {}, told(Path(kept))
        for edit in edits:
            last_good = published(Path(kept))
            write(Path(kept), dict([edit]))
            problems = told(Path(kept))
        write(Path(new), {**FILES, **dict(edits)})
        assert told(Path(new)) == problems
        is_good = not any(": error: " in problem for problem in problems)
        assert published(Path(kept)) == (published(Path(new)) if is_good else last_good)
