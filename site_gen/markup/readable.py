"""A formula in TeX → one line of readable text, for titles of windows, feeds and search: `\\ell_2` → ℓ₂."""

from __future__ import annotations

import re
import unicodedata

from site_gen.markup.formulas import escaped_once
from site_gen.markup.symbols import COMBINING, symbol

_LONGEST = 1000
_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_SUPERSCRIPTS = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISABLE = re.compile(r"[-0-9+=()]+")
_SIMPLE = re.compile(r"\W?\w*")

_ACCENTS = {
    **dict.fromkeys(("hat", "widehat"), COMBINING["^"]),
    **dict.fromkeys(("tilde", "widetilde"), COMBINING["~"]),
    "bar": COMBINING["="],
    "dot": COMBINING["."],
    "ddot": COMBINING['"'],
}
_SIZES = re.compile(
    r"left|right|middle|(?:big|Big|bigg|Bigg)[lrm]?|displaystyle|textstyle|scriptstyle|limits|nolimits"
)
_FONTS = re.compile(
    r"cal|rm|bf|it|tt|sf|bm|boldsymbol|operatorname|overline|underline|emph|math[a-z]+|text[a-z]*|mbox"
)
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "\\": " ", "quad": " ", "qquad": " "}


def readable(tex: str) -> str:
    """The formula as text on one line; its source where it is too long to be read as a line anyway."""
    if len(tex) > _LONGEST or tex.count("{") > 100:
        return " ".join(tex.split())
    line = _line(_Tokens(escaped_once(tex)), closing="")
    return unicodedata.normalize("NFC", " ".join(line.split()))


class _Tokens:
    """The tokens of a formula, taken one after the other."""

    def __init__(self, tex: str) -> None:
        self._left = _TOKEN.findall(tex)[::-1]

    def next(self) -> str:
        """The next token; empty at the end."""
        return self._left.pop() if self._left else ""

    def argument(self) -> str:
        """What the next token or group reads as."""
        token = self.next()
        while token.isspace():
            token = self.next()
        return _read(token, self)

    def optional(self) -> str:
        """The text of a following argument in square brackets; empty where there is none."""
        if not self._left or self._left[-1] != "[":
            return ""
        self.next()
        return _line(self, closing="]")


def _line(tokens: _Tokens, closing: str) -> str:
    parts: list[str] = []
    while (token := tokens.next()) and token != closing:
        parts.append(_read(token, tokens))
    return "".join(parts)


def _read(token: str, tokens: _Tokens) -> str:
    if token == "{":
        return _line(tokens, closing="}")
    if token == "^":
        return _script(tokens.argument(), "^")
    if token == "_":
        return _script(tokens.argument(), "_")
    if token.startswith("\\"):
        return _command(token[1:], tokens)
    return {"~": " ", "&": " ", "}": "", "'": "′"}.get(token, token)


def _script(content: str, sign: str) -> str:
    if _RAISABLE.fullmatch(content):
        return content.translate(_SUPERSCRIPTS if sign == "^" else _SUBSCRIPTS)
    return sign + _grouped(content)


def _command(name: str, tokens: _Tokens) -> str:
    if name in _SPACES:
        return _SPACES[name]
    if not name[:1].isalpha():  # of a sign, or of the end of the line
        return "‖" if name == "|" else name
    if name in ("frac", "dfrac", "tfrac", "cfrac"):
        return f"{_grouped(tokens.argument())}/{_grouped(tokens.argument())}"
    if name == "sqrt":
        return _root(tokens.optional(), tokens.argument())
    if name in _ACCENTS:
        return _accented(tokens.argument(), _ACCENTS[name])
    if name in ("begin", "end"):
        tokens.argument()
        return " "
    if _SIZES.fullmatch(name) or _FONTS.fullmatch(name):
        return ""
    return symbol(name) or name


def _root(degree: str, content: str) -> str:
    return f"{degree.translate(_SUPERSCRIPTS)}√{_grouped(content)}"


def _accented(content: str, mark: str) -> str:
    return content + mark if len(content) == 1 else content


def _grouped(content: str) -> str:
    return content if _SIMPLE.fullmatch(content.strip()) else f"({content.strip()})"
