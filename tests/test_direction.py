"""Texts that run from right to left keep their order, and turn nothing around that stands beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.build import build
from site_gen.problems import ProblemLog
from site_gen.render.direction import with_direction
from site_gen.text.direction import isolated, runs_right_to_left

TITLE = "مقدمة في علم المد والجزر"
ABSTRACT = "هذا ملخص قصير عن المد والجزر (part 2) في 3 فصول."
NAME = "محمد بن موسى الخوارزمي"
CONTENT = {
    "site.yaml": "title: Tides\nbase_url: https://x.example/\n",
    "2026/conference.yaml": "title: Tides 2026\ntime_zone: Europe/Rome\n",
    "2026/papers/tide-b.yaml": (
        f"title: {TITLE}\nlanguage: ar\nauthors: ['{NAME}', Roberta Quill]\nabstract: {ABSTRACT}\n"
    ),
    "2026/sessions.yaml": (
        "- {id: one, title: Talks, date: 2026-10-02, start: 9:00, room: قاعة, slots: [{paper: tide-b}]}\n"
    ),
}


def site(project: Path, **edits: str) -> Path:
    """The published folder of the small site."""
    for name, text in {**CONTENT, **edits}.items():
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    build(project, project / "_site", problems)
    assert problems.errors == []
    return project / "_site"


def test_a_paper_in_arabic_stands_at_the_right_and_is_isolated_in_lists(tmp_path: Path) -> None:
    folder = site(tmp_path)
    page = (folder / "2026/papers/tide-b/index.html").read_text("utf-8")
    assert f'<h1 dir="rtl"><span lang="ar">{TITLE}</span></h1>' in page
    assert f'<div class="prose" lang="ar" dir="rtl">\n<p>{ABSTRACT}</p>' in page
    assert f"<title>\u2068{TITLE}\u2069 · Tides 2026</title>" in page
    assert f"<bdi>{NAME}</bdi></a></li>" in page
    listed = (folder / "2026/papers/index.html").read_text("utf-8")
    assert f'<span lang="ar"><bdi>{TITLE}</bdi></span></a></p>' in listed
    session = (folder / "2026/sessions/one/index.html").read_text("utf-8")
    assert "<bdi>قاعة</bdi>" in session
    text = (folder / "2026/papers/tide-b/index.md").read_text("utf-8")
    assert f"\u2068{NAME}\u2069" in text


def test_a_site_in_hebrew_runs_to_the_left_and_isolates_what_does_not(tmp_path: Path) -> None:
    folder = site(tmp_path, **{"site.yaml": "title: Tides\nlanguage: he\n"})
    page = (folder / "2026/papers/tide-b/index.html").read_text("utf-8")
    assert '<html dir="rtl" lang="he">' in page
    assert re.search(r"<li><a [^>]*><bdi>Roberta Quill</bdi></a></li>", page)
    assert f">{NAME}</a></li>" in page


def test_a_page_of_one_direction_stays_as_it_is() -> None:
    page = '<html lang="en"><body><h1>Señor</h1><p>Łódź, 泽浩</p></body>'
    assert with_direction(page, "en") == page


@pytest.mark.parametrize(
    ("html", "directed"),
    [
        ("<p>Ada, שלום</p>", "<p><bdi>Ada, שלום</bdi></p>"),
        ("<span>, שלום </span>", "<span>, <bdi>שלום</bdi> </span>"),
        ("<span> (שלום)</span>", "<span> (<bdi>שלום</bdi>)</span>"),
        ("<svg><text>שלום</text></svg>", "<svg><text>שלום</text></svg>"),
        ('<a title="שלום">x</a>', '<a title="שלום">x</a>'),
        ("<pre><code>שלום</code></pre>", "<pre><code>שלום</code></pre>"),
        (
            '<div class="prose"><p>שלום</p><p>x</p></div>',
            '<div class="prose"><p dir="auto">שלום</p><p>x</p></div>',
        ),
        ("<h1>x <em>שלום</em></h1><p>שלום</p>", '<h1 dir="auto">x <em>שלום</em></h1><p><bdi>שלום</bdi></p>'),
        ("<bdi>שלום</bdi>", "<bdi>שלום</bdi>"),
    ],
)
def test_a_text_of_the_other_direction(html: str, directed: str) -> None:
    assert with_direction(html, "en") == directed


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur", "ckb", "pa-Arab", "az-Arab-IR", "yi", "AR-eg"])
def test_languages_from_right_to_left(language: str) -> None:
    assert runs_right_to_left(language)


@pytest.mark.parametrize("language", ["en", "tr", "pa", "ar-Latn", "zh-Hans", "arn"])
def test_languages_from_left_to_right(language: str) -> None:
    assert not runs_right_to_left(language)


def test_marks_stand_only_around_what_needs_them() -> None:
    assert [isolated(text) for text in ("Ada", "Łukasz", "שלום")] == ["Ada", "Łukasz", "\u2068שלום\u2069"]
