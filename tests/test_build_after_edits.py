"""Whatever is edited, a build on top of another is the build from nothing: the same bytes and problems.

tests/edits makes the edits and compares; `make edits` walks on for as long as one likes.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Annotated

import pytest

from site_gen.conference import Paper
from site_gen.conference.scalars import Written, read_year
from site_gen.content.schema import adapter
from site_gen.values import dataclass
from tests.edits.change import Change
from tests.edits.project import FILES, ContentFile, content_files, names
from tests.edits.samples import Samples, written_fields
from tests.edits.walk import walk


def test_a_build_after_random_edits_is_a_build_from_nothing(tmp_path: Path) -> None:
    for number, taken in enumerate(walk(seed=9, steps=4, folder=tmp_path)):
        assert taken.differences == [], f"step {number}\n{taken.step}"


@dataclass(frozen=True, kw_only=True)
class _Longer(Paper):
    """A paper with a field that was added, of a scalar that was added."""

    accepted: Annotated[int, Written(read_year)] | None = None


def test_a_field_that_is_added_to_the_model_is_edited() -> None:
    chance = random.Random(1)
    samples = Samples(chance, names(FILES, "2026"))
    added = {
        str(change.keys({"title": "T"}, _Longer, "papers").get("accepted"))
        for change in (Change(chance, samples) for _ in range(200))
    }
    assert added == {"None", "2026", "1999"}


@pytest.mark.parametrize("file", content_files(FILES), ids=lambda file: file.path)
def test_samples_of_every_content_file_can_be_read_with_all_their_fields(file: ContentFile) -> None:
    chance = random.Random(1)
    samples = Samples(chance, names(FILES, file.edition), strange=0)
    entity = samples.entity(file.entity, share=1)
    assert entity.keys() == {field.name for field, _ in written_fields(file.entity)}
    read = adapter(file.entity).validate_python([{**_FROM_THE_FILE_NAME.get(file.kind, {}), **entity}])
    assert type(read[0]) is file.entity


_FROM_THE_FILE_NAME = {"conference": {"id": "2026"}, "pages": {"id": "call"}}
