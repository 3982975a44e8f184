"""The entities of a conference series: frozen values that hold ids, never each other.

Absent is always None or empty: it means that no source said it.
"""

from __future__ import annotations

from site_gen.conference.allowed import Allowed
from site_gen.conference.conference import Conference, Phase, ProsePage
from site_gen.conference.hero import Hero
from site_gen.conference.links import Link, LinkRel
from site_gen.conference.news import Announcement, Change, ChangeKind, Deadline
from site_gen.conference.organisation import Committee, Editor, Member, Sponsor
from site_gen.conference.papers import Authorship, Award, FileKind, Paper, PaperFile, Revision
from site_gen.conference.programme import (
    Attendance,
    Participant,
    Role,
    Room,
    Session,
    SessionKind,
    Slot,
    Status,
    Track,
)
from site_gen.conference.series import Author, FormerName, Redirect, Series, SourceDocument
from site_gen.conference.theme import FontFile, Theme
from site_gen.conference.volumes import Volume

__all__ = [
    "Allowed",
    "Announcement",
    "Attendance",
    "Author",
    "Authorship",
    "Award",
    "Change",
    "ChangeKind",
    "Committee",
    "Conference",
    "Deadline",
    "Editor",
    "FileKind",
    "FontFile",
    "FormerName",
    "Hero",
    "Link",
    "LinkRel",
    "Member",
    "Paper",
    "PaperFile",
    "Participant",
    "Phase",
    "ProsePage",
    "Redirect",
    "Revision",
    "Role",
    "Room",
    "Series",
    "Session",
    "SessionKind",
    "Slot",
    "SourceDocument",
    "Sponsor",
    "Status",
    "Theme",
    "Track",
    "Volume",
]  # fmt: skip
