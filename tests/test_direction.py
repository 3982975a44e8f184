"""Texts that run from right to left keep their order, and turn nothing around that stands beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from site_gen.render import Templates
from site_gen.render.isolating import direction, isolation, language_and_direction
from site_gen.text.direction import isolated, runs_right_to_left
from tests.rendering import published

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
    return published(project, {**CONTENT, **edits})


def test_a_paper_in_arabic_stands_at_the_right_and_is_isolated_in_lists(tmp_path: Path) -> None:
    folder = site(tmp_path)
    page = (folder / "2026/papers/tide-b/index.html").read_text("utf-8")
    assert f'<h1 dir="rtl"><bdi><span lang="ar">{TITLE}</span></bdi></h1>' in page
    assert f'<div class="prose" lang="ar" dir="rtl">\n<p dir="auto">{ABSTRACT}</p>' in page
    assert f"<title>\u2068{TITLE}\u2069 · Tides 2026</title>" in page
    assert f"<bdi>{NAME}</bdi></a></li>" in page
    listed = (folder / "2026/papers/index.html").read_text("utf-8")
    assert f'<bdi><span lang="ar">{TITLE}</span></bdi></a></p>' in listed
    session = (folder / "2026/sessions/one/index.html").read_text("utf-8")
    assert "<bdi>قاعة</bdi>" in session
    text = (folder / "2026/papers/tide-b/index.md").read_text("utf-8")
    assert f"\u2068{NAME}\u2069" in text


def test_a_site_in_hebrew_runs_to_the_left_and_isolates_what_does_not(tmp_path: Path) -> None:
    folder = site(tmp_path, **{"site.yaml": "title: Tides\nlanguage: he\n"})
    page = (folder / "2026/papers/tide-b/index.html").read_text("utf-8")
    assert '<html dir="rtl" lang="he" ' in page
    assert re.search(r"<li><a [^>]*><bdi>Roberta Quill</bdi></a></li>", page)
    authors = (folder / "authors/index.html").read_text("utf-8")
    assert "<bdi>Roberta <b>Quill</b></bdi></a>" in authors
    day = (folder / "2026/schedule/2026-10-02/index.html").read_text("utf-8")
    assert re.search(r'<h\d class="session-title"><a', day)
    assert f">{NAME}</a></li>" in page


def shown(template: str, language: str = "en") -> str:
    """What a template of a project makes of a text, a title and a running text of two directions."""
    environment = Templates(Path("nowhere")).environment("")
    environment.filters |= {
        "direction": direction(language),
        "isolated": isolation(language),
        "lang": language_and_direction(language),
    }
    made = environment.template_class.from_code(
        environment, environment.compile(template, "x.html"), environment.globals
    )
    prose = Markup("<p>Ada</p>\n<ul><li>שלום</li></ul>")
    return made.render(ada="Ada & שלום", he="שלום", en="Señor", title=Markup("<em>שלום</em>"), prose=prose)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("<p>{{ ada }}, {{ en }}</p>", "<p><bdi>Ada &amp; שלום</bdi>, Señor</p>"),
        ("<p>{{ title }}{{ 3 }}</p>", "<p><bdi><em>שלום</em></bdi>3</p>"),
        ("<div>{{ prose }}</div>", '<div><p dir="auto">Ada</p>\n<ul><li dir="auto">שלום</li></ul></div>'),
        ("<h1{{ he|direction }}>x</h1><h1{{ ada|direction }}>x</h1>", '<h1 dir="rtl">x</h1><h1>x</h1>'),
        ("<div{{ 'ar'|lang }}></div><div{{ none|lang }}>", '<div lang="ar" dir="rtl"></div><div>'),
        ('<a{% if he %} title="{{ he }}"{% endif %}>{{ he }}</a>', '<a title="שלום"><bdi>שלום</bdi></a>'),
        ("<svg><text>{{ he }}</text></svg>{{ he }}", "<svg><text>שלום</text></svg><bdi>שלום</bdi>"),
        ("<title>{{ he }}</title><option>{{ he }}</option>", "<title>שלום</title><option>שלום</option>"),
        ("<pre><code>{{ he }}</code></pre>", "<pre><code>שלום</code></pre>"),
        ("<bdi>{{ he }}</bdi>", "<bdi>שלום</bdi>"),
        ("<{{ he }}>{{ he }}</{{ he }}>{{ he }}", "<שלום><bdi>שלום</bdi></שלום><bdi>שלום</bdi>"),
        ("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}<p>{{ m(he) }}</p>", "<p><b><bdi>שלום</bdi></b></p>"),
        (
            '{% macro m(x) %}title="{{ x }} {{ x }}"{% if x %} id="{{ x }}"{% endif %}>{{ x }}{% endmacro %}'
            "<p {{ m(he) }}</p>",
            '<p title="שלום שלום" id="שלום"><bdi>שלום</bdi></p>',
        ),
        ("<p>{{ he if ada else en }}</p>", "<p><bdi>שלום</bdi></p>"),
    ],
)
def test_what_a_template_prints_between_tags_is_isolated(template: str, html: str) -> None:
    assert shown(template) == html


def test_what_a_template_prints_may_lack_its_end() -> None:
    with pytest.raises(TemplateSyntaxError, match="unexpected end of template") as broken:
        shown("<p>\n{{ he")
    assert broken.value.lineno == 2


def test_on_a_page_from_right_to_left_what_runs_to_the_right_is_isolated() -> None:
    template = "<h1{{ en|direction }}>{{ en }}</h1>{{ he }}<i{{ 'en'|lang }}></i><b{{ 'ar'|lang }}></b>"
    html = '<h1 dir="ltr"><bdi>Señor</bdi></h1>שלום<i lang="en" dir="ltr"></i><b lang="ar"></b>'
    assert shown(template, "he") == html


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur", "ckb", "pa-Arab", "az-Arab-IR", "yi", "AR-eg"])
def test_languages_from_right_to_left(language: str) -> None:
    assert runs_right_to_left(language)


@pytest.mark.parametrize("language", ["en", "tr", "pa", "ar-Latn", "zh-Hans", "arn"])
def test_languages_from_left_to_right(language: str) -> None:
    assert not runs_right_to_left(language)


def test_marks_stand_only_around_what_needs_them() -> None:
    assert [isolated(text) for text in ("Ada", "Łukasz", "שלום")] == ["Ada", "Łukasz", "\u2068שלום\u2069"]
