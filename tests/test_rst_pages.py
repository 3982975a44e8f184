"""Pages in reStructuredText: read as the Markdown that they mean."""

from __future__ import annotations

from pathlib import Path

import yaml

from site_gen.ingest.reading.files.rst_page import as_markdown
from site_gen.ingest.records import Document
from tests.ingested import ingested

LIST = """===============
Accepted Papers
===============

:date: 2030-02-05 16:00
:tags: programme

.. contents::

Long papers
===========

.. |br| raw:: html

   <br />

*How to grow owls at night*
|br| **Ann Lee and Bob Roe**

*Weighing owls with a feather*
|br| **Cy Dee, Dan Eel and Eve Moss**

*Nests without any trees*
|br| **Gus Grissom**

|

*Counting all the crows*
|br| **Ida Jay and Ivo Kay**
"""
PROGRAMME = """Schedule
========

Monday, 5 May 2031
------------------

+---------------+-----------------------------+------------+
| Time          | Session                     | Room       |
+===============+=============================+============+
| 09:00 - 10:00 | Opening                     | Aula       |
+---------------+-----------------------------+------------+
| 10:00 - 11:00 | `Owls at night <owls.html>`_| Hall 2     |
|               | and at noon                 |            |
+---------------+-----------------------------+------------+

Tuesday, 6 May 2031
-------------------

=============  ==================  ======
Time           Session             Room
=============  ==================  ======
09:00 - 10:00  Nests               Aula
10:00 - 11:00  Feathers and wings  Hall 2
=============  ==================  ======
"""


def test_a_list_of_papers(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "accepted.rst", LIST)
    assert titles == [
        "Counting all the crows",
        "How to grow owls at night",
        "Nests without any trees",
        "Weighing owls with a feather",
    ]
    paper = tmp_path / "content/2031/papers/weighing-owls-with-a-feather.yaml"
    assert yaml.safe_load(paper.read_text("utf-8"))["authors"] == ["Cy Dee", "Dan Eel", "Eve Moss"]


def test_tables_below_their_days(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "schedule.rst", PROGRAMME)
    names = ("title", "date", "start", "end", "room")
    assert [tuple(str(each[name]) for name in names) for each in sessions] == [
        ("Opening", "2031-05-05", "09:00", "10:00", "Aula"),
        ("Owls at night and at noon", "2031-05-05", "10:00", "11:00", "Hall 2"),
        ("Nests", "2031-05-06", "09:00", "10:00", "Aula"),
        ("Feathers and wings", "2031-05-06", "10:00", "11:00", "Hall 2"),
    ]


DIRECTIVES = """Schedule
========

.. A comment: 08:00 - 09:00 Nothing of this takes place.

.. note::

   All talks are in the Aula.

Monday, 5 May 2031
------------------

.. list-table:: The morning
   :header-rows: 1
   :widths: 20 60 20

   * - Time
     - Session
     - Room
   * - 09:00 - 10:00
     - Opening
     - Aula
   * - 10:00 - 11:00
     - `Owls at night <owls.html>`_
       and at noon
     - Hall 2

Tuesday, 6 May 2031
-------------------

.. container:: wide

   .. csv-table::
      :header: "Time", "Session", "Room"

      "09:00 - 10:00", "Nests, and all in them", "Aula"
      "10:00 - 11:00", "Feathers", "Hall 2"

.. toctree::

   venue
"""


def test_tables_of_directives_are_read_and_comments_are_not(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "schedule.rst", DIRECTIVES)
    names = ("title", "date", "start", "end", "room")
    assert [tuple(str(each[name]) for name in names) for each in sessions] == [
        ("Opening", "2031-05-05", "09:00", "10:00", "Aula"),
        ("Owls at night and at noon", "2031-05-05", "10:00", "11:00", "Hall 2"),
        ("Nests, and all in them", "2031-05-06", "09:00", "10:00", "Aula"),
        ("Feathers", "2031-05-06", "10:00", "11:00", "Hall 2"),
    ], output


SPANS = """Programme
=========

+---------------+---------------------------------------------+
| Time          | Monday, 5 May 2031                          |
|               +----------------------+----------------------+
|               | Hall A               | Hall B               |
+===============+======================+======================+
| 09:00 - 10:00 | Opening of the owls, which is for everybody |
+---------------+----------------------+----------------------+
| 10:00 - 11:00 | How owls hear        | Nest building        |
|               |                      |                      |
|               | Ann Lee              | Bob Roe              |
+---------------+----------------------+                      |
| 11:00 - 12:00 | Fast wings and what  |                      |
|               | they need            |                      |
+---------------+----------------------+----------------------+
| 12:00 - 13:00 | Lunch                                       |
+---------------+---------------------------------------------+

Tuesday, 6 May 2031
-------------------

+-------------+----------------+---------+
| Time        | Title          | Speaker |
+=============+================+=========+
| 9:00-9:30   | Two ears       | Cy Dee  |
+-------------+----------------+         |
| 9:30-10:00  | One ear higher |         |
+-------------+----------------+---------+
| 10:00-10:30 | Coffee break             |
+-------------+----------------+---------+
"""


def test_cells_of_grid_tables_go_over_rows_and_columns(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "schedule.rst", SPANS)
    names = ("title", "date", "start", "end", "room", "people")
    assert [tuple(str(each[name]) for name in names if name in each) for each in sessions] == [
        ("Opening of the owls, which is for everybody", "2031-05-05", "09:00", "10:00"),
        (
            "How owls hear",
            "2031-05-05",
            "10:00",
            "11:00",
            "Hall A",
            "['Ann Lee']",
        ),
        (
            "Nest building",
            "2031-05-05",
            "10:00",
            "12:00",
            "Hall B",
            "['Bob Roe']",
        ),
        ("Fast wings and what they need", "2031-05-05", "11:00", "12:00", "Hall A"),
        ("Lunch", "2031-05-05", "12:00", "13:00"),
        ("Two ears", "2031-05-06", "09:00", "09:30", "['Cy Dee']"),
        ("One ear higher", "2031-05-06", "09:30", "10:00", "['Cy Dee']"),
        ("Coffee break", "2031-05-06", "10:00", "10:30"),
    ], output


PRINTED = """mysql> select id, title, authors from papers;
+----+----------------------+-------------------+
| id | title                | authors           |
+----+----------------------+-------------------+
| 12 | Counting the crows   | Ann Lee, Bob Roe  |
|  7 | How owls hear        | Cy Dee            |
| 31 | Nests without trees  | Dan Fox, Eve Gold |
+----+----------------------+-------------------+
3 rows in set (0.00 sec)
"""


def test_each_line_of_a_printed_table_is_a_row(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "accepted.txt", PRINTED)
    assert titles == ["Counting the crows", "How owls hear", "Nests without trees"], output


OPEN = """Programme
=========

+-------------+----------------+
| Time        | Title          |
+=============+================+
| 9:00-9:30   | Two ears       |
+-------------+----------------+
| 9:30-10:00 | One ear higher  |
+-------------+----------------+
| 10:00-10:30 | Coffee break   |
+-------------+----------------+
"""


def test_a_grid_whose_edges_do_not_meet_stays_as_it_stands() -> None:
    document = Document("schedule.rst", OPEN)
    assert as_markdown(document).text == OPEN.replace("Programme\n=========", "# Programme\n")
