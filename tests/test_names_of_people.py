"""What a bibliography prints as a name: accents upon accents, bodies, titles, nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from site_gen.build import build
from site_gen.cards.names import PersonName, parted_name
from site_gen.conference.family_names import family_in
from site_gen.ingest import ingest
from site_gen.ingest.assemble.ids import first_words
from site_gen.ingest.formats.bibtex.names import Bylines
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.institutions import without_workplace
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.people import is_nobody, without_title
from site_gen.ingest.reading.texts.latex import unicode_text
from site_gen.problems import ProblemLog
from tests.ingested import ingested, ingested_together

BIBLIOGRAPHY = r"""
@inproceedings{a,
  author = {Nguy{\~{\^e}}n V{\u{a}}n {\DJ}{\d{u}}c and H{\`{\^o}} Ch{\'\i} and Tr{\'{\^a}}n Th{\'{\^e}}},
  title = {Stacked accents},
  booktitle = {Workshop on Names},
  year = 2025
}
@inproceedings{b,
  author = {{The ATLAS Collaboration} and Prof. Dr. Ada Lovelace and {Barnes and Noble, Inc.} and TBA},
  title = {Bounds of $\mathcal{O}(n \log n)$ for $\mu$-tides},
  booktitle = {Workshop on Names},
  year = 2025
}
@inproceedings{c,
  author = {Ada Lovelace},
  title = {One person},
  booktitle = {Workshop on Names},
  year = 2025
}
"""


def _bibtex_names(value: str) -> list[PrintedName]:
    return Bylines([value]).names(value, 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is made of the bibliography, built."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "content/sources").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("title: Names\nbase_url: https://x.example/\n")
    (folder / "content/sources/p2025.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    problems = ProblemLog()
    ingest(folder, problems)
    build(folder, folder / "_site", problems)
    assert problems.errors == []
    return folder


def test_everybody_is_who_they_are(project: Path) -> None:
    people = json.loads((project / "_site/authors.json").read_text("utf-8"))
    assert {each["id"]: (each["name"], len(each["papers"])) for each in people} == {
        "ada-lovelace": ("Ada Lovelace", 2),
        "barnes-and-noble-inc": ("Barnes and Noble, Inc.", 1),
        "ho-chi": ("Hồ Chí", 1),
        "nguyen-van-duc": ("Nguyễn Văn Đục", 1),
        "the-atlas-collaboration": ("The ATLAS Collaboration", 1),
        "tran-the": ("Trấn Thế", 1),
    }


def test_an_id_is_made_of_readable_text(project: Path) -> None:
    assert sorted(path.stem for path in (project / "content/2025/papers").iterdir()) == [
        "bounds-of-o-n-log-n-for-mu-tides",
        "one-person",
        "stacked-accents",
    ]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (r"{\LaTeX} for \BibTeX{} users", "latex for bibtex users"),
        (r"\OwlNet: \emph{Silent} \textbf{Wings}", "owlnet silent wings"),
        (r"Br\o{}nsted and $\mathcal{O}(\log n)$ \sysname", "bronsted and o log n"),
    ],
)
def test_an_id_has_the_words_that_a_title_shows(title: str, words: str) -> None:
    assert " ".join(first_words(title)) == words


def test_a_body_stays_whole_in_bibliographies(project: Path) -> None:
    paper = "2025/papers/bounds-of-o-n-log-n-for-mu-tides/bounds-of-o-n-log-n-for-mu-tides.bib"
    authors = "{The ATLAS Collaboration} and Lovelace, Ada and {Barnes and Noble, Inc.} and others"
    assert f"  author    = {{{authors}}},\n" in (project / "_site" / paper).read_text("utf-8")
    listed = json.loads((project / "_site/2025/papers.csl.json").read_text("utf-8"))
    assert listed[0]["author"] == [
        {"literal": "The ATLAS Collaboration"},
        {"family": "Lovelace", "given": "Ada"},
        {"literal": "Barnes and Noble, Inc."},
    ]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ada Lovelace", "Lovelace"), ("Martin King, Jr.", "King"), ("Plato", "Plato"), ("\x85", "\x85"),
        ("CMS Collaboration", "CMS Collaboration"), ("Team", "Team"),
    ],
)  # fmt: skip
def test_the_family_name_in_a_name(name: str, family: str) -> None:
    assert family_in(name) == family


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ('Bee, Ann, PhD and M{\\"u}ller, J{\\"o}rg 0001', ["Ann Bee", "Jörg Müller"]),
        ("Gemini Team, Google and Team, Ada", ["Gemini Team, Google", "Ada Team"]),
    ],
)
def test_what_stands_behind_a_comma_is_no_given_name(tmp_path: Path, printed: str, names: list[str]) -> None:
    entry = f"@inproceedings{{a, author = {{{printed}}}, title = {{Otters}}, year = 2025}}\n"
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Names\n")
    (tmp_path / "content/sources/p2025.bib").write_text(entry)
    problems = ProblemLog()
    ingest(tmp_path, problems)
    build(tmp_path, tmp_path / "_site", problems)
    (paper,) = json.loads((tmp_path / "_site/2025/conference.json").read_text())["papers"]
    assert [each["name"] for each in paper["authors"]] == names


def test_the_words_of_a_title_are_no_family_name() -> None:
    names = _bibtex_names("Dr. rer. nat. Jan van den Berg and Dr.-Ing. habil. Bo Ek")
    assert [(each.name, each.family) for each in names] == [
        ("Jan van den Berg", "van den Berg"), ("Bo Ek", None),
    ]  # fmt: skip


def test_a_body_of_any_source_stays_whole_in_every_citation(tmp_path: Path) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(
        "title: Names\nbase_url: https://x.example/\ncontact: mailto:a@x.example\n"
    )
    (tmp_path / "content/sources/accepted2025.csv").write_text(
        "Title,Authors,DOI,Pages\nNets,The Owl Team; Martin King Jr.,10.5555/1,1-2\n"
    )
    items = [{
        "id": "nests", "type": "paper-conference", "title": "Nests", "issued": "2025", "DOI": "10.5555/2",
        "author": [{"literal": "Owl Watch Leeds"}, {"family": "Zee", "given": "Bo"}],
        "container-title": "Owl Papers", "publisher": "Sand Press", "editor": [{"literal": "Owl Society"}],
    }]  # fmt: skip
    (tmp_path / "content/sources/papers2025.json").write_text(json.dumps(items))
    problems = ProblemLog()
    ingest(tmp_path, problems)
    build(tmp_path, tmp_path / "_site", problems)
    assert problems.all == []
    site = tmp_path / "_site/2025"
    nests, nets = ((site / f"papers/{each}/{each}.bib").read_text() for each in ("nests", "nets"))
    assert "  author    = {{Owl Watch Leeds} and Zee, Bo},\n" in nests
    assert "  editor    = {{Owl Society}},\n" in nests
    assert "  author    = {{The Owl Team} and King, Jr., Martin},\n" in nets
    authors = [line for line in (site / "papers.ris").read_text().splitlines() if line[:2] in ("AU", "A2")]
    assert authors == [
        "AU  - Owl Watch Leeds", "AU  - Zee, Bo", "A2  - Owl Society",
        "AU  - The Owl Team", "AU  - King, Martin, Jr.", "A2  - Owl Society",
    ]  # fmt: skip
    crossref = (site / "crossref.xml").read_text()
    assert re.findall(r"<organization [^>]*>([^<]*)|<surname>([^<]*)", crossref) == [
        ("Owl Society", ""), ("Owl Watch Leeds", ""), ("", "Zee"), ("The Owl Team", ""), ("", "King"),
    ]  # fmt: skip
    page = (site / "papers/nets/index.html").read_text()
    assert re.findall('citation_author" content="([^"]*)', page) == ["The Owl Team", "Martin King Jr."]
    kinds = {"the-owl-team": "Organization", "owl-watch-leeds": "Organization", "bo-zee": "Person"}
    for who, kind in kinds.items():
        own_page = (tmp_path / f"_site/authors/{who}/index.html").read_text()
        assert f'"@graph":[{{"@type":"{kind}",' in own_page
    nets_page, nests_page = page, (site / "papers/nests/index.html").read_text()
    assert '"author":[{"@type":"Organization",' in nets_page
    assert re.findall('"author":.*"@type":"(.*?)".*"@type":"(.*?)".*?"isPartOf"', nests_page) == [
        ("Organization", "Person")
    ]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Nguy{\~{\^e}}n", "Nguyễn"),
        (r"Nguy\~{\^{e}}n", "Nguyễn"),
        (r"{\'{\^a}}{\d{\^a}}{\h{o}}{\h{\u{a}}}", "ấậỏẳ"),
        (r"\textcommabelow{s}\textcommabelow t", "șț"),
        (r"{\'\i}{\'{\i}}\v\j", "ííǰ"),
        (r"\'{\'{e}}", "é\u0301"),
        ("M\\”uller, M\\“{u}ller, Andr\\’e, Pi\\`e{\\´o}", "Müller, Müller, André, Pièó"),
        (r"$\~{a}$ costs 5\% of \hbox{it}", r"$\~{a}$ costs 5% of it"),
    ],
)
def test_accents_upon_accents(latex: str, text: str) -> None:
    assert unicode_text(latex) == text


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Prof. Dr. Ada Lovelace", "Ada Lovelace"),
        ("Univ.-Prof. Dr.-Ing. habil. Bo van der Muster", "Bo van der Muster"),
        ("Assoc. Prof. Cleo Esempio", "Cleo Esempio"),
        ("Professor Grace Hopper", "Grace Hopper"),
        ("Dr Li Na", "Li Na"),
        ("Dott.ssa Ada Neri", "Ada Neri"),
        ("Prof.ssa Dott. Bianca Verdi", "Bianca Verdi"),
        ("Prof.in Dr.in Eva Huber", "Eva Huber"),
        ("Dra. Inés Río", "Inés Río"),
        ("Sra. Luz Sol", "Luz Sol"),
        ("Prof. em. Ruth Vogel", "Ruth Vogel"),
        ("Prof. emeritus Ugo Neri", "Ugo Neri"),
        ("Pr. Jean Noir", "Jean Noir"),
        ("Dr. Dre", "Dr. Dre"),
        ("Ann Bee, Ph.D.", "Ann Bee"),
        ("Dr. Ann Bee MSc PhD", "Ann Bee"),
        ("Bee PhD", "Bee PhD"),
        ("Dr. Ann Bee (she/her)", "Ann Bee"),
        ("Bo Ek [they/them]", "Bo Ek"),
        ("Bo Ek (He)", "Bo Ek (He)"),
        ("Ann Bee Jr.", "Ann Bee Jr."),
        ("Yo-Yo MA", "Yo-Yo MA"),
        ("Dora Dotti", "Dora Dotti"),
        ("Drew Profeta", "Drew Profeta"),
        ("Magda Ingold", "Magda Ingold"),
    ],
)
def test_academic_titles_and_degrees_make_no_other_person(printed: str, name: str) -> None:
    assert without_title(printed) == name


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("Prof. em. Ruth Vogel, UFZ Leipzig", ["Ruth Vogel [UFZ Leipzig]"]),
        ("Dr. Ann Bee, TU Delft", ["Ann Bee [TU Delft]"]),
        ("Ann Bee, IBM Research", ["Ann Bee [IBM Research]"]),
        ("Prof. Ann Bee, Dr. KIM Minho", ["Ann Bee", "KIM Minho"]),
        ("Ann Bee, KIM Minho", ["Ann Bee", "KIM Minho"]),
        ("Prof. Dr. Ann Bee, Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee, Cy Dee; remote", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee; Cy Dee; ansuz", ["Ann Bee", "Cy Dee", "ansuz"]),
        ("Bee, Ann; Dee, Cy", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee, Bo Ek en Cy Dee", ["Ann Bee", "Bo Ek", "Cy Dee"]),
        ("Ann Bee och Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee, Bo Ek a Cy Dee", ["Ann Bee", "Bo Ek", "Cy Dee"]),
    ],
)
def test_a_workplace_behind_a_comma_and_a_remark_are_nobody(printed: str, people: list[str]) -> None:
    found = [
        without_title(name.name) + "".join(f" [{each}]" for each in name.affiliations)
        for name in split_authors(printed, 1, PrivateValues())
    ]
    assert found == people


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Ming (MIT) Li", ("Ming Li", "MIT")),
        ("Jo Roe (ETH Zurich)", ("Jo Roe", "ETH Zurich")),
        ("Jo Roe [University of Owls, Leeds]", ("Jo Roe", "University of Owls, Leeds")),
        ("Xiaoming (Mike) Li", ("Xiaoming (Mike) Li", "")),
        ("Li Ming (李明)", ("Li Ming (李明)", "")),
        ("(MIT)", ("(MIT)", "")),
    ],
)
def test_an_institution_in_brackets_is_no_part_of_a_name(printed: str, person: tuple[str, str]) -> None:
    assert without_workplace(printed) == person


