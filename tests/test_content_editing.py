"""Changing keys and items of content files: what is not changed keeps its bytes, comments included."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.content import ItemList, Plain, edit_item, edit_mapping, insert_item, remove_item


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("title: Old\ndoi: x\n", {"title": "New"}, "title: New\ndoi: x\n"),
        (
            "# mine\ntitle: Old  # odd\n\n# below\n",
            {"title": "New"},
            "# mine\ntitle: New  # odd\n\n# below\n",
        ),
        ("title: Old\n# below\ndoi: x\n", {"title": None}, "# below\ndoi: x\n"),
        ("title: A # keep\ndoi: x\n", {"title": None}, "# keep\ndoi: x\n"),
        ("title: A\n", {"doi": "x"}, "title: A\ndoi: x\n"),
        ("title: A", {"doi": "x"}, "title: A\ndoi: x\n"),
        ("title: A\ndoi: x", {"title": "B"}, "title: B\ndoi: x"),
        ("title: A\n\n# the end\n", {"doi": "x"}, "title: A\ndoi: x\n\n# the end\n"),
        ("", {"title": "A"}, "title: A\n"),
        ("# only this\n", {"title": "A"}, "# only this\ntitle: A\n"),
        ("\ufefftitle: A\ndoi: x\n", {"title": "B"}, "\ufefftitle: B\ndoi: x\n"),
        ("title: A\r\ndoi: x\r\n", {"title": "B", "pages": "1"}, "title: B\r\ndoi: x\r\npages: '1'\r\n"),
        ('"title": "A # b"  # c\ndoi: x\n', {"title": "B"}, "title: B  # c\ndoi: x\n"),
        ("title:\ndoi: x\n", {"title": "B"}, "title: B\ndoi: x\n"),
        ("title: two\n  lines # c\ndoi: x\n", {"title": "B"}, "# c\ntitle: B\ndoi: x\n"),
        ("note: |+\n  a # text\n\n\ndoi: x\n", {"note": "b"}, "note: b\n\n\ndoi: x\n"),
        (
            "note: >- # why\n  a\n\n  # text\n# out\ndoi: x\n",
            {"note": "b"},
            "# why\nnote: b\n# out\ndoi: x\n",
        ),
        ("note: |\n  last", {"doi": "x"}, "note: |\n  last\ndoi: x\n"),
        (
            "authors: # all\n  - A # first\n  # second\n  - name: B#\n    author: b\n\n  - C\ndoi: x\n",
            {"authors": ["D"]},
            "# all\n# first\n# second\nauthors:\n  - D\ndoi: x\n",
        ),
        (
            "keywords: [a, # one\n  'b # c', # two\n  d]\ndoi: x\n",
            {"keywords": ["e"]},
            "# one\n# two\nkeywords:\n  - e\ndoi: x\n",
        ),
        ("a: {b: [c]}\nd: e\n", {"d": "f"}, "a: {b: [c]}\nd: f\n"),
        ("authors:\n- A\n- B\ndoi: x\n", {"authors": ["C"]}, "authors:\n  - C\ndoi: x\n"),
        ("authors:\n- A\n- B\n", {"doi": "x"}, "authors:\n- A\n- B\ndoi: x\n"),
        ("---\ntitle: A\n...\n", {"doi": "x"}, "---\ntitle: A\ndoi: x\n...\n"),
    ],
)
def test_only_the_changed_keys_of_a_mapping_get_other_bytes(
    before: str, changes: dict[str, Plain], after: str
) -> None:
    assert edit_mapping(before, changes) == after


SESSIONS = """\
# Sessions of 2022
- id: a # the opening
  title: Opening

# Papers begin.
- title: Orals
  id: b
  slots:
    - paper: x
