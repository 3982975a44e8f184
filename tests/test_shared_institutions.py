"""Names in one cell, of which several share an institution, or stand in lines and elements of their own."""

from __future__ import annotations

import pytest

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.objects.item_texts import people_text
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.byline_layouts import names_of


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Ann B. Lee, Bo Dee, and Cy Roe (Owl University); Di Fay (Barn University, Owl University)",
            [
                ("Ann B. Lee", ("Owl University",)),
                ("Bo Dee", ("Owl University",)),
                ("Cy Roe", ("Owl University",)),
                ("Di Fay", ("Barn University, Owl University",)),
            ],
        ),
        (
            "Ann Lee (Owl University); Bo Dee (Barn Institute)\n"
            "Cy Roe, cy@owls.example, IBM Research\nDi E. Fay, di@owls.example,IBM Research",
            [
                ("Ann Lee", ("Owl University",)),
                ("Bo Dee", ("Barn Institute",)),
                ("Cy Roe", ("IBM Research",)),
                ("Di E. Fay", ("IBM Research",)),
            ],
        ),
        (
            "Ann Lee (MIT); Bo Dee, Cy Roe (Owl University), Di Fay (Red Hat)",
            [
                ("Ann Lee", ("MIT",)),
                ("Bo Dee", ("Owl University",)),
                ("Cy Roe", ("Owl University",)),
                ("Di Fay", ("Red Hat",)),
            ],
        ),
        ("Ann Lee, Bo Deering. (Submission to a journal)", [("Ann Lee", ()), ("Bo Deering", ())]),
        (
            "<ul><li>Ann Lee</li><li>Bo Dee</li></ul>",
            [("Ann Lee", ()), ("Bo Dee", ())],
        ),
    ],
)
def test_nobody_is_an_institution_or_two_people(cell: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    found = split_authors(cell, 1, PrivateValues())
    assert [(each.name, each.affiliations) for each in found] == names


def test_a_text_of_a_list_with_two_institutions_is_several_people() -> None:
    text = people_text(["Ann Lee, Bo Dee (Owl University), Cy (Max) Roe (School of Owls, Barn Institute)"])
    assert text == "Ann Lee, Bo Dee (Owl University); Cy (Max) Roe (School of Owls, Barn Institute);"
    assert [(each.name, each.affiliations) for each in split_authors(text, 1, PrivateValues())] == [
        ("Ann Lee", ("Owl University",)),
        ("Bo Dee", ("Owl University",)),
        ("Cy (Max) Roe", ("School of Owls, Barn Institute",)),
    ]


def test_a_number_at_the_end_of_an_institution_is_none_of_a_list() -> None:
    names = names_of("Ann Lee (Owl Data61); Bo Dee (MIT)", 1, PrivateValues(), affiliated=False)
    assert [(each.name, each.affiliations) for each in names] == [
        ("Ann Lee", ("Owl Data61",)),
        ("Bo Dee", ("MIT",)),
    ]