@pytest.mark.parametrize(
    "name",
    ["TBA", "tbd", "T.B.A.", "N.N.", "N. N.", "To be announced", "???", "–", "por confirmar", "À confirmer",
     "da definire", "noch offen", "wird noch bekannt gegeben"],
)  # fmt: skip
def test_a_place_that_is_kept_is_nobody(name: str) -> None:
    assert is_nobody(name)


@pytest.mark.parametrize("name", ["Na", "Nn", "Toby Tbarsky", "N. Nguyen", "Tba Ada"])
def test_a_short_name_is_somebody(name: str) -> None:
    assert not is_nobody(name)


def test_a_suffix_behind_a_comma_is_no_given_name() -> None:
    text = "Ludwig van Beethoven, Jr. and King, Jr., Martin and Gates, Bill"
    names = [(each.name, each.family) for each in _bibtex_names(text)]
    assert names == [
        ("Ludwig van Beethoven Jr.", "van Beethoven"),
        ("Martin King Jr.", "King"),
        ("Bill Gates", None),
    ]


def test_names_without_spaces_have_the_family_name_first_and_are_whole(tmp_path: Path) -> None:
    documents = {
        "papers.bib": "@inproceedings{w, title={Segmenting Old Scripts}, author={王, 小明 and 李, 华}}",
        "list.csv": "title,authors\nSegmenting Old Scripts,王小明; 李 华\n",
        "latin.csv": "title,authors\nSegmenting Old Scripts,Xiaoming Wang; Hua Li\n",
    }
    output, titles, _ = ingested_together(tmp_path, documents)
    assert titles == ["Segmenting Old Scripts"], output
    paper = (tmp_path / "content/2031/papers/segmenting-old-scripts.yaml").read_text("utf-8")
    assert yaml.safe_load(paper)["authors"] == [
        {"name": "王小明", "family": "王"},
        {"name": "李华", "family": "李"},
    ]
    assert parted_name("王小明", "王") == PersonName("王小明", family="王", given="小明")


