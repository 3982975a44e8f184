"""Exports of submission systems and spreadsheets, brought in: only what is public enters."""

from __future__ import annotations

import csv
import io
import json
import random
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from site_gen.ingest import Ingested, ingest
from site_gen.ingest.formats import SOURCE_FORMATS, detect
from site_gen.ingest.reading.texts.decoding import decode
from site_gen.ingest.records import Document, Fact, Reading
from site_gen.problems import ProblemLog
from tests.machine_speed import slowness

ACCEPTED, REJECTED = 45, 93
SECRETS = ("@mail.example", "Hopeless", "Secret", "60417", "Chair Person", "Atlantis")


class Submission(NamedTuple):
    """A made-up submission; three of its four names are used again by others."""

    number: int
    title: str
    names: tuple[tuple[str, str], ...]
    is_accepted: bool

    @property
    def decision(self) -> str:
        return (
            ("Accept (oral)", "Accepted", "Accept as poster")[self.number % 3]
            if self.is_accepted
            else "Reject"
        )

    @property
    def abstract(self) -> str:
        return f"We look at case {word(self.number)}.\n\nIt is, as said before, {word(self.number * 7)}."

    @property
    def affiliation(self) -> str:
        return f"University of {word(self.number % 9)}, Town"


def word(number: int) -> str:
    """A word for each number."""
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru")
    return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()


def submission(number: int, is_accepted: bool) -> Submission:
    names = tuple((word(number * 3 + k), f"{word(number * 5 + k)}-{word(k)}") for k in range(number % 4 + 1))
    title = f"{'On' if is_accepted else 'A Hopeless'} {word(number * 11)}, and its {word(number * 13)}"
    return Submission(number, title, names, is_accepted)


SUBMISSIONS = [submission(n, is_accepted=n % 46 < 15) for n in range(1, ACCEPTED + REJECTED + 1)]


def email(name: tuple[str, str]) -> str:
    return f"{name[0]}.{name[1]}@mail.example".lower()


