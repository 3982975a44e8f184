"""Source documents: which are found, of which format and edition they are, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.content import Content
from site_gen.ingest import ingest
from site_gen.ingest.documents import Source, read_documents
from site_gen.ingest.reading.files.broken_words import with_whole_words
from site_gen.ingest.reading.tables.aligned_columns import with_tabs
from site_gen.ingest.reading.texts.decoding import decode
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

OF_2022 = b"@inproceedings{a, title={Fast Trees}, author={Ada Lovelace}, year={2022}}\n"
UNDATED = b"@inproceedings{a, title={Fast Trees}, author={Ada Lovelace}}\n"


def documents(project: Path, files: dict[str, bytes]) -> tuple[list[Source], list[str]]:
    """The documents of a project of these files below content/, and what is told of them, as lines."""
    for name, text in {"site.yaml": b"title: T\n", **files}.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    content, problems = Content(project), ProblemLog()
    sources = read_documents(content, content.draft(problems), problems)
    return sources, [line for problem in problems.all for line in str(problem).splitlines()]


@pytest.mark.parametrize(
    ("files", "edition", "summary"),
    [
        ({"sources/x.bib": OF_2022}, "2022", "BibTeX, edition 2022, as line 1 says"),
        (
            {"sources/x.bib": OF_2022, "mlsys/conference.yaml": b"year: 2022\n"},
            "mlsys",
            "BibTeX, edition mlsys, as line 1 says",
        ),
        ({"sources/x-2022.bib": UNDATED}, "2022", "BibTeX, edition 2022, as its name says"),
        (
            {"sources/x-2022.bib": UNDATED, "mlsys/conference.yaml": b"year: 2022\n"},
            "mlsys",
            "BibTeX, edition mlsys, as its name says",
        ),
        (
            {"sources/x.bib": UNDATED, "2021/conference.yaml": b"title: A\n"},
            "2021",
            "BibTeX, edition 2021, the only one",
        ),
        ({"sources/x-2021.bib": OF_2022}, "2022", "BibTeX, edition 2022, as line 1 says"),
        (
            {"sources/x.bib": OF_2022, "sources.yaml": b"- file: sources/x.bib\n  edition: 2021\n"},
            "2021",
            "BibTeX, edition 2021",
        ),
        (
            {"sources/x.bib": OF_2022, "sources.yaml": b"- file: x.bib\n  edition: 2021\n  format: bibtex\n"},
            "2021",
            "edition 2021",
        ),
    ],
)
def test_the_edition_is_what_the_organiser_then_the_document_then_its_name_says(
    tmp_path: Path, files: dict[str, bytes], edition: str, summary: str
) -> None:
    sources, reported = documents(tmp_path, files)
    assert ([(source.edition, source.summary) for source in sources], reported) == ([(edition, summary)], [])


@pytest.mark.parametrize(
    ("name", "editions", "why", "example"),
    [
        ("x.bib", [], "nothing tells to which edition this document belongs", "2022"),
        ("x.bib", ["2020", "2021"], "nothing tells to which edition this document belongs", "2020 2021"),
        ("x-2019.bib", ["2021"], "its name says 2019, but the editions are 2021", "2019"),
        (
            "2019-2021.bib",
            ["2019", "2021"],
            "its name says 2019, 2021, but the editions are 2019, 2021",
            "2019 2021",
        ),
        ("export-2025-11-03.bib", [], "nothing tells to which edition this document belongs", "2022"),
    ],
)
def test_a_document_of_no_edition_is_told_with_the_lines_to_add(
    tmp_path: Path, name: str, editions: list[str], why: str, example: str
) -> None:
    held = {f"{edition}/conference.yaml": b"title: A\n" for edition in editions}
    sources, reported = documents(tmp_path, {f"sources/{name}": UNDATED, **held})
    assert (sources, reported) == (
        [],
        [
            f"content/sources/{name}: error: {why} [unknown-edition]",
            f"    hint: add to content/sources.yaml{' one of these' if ' ' in example else ''}:",
            *(
                line
                for edition in example.split()
                for line in (f"          - file: sources/{name}", f'            edition: "{edition}"')
            ),
        ],
    )


@pytest.mark.parametrize(
    ("listed", "reported"),
    [
        (
            b"- file: sources/y.bib\n- file: ../site.yaml\n",
            [
                "content/sources.yaml:1:3: error: there is no file 'sources/y.bib' in content/sources/"
                " [missing-source]",
                "content/sources.yaml:2:3: error: there is no file '../site.yaml' in content/sources/"
                " [missing-source]",
            ],
        ),
        (
            b"- fil: x\n- file: x.bib\n  format: bibtx\n",
            [
                "content/sources.yaml:1:3: error: the key 'file' is missing [missing-key]",
                "content/sources.yaml:1:3: error: unknown key 'fil' [unknown-key]",
                "    hint: did you mean 'file'?",
                "content/sources.yaml:3:3: error: there is no source format 'bibtx' [unknown-format]",
                "    hint: did you mean 'bibtex'?",
            ],
        ),
        (
            b"- file: x.bib\n  edition: ../x\n",
            [
                "content/sources.yaml:2:3: error: '../x' cannot be an id: use a-z, 0-9 and hyphens"
                " (no device name of Windows) [wrong-value]",
            ],
        ),
        (
            b"- file: x.bib\n- file: sources/x.bib\n  edition: pages\n",
            [
                "content/sources.yaml:1:3: error: 'sources/x.bib' is listed twice [duplicate-id]",
                "content/sources.yaml:1:3: error: 'pages' cannot be an edition [wrong-value]",
            ],
        ),
    ],
)
def test_a_wrong_entry_is_told_where_it_stands(tmp_path: Path, listed: bytes, reported: list[str]) -> None:
    assert documents(tmp_path, {"sources/x.bib": OF_2022, "sources.yaml": listed})[1] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (b"", ["content/sources/x.txt:1: error: no records found: the file is empty [no-records]"]),
        (
            b"\xef\xbb\xbf \r\n",
            ["content/sources/x.txt:1: error: no records found: the file is empty [no-records]"],
        ),
        (
            "a\r\né ".encode() + b"\xe9",
            [
                "content/sources/x.txt:2:3: error: not UTF-8 (byte 0xE9) [not-utf8]",
                "    hint: re-save the file as UTF-8",
            ],
        ),
        (
            "Dvořák".encode("cp1250"),
            [
                "content/sources/x.txt:1:4: error: not UTF-8 (byte 0xF8) [not-utf8]",
                "    hint: re-save the file as UTF-8; if 'Dvoøák' is right, write into content/sources.yaml",
                "          - {file: sources/x.txt, encoding: cp1252}",
            ],
        ),
        (
            b"Dear all,\nwe meet on Monday.\n",
            [
                "content/sources/x.txt:1: error: no source format recognises this document, which begins "
                "'Dear all,', 'we meet on Monday.' [unknown-format]",
                "    hint: to leave it out, write into content/sources.yaml:",
                "          - file: sources/x.txt",
                "            ignore: yes",
            ],
        ),
    ],
)
def test_a_document_without_records_is_told(tmp_path: Path, text: bytes, reported: list[str]) -> None:
    assert documents(tmp_path, {"sources/x.txt": text}) == ([], reported)


CODE_PAGES = [
    ("cp1252", "Über Größe, Jörg Müller", True),
    ("cp1252", "a “quoted” word’s – José García, créée süße Füße „so“", True),
    ("latin-1", "Café", True),
    ("cp1252", "9.30–10.30, Berlin–Köln, 20°C", True),
    ("cp1252", "Søren Ødegård", False),  # letters that are others in the next code page
    ("cp1250", "Tomáš Novák", False),
    ("cp1251", "Петр Иванов", False),
    ("cp850", "Krüger, José", False),
    ("cp437", "Jos\u00e9", False),
    ("cp850", "août", False),
    ("mac-roman", "Café Köln", False),
    ("cp1253", "Γιώργος", False),
]


def test_windows_1252_is_read_where_its_bytes_prove_it() -> None:
    read = []
    for encoding, text, _ in CODE_PAGES:
        problems = ProblemLog()
        found = decode(text.encode(encoding), "content/sources/x.csv", problems)
        assert found in (text, None) and [each.code for each in problems.all] == ["not-utf8"]
        read.append((encoding, text, found == text))
    assert read == CODE_PAGES


def test_what_is_read_as_windows_1252_is_said_unless_sources_yaml_says_it(tmp_path: Path) -> None:
    text = "@inproceedings{a, author = {A B}, year = 2022, title = {Über}}".encode("cp1252")
    assert documents(tmp_path, {"sources/x.bib": text})[1] == [
        "content/sources/x.bib:1:57: warning: not UTF-8 (byte 0xDC): read as Windows-1252, as in '{Über}}' "
        "[not-utf8]",
        "    hint: re-save the file as UTF-8; or to say so, in content/sources.yaml "
        "- {file: sources/x.bib, encoding: cp1252}",
    ]
    listed = b"- {file: sources/x.bib, encoding: cp1252}\n"
    assert documents(tmp_path, {"sources/x.bib": text, "sources.yaml": listed})[1] == []


def test_a_document_that_is_no_such_format_has_no_records(tmp_path: Path) -> None:
    listed = b"- file: x.txt\n  edition: 2022\n  format: bibtex\n"
    assert documents(tmp_path, {"sources/x.txt": b"Dear all,\n", "sources.yaml": listed}) == (
        [],
        [
            "content/sources/x.txt: error: no records found, read as BibTeX [no-records]",
            "    hint: content stays as it is",
            "content/sources/x.txt:1: warning: nothing in this document looks like BibTeX, as which it is "
            "read [unlike-format]",
            "    hint: leave `format:` out to have it found",
        ],
    )


def test_line_ends_of_windows_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    one, _ = documents(tmp_path / "one", {"sources/x.bib": OF_2022})
    two, _ = documents(tmp_path / "two", {"sources/x.bib": b"\xef\xbb\xbf" + OF_2022.replace(b"\n", b"\r\n")})
    assert one == two


def test_a_calendar_may_fold_its_lines_inside_a_character(tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\r\nSUMMARY:Bäume\r\nDTSTART:20220829T090000\r\nEND:VEVENT\r\n".encode()
    calendar = b"BEGIN:VCALENDAR\r\n" + event.replace(b"\xc3\xa4", b"\xc3\r\n \xa4") + b"END:VCALENDAR\r\n"
    sources, reported = documents(tmp_path, {"sources/x.ics": calendar})
    assert [each.title.value for each in sources[0].reading.sessions if each.title] == ["Bäume"]
    assert reported == []


def test_a_control_character_is_a_space(tmp_path: Path) -> None:
    sources, reported = documents(tmp_path, {"sources/x.bib": OF_2022.replace(b"Fast ", b"Fast\x00\x07")})
    assert [paper.title.value for paper in sources[0].reading.papers if paper.title] == ["Fast Trees"]
    assert reported == [
        "content/sources/x.bib:1:30: warning: the control character U+0000 is read as a space, here and"
        " wherever it stands [control-character]"
    ]


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "content/sources"
    (folder / "folder").mkdir(parents=True)
    (folder / ".hidden.bib").write_bytes(UNDATED)
    (folder / "away.bib").symlink_to("/etc/hostname")
    (folder / "loop.bib").symlink_to("loop.bib")
    (folder / "twin.bib").symlink_to("x.bib")
    (folder / "a\nb.bib").write_bytes(UNDATED)
    sources, reported = documents(tmp_path, {"sources/x.bib": OF_2022})
    assert [source.reading.document.path for source in sources] == [
        "content/sources/twin.bib",
        "content/sources/x.bib",
    ]
    assert reported == [
        "content/sources/a\\u000ab.bib: error: the name of this file cannot be printed [wrong-value]",
        "    hint: rename it",
        "content/sources/away.bib: error: a link that leaves the project or leads nowhere is not followed"
        " [symlink]",
        "content/sources/folder: warning: not a file: it is not read [unknown-file]",
        "content/sources/loop.bib: error: a link that leaves the project or leads nowhere is not followed"
        " [symlink]",
    ]


def test_the_order_of_sources_yaml_is_the_precedence(tmp_path: Path) -> None:
    listed = b"- file: c.bib\n- file: b.bib\n"
    names = ("a.bib", "b.bib", "c.bib")
    sources, _ = documents(
        tmp_path, {"sources.yaml": listed, **{f"sources/{name}": OF_2022 for name in names}}
    )
    assert [
        (source.reading.document.path[-5:], source.reading.document.precedence) for source in sources
    ] == [
        ("c.bib", 0),
        ("b.bib", 1),
        ("a.bib", 2),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_read_in_the_encoding_that_its_bytes_show(encoding: str) -> None:
    problems = ProblemLog()
    assert decode("Title,Authors\r\nBäume,Zoë\n".encode(encoding), "x.csv", problems) == (
        "Title,Authors\nBäume,Zoë\n"
    )
    assert problems.all == []


def test_an_entry_that_says_nothing_of_a_paper_is_left_out_and_located(tmp_path: Path) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: T\n")
    papers = '[{"title": "Trees", "authors": ["Ann Bee"]},\n {"number": "7"}]'
    (tmp_path / "content/sources/x-2026.json").write_text(papers)
    problems = ProblemLog()
    ingested = ingest(tmp_path, problems)
    assert [file for file in ingested.written if "/papers/" in file] == [
        "content/2026/papers/trees.yaml",
        "content/2026/provenance/papers/trees.yaml",
    ]
    assert [str(problem).splitlines()[0] for problem in problems.all if problem.code == "empty-record"] == [
        "content/sources/x-2026.json:2: warning: this entry says nothing of a paper: no title, no authors, "
        "no text [empty-record]"
    ]


def test_columns_that_spaces_part_are_cells() -> None:
    laid_out = """\
