"""Citations: BibTeX, RIS and CSL-JSON, read back by others' readers or a strict one of our own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.middleware import Middleware
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen import markup
from site_gen.cards.citation_keys import citation_keys
from site_gen.cards.names import PersonName, parted_name
from site_gen.conference import (
    Author,
    Authorship,
    Conference,
    FormerName,
    Link,
    Paper,
    Series,
    Session,
    Slot,
)
from site_gen.conference.identifiers import Doi, Isbn, Issn
from site_gen.conference.page_ranges import PageRange
from site_gen.site import Subject
from site_gen.site.subjects import SeriesHome
from tests.rendering import by, exported, planned, real_site

PATHWAYS = Paper(
    id="pathways-asynchronous-dataflow",
    title="Pathways: $O(n^2)$ & {more} for 14\\% of *us*",
    authors=(
        Authorship(name="Vijay Janapa Reddi", family="Janapa Reddi"),
        *by("Ludwig van Beethoven Jr.", "Li", "泽浩 刘"),
        Authorship(missing="others"),
    ),
    abstract="It is *fast*: 10% of $x_1$.\n\nReally.",
    links=(Link(rel="paper", url="https://example.org/p_{1}"), Link(rel="pdf", url="p.pdf")),
    pages=PageRange.read("430–449"),
    keywords=("data flow", "C#"),
    note="Retitled.",
)
UNTITLED = Paper(
    id="data-movement", authors=(Authorship(missing="one"), *by("Ada Lovelace")), pages=PageRange.read("7")
)
BARE = Paper(id="bare", doi=Doi.read("10.1000/x_1(2)"), status="withdrawn", erratum="Table 1 is wrong.")
SERIES = Series(
    title="S",
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            year=2022,
            first_day=date(2022, 8, 29),
            location="Santa Clara",
            proceedings="Proceedings of S",
            volume="4",
            publisher="P & Q",
            isbn=Isbn.read("978-1-57586-990-2"),
            issn=Issn.read("1234-5679"),
            papers=(PATHWAYS, UNTITLED, BARE),
            sessions=(
                Session(id="oral", slots=(Slot(paper="data-movement"), Slot(), Slot(paper="bare"))),
                Session(id="lunch", kind="break"),
            ),
        ),
    ),
)
FILES = exported(replace(SERIES, exports="all"), base_url="https://example.org/s")


def parsed(bib: str, *middlewares: Middleware) -> Library:
    """A BibTeX file, which must hold nothing that cannot be read."""
    library = parse_string(bib, append_middleware=middlewares)
    assert library.failed_blocks == []
    return library


def decoded(bib: str) -> dict[str, dict[str, str]]:
    """The fields of each entry by its key, as the text that their LaTeX stands for."""
    # The decoder takes TeX's circumflex for U+02C6.
    return {
        entry.key: {each.key: str(each.value).replace("ˆ", "^").strip() for each in entry.fields}
        for entry in parsed(bib, LatexDecodingMiddleware()).entries
    }


def ris_records(text: str) -> list[list[tuple[str, str]]]:
    """The records of a RIS file, read strictly: every line is a tag, every record begins and ends."""
    records: list[list[tuple[str, str]]] = []
    *lines, last = text.split("\r\n")
    assert last == ""
    for line in lines:
        if line:
            tag = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
            assert tag, line
            records = [*records, []] if tag[1] == "TY" else records
            records[-1].append((tag[1], tag[2]))
    assert all(record[-1] == ("ER", "") for record in records)
    return [record[:-1] for record in records]


def test_bibtex_of_a_paper_has_all_that_is_known() -> None:
    assert FILES["2022/papers/pathways-asynchronous-dataflow/pathways-asynchronous-dataflow.bib"] == (
        "@inproceedings{janapareddi2022pathwaysasynchronousdataflow,\n"
        "  title     = {{Pathways: $O(n^2)$ \\& \\{more\\} for 14\\% of us}},\n"
        "  author    = {Janapa Reddi, Vijay and Beethoven, Jr., Ludwig van and Li and 刘, 泽浩 and others},\n"
        "  booktitle = {Proceedings of S},\n"
        "  volume    = {4},\n"
        "  pages     = {430--449},\n"
        "  year      = {2022},\n"
        "  publisher = {P \\& Q},\n"
        "  isbn      = {9781575869902},\n"
        "  issn      = {1234-5679},\n"
        "  url       = {https://example.org/p_%7B1%7D},\n"
        "  keywords  = {data flow, C\\#},\n"
        "  note      = {Retitled.},\n"
        "  abstract  = {It is fast: 10\\% of $x_1$. Really.}\n"
        "}\n"
    )


def test_what_is_missing_is_left_out_of_bibtex_or_said_in_its_note() -> None:
    entries = decoded(FILES["2022/papers.bib"])
    assert entries["lovelace2022datamovement"] == {
        "author": "Lovelace, Ada and others",
        "booktitle": "Proceedings of S",
        "volume": "4",
        "pages": "7",
        "year": "2022",
        "publisher": "P & Q",
        "isbn": "9781575869902",
        "issn": "1234-5679",
        "url": "https://example.org/s/2022/papers/data-movement/",
        "note": "The title is not known.",
    }
    bare = entries["anonymous2022bare"]
    assert (bare["doi"], bare["note"]) == (
        "10.1000/x_1(2)",
        "The title is not known. Withdrawn. Table 1 is wrong.",
    )
    assert "author" not in bare
    assert "url" not in bare


def test_bibliographies_lie_beside_their_pages() -> None:
    assert sorted(route for route in FILES if route.endswith(".bib")) == [
        "2022/papers.bib",
        "2022/papers/bare/bare.bib",
        "2022/papers/data-movement/data-movement.bib",
        "2022/papers/pathways-asynchronous-dataflow/pathways-asynchronous-dataflow.bib",
        "2022/sessions/oral/oral.bib",
        "authors/ada-lovelace/ada-lovelace.bib",
        "authors/li/li.bib",
        "authors/ludwig-van-beethoven-jr/ludwig-van-beethoven-jr.bib",
        "authors/vijay-janapa-reddi/vijay-janapa-reddi.bib",
        "authors/zehao-liu/zehao-liu.bib",
        "papers.bib",
    ]
    assert [entry.key for entry in parsed(FILES["2022/sessions/oral/oral.bib"]).entries] == [
        "lovelace2022datamovement",
        "anonymous2022bare",
    ]
    assert sorted(route for route in exported(SERIES) if route.endswith((".bib", ".ris"))) == [
        "2022/papers.bib",
        "2022/papers.ris",
        "2022/papers/bare/bare.bib",
        "2022/papers/data-movement/data-movement.bib",
        "2022/papers/pathways-asynchronous-dataflow/pathways-asynchronous-dataflow.bib",
        "papers.bib",
        "papers.ris",
    ]
    assert "abstract" in FILES["2022/papers.bib"]
    assert "abstract" not in FILES["papers.bib"] + FILES["authors/li/li.bib"]


def test_ris_of_a_paper() -> None:
    route = "2022/papers/pathways-asynchronous-dataflow/pathways-asynchronous-dataflow.ris"
    assert ris_records(FILES[route]) == [
        [
            ("TY", "CPAPER"),
            ("ID", "janapareddi2022pathwaysasynchronousdataflow"),
            ("TI", "Pathways: O(n²) & {more} for 14% of us"),
            ("AU", "Janapa Reddi, Vijay"),
            ("AU", "Beethoven, Ludwig van, Jr."),
            ("AU", "Li"),
            ("AU", "刘, 泽浩"),
            ("T2", "Proceedings of S"),
            ("C3", "S 2022"),
            ("CY", "Santa Clara"),
            ("PY", "2022"),
            ("VL", "4"),
            ("SP", "430"),
            ("EP", "449"),
            ("PB", "P & Q"),
            ("SN", "1234-5679"),
            ("SN", "9781575869902"),
            ("UR", "https://example.org/p_{1}"),
            ("KW", "data flow"),
            ("KW", "C#"),
            ("N1", "The list of authors is incomplete. Retitled."),
            ("AB", "It is fast: 10% of x₁. Really."),
        ]
    ]


def test_csl_json_of_a_session() -> None:
    of_book = {
        "container-title": "Proceedings of S",
        "event-title": "S 2022",
        "event-place": "Santa Clara",
        "issued": {"date-parts": [[2022]]},
        "volume": "4",
        "publisher": "P & Q",
        "ISBN": "9781575869902",
        "ISSN": "1234-5679",
    }
    assert json.loads(FILES["2022/sessions/oral/oral.csl.json"]) == [
        {
            "id": "lovelace2022datamovement",
            "type": "paper-conference",
            "author": [{"family": "Lovelace", "given": "Ada"}],
            **of_book,
            "page": "7",
            "URL": "https://example.org/s/2022/papers/data-movement/",
            "note": "The list of authors is incomplete. The title is not known.",
        },
        {
            "id": "anonymous2022bare",
            "type": "paper-conference",
            **of_book,
            "DOI": "10.1000/x_1(2)",
            "URL": "https://doi.org/10.1000/x_1%282%29",
            "note": "The title is not known. Withdrawn. Table 1 is wrong.",
        },
    ]
    names = json.loads(FILES["2022/papers.csl.json"])[2]["author"]
    assert names[1:] == [
        {"family": "Beethoven", "given": "Ludwig van", "suffix": "Jr."},
        {"family": "Li"},
        {"family": "刘", "given": "泽浩"},
    ]


@pytest.mark.parametrize(
    ("whole", "family", "expected"),
    [
        ("Ada Lovelace", "Lovelace", PersonName("Ada Lovelace", "Lovelace", "Ada")),
        ("ADA LOVELACE", "Lovelace", PersonName("ADA LOVELACE", "LOVELACE", "ADA")),
        ("Li Na", "Li", PersonName("Li Na", "Li", "Na")),
        ("Robert Downey, Jr.", "Downey", PersonName("Robert Downey, Jr.", "Downey", "Robert", "Jr.")),
        ("Plato", "Plato", PersonName("Plato", "Plato", "")),
        ("泽浩 刘", "Liu", PersonName("泽浩 刘")),
        ("VanDyke Parks", "Dyke", PersonName("VanDyke Parks")),
    ],
)
def test_a_name_is_parted_at_its_family_name(whole: str, family: str, expected: PersonName) -> None:
    assert parted_name(whole, family) == expected


def keys_of(*papers: Paper, edition: str = "2022") -> dict[str, str]:
    """The key of each paper of one edition by its id."""
    site = planned(
        Series(title="S", conferences=(Conference(id=edition, title="S", year=2022, papers=papers),))
    )
    return {paper.id: citation_keys(site)[edition, paper.id] for paper in papers}


def test_a_later_paper_changes_no_earlier_key() -> None:
    earlier = Paper(id="fast-systems-for-learning", authors=by("Li Na"))
    later = Paper(id="fast-systems-for-vision", authors=by("Bo Na"))
    assert keys_of(earlier) == {earlier.id: "na2022fastsystemslearning"}
    assert keys_of(later, earlier) == keys_of(earlier, later)
    assert keys_of(earlier, later) == {
        earlier.id: "na2022fastsystemslearning",
        later.id: "na2022fastsystemsvision",
    }


def test_keys_differ_even_where_their_words_do_not() -> None:
    ids = ("ab-c-d-e", "a-bc-d-e", "the-x", "x", "x-of", "x-y-z-u-one", "x-y-z-u-other")
    papers = [Paper(id=each, authors=by("Na")) for each in ids]
    found = keys_of(*papers)
    assert len(set(found.values())) == len(ids)
    assert found == keys_of(*papers[::-1])
    assert (found["x-y-z-u-one"], found["x-y-z-u-other"]) == ("na2022xyzuone", "na2022xyzuother")


def test_a_hidden_former_name_is_in_no_key_and_no_entry() -> None:
    author = Author(id="new", name="Zoe New", former_names=(FormerName(name="Max Oldname", hidden=True),))
    printed = Authorship(name="Max Oldname", family="Oldname")
    paper = Paper(id="p", title="P", authors=(printed,))
    series = Series(
        title="S", authors=(author,), conferences=(Conference(id="e", title="E", year=2022, papers=(paper,)),)
    )
    files = exported(series)
    assert decoded(files["papers.bib"])["new2022p"]["author"] == "New, Zoe"
    assert not re.search("max |oldname", "".join([*files, *files.values()]), re.IGNORECASE)


HOSTILE = (
    "a, b; c and d and others",
    "line\r\nbreak",
    "{ } {x} }{ \\{",
    "100% @article{x, # & _ ~ ^ | < >",
    "]]> </script> =cmd|' /C calc'!A0",
    "Ignore previous instructions -- and --- obey ``me'' ,,x''",
    "👩‍🔬 \u200fעברית\u200e ",
    "ER  - \r\nTY  - JOUR",
)


def with_text(text: str) -> Series:
    """A series in which a text stands wherever one can stand."""
    paper = Paper(id="p", title=text, authors=by("Ada " + text), abstract=text, note=text, keywords=(text,))
    conference = Conference(id="e", title=text, proceedings=text, publisher=text, year=2022, papers=(paper,))
    return Series(title=text, conferences=(conference,))


def check_comes_back(text: str) -> None:
    """Each format gives the text as pages show it, and nothing else."""
    files, shown = exported(with_text(text)), markup.plain(text)
    name = " ".join(f"Ada {text}".split())
    (entry,) = decoded(files["e/papers.bib"]).values()
    known = [entry[field] for field in ("title", "abstract") if shown]
    assert known == [shown, shown] if shown else "title" not in entry
    (record,) = ris_records(files["e/papers.ris"])
    assert [value for tag, value in record if tag in ("TI", "AB")] == [shown, shown][: 2 * bool(shown)]
    (item,) = json.loads(files["e/papers.csl.json"])
    assert (item.get("title", ""), item.get("abstract", "")) == (shown, shown)
    (author,) = item["author"]
    whole = author.get("literal") or " ".join(
        part for part in (author.get("given"), author.get("family"), author.get("suffix")) if part
    )
    assert re.sub(r"[\s,]+", " ", whole) == re.sub(r"[\s,]+", " ", name)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_that_text(text: str) -> None:
    check_comes_back(text)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.text(st.sampled_from("aB1 ,;{}%@&#_~^'`-\"<>]|=.:é"), min_size=1, max_size=30))
def test_any_text_comes_back_as_that_text(text: str) -> None:
    check_comes_back(text + "x")


def test_formulas_stay_formulas_in_bibtex() -> None:
    texts = {
        "$\\ell_2$-norm of $5 and $10": "$\\ell_2$-norm of \\$5 and \\$10",
        "\\(x^{2}\\) and \\$": "$x^{2}$ and \\$",
        "$a{b$": "ab",
        "a { b": "a \\ensuremath{\\lbrace} b",
    }
    for title, expected in texts.items():
        paper = Paper(id="p", title=title)
        written = exported(Series(title="S", conferences=(Conference(id="e", title="E", papers=(paper,)),)))
        assert f"title     = {{{{{expected}}}}}" in written["papers.bib"]


def real_file(export: str, subject: Subject) -> str:
    """The text of an export of the real site."""
    site = real_site()
    (file,) = [each for each in site.files if (each.export.name, each.subject) == (export, subject)]
    return file.export.body(site, file.subject).decode()


def test_every_format_has_every_paper_of_the_real_site_once() -> None:
    entries = parsed(real_file("bibtex", SeriesHome())).entries
    items = json.loads(real_file("csl-json", SeriesHome()))
    records = ris_records(real_file("ris", SeriesHome()))
    keys = [entry.key for entry in entries]
    assert len(set(keys)) == len(keys) == 87
    assert [item["id"] for item in items] == keys
    assert [dict(record)["ID"] for record in records] == keys
    assert all(re.fullmatch(r"[a-z]+20\d\d[a-z0-9]+", key) for key in keys)


def test_titles_and_names_of_the_real_site_come_back() -> None:
    site = real_site()
    entries = decoded(real_file("bibtex", SeriesHome()))
    keys = citation_keys(site)
    for edition_id, edition in site.catalogue.editions.items():
        for paper in edition.papers.values():
            entry = entries[keys[edition_id, paper.id]]
            assert markup.plain(entry.get("title", "")) == markup.plain(paper.title or "")
            names = [each for each in entry["author"].split(" and ") if each != "others"]
            assert len(names) == len([each for each in paper.authors if each.name])


def test_every_bibliography_of_the_real_site_can_be_read() -> None:
    site = real_site()
    for file in site.files:
        text = file.export.body(site, file.subject).decode() if file.export.name in ("bibtex", "ris") else ""
        if file.export.name == "bibtex":
            assert parsed(text).entries
        elif file.export.name == "ris":
            assert ris_records(text)


def test_the_order_of_content_does_not_matter() -> None:
    (conference,) = SERIES.conferences
    turned = replace(SERIES, conferences=(replace(conference, papers=conference.papers[::-1]),))
    assert exported(turned, base_url="https://example.org/s")["papers.bib"] == FILES["papers.bib"]
