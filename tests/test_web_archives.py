"""Pages that browsers save as one file, and mails: the page in them is read."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
import yaml

from site_gen.ingest.reading.files.web_archive import page_in
from site_gen.problems import ProblemLog
from tests.command import in_project as ran

MHTML = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://owls.example/programme
Subject: =?utf-8?Q?Owls=202031?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----B--"


------B--
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html><head><title>Owls 2031</title></head><body>
<h2>Monday, 9 June 2031</h2>
<p>9:00=E2=80=9310:00 Nests in Tow=
ers (Hall A)</p>
<p>10:00=E2=80=9310:30 Coffee</p>
</body></html>
------B--
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------B----
"""
MAIL = """\
From: Ada Abel <ada@owls.example>
To: chairs@owls.example
Subject: programme
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="a"

--a
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: 8bit

plain
--a
Content-Type: text/html; charset="iso-8859-1"
Content-Transfer-Encoding: 8bit

<p>caf\xe9</p>
--a--
--m
Content-Type: text/csv
Content-Disposition: attachment; filename="rooms.csv"

a,b
--m--
"""


def test_the_page_of_an_archive_is_ingested_as_if_it_were_saved_alone(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": "title: Owls\ntime_zone: UTC\n",
        "content/sources.yaml": '- file: sources/page.mhtml\n  edition: "2031"\n',
        "content/sources/page.mhtml": MHTML.replace("\n", "\r\n"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    status, output = ran(tmp_path, "ingest")
    assert (status, "warning" in output, "error" in output) == (0, False, False), output
    sessions = yaml.safe_load((tmp_path / "content/2031/sessions.yaml").read_text("utf-8"))
    assert [(each["title"], each["start"], each.get("room")) for each in sessions] == [
        ("Nests in Towers", "09:00", "Hall A"),
        ("Coffee", "10:00", None),
    ]


def test_of_a_mail_the_page_is_read_and_what_is_attached_is_told() -> None:
    problems = ProblemLog()
    assert page_in(MAIL.encode("latin-1"), "content/sources/x.eml", problems) == "<p>café</p>".encode()
    assert [str(each) for each in problems.all] == [
        "content/sources/x.eml: warning: 'rooms.csv' is attached to this mail, and not read [attached-file]\n"
        "    hint: save it beside the mail in content/sources/"
    ]


def test_a_plain_mail_is_its_text() -> None:
    mail = b"Subject: programme\nContent-Type: text/plain; charset=utf-8\n\n9:00 Nests\n"
    assert page_in(mail, "x.eml", ProblemLog()) == b"9:00 Nests\n"


def test_the_archive_of_another_browser_is_its_main_resource() -> None:
    main = {"WebResourceData": "<p>café</p>".encode("cp1252"), "WebResourceTextEncodingName": "windows-1252"}
    held = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)
    assert page_in(held, "x.webarchive", ProblemLog()) == "<p>café</p>".encode()


NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{each}\n\n--b{each}\n" for each in range(3_000))


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("x.webarchive", b"bplist00" + bytes(60)),
        ("x.webarchive", plistlib.dumps([1])),
        ("x.webarchive", plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}})),
        ("x.mhtml", b"Content-Type: image/png\n\nabc"),
        ("x.mhtml", NESTED.encode()),
    ],
)
def test_a_file_without_a_page_is_told(name: str, held: bytes) -> None:
    problems = ProblemLog()
    assert page_in(held, name, problems) is None
    assert [str(each) for each in problems.all] == [
        f"{name}: error: no page is found in this file [web-archive]\n"
        "    hint: save the page as HTML alone, or as plain text (UTF-8)"
    ]


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        (
            "programme.txt",
            "{\\rtf1\\ansi\\deff0\n{\\pard 9:00 Nests\\par}\n}\n",
            "save it as .docx, as a web page, or as plain text (UTF-8);",
        ),
        (
            "programme.tex",
            "% the programme\n\\documentclass{article}\n\\begin{document}\n9:00 Nests\n\\end{document}\n",
            "of its PDF: give its text as .txt, .md or .csv (UTF-8);",
        ),
    ],
)
def test_a_text_for_another_program_is_refused_in_words(
    tmp_path: Path, name: str, text: str, hint: str
) -> None:
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Owls\n")
    (tmp_path / "content/sources" / name).write_text(text)
    status, output = ran(tmp_path, "ingest")
    assert (status, output.splitlines()) == (
        1,
        [
            f"content/sources/{name}: error: files of this kind are not read [unread-file]",
            f"    hint: {hint}",
            "          to leave it out, write ignore: yes for it into content/sources.yaml",
            "1 error, 0 warnings; nothing changed",
        ],
    )
