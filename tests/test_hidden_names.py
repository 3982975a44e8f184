"""A former name that is marked hidden stands in no byte of a published site, whatever it looks like."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.build import build
from site_gen.kinds import KINDS
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from site_gen.text import fold, slug

# Letters that no page of the small site holds next to each other: a find is never a chance.
_SYLLABLES = st.sampled_from(["Qzw", "Žqx", "Wqj", "Xẞq", "Jźq", "Vqý", "閻瑋", "Йщъ"])
_WORDS = st.lists(_SYLLABLES, min_size=2, max_size=3).map("".join)
_NAMES = st.lists(_WORDS, min_size=2, max_size=3).map(" ".join)


_SUBJECTS = ("sparse", "dense", "deep", "wide", "fast", "small") * 2


@dataclass(frozen=True)
class Planted:
    """A hidden name as it stands in the author's entry, in a byline, and in the programme."""

    entry: str
    byline: str
    programme: str


def spellings(name: str) -> st.SearchStrategy[str]:
    """Ways in which sources print the same name: by case, and with other spaces."""
    return st.sampled_from([name, name.upper(), name.lower(), name.replace(" ", "  ")])


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    """A name with the spellings under which it stands in content."""
    name = draw(_NAMES)
    return Planted(name, draw(spellings(name)), draw(spellings(name)))


def write(project: Path, name: Planted) -> None:
    """A project with this name everywhere that a name can stand."""
    texts = {
        "site.yaml": "title: MLSys\nbase_url: https://mlsys.org/\ncards: yes\n",
        "authors.yaml": f"""\
- id: zehao-liu
  name: Zehao Liu
  aliases: [Z. Liu, '{name.byline}']
  former_names:
    - {{name: '{name.entry}', hidden: true}}
""",
        "2022/conference.yaml": f"""\
title: MLSys 2022
time_zone: America/Los_Angeles
first_day: 2022-08-29
phase: live
tracks: [{{id: systems, name: Systems}}]
volumes: [{{id: long, title: Long, editors: [{{name: "{name.programme}"}}]}}]
editors:
  - '{name.byline}'
announcements:
  - {{date: 2022-08-01, title: Come, text: Come all.}}
committees:
  - name: Organisers
    members:
      - {{name: '{name.programme}', role: Chair}}
""",
        "2022/papers/ways.yaml": f"""\
title: Ways
authors:
  - '{name.byline}'
  - Ada Lovelace
abstract: We find a way.
""",
        "2022/sessions.yaml": f"""\
- id: talks
  title: Talks
  kind: invited-talk
  track: systems
  room: Hall
  date: 2022-08-29
  start: 8:45
  people:
    - {{name: '{name.programme}', role: speaker, biography: Works on systems.}}
    - {{name: Ada Lovelace, role: chair}}
  slots:
    - {{paper: ways, board: A1, people: [{{name: '{name.byline}'}}]}}
    - {{title: A talk, start: 9:00, board: A2, people: [{{name: '{name.programme}'}}]}}
""",
        "2022/awards.yaml": "- {id: best, name: Best Paper, papers: [ways]}\n",
        "2022/changes.yaml": """\
- {id: one, date: 2022-08-02, what: moved, session: talks, paper: ways, text: It moved.}
""",
        "2022/pages/venue.md": "---\ntitle: Venue\n---\nThe hall.\n",
        "2021/conference.yaml": "title: MLSys 2021\n",
        "2021/papers/before.yaml": f"title: Before ways\nauthors: ['{name.byline}']\nabstract: A way.\n",
    }
    # So many that there is a map, figures, and who is related to whom.
    for number, word in enumerate(_SUBJECTS):
        file = f"2022/papers/paper-{number}.yaml"
        texts[file] = f"title: {word} ways\nauthors: ['{name.byline}', Ada Lovelace]\nabstract: {word} way.\n"
    for file, text in texts.items():
        path = project / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def leaks(out: Path, name: Planted) -> list[str]:
    """The published files that hold the name, or whose path does: as written, folded, or as an id."""
    found = []
    forms = {fold(each) for each in (name.entry, name.byline, name.programme)}
    ids = {slug(each, limit=100) for each in (name.entry, name.byline, name.programme)}
    for file in sorted(path for path in out.rglob("*") if path.is_file()):
        text = f"{file.relative_to(out).as_posix()}\n{file.read_bytes().decode('utf-8', 'replace')}"
        if any(form in fold(text) for form in forms) or any(each and each in text for each in ids):
            found.append(file.relative_to(out).as_posix())
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all names: what a build keeps for the next one is no place for them to come back from."""
    return tmp_path_factory.mktemp("project")


@settings(max_examples=5)
@given(planted())
def test_a_hidden_name_is_in_no_published_byte(project: Path, name: Planted) -> None:
    problems, site = ProblemLog(), project / "_site"
    write(project, name)
    built = build(project, site, problems, asked_for=("single-file",))
    assert built and problems.errors == []
    planned = plan_site(project, ProblemLog())
    assert planned
    kinds = {page.kind.name for page in planned.pages}
    assert kinds == {kind.name for kind in KINDS if kind.has_pages}
    assert leaks(site, name) == []
    # What is drawn on cards is no text there, but it is said on their pages.
    assert 'og:image:alt" content="Ways. Zehao Liu and Ada Lovelace. MLSys 2022"' in page_of(site, "ways")
    assert "Zehao Liu" in (site / "2022/2022-offline.html").read_text(encoding="utf-8")


def page_of(site: Path, paper: str) -> str:
    """The page of a paper of 2022."""
    return (site / f"2022/papers/{paper}/index.html").read_text(encoding="utf-8")


def test_the_search_for_leaks_finds_one(tmp_path: Path) -> None:
    name = Planted("Qzwwqj Žqx", "QZWWQJ  ŽQX", "qzwwqj žqx")
    for file, text in (("a/qzwwqj-zqx/x.json", ""), ("b.html", "<b>Qzwwqj ŽQX</b>"), ("c.html", "Ada")):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert leaks(tmp_path, name) == ["a/qzwwqj-zqx/x.json", "b.html"]
