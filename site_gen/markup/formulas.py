"""Where the formulas are in a text that also knows prices: `$n$`, `$$n$$`, `\\(n\\)`, `\\[n\\]`."""

from __future__ import annotations

import re

from site_gen.values import dataclass

_LONGEST = 4000
_BODY = rf"((?:[^$\\]|\\.){{1,{_LONGEST}}})"

_DOLLARS = re.compile(rf"\$\${_BODY}\$\$", re.DOTALL)
_DOLLAR = re.compile(rf"\${_BODY}\$", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\begin\{((?:equation|align|gather|multline|eqnarray)\*?)\}")
_COMMAND = re.compile(r"\\[A-Za-z]+\s*(?:\{[^{}]*\})?")
_WORD = re.compile(r"(?:^|\s)[A-Za-z]{2,}(?![A-Za-z({\[^_])")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in a text: its TeX source, whether it stands on its own line, and the position after it."""

    tex: str
    display: bool
    end: int


def formula_at(text: str, start: int, stop: int) -> Formula | None:
    """The formula that begins at `start` and ends before `stop`; None where the sign means something else."""
    if text.startswith("$", start):
        return _between_dollars(text, start, stop)
    if text.startswith("\\(", start):
        return _up_to(text, start + 2, stop, "\\)", display=False)
    if text.startswith("\\[", start):
        return _up_to(text, start + 2, stop, "\\]", display=True)
    opening = _ENVIRONMENT.match(text, start, stop)
    return None if opening is None else _environment(text, opening, stop)


def _between_dollars(text: str, start: int, stop: int) -> Formula | None:
    double = _DOLLARS.match(text, start, stop)
    if double:
        return Formula(double[1].strip(), True, double.end()) if double[1].strip() else None
    single = _DOLLAR.match(text, start, stop)
    if single is None or not is_formula(single[1], text[single.end() : single.end() + 1]):
        return None
    return Formula(single[1].strip(), False, single.end())


def _up_to(text: str, start: int, stop: int, closing: str, *, display: bool) -> Formula | None:
    end = text.find(closing, start, min(stop, start + _LONGEST))
    tex = text[start:end].strip()
    return Formula(tex, display, end + len(closing)) if end > 0 and tex else None


def _environment(text: str, opening: re.Match[str], stop: int) -> Formula | None:
    closing = f"\\end{{{opening[1]}}}"
    body = _up_to(text, opening.end(), stop, closing, display=True)
    return None if body is None else Formula(text[opening.start() : body.end], True, body.end)


def is_formula(content: str, following: str) -> bool:
    """Whether what stands between two dollar signs is a formula; `following` is the next character or empty.

    A price is none: "$5 and $10" has a word in it and ends in a space. "$1000 \\times$" has neither.
    """
    if not content.strip():
        return False
    looks_tex = re.search(r"[\\^_]", content) is not None
    has_words = _WORD.search(_COMMAND.sub("", content)) is not None
    if content[0].isdigit() or content[0] == ".":
        return not (has_words or content[-1].isspace() or (following.isdigit() and not looks_tex))
    if content[0].isspace() or content[-1].isspace():
        return not has_words and (looks_tex or not following.isdigit())
    return True


def escaped_once(tex: str) -> str:
    """The formula without the second backslashes that commands got on their way through JSON."""
    if "\\begin" in tex or "\\substack" in tex:
        return tex
    return re.sub(r"\\\\(?=[A-Za-z%&#$_{}])", r"\\", tex)
