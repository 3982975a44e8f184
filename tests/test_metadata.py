"""What the head of a page tells programs: citations, shared links, linked data, other formats."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import (
    Author,
    Authorship,
    Award,
    Conference,
    FormerName,
    Link,
    Paper,
    Participant,
    Series,
    Session,
    Slot,
    Sponsor,
)
from site_gen.conference.identifiers import Doi, Issn, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.frame.share_cards import SharePicture, share_picture
from site_gen.site.subjects import EditionOf
from tests.rendering import by, links, planned, rendered, shown

BASE = "https://mlsys.org/x/"
PATHWAYS = Paper(
    id="pathways",
    title="*Pathways*: 100\\% </script><!--",
    authors=(
        Authorship(name="Paul Barham", affiliations=("Google",)),
        Authorship(missing="one"),
        Authorship(name="Old Liu"),
        Authorship(missing="others"),
    ),
    abstract="We $x^2$.\n\nIt is fast.",
    pages=PageRange.read("181–193"),
    doi=Doi.read("10.1000/x(1)"),
    keywords=("systems", "dataflow"),
    links=(Link(rel="pdf", url="https://arxiv.org/p.pdf"), Link(rel="paper", url="https://acm.org/p")),
)
UNTITLED = Paper(id="barham", authors=by("Paul Barham"))
ORAL = Session(
    id="oral",
    title="Outstanding Papers",
    kind="oral",
    date=date(2022, 8, 30),
    start=time(8, 45),
    end=time(10, 15),
    room="Hall A",
    people=(Participant(name="Jeff Dean", role="chair"), Participant(name="A Stranger", affiliation="ETH")),
    slots=(Slot(paper="pathways"), Slot(), Slot(title="Talk")),
    description="On *systems*.",
)
PART = Session(id="part", title="Keynote", date=date(2022, 8, 30), part_of="oral", status="cancelled")
MLSYS_2022 = Conference(
    id="2022",
    title="MLSys 2022",
    year=2022,
    first_day=date(2022, 8, 29),
    last_day=date(2022, 9, 1),
    time_zone="America/Los_Angeles",
    venue="Convention Center",
    location="Santa Clara",
    proceedings="Proceedings of MLSys",
    volume="4",
    publisher="mlsys.org",
    issn=Issn.read("2832-5419"),
    website="https://mlsys.org/2022",
    description="The *fifth*.",
    papers=(PATHWAYS, UNTITLED),
    sessions=(ORAL, PART),
    awards=(Award(id="best", name="Best Paper", papers=("pathways",)),),
)
SERIES = Series(
    title="MLSys",
    description="On systems.",
    cards=True,
    conferences=(MLSYS_2022,),
    authors=(
        Author(
            id="zehao-liu",
            name="Zehao Liu",
            aliases=("Z. Liu",),
            former_names=(FormerName(name="Old Liu", hidden=True),),
            orcid=Orcid.read("0000-0001-2345-6789"),
            homepage="https://liu.example/",
        ),
    ),
)
PAGES = rendered(SERIES)
AT_BASE = rendered(SERIES, base_url=BASE)


def metas(html: str, prefix: str) -> list[tuple[str, str]]:
    """The name and content of the meta elements whose name begins like this, in order."""
    found = [node.attributes for node in LexborHTMLParser(html).css("meta[name], meta[property]")]
    named = [(each.get("name") or each.get("property") or "", each.get("content") or "") for each in found]
    return [pair for pair in named if pair[0].startswith(prefix)]


def alternates(html: str) -> dict[str, str]:
    """The address of each other format of a page, by its title."""
    found = LexborHTMLParser(html).css("link[rel=alternate]")
    return {node.attributes["title"] or "": node.attributes["href"] or "" for node in found}


def graph(html: str) -> list[Any]:
    """The nodes of a page's linked data."""
    (script,) = LexborHTMLParser(html).css("script[type='application/ld+json']")
    whole = json.loads(script.text())
    assert whole["@context"] == "https://schema.org"
    nodes: list[Any] = whole["@graph"]
    return nodes


