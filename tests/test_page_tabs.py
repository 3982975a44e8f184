"""Pages whose days stand on tabs: what each opens is of that day."""

from __future__ import annotations

from pathlib import Path

from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.records import Document
from tests.ingested import ingested

PAGE = """<html><body><h1>Owl Workshop 2031</h1>
<ul role="tablist"><li><a href="#one" role="tab" data-toggle="tab">Wed Dec 3</a></li>
<li><a href="#two" role="tab" data-toggle="tab">Thu <b>Dec 4</b></a></li></ul>
<div class="tab-content">
<div role="tabpanel" id="one"><p>09:00 - 10:00</p><h4>Session 1 (chair: Ann Lee)</h4>
<p>10:00 - 10:30</p><p>Coffee break</p></div>
<div role="tabpanel" id="two"><p>09:00 - 10:00</p><h4>Session 2 (chair: Bo Dee)</h4>
<p>10:00 - 10:30</p><p>Coffee break</p></div>
</div></body></html>
"""
ONE_PANE = PAGE.replace('id="two"', 'id="other"')


def test_what_a_tab_opens_is_of_the_day_that_is_written_on_it(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.html", PAGE)
    assert [(each["title"], str(each["date"]), each["start"], each.get("people")) for each in sessions] == [
        ("Session 1", "2031-12-03", "09:00", [{"name": "Ann Lee", "role": "chair"}]),
        ("Coffee break", "2031-12-03", "10:00", None),
        ("Session 2", "2031-12-04", "09:00", [{"name": "Bo Dee", "role": "chair"}]),
        ("Coffee break", "2031-12-04", "10:00", None),
    ]


def test_links_that_open_nothing_of_the_page_stay_where_they_are() -> None:
    assert copied(Document("x.html", ONE_PANE), "plain").text.split("\n")[:4] == [
        "Owl Workshop 2031",
        "Wed Dec 3",
        "Thu Dec 4",
        "09:00 - 10:00",
    ]