@pytest.mark.parametrize(
    "word", ["and", "und", "et", "en", "og", "och", "ja", "ve", "és", "dan", "và", "e", "y", "i", "a", "&"]
)
def test_the_last_two_of_a_byline_are_parted_by_the_word_of_any_language(tmp_path: Path, word: str) -> None:
    text = f"""Accepted papers

Why Owls Turn
Ann Lee, Bo Roe {word} Cy Poe

How Owls Sleep
Di Fay, Ed Gee

Giving Owls a Second Life
Flo Hay, Gus Ivy {word} Hal Joy
"""
    output, titles, _ = ingested(tmp_path, "accepted.txt", text)
    assert titles == ["Giving Owls a Second Life", "How Owls Sleep", "Why Owls Turn"]
    assert "3 papers, 8 people added" in output


def test_titles_behind_names_of_east_asia_are_no_part_of_them() -> None:
    names = "김철수 교수|张伟教授|王小明 博士|李先生|김박사|王教授"
    assert [without_title(name) for name in names.split("|")] == [
        "김철수", "张伟", "王小明", "李先生", "김박사", "王教授",
    ]  # fmt: skip


def test_words_in_capitals_that_recur_before_names_are_labels(tmp_path: Path) -> None:
    lines = [
        "- Ann Lee, Bo Katz: How owls find the road",
        "- WIP Cy Moor and Eva Holm: Counting wrens with phones",
        "- Finn Dahl, Gus Berg: A grammar of owl songs",
        "- WIP Hanna Vik: Nests in the rain at night",
        "- Ivo Lund and Jan Moe: Songs that are lost at dawn",
    ]
    output, _, _ = ingested(tmp_path, "2031.md", "# Accepted papers\n\n" + "\n".join(lines) + "\n")
    assert "the name 'WIP Cy Moor' begins with a label, and 1 more like it [implausible-name]" in output


