"""Frozen dataclasses that cost less than the standard library's: a build has 300 and makes a million values.

They are the same but for three things: that nobody changes a field the type checker sees alone, so that each
is set as in any object; no value holds itself, so that writing one does not look out for that; and what makes
and what writes the values of a class is compiled when the first one is, for a command needs few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses

    def replace(value: object, /, **changes: object) -> object:
        """A frozen value with other fields; itself where it has all of them, as it most often does."""
        for name, new in changes.items():
            if getattr(value, name) is not new:
                return dataclasses.replace(value, **changes)
        return value

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
        """Give a class its "init" or "repr", which is compiled when it is called."""
        name = f"__{part}__"

        def first(value: object, *given: object, **named: object) -> object:
            source, known = _PARTS[part](cls, fields(cls))
            exec(source, known)  # of names of fields alone
            setattr(cls, name, known[name])
            return known[name](value, *given, **named)

        setattr(cls, name, first)

    def _init(cls: type, held: Sequence[dataclasses.Field]) -> tuple[str, dict[str, object]]:
        known: dict[str, object] = {"MISSING": dataclasses.MISSING}
        given, by_name, lines = ["self"], ["*"], []
        for each in held:
            name, default = each.name, f"default_{each.name}"
            parameter, value = name, name
            if each.default is not dataclasses.MISSING:
                known[default], parameter = each.default, f"{name}={default}"
            elif each.default_factory is not dataclasses.MISSING:
                known[default], parameter = each.default_factory, f"{name}=MISSING"
                value = f"{default}() if {name} is MISSING else {name}"
            if each.init:
                (by_name if each.kw_only else given).append(parameter)
            elif parameter == name:  # what comes after sets it
                continue
            else:
                lines.append(f"{name} = {parameter.partition('=')[2]}")
            lines.append(f"self.{name} = {value}")
        lines.append("self.__post_init__()" if hasattr(cls, "__post_init__") else "pass")
        parameters = ", ".join(given + (by_name if len(by_name) > 1 else []))
        return "\n    ".join([f"def __init__({parameters}):", *lines]), known

    def _repr(cls: type, held: Sequence[dataclasses.Field]) -> tuple[str, dict[str, object]]:
        shown = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in held if each.repr)
        return f"def __repr__(self):\n    return f'{cls.__qualname__}({shown})'", {}

    _PARTS = {"init": _init, "repr": _repr}


def _equality(cls: type) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """What compares the fields of two values, and what makes the hash of them: nothing is compiled for it."""
    names = [each.name for each in fields(cls) if each.compare]
    held: Callable[[Any], Any] = attrgetter(*names) if names else lambda _value: ()

    def is_equal(one: Any, other: object) -> bool:
        return held(one) == held(other) if other.__class__ is one.__class__ else NotImplemented

    return is_equal, lambda value: hash(held(value))
