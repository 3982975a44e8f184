"""How people take part: "online", "via Zoom", "in person"; it names no room, and nobody."""

from __future__ import annotations

ATTENDANCE = r"(?:online|virtual(?:ly)?|remote(?:ly)?|hybrid|(?:via )?zoom|in[ -]person|on-?site)"
