"""Indico: what its exports say of events, sessions and contributions."""
