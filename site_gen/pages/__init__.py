"""The kinds of pages, one module each."""

from __future__ import annotations

from site_gen.pages.author import AUTHOR
from site_gen.pages.authors import AUTHORS
from site_gen.pages.award_history import AWARD_HISTORY
from site_gen.pages.awards import AWARDS
from site_gen.pages.booklet import BOOKLET
from site_gen.pages.changes import CHANGES_PAGE
from site_gen.pages.committees import COMMITTEES
from site_gen.pages.data import DATA
from site_gen.pages.day import DAY
from site_gen.pages.edition import EDITION
from site_gen.pages.figures import FIGURES
from site_gen.pages.home import HOME
from site_gen.pages.labels import LABELS
from site_gen.pages.map import MAP
from site_gen.pages.my import MY
from site_gen.pages.not_found import NOT_FOUND_PAGE
from site_gen.pages.offline import OFFLINE
from site_gen.pages.paper import PAPER
from site_gen.pages.papers import PAPERS
from site_gen.pages.prose import PROSE, note_broken_links
from site_gen.pages.redirect import REDIRECT
from site_gen.pages.room import ROOM
from site_gen.pages.schedule import SCHEDULE
from site_gen.pages.search import SEARCH
from site_gen.pages.session import SESSION
from site_gen.pages.track import TRACK
from site_gen.site import PageKind

__all__ = ["PAGE_KINDS", "note_broken_links"]

PAGE_KINDS: tuple[PageKind, ...] = (
    HOME,
    EDITION,
    SCHEDULE,
    DAY,
    SESSION,
    PAPERS,
    PAPER,
    BOOKLET,
    AWARDS,
    AWARD_HISTORY,
    ROOM,
    TRACK,
    FIGURES,
    MAP,
    CHANGES_PAGE,
    COMMITTEES,
    AUTHORS,
    AUTHOR,
    PROSE,
    LABELS,
    MY,
    SEARCH,
    DATA,
    OFFLINE,
    NOT_FOUND_PAGE,
    REDIRECT,
)
