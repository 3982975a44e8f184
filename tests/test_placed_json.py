"""Where each object of a JSON text begins, and each of its values, however deep they lie."""

from __future__ import annotations

from site_gen.ingest.reading.objects.placed_json import JsonObject, read_objects
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog

TEXT = r"""{
  "a{": ["x\"]", {"b": -1.50, "c": [ [], {"d": "\\"} ]}, null],
  "e": {"f": true , "g": {"b": "é"}}
}"""


def places(found: JsonObject) -> list[str]:
    """Each key with the line and column of its value, and those of the objects inside."""
    held = [f"{key} {found.place_of(key).line}:{found.place_of(key).column}" for key in found.members]
    for key, value in found.members.items():
        inner = found.object(key)
        objects = found.objects(key) if isinstance(value, list) else [inner] if inner else []
        held += [place for each in objects for place in places(each)]
    return held


def test_each_value_has_its_place() -> None:
    problems = ProblemLog()
    (found,) = read_objects(Document("x.json", TEXT), "", problems)
    assert places(found) == ["a{ 2:9", "e 3:8", "b 2:24", "c 2:36", "d 2:48", "f 3:14", "g 3:26", "b 3:32"]
    assert found.place_of("none").line == 1
    assert problems.all == []


def test_a_key_of_escaped_signs_is_the_one_that_is_meant() -> None:
    (found,) = read_objects(Document("x.json", r'{"a\"]\u00e9" : 1, "" :{"\\": 2}}'), "", ProblemLog())
    assert places(found) == ['a"]é 1:17', " 1:24", "\\ 1:31"]


def test_objects_in_a_list_have_theirs() -> None:
    found = read_objects(Document("x.json", '[[{}], {"a": [{"b": ""}, 2]},\n {"a": ""}]'), "", ProblemLog())
    assert [place for each in found for place in places(each)] == ["a 1:14", "b 1:21", "a 2:8"]


def test_text_that_breaks_off_is_located() -> None:
    problems = ProblemLog()
    assert read_objects(Document("x.json", '[{"a": "}]'), "", problems) == []
    assert [(each.place.line, each.place.column) for each in problems.all] == [(1, 8)]
