"""Columns of which nobody knows what they hold."""

from __future__ import annotations

from site_gen.problems import Place
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class UnknownColumn:
    """A column of which nobody knows what it holds: its name, its first values, and the field it may hold.

    `field` is empty where the values tell none. What is not for the public is no such column.
    """

    name: str
    values: tuple[str, ...]
    field: str
    place: Place
