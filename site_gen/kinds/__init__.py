"""The kinds of pages, a folder each; their order is that of the menus."""

from __future__ import annotations

from site_gen.kinds.author.kind import AUTHOR
from site_gen.kinds.authors.kind import AUTHORS
from site_gen.kinds.award.kind import AWARD
from site_gen.kinds.award_history.kind import AWARD_HISTORY
from site_gen.kinds.awards.kind import AWARDS
from site_gen.kinds.booklet.kind import BOOKLET
from site_gen.kinds.chairs.kind import CHAIRS
from site_gen.kinds.changes.kind import CHANGES
from site_gen.kinds.committees.kind import COMMITTEES
from site_gen.kinds.data.kind import DATA
from site_gen.kinds.day.kind import DAY
from site_gen.kinds.edition.kind import EDITION
from site_gen.kinds.figures.kind import FIGURES
from site_gen.kinds.home.kind import HOME
from site_gen.kinds.labels.kind import LABELS
from site_gen.kinds.map.kind import MAP
from site_gen.kinds.my.kind import MY
from site_gen.kinds.not_found.kind import NOT_FOUND
from site_gen.kinds.offline.kind import OFFLINE
from site_gen.kinds.paper.kind import PAPER
from site_gen.kinds.papers.kind import PAPERS
from site_gen.kinds.prose.kind import PROSE
from site_gen.kinds.redirect.kind import REDIRECT
from site_gen.kinds.room.kind import ROOM
from site_gen.kinds.room_screen.kind import ROOM_SCREEN
from site_gen.kinds.schedule.kind import SCHEDULE
from site_gen.kinds.search.kind import SEARCH
from site_gen.kinds.session.kind import SESSION
from site_gen.kinds.track.kind import TRACK
from site_gen.kinds.volume.kind import VOLUME
from site_gen.site import AnyKind

KINDS: tuple[AnyKind, ...] = (
    HOME,
    EDITION,
    SCHEDULE,
    DAY,
    SESSION,
    CHANGES,
    PAPERS,
    PAPER,
    VOLUME,
    BOOKLET,
    AWARDS,
    AWARD,
    AUTHORS,
    AUTHOR,
    AWARD_HISTORY,
    ROOM,
    ROOM_SCREEN,
    TRACK,
    COMMITTEES,
    FIGURES,
    MAP,
    PROSE,
    LABELS,
    CHAIRS,
    MY,
    SEARCH,
    OFFLINE,
    DATA,
    NOT_FOUND,
    REDIRECT,
)