@pytest.mark.parametrize(
    ("last", "told_of"),
    [
        (("Oslo", "New York", "Bergen"), ["New York"]),
        (("Oslo", "New York", "New York"), ["New York", "New York"]),
        (("Oslo", "Cy Roe", "Di Fay"), []),
        (("Ed Gum", "Cy Roe", "Cy Roe"), []),
    ],
)
def test_towns_of_two_words_among_towns_of_one_are_told(
    tmp_path: Path, last: tuple[str, ...], told_of: list[str]
) -> None:
    rows = "".join(
        f'Owls {name},"{name} Lee, {end}"\n' for name, end in zip(("Ann", "Bo", "Cy"), last, strict=True)
    )
    told, _, _ = ingested(tmp_path, "accepted.csv", f"Title,Authors\n{rows}")
    found = [line for line in told.split("\n") if "stands where others have a town" in line]
    assert [line.split("'")[1] for line in found] == told_of


FAMILY_FIRST = """Title,Authors
Hawkmoths of the north,"Guyader Vincent, Roe Bo"
Silk and its weavers,"Lee Ann, Dahl Cy"
"""
GIVEN_FIRST = """3 June 2031
9:00 Wings
Vincent Guyader
9:30 Scales
Ann Lee
10:00 Coffee
"""


