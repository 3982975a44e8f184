"""Frozen dataclasses that cost less than the standard library's: a build has 300 and makes a million values.

They are the same but for two things: that nobody changes a field the type checker sees alone, so that each is
set as in any object; and no value holds itself, so that writing one does not look out for that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(**options: bool) -> Callable[[type], type]:
        """The decorator of the standard library; what is not frozen, or has an order, is made by that."""
        if options.get("order") or not options.get("frozen"):
            return dataclasses.dataclass(**options)
        plain = dataclasses.dataclass(**options | {"frozen": False, "unsafe_hash": options.get("eq", True)})

        def decorated(cls: type) -> type:
            made = plain(cls)
            made.__repr__ = getattr(made.__repr__, "__wrapped__", made.__repr__)
            return made

        return decorated