"""


@pytest.mark.parametrize(
    ("before", "item", "changes", "after"),
    [
        (SESSIONS, "a", {"title": "Start"}, SESSIONS.replace("Opening\n", "Start\n")),
        (SESSIONS, "a", {"room": "R"}, SESSIONS.replace("Opening\n", "Opening\n  room: R\n")),
        (SESSIONS, "b", {"title": None}, SESSIONS.replace("- title: Orals\n", "-\n")),
        (SESSIONS, "b", {"slots": None}, SESSIONS.replace("  slots:\n    - paper: x\n", "")),
        ("- title: A # c\n  id: a\n", "a", {"title": "B"}, "- title: B  # c\n  id: a\n"),
        ("-\n  id: a\n  title: A\n", "a", {"title": "B"}, "-\n  id: a\n  title: B\n"),
        ("  -   id: a\n      title: A\n", "a", {"room": "R"}, "  -   id: a\n      title: A\n      room: R\n"),
        ("- id: a\r\n- id: b\r\n", "a", {"room": "R"}, "- id: a\r\n  room: R\r\n- id: b\r\n"),
        ("- id: a\n- id: b", "b", {"room": "R"}, "- id: a\n- id: b\n  room: R\n"),
        ("- id: a\n- {id: b}\n", "a", {"room": "R"}, "- id: a\n  room: R\n- {id: b}\n"),
    ],
)
def test_only_the_changed_keys_of_an_item_get_other_bytes(
    before: str, item: str, changes: dict[str, Plain], after: str
) -> None:
    assert edit_item(before, item, changes) == after


@pytest.mark.parametrize(
    ("before", "after_item", "after"),
    [
        ("", None, "- id: new\n"),
        ("# mine\n", None, "# mine\n- id: new\n"),
        ("[]\n", None, "- id: new\n"),
        ("# mine\n[] # none yet\n", None, "# mine\n# none yet\n- id: new\n"),
        ("# mine\n- id: a\n", None, "# mine\n- id: new\n\n- id: a\n"),
        ("# mine\n\n# of a\n- id: a\n", None, "# mine\n\n- id: new\n\n# of a\n- id: a\n"),
        ("- id: a\n\n- id: b\n", "a", "- id: a\n\n- id: new\n\n- id: b\n"),
        (
            "- id: a\n  # end of a\n\n# of b\n- id: b",
            "b",
            "- id: a\n  # end of a\n\n# of b\n- id: b\n\n- id: new\n",
        ),
        ("  - id: a\n", "a", "  - id: a\n\n  - id: new\n"),
        ("- id: a\r\n", "a", "- id: a\r\n\r\n- id: new\r\n"),
        (
            "- id: a\n  slots:\n    - paper: x # y\n",
            "a",
            "- id: a\n  slots:\n    - paper: x # y\n\n- id: new\n",
        ),
        ("\ufeff- id: a\n", None, "\ufeff- id: new\n\n- id: a\n"),
    ],
)
def test_a_new_item_stands_behind_its_neighbour_or_first(
    before: str, after_item: str | None, after: str
) -> None:
    assert insert_item(before, {"id": "new"}, after_item) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n\n- id: x\n  title: X\n\n- id: b\n", "- id: a\n\n- id: b\n"),
        ("# mine\n- id: x # why\n  title: X\n  # and\n  room: R\n", "# mine\n# why\n"),
        ("- id: a\n# of x\n- id: x\n", "- id: a\n# of x\n"),
        ("-\n  title: X\n  id: x\n-\n  id: a\n", "-\n  id: a\n"),
        ("- id: a\r\n- id: x\r\n", "- id: a\r\n"),
    ],
)
def test_a_removed_item_leaves_its_neighbours_and_comments(before: str, after: str) -> None:
    assert remove_item(before, "x") == after


def test_many_changes_of_one_list_leave_all_else_as_it_was() -> None:
    items = ItemList(
        "# mine\r\n\r\n# of a\r\n- id: a # one\r\n  room: R\r\n\r\n- {id: f}\r\n# of b\r\n- id: b"
    )
    items.insert({"id": "new"}, "b")
    items.change("new", {"title": "New"})
    items.change("a", {"room": None, "title": "A"})
    items.insert({"id": "first"}, None)
    items.remove("b")
    items.remove("first")
    assert items.text == (
        "# mine\r\n\r\n# of a\r\n- id: a # one\r\n  title: A\r\n\r\n- {id: f}\r\n# of b\r\n"
        "- id: new\r\n  title: New\r\n"
    )


def test_an_item_that_is_added_and_taken_away_again_leaves_no_byte() -> None:
    items = ItemList("# nothing yet")
    items.insert({"id": "new"}, None)
    assert items.text == "# nothing yet\n- id: new\n"
    items.remove("new")
    assert items.text == "# nothing yet"


@pytest.mark.parametrize("text", ["{title: A}\n", "? title\n: A\n"])
def test_a_mapping_that_is_not_written_line_by_line_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not written with one key a line"):
        edit_mapping(text, {"title": "B"})


@pytest.mark.parametrize("text", ["[{id: a}]\n", "- {id: a}\n", "- ? id\n  : a\n"])
def test_a_list_that_is_not_written_line_by_line_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not written with one key a line"):
        edit_item(text, "a", {"title": "B"})
    with pytest.raises(ValueError, match="not written with one key a line"):
        insert_item(text, {"id": "new"}, "a")
    with pytest.raises(ValueError, match="not written with one key a line"):
        insert_item(text, {"id": "new"}, None)
    with pytest.raises(ValueError, match="not written with one key a line"):
        remove_item(text, "a")


WORDS = st.sampled_from(["a", "# b", "c: d", "- e", "'f'", '"g', "{h}", "two words", "é ", "", "x" * 130])
VALUES = st.one_of(
    WORDS, st.lists(WORDS, max_size=3), st.dictionaries(st.sampled_from("pqr"), WORDS, max_size=2)
)
MAPPINGS = st.dictionaries(
    st.sampled_from(["k", "l", "m", "a b", "no", "#n"]), VALUES, min_size=1, max_size=4
)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "default_flow_style": st.just(False),
        "indent": st.sampled_from([2, 4]),
        "width": st.sampled_from([20, 100]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


@settings(max_examples=100)
@given(MAPPINGS, MAPPINGS, st.sets(st.sampled_from(["k", "l", "m"])), STYLES)
def test_however_a_mapping_is_written_an_edit_gives_exactly_the_wanted_value(
    before: dict[str, Plain], changes: dict[str, Plain], removed: set[str], style: dict[str, object]
) -> None:
    text = yaml.safe_dump(before, allow_unicode=True, sort_keys=False, **style)  # type: ignore[call-overload]
    edited = edit_mapping(text, {**changes, **dict.fromkeys(removed)})
    wanted = {key: value for key, value in {**before, **changes}.items() if key not in removed}
    assert yaml.safe_load(edited) in (wanted, wanted or None)


@settings(max_examples=100)
@given(st.lists(MAPPINGS, min_size=1, max_size=3), MAPPINGS, STYLES)
def test_however_a_list_is_written_an_edit_gives_exactly_the_wanted_items(
    mappings: list[dict[str, Plain]], changes: dict[str, Plain], style: dict[str, object]
) -> None:
    items = [{**mapping, "id": f"i{number}"} for number, mapping in enumerate(mappings)]
    text = yaml.safe_dump(items, allow_unicode=True, sort_keys=False, **style)  # type: ignore[call-overload]
    new: dict[str, Plain] = {"id": "n", **changes}
    assert yaml.safe_load(edit_item(text, "i0", changes)) == [{**items[0], **changes}, *items[1:]]
    assert yaml.safe_load(insert_item(text, new, None)) == [new, *items]
    assert yaml.safe_load(insert_item(text, new, "i0")) == [items[0], new, *items[1:]]
    assert (yaml.safe_load(remove_item(text, "i0")) or []) == items[1:]
