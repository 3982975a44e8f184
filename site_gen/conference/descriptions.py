"""What the docstrings below the fields of an entity say of them: people read them in their editors."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any


def descriptions(entity: type[Any]) -> Mapping[str, str]:
    """The description of each field of an entity that has one, on one line."""
    return _of_module(entity.__module__).get(entity.__name__, {})


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The descriptions of the fields of every class of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {each.name: _of_class(each) for each in tree.body if isinstance(each, ast.ClassDef)}


def _of_class(entity: ast.ClassDef) -> Mapping[str, str]:
    found = {}
    for field, below in zip(entity.body, entity.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = " ".join(text.split())
    return found
