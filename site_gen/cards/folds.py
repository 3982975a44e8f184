"""What a list of sessions shows only when somebody opens it: talks, posters, the parts of a workshop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.conference import Session, Track
from site_gen.locale import Locale
from site_gen.locale.sentences import of_tracks
from site_gen.text import natural_key
from site_gen.values import dataclass

_FEW = 2
_FEW_AT_ONCE = 8  # sessions that begin together and are read at once
_WHOLE_SESSION = 12  # slots that are read at once where the whole day has few


@dataclass(frozen=True, slots=True)
class Fold:
    """What is folded, in words ("200 posters, boards A1–E40"), and whether it is open at first."""

    summary: str
    is_open: bool


def slots_fold(locale: Locale, session: Session, is_short_day: bool) -> Fold | None:
    """The fold of a session's slots; None where it has none."""
    number = len(session.slots)
    if not number:
        return None
    return Fold(_slots_in_words(locale, session), number <= (_WHOLE_SESSION if is_short_day else _FEW))


def parts_fold(locale: Locale, number: int) -> Fold | None:
    """The fold of a session's parts; None where it has none."""
    return Fold(locale.count("part", number), number <= _FEW) if number else None


def block_fold(locale: Locale, sessions: Sequence[Session], tracks: Mapping[str, Track]) -> Fold | None:
    """The fold of what begins at one time, with the names of its tracks; None for what is read at once."""
    if len(sessions) <= _FEW_AT_ONCE:
        return None
    known = (tracks.get(each.track or "") for each in sessions)
    names = dict.fromkeys(track.name for track in known if track)
    counted = locale.count("session", len(sessions))
    return Fold(of_tracks(locale, counted, [*names]) if names else counted, is_open=False)


def _slots_in_words(locale: Locale, session: Session) -> str:
    number = len(session.slots)
    if any(slot.is_empty for slot in session.slots):
        return locale.count("slot", number)
    if session.kind != "poster":
        return locale.count("talk", number)
    boards = sorted((slot.board for slot in session.slots if slot.board), key=natural_key)
    posters = locale.count("poster", number)
    if len(boards) < 2:
        return posters
    return locale.words.phrases.boards_from_to.format(posters=posters, first=boards[0], last=boards[-1])
