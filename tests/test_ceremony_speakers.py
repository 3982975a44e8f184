"""Who opens or closes a conference, behind the title of that: read where it is sure, or told."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, June 2, 2031

9:00-9:10 Opening (Maria Keller)
9:10-9:20 Opening - Ann Lee (General Chair)
9:20-9:30 Welcome by Bo Dee
9:30-9:40 Opening of the exhibition (Dr. Eva Roth, Mayor of Ulm)
9:40-9:45 Opening address (Gus Ives, Programme Chair)
9:45-9:50 Welcome (Flo Hart, Gus Ives)
9:50-10:00 Opening (Great Hall)
10:00-10:30 Welcome Reception by Acme Foods
10:30-12:00 Session 1: Woods
10:30 Trees that sing
Cy Roe, Di Fay
11:00 Owls at noon
Ed Gum
12:00-12:20 Closing remarks – Di Fay
12:20-12:30 Closing and Outlook
"""


def test_who_is_surely_named_behind_a_ceremony_speaks_and_another_name_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Opening (Maria Keller)", None),
        ("Opening", [{"name": "Ann Lee", "affiliation": "General Chair"}]),
        ("Welcome by Bo Dee", None),
        ("Opening of the exhibition", [{"name": "Eva Roth", "affiliation": "Mayor of Ulm"}]),
        ("Opening address", [{"name": "Gus Ives", "affiliation": "Programme Chair"}]),
        ("Welcome (Flo Hart, Gus Ives)", None),
        ("Opening", None),
        ("Welcome Reception by Acme Foods", None),
        ("Session 1: Woods", None),
        ("Closing remarks", ["Di Fay"]),
        ("Closing and Outlook", None),
    ]
    assert [each.get("room") for each in sessions if each["title"] == "Opening"] == [None, "Great Hall"]
    told = [line for line in output.splitlines() if "[doubtful-name]" in line]
    assert told == [
        f"content/sources/programme.txt:{place}: warning: '{title}' is read as a title: nobody is told to "
        "speak [doubtful-name]"
        for place, title in (
            ("3:11", "Opening (Maria Keller)"),
            ("5:11", "Welcome by Bo Dee"),
            ("8:11", "Welcome (Flo Hart, Gus Ives)"),
        )
    ]


GERMAN = """Montag, 2. Juni 2031

09:00-09:10 Eröffnung: Anna Lehmann, Tagungsleitung
09:10-09:20 Grußwort: Dr. Bernd Roth (Stadt Ulm) und Cora Sand (Land)
09:20-09:30 Begrüßung durch Deutsche Telekom
09:30-09:45 Begrüßung durch die Müller GmbH
10:45-11:15 Schnelle Nester für langsame Vögel. Bernd Roth, Dora Pohl
11:15-11:45 Langsame Nester für schnelle Vögel. Eva Fink, Fritz Groß
11:45-12:00 Verabschiedung: Fritz Groß & Eva Fink
12:00-12:10 Abschluss: Nächste Schritte
"""


def test_who_stands_behind_a_colon_speaks_and_a_company_does_not(tmp_path: Path) -> None:
    output, papers, sessions = ingested(tmp_path, "programm.txt", GERMAN)
    assert papers == ["Langsame Nester für schnelle Vögel", "Schnelle Nester für langsame Vögel"]
    assert [(each["title"], each.get("people")) for each in sessions if "slots" not in each] == [
        ("Eröffnung", [{"name": "Anna Lehmann", "affiliation": "Tagungsleitung"}]),
        (
            "Grußwort",
            [
                {"name": "Bernd Roth", "affiliation": "Stadt Ulm"},
                {"name": "Cora Sand", "affiliation": "Land"},
            ],
        ),
        ("Begrüßung durch Deutsche Telekom", None),
        ("Begrüßung durch die Müller GmbH", None),
        ("Verabschiedung", ["Fritz Groß", "Eva Fink"]),
        ("Abschluss: Nächste Schritte", None),
    ]
    told = [line.partition("warning: ")[2] for line in output.splitlines() if "[doubtful-name]" in line]
    assert told == [
        "'Begrüßung durch Deutsche Telekom' is read as a title: nobody is told to speak [doubtful-name]"
    ]
