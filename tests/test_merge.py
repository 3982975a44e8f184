"""The rule for one field, and aliases: who wins, an editor or the sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from site_gen.content import Content, Plain, digest
from site_gen.content.provenance import FieldProvenance, entity_provenance, provenance_text
from site_gen.ingest.assemble import Alias
from site_gen.ingest.merge import HandEdit, Limits, load_provenance, merge_aliases
from site_gen.ingest.merge.fields import FieldsMerged, merge_fields
from site_gen.problems import Place, ProblemLog

HERE = ("s.txt:1",)


def memory(value: Plain, places: tuple[str, ...] = HERE) -> FieldProvenance:
    """What is remembered of a value."""
    return FieldProvenance(digest(value), places)


def merged(
    sources: dict[str, Plain], held: dict[str, Plain], provenance: dict[str, Plain], *, limit: str = ""
) -> FieldsMerged:
    """What becomes of fields that stand in line 1 of s.txt; `limit` is the only file that may change."""
    return merge_fields(
        {name: (value, HERE) for name, value in sources.items()},
        held,
        {name: memory(value) for name, value in provenance.items()},
        Limits(frozenset([limit] if limit else [])),
    )


def test_a_new_field_is_taken() -> None:
    assert merged({"title": "A"}, {}, {}) == FieldsMerged({"title": "A"}, {"title": memory("A")}, [])


def test_a_field_that_is_as_it_was_stays() -> None:
    assert merged({"title": "A"}, {"title": "A"}, {"title": "A"}) == FieldsMerged(
        {}, {"title": memory("A")}, []
    )


def test_a_field_follows_its_source() -> None:
    assert merged({"title": "B"}, {"title": "A"}, {"title": "A"}) == FieldsMerged(
        {"title": "B"}, {"title": memory("B")}, []
    )


def test_an_edited_field_wins() -> None:
    assert merged({"title": "A"}, {"title": "mine"}, {"title": "A"}) == FieldsMerged(
        {}, {"title": memory("A")}, [HandEdit("title", "edited", "A", HERE)]
    )


def test_an_edited_field_wins_over_a_changed_source() -> None:
    assert merged({"title": "B"}, {"title": "mine"}, {"title": "A"}) == FieldsMerged(
        {}, {"title": memory("B")}, [HandEdit("title", "conflict", "B", HERE)]
    )


def test_an_edit_that_the_source_makes_too_is_no_conflict() -> None:
    assert merged({"title": "B"}, {"title": "B"}, {"title": "A"}) == FieldsMerged(
        {}, {"title": memory("B")}, []
    )


def test_a_deleted_field_that_no_source_says_any_more_is_past() -> None:
    past = replace(memory("A"), is_past=True)
    assert merged({}, {}, {"title": "A"}) == FieldsMerged({}, {"title": past}, [])
    assert merged({}, {}, {"title": "A"}, limit="other.txt").provenance == {"title": memory("A")}


def test_what_is_past_is_written_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "content/2022/provenance/papers/a.yaml"
    file.parent.mkdir(parents=True)
    fields = {"title": memory("A"), "pages": replace(memory("1-2"), is_past=True)}
    file.write_text(provenance_text(fields))
    assert entity_provenance(Content(tmp_path), "2022", "papers", "a", ProblemLog()) == fields


def test_a_deleted_field_stays_away() -> None:
    assert merged({"title": "A"}, {}, {"title": "A"}) == FieldsMerged(
        {}, {"title": memory("A")}, [HandEdit("title", "deleted", "A", HERE)]
    )


def test_a_field_made_by_hand_wins_and_stays_the_editors() -> None:
    assert merged({"title": "A"}, {"title": "mine"}, {}) == FieldsMerged(
        {}, {}, [HandEdit("title", "made-by-hand", "A", HERE)]
    )
    assert merged({"title": "mine"}, {"title": "mine"}, {}) == FieldsMerged({}, {}, [])


def test_a_field_that_no_source_says_any_more_goes_unless_it_was_edited() -> None:
    assert merged({}, {"title": "A"}, {"title": "A"}) == FieldsMerged({"title": None}, {}, [])
    assert merged({}, {"title": "mine"}, {"title": "A"}) == FieldsMerged({}, {}, [])


def test_what_other_documents_say_does_not_change() -> None:
    assert merged({"title": "B"}, {"title": "A"}, {"title": "A"}, limit="t.txt") == FieldsMerged(
        {}, {"title": memory("A")}, []
    )
    assert merged({"title": "A"}, {}, {}, limit="t.txt") == FieldsMerged({}, {}, [])
    assert merged({}, {"title": "A"}, {"title": "A"}, limit="t.txt") == FieldsMerged(
        {}, {"title": memory("A")}, []
    )


def add(project: Path, aliases: dict[str, list[tuple[str, str]]]) -> list[str]:
    """Merge aliases, (name, alias) by edition, write what they give, and tell the changes."""
    content, problems = Content(project), ProblemLog()
    result = merge_aliases(
        content,
        content.draft(problems).authors,
        {
            edition: [Alias(name, alias, Place("s.txt", line)) for line, (name, alias) in enumerate(pairs, 1)]
            for edition, pairs in aliases.items()
        },
        {edition: load_provenance(content, edition, problems) for edition in ("2021", "2022")},
        Limits(),
        frozenset(["s.txt"]),
        problems,
    )
    for file, text in {**result.files, **result.provenance}.items():
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text(text or "")
    assert problems.errors == []
    return [str(change) for change in result.changes]


def authors(project: Path, text: str | None = None) -> str:
    """The text of authors.yaml, set where one is given."""
    file = project / "content/authors.yaml"
    file.parent.mkdir(exist_ok=True)
    (project / "content/site.yaml").write_text("title: T\n")
    if text is not None:
        file.write_text(text)
    return file.read_text()


def test_aliases_of_all_editions_come_into_one_file(tmp_path: Path) -> None:
    authors(tmp_path, "# people\n")
    found = {
        "2021": [("Zehao Liu", "泽浩 刘"), ("Con", "C. O. N.")],
        "2022": [("Ada King", "A. King"), ("Zehao Liu", "Z. Liu"), ("Zehao Liu", "泽浩 刘")],
    }
    assert add(tmp_path, found) == [
        "added: author zehao-liu: alias 泽浩 刘",
        "added: author con-3b6f52: alias C. O. N.",
        "added: author ada-king: alias A. King",
        "added: author zehao-liu: alias Z. Liu",
    ]
    assert authors(tmp_path) == (
        "# people\n"
        "- id: zehao-liu\n  name: Zehao Liu\n  aliases:\n    - '泽浩 刘'\n    - Z. Liu\n\n"
        "- id: con-3b6f52\n  name: Con\n  aliases:\n    - C. O. N.\n\n"
        "- id: ada-king\n  name: Ada King\n  aliases:\n    - A. King\n"
    )
    assert add(tmp_path, found) == []


def test_an_alias_that_was_taken_away_by_hand_is_not_added_again(tmp_path: Path) -> None:
    authors(tmp_path, "")
    assert add(tmp_path, {"2021": [("Ada King", "A. King")]}) == ["added: author ada-king: alias A. King"]
    authors(tmp_path, "- id: ada-king\n  name: Ada King\n")
    assert add(tmp_path, {"2021": [], "2022": [("Ada King", "A. King")]}) == []
    assert add(tmp_path, {"2021": [("Ada King", "A. King")]}) == []
    assert authors(tmp_path) == "- id: ada-king\n  name: Ada King\n"


def test_a_former_name_is_no_alias_and_two_people_of_one_name_get_none(tmp_path: Path) -> None:
    held = (
        "- id: jane\n  name: Jane New\n  former_names:\n    - name: Jane Old\n      hidden: yes\n"
        "- id: wei-1\n  name: Wei Wang\n- id: wei-2\n  name: Wei Wang\n- id: ada-king\n  name: Augusta\n"
    )
    authors(tmp_path, held)
    found = [("Jane New", "Jane Old"), ("Wei Wang", "W. Wang"), ("Ada King", "A. King")]
    assert add(tmp_path, {"2021": found}) == ["added: author ada-king-0f0e7b: alias A. King"]
    assert (
        authors(tmp_path) == f"{held}\n- id: ada-king-0f0e7b\n  name: Ada King\n  aliases:\n    - A. King\n"
    )


def test_an_alias_that_no_source_proves_any_more_goes_unless_it_was_edited(tmp_path: Path) -> None:
    authors(tmp_path, "# people\n- id: tim-oates\n  name: Tim Oates\n  homepage: https://oates.example\n")
    add(tmp_path, {"2022": [("Zehao Liu", "泽浩 刘"), ("Tim Oates", "T. Oates"), ("Ada King", "A. King")]})
    authors(tmp_path, authors(tmp_path).replace("- A. King", "- A. M. King"))
    assert add(tmp_path, {"2022": []}) == [
        "dropped: author tim-oates: alias T. Oates",
        "dropped: author zehao-liu: alias 泽浩 刘",
    ]
    assert authors(tmp_path) == (
        "# people\n- id: tim-oates\n  name: Tim Oates\n  homepage: https://oates.example\n"
        "\n- id: ada-king\n  name: Ada King\n  aliases:\n    - A. M. King\n"
    )


def test_an_alias_that_another_edition_proves_stays(tmp_path: Path) -> None:
    authors(tmp_path, "# people\n")
    add(tmp_path, {"2021": [("Zehao Liu", "泽浩 刘")], "2022": [("Zehao Liu", "泽浩 刘")]})
    before = authors(tmp_path)
    assert add(tmp_path, {"2021": [("Zehao Liu", "泽浩 刘")], "2022": []}) == []
    assert authors(tmp_path) == before


def test_what_is_remembered_is_read_as_it_was_written(tmp_path: Path) -> None:
    digest = "0123456789012345"
    remembered = {
        "title": FieldProvenance(digest, ("content/sources/a.csv:3", "content/sources/it's “b”.txt:1:2")),
        "hotcrp number": FieldProvenance("6e10000000000000", ("content/sources/#c: d.csv:1",), is_past=True),
        "authors": FieldProvenance(digest, ()),
        "slots": FieldProvenance(digest, ("content/sources/a.csv:9",), slots=({"start": digest},)),
    }
    for names in (["title"], ["title", "hotcrp number"], ["authors", "title"], ["slots", "title"]):
        held = {name: remembered[name] for name in names}
        path = tmp_path / "content/2026/provenance/papers/a.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(provenance_text(held), encoding="utf-8")
        problems = ProblemLog()
        assert entity_provenance(Content(tmp_path), "2026", "papers", "a", problems) == held
        assert problems.all == []
