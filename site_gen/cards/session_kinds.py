"""What a session is called in lists and on its page."""

from __future__ import annotations

import re

from site_gen.conference import Session
from site_gen.locale import Locale
from site_gen.text import fold, squeeze


def kind_name(locale: Locale, session: Session) -> str:
    """By its type, where that says more than its kind ("lightning_talk"), else by its kind."""
    of_kind: str = locale.words.session_kinds[session.kind]
    of_type = called(session.type)
    return of_kind if not of_type or fold(of_type) in locale.words.session_kinds else of_type


def called(type_: str | None) -> str:
    """A type as it is shown; empty where there is none."""
    name = squeeze((type_ or "").replace("_", " "))
    return name.capitalize() if name.islower() else name


def is_named_by(locale: Locale, kind: str, title: str) -> bool:
    """Whether a title says by itself what such a session is called; "Session" says nothing."""
    is_open = kind == locale.words.session_kinds["other"]
    return is_open or re.search(rf"\b{re.escape(fold(kind))}\b", fold(title)) is not None
