"""Time zones as Windows, and so Outlook, calls them."""

from __future__ import annotations


def zone_of_windows(name: str) -> str:
    """The zone of a place that Windows means by a name ("W. Europe Standard Time"); empty for another one."""
    from babel.core import get_global  # late: slow to import

    return str(get_global("windows_zone_mapping").get(name.strip(), ""))
