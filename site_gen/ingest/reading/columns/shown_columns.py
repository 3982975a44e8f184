"""Columns that say with yes and no what a row is: for the public ("Active", "Is private"), or a break."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.verdicts import says_yes_or_no

_SHOWN = ("active", "enabled", "visible", "public", "published", "show on website", "show in program")
_HIDDEN = ("private", "hidden", "draft", "unpublished", "archived", "disabled")
_BREAKS = ("break", "pause", "pausa", "coffee break", "break session")
_SERVICES = ("service", "service session", "service slot", "non talk")  # registration, meals, opening
_OF_FIELDS = {"decision": _SHOWN, "hidden": _HIDDEN, "break": _BREAKS, "service": _SERVICES}
SHOWN_OR_HIDDEN = tuple(f"{before}{word}" for word in (*_SHOWN, *_HIDDEN) for before in ("", "is "))


def recognise_shown(
    of_field: dict[str, tuple[int, ...]],
    names: Sequence[str],
    values: Sequence[Sequence[str]],
    taken: Sequence[int],
) -> None:
    """Take such columns for decisions, or what hides a row, where nothing but yes and no stands in them.

    "service" is of rows that are no talks: whatever stands in them is something by itself.
    """
    held = frozenset(taken)
    for field, words in _OF_FIELDS.items():
        found = tuple(
            index
            for index, name in enumerate(names)
            if index not in held and name.removeprefix("is ") in words and says_yes_or_no(values[index])
        )
        if found:
            of_field[field] = (*of_field.get(field, ()), *found)
