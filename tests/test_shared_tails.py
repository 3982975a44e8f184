"""Words of a page at the end of all abstracts are none of them, and numbers alone are no titles."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested

BUTTONS = "".join(
    f"""<div><b>Title:</b> {title}<br><b>Authors:</b> {name}<br><b>Abstract:</b><p>{text}</p>
<a href="/x.pdf">Download PDF</a> <button>Close</button></div>
"""
    for title, name, text in (
        ("Trees that sing", "Ann Lee", "Trees sing when wind comes, and we record what they sing of."),
        ("Nests in barns", "Bo Dee", "Nests keep eggs warm in all of the barns that we have counted"),
        ("Eggs in spring", "Cy Roe", "Eggs come in spring, and we ask three models why they do so."),
        ("Moons and mice", "Di Fay", "Mice look at moons, which we learn by looking at the mice."),
    )
)
NUMBERS = """\
1100 1145
Ann Lee (Owl College), Bo Dee (Barn Institute)

1200 1245
Cy Roe (Owl College), Di Fay (Moon College)

1300 1345
Ed Gum (Owl College), Flo Hart (Moon College)
"""


def test_buttons_below_all_abstracts_are_none_of_them(tmp_path: Path) -> None:
    page = f"<html><head><title>Owls 2031</title></head><body>{BUTTONS}</body></html>"
    told, _, _ = ingested(tmp_path, "papers.html", page)
    papers = [
        yaml.safe_load(path.read_text("utf-8")) for path in (tmp_path / "content/2031/papers").iterdir()
    ]
    assert {paper["title"]: paper["abstract"] for paper in papers} == {
        "Trees that sing": "Trees sing when wind comes, and we record what they sing of.",
        "Nests in barns": "Nests keep eggs warm in all of the barns that we have counted",
        "Eggs in spring": "Eggs come in spring, and we ask three models why they do so.",
        "Moons and mice": "Mice look at moons, which we learn by looking at the mice.",
    }
    assert "'Download PDF Close' below abstracts (4)" in told


def test_numbers_alone_are_no_titles(tmp_path: Path) -> None:
    told, titles, _ = ingested(tmp_path, "papers.txt", NUMBERS)
    assert titles == []
    assert "the title '1100 1145' is numbers alone" in told