def test_a_paper_tells_google_scholar_what_is_known_and_nothing_else() -> None:
    assert metas(AT_BASE["2022/papers/pathways/"], "citation_") == [
        ("citation_author", "Paul Barham"),
        ("citation_author", "Zehao Liu"),
        ("citation_title", "Pathways: 100% </script><!--"),
        ("citation_publication_date", "2022/08/30"),
        ("citation_conference_title", "MLSys 2022"),
        ("citation_volume", "4"),
        ("citation_firstpage", "181"),
        ("citation_lastpage", "193"),
        ("citation_doi", "10.1000/x(1)"),
        ("citation_publisher", "mlsys.org"),
        ("citation_issn", "2832-5419"),
        ("citation_abstract_html_url", "https://mlsys.org/x/2022/papers/pathways/"),
        ("citation_pdf_url", "https://arxiv.org/p.pdf"),
        ("citation_keywords", "systems"),
        ("citation_keywords", "dataflow"),
    ]
    assert metas(PAGES["2022/papers/barham/"], "citation_") == [
        ("citation_author", "Paul Barham"),
        ("citation_publication_date", "2022/08/29"),
        ("citation_conference_title", "MLSys 2022"),
        ("citation_volume", "4"),
        ("citation_publisher", "mlsys.org"),
        ("citation_issn", "2832-5419"),
    ]


def test_without_any_day_a_paper_is_of_its_year_and_without_a_year_of_no_date() -> None:
    for year, expected in ((2022, [("citation_publication_date", "2022")]), (None, [])):
        conference = Conference(id="e", title="E", year=year, papers=(UNTITLED,))
        html = rendered(Series(title="S", conferences=(conference,)))["e/papers/barham/"]
        assert metas(html, "citation_publication_date") == expected


def test_pages_tell_those_who_share_them_what_they_are() -> None:
    assert metas(AT_BASE["2022/papers/pathways/"], "og:") == [
        ("og:site_name", "MLSys"),
        ("og:type", "article"),
        ("og:title", "Pathways: 100% </script><!--"),
        ("og:description", "We x². It is fast."),
        ("og:url", "https://mlsys.org/x/2022/papers/pathways/"),
        ("og:image", "https://mlsys.org/x/2022/papers/pathways/card.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Pathways: 100% </script><!--. Paul Barham and Zehao Liu. MLSys 2022"),
    ]
    assert metas(PAGES["authors/zehao-liu/"], "og:") == [
        ("og:site_name", "MLSys"),
        ("og:type", "profile"),
        ("og:title", "Zehao Liu"),
        ("og:description", "1 paper of Zehao Liu."),
    ]
    assert metas(PAGES[""], "twitter:") == [("twitter:card", "summary_large_image")]


def test_the_picture_of_a_site_needs_its_address() -> None:
    static = {"card.png": "assets/card.12345678.png"}
    assert planned(SERIES, static).absolute(static["card.png"]) is None
    assert metas(rendered(SERIES, static=static)[""], "og:image") == []
    without_cards = replace(planned(SERIES, static, BASE), file_routes={})
    assert share_picture(without_cards, EditionOf("2022")) == SharePicture(
        "https://mlsys.org/x/assets/card.12345678.png", "MLSys", is_drawn=False
    )


def test_a_paper_is_an_article_in_linked_data() -> None:
    article, trail = graph(AT_BASE["2022/papers/pathways/"])
    here = "https://mlsys.org/x/2022/papers/pathways/"
    barham, liu = (f"https://mlsys.org/x/authors/{each}/" for each in ("paul-barham", "zehao-liu"))
    assert article == {
        "@type": "ScholarlyArticle",
        "@id": here,
        "url": here,
        "name": "Pathways: 100% </script><!--",
        "author": [
            {"@type": "Person", "@id": barham, "url": barham, "name": "Paul Barham",
             "affiliation": {"@type": "Organization", "name": "Google"}},
            {"@type": "Person", "@id": liu, "url": liu, "name": "Zehao Liu"},
        ],
        "abstract": "We x². It is fast.",
        "isPartOf": {
            "@type": "PublicationVolume", "name": "Proceedings of MLSys", "volumeNumber": "4",
            "publisher": {"@type": "Organization", "name": "mlsys.org"},
        },
        "datePublished": "2022-08-30",
        "pagination": "181–193",
        "keywords": ["systems", "dataflow"],
        "award": ["Best Paper"],
        "encoding": {"@type": "MediaObject", "contentUrl": "https://arxiv.org/p.pdf",
                     "encodingFormat": "application/pdf"},
        "sameAs": ["https://doi.org/10.1000/x%281%29", "https://acm.org/p"],
    }  # fmt: skip
    assert trail == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "MLSys", "item": "https://mlsys.org/x/"},
            {"@type": "ListItem", "position": 2, "name": "MLSys 2022", "item": "https://mlsys.org/x/2022/"},
            {
                "@type": "ListItem",
                "position": 3,
                "name": "Papers",
                "item": "https://mlsys.org/x/2022/papers/",
            },
            {"@type": "ListItem", "position": 4, "name": "Pathways: 100% </script><!--", "item": here},
        ],
    }