Time        Monday             Tuesday
9:00-10:00  Keynote: Owls      Keynote: Barns
10:00-10:30 Coffee             Coffee
10:30-12:00 Session 1

All times are local.
"""
    assert (
        with_tabs(Document("x.txt", laid_out)).text
        == """\
Time\tMonday\tTuesday
9:00-10:00\tKeynote: Owls\tKeynote: Barns
10:00-10:30\tCoffee\tCoffee
10:30-12:00\tSession 1\t

All times are local.
"""
    )
    text = "Two  spaces after\na sentence  are no\ncolumns of  anything.\n"
    assert with_tabs(Document("x.txt", text)).text == text


def test_a_table_with_an_unknown_column_is_read_again_from_what_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: T\n")
    table = "Session,Date,Start,Gizmo\nGrowth,2026-08-29,09:00,seven\nDecay,2026-08-29,10:00,eight\n"
    (tmp_path / "content/sources/x-2026.csv").write_text(table)
    first, again = (ingest(tmp_path, ProblemLog()) for _ in range(2))
    assert (bool(first.written), again.written) == (True, [])


def test_words_that_a_hyphen_breaks_at_the_end_of_a_line_are_whole() -> None:
    printed = """\
9:00 Owls of the northern for-
     ests, and their self-
     evident needs
10:00 Long nights of short- and long-
     eared owls, ten years of ob-
     servations of pre-
     and post-season nests

A self-evident text about long-eared owls.
"""
    assert (
        with_whole_words(Document("x.txt", printed)).text
        == """\
9:00 Owls of the northern forests,
     and their self-evident
     needs
10:00 Long nights of short- and long-eared
     owls, ten years of observations
     of pre-
     and post-season nests

A self-evident text about long-eared owls.
"""
    )
    alone = "A title of many words with a single bro-\nken\nAnn Lee\n"
    assert with_whole_words(Document("x.txt", alone)).text == (
        "A title of many words with a single\nbroken\nAnn Lee\n"
    )
    for text in (
        "Barns-\nowls\n",
        "- a list of several things\n- b\n",
        "In the many years 1998-\n2001 owls\n",
    ):
        assert with_whole_words(Document("x.txt", text)).text == text
