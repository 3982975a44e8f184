"""No word of the interface stands outside `locale/`: in a pseudo-language no English is left.

The content of this site is Greek, so that every word in English letters would be one of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from site_gen.assets import collect
from site_gen.changes.comparing import compare
from site_gen.changes.programme import Block, Programme, Talk, Work
from site_gen.conference import (
    Announcement,
    Author,
    Authorship,
    Award,
    Change,
    Committee,
    Conference,
    Deadline,
    Editor,
    FileKind,
    FormerName,
    Link,
    LinkRel,
    Member,
    Paper,
    PaperFile,
    Participant,
    ProsePage,
    Redirect,
    Revision,
    Room,
    Series,
    Session,
    SessionKind,
    Slot,
    Sponsor,
    Track,
    Volume,
)
from site_gen.conference.identifiers import Doi, Isbn, Issn, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.kinds import KINDS
from site_gen.locale import ENGLISH
from site_gen.locale.changes import DraftWords
from site_gen.problems import ProblemLog
from site_gen.render import Renderer, Templates
from site_gen.site import Site
from tests.pseudo import PSEUDO, english_in, english_in_page, marked, sentences, sentences_of_python
from tests.rendering import PROJECT, by, planned, write_site
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MONDAY, TUESDAY = date(2026, 6, 1), date(2026, 6, 2)
WORDS = "Η αραίωση των νευρωνικών δικτύων μειώνει τη μνήμη και τον χρόνο"


def _paper(number: int) -> Paper:
    return Paper(
        id=f"p{number}",
        title=f"{WORDS} {number}",
        authors=by("Άννα Βήτα", "Γιώργος Δέλτα"),
        abstract=f"{WORDS}. {WORDS} {number}.",
    )


FULL = replace(
    _paper(1),
    doi=Doi("10.1000/182"),
    pages=PageRange("1–9"),
    keywords=("αραίωση",),
    note="Σημείωση.",
    erratum="Λάθος.",
    revisions=(Revision(version="2", date=TUESDAY, note="Διόρθωση.", url="https://x.gr/2.pdf"),),
    licence="CC-BY-4.0",
    links=tuple(Link(rel=rel, url=f"https://x.gr/{rel}") for rel in get_args(LinkRel)),
)
PAPERS = (
    FULL,
    replace(_paper(2), status="withdrawn"),
    Paper(id="p3", authors=(*by("Α", "Β", "Γ", "Δ", "Ε"), Authorship(missing="others")), abstract="Αρχή…"),
    Paper(id="p4", title="Κενά", authors=(*by("Άννα Βήτα"), Authorship(missing="one"))),
    *(_paper(number) for number in range(5, 16)),
)
PEOPLE = (
    Participant(name="Άννα Βήτα", role="chair", affiliation="Αθήνα"),
    Participant(name="Ζωή", role="speaker", biography="Ερευνήτρια.", homepage="https://x.gr/"),
    Participant(name="Ηλίας", role="panelist"),
    Participant(name="Θέμις", role="organiser"),
)
SLOTS = (
    Slot(paper="p1", start=time(9), board="7"),
    Slot(),
    Slot(title="Ομιλία", status="cancelled", description="Για όλα.", people=PEOPLE[1:2]),
    Slot(paper="p3", status="late"),
)
SESSIONS = (
    *(
        Session(
            id=f"s-{kind}", kind=kind, date=MONDAY, start=time(9), end=time(10), room="Αίθουσα", people=PEOPLE
        )
        for kind in get_args(SessionKind)
    ),
    Session(
        id="oral",
        title="Πρώτη",
        kind="oral",
        date=TUESDAY,
        start=time(9),
        room="Αίθουσα",
        track="sys",
        status="moved",
        note="Άλλαξε.",
        links=(Link(rel="stream", url="https://x.gr/s"),),
        part_of="s-workshop",
        slots=SLOTS,
    ),
    Session(
        id="posters",
        title="Αφίσες",
        kind="poster",
        date=TUESDAY,
        slots=tuple(Slot(paper=f"p{number}", board=str(number)) for number in (2, 4, 5)),
    ),
    Session(id="some-day", title="Κάποτε"),
)
EDITION = Conference(
    id="2026",
    title="Συνέδριο 2026",
    year=2026,
    first_day=MONDAY,
    last_day=TUESDAY,
    time_zone="Europe/Athens",
    venue="Μέγαρο",
    location="Αθήνα",
    phase="programme",
    description="Για όλα.",
    proceedings="Πρακτικά",
    volume="3",
    issn=Issn("2049-3630"),
    isbn=Isbn("978-3-16-148410-0"),
    publisher="Εκδότης",
    licence="CC-BY-4.0",
    editors=(Editor(name="Ιάσων Κάππα"),),
    volumes=(Volume(id="a", title="Τόμος", front_matter="https://a.example/"),),
    links=(Link(rel="register", url="https://x.gr/r"),),
    deadlines=(
        Deadline(name="Υποβολή", date=date(2026, 1, 9), time=time(23, 59), zone="AoE"),
        Deadline(name="Τελικό", date=date(2026, 3, 9), time=time(12)),
    ),
    announcements=(Announcement(date=date(2026, 5, 1), title="Νέα", text="Ανοίξαμε."),),
    sponsors=(Sponsor(name="Χορηγός", tier="Χρυσός"),),
    committees=(Committee(name="Επιτροπή", members=(Member(name="Λάμπρος"),)),),
    rooms=(Room(id="hall", name="Αίθουσα", note="Ισόγειο."),),
    tracks=(Track(id="sys", name="Συστήματα"),),
    papers=PAPERS,
    sessions=SESSIONS,
    awards=(Award(id="best", name="Βραβείο", papers=("p1", "p2")),),
    changes=(
        Change(id="c1", date=date(2026, 5, 2), what="moved", session="oral", paper="p1", text="Άλλαξε."),
        Change(id="c2", date=date(2026, 5, 3), text="Κάτι."),
    ),
    pages=(ProsePage(id="venue", title="Τόπος", markdown="Εδώ."),),
)
EARLIER = Conference(id="2025", title="Συνέδριο 2025", year=2025, papers=(_paper(1), _paper(2)))
BARE = Conference(id="2024", title="Συνέδριο 2024", phase="call")
ANNA = Author(
    id="anna",
    name="Άννα Βήτα",
    aliases=("Α. Βήτα",),
    former_names=(FormerName(name="Άννα Γάμα"),),
    orcid=Orcid("0000-0002-1825-0097"),
    homepage="https://x.gr/",
)
SERIES = Series(
    title="Συνέδριο",
    description="Κάθε χρόνο.",
    conferences=(BARE, EARLIER, EDITION),
    contact="mailto:a@x.gr",
    authors=(ANNA,),
    redirects=(Redirect(old="2026/old", new="2026/papers/"),),
    pages=(ProsePage(id="about", title="Ποιοι", markdown="Εμείς."),),
)
FILES = tuple(
    PaperFile(edition="2026", paper="p1", kind=kind, name=f"p1-{kind}.pdf") for kind in get_args(FileKind)
)


REDIRECTS = ("2026/old/", "authors/a-vita/", "authors/anna-gama/")
OF_FEW_WORDS = (*REDIRECTS, "2026/rooms/hall/screen/")


@pytest.fixture(scope="module")
def site() -> Site:
    return planned(SERIES, {}, "https://x.gr/", FILES, locale=PSEUDO)


def pages(site: Site, project: Path = PROJECT) -> dict[str, str]:
    """Every page by its route."""
    renderer = Renderer(Templates(project), site, collect(PROJECT, ProblemLog()))
    return {page.route: renderer.page(page).decode() for page in site.pages}


def exports(site: Site, ending: str) -> dict[str, str]:
    """Every file for programs whose route ends so; there is one."""
    files = [file for file in site.files if file.route.endswith(ending) and file.export.name != "share-card"]
    assert files, ending
    return {file.route: file.export.body(site, file.subject).decode() for file in files}


def test_the_site_has_every_kind_of_page(site: Site) -> None:
    assert {page.kind.name for page in site.pages} == {kind.name for kind in KINDS if kind.has_pages}


def test_pages_say_nothing_in_english(site: Site) -> None:
    found = {route: english_in_page(html) for route, html in pages(site).items()}
    assert {route: words for route, words in found.items() if words} == {}


def test_every_page_says_much_in_the_pseudo_language(site: Site) -> None:
    counts = {page: html.count("⟦") for page, html in pages(site).items()}
    few = {page for page, count in counts.items() if count < (2 if page in OF_FEW_WORDS else 20)}
    assert few == set()


@pytest.mark.parametrize(
    "planted", ["<p>Planted</p>", '<p aria-label="Planted">Φ</p>', '<p data-label="Planted">Φ</p>']
)
def test_an_english_word_in_a_template_is_found(site: Site, tmp_path: Path, planted: str) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    extended = '{% extends "built-in/404.html" %}{% block content %}' + planted + "{% endblock %}"
    (own / "404.html").write_text(extended, encoding="utf-8")
    assert english_in_page(pages(site, tmp_path)["404.html"]) == ["Planted"]


def test_what_stands_between_the_words_of_a_template_is_of_its_language() -> None:
    """A comma is another character in Arabic: `words.comma`."""
    found = []
    for file in sorted((PROJECT / "templates").rglob("*.html")):
        bare = re.sub(
            r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>", "·", file.read_text(encoding="utf-8"), flags=re.S
        )
        found += [
            f"{file.name}: {line.strip()}" for line in bare.splitlines() if re.search(r"[,;](\s|·|$)", line)
        ]
    assert found == []


def test_python_that_makes_what_is_read_holds_no_sentence() -> None:
    """But those of problems and of `explain`, English as the command line is, and of what is not shown."""
    found = {
        room: [
            text
            for file in sorted((PROJECT / "site_gen" / room).rglob("*.py"))
            if file.name != "origins.py"
            for text in sentences_of_python(file.read_text(encoding="utf-8"))
        ]
        for room in ("cards", "changes", "exports/citations", "frame", "kinds", "writers")
    }
    assert {room: texts for room, texts in found.items() if texts} == {
        "cards": [
            "the redirect of '",
            "' leads to '",
            "', where no page is",
            *["the link '", "' leads nowhere"] * 2,
        ],
        "changes": [
            "    Approve each by taking its line `draft: yes` away",
            "a list between brackets cannot be added to",
            "    Not published there: ",
            "No change of the programme is left to draft",
        ],
        "writers": [" and others"],  # a word of BibTeX
    }


def test_an_english_word_in_python_is_found() -> None:
    english = planned(SERIES, {}, "https://x.gr/", FILES, locale=ENGLISH)
    assert "Announcements" in english_in_page(pages(english)["2026/"])
    assert marked("in {title}, late") == "⟦ìń {title}, ļàťè⟧"
    assert english_in("⟦ìń Lost, ļàťè⟧ a/b.txt") == ["Lost"]


def test_markdown_says_nothing_in_english(site: Site) -> None:
    texts = exports(site, ".md") | exports(site, ".txt")
    del texts["robots.txt"]
    texts["llms.txt"] = texts["llms.txt"].replace("## Optional", "")  # a word of the format
    found = {route: english_in(re.sub(r"\]\(\S*\)|`[^`]*`", "]", text)) for route, text in texts.items()}
    assert {route: words for route, words in found.items() if words} == {}


def test_calendars_say_nothing_in_english(site: Site) -> None:
    shown = re.compile(
        r"^(?:SUMMARY|DESCRIPTION|CATEGORIES|LOCATION|NAME|X-WR-CALNAME|X-WR-CALDESC)[:;](.*)$", re.M
    )
    found: dict[str, list[str]] = {}
    for route, text in exports(site, ".ics").items():
        lines = shown.findall(text.replace("\r\n ", "").replace("\r\n", "\n").replace("\\n", " "))
        assert lines, route
        found[route] = [word for line in lines for word in english_in(line)]
    assert {route: words for route, words in found.items() if words} == {}


def test_feeds_and_schedules_say_nothing_in_english(site: Site) -> None:
    shown = (
        "title",
        "subtitle",
        "summary",
        "content",
        "description",
        "abstract",
        "ShortName",
        "Description",
        "room",
    )
    found: dict[str, list[str]] = {}
    for route, text in exports(site, ".xml").items():
        if route.endswith(("sitemap.xml", "crossref.xml")):
            continue
        found[route] = [word for line in _texts(text, shown) for word in english_in(line)]
    assert {route: words for route, words in found.items() if words} == {}


def _texts(xml: str, names: tuple[str, ...]) -> Iterator[str]:
    for element in ElementTree.fromstring(xml).iter():
        if element.tag.rpartition("}")[2] in names and element.text:
            yield re.sub(r"<[^>]*>", " ", element.text)


def test_json_says_nothing_in_english(site: Site) -> None:
    found: dict[str, list[str]] = {}
    for route, text in (exports(site, ".json") | exports(site, ".webmanifest")).items():
        if not route.startswith("data/"):
            found[route] = [word for line in sentences(json.loads(text)) for word in english_in(line)]
    assert {route: words for route, words in found.items() if words} == {}


def test_drafts_of_changes_say_nothing_in_english() -> None:
    talks = (Talk("p1", "Α", "09:00", None, "scheduled", None), Talk(None, "Β", None, None, "late", None))
    session = Block("s", "Γ", "2026-06-01", "09:00", None, None, "Ω", "scheduled", None, talks)
    other = replace(session, id="t", title="Ζ", date=None, start=None, talks=())
    papers = {each: Work(each, each.upper().replace("P", "Π"), "published", None) for each in ("p1", "p2")}
    before = Programme({"s": session, "t": other}, papers)
    sessions = (
        {
            "s": replace(
                session, title=None, room=None, status="moved", talks=(replace(talks[0], start="10:00"),)
            )
        },
        {
            "s": replace(
                session, date=None, start=None, talks=(*talks, Talk(None, "Δ", None, None, "late", None))
            )
        },
        {"s": replace(session, talks=()), "t": replace(other, talks=talks[:1])},
        *({"s": replace(session, status=each), "t": other} for each in ("cancelled", "moved", "late")),
        {"s": replace(session, talks=(replace(talks[0], room="Ψ"), replace(talks[1], status="scheduled")))},
    )
    works: tuple[dict[str, Work], ...] = (
        {},
        {"p1": papers["p1"]},
        {**papers, "p2": replace(papers["p2"], title=None, status="withdrawn")},
    )
    edited = [
        *(replace(before, sessions=each) for each in sessions),
        *(replace(before, papers=each) for each in works),
    ]
    pairs = [pair for each in edited for pair in ((before, each), (each, before))]
    texts = [draft.text for pair in pairs for draft in compare(*pair, PSEUDO)]
    assert [word for text in texts for word in english_in(text)] == []
    sentences = {each.name: getattr(PSEUDO.words.drafts, each.name) for each in fields(DraftWords)}
    parts = {name: re.sub(r"\\{\w+\\}", ".*", re.escape(sentence)) for name, sentence in sentences.items()}
    assert [name for name, part in parts.items() if not any(re.search(part, text) for text in texts)] == []


def test_notes_in_bibliographies_say_nothing_in_english(site: Site) -> None:
    notes = [
        line
        for ending, note in (
            (".bib", r"note\s*= .*"),
            (".ris", r"N1  - .*"),
            (".cff", r"(?:message|title): .*"),
        )
        for text in exports(site, ending).values()
        for line in re.findall(note, text)
    ]
    assert len(notes) > 3
    assert [word for line in notes for word in english_in(re.sub(r"^\w+\s*(?:=|-|:)", "", line))] == []


def _read(tab: Page) -> list[str]:
    """The words in English letters that are on the page now, seen or read out."""
    texts = tab.evaluate("""() => {
        const read = [document.body.innerText];
        for (const name of ["aria-label", "title", "placeholder"])
            for (const each of document.querySelectorAll(`[${name}]`)) read.push(each.getAttribute(name));
        return read.join("\\n");
    }""")
    return english_in(texts)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pseudo")
    write_site(SERIES, folder, PSEUDO)
    with served(folder) as found:
        yield found


def test_scripts_say_nothing_in_english(browser: Browser, address: str) -> None:
    with window(browser, timezone_id="Asia/Tokyo") as (_, tab):
        tab.goto(f"{address}2026/schedule/2026-06-01/")
        for button in tab.locator("button.star").all()[:3]:
            button.click()
        tab.get_by_text("Tokyo").wait_for(state="attached")
        assert set(_read(tab)) == {"Tokyo"}  # where this reader is
        tab.goto(f"{address}2026/schedule/2026-06-01/?mine=1")
        tab.wait_for_selector(".filter-result:not([hidden])")
        tab.get_by_text("Tokyo").wait_for(state="attached")
        assert set(_read(tab)) == {"Tokyo"}
        tab.goto(f"{address}2026/papers/?words=μνήμη")
        tab.locator(".paper-tools .count:not(:empty)").wait_for()
        assert _read(tab) == []
        for query in ("μνήμη", "Αννα", "ξξξξ", "αιθουσα"):
            tab.goto(f"{address}search/?q={query}")
            tab.locator(".search-count:not(:empty)").wait_for()
            assert _read(tab) == []


def test_the_own_programme_says_nothing_in_english(browser: Browser, address: str) -> None:
    at = {"s-oral": ["2026-06-01T08:00+03:00", "", "Άλλη", "late"], "gone": ["2026-06-02", "", "", ""]}
    seen = {"title": "Τίτλος", "state": "late", "who": "", "at": at}
    stars: dict[str, object] = dict.fromkeys(["2026/sessions/s-oral/", "2026/papers/gone/"], seen)
    stars |= dict.fromkeys(["2026/sessions/s-panel/", "2026/papers/p1/"])
    with window(browser) as (_, tab):
        tab.goto(address)
        tab.evaluate("(value) => localStorage.setItem('plenary:/:stars', value)", json.dumps(stars))
        tab.goto(f"{address}my/")
        tab.wait_for_selector("#my:not([hidden])", state="attached")
        assert tab.locator("#days li").count() > 2
        assert tab.inner_text("main").count("⟦") > 30
        assert _read(tab) == []
        tab.locator("#share-open").click()
        expect(tab.locator("#link")).not_to_have_value("")
        link = tab.locator("#link").input_value()
        tab.locator("#clear").click()
        assert _read(tab) == []
        tab.goto("about:blank")
        tab.goto(link)
        tab.wait_for_selector("#shared:not([hidden])")
        assert _read(tab) == []
        tab.locator("#add").click()
        assert _read(tab) == []