def test_family_names_that_another_document_has_last_are_told(tmp_path: Path) -> None:
    documents = {"accepted.csv": FAMILY_FIRST, "programme.txt": GIVEN_FIRST}
    told, _, _ = ingested_together(tmp_path / "two", documents)
    (what,) = [line for line in told.split("\n") if "family name first" in line]
    assert what == (
        "content/sources/programme.txt:2:1: warning: 'Vincent Guyader' is 'Guyader Vincent' in "
        "content/sources/accepted.csv:2, and 1 more like it: one of both has the family name first "
        "[doubtful-name]"
    )
    told, _, _ = ingested(tmp_path / "one", "accepted.csv", FAMILY_FIRST + "Nests in barns,Bo Roe\n")
    (what,) = [line for line in told.split("\n") if "family name first" in line]
    assert what.startswith("content/sources/accepted.csv:4: warning: 'Bo Roe' is 'Roe Bo' in ")
    told, _, _ = ingested(tmp_path / "none", "accepted.csv", FAMILY_FIRST + "Nests in barns,Bo Gum\n")
    assert "family name first" not in told


def test_what_people_are_at_work_is_no_person(tmp_path: Path) -> None:
    rows = (
        'Owls,"Ann Lee, Hal Jay, Gus Ives"\nBats,"Bo Dean, Ann Fellow, Cy Student"\n'
        'Moths,"Cy Roe, Jo Lund, Professor of Moths"\nMice,"Di Fay, Ed Gum, Principal Scientist"\n'
    )
    output = ingested(tmp_path, "papers.csv", f"title,authors\n{rows}")[0]
    assert "warning" not in output
    assert "positions of people (2)" in output
    papers = [
        yaml.safe_load((tmp_path / f"content/2031/papers/{name}.yaml").read_text("utf-8"))
        for name in ("owls", "bats", "moths", "mice")
    ]
    assert [paper["authors"] for paper in papers] == [
        ["Ann Lee", "Hal Jay", "Gus Ives"],
        ["Bo Dean", "Ann Fellow", "Cy Student"],
        ["Cy Roe", "Jo Lund"],
        ["Di Fay", "Ed Gum"],
    ]


def test_a_speaker_is_one_with_a_position_and_a_company(tmp_path: Path) -> None:
    text = (
        '[{"time": "2031-05-05 09:00", "title": "Owls", "speaker": "Mia Con, Principal Scientist, OWLCORP"},'
        ' {"time": "2031-05-05 10:00", "title": "Bats", "speaker": "Bo Katz and Ann Lee"}]'
    )
    sessions = ingested(tmp_path, "programme.json", text)[2]
    assert [each["people"] for each in sessions] == [
        [{"name": "Mia Con", "affiliation": "OWLCORP"}],
        ["Bo Katz", "Ann Lee"],
    ]


def test_the_last_two_behind_semicolons_are_two(tmp_path: Path) -> None:
    rows = (
        "Owls,Ann Lee; Bo Katz; Cy Roe and Di Fay\nBats,Ann Lee; Ed Gum & Flo Hart\n"
        'Moths,Ann Lee (MIT); Bo Katz and Cy Roe (ETH)\nMice,"Lee, Ann; Katz, Bo and Roe, Cy"\n'
    )
    ingested(tmp_path, "papers.csv", f"title,authors\n{rows}")
    papers = [
        yaml.safe_load((tmp_path / f"content/2031/papers/{name}.yaml").read_text("utf-8"))
        for name in ("owls", "bats", "moths", "mice")
    ]
    assert [paper["authors"] for paper in papers] == [
        ["Ann Lee", "Bo Katz", "Cy Roe", "Di Fay"],
        ["Ann Lee", "Ed Gum", "Flo Hart"],
        [
            {"name": "Ann Lee", "affiliations": ["MIT"]},
            {"name": "Bo Katz", "affiliations": ["ETH"]},
            {"name": "Cy Roe", "affiliations": ["ETH"]},
        ],
        ["Ann Lee", "Bo Katz", "Cy Roe"],
    ]