def test_a_session_is_an_event_of_the_conference() -> None:
    event, _trail = graph(PAGES["2022/sessions/oral/"])
    assert event == {
        "@type": "Event",
        "name": "Outstanding Papers",
        "description": "On systems.",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2022-08-30T08:45-07:00",
        "endDate": "2022-08-30T10:15-07:00",
        "location": {"@type": "Place", "name": "Hall A", "address": "Santa Clara",
                     "containedInPlace": {"@type": "Place", "name": "Convention Center"}},
        "superEvent": {
            "@type": "Event", "name": "MLSys 2022", "startDate": "2022-08-29", "endDate": "2022-09-01",
            "location": {"@type": "Place", "name": "Convention Center", "address": "Santa Clara"},
        },
        "organizer": [{"@type": "Person", "name": "Jeff Dean"}],
        "performer": [{"@type": "Person", "name": "A Stranger",
                       "affiliation": {"@type": "Organization", "name": "ETH"}}],
        "workFeatured": [{"@type": "ScholarlyArticle", "name": "Pathways: 100% </script><!--"}],
    }  # fmt: skip


def test_a_part_that_was_cancelled_is_an_event_of_its_whole() -> None:
    event, _trail = graph(PAGES["2022/sessions/part/"])
    assert event == {
        "@type": "Event",
        "name": "Keynote",
        "eventStatus": "https://schema.org/EventCancelled",
        "startDate": "2022-08-30",
        "location": {"@type": "Place", "name": "Convention Center", "address": "Santa Clara"},
        "superEvent": {"@type": "Event", "name": "Outstanding Papers"},
    }


def test_without_a_time_zone_an_event_has_no_offset() -> None:
    floating = replace(SERIES, conferences=(replace(MLSYS_2022, time_zone=None),))
    event, _trail = graph(rendered(floating)["2022/sessions/oral/"])
    assert (event["startDate"], event["endDate"]) == ("2022-08-30T08:45", "2022-08-30T10:15")


def test_people_editions_and_the_series_say_what_they_are() -> None:
    person, _trail = graph(PAGES["authors/zehao-liu/"])
    assert person == {
        "@type": "Person",
        "name": "Zehao Liu",
        "alternateName": ["Z. Liu"],
        "sameAs": ["https://liu.example/", "https://orcid.org/0000-0001-2345-6789"],
    }
    event, _trail = graph(PAGES["2022/"])
    assert event == {
        "@type": "Event", "name": "MLSys 2022", "startDate": "2022-08-29", "endDate": "2022-09-01",
        "location": {"@type": "Place", "name": "Convention Center", "address": "Santa Clara"},
        "description": "The fifth.", "sameAs": ["https://mlsys.org/2022"],
    }  # fmt: skip
    two = replace(SERIES, conferences=(MLSYS_2022, Conference(id="2021", title="MLSys 2021")))
    assert graph(rendered(two, base_url=BASE)[""]) == [
        {"@type": "WebSite", "@id": BASE, "url": BASE, "name": "MLSys", "description": "On systems.",
         "inLanguage": "en"}
    ]  # fmt: skip


