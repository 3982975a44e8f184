"""A disk that refuses something while a template is rendered: the template is not to blame."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from site_gen.render.templates import BrokenTemplate, Templates


def raise_in_template(project: Path, error: str) -> None:
    """Raise an error in a line of the project's own page.html."""
    code = compile(f"raise {error}", str(project / "templates/page.html"), "exec")
    with Templates(project).located("talks/"):
        exec(code)


def test_a_full_disk_is_no_mistake_of_a_template(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left on device"):
        raise_in_template(tmp_path, f"OSError({errno.ENOSPC}, 'No space left on device')")


def test_any_other_error_is_one_of_the_template(tmp_path: Path) -> None:
    with pytest.raises(BrokenTemplate) as caught:
        raise_in_template(tmp_path, "ValueError('no number')")
    assert str(caught.value.problem) == (
        "templates/page.html:1: error: no number (while building the page /talks/) [template]"
    )
