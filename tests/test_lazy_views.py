"""Views whose facts are made when they are asked for."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined

from site_gen.conference import Series
from site_gen.site import About
from site_gen.site.lazy import LazyView, fact
from site_gen.site.subjects import SeriesHome
from tests.rendering import planned

MADE: list[str] = []


class Home(LazyView[SeriesHome]):
    """A home with a fact that cannot be made."""

    @fact
    def about(self) -> About:
        MADE.append("about")
        return About(self._site.catalogue.series.title)

    @fact
    def broken(self) -> str:
        MADE.append("broken")
        title: str = object().title  # type: ignore[attr-defined]  # the mistake
        return title


def test_a_fact_is_made_once_and_only_when_it_is_asked_for() -> None:
    MADE.clear()
    home = Home(planned(Series(title="S")), SeriesHome())
    assert MADE == []
    assert (home.about, home.about) == (About("S"), About("S"))
    assert MADE == ["about"]


def test_jinja_does_not_swallow_a_mistake_in_a_fact() -> None:
    home = Home(planned(Series(title="S")), SeriesHome())
    template = Environment(undefined=StrictUndefined).from_string(
        "{% if view.broken is defined %}{% endif %}"
    )
    with pytest.raises(RuntimeError) as raised:
        template.render(view=home)
    assert str(raised.value) == "'broken' of a Home cannot be made: 'object' object has no attribute 'title'"
    assert isinstance(raised.value.__cause__, AttributeError)