def test_linked_data_says_who_speaks_and_who_pays() -> None:
    talk = Session(
        id="talk",
        title="Talk",
        language="fr",
        people=(Participant(name="Cy Dee", role="chair", homepage="https://cy.example/"),),
        slots=(Slot(title="Own", people=(Participant(name="Ada Bee", biography="She *counts*."),)),),
    )
    sponsors = (
        Sponsor(name="Acme", tier="Gold", url="https://acme.example/"),
        Sponsor(name="Berg", tier="Gold"),
    )
    pages = rendered(
        Series(title="S", conferences=(Conference(id="e", title="E", sessions=(talk,), sponsors=sponsors),))
    )
    session, _trail = graph(pages["e/sessions/talk/"])
    assert session == {
        "@type": "Event",
        "name": "Talk",
        "eventStatus": "https://schema.org/EventScheduled",
        "superEvent": {"@type": "Event", "name": "E"},
        "inLanguage": "fr",
        "organizer": [{"@type": "Person", "name": "Cy Dee", "sameAs": ["https://cy.example/"]}],
        "performer": [{"@type": "Person", "name": "Ada Bee", "description": "She counts."}],
    }
    edition, _trail = graph(pages["e/"])
    assert edition == {
        "@type": "Event",
        "name": "E",
        "sponsor": [
            {"@type": "Organization", "name": "Acme", "url": "https://acme.example/"},
            {"@type": "Organization", "name": "Berg"},
        ],
    }


def test_pages_name_their_other_formats() -> None:
    assert alternates(PAGES["2022/papers/pathways/"]) == {
        "BibTeX": "../../../2022/papers/pathways/pathways.bib",
        "Markdown": "../../../2022/papers/pathways/index.md",
    }
    assert alternates(PAGES["2022/papers/"])["Atom feeds"] == "../../2022/papers.xml"
    assert {"2022/calendar.ics", "2022/schedule.json", "2022/schedule.xml", "2022/sessions.csv"} <= {
        address.removeprefix("../../") for address in alternates(PAGES["2022/schedule/"]).values()
    }


def test_the_search_is_named_where_it_is_described() -> None:
    assert LexborHTMLParser(PAGES["2022/"]).css("link[rel=search]") == []
    (search,) = LexborHTMLParser(AT_BASE["2022/"]).css("link[rel=search]")
    assert (search.attributes["href"], search.attributes["title"]) == ("../opensearch.xml", "MLSys")


def test_quiet_links_are_under_one_word_and_only_what_exists() -> None:
    assert links(PAGES["2022/schedule/"], ".page-actions a") == {"Calendar": "../../2022/calendar.ics"}
    assert links(AT_BASE["2022/schedule/"], ".page-actions a") == {
        "Subscribe": "webcal://mlsys.org/x/2022/calendar.ics",
        "Download once (.ics)": "../../2022/calendar.ics",
        "Open in Giggity": "https://ggt.gaa.st/#url=https://mlsys.org/x/2022/schedule.xml",
    }
    assert links(PAGES["2022/sessions/oral/"], ".page-actions a") == {
        "Calendar": "../../../2022/sessions/oral/oral.ics"
    }
    assert shown(PAGES["2022/sessions/oral/"], ".page-actions .made button") == ["BibTeX", "RIS", "CSL-JSON"]
    assert links(PAGES["2022/sessions/part/"], ".page-actions a") == {}
    assert links(PAGES["2022/papers/pathways/"], ".page-actions a") == {"Cite": "#cite"}
    assert shown(PAGES["2022/"], ".page-actions summary, .page-actions > li > a") == ["Calendar", "Cite"]


def test_every_page_leads_to_the_data_and_the_feed() -> None:
    found = links(PAGES["2022/"], ".colophon a")
    assert (found["Data"], found["News feed"]) == ("../data/", "../feed.xml")


def test_the_data_page_tells_of_every_export() -> None:
    html = AT_BASE["data/"]
    headings = {node.attributes["id"] for node in LexborHTMLParser(html).css(".data-format h2")}
    site = planned(SERIES, base_url=BASE)
    assert headings == {file.export.name for file in site.files}
    alone = {
        file.route for file in site.files if "papers/" not in file.route and "authors/" not in file.route
    }
    listed = {target.removeprefix("../") for target in links(html, ".file-list a").values()}
    assert {route for route in alone - listed if "sessions/" not in route} == {
        "2022/schedule/2022-08-30/calendar.ics", "2022/schedule/2022-08-30/index.md",
        "2022/rooms/hall-a/calendar.ics", "2022/rooms/hall-a/index.md",
    }  # fmt: skip
    assert shown(html, "[aria-labelledby=bibtex] .file-list li") == [
        "papers.bib",
        "2022/papers.bib",
        "<edition>/papers/<paper>/<paper>.bib 2 papers",
    ]
