"""The sentences of drafted changes, in the language of the site; an organiser may put them better."""

from __future__ import annotations

from datetime import date

from site_gen.cards.times import day_moment
from site_gen.changes.programme import Block
from site_gen.locale import Locale
from site_gen.locale.changes import DraftWords
from site_gen.locale.sentences import days_off
from site_gen.text import squeeze
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Sentences:
    """The parts of sentences in one language; `words` are the sentences themselves."""

    locale: Locale

    @property
    def words(self) -> DraftWords:
        """The sentences, with braces to fill in."""
        return self.locale.words.drafts

    def quoted(self, title: str | None) -> str:
        """A title inside a sentence."""
        words = self.locale.words
        return words.phrases.quoted.format(word=squeeze(title)) if title else words.no_title

    def when(self, block: Block) -> str:
        """When a session takes place: "on Monday, 14 September 2026, 09:00–10:00"."""
        day = day_moment(self.locale, date.fromisoformat(block.date)).text if block.date else ""
        mark = f" {self._days_off(block.date, block.end_date)}" if block.date and block.end_date else ""
        hours = "–".join(clock for clock in (block.start, block.end and f"{block.end}{mark}") if clock)
        on = self.words.on_day.format(day=day) if day else ""
        return ", ".join(part for part in (on, hours) if part) or self.words.unknown_time

    def where(self, room: str | None) -> str:
        """In which room: "in Hall A"."""
        return self.words.in_room.format(room=room) if room else self.words.unknown_room

    def now(self, title: str | None, place: str, before: str) -> str:
        """Where or when something takes place now; `before` is empty where that was not known."""
        sentence = self.words.now_and_before if before else self.words.now
        return sentence.format(title=self.quoted(title), place=place, before=before)

    def renamed(self, before: str | None, title: str | None) -> str:
        """What has another title."""
        return self.words.renamed.format(before=self.quoted(before), title=self.quoted(title))

    def stands(self, title: str | None, status: str) -> str:
        """How something stands: called off, late, moved, or as planned."""
        words = self.words
        sentences = {
            "cancelled": words.cancelled,
            "withdrawn": words.withdrawn,
            "late": words.late,
            "moved": words.moved,
        }
        return sentences.get(status, words.as_planned).format(title=self.quoted(title))

    def _days_off(self, day: str, last_day: str) -> str:
        return days_off(self.locale, (date.fromisoformat(last_day) - date.fromisoformat(day)).days)


def with_note(sentence: str, note: str | None) -> str:
    """A sentence, and the note behind it."""
    return f"{sentence} {note}" if note else sentence
