"""What visitors see on the pages of a small site."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from typing import get_args
from urllib.parse import urljoin

import html5lib  # type: ignore[import-untyped]  # the package has no types
from selectolax.lexbor import LexborHTMLParser

from site_gen.cards.broken_links import note_broken_links
from site_gen.conference import (
    Author,
    Authorship,
    Award,
    Conference,
    FormerName,
    Link,
    LinkRel,
    Paper,
    Participant,
    ProsePage,
    Redirect,
    Role,
    Room,
    Series,
    Session,
    SessionKind,
    Slot,
    Status,
    Track,
)
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.locale import ENGLISH
from site_gen.problems import Place, ProblemLog
from site_gen.site.subjects import BookletOf
from tests.rendering import by, links, locate, planned, rendered, shown

SCRIPT = "<script>alert(1)</script>"
MONDAY = date(2022, 8, 29)

PATHWAYS = Paper(
    id="pathways",
    title="Pathways: Asynchronous Distributed Dataflow for ML",
    authors=by("Paul Barham", "Jeff Dean"),
    abstract="We achieve $O(n^2)$ and save 14\\%.\n\nIt is *fast*.",
    links=(Link(rel="pdf", url="https://example.org/p.pdf"), Link(rel="code", url="https://example.org/c")),
    pages=PageRange.read("430–449"),
    doi=Doi.read("10.1000/x(1)"),
)
UNTITLED = Paper(
    id="ivanov-dryden-ben-nun",
    authors=(*by("Andrei Ivanov", "Nikoli Dryden", "Jeff Dean", "Torsten Hoefler", "Shigang Li"),),
    abstract="We find that data movement is the key…",
)
GAPS = Paper(
    id="gaps",
    title="Gaps",
    authors=(Authorship(name="Divye Gala"), Authorship(missing="one"), Authorship(missing="others")),
)
ORAL = Session(
    id="outstanding",
    title="Outstanding Papers",
    kind="oral",
    date=MONDAY,
    start=time(8, 45),
    room="Hall A",
    track="sys",
    people=(Participant(name="Jeff Dean", role="chair"), Participant(name="A Stranger")),
    slots=(Slot(paper="pathways"), Slot(), Slot(paper="gaps", start=time(9, 15), board="B7")),
)
PANEL = Session(
    id="panel",
    title="The Future",
    kind="panel",
    date=MONDAY,
    start=time(8, 45),
    status="cancelled",
    note="The speakers could not travel.",
)
TALK = Session(id="talk", title="A Virtuous Cycle", kind="invited-talk", date=MONDAY, part_of="panel")
LATE = Session(id="late", kind="social")
MLSYS_2022 = Conference(
    id="2022",
    title="MLSys 2022",
    year=2022,
    first_day=MONDAY,
    last_day=date(2022, 9, 1),
    time_zone="America/Los_Angeles",
    location="Santa Clara",
    papers=(GAPS, UNTITLED, PATHWAYS),
    sessions=(PANEL, ORAL, TALK, LATE),
    awards=(Award(id="best", name="Best Paper", papers=("pathways",)),),
    rooms=(Room(id="hall-a", name="Hall A", note="Ground floor."),),
    tracks=(Track(id="sys", name="Systems"),),
    pages=(
        ProsePage(id="venue", title="Venue", markdown="See [papers](papers/), [about](../about.md).", line=4),
    ),
)
MLSYS_2021 = Conference(
    id="2021", title="MLSys 2021", year=2021, papers=(Paper(id="old", title="Old", authors=by("Jeff Dean")),)
)
SERIES = Series(
    title="MLSys",
    conferences=(MLSYS_2021, MLSYS_2022),
    authors=(
        Author(
            id="zehao-liu",
            name="Zehao Liu",
            aliases=("泽浩 刘",),
            former_names=(FormerName(name="Old Liu", hidden=True),),
        ),
    ),
    redirects=(Redirect(old="2022/papers/old-address", new="2022/papers/pathways/"),),
    pages=(ProsePage(id="about", title="About", markdown="We *are* MLSys."),),
)
PAGES = rendered(SERIES)


def test_every_kind_role_link_and_status_has_its_word() -> None:
    assert set(ENGLISH.words.session_kinds) == set(get_args(SessionKind))
    assert set(ENGLISH.words.roles) == set(get_args(Role))
    assert set(ENGLISH.words.link_kinds) == set(get_args(LinkRel))
    assert set(ENGLISH.words.statuses) == set(get_args(Status))


def test_the_site_has_these_addresses() -> None:
    assert sorted(route for route in PAGES if not route.startswith("authors/")) == [
        "",
        "2021/",
        "2021/booklet/",
        "2021/papers/",
        "2021/papers/old/",
        "2022/",
        "2022/awards/",
        "2022/booklet/",
        "2022/figures/",
        "2022/labels/",
        "2022/papers/",
        "2022/papers/gaps/",
        "2022/papers/ivanov-dryden-ben-nun/",
        "2022/papers/old-address/",
        "2022/papers/pathways/",
        "2022/rooms/hall-a/",
        "2022/schedule/",
        "2022/schedule/2022-08-29/",
        "2022/sessions/late/",
        "2022/sessions/outstanding/",
        "2022/sessions/panel/",
        "2022/sessions/talk/",
        "2022/tracks/sys/",
        "2022/venue/",
        "404.html",
        "about/",
        "awards/",
        "data/",
        "figures/",
        "my/",
        "offline/",
        "search/",
    ]


def test_every_link_inside_the_site_leads_to_a_page_or_file() -> None:
    site, base = planned(SERIES), "https://example.org/sub/"
    routes = set(site.published)
    broken = [
        (route, target)
        for route, html in PAGES.items()
        if route != "404.html"
        for target in links(html).values()
        if not target.startswith(("https:", "#"))
        and urljoin(base + route, target).partition("#")[0].removeprefix(base) not in routes
    ]
    assert broken == []


def test_every_page_is_well_formed_with_one_h1_a_title_and_no_inline_script_or_style() -> None:
    parser = html5lib.HTMLParser(strict=True)
    for html in PAGES.values():
        parser.parse(html)
        assert len(shown(html, "h1")) == 1
        assert len(shown(html, "title")) == 1
        assert foreign_scripts(html) == []
        assert LexborHTMLParser(html).css("style, [style], [onclick]") == []


def test_headings_never_skip_a_level() -> None:
    for html in PAGES.values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def foreign_scripts(html: str) -> list[str | None]:
    """The scripts of a page that would run, beside the one of ours that is on every page."""
    found = LexborHTMLParser(html).css("script:not([type='application/ld+json'], [type='application/json'])")
    return [each.html for each in found if each.text() or "/js/site." not in (each.attributes["src"] or "")]


def test_scripts_in_any_text_are_text() -> None:
    paper = Paper(
        id="evil", title=SCRIPT, authors=by(SCRIPT), abstract=SCRIPT, note=SCRIPT, erratum=SCRIPT,
        pages=PageRange(SCRIPT), doi=Doi(SCRIPT), keywords=(SCRIPT,),
        links=(Link(rel="pdf", url="javascript:alert(1)", title=SCRIPT),),
    )  # fmt: skip
    session = Session(
        id="evil", title=SCRIPT, room=SCRIPT, note=SCRIPT, description=SCRIPT, track="t",
        people=(Participant(name=SCRIPT, affiliation=SCRIPT),),
        slots=(Slot(title=SCRIPT, board=SCRIPT, note=SCRIPT, room=SCRIPT), Slot(paper="evil")),
    )  # fmt: skip
    conference = Conference(
        id="2022", title=SCRIPT, venue=SCRIPT, description=SCRIPT, papers=(paper,), sessions=(session,),
        awards=(Award(id="a", name=SCRIPT, papers=("evil",)),), tracks=(Track(id="t", name=SCRIPT),),
        pages=(ProsePage(id="p", title=SCRIPT, markdown=SCRIPT),),
    )  # fmt: skip
    series = Series(title=SCRIPT, description=SCRIPT, conferences=(conference,))
    for html in rendered(series).values():
        assert foreign_scripts(html) == []
        assert LexborHTMLParser(html).css("[href^='javascript:']") == []
        assert SCRIPT not in html


def test_home_lists_the_editions_newest_first() -> None:
    assert shown(PAGES[""], ".edition-card") == [
        "MLSys 2022 29 August – 1 September 2022 Santa Clara 3 papers 4 sessions 1 award",
        "MLSys 2021 1 paper",
    ]


def test_an_edition_without_sessions_has_no_schedule_in_its_menu() -> None:
    assert shown(PAGES["2022/"], ".edition-menu a") == [
        "This edition",
        "Schedule",
        "Papers",
        "Awards",
        "Figures",
        "Venue",
    ]
    assert shown(PAGES["2021/"], ".edition-menu a") == ["This edition", "Papers"]


def test_the_menu_marks_the_page_and_the_section_it_lies_in() -> None:
    assert shown(PAGES["2022/papers/"], ".edition-menu [aria-current=page]") == ["Papers"]
    assert shown(PAGES["2022/papers/gaps/"], ".edition-menu [aria-current=true]") == ["Papers"]


def test_breadcrumbs_lead_from_the_series_to_the_page() -> None:
    assert shown(PAGES["2022/papers/gaps/"], ".breadcrumb li") == ["MLSys", "MLSys 2022", "Papers", "Gaps"]
    assert shown(PAGES["2022/"], ".breadcrumb li") == ["MLSys", "MLSys 2022"]
    assert shown(PAGES[""], ".breadcrumb li") == []


def test_papers_are_listed_by_title_those_without_one_last() -> None:
    assert shown(PAGES["2022/papers/"], ".paper-title") == [
        "Gaps",
        "Pathways: Asynchronous Distributed Dataflow for ML",
        "Untitled paper by Andrei Ivanov, Nikoli Dryden and 3 others",
    ]


def test_a_paper_shows_its_place_in_the_programme() -> None:
    assert shown(PAGES["2022/papers/pathways/"], ".place") == [
        "Outstanding Papers Oral session 1st of 3 Monday, 29 August 2022, 08:45 Hall A"
    ]
    assert shown(PAGES["2022/papers/gaps/"], ".place") == [
        "Outstanding Papers Oral session 3rd of 3 Monday, 29 August 2022, 09:15 Hall A Board B7"
    ]


def test_a_paper_shows_mathematics_as_mathml_and_paragraphs() -> None:
    html = PAGES["2022/papers/pathways/"]
    assert len(LexborHTMLParser(html).css(".abstract math")) == 1
    assert shown(html, ".abstract p")[1] == "It is fast."


def test_a_paper_links_to_what_belongs_to_it() -> None:
    assert links(PAGES["2022/papers/pathways/"], "main a") == {
        "Best Paper": "../../../2022/awards/#best",
        "Paul Barham": "../../../authors/paul-barham/",
        "Jeff Dean": "../../../authors/jeff-dean/",
        "PDF": "https://example.org/p.pdf",
        "Code": "https://example.org/c",
        "Outstanding Papers": "../../../2022/sessions/outstanding/",
        "Hall A": "../../../2022/rooms/hall-a/",
        "10.1000/x(1)": "https://doi.org/10.1000/x%281%29",
        "BibTeX": "../../../2022/papers/pathways/pathways.bib",
        "Previous Gaps": "../../../2022/papers/gaps/",
        "Next Untitled paper by Andrei Ivanov, Nikoli Dryden and 3 others": (
            "../../../2022/papers/ivanov-dryden-ben-nun/"
        ),
    }


def test_missing_names_are_shown_as_missing() -> None:
    assert shown(PAGES["2022/papers/gaps/"], ".full-byline li") == [
        "Divye Gala",
        "one name is missing in the sources",
        "and others",
    ]


def test_a_missing_title_and_a_cut_or_missing_abstract_are_said_in_words() -> None:
    html = PAGES["2022/papers/ivanov-dryden-ben-nun/"]
    assert shown(html, "h1 .stand-in") == ["Untitled paper by Andrei Ivanov, Nikoli Dryden and 3 others"]
    assert shown(html, ".statement") == [
        "The title of this paper is not known; the line above stands in for it.",
        "The abstract ends here because the sources give only its beginning.",
    ]
    assert shown(PAGES["2022/papers/gaps/"], ".statement") == ["No abstract is known for this paper."]


def test_a_paper_says_how_to_cite_it() -> None:
    assert shown(PAGES["2022/papers/pathways/"], ".citation-text") == [
        "Paul Barham and Jeff Dean. Pathways: Asynchronous Distributed Dataflow for ML. "
        "In MLSys 2022, pages 430–449, 2022. https://doi.org/10.1000/x%281%29"
    ]
    assert LexborHTMLParser(PAGES["2022/papers/pathways/"]).css(".bibtex")[0].text() == (
        "@inproceedings{barham2022pathways,\n"
        "  title     = {{Pathways: Asynchronous Distributed Dataflow for ML}},\n"
        "  author    = {Barham, Paul and Dean, Jeff},\n"
        "  booktitle = {MLSys 2022},\n"
        "  pages     = {430--449},\n"
        "  year      = {2022},\n"
        "  doi       = {10.1000/x(1)}\n"
        "}"
    )


def test_bibtex_keys_take_further_words_until_they_differ_whatever_the_order() -> None:
    papers = tuple(
        Paper(id=each, title=each, authors=by("Ada Lovelace"))
        for each in ("on-engines-now", "engines-then", "x")
    )
    for listed in (papers, papers[::-1]):
        pages = rendered(
            Series(title="S", conferences=(Conference(id="e", title="E", year=1843, papers=listed),))
        )
        keys = [shown(pages[f"e/papers/{paper.id}/"], ".bibtex")[0].split(",")[0] for paper in papers]
        assert keys == [
            "@inproceedings{lovelace1843enginesnow",
            "@inproceedings{lovelace1843enginesthen",
            "@inproceedings{lovelace1843x",
        ]


def test_a_session_shows_its_slots_in_order_the_empty_one_as_empty() -> None:
    html = PAGES["2022/sessions/outstanding/"]
    assert shown(html, ".slot-title") == [
        "Pathways: Asynchronous Distributed Dataflow for ML",
        "Empty slot: no source says what it holds",
        "09:15 Gaps",
    ]
    assert shown(html, ".slot[data-empty]") == ["Empty slot: no source says what it holds"]
    assert shown(html, ".page-header .people li") == ["Chair Jeff Dean", "Speaker A Stranger"]
    assert links(html)["A Stranger"] == "../../../authors/a-stranger/"
    assert shown(html, "section .session-title") == ["The Future"]


def test_a_cancelled_session_stays_and_says_so() -> None:
    html = PAGES["2022/sessions/panel/"]
    assert shown(html, ".page-header") == ["Panel Cancelled The Future Note: The speakers could not travel."]
    assert shown(html, "#parts ~ ol .session-title") == ["A Virtuous Cycle"]
    assert shown(PAGES["2022/sessions/talk/"], ".facts dt, .facts a") == [
        "Time", "Monday, 29 August 2022", "Part of", "The Future"
    ]  # fmt: skip


def test_a_day_lists_its_sessions_by_time_and_names_the_zone() -> None:
    html = PAGES["2022/schedule/2022-08-29/"]
    assert shown(html, "h1") == ["Monday, 29 August 2022"]
    assert shown(html, ".zone") == ["All times are local to Los Angeles (PDT, UTC−07:00)."]
    assert shown(html, ".session-time") == ["08:45 Hall A", "08:45", "Time not given"]
    assert 'datetime="2022-08-29T08:45-07:00"' in html


def test_without_a_time_zone_times_are_floating() -> None:
    floating = replace(SERIES, conferences=(replace(MLSYS_2022, time_zone=None),))
    html = rendered(floating)["2022/schedule/2022-08-29/"]
    assert shown(html, ".zone") == ["Times are local to the conference; its time zone is not given."]
    assert 'datetime="2022-08-29T08:45"' in html


def test_sessions_without_a_day_stand_last_in_the_schedule() -> None:
    assert shown(PAGES["2022/schedule/"], "h2") == ["Monday, 29 August 2022", "Day not given"]
    assert shown(PAGES["2022/schedule/"], ".day:last-of-type .session-title") == ["Untitled social event"]


def test_awards_of_an_edition_and_of_all() -> None:
    assert shown(PAGES["2022/awards/"], "h2") == ["Best Paper"]
    assert shown(PAGES["awards/"], "h2, h3") == ["MLSys 2022", "Best Paper"]


def test_a_room_and_a_track_list_their_sessions() -> None:
    assert shown(PAGES["2022/rooms/hall-a/"], ".lead, .session-title") == [
        "Ground floor.",
        "Outstanding Papers",
    ]
    assert shown(PAGES["2022/tracks/sys/"], ".session-title") == ["Outstanding Papers"]


def test_authors_stand_under_the_letter_of_their_family_name() -> None:
    html = PAGES["authors/"]
    assert shown(html, ".letter h2") == ["B", "D", "G", "H", "I", "L", "S"]
    assert shown(html, "#letter-l ~ ul li") == ["Shigang Li 1 paper", "Zehao Liu"]
    assert shown(html, "#letter-l ~ ul b") == ["Li", "Liu"]


def test_an_author_has_one_page_over_the_editions() -> None:
    html = PAGES["authors/jeff-dean/"]
    assert shown(html, "h1, h2, h3") == [
        "Jeff Dean", "In the programme", "Papers 3 papers", "MLSys 2022", "MLSys 2021", "Co-authors"
    ]  # fmt: skip
    assert shown(html, ".part") == [
        "Monday, 29 August 2022, 08:45 Hall A Outstanding Papers Chair Oral session MLSys 2022",
        "Monday, 29 August 2022, 08:45 Hall A Pathways: Asynchronous Distributed Dataflow for ML "
        "Oral session Outstanding Papers MLSys 2022",
    ]
    assert shown(html, ".co-author-list li")[:2] == ["Andrei Ivanov 1 paper", "Nikoli Dryden 1 paper"]


def test_aliases_are_shown_and_their_addresses_lead_on_but_hidden_names_are_nowhere() -> None:
    assert shown(PAGES["authors/zehao-liu/"], ".aliases") == ["Also printed as 泽浩 刘"]
    assert not any("Old Liu" in html or "old-liu" in route for route, html in PAGES.items())


def test_the_address_of_an_alias_and_an_old_address_lead_to_the_page() -> None:
    series = replace(
        SERIES, authors=(Author(id="colby-banbury", name="Colby Banbury", aliases=("C. Banbury",)),)
    )
    html = rendered(series, base_url="https://mlsys.org")["authors/c-banbury/"]
    assert '<meta http-equiv="refresh" content="0; url=../../authors/colby-banbury/">' in html
    assert '<link rel="canonical" href="https://mlsys.org/authors/colby-banbury/">' in html
    assert links(PAGES["2022/papers/old-address/"]) == {
        "Go to its new address": "../../../2022/papers/pathways/"
    }


def test_prose_pages_link_to_routes_and_to_markdown_files() -> None:
    assert links(PAGES["2022/venue/"], ".prose a") == {
        "papers": "../../2022/papers/",
        "about": "../../about/",
    }


def test_a_broken_link_of_a_prose_page_is_told_with_its_line() -> None:
    page = ProsePage(
        id="call", title="Call", markdown="Hello.\n\nSee [it](nowhere/) and ![x](map.png).", line=5
    )
    problems = ProblemLog()
    site = planned(Series(title="S", pages=(page,)), static={"map.png": "assets/map.12345678.png"})
    note_broken_links(site, locate, problems)
    assert [(problem.what, problem.place) for problem in problems.all] == [
        ("the link 'nowhere/' leads nowhere", Place("content/pages/call", 7))
    ]


def test_a_redirect_to_no_page_is_told() -> None:
    targets = ("authors/", "/authors", "map.png", "gone/", "author")
    moved = tuple(Redirect(old=f"old/{number}", new=new) for number, new in enumerate(targets))
    problems = ProblemLog()
    site = planned(Series(title="S", redirects=moved), static={"map.png": "assets/map.12345678.png"})
    note_broken_links(site, locate, problems)
    assert [problem.what for problem in problems.all] == [
        "the redirect of 'old/2' leads to 'map.png', where no page is",
        "the redirect of 'old/3' leads to 'gone/', where no page is",
        "the redirect of 'old/4' leads to 'author', where no page is",
    ]


def test_the_404_page_links_from_the_root_because_it_is_served_at_any_depth() -> None:
    html = rendered(SERIES, base_url="https://example.org/sub/")["404.html"]
    assert links(html, ".way-list a") == {
        "MLSys": "/sub/",
        "MLSys 2022": "/sub/2022/",
        "MLSys 2021": "/sub/2021/",
    }


def test_canonical_addresses_need_a_base_url() -> None:
    assert 'rel="canonical"' not in PAGES["2022/"]
    html = rendered(SERIES, base_url="https://example.org/sub/")["2022/"]
    assert '<link rel="canonical" href="https://example.org/sub/2022/">' in html


def test_a_site_without_anything_is_valid_and_says_so() -> None:
    assert shown(rendered(Series(title="S"))[""], ".empty") == ["There is no edition yet."]
    empty = rendered(Series(title="S", conferences=(Conference(id="2022", title="S 2022"),)))
    assert shown(empty["2022/"], ".empty") == ["There are no papers yet."]
    assert shown(empty["2022/papers/"], ".empty") == ["There are no papers yet."]
    assert shown(empty["authors/"], ".empty") == ["There are no authors yet."]


def test_the_description_of_a_page_is_plain_and_short() -> None:
    long = replace(PATHWAYS, abstract="We *save* 14\\% " + "of time " * 100)
    series = Series(title="S", conferences=(Conference(id="e", title="E", papers=(long,)),))
    found = LexborHTMLParser(rendered(series)["e/papers/pathways/"]).css("meta[name=description]")[0]
    description = found.attributes["content"] or ""
    assert description.startswith("We save 14% of time of time")
    assert description.endswith("…")
    assert len(description) <= 201


def test_the_booklet_has_every_paper_once_in_the_order_of_the_programme() -> None:
    assert shown(PAGES["2022/booklet/"], "h2, h3") == [
        "Outstanding Papers",
        "Pathways: Asynchronous Distributed Dataflow for ML",
        "Gaps",
        "Other papers",
        "Untitled paper by Andrei Ivanov, Nikoli Dryden and 3 others",
    ]
    assert links(PAGES["2022/papers/"], ".page-actions > li > a")["Booklet of abstracts"] == (
        "../../2022/booklet/"
    )


def test_without_sessions_the_booklet_lists_the_papers() -> None:
    assert shown(PAGES["2021/booklet/"], "h2") == ["Papers"]


def test_an_edition_of_more_papers_than_anybody_prints_has_no_booklet() -> None:
    papers = tuple(Paper(id=f"p{number}", title=f"P {number}") for number in range(1001))
    series = Series(title="S", conferences=(Conference(id="e", title="E", papers=papers),))
    assert BookletOf("e") not in planned(series).routes


def test_what_is_in_another_language_says_so() -> None:
    paper = Paper(id="p", title="Réseaux", abstract="Nous proposons.", language="fr", authors=by("Ada"))
    slots = (Slot(paper="p"),)
    session = Session(id="s", title="Vorträge", description="Am Abend.", language="de", slots=slots)
    conference = Conference(id="e", title="E", papers=(paper,), sessions=(session,))
    pages = rendered(Series(title="S", conferences=(conference,)))
    assert shown(pages["e/papers/p/"], "[lang=fr]") == ["Réseaux", "Nous proposons."]
    assert shown(pages["e/sessions/s/"], "[lang=de]") == ["Vorträge", "Am Abend."]
    assert shown(pages["e/sessions/s/"], "[lang=fr]") == ["Réseaux"]
    assert shown(pages["e/papers/"], "[lang=fr]") == ["Réseaux", "Nous proposons."]
    assert shown(pages["e/booklet/"], "[lang]:not(html)") == ["Vorträge", "Réseaux", "Nous proposons."]


def test_pages_of_one_title_are_all_among_the_ways_of_the_search() -> None:
    pages = (
        ProsePage(id="about", title="About"),
        ProsePage(id="old", title="About"),
        ProsePage(id="who", title="Authors"),
    )
    site = rendered(Series(title="S", pages=pages))
    assert shown(site["search/"], ".browse-list a") == ["About", "About", "Authors"]


def test_a_site_without_editions_leads_to_its_pages() -> None:
    pages = (
        ProsePage(id="about", title="About", order=1, markdown="# Us\n\nWe [grow](travel.md) *trees*.\n"),
        ProsePage(id="travel", title="Travel", markdown="By train."),
        ProsePage(id="hotels", title="Hotels", part_of="travel", markdown="Three of them."),
    )
    site = rendered(Series(title="S", pages=pages))
    assert shown(site[""], "main h1, main h2, main h3, main p") == [
        "S",
        "Information",
        "About",
        "We grow trees.",
        "Travel",
        "By train.",
    ]
    assert shown(site["hotels/"], ".site-menu a") == ["About", "Travel"]
    assert shown(site["hotels/"], ".site-menu [aria-current=true]") == ["Travel"]
    assert shown(site["hotels/"], ".breadcrumb li") == ["S", "Travel", "Hotels"]
    assert shown(site["travel/"], ".page-list li") == ["Hotels Three of them."]
