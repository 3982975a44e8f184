"""Pages in reStructuredText: read as the Markdown that they mean."""

from __future__ import annotations

from pathlib import Path

import yaml

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
