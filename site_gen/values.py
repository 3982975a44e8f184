"""Frozen dataclasses that cost less than the standard library's: a build has 300 and makes a million values.

They are the same but for three things: that nobody changes a field the type checker sees alone, so that each
is set as in any object; no value holds itself, so that writing one does not look out for that; and what makes
and what writes the values of a class is compiled when the first one is, for a command needs few of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(**options: bool) -> Callable[[type], type]:
        """The decorator of the standard library; what is not frozen, or has an order, is made by that."""
        if options.get("order") or not options.get("frozen"):
            return dataclasses.dataclass(**options)
        later = {"init": options.get("init", True), "repr": options.get("repr", True)}
        plain = dataclasses.dataclass(
            **options | {"frozen": False, "eq": False, "init": False, "repr": False}
        )

        def decorated(cls: type) -> type:
            made = plain(cls)
            for part in (part for part, is_wanted in later.items() if is_wanted):
                if f"__{part}__" not in vars(cls):
                    _compile_later(made, part)
            if options.get("eq", True) and "__eq__" not in vars(cls):
                made.__eq__, made.__hash__ = _equality(made)
            return made

        return decorated

    def _compile_later(cls: type, part: str) -> None:
        """Give a class its "init" or "repr", which the standard library makes when it is called."""
        name = f"__{part}__"

        def first(value: object, *given: object, **named: object) -> object:
            of_fields = {each.name: _as_declared(each) for each in fields(cls)}
            types = {each.name: each.type for each in fields(cls)}
            after = {"__post_init__": cls.__post_init__} if hasattr(cls, "__post_init__") else {}
            names = {"__module__": cls.__module__, "__annotations__": types, **of_fields, **after}
            twin = dataclasses.dataclass(**{"init": False, "repr": False, "eq": False, part: True})(
                type(cls.__name__, (), names)
            )
            compiled = getattr(twin, name)
            setattr(cls, name, getattr(compiled, "__wrapped__", compiled))
            return getattr(cls, name)(value, *given, **named)

        setattr(cls, name, first)

    def _as_declared(found: dataclasses.Field) -> dataclasses.Field:
        names = ("default", "default_factory", "init", "repr", "kw_only")
        return dataclasses.field(**{name: getattr(found, name) for name in names})


def _equality(cls: type) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """What compares the fields of two values, and what makes the hash of them: nothing is compiled for it."""
    names = [each.name for each in fields(cls) if each.compare]
    held: Callable[[Any], Any] = attrgetter(*names) if names else lambda _value: ()

    def is_equal(one: Any, other: object) -> bool:
        return held(one) == held(other) if other.__class__ is one.__class__ else NotImplemented

    return is_equal, lambda value: hash(held(value))
