"""How compiled templates print and call: as the library does, but the common case first.

A page prints hundreds of values and calls dozens of macros; what the library asks of each (is it markup, does
it take a context?) took a tenth of a build.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def printed(value: object) -> str:
    """What HTML shows of a value: markup as it is, any other text escaped."""
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "<" in value or "&" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return escape(value)


class Printing(CodeGenerator):
    """Compiles templates that print through `environment.printed`, also what is constant in them."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # its name
        self.writeline("printed = environment.printed")
        super().visit_Template(node, frame)

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, None)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("printed(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Calling(Context):
    """Calls macros with all of their arguments, and functions that take no context, without further ado."""

    def call(
        self, called: Any, /, *args: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any
    ) -> Any:
        """The result of a call in a template."""
        if not named:
            if type(called) is Macro and _takes(called, len(args)) and self.eval_ctx.autoescape:
                return Markup(called._func(*args))
            if type(called) is FunctionType and not hasattr(called, "jinja_pass_arg"):
                return called(*args)
        return super().call(called, *args, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


def _takes(macro: Macro, arguments: int) -> bool:
    """Whether a macro takes so many arguments and nothing else."""
    is_plain = not (macro.caller or macro.catch_kwargs or macro.catch_varargs)
    return is_plain and arguments == len(macro.arguments)
