"""TeX names of characters, as far as titles and abstracts use them outside of displayed formulas."""

from __future__ import annotations

import unicodedata
from functools import cache

COMBINING = {
    "'": "\u0301",
    "`": "\u0300",
    '"': "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}


def _table(text: str) -> dict[str, str]:
    names = text.split()
    return dict(zip(names[::2], names[1::2], strict=True))


# Commands of text that stand for characters.
LETTERS = (
    _table(r"""
    ss ß  o ø  O Ø  l ł  L Ł  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  i ı  j ȷ  dh ð  DH Ð  th þ  TH Þ  dj đ
    LaTeX LaTeX  TeX TeX  BibTeX BibTeX  S §  P ¶  copyright ©  textendash –  textemdash —
    textasciitilde ~  textbackslash \  textunderscore _  textdegree °  texttrademark ™  textregistered ®
    textquotesingle '  textquoteleft ‘  textquoteright ’  textbullet •  textless <  textgreater >
    textbar |  textasciicircum ^  pounds £  euro €  textmu µ  ldots …  dots …  textellipsis …
""")
    | dict.fromkeys(("newline", "linebreak", "par", "quad", "qquad"), " ")
    | {"noindent": "", "xspace": ""}
)

_SYMBOLS = _table("""
    times ×  cdot ·  pm ±  mp ∓  div ÷  ast ∗  star ⋆  circ ∘  leq ≤  le ≤  geq ≥  ge ≥  ll ≪  gg ≫
    neq ≠  ne ≠  approx ≈  sim ∼  simeq ≃  equiv ≡  cong ≅  propto ∝  lesssim ≲  to →  rightarrow →
    leftarrow ←  leftrightarrow ↔  mapsto ↦  gets ←  Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔
    implies ⇒  iff ⇔  uparrow ↑  downarrow ↓  infty ∞  partial ∂  nabla ∇  ell ℓ  in ∈  notin ∉  ni ∋
    subset ⊂  subseteq ⊆  supset ⊃  cup ∪  cap ∩  setminus ∖  emptyset ∅  varnothing ∅  forall ∀
    exists ∃  neg ¬  land ∧  wedge ∧  lor ∨  vee ∨  oplus ⊕  otimes ⊗  odot ⊙  sum ∑  prod ∏  int ∫
    langle ⟨  rangle ⟩  lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  lvert |  rvert |  vert |  mid |  lVert ‖
    rVert ‖  Vert ‖  parallel ∥  perp ⊥  top ⊤  bot ⊥  prime ′  hbar ℏ  Re ℜ  Im ℑ  aleph ℵ  dagger †
    bullet •  ldots …  dots …  cdots ⋯  degree °  epsilon ε  varepsilon ε  vartheta ϑ  varphi φ
    varrho ϱ  varsigma ς  lambda λ  Lambda Λ  checkmark ✓  triangle △  square □  gtrsim ≳  lbrace {
    rbrace }
""")


@cache
def symbol(name: str) -> str:
    """The character that a command of mathematics stands for ("alpha" → "α"); empty for an unknown one."""
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    case = "CAPITAL" if name[:1].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {name.upper()}")
    except KeyError:
        return ""


def accented(accent: str, letter: str) -> str:
    """The letter under a TeX accent ("'", "e" → "é"); empty where no such letter is written."""
    base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    composed = unicodedata.normalize("NFC", base + COMBINING[accent])
    return composed if len(composed) == 1 else ""
