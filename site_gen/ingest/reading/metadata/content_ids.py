"""The ids that content has for kinds of sessions, roles, links and states: files of our own name them so."""

from __future__ import annotations

from typing import get_args

from site_gen.conference import LinkRel, Role, SessionKind, Status

KINDS: dict[str, SessionKind] = {kind: kind for kind in get_args(SessionKind)}
ROLES: dict[str, Role] = {role: role for role in get_args(Role)}
RELS: dict[str, LinkRel] = {rel: rel for rel in get_args(LinkRel)}
STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
