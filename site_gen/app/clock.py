"""The clock: what a command says may depend on the day, what it builds does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_EARLIEST = timedelta(hours=14)  # the zone where each day begins first is UTC+14


def latest_day() -> date:
    """The latest day that has begun anywhere: a later one is to come for every organiser."""
    return (datetime.now(UTC) + _EARLIEST).date()