def table(header: Sequence[str], rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def hotcrp_json(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return json.dumps(
        [
            {
                "object": "paper",
                "pid": each.number,
                "title": each.title,
                "abstract": each.abstract,
                "authors": [
                    {"first": name[0], "last": name[1], "email": email(name), "affiliation": each.affiliation}
                    for name in each.names
                ],
                "contacts": [{"email": email(each.names[0])}],
                "pc_conflicts": {"Chair Person": "Secret collaborator"},
                "options": {"note": "Secret wish"},
                "decision": each.decision,
                "status": "accepted" if each.is_accepted else "rejected",
            }
            for each in submissions
        ],
        indent=1,
    )


def hotcrp_csv(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    header = ["ID", "Title", "Authors", "Abstract", "Decision", "OveMer", "Reviews", "Tags"]
    return table(
        header,
        [
            [each.number, each.title, "; ".join(" ".join(name) for name in each.names), each.abstract,
             each.decision, "60417", "Secret review", "Secret"]
            for each in submissions
        ],
    )  # fmt: skip


def hotcrp_authors(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return table(
        ["paper", "title", "first", "last", "email", "affiliation", "country", "iscontact"],
        [
            [each.number, each.title, *name, email(name), each.affiliation, "Atlantis", "no"]
            for each in submissions
            for name in each.names
        ],
    )


def easychair(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return table(
        ["#", "title", "authors", "submitted", "last updated", "form fields", "keywords", "decision",
         "notified", "reviews sent", "abstract", "deleted?"],
        [
            [each.number, each.title, " and ".join(" ".join(name) for name in each.names), "2026-01-01", "",
             "Secret field", "trees\nowls", each.decision.upper(), "no", "no", each.abstract, "no"]
            for each in submissions
        ],
    )  # fmt: skip


def easychair_authors(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    header = "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?"
    return table(
        header.split(","),
        [
            [each.number, *name, email(name), "Atlantis", each.affiliation, "", "60417", "yes"]
            for each in submissions
            for name in each.names
        ],
    )


def cmt(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return table(
        ["Paper ID", "Paper Title", "Abstract", "Primary Contact Author Name", "Primary Contact Author Email",
         "Author Names", "Author Emails", "Conflicts", "Status"],
        [
            [each.number, each.title, each.abstract, "Chair Person", email(each.names[0]),
             "; ".join(f"{name[1]}, {name[0]} ({each.affiliation})*" for name in each.names),
             "; ".join(email(name) for name in each.names), "60417", each.decision]
            for each in submissions
        ],
        "\t",
    )  # fmt: skip


def openreview(wrap: Callable[[object], object], submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return json.dumps(
        {
            "notes": [
                {
                    "id": f"note{each.number}x",
                    "forum": f"note{each.number}x",
                    "number": each.number,
                    "content": {
                        "title": wrap(each.title),
                        "authors": wrap([" ".join(name) for name in each.names]),
                        "authorids": wrap([email(name) for name in each.names]),
                        "abstract": wrap(each.abstract),
                        "pdf": wrap("/pdf/0123abcd.pdf"),
                        "venue": wrap("X 2026 poster" if each.is_accepted else "Submitted to X 2026"),
                    },
                    "details": {"replies": [{"content": {"review": "Secret review", "rating": "60417"}}]},
                }
                for each in submissions
            ]
        }
    )


def any_csv(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    return table(
        ["Nr", "Paper title", "Author list", "Accepted?", "Score", "Internal note", "Summary"],
        [
            [each.number, each.title, ", ".join(f"{' '.join(name)} <{email(name)}>" for name in each.names),
             "yes" if each.is_accepted else "no", "60417", f"ask {email(each.names[0])}", each.abstract]
            for each in submissions
        ],
        ";",
    )  # fmt: skip


def openreview_bare(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    """Notes of API v1."""
    return openreview(lambda value: value, submissions)


def openreview_wrapped(submissions: Sequence[Submission] = SUBMISSIONS) -> str:
    """Notes of API v2."""
    return openreview(lambda value: {"value": value}, submissions)


SYSTEMS: Mapping[str, tuple[str, Callable[[Sequence[Submission]], str]]] = {
    "hotcrp.json": ("hotcrp", hotcrp_json),
    "hotcrp.csv": ("hotcrp", hotcrp_csv),
    "easychair.csv": ("easychair", easychair),
    "cmt.txt": ("cmt", cmt),
    "openreview-1.json": ("openreview", openreview_bare),
    "openreview-2.json": ("openreview", openreview_wrapped),
    "sheet.csv": ("csv", any_csv),
}
EXPORTS = {file: (name, export(SUBMISSIONS)) for file, (name, export) in SYSTEMS.items()}


def project(folder: Path, **sources: str) -> Path:
    (folder / "content" / "sources").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("title: X\n", encoding="utf-8")
    (folder / "content" / "2026").mkdir()
    (folder / "content" / "2026" / "conference.yaml").write_text(
        "title: X 2026\nyear: 2026\n", encoding="utf-8"
    )
    for name, text in sources.items():
        (folder / "content" / "sources" / name).write_text(text, encoding="utf-8")
    return folder


def brought_in(folder: Path, **sources: str) -> tuple[Ingested, ProblemLog, str]:
    """An ingest, its problems, and everything that it wrote and said."""
    problems = ProblemLog()
    site = project(folder, **sources)
    ingested = ingest(site, problems)
    written = "".join(
        path.read_bytes().decode("utf-8", "replace")  # what is kept of documents is not all text
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.parent.name != "sources"
    )
    output = "\n".join([*ingested.lines, ingested.summary, *map(str, problems.all)])
    return ingested, problems, written + output


def papers(folder: Path) -> int:
    return len(list((folder / "content" / "2026" / "papers").glob("*.yaml")))


def read(text: str, name: str = "", columns: Mapping[str, str] | None = None) -> tuple[Reading, ProblemLog]:
    problems = ProblemLog()
    found = detect(text) if not name else next(each for each in SOURCE_FORMATS if each.name == name)
    assert found
    return found.read(Document("x.csv", text, columns=columns), problems), problems


def bylines(reading: Reading) -> list[list[str | None]]:
    return [[each.name for each in paper.authors.value] if paper.authors else [] for paper in reading.papers]


def value(fact: Fact[str] | None) -> str | None:
    return fact.value if fact else None


# Every system


@pytest.mark.parametrize("file", EXPORTS)
def test_exactly_one_format_recognises_an_export_beside_those_of_any_table_or_list(file: str) -> None:
    name, text = EXPORTS[file]
    found = detect(text)
    assert found and found.name == name
    anything = {"csv", "object-list"}
    assert {each.name for each in SOURCE_FORMATS if each.recognise(text)} - anything == {name} - anything


@pytest.mark.parametrize("file", EXPORTS)
def test_an_export_gives_its_accepted_papers_with_title_names_and_abstract(file: str) -> None:
    reading, problems = read(EXPORTS[file][1])
    accepted = [each for each in SUBMISSIONS if each.is_accepted]
    assert problems.all == []
    assert [value(paper.title) for paper in reading.papers] == [each.title for each in accepted]
    assert bylines(reading) == [[" ".join(name) for name in each.names] for each in accepted]
    assert [value(paper.abstract) for paper in reading.papers] == [each.abstract for each in accepted]
    rows = {kind: number for kind, number in reading.not_imported.items() if kind.endswith(" rows")}
    assert sum(rows.values()) == REJECTED
    assert (reading.is_private, reading.has_decisions) == (True, True)


@pytest.mark.parametrize("file", EXPORTS)
def test_what_is_private_stands_in_no_byte_that_is_written_or_said(tmp_path: Path, file: str) -> None:
    _, problems, everything = brought_in(tmp_path, **{file: EXPORTS[file][1]})
    assert problems.all == []
    assert papers(tmp_path) == ACCEPTED
    assert [secret for secret in SECRETS if secret.lower() in everything.lower()] == []
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == f"content/sources/{file}\n"


def test_the_closing_line_says_what_is_there_and_what_was_left_out(tmp_path: Path) -> None:
    ingested, _, _ = brought_in(tmp_path, **{"accepted.csv": hotcrp_csv()})
    names = sum(len(each.names) for each in SUBMISSIONS if each.is_accepted)
    assert ingested.lines[0] == (
        "content/sources/accepted.csv: HotCRP, edition 2026, the only one: "
        f"{ACCEPTED} accepted papers, {names} names, {ACCEPTED} new; "
        f"not imported: review, score, tag, {REJECTED} rejected rows"
    )


def test_a_problem_of_a_row_shows_none_of_its_cells() -> None:
    text = (
        "title,authors,email,score,decision\n"
        "A Hopeless Idea,Ann Bee,ann@mail.example,60417,reject,more\n"
        '"Secret'
    )
    reading, problems = read(text)
    shown = "\n".join(map(str, problems.all))
    assert [problem.code for problem in problems.all] == ["ragged-row", "broken-row"]
    assert [secret for secret in SECRETS if secret in shown + str(reading.not_imported)] == []


def test_addresses_leave_titles_abstracts_and_names() -> None:
    text = (
        "title;authors;abstract;keywords\n"
        "Mail a@b.example;Ann Bee (ann.bee+x@mail.example);"
        'Ask {ann,cy}@mail.example or ANN@MAIL.EXAMPLE.;"x@y.example; owl"\n'
    )
    reading, _ = read(text)
    paper = reading.papers[0]
    assert (value(paper.title), bylines(reading), value(paper.abstract)) == (
        "Mail [email address]",
        [["Ann Bee"]],
        "Ask [email address] or [email address].",
    )
    assert (paper.keywords and paper.keywords.value, reading.not_imported) == (("owl",), {"email": 5})


# Several files


def test_a_sheet_of_authors_adds_affiliations_to_accepted_papers_only(tmp_path: Path) -> None:
    sources = {"papers.json": hotcrp_json(), "authors.csv": hotcrp_authors()}
    ingested, problems, everything = brought_in(tmp_path, **sources)
    assert problems.all == []
    assert papers(tmp_path) == ACCEPTED
    assert [secret for secret in SECRETS if secret.lower() in everything.lower()] == []
    assert f"{REJECTED} rows of other submissions" in ingested.lines[0]


def test_authors_without_titles_are_joined_by_the_number_of_the_submission(tmp_path: Path) -> None:
    sources = {"submissions.csv": easychair(), "authors.csv": easychair_authors()}
    _, problems, everything = brought_in(tmp_path, **sources)
    assert problems.all == []
    assert papers(tmp_path) == ACCEPTED
    assert [secret for secret in SECRETS if secret.lower() in everything.lower()] == []
    affiliated = everything.count("affiliations:")
    assert affiliated == sum(len(each.names) for each in SUBMISSIONS if each.is_accepted)


def test_authors_without_titles_alone_make_no_papers(tmp_path: Path) -> None:
    ingested, _, _ = brought_in(tmp_path, **{"authors.csv": easychair_authors()})
    assert papers(tmp_path) == 0
    assert "the list of accepted papers is not here" in ingested.lines[0]


def test_a_programme_finds_its_papers_by_number_and_by_title(tmp_path: Path) -> None:
    papers_csv = (
        "ID,Title,Authors,Decision\n7,Trees at Night,Ann Bee,Accept\n"
        "8,Owls,Cy Dee,Accept\n9,Hopeless,Eva Eff,Reject\n"
    )
    programme = (
        "date,start,end,session,paper\n2026-08-29,9:00,9:20,Night,#7\n2026-08-29,9:20,9:40,Night,OWLS\n"
        "2026-08-29,9:40,10:00,Night,Closing words\n2026-08-29,10:00,10:20,Night,77\n"
    )
    brought_in(tmp_path, **{"papers.csv": papers_csv, "programme.csv": programme})
    sessions = (tmp_path / "content" / "2026" / "sessions.yaml").read_text(encoding="utf-8")
    assert sorted(path.stem for path in (tmp_path / "content/2026/papers").iterdir()) == [
        "owls",
        "trees-at-night",
    ]
    assert sessions.split("slots:\n")[1].replace("'", "") == (
        "    - paper: trees-at-night\n      start: 09:00\n      end: 09:20\n"
        "    - paper: owls\n      start: 09:20\n      end: 09:40\n"
        "    - title: Closing words\n      start: 09:40\n      end: 10:00\n"
        "    - start: 10:00\n      end: 10:20\n"
    )


def test_equal_numbers_of_two_tracks_are_two_papers(tmp_path: Path) -> None:
    brought_in(
        tmp_path,
        **{
            "a.csv": "#,title,authors,decision\n1,Trees at Night,Ann Bee,accept\n",
            "b.csv": "#,title,authors,decision\n1,A Theory of Owls,Cy Dee,accept\n",
        },
    )
    assert papers(tmp_path) == 2


def test_a_corrected_title_of_one_number_stays_one_paper(tmp_path: Path) -> None:
    brought_in(
        tmp_path,
        **{
            "a.csv": "#,title,authors,decision\n1,Trees at Night,Ann Bee,accept\n",
            "b.csv": "#,title,authors,decision\n1,Trees of the Day,Ann Bee,accept\n",
        },
    )
    assert papers(tmp_path) == 1


# .gitignore


def test_a_private_source_is_ignored_once_and_the_organiser_has_the_last_word(tmp_path: Path) -> None:
    site = project(tmp_path, **{"a [1].csv": hotcrp_csv(), "public.csv": "title,authors\nTrees,Ann Bee\n"})
    (site / ".gitignore").write_text("_site/\n", encoding="utf-8")
    ingest(site, ProblemLog())
    assert (site / ".gitignore").read_text(encoding="utf-8") == "_site/\ncontent/sources/a \\[1\\].csv\n"
    (site / ".gitignore").write_text("_site/\n", encoding="utf-8")
    ingest(site, ProblemLog())
    assert (site / ".gitignore").read_text(encoding="utf-8") == "_site/\n"


def test_a_second_ingest_of_the_same_export_changes_nothing(tmp_path: Path) -> None:
    site = project(tmp_path, **{"a.json": hotcrp_json()})
    ingest(site, ProblemLog())
    again = ingest(site, ProblemLog())
    assert (again.written, again.changes) == ([], [])


# Tables


def test_sources_yaml_names_columns_that_no_name_tells(tmp_path: Path) -> None:
    site = project(
        tmp_path, **{"x.csv": "Beitrag;Wer;Urteil\nTrees;Ann Bee;ja, accept\nHopeless;Cy Dee;reject\n"}
    )
    listed = "- file: sources/x.csv\n  columns:\n    title: Beitrag\n    authors: wer\n    decision: Urteil\n"
    (site / "content" / "sources.yaml").write_text(listed, encoding="utf-8")
    problems = ProblemLog()
    ingest(site, problems)
    assert problems.errors == []
    assert [path.name for path in (site / "content/2026/papers").iterdir()] == ["trees.yaml"]


def test_a_column_or_field_that_is_not_there_is_a_problem() -> None:
    columns = {"title": "Beitrag", "autor": "Wer"}
    _, problems = read("title,authors\nTrees,Ann Bee\n", "csv", columns)
    assert [problem.what for problem in problems.errors] == [
        "sources.yaml maps 'autor', which is no field",
        "there is no column 'Beitrag', which sources.yaml names",
    ]


def test_a_table_of_speakers_has_fields_of_its_own() -> None:
    text = "Name,Institution,Bio,Seite\nAnn Bee,MIT,Ann sails.,https://bee.example/\n"
    reading, problems = read(text, "speakers", {"homepage": "Seite"})
    assert [person.value.homepage for person in reading.people] == ["https://bee.example/"]
    assert problems.errors == []
    _, problems = read(text, "speakers", {"start": "Seite"})
    assert "sources.yaml maps 'start', which is no field" in [each.what for each in problems.errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, end: str) -> None:
    text = 'title,authors\n"Bäume\nund Öl",José López\n'
    problems = ProblemLog()
    decoded = decode(text.replace("\n", end).encode(encoding), "x.csv", problems)
    assert (decoded, problems.all) == (text, [])


def test_bytes_that_are_no_text_are_a_located_problem() -> None:
    problems = ProblemLog()
    assert decode(b"title,authors\nB\x81ume,x\n", "x.csv", problems) is None
    assert decode(b"PK\x03\x04\xff", "x.xlsx", problems) is None
    assert [(str(problem.place), problem.hint) for problem in problems.all] == [
        ("x.csv:2:2", "re-save the file as UTF-8"),
        ("x.xlsx:1:5", "save the spreadsheet as CSV (UTF-8)"),
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ann Bee, Cy Dee and Eva Eff", ["Ann Bee", "Cy Dee", "Eva Eff"]),
        ("Ann Bee, Cy Dee, and Eva Eff", ["Ann Bee", "Cy Dee", "Eva Eff"]),
        ("Ann Bee; Cy Dee;", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee|Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("Bee, Ann; van Dam, Jan", ["Ann Bee", "Jan van Dam"]),
        ("Bee, Ann and Dee, Cy", ["Ann Bee", "Cy Dee"]),
        ("Bee, Ann", ["Ann Bee"]),
        ("Ann Bee, Madonna", ["Ann Bee", "Madonna"]),
        ("Roe, Jane (MIT)*; Doe, John (ETH, Zürich)", ["Jane Roe", "John Doe"]),
        ("King, Jr., Martin Luther; Bee, Ann", ["Martin Luther King Jr.", "Ann Bee"]),
        ("John Doe, Jr., Ann Bee PhD", ["John Doe Jr.", "Ann Bee"]),
        ("Jane Roe1,2, John Doe2*", ["Jane Roe", "John Doe"]),
        ("Jane Roe, jane@mail.example, John Doe", ["Jane Roe", "John Doe"]),
        ("Henry (Hank) Hoffmann & T. S. Eugene Ng", ["Henry (Hank) Hoffmann", "T. S. Eugene Ng"]),
        ("Brandon Sanders", ["Brandon Sanders"]),
        ("泽浩 刘; 王芳", ["泽浩 刘", "王芳"]),
        ("Ann Bee; ; Cy Dee", ["Ann Bee", None, "Cy Dee"]),
        ("Ann Bee et al.", ["Ann Bee et al."]),
    ],
)
def test_names_in_one_cell(cell: str, names: list[str | None]) -> None:
    reading, _ = read(table(["title", "authors"], [["Trees", cell]]))
    assert bylines(reading) == [names]


@pytest.mark.parametrize(
    ("decision", "is_accepted"),
    [
        ("accept", True), ("Accepted", True), ("accept (oral)", True), ("ACCEPT as short paper", True),
        ("Accepted with minor revisions", True), ("Accept as poster", True), ("Oral", True), ("yes", True),
        ("reject", False), ("Desk Reject", False), ("withdrawn", False), ("", False), ("no decision", False),
        ("Not accepted", False), ("Unaccepted", False), ("Weak accept", False), ("no", False),
        ("Awaiting Decision", False), ("Accepted, then withdrawn", False), ("Major revision", False),
    ],
)  # fmt: skip
def test_decisions_in_words(decision: str, is_accepted: bool) -> None:
    reading, _ = read(table(["title", "authors", "decision"], [["Trees", "Ann Bee", decision]]))
    assert bool(reading.papers) is is_accepted


# What must not break one


def test_mutated_exports_break_no_format_and_show_no_address() -> None:
    choice = random.Random(20260829)
    texts = [text[:4000] for _, text in EXPORTS.values()] + [
        hotcrp_authors()[:4000],
        easychair_authors()[:4000],
    ]
    signs = [
        '"',
        "'",
        ",",
        ";",
        "\t",
        "|",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\n",
        "@",
        "\\",
        "\\ud800",
        "\0",
        "=",
        "<",
        "(",
    ]
    slowest = 0.0
    for _ in range(75):
        text = choice.choice(texts)
        for _ in range(choice.randint(1, 8)):
            at = choice.randrange(len(text))
            text = text[:at] + choice.choice(signs) + text[at + choice.randrange(3) :]
        found = detect(text) or choice.choice(SOURCE_FORMATS)
        problems = ProblemLog()
        start = time.process_time()
        found.read(Document("x.txt", text), problems)
        slowest = max(slowest, time.process_time() - start)
        assert not any("@mail.example" in str(problem) for problem in problems.all)
    assert slowest < slowness()


def test_deep_and_huge_json_is_a_problem_and_no_crash() -> None:
    for text in ('[{"pid": 1, "title": ' + "[" * 100_000, '[{"pid": 1, "title": ' + "9" * 10_000 + "}]"):
        reading, problems = read(text, "hotcrp")
        assert (reading.papers == ()) is bool(problems.errors)


def test_2000_rows_are_read() -> None:
    rows = [
        [
            n,
            f"On {word(n % 9999)} {n}",
            f"{word(n % 9999)} Bee <a{n}@mail.example>, Cy {word(n % 999)}",
            "x y " * 200,
            "accept",
        ]
        for n in range(2_000)
    ]
    text = table(["#", "title", "authors", "abstract", "decision"], rows)
    reading, _ = read(text)
    assert (len(reading.papers), reading.not_imported["email"]) == (2_000, 2_000)
