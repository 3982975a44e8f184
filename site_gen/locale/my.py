"""The words of the reader's own programme: stars, what changed since, sharing, and poster labels.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_gen.locale.plurals import Forms
from site_gen.values import dataclass

SENTENCES: Mapping[str, str] = {
    "app-address": (
        "The app asks for the public address of this site, and base_url in site.yaml does not say it yet."
    ),
    "app-none": "Nothing in this list is in a schedule that apps can read.",
    "board": "Board {board}",
    "clash": "Overlaps with {titles}",
    "cleared": "Everything was removed.",
    "copied": "Copied.",
    "fill-because": "Shared with your stars: {words}",
    "fill-gap": "{day}, {hours}",
    "fill-lost": "The index of the search could not be loaded, and without it nothing can be compared.",
    "fill-none": "No gap of twenty minutes has anything that speaks of the same as what you starred.",
    "gone": "It is no longer on this site.",
    "in": "in {session}",
    "joined": "Now also in {session}, {now}.",
    "left": "No longer in the session that it was in: {was}.",
    "list": "{first} and {last}",
    "moved": "Was {was}, is now {now}.",
    "no-codes": "The citations of these papers could not be loaded: {titles}",
    "no-copy": "This browser does not copy: select the text and copy it yourself.",
    "no-events": "Nothing in this list has a time.",
    "no-papers": "No paper is in this list.",
    "no-share": "Nothing in this link can be read as a programme.",
    "no-time": "Time not given",
    "not-loaded": "The programme of {edition} could not be loaded. What stands here is as you last saw it.",
    "now-state": "Now: {now}.",
    "own-note": "My note: {note}",
    "removed": "Removed: {title}",
    "retitled": "Was called “{was}”.",
    "room": "Was in {was}, is now in {now}.",
    "room-lost": "Was in {was}; its room is no longer given.",
    "room-new": "Now in {now}.",
    "state-cancelled": "Cancelled",
    "state-late": "Late",
    "state-moved": "Moved",
    "state-withdrawn": "Withdrawn",
    "too-long": "The list is too long for a QR code. The link itself works.",
    "was-state": "No longer: {was}.",
    "write": "“{title}”",
}
"""What the page of the own programme says in reply, by name; scripts take it from there."""

COUNTED: Mapping[str, Forms] = {
    "add": Forms(one="Add it to mine", other="Add these {number} to mine"),
    "added": Forms(
        one="One entry was added to your programme.",
        other="{number} entries were added to your programme.",
    ),
    "app-left": Forms(
        one="{number} entry has no time in the schedule and is not in this link.",
        other="{number} entries have no time in the schedule and are not in this link.",
    ),
    "count": Forms(one="{number} entry", other="{number} entries"),
    "shared": Forms(
        one="{number} entry, {fresh} of them new to you.",
        other="{number} entries, {fresh} of them new to you.",
    ),
    "unknown": Forms(
        one="{number} entry of {edition} is in this link that is not on this site now.",
        other="{number} entries of {edition} are in this link that are not on this site now.",
    ),
}
"""The sentences of it that count."""


@dataclass(frozen=True, slots=True)
class MyWords:
    """The words that are in the page before a script runs."""

    title: str = "My programme"
    lead: str = (
        "What you star on this site, by day. It stays in this browser, your notes too: there is no account, "
        "and nothing is sent anywhere."
    )
    star: str = "In my programme: {title}"
    unkept: str = "This browser keeps nothing for this site: your stars are gone when you leave the page."
    no_script: str = (
        "This page would list what you star, mark what overlaps and make a calendar of it. For that it "
        "needs JavaScript, which is off here; everything else on this site does without."
    )
    empty: str = "Nothing is starred yet"
    how: str = (
        "Press the star beside a session, a talk or a paper, and it is here: with its time and room, a word "
        "where two overlap, and a word when the organisers change something."
    )
    begin: str = "Where to begin"
    calendar: str = "Calendar (.ics)"
    bibtex: str = "BibTeX (.bib)"
    table: str = "Table (.csv)"
    markdown: str = "Markdown (.md)"
    copy_list: str = "Copy as text"
    on_paper: str = "Print"
    share: str = "Share"
    app: str = "Phone app"
    app_lead: str = (
        "Giggity, a free app for Android, takes your stars over: scan the code with the phone, or open the "
        "link on it. The link holds the numbers of events, behind the #, which no browser sends to a server."
    )
    app_link: str = "Link for the app"
    app_code: str = "QR code of the link for the app"
    open_app: str = "Open in the app"
    fill: str = "Fill my day"
    fill_lead: str = (
        "What is nearest to your stars and fits between them: three for each gap of twenty minutes or more."
    )
    alarm: str = "The calendar rings"
    no_alarm: str = "never"
    before: Forms = Forms(one="{number} minute before", other="{number} minutes before")
    note: str = "My note"
    note_hint: str = "A note of your own"
    compare: str = "Compare with yours"
    theirs: str = "All of theirs"
    both: str = "In both"
    only_theirs: str = "Only in theirs"
    only_mine: str = "Only in yours"
    clear: str = "Remove all"
    take: str = "Take it along"
    undo: str = "Put back"
    seen: str = "Seen"
    all_seen: str = "All seen"
    changed: str = "Changed since you starred it"
    share_lead: str = (
        "The list is in the link itself, behind the #, which no browser sends to a server. Who opens it sees "
        "your choice and can add it to their own."
    )
    link: str = "Link to this programme"
    copy_link: str = "Copy the link"
    pass_on: str = "Pass on"
    code: str = "QR code of the link"
    shared: str = "A shared programme"
    shared_lead: str = "Somebody sent you a choice from this site. Your own programme is untouched."
    own: str = "Show my own programme"
    without_time: str = "Without a time"
    papers_alone: str = "Papers without a place in the programme"
    gone: str = "No longer on this site"
    last_seen: str = "As you last saw it"
    labels: str = "Poster labels"
    labels_lead: str = "A label for each board, six on a sheet: print this page and cut along the lines."
    labels_without_code: str = (
        "The labels have no QR code, because base_url in site.yaml does not say where the site will live."
    )
    code_of: str = "QR code of"
    counted: Mapping[str, Forms] = field(default_factory=lambda: COUNTED)
    sentences: Mapping[str, str] = field(default_factory=lambda: SENTENCES)
